"""How a text writes a place name: with a capital, in quotes, as a heading, as the line of where it was filed."""

from __future__ import annotations

import re
from bisect import bisect_left

from komshi.pipeline.read.places_index import Found, Name
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.prepared import Prepared

QUOTES = re.compile('[„“”«»"]')
_DATELINE = re.compile(r"(?:[,/ ][^\n.!?:;—–]{0,24})?\s?(?:—|–|--|//|/|- )")
_HEADING = re.compile(r"\s?([:,/|])\s?[\"„“”«]?(\w)")
_WORD = re.compile(r"[^\W_]+")
_MARKED = {"č": "c", "ć": "c", "š": "s", "ž": "z"}
_LATIN = str.maketrans({"ч": "č", "ћ": "ć", "ш": "š", "ж": "ž", "ц": "c", "с": "s", "з": "z"})
_DIGRAPHS = frozenset(("љ", "њ", "џ"))
# What the case of a name changes at its end.
_ENDING = 1
_CAPITALS_AT_LEAST = 2
_ABBREVIATION = 3
# Letters and words of a name in quotes.
_LONGEST_NAME, _MOST_IN_NAME = 40, 5


def capitals(p: Prepared) -> list[bool]:
    """For each word, whether it begins with a capital. Cutting the text anew is quicker than asking word by word."""
    written = _WORD.findall(p.text)
    if len(written) == len(p.tokens):
        return [word[0].isupper() for word in written]
    return [p.is_capital(at) for at in range(len(p.tokens))]


def written_as_name(p: Prepared, hit: Found, *, name: Name) -> bool:
    """Whether the text writes the words as a name: with a capital, an abbreviation with all its capitals."""
    if not p.is_capital(hit.first):
        return name.written[:1].islower()
    if _written_otherwise(p, hit, name):
        return False
    if len(name.written) <= _ABBREVIATION and sum(c.isupper() for c in name.written) >= _CAPITALS_AT_LEAST:
        start, end = p.span(hit.first, hit.last)
        return sum(c.isupper() for c in p.text[start:end]) >= _CAPITALS_AT_LEAST
    return True


def _written_otherwise(p: Prepared, hit: Found, name: Name) -> bool:
    """Whether the text has a letter with a mark where the name has the plain one: it is no case of that name."""
    start, end = p.span(hit.first, hit.last)
    written, known = p.text[start:end].lower(), name.written.lower()
    if not _DIGRAPHS.isdisjoint(written + known):
        return False  # the letters of two scripts do not stand side by side
    stem = max(min(len(written), len(known)) - _ENDING, 0)
    letters = zip(written[:stem].translate(_LATIN), known[:stem].translate(_LATIN), strict=True)
    return any(_MARKED.get(read) == plain for read, plain in letters)


def is_quoted(p: Prepared, mention: Mention, *, quotes: list[int]) -> bool:
    """Whether the place is part of a short name in quotes: a society, a paper, an operation, a café. `quotes` is where
    quotation marks stand in the text.
    """
    start, end = p.span(mention.first, mention.last)
    after = bisect_left(quotes, start)
    if not 0 < after < len(quotes) or quotes[after] > end + _LONGEST_NAME or quotes[after - 1] < start - _LONGEST_NAME:
        return False
    line = p.text.rfind("\n", 0, start) + 1
    if not (after - bisect_left(quotes, line)) % 2:
        return False
    name = p.text[quotes[after - 1] + 1 : quotes[after]]
    return len(name.split()) <= _MOST_IN_NAME and name[-1] not in ".,!?…" and "\n" not in name


def is_heading(p: Prepared, mention: Mention) -> bool:
    """Whether a title or a lead begins with the place and goes on with what happened there: “Tuzi: …”, “Fier, …”."""
    start, end = p.span(mention.first, mention.last)
    if mention.sentence > 1 or not mention.exact or (start and p.text[start - 1] != "\n"):
        return False
    if not mention.first and mention.last >= len(p.tokens):
        return False
    match = _HEADING.match(p.text, end)
    return match is not None and (match.group(1) != "," or match.group(2).islower())


def fills_quotes(p: Prepared, mention: Mention) -> bool:
    """Whether nothing but the place stands in its quotes."""
    start, end = p.span(mention.first, mention.last)
    return bool(QUOTES.fullmatch(p.text[start - 1 : start]) and QUOTES.fullmatch(p.text[end : end + 1]))


def is_dateline(p: Prepared, mention: Mention) -> bool:
    """Whether the place opens a line and a dash or a stroke follows, as where a report was filed."""
    start, end = p.span(mention.first, mention.last)
    if start > 1 and p.text[start - 1] not in "\n(" and p.text[start - 2] != "\n":
        return False
    return _DATELINE.match(p.text, end) is not None
