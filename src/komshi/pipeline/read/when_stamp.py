"""The date that a page or an agency puts at the head of a text: when it was published, not when anything happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.read.when_calendar import Published, first_day
from komshi.pipeline.read.when_mentions import Mention, TimeWords

_WITHIN = 160
# A date as machines write it, by which a text begins, perhaps after one word for it (“date 2024-05”).
_HEAD = re.compile(r"\s*(?:[^\W\d_]+:?\s+)?((?:19[5-9]|20[0-9])[0-9]-(?:0[1-9]|1[0-2]))(?:-[0-3][0-9])?(?![-/.]?[0-9])")
# “Town, 5 July (Agency) –”: the line of an agency.
_FILED = re.compile(r"\s?(?:\([^()\n]{1,24}\)\s?)?[-–—]")
_LONGEST_FILED = 40
# “On 4 June”, “më 4 qershor”, “dana 4. juna” open many a first sentence: what stands before a date says that it is the
# text's own only with a longer word (“Published on”).
_SHORTEST_STAMP = 5
_CLOCK = re.compile(r"[\s,.]{0,3}(?:[^\W\d_]{1,4}\s)?[0-9]{1,2}[:.][0-9]{2}(?:\s?h\b)?")


def month_at_head(text: str) -> str | None:
    """The month by which a text begins (“2024-05”), as an archive puts it there."""
    match = _HEAD.match(text)
    return match.group(1) if match else None


def stamp_of(
    prepared: Prepared, mentions: Sequence[Mention], *, words: TimeWords, now: Published
) -> tuple[Mention | None, bool]:
    """The date at the head of a text (None where there is none, or only a month), and whether it says when the text
    was written: in a menu (“Home > News | 22. 11. 2024.”) it is the day a page was fetched.
    """
    text = prepared.text
    head = _HEAD.match(text)
    for mention in mentions:
        start, end = prepared.folding.span(mention.start, mention.end)
        if start > _WITHIN:
            break
        if mention.kind != "date" or mention.precision != "day":
            continue
        if head is not None and start < head.end():
            return mention, True
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if "|" in line or ">" in line:
            return mention, False
        rest = text[end : line_start + len(line)]
        if _is_filed(mention, text[line_start:start], rest, now):
            return mention, True
        glued = text[end - 1].isalpha()
        labels = _labels(prepared, mention, line_start, words)
        if (start == line_start and (glued or _is_alone(rest))) or "stamp" in labels or (labels and _is_alone(rest)):
            return mention, True
    return None, head is not None


def _labels(prepared: Prepared, mention: Mention, line_start: int, words: TimeWords) -> set[str]:
    """What the words before a date on its line are, where they only introduce it: `stamp` (“Published on”), or `day`
    (“Monday,” and short words that may also begin a sentence).
    """
    days = {
        at
        for hit in prepared.hits.get("time", ())
        if hit.term.id.startswith("weekday.")
        for at in range(hit.first, hit.last)
    }
    labels: set[str] = set()
    at = mention.first - 1
    while at >= 0 and prepared.word_starts[at] >= line_start:
        word = prepared.tokens.words[at]
        if word not in words.stamp and at not in days:
            return set()
        labels.add("stamp" if at not in days and len(word) >= _SHORTEST_STAMP else "day")
        at -= 1
    return labels


def _is_filed(mention: Mention, before: str, rest: str, now: Published) -> bool:
    """Whether an agency's line begins the text: a place, the day, a dash."""
    if not before.strip() or len(before) > _LONGEST_FILED or _FILED.match(rest) is None:
        return False
    if now.day is None or mention.date is None:
        return mention.date is not None and before.rstrip()[-1:] == ","
    return abs(now.day - first_day(mention.date)) <= timedelta(days=1)


def _is_alone(rest: str) -> bool:
    """Whether nothing, an hour, or only a dash and the text, follows a date on its line."""
    if clock := _CLOCK.match(rest):
        rest = rest[clock.end() :]
    rest = rest.lstrip(" .")
    return not rest or rest[0] in "-–—/"
