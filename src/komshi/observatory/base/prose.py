"""Whether a sentence that a member wrote may be shown to anybody: it must name no person, give no initials and no age.

Not what looks like a name is looked for, but what is known to be none: a capital is let through in a place, an
institution, a month, and in an ordinary word that begins a sentence. When in doubt the sentence is withheld.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from komshi.observatory.base.known_words import (
    KnownWords,
    Words,
    forms_of,
    known_words,
    looks_like_a_name,
    ordinary_words,
)
from komshi.observatory.base.region import current_region
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:@|https?:|www\.)\S*", re.IGNORECASE)
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.")
_AGE = 110
_OPENING = " \t\u00a0\"'„“”«»‘’([–—-"


def safe_prose(text: str, *, language: str) -> str:
    """The text as it is when nothing in it may name a person; otherwise nothing at all."""
    return "" if doubtful_words(text, language=language) else text


def doubtful_words(text: str, *, language: str) -> list[str]:
    """What keeps the text from the public, each once: words that may be names, initials, addresses, numbers like ages.

    A text in a language that nobody has described is doubtful as a whole.
    """
    code = _code(language)
    if code is None:
        return [text.strip()] if text.strip() else []
    found = _ADDRESS.findall(text) + _INITIAL.findall(text)
    found += _words_in_doubt(text, code)
    return list(dict.fromkeys(found))


def _words_in_doubt(text: str, code: str) -> Iterator[str]:
    known, plain, tokens = known_words(code), ordinary_words(code), list(_TOKEN.finditer(text))
    if known is None:
        return
    inside: set[int] = set()
    for number, token in enumerate(tokens):
        if number in inside:
            continue
        word, after = token.group(), tokens[number + 1].group() if number + 1 < len(tokens) else ""
        if word[0].isdecimal():
            if _may_be_an_age(word, after, text[token.end() : token.end() + 1], known):
                yield word
        elif word[0].isupper():
            length = _known_name([one.group() for one in tokens[number : number + 5]], code)
            inside |= set(range(number, number + length))
            if not length and not (_begins_sentence(text, token.start()) and _is_ordinary(word, known, plain)):
                yield word
        elif looks_like_a_name(fold(word)) and fold(word) not in plain:
            yield word


def _is_ordinary(word: str, known: KnownWords, plain: Words) -> bool:
    folded = fold(word)
    return folded in plain.whole or (not looks_like_a_name(folded) and (folded in plain or known.in_address(folded)))


def _may_be_an_age(number: str, after: str, next_to_it: str, known: KnownWords) -> bool:
    if not number.isdecimal() or int(number) > _AGE or next_to_it == "%":
        return False
    return next_to_it == "-" or not after or not known.is_thing(fold(after))


def _begins_sentence(text: str, at: int) -> bool:
    left = text[:at].rstrip(_OPENING)
    return not left or left[-1] in ".!?:\n"


def _code(language: str) -> str | None:
    family = current_region().family
    return family.get(language) or family.get(language.partition("-")[0])


def _known_name(words: list[str], code: str) -> int:
    """How many words from the first on are the name of a place, an institution or a month; 0 for none."""
    if words[0] in _abbreviations():
        return 1
    folded, forms, names = [fold(word) for word in words], forms_of(code), _names(code)
    for length in range(min(len(folded), max(names)), 0, -1):
        part, known = folded[:length], names.get(length, frozenset())
        if " ".join(part) in known:
            return length
        if length == 1:
            if not looks_like_a_name(part[0]) and forms.bases(part[0], known):
                return 1
        elif any(
            all(forms.bases(word, {wanted}) for word, wanted in zip(part, name.split(), strict=True)) for name in known
        ):
            return length
    return 0


@cache
def _names(code: str) -> dict[int, frozenset[str]]:
    """Folded names of towns, countries, regions and institutions in every language, by their number of words."""
    region = current_region()
    written = {name for row in region.municipalities for key, name in row.items() if key in {"own", *region.languages}}
    written |= {row["name"] for row in region.tables.get("regions", ())}
    for language in region.languages.values():
        written |= set(language.table("labels", "countries").values())
        for table in language.files.get("labels", {}).values():
            if isinstance(table, dict) and isinstance(table.get("countries"), dict):
                written |= set(table["countries"].values())
    for one in region.files.get("institutions", {}).values():
        written |= {*one.get("names", {}).values(), re.sub(r"\(.*?\)", "", one.get("en", ""))}
    by_length: dict[int, set[str]] = {1: set(_time_words(code))}
    for name in written:
        words = [fold(token) for token in _TOKEN.findall(name)]
        by_length.setdefault(len(words), set()).add(" ".join(words))
    return {length: frozenset(names) for length, names in by_length.items() if length}


def _time_words(code: str) -> set[str]:
    """Months and days of the week, which some languages write with a capital."""
    language = current_region().languages[code]
    tables = (language.table("time", name) for name in ("month", "weekday"))
    said = [word for table in tables for entries in table.values() for word in [*entries, *entries.values()]]
    return {fold(token) for one in said for token in _TOKEN.findall(one)}


@cache
def _abbreviations() -> frozenset[str]:
    """Institutions as they are written in capitals."""
    institutions = current_region().files.get("institutions", {}).values()
    return frozenset(word for one in institutions for word in one.get("abbreviations", ()))
