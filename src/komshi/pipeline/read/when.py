"""When the main event happened: of all the times that a text names, the one that its news is told with.

The day is reckoned from publication; what lies ahead, what only dates the background and what says since when a thing
has been so is left aside. Nothing fitting is found: the day of publication, called so, or nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from komshi.pipeline.read.numerals import grammars_of, numerals_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when_calendar import Published, first_day, published_of
from komshi.pipeline.read.when_mentions import Mention, MentionScan, TimeWords
from komshi.pipeline.region import Region
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import DatePrecision, Span

# How much each sign says for a mention. Set by hand on some forty reports of our own and of written.dev; only their
# order matters: the sentence of the news, then closeness to its words, then closeness to publication.
_IN_FOCUS, _IN_TITLE, _IN_LEAD, _PER_SENTENCE, _IN_BACKGROUND = 3.0, 1.5, 1.0, 0.35, -4.0
_PRECISION = {"day": 1.0, "week": 0.4, "month": 0.3, "year": -3.5, "published": 0.0}
_BESIDE_ACT, _NEAR_ACT, _SAID, _ASIDE, _SINCE, _QUOTED = 1.5, 0.7, -1.3, -3.0, -0.8, -0.6
_ENOUGH = 0.2
_NEWS_IS_SAYING = frozenset({"sanction", "revelation", "policy", "other", "threat", "investigation", "resignation"})
_QUOTES = re.compile('[„“”"«»]')
_STAMP_WITHIN = 160
# Times that are weighed: the news stands at the head of a report.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Dated:
    """When an event happened: `date` as YYYY-MM-DD, YYYY-MM or YYYY, how exact it is and the words that say so.

    With precision `week` the date is the week's Monday. `inferred_from` is `published` where no word says when.
    """

    date: str | None = None
    precision: DatePrecision | None = None
    evidence: tuple[Span, ...] = ()
    inferred_from: str | None = None


class Times:
    """Finds the times that a text names; what it finds is kept with the article for the other questions."""

    def __init__(self, region: Region) -> None:
        self._small = {code: TimeWords(language) for code, language in region.languages.items()}
        self._grammars = grammars_of(region.languages.values())

    def __call__(self, prepared: Prepared) -> list[Mention]:
        """All mentions in the order of the text, reckoned from publication or from the stamp at the text's head."""
        kept = vars(prepared)
        if "times" not in kept:
            kept["times"] = self._find(prepared)
        times: list[Mention] = kept["times"]
        return times

    def published(self, prepared: Prepared) -> Published:
        """When the article was published, by its record or by the stamp at its head."""
        self(prepared)
        now: Published = vars(prepared)["published"]
        return now

    def _find(self, prepared: Prepared) -> list[Mention]:
        now = published_of(prepared.article.published)
        small = self._small[prepared.language.code]
        numerals = numerals_of(prepared, self._grammars)
        found = MentionScan(prepared, small, now, numerals).mentions()
        stamp, is_written = _stamp(prepared, found)
        if stamp is not None:
            if now.day is None and is_written:
                now = published_of(stamp.date)
                found = MentionScan(prepared, small, now, numerals).mentions()
            found = [replace(m, kind="stamp") if m.first == stamp.first else m for m in found]
        vars(prepared)["published"] = now
        return found


class When:
    """Dates the main event of a text."""

    def __init__(self, region: Region) -> None:
        self.times = Times(region)

    def __call__(self, prepared: Prepared, focus: Focus) -> Dated:
        """The date of the main event, or the day of publication called so, or nothing."""
        mentions = self.times(prepared)
        now = self.times.published(prepared)
        weigh = _Weigher(prepared, focus, now)
        best: Mention | None = None
        most = _ENOUGH
        ended = {mention.sentence for mention in mentions if mention.until}
        for mention in mentions[:_MOST]:
            if mention.since and mention.sentence in ended:
                continue  # a period: of the offence, not of the news
            if mention.date is None or mention.ahead or mention.until or mention.kind == "stamp":
                continue
            score = weigh(mention)
            if score > most:
                best, most = mention, score
        if best is not None:
            return Dated(best.date, best.precision, (prepared.folding.span(best.start, best.end),))
        if now.day is None or _told_as_past(mentions, focus, now.day):
            return Dated()
        return Dated(now.day.isoformat(), "published", (), "published")


