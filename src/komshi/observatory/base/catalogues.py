"""The translations of the pages as they are used: each language whole, also one of which only the differences are
written down. No framework here: the set-up compiles them before anything else runs.

A language with a base takes the base's text, word by word as words.tsv says, or in the other alphabet; what its own
catalogue holds goes before that. Values, tags and addresses in a text are never touched.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from komshi.observatory.base.languages import LOCALE, PageLanguage, languages, tables
from komshi.pipeline.text.cyrillic import to_cyrillic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from babel.messages import Catalog

# Our own texts, and those of the frameworks that people meet.
SOURCES = ("django.po", "framework.po")
COMPILED = "django.mo"
_KEPT = r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}|<[^<>]+>|&#?\w+;|https?://\S*|\b[\w.]+@[\w.]+\b|(?<![\w.])\.[a-z]{2,5}\b"
_WORD = re.compile(r"[^\W\d_]+")
# Letters of Django's date formats are no words.
_CODES = "date format"


def compile_all() -> list[Path]:
    """Write the compiled catalogue of every language but the one that the pages are written in; returns the files."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - the pages themselves need no compiler

    written = []
    for language in languages().values():
        if not _is_written(language):
            continue
        file = language.folder / COMPILED
        part = file.with_suffix(".part")
        with part.open("wb") as stream:
            write_mo(stream, effective(language.code))
        part.replace(file)
        written.append(file)
    return written


def effective(code: str) -> Catalog:
    """Every text of the pages and of the frameworks in one language."""
    language = languages()[code]
    if language.base is None:
        return written(language)
    whole = made(language)
    for message in written(language):
        if message.id and is_whole(message.string) and (there := whole.get(message.id, context=message.context)):
            there.string = message.string
    return whole


def made(language: PageLanguage) -> Catalog:
    """What the base of a language gives for every text, before the language says anything itself."""
    whole = written(languages()[language.base or language.code])
    convert = in_cyrillic if language.cyrillic else lambda text: in_words_of(text, code=language.code)
    for message in whole:
        if message.id and message.string and message.context != _CODES:
            forms = [message.string] if isinstance(message.string, str) else message.string
            changed = tuple(convert(form) for form in forms)
            message.string = changed[0] if isinstance(message.string, str) else changed
    return whole


def written(language: PageLanguage) -> Catalog:
    """What stands in the catalogues of a language itself, our own texts first."""
    whole = read(language.folder / SOURCES[0])
    for name in SOURCES[1:]:
        file = language.folder / name
        for message in read(file) if file.is_file() else ():
            if message.id and whole.get(message.id, context=message.context) is None:
                whole[message.id] = message
    return whole


def read(file: Path) -> Catalog:
    """One catalogue as it is written, with the plural forms of its own header."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - as above

    with file.open("rb") as stream:
        return read_po(stream)


def is_whole(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a text is translated, in all its plural forms."""
    return bool(translation) and (isinstance(translation, str) or all(translation))


def in_cyrillic(text: str) -> str:
    """A text in Latin letters as Cyrillic ones, but for what stays Latin by the list and by its kind."""
    return _around(text, _latin(), lambda part: to_cyrillic(_two_sounds().sub(_parted, part)).replace("\u2060", ""))


def in_words_of(text: str, *, code: str) -> str:
    """A text of the base with the words of a language that differs from it, in the same capitals."""
    exact, stems = _words(code)

    def word(found: re.Match[str]) -> str:
        old = found.group()
        low = old.lower()
        new = exact.get(low)
        if new is None:
            stem = next((low[:end] for end in range(len(low), 1, -1) if low[:end] in stems), None)
            if stem is None:
                return old
            new = stems[stem] + low[len(stem) :]
        if len(old) > 1 and old.isupper():
            return new.upper()
        return new[:1].upper() + new[1:] if old[:1].isupper() else new

    return _around(text, _kept(), lambda part: _WORD.sub(word, part))


def _is_written(language: PageLanguage) -> bool:
    return (language.folder / SOURCES[0]).is_file()


def _around(text: str, kept: re.Pattern[str], change: Callable[[str], str]) -> str:
    """The text changed everywhere but in what is kept."""
    return "".join(_parts(text, kept, change))


def _parts(text: str, kept: re.Pattern[str], change: Callable[[str], str]) -> Iterator[str]:
    start = 0
    for found in kept.finditer(text):
        yield change(text[start : found.start()])
        yield found.group()
        start = found.end()
    yield change(text[start:])


@cache
def _kept() -> re.Pattern[str]:
    return re.compile(_KEPT)


@cache
def _latin() -> re.Pattern[str]:
    words: Any = tables()["latin"]["words"]
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"{_KEPT}|(?<![^\W_])(?:{listed})(?![^\W\d_])")


@cache
def _two_sounds() -> re.Pattern[str]:
    stems: Any = tables()["latin"]["two_sounds"]
    return re.compile(
        "|".join(rf"(?<={first})(?={second})" for first, second in (stem.split("|") for stem in stems)), re.IGNORECASE
    )


def _parted(_found: re.Match[str]) -> str:
    return "\u2060"


@cache
def _words(code: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Words and beginnings of words (`stem*`) of the base, and what stands for them in a language."""
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    with (LOCALE / "words.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader((line for line in stream if not line.startswith("#")), dialect="excel-tab")
        for row in rows:
            old, new = row["base"], row[code] or row["base"]
            if old.endswith("*"):
                stems[old[:-1]] = new.removesuffix("*")
            else:
                exact[old] = new
    return exact, stems
