"""Folding: one plain lower-case Latin form of a text in either script, with a way back to the original offsets.

Words are looked up in the folded form, so a term is written once and found in Latin, in Cyrillic, with and without
diacritics. The tables are letters, not words: they belong to scripts, not to a language.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Cyrillic letters that wander in from Bulgarian, Russian and Ukrainian pages, and those of Serbian and Macedonian.
_WANDERING = {
    "й": "j", "щ": "st", "ъ": "a", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ё": "e",
    "і": "i", "ї": "i", "є": "e", "ґ": "g",
}  # fmt: skip
_CYRILLIC = _WANDERING | {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "ѓ": "gj", "е": "e", "ж": "z", "з": "z", "ѕ": "dz",
    "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "ћ": "c", "ќ": "kj", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s",
    "ѝ": "i", "ѐ": "e",
}  # fmt: skip
# Latin letters whose plain form is not simply the base letter; đ is also written dj, so both become dj.
_LATIN = {"đ": "dj", "ð": "dj", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ŀ": "l", "þ": "th",
          "ŉ": "n", "ĸ": "k", "ſ": "s", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj", "ǅ": "dz", "ǈ": "lj", "ǋ": "nj"}  # fmt: skip
# Portals put it into words that social networks hide: “dro^gë”.
_SPLITTER = "^"
_DROPPED = {ord(_SPLITTER), 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, *range(0x0300, 0x0370)}
_SIZE = 0x2100

# Letters that look alike in the two scripts: (Latin, Cyrillic). A word that mixes scripts was typed or pasted wrongly.
_ALIKE = [("a", "а"), ("e", "е"), ("o", "о"), ("p", "р"), ("c", "с"), ("x", "х"), ("j", "ј"), ("s", "ѕ"), ("i", "і"),
          ("A", "А"), ("B", "В"), ("E", "Е"), ("K", "К"), ("M", "М"), ("H", "Н"), ("O", "О"), ("P", "Р"), ("C", "С"),
          ("T", "Т"), ("X", "Х"), ("J", "Ј"), ("S", "Ѕ"), ("y", "у"), ("I", "І")]  # fmt: skip
_TO_LATIN = {ord(c): lat for lat, c in _ALIKE}
_TO_CYRILLIC = {ord(lat): c for lat, c in _ALIKE}
_LATIN_LETTER = "A-Za-z\u00c0-\u024f"
_CYRILLIC_LETTER = "\u0400-\u04ff"
# The first letter stands apart in these: a search for one of a set is quicker than a search for a run.
_WORD_AT = re.compile(f"[{_LATIN_LETTER}{_CYRILLIC_LETTER}][{_LATIN_LETTER}{_CYRILLIC_LETTER}]*")
_ANY_CYRILLIC = re.compile(f"[{_CYRILLIC_LETTER}]")
_CYRILLIC_RUN = re.compile(f"[{_CYRILLIC_LETTER}][{_CYRILLIC_LETTER}]*")
_LATIN_RUN = re.compile(f"[{_LATIN_LETTER}][{_LATIN_LETTER}]*")
_LETTER = re.compile(f"[{_LATIN_LETTER}{_CYRILLIC_LETTER}]")

# Most Latin texts have these letters and marks only; what replaces them one by one is quicker than a table
# for more than a few words.
_FEW = 200
_OFTEN = (("č", "c"), ("ć", "c"), ("š", "s"), ("ž", "z"), ("đ", "dj"), ("ë", "e"), ("ç", "c"))
_OFTEN_LETTERS = frozenset("".join(letter + letter.upper() for letter, _ in _OFTEN))
UNUSUAL_LETTER = re.compile(
    "["
    + "".join(chr(n) for n in range(0xC0, 0x250) if chr(n).isalpha() and chr(n) not in _OFTEN_LETTERS)
    + "".join(letter + letter.upper() for letter in _WANDERING)
    + "]"
)
"""A letter that few words of the region have: the text may be in a language from elsewhere."""
TYPOGRAPHIC = "–—„“”‘’«»…"
"""Marks that are no letters and that folding leaves as they are."""


def _plain(character: str) -> str:
    """The folded form of one character."""
    if ord(character) in _DROPPED:
        return ""
    lower = character.lower() if len(character.lower()) == 1 else unicodedata.normalize("NFD", character.lower())[0]
    for table in (_CYRILLIC, _LATIN):
        if lower in table:
            return table[lower]
    base = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    return _CYRILLIC.get(base, base) or lower


# A list is quicker for `str.translate` than a dict: a missing key costs an exception for each plain character.
_TABLE: list[str] = [_plain(chr(n)) for n in range(_SIZE)]
_UNEVEN = re.compile("[" + "".join(re.escape(chr(n)) for n in range(_SIZE) if len(_TABLE[n]) != 1) + "]")


class Folded:
    """A text and its folded form; `original` and `span` lead from folded offsets back to the text."""

    __slots__ = ("__dict__", "_right", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # Kept: a look-alike may fold to two letters where the letter that was typed folds to one.
        self._right = _unmix(text)
        self.folded = _fold(self._right)

    @cached_property
    def _steps(self) -> tuple[list[int], list[int]]:
        """Where the two texts shift: folded offsets (ascending), and the original offset that each one stands for."""
        at: list[int] = []
        origin: list[int] = []
        if _is_plain(self.text):
            return at, origin
        shift = 0
        for match in _UNEVEN.finditer(self._right):
            i = match.start()
            length = len(_TABLE[ord(match.group())])
            for extra in range(1, length):
                at.append(i + shift + extra)
                origin.append(i)
            shift += length - 1
            at.append(i + 1 + shift)
            origin.append(i + 1)
        return at, origin

    def original(self, offset: int) -> int:
        """The offset in the text of the character that stands at `offset` of the folded form."""
        at, origin = self._steps
        step = bisect_right(at, offset) - 1
        return offset if step < 0 else origin[step] + (offset - at[step])

    def originals(self, offsets: list[int]) -> list[int]:
        """`original` of many ascending offsets, in one pass."""
        at, origin = self._steps
        if not at:
            return offsets
        found: list[int] = []
        step = -1
        last = len(at) - 1
        for offset in offsets:
            while step < last and at[step + 1] <= offset:
                step += 1
            found.append(offset if step < 0 else origin[step] + (offset - at[step]))
        return found

    def folded_offset(self, offset: int) -> int:
        """Where the folded form of the text before `offset` ends: the way there that `original` leads back."""
        at, origin = self._steps
        step = bisect_left(origin, offset)
        here = offset if step == 0 else at[step - 1] + (offset - origin[step - 1])
        # Behind a character that folds to nothing, the step itself says so.
        return min(here, at[step]) if step < len(at) and origin[step] == offset else here

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that the folded span `start:end` came from."""
        if end <= start:
            return self.original(start), self.original(start)
        return self.original(start), self.original(end - 1) + 1


