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
from functools import lru_cache

from komshi.pipeline.read.cues import MASK
from komshi.pipeline.read.numerals import grammars_of, numerals_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when_calendar import Published, first_day, published_of
from komshi.pipeline.read.when_mentions import Mention, MentionScan, TimeWords
from komshi.pipeline.read.when_stamp import month_at_head, stamp_of
from komshi.pipeline.region import Region
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import DatePrecision, Span

# How much each sign says for a mention. Set by hand on some forty reports of our own and of written.dev; only their
# order matters: the sentence of the news, then closeness to its words, then closeness to publication.
_IN_FOCUS, _IN_TITLE, _IN_LEAD, _PER_SENTENCE, _IN_BACKGROUND = 3.0, 1.5, 1.0, 0.35, -4.0
_PRECISION = {"day": 1.0, "week": 0.4, "month": 0.3, "year": -3.5, "published": 0.0}
_BESIDE_ACT, _NEAR_ACT, _SAID, _ASIDE, _SINCE, _QUOTED, _SPOKEN = 1.5, 0.7, -2.0, -3.0, -0.8, -0.6, -4.0
_LONG_AGO = -4.5
_ENOUGH = 0.2
_NEWS_IS_SAYING = frozenset(
    {"sanction", "revelation", "policy", "other", "threat", "investigation", "resignation", "indictment"}
)
_IN_COURT = frozenset({"trial", "conviction", "acquittal", "indictment", "other"})
# Words between a date and the words that say that a court ruled then; what is so young is the news of a lead.
_DECIDED_WITHIN = 4
# “It happened at about 0:57 on 11 January”: the hour stands between.
_HAPPENED_WITHIN = 7
_FRESH = timedelta(days=7)
# Words of a line that is no sentence, and sentences below the title that belong to the lead.
_LINE, _LEAD = 8, 2
_QUOTES = re.compile('[„“”"«»]')
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
        self._grammars = grammars_of(region)

    def __call__(self, prepared: Prepared) -> list[Mention]:
        """All mentions in the order of the text, reckoned from publication or from the stamp at the text's head."""
        kept = vars(prepared)
        if "times" not in kept:
            kept["times"] = self._find(prepared)
        times: list[Mention] = kept["times"]
        return times

    def is_joint(self, prepared: Prepared, word: int) -> bool:
        """Whether a word joins two others (“Monday *and* Tuesday”)."""
        joining = self._grammars[prepared.language.code].joining
        return word > 0 and prepared.tokens.words[word] in joining

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
        stamp, is_written = stamp_of(prepared, found, words=small, now=now)
        if now.day is None and is_written:
            now = published_of(stamp.date if stamp else month_at_head(prepared.text))
            found = MentionScan(prepared, small, now, numerals).mentions()
        if stamp is not None:
            found = [replace(m, kind="stamp") if m.first == stamp.first else m for m in found]
        vars(prepared)["published"] = now
        return found


@lru_cache(maxsize=2)
def times_of(region: Region) -> Times:
    """The times of a region's languages, for all who ask when."""
    return Times(region)


class When:
    """Dates the main event of a text."""

    def __init__(self, region: Region) -> None:
        self.times = times_of(region)

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
            if _is_dateline(prepared, mention, now):
                continue
            score = weigh(mention)
            if score > most:
                best, most = mention, score
        if best is not None:
            best = _finer(best, mentions, focus)
            if self.times.is_joint(prepared, best.first - 1):
                best = _first_of_two(best, mentions)
            return Dated(best.date, best.precision, (prepared.folding.span(best.start, best.end),))
        if now.day is None:
            month = f"{now.year:04d}-{now.month:02d}" if now.year and now.month else None
            return Dated(month, "month", (), "published") if month else Dated()
        if _told_as_past(mentions, focus, now.day):
            return Dated()
        return Dated(now.day.isoformat(), "published", (), "published")


