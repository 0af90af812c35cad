"""What is told with a time long before the news: last year, months ago, a year that is over."""

from __future__ import annotations

from collections.abc import Iterable

from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.read.when_calendar import Published, first_day
from komshi.pipeline.read.when_mentions import Mention

# News is read within three weeks; what happened earlier is another story.
_DAYS = 21
# Words between an old time and what it dates, inside one clause.
_BESIDE = 8
_MOST = 50


class OldTimes:
    """The old times of a text. Without a date of publication only words that say it plainly count."""

    def __init__(self, mentions: Iterable[Mention], now: Published) -> None:
        mentions = list(mentions)
        # “From April 2022 to June 2023”: the period of the offence, not an earlier story.
        begun = {mention.sentence for mention in mentions if mention.since}
        self.periods = frozenset(
            mention.sentence for mention in mentions if mention.until and mention.sentence in begun
        )
        self._mentions = [
            mention
            for mention in mentions
            if mention.kind != "stamp"
            and mention.sentence not in self.periods
            # “Since January they have carried …” is the offence itself, up to now.
            and not (mention.since and mention.precision == "month")
            and is_old(mention, now)
        ]
        self.sentences = frozenset(mention.sentence for mention in self._mentions)
        # In the sentence of the news only years tell another story: a late report may date the news weeks back, and
        # without a date of publication a bare year may be that of the news.
        self._sure = [
            mention
            for mention in self._mentions
            if mention.precision == "year" and (now.year is not None or mention.kind in {"ago", "year_ago"})
        ][:_MOST]

    def beside(self, prepared: Prepared, words: tuple[int, int]) -> bool:
        """Whether an old time stands in one clause with some words (the first, and the one after the last)."""
        first, last = words
        sentence = prepared.sentence_of_word[first]
        tokens = prepared.tokens
        for mention in self._sure:
            if mention.sentence != sentence:
                continue
            left, right = (mention.last, first) if mention.last <= first else (last, mention.first)
            if 0 <= right - left <= _BESIDE and not set(",;:-–") & set(
                prepared.folded[tokens.ends[left - 1] : tokens.starts[right]]
            ):
                return True
        return False


def is_old(mention: Mention, now: Published) -> bool:
    """Whether a time is long before publication. “Seven days ago” is: the news itself is dated by a day."""
    if mention.kind == "ago":
        return mention.precision != "day" or _days_before(mention, now) > 2
    if mention.kind == "year_ago":
        return mention.date is None or now.year is None or int(mention.date) < now.year
    if mention.date is None:
        return False
    if now.year is None:
        return mention.precision == "year"
    if mention.precision == "year":
        return int(mention.date[:4]) < now.year
    if mention.precision == "month":
        return mention.date[:7] < f"{now.year:04d}-{now.month or 12:02d}"
    return _days_before(mention, now) > _DAYS


def _days_before(mention: Mention, now: Published) -> int:
    if mention.date is None or now.day is None:
        return 0
    return (now.day - first_day(mention.date)).days