def fold(text: str) -> str:
    """The folded form alone, for keys and comparisons."""
    return text.lower() if _is_plain(text) else _fold(_unmix(text))


def fold_all(texts: Iterable[str]) -> list[str]:
    """The folded forms of many short texts of one line each: together they cost a fraction of one by one."""
    lines = list(texts)
    folded = fold("\n".join(lines)).split("\n") if lines else []
    return folded if len(folded) == len(lines) else [fold(line) for line in lines]


def plain_marks(text: str) -> str:
    """The text with each typographic mark as a space: most folded texts are ASCII then."""
    if not text.isascii():
        for mark in TYPOGRAPHIC:
            text = text.replace(mark, " ")
    return text


def script_of(text: str) -> str:
    """`Cyrl` or `Latn`: the script that most letters of the opening belong to."""
    head = text[:4000]
    cyrillic = _count_cyrillic(head)
    if not cyrillic or cyrillic * 2 > len(head):
        return "Cyrl" if cyrillic else "Latn"
    return "Cyrl" if cyrillic > sum(map(len, _LATIN_RUN.findall(head))) else "Latn"


def _count_cyrillic(text: str) -> int:
    """How many letters are Cyrillic: their UTF-16 units have the upper byte 4, and counting bytes costs little."""
    return 0 if text.isascii() else text.encode("utf-16-le", "surrogatepass")[1::2].count(4)


def _fold(text: str) -> str:
    """The folded form of a text that mixes no scripts inside its words."""
    if _is_plain(text):
        return text.lower()
    lower = text.lower() if len(text) > _FEW and _SPLITTER not in text else ""
    if len(lower) == len(text):
        for letter, plain in _OFTEN:
            lower = lower.replace(letter, plain)
        if plain_marks(lower).isascii():
            return lower
    return text.translate(_TABLE)


def _is_plain(text: str) -> bool:
    """Whether folding only makes letters small."""
    return text.isascii() and _SPLITTER not in text


def _unmix(text: str) -> str:
    """The text with look-alike letters of the other script put right inside words; its length never changes."""
    cyrillic = _count_cyrillic(text)
    if not cyrillic:
        return text
    rare, other = (_LATIN_RUN, _CYRILLIC_RUN) if cyrillic * 2 > len(text) else (_CYRILLIC_RUN, _LATIN_RUN)
    parts: list[str] = []
    done = 0
    for match in rare.finditer(text):
        start, end = match.span()
        if start < done or not (other.match(text, end) or (start and other.match(text, start - 1))):
            continue
        while start > done and _LETTER.match(text, start - 1):
            start -= 1
        word = _WORD_AT.match(text, start)
        assert word is not None
        parts += (text[done:start], _unmix_word(word))
        done = word.end()
    return "".join((*parts, text[done:])) if parts else text


def _unmix_word(match: re.Match[str]) -> str:
    word = match.group()
    cyrillic = len(_ANY_CYRILLIC.findall(word))
    return word.translate(_TO_LATIN if cyrillic * 2 <= len(word) else _TO_CYRILLIC)