class _Weigher:
    """How well a mention dates the news of one text."""

    def __init__(self, prepared: Prepared, focus: Focus, now: Published) -> None:
        self.prepared, self.focus, self.now = prepared, focus, now
        time = prepared.hits.get("time", ())
        self.said = [hit for hit in time if hit.term.id == "said"]
        self.aside = [hit for hit in time if hit.term.id == "aside"]
        self.decided = [hit for hit in time if hit.term.id == "decided"] if focus.type in _IN_COURT else []
        self.happened = [hit for hit in time if hit.term.id == "happened"]
        self.today = now.day.isoformat() if now.day else None
        self.acts = [hit for hit in prepared.hits.get("events", ()) if hit.term.id.partition(".")[0] == focus.type]
        title = prepared.article.title
        self.title_ends = len(title) if title and prepared.text.startswith(title) else 0
        self.lead = self._end_of_lead()

    def _end_of_lead(self) -> int:
        """The last sentence of the lead: captions and lines with a date or a source do not count."""
        first = self.prepared.sentences.at(self.title_ends)
        words = self.prepared.words_in_sentence
        told = [at for at in range(first + 1, min(first + 2 * _LINE, len(words))) if words[at] > _LINE]
        return max(first + _LEAD, *told[:_LEAD]) if told else first + _LEAD

    def __call__(self, mention: Mention) -> float:
        score = _PRECISION[mention.precision] + self._standing(mention) + self._age(mention)
        distance = self._distance(mention, self.acts)
        if mention.precision == "year" and distance > 3:
            return _IN_BACKGROUND  # a year far from the act dates an offence, a law or a career
        said = self.focus.type not in _NEWS_IS_SAYING and self._distance(mention, self.said) < min(distance, 3)
        if said:
            score += _SAID  # “police said *Friday* they had made a haul”: the day of saying, however near the act
        else:
            score += _BESIDE_ACT if distance <= 3 else _NEAR_ACT if distance <= 8 else 0.0
        decided = self._distance(mention, self.decided)
        if decided <= _DECIDED_WITHIN:
            score += _BESIDE_ACT
        if self._distance(mention, self.aside) <= min(4, decided):
            score += _ASIDE
        if mention.since:
            score += _SINCE
        if self.happened and self._distance(mention, self.happened) <= _HAPPENED_WITHIN:
            score += _BESIDE_ACT
        if not self._in_quotes(mention):
            return score
        # What somebody calls “today” is the day of which they speak; a full date in a statement stays one.
        return score + (_SPOKEN if mention.kind == "day" and mention.date == self.today else _QUOTED)

    def _standing(self, mention: Mention) -> float:
        """What the place of the sentence says. A lead that also retells still dates its news by a day just past."""
        sentence = mention.sentence
        if sentence in self.focus.background and not (sentence <= self.lead and self._is_fresh(mention)):
            return _IN_BACKGROUND
        score = _IN_FOCUS if sentence == self.focus.sentence else 0.0
        start = self.prepared.sentences.starts[sentence]
        if start < self.title_ends:
            score += _IN_TITLE
        elif sentence <= self.lead:
            score += _IN_LEAD
        return score - _PER_SENTENCE * min(6, abs(sentence - self.focus.sentence))

    def _is_fresh(self, mention: Mention) -> bool:
        if self.now.day is None or mention.date is None or mention.precision != "day":
            return False
        return timedelta(0) <= self.now.day - first_day(mention.date) <= _FRESH

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
        return -0.5 if age <= timedelta(days=365) else _LONG_AGO

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


def _is_dateline(prepared: Prepared, mention: Mention, now: Published) -> bool:
    """Whether a short line that tells of nothing only names the day of publication."""
    if mention.kind != "date" or now.day is None or mention.date != now.day.isoformat():
        return False
    if prepared.words_in_sentence[mention.sentence] > _LINE:
        return False
    told = (hit for hit in prepared.hits.get("events", ()) if hit.term.meaning != MASK)
    return all(prepared.sentence_of_word[hit.first] != mention.sentence for hit in told)


def _finer(best: Mention, mentions: list[Mention], focus: Focus) -> Mention:
    """The day that the text writes out, where “today” says no more than the month of a page without a day."""
    if best.precision != "month" or best.kind != "day" or best.date is None:
        return best
    days = [m for m in mentions if m.precision == "day" and m.date and m.date.startswith(best.date)]
    told = [m for m in days if m.kind == "date" and m.sentence not in focus.background and not m.ahead]
    return told[0] if len({m.date for m in told}) == 1 else best


def _first_of_two(best: Mention, mentions: list[Mention]) -> Mention:
    """The first of two days on which something happened (“on *Monday* and Tuesday”): it began then."""
    days = (m for m in mentions if m.last == best.first - 1 and m.date and m.precision == best.precision == "day")
    return next(days, best)


def _told_as_past(mentions: list[Mention], focus: Focus, published: date) -> bool:
    """Whether the sentence of the news names a time long before publication: then the news is not of that day."""
    return any(
        published - first_day(mention.date) > timedelta(days=60)
        for mention in mentions
        if mention.sentence == focus.sentence and mention.date is not None
    )
