"""Collect the texts of all pages into the catalogues for translators; what is translated stays as it is.

Reads the templates and modules of komshi/observatory, and updates locale/<language>/LC_MESSAGES/django.po. A text that
changed keeps its old translation marked as fuzzy: look at it, put it right, and take the mark away.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

EXAMPLE = "komshi messages"
OBSERVATORY = Path(__file__).resolve().parent.parent / "observatory"
LOCALE = OBSERVATORY / "locale"
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_NOTE = "Translators:"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi messages`."""
    parser.add_argument("--check", action="store_true", help="change nothing; end with 1 if a catalogue is behind")


def run(args: argparse.Namespace) -> int:
    """0 when every catalogue is complete, 1 when a text is missing, out of date or fuzzy."""
    found = texts()
    faults = 0
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        missing = _update(file, found, write=not args.check)
        faults += len(missing)
        print(f"{file.parent.parent.name}: {len(missing)} of {len(found)} texts want a translator.")
        for text in missing[:20]:
            print(f"  {text}")
    return 1 if faults else 0


def texts() -> list[tuple[str | tuple[str, ...], str | None, list[str], str]]:
    """Every text with its context, its notes for translators, and the file that it stands in."""
    found = []
    for path in sorted(OBSERVATORY.rglob("*")):
        if path.suffix not in (".py", ".html", ".txt") or "migrations" in path.parts or "built" in path.parts:
            continue
        place = path.relative_to(OBSERVATORY).as_posix()
        found += [(text, context, notes, place) for text, context, notes in _texts_of(path)]
    return found


def _texts_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None, list[str]]]:
    from babel.messages.extract import extract

    for _line, text, notes, context in extract("python", _source(path), keywords=_KEYWORDS, comment_tags=[_NOTE]):
        yield text, context, notes


def _source(path: Path) -> IO[bytes]:
    """A module as it is; a template as the lines of Python that Django makes of it for catalogues."""
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.conf import settings

        if not settings.configured:
            settings.configure(USE_I18N=True)
        from django.utils.translation.template import templatize

        content = "\n".join(line.strip() for line in templatize(content).splitlines())
    return io.BytesIO(content.encode())


def _update(
    file: Path, found: list[tuple[str | tuple[str, ...], str | None, list[str], str]], *, write: bool
) -> list[str]:
    """Bring one catalogue up to date; returns the texts that want a translator."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=file.parent.parent.name)
    made = catalogue.creation_date
    before = {(message.id, message.context) for message in catalogue if message.id}
    template = Catalog()
    for text, context, notes, place in found:
        # No line numbers: a catalogue must change only when a text does.
        template.add(text, locations=[(place, None)], auto_comments=notes, context=context)
    catalogue.update(template, no_fuzzy_matching=False)
    catalogue.creation_date = made
    if write:
        catalogue.obsolete.clear()
        with file.open("wb") as stream:
            write_po(stream, catalogue, width=120, include_lineno=False, sort_output=True, omit_header=False)
    behind = [message for message in catalogue if message.id and (message.fuzzy or not _is_whole(message.string))]
    new = [message for message in catalogue if message.id and (message.id, message.context) not in before]
    wanting = {str(m.id if isinstance(m.id, str) else m.id[0]) for m in [*behind, *(() if write else new)]}
    return sorted(wanting)


def _is_whole(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(translation) and (isinstance(translation, str) or all(translation))
