"""Words of a folded text with their offsets, and the sentences they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import add

from komshi.pipeline.text.fold import plain_marks

_SEPARATOR = re.compile(r"[\W_]")
# The same for ASCII, byte by byte.
_SEPARATED = bytes(n if chr(n).isalnum() else 32 for n in range(128)) + bytes(128)
# A sentence ends at . ! ? … (and closing quotes) before a capital, a quote or a digit; or at the end of a line. Both
# begin with one of a set of characters: a search for them is quick.
_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)\s*|(?<!\n)[\"'”“’»)\]]*\s+(?=[\"'„“”«(\[–—-]?\s?[^\W_]))")
_LAST_WORD = re.compile(r"([^\W\d_]+|\d+)\.$")
_LONGEST_LAST_WORD = 20


class Tokens:
    """Parallel lists: the words of a folded text and where each one starts and ends in it.

    Most texts are put aside by their words alone, so the offsets are worked out when they are first asked for.
    """

    __slots__ = ("_separated", "ends", "starts", "words")
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __init__(
        self,
        words: list[str],
        starts: list[int] | None = None,
        ends: list[int] | None = None,
        *,
        separated: str | None = None,
    ) -> None:
        self.words = words
        self._separated = separated
        if starts is not None and ends is not None:
            self.starts = starts
            self.ends = ends

    def __getattr__(self, name: str) -> list[int]:
        """`starts` and `ends`, which are attributes like any other once they have been asked for."""
        if name == "starts":
            pieces = (self._separated or "").split(" ")
            # A piece begins behind all pieces before it and one space for each.
            self.starts = list(compress(map(add, accumulate(map(len, pieces), initial=0), count()), pieces))
            return self.starts
        if name == "ends":
            self.ends = list(map(add, self.starts, map(len, self.words)))
            return self.ends
        raise AttributeError(name)

    def at(self, offset: int) -> int:
        """The index of the first word that ends after the folded `offset` (the number of words if there is none)."""
        return bisect_right(self.ends, offset)

    def counts(self, edges: Sequence[int]) -> list[int]:
        """How many words start before the first of some folded offsets (ascending), between two of them, and after."""
        separated = self._separated
        if separated is None:
            before = [bisect_left(self.starts, edge) for edge in edges]
            return [b - a for a, b in zip([0, *before], [*before, len(self)], strict=True)]
        return [len(separated[a:b].split()) for a, b in zip([0, *edges], [*edges, len(separated)], strict=True)]

    def __len__(self) -> int:
        return len(self.words)


def tokenize(folded: str) -> Tokens:
    """Cut a folded text into runs of letters and digits."""
    plain = plain_marks(folded)
    if plain.isascii():
        separated = plain.encode("ascii").translate(_SEPARATED).decode("ascii")
    else:
        separated = _SEPARATOR.sub(" ", folded)
    return Tokens(separated.split(), separated=separated)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentence spans of the canonical text, in order; they cover it without gaps."""

    spans: list[tuple[int, int]]
    starts: list[int]

    def at(self, offset: int) -> int:
        """The index of the sentence that the character at `offset` stands in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def __len__(self) -> int:
        return len(self.spans)


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> Sentences:
    """Cut a text into sentences. `abbreviations` are lower-case words that a full stop may follow inside a sentence."""
    starts = [0]
    for match in _BREAK.finditer(text):
        first, end = match.span()
        # The end of a line ends a sentence, whatever stands before it (“Author: M. Đ.”).
        if "\n" in match.group() or _ends(text, first, end, abbreviations):
            starts.append(end)
    if len(starts) > 1 and starts[-1] == len(text):
        starts.pop()
    return Sentences(list(zip(starts, [*starts[1:], len(text)], strict=True)), starts)


def _ends(text: str, stop: int, following: int, abbreviations: frozenset[str]) -> bool:
    """Whether this stop ends a sentence, not an initial, an abbreviation or an ordinal number."""
    after = text[following : following + 1]
    if after.islower():
        return False
    if text[stop] != ".":
        return True
    before = text[max(0, stop - _LONGEST_LAST_WORD) : stop]
    word = before[before.rfind(" ") + 1 :]
    if not word.isalpha():
        last = _LAST_WORD.search(before + ".")
        if last is None:
            return True
        word = last.group(1)
        if word.isdigit():
            return not after.isdigit() and len(word) > 2
    return len(word) > 1 and word.lower() not in abbreviations
