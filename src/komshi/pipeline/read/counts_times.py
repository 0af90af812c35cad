"""Which verbs tell the news though their sentence names an old time: that time stands in what is said of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from komshi.pipeline.read.when_old import is_old

if TYPE_CHECKING:
    from collections.abc import Iterable

    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.read.when_calendar import Published
    from komshi.pipeline.read.when_mentions import Mention
    from komshi.pipeline.text.lexicon import Hit

# Words from a verb to the day of the news: “was arrested *yesterday*”.
_NEAR = 3
# Commas from a verb to a time of another clause.
_FAR = 2
# A preposition before a time is no longer.
_PREPOSITION = 3
_OPENS, _CLOSES = frozenset(",;(–"), frozenset(",;)–")


class NewsTimes:
    """The times of a text beside its verbs."""

    def __init__(
        self, prepared: Prepared, mentions: Iterable[Mention], now: Published, *, clauses: frozenset[str]
    ) -> None:
        """`clauses` are words that lead to a clause of its own."""
        self._prepared, self._tokens, self._clauses = prepared, prepared.tokens, clauses
        self._old: dict[int, list[Mention]] = {}
        self._days: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.kind == "stamp":
                continue
            if is_old(mention, now):
                self._old.setdefault(mention.sentence, []).append(mention)
            elif mention.precision == "day" and mention.date is not None:
                self._days.setdefault(mention.sentence, []).append(mention)
        # Words that recall another story, whatever time stands beside them.
        self._recalled = {
            prepared.sentence_of_word[hit.first]
            for hit in prepared.hits.get("background", ())
            if not hit.term.id.startswith("teaser")
        }

    def tells_news(self, verb: Hit, sentence: int) -> bool:
        """Whether every old time of a verb's sentence is parted from it: “A. B., *born in 1981*, was arrested”."""
        old = self._old.get(sentence, [])
        if not old or sentence in self._recalled:
            return False
        dated = self.is_dated(verb, sentence)
        return all(
            one.since or self._is_enclosed(one, verb, sentence) or (dated and _distance(one, verb) > _NEAR)
            for one in old
        )

    def is_dated(self, verb: Hit, sentence: int) -> bool:
        """Whether a day of the news stands beside a verb: “wanted since 2015, he *was arrested on Wednesday*”."""
        return any(_distance(day, verb) <= _NEAR for day in self._days.get(sentence, ()))

    def is_since(self, verb: Hit, sentence: int) -> bool:
        """Whether what a verb tells began long ago: “in custody *since July*”."""
        return any(one.since and _distance(one, verb) <= _NEAR for one in self._old.get(sentence, ()))

    def _is_enclosed(self, time: Mention, verb: Hit, sentence: int) -> bool:
        """Whether a time stands between two commas, behind who is spoken of, before the verb."""
        if time.last > verb.first:  # “arrested are A. B. and C. D., while E. F., *who in 2017* …”
            gap = self._prepared.folded[self._tokens.ends[verb.last - 1] : self._tokens.starts[time.first]]
            led = not self._clauses.isdisjoint(gap.rpartition(",")[2].split())  # “arrested A. B., *who* fled in 2017”
            return time.first >= verb.last and (gap.count(",") >= _FAR or ("," in gap and led))
        tokens, first = self._tokens, time.first
        while first and self._prepared.sentence_of_word[first - 1] == sentence:
            first -= 1
        before = self._prepared.folded[tokens.starts[first] : tokens.starts[time.first]]
        opened = max(before.rfind(mark) for mark in _OPENS)
        after = self._prepared.folded[tokens.ends[time.last - 1] : tokens.starts[verb.first]]
        lead = before[opened + 1 :].strip()
        # “In the two before, *in January and March*, five were arrested” tells when they were.
        known = {word for one in self._old[sentence] for word in tokens.words[one.first : one.last]}
        aside = any(len(word) > _PREPOSITION and word not in known for word in lead.split())
        return opened > 0 and bool(lead) and aside and not _CLOSES.isdisjoint(after)


def _distance(time: Mention, verb: Hit) -> int:
    return max(verb.first - time.last, time.first - verb.last)
