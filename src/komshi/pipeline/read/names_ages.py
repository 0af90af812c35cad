"""The age beside a name: (35), /29/, a comma and "34 years", "31-year-old", the same in one word. A year in
brackets is no age.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from komshi.pipeline.region import Language
from komshi.pipeline.text.fold import fold
from komshi.pipeline.types import Span

_BRACKET = re.compile(r"\s?[(/\[]\s?(?:(\d{2})|((?:19|20)\d{2}))\b\.?(?:\s?[^\W\d_]{1,12}\.?)?\s?[)/\],]")
_COMMA = re.compile(r",?\s{1,2}(\d{2})(?:[\s-]{1,2}([^\W\d_]{1,14})|(?=,))")
_BEFORE = re.compile(r"(\d{2})[\s-]{0,2}([^\W\d_]{1,16})(?:[\s-]([^\W\d_]{1,12}))?\s{1,2}$")
_WORD_BEFORE = re.compile(r"([^\W\d_]{8,40})\s{1,2}$")
_YOUNGEST, _OLDEST = 12, 99


@dataclass(frozen=True, slots=True)
class Age:
    """`years` is None for a year of birth; `end` is where the brackets end, or the name if the age stands before it."""

    years: int | None
    span: Span
    end: int


class Ages:
    """Reads the age beside a name in one language."""

    def __init__(self, language: Language) -> None:
        table = language.table("names", "age")
        self._after = tuple(fold(w) for w in table.get("after", ()))
        self._before = tuple(fold(w).replace("-", " ").split()[0] for w in table.get("before", ()))
        # What the word right before the name has to hold; most have not, so little is looked at.
        self._hint = tuple({fold(w).replace("-", " ").split()[-1] for w in table.get("before", ())})
        self._spelt = _spelt(table)

    def __call__(self, text: str, start: int, end: int) -> Age | None:
        """The age of the person named at `start:end`, if one stands beside the name."""
        match = _BRACKET.match(text, end)
        if match:
            years = int(match.group(1)) if match.group(1) else None
            if years is None or _YOUNGEST <= years <= _OLDEST:
                return Age(years, match.span(1) if match.group(1) else match.span(2), match.end())
        match = _COMMA.match(text, end)
        if match and (match.group(2) is None or fold(match.group(2)).startswith(self._after or ("\0",))):
            return Age(int(match.group(1)), match.span(1), match.end())
        return self._in_front(text, start, end)

    def _in_front(self, text: str, start: int, end: int) -> Age | None:
        low = max(0, start - 44)
        last = fold(text[low:start].rstrip().rsplit(" ", 1)[-1])
        if not any(hint in last for hint in self._hint):
            return None
        match = _BEFORE.search(text[low:start])
        if match and fold(match.group(2)).startswith(self._before or ("\0",)):
            return Age(int(match.group(1)), (low + match.start(1), low + match.end(1)), end)
        match = _WORD_BEFORE.search(text[low:start])
        if match:
            word = fold(match.group(1))
            for spelt, years in self._spelt:
                if word.startswith(spelt) and word[len(spelt) :].startswith(self._before):
                    return Age(years, (low + match.start(1), low + match.end(1)), end)
        return None


def _spelt(table: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Ages written as one word, longest first, so that forty-two is not forty."""
    tens, ones = table.get("tens", {}), {"": 0, **table.get("ones", {})}
    joins = table.get("joined_by", [""])
    words = {fold(f"{t}{j}{o}"): tens[t] + ones[o] for t, j, o in product(tens, joins, ones) if o or not j}
    return sorted(words.items(), key=lambda item: -len(item[0]))
