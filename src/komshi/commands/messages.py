"""Collect the texts of all pages into the catalogues for translators; what is translated stays as it is.

Reads the templates and modules of komshi/observatory, and updates locale/<language>/LC_MESSAGES/django.po. A text that
changed keeps its old translation marked as fuzzy: look at it, put it right, and take the mark away. Then compiles the
catalogues that the pages use.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

from komshi.observatory.base import catalogues
from komshi.observatory.base.languages import PageLanguage, languages

if TYPE_CHECKING:
    from babel.messages import Catalog
    from babel.messages.catalog import Message

EXAMPLE = "komshi messages"
OBSERVATORY = Path(__file__).resolve().parent.parent / "observatory"
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_NOTE = "Translators:"
Text = tuple[str | tuple[str, ...], str | None, list[str], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi messages`."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--check", action="store_true", help="change nothing; end with 1 if a catalogue is behind")
    one.add_argument("--compile", action="store_true", help="only compile what the pages use")
    one.add_argument("--missing", metavar="LANGUAGE", help="print what wants a translator, as a catalogue to fill in")


def run(args: argparse.Namespace) -> int:
    """0 when every catalogue is complete, 1 when a text is missing, out of date or fuzzy."""
    if args.compile:
        catalogues.compile_all()
        return 0
    found, faults = texts(), 0
    total = len({(text, context) for text, context, _notes, _place in found})
    wanted = [one for one in written() if not args.missing or one.code == args.missing]
    for language in wanted:
        missing = _update(language, found, write=not (args.check or args.missing))
        faults += len(missing)
        if args.missing:
            _print(missing)
            continue
        print(f"{language.code}: {len(missing)} of {total} texts want a translator.")
        for message in [one for one in missing if one.id][:20]:
            print(f"  {message.id if isinstance(message.id, str) else message.id[0]}")
    if not (args.check or args.missing):
        catalogues.compile_all()
    return 1 if faults else 0


def written() -> list[PageLanguage]:
    """The languages that a translator writes: all but the one of the sources and those made from another."""
    return [one for one in languages().values() if (one.folder / catalogues.SOURCES[0]).is_file()]


@cache
def texts() -> list[Text]:
    """Every text with its context, its notes for translators, and the file that it stands in."""
    found = []
    for path in sorted(OBSERVATORY.rglob("*")):
        if path.suffix not in (".py", ".html", ".txt") or "migrations" in path.parts or "built" in path.parts:
            continue
        place = path.relative_to(OBSERVATORY).as_posix()
        found += [(text, context, notes, place) for text, context, notes in texts_of(path)]
    return found


def texts_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None, list[str]]]:
    """The texts of one module or template, each with its context and notes."""
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


def _update(language: PageLanguage, found: list[Text], *, write: bool) -> Catalog:
    """Bring one catalogue up to date; returns the texts that want a translator.

    A language with a base keeps only what it says in another way than is made for it.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    file = language.folder / catalogues.SOURCES[0]
    catalogue = catalogues.read(file)
    day, before = catalogue.creation_date, {(message.id, message.context) for message in catalogue if message.id}
    if language.base:
        made = catalogues.made(language)
        before = {key for key in before if not _same(catalogue.get(*key), made.get(*key))}
    template = Catalog()
    for text, context, notes, place in found:
        if language.base is None or (text, context) in before:
            # No line numbers: a catalogue must change only when a text does.
            template.add(text, locations=[(place, None)], auto_comments=notes, context=context)
    catalogue.update(template, no_fuzzy_matching=language.base is not None)
    catalogue.creation_date = day
    if write:
        catalogue.obsolete.clear()
        with file.open("wb") as stream:
            write_po(stream, catalogue, width=120, include_lineno=False, sort_output=True, omit_header=False)
    missing = Catalog()
    for message in catalogue:
        new = not write and (message.id, message.context) not in before
        if message.id and (new or message.fuzzy or not catalogues.is_whole(message.string)):
            missing[message.id] = message
    return missing


def _same(one: Message | None, other: Message | None) -> bool:
    return one is not None and other is not None and one.string == other.string


def _print(missing: Catalog) -> None:
    from babel.messages.pofile import write_po

    stream = io.BytesIO()
    write_po(stream, missing, width=120, include_lineno=False, sort_output=True, omit_header=True)
    print(stream.getvalue().decode())
