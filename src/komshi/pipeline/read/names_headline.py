"""Names in a headline that writes nearly every word with a capital, as English ones do."""

from __future__ import annotations

import re

from komshi.pipeline.read.names_mention import Mention

# A line of so many words at least, nearly all the longer of which begin with a capital, is such a headline.
_FEWEST, _CAPITALS, _LONGER = 5, 0.8, 4
_LONGEST = 160
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def without_headline_words(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without what looks like a name in such a headline ("Deputy *Walks* Free") and is never said again below it."""
    end = text.find("\n")
    if not 0 < end <= _LONGEST or not _has_capitals(text[:end]):
        return mentions
    below = text[end:]
    return [one for one in mentions if one.start >= end or _is_said(one, below)]


def _has_capitals(line: str) -> bool:
    words = [word for word in _WORD.findall(line) if len(word) >= _LONGER]
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) >= _CAPITALS * len(words)


def _is_said(mention: Mention, text: str) -> bool:
    return re.search(rf"\b{re.escape(mention.words[-1])}", text) is not None