class _Weigher:
    """How well a mention dates the news of one text."""

    def __init__(self, prepared: Prepared, focus: Focus, now: Published) -> None:
        self.prepared, self.focus, self.now = prepared, focus, now
        time = prepared.hits.get("time", ())
        self.said = [hit for hit in time if hit.term.id == "said"]
        self.aside = [hit for hit in time if hit.term.id == "aside"]
        self.acts = [hit for hit in prepared.hits.get("events", ()) if hit.term.id.partition(".")[0] == focus.type]
        title = prepared.article.title
        self.title_ends = len(title) if title and prepared.text.startswith(title) else 0

    def __call__(self, mention: Mention) -> float:
        score = _PRECISION[mention.precision] + self._standing(mention.sentence) + self._age(mention)
        distance = self._distance(mention, self.acts)
        if mention.precision == "year" and distance > 3:
            return _IN_BACKGROUND  # a year far from the act dates an offence, a law or a career
        score += _BESIDE_ACT if distance <= 3 else _NEAR_ACT if distance <= 8 else 0.0
        if self._distance(mention, self.aside) <= 4:
            score += _ASIDE
        if self.focus.type not in _NEWS_IS_SAYING and self._distance(mention, self.said) < min(distance, 3):
            score += _SAID
        if mention.since:
            score += _SINCE
        return score + (_QUOTED if self._in_quotes(mention) else 0.0)

    def _standing(self, sentence: int) -> float:
        """What the place of the sentence says."""
        if sentence in self.focus.background:
            return _IN_BACKGROUND
        score = _IN_FOCUS if sentence == self.focus.sentence else 0.0
        start = self.prepared.sentences.starts[sentence]
        if start < self.title_ends:
            score += _IN_TITLE
        elif sentence <= self.prepared.sentences.at(self.title_ends) + 2:
            score += _IN_LEAD
        return score - _PER_SENTENCE * min(6, abs(sentence - self.focus.sentence))

    def _age(self, mention: Mention) -> float:
        """News is young: what lies weeks before publication is rarely it."""
        if self.now.year is None or mention.date is None:
            return 0.5
        published = self.now.day or date(self.now.year, self.now.month or 12, 28)
        age = published - first_day(mention.date)
        if age <= timedelta(days=8):
            return 1.5
        if age <= timedelta(days=45):
            return 0.6
        return -0.5 if age <= timedelta(days=365) else -2.5

    def _distance(self, mention: Mention, hits: Sequence[Hit]) -> int:
        """Words between a mention and the nearest of some terms in its sentence; large when there is none."""
        nearest = 99
        sentence_of_word = self.prepared.sentence_of_word
        at = bisect_left(hits, mention.first, key=lambda hit: hit.first)
        for hit in hits[max(0, at - 2) : at + 2]:
            if sentence_of_word[hit.first] == mention.sentence:
                nearest = min(nearest, max(hit.first - mention.last, mention.first - hit.last, 0))
        return nearest

    def _in_quotes(self, mention: Mention) -> bool:
        """Whether an odd number of quotation marks stands before the mention in its sentence."""
        start, _ = self.prepared.sentences.spans[mention.sentence]
        at = self.prepared.folding.original(mention.start)
        return len(_QUOTES.findall(self.prepared.text, start, at)) % 2 == 1


def _stamp(prepared: Prepared, mentions: list[Mention]) -> tuple[Mention | None, bool]:
    """The date that a page put at the head of its text, on a line of its own or glued to the first word, and whether
    it says when the text was written: in a menu (“Home > News | 22. 11. 2024.”) it is the day a page was fetched.
    """
    text = prepared.text
    for mention in mentions:
        start, end = prepared.folding.span(mention.start, mention.end)
        if start > _STAMP_WITHIN:
            break
        if mention.kind != "date" or mention.precision != "day":
            continue
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if "|" in line or ">" in line:
            return mention, False
        glued = text[end - 1].isalpha()
        if start == line_start and (glued or _is_alone(text[end : line_start + len(line)])):
            return mention, True
    return None, False


def _is_alone(rest: str) -> bool:
    """Whether nothing, or only a dash and the text, follows a date on its line."""
    rest = rest.lstrip(" .")
    return not rest or rest[0] in "-–—/"


def _told_as_past(mentions: list[Mention], focus: Focus, published: date) -> bool:
    """Whether the sentence of the news names a time long before publication: then the news is not of that day."""
    return any(
        published - first_day(mention.date) > timedelta(days=60)
        for mention in mentions
        if mention.sentence == focus.sentence and mention.date is not None
    )
