"""How a language writes the names of its neighbours' places: with its own letters for theirs.

The letters are data of the language (`spelt` in `places.toml`); only names of the watched countries are respelt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from komshi.pipeline.region import Language

_SHORTEST = 4


class Spelling:
    """The letters that one language puts for those of its neighbours."""

    def __init__(self, language: Language) -> None:
        tables: Mapping[str, Any] = language.files.get("places", {}).get("spelt", {})
        self._respell = [_rule(rules) for rules in tables.values() if rules]

    def __call__(self, names: Sequence[str]) -> Iterator[list[str]]:
        """The names in each spelling of the language."""
        for respell in self._respell:
            yield respell("\n".join(names)).split("\n")


def respelt(names: Sequence[str], spellings: Iterable[Spelling]) -> list[list[str]]:
    """For each name how the languages spell it, where that differs."""
    ways = [way for spelling in spellings for way in spelling(names)]
    return [
        [other for other in others if other != name and len(other) >= _SHORTEST]
        for name, *others in zip(names, *ways, strict=True)
    ]


def _rule(letters: Mapping[str, str]) -> Callable[[str], str]:
    """Replaces all letters of a table at once, in names of one line each; a key that ends in `.` stands for the end of
    the name.
    """
    table = {key.lower(): value for key, value in letters.items()}
    keys = sorted(table, key=len, reverse=True)
    found_by = (re.escape(key[:-1]) + "$" if key.endswith(".") else re.escape(key) for key in keys)
    pattern = re.compile("|".join(found_by), re.IGNORECASE | re.MULTILINE)

    def put(match: re.Match[str]) -> str:
        found = match.group()
        ends = match.string[match.end() : match.end() + 1] in ("", "\n")
        value = table.get(found.lower() + ".") if ends else None
        value = table.get(found.lower(), found) if value is None else value
        return value.capitalize() if found[0].isupper() else value

    return lambda written: pattern.sub(put, written)
