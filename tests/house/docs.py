"""What the documentation says that can be checked: commands, options, dependencies, folders, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A command line in prose or in a code block: `komshi read x`, `.venv/bin/komshi read x`, `python3 run.py demo`.
_COMMAND = re.compile(r"(?:^|[\s`$(])(?:\.venv/bin/)?(komshi|python3 run\.py)((?: +[^\s`|>&;#()]+)+)", re.MULTILINE)
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
_COMMAND_NAME = re.compile(r"[a-z][a-z-]*$")
_OPTION = re.compile(r"--[a-z][a-z-]*")


def commands(markdown: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(program, command, options) of every command line that stands in code; prose about "komshi" is not one."""
    code = _FENCE.findall(markdown) + _INLINE.findall(_FENCE.sub("", markdown))
    for piece in code:
        for program, rest in _COMMAND.findall(piece):
            first, *others = rest.split()
            if first.startswith("-") or first.isupper() or first == "…":
                continue
            yield program, first.strip(".,:"), tuple(option for word in others for option in _OPTION.findall(word))


def links(markdown: str) -> list[str]:
    """Targets of links inside the repository."""
    return _LINK.findall(_FENCE.sub("", markdown))
