"""Words of a folded text with their offsets, and the sentences they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
# A sentence ends at . ! ? … (and closing quotes) before a capital, a quote or a digit; or at the end of a line.
_BREAK = re.compile(r"(?:([.!?…])[\"'”“’»)\]]*\s+(?=[\"'„“”«(\[–—-]?\s?[^\W_])|(?<!\s)\s*\n\s*)")
_LAST_WORD = re.compile(r"([^\W\d_]+|\d+)\.$")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: the words of a folded text and where each one starts and ends in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """The index of the first word that ends after the folded `offset` (the number of words if there is none)."""
        return bisect_right(self.ends, offset)

    def __len__(self) -> int:
        return len(self.words)


def tokenize(folded: str) -> Tokens:
    """Cut a folded text into runs of letters and digits."""
    spans = [match.span() for match in _WORD.finditer(folded)]
    return Tokens([folded[a:b] for a, b in spans], [a for a, _ in spans], [b for _, b in spans])


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
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match.group(1) and not _ends(text, match, abbreviations):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text) or not spans:
        spans.append((start, len(text)))
    return Sentences(spans, [a for a, _ in spans])


def _ends(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether this stop ends a sentence, not an initial, an abbreviation or an ordinal number."""
    following = text[match.end() : match.end() + 1]
    if following.islower():
        return False
    if match.group(1) != ".":
        return True
    last = _LAST_WORD.search(text, max(0, match.start() - 20), match.start() + 1)
    if last is None:
        return True
    word = last.group(1)
    if word.isdigit():
        return not following.isdigit() and len(word) > 2
    return len(word) > 1 and word.lower() not in abbreviations
