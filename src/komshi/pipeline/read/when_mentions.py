"""Every mention of a time in a text, with the day, week, month or year that it means, reckoned from publication."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from komshi.pipeline.read import when_calendar as calendar
from komshi.pipeline.read.numerals import Numeral, words_of
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.read.when_calendar import Published
from komshi.pipeline.region import Language
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import DatePrecision

_NUMERIC = re.compile(
    r"(?<![0-9.,/-])(?:(?P<iso>[0-9]{4})-(?P<im>[0-9]{2})-(?P<id>[0-9]{2})"
    r"|(?P<day>[0-9]{1,2})(?P<mark>[./-])\s?(?P<month>[0-9]{1,2})(?P=mark)\s?(?P<year>[0-9]{4}|[0-9]{2}(?![0-9])))(?![0-9]{2})"
)
_YEAR = re.compile(r"(?:19[5-9]|20[0-9])[0-9]")
# Two days of one night: what names them, words between them, words from “night” to the first.
_DAYS, _JOINED, _NIGHT_BEFORE = frozenset({"weekday", "date"}), 2, 5
_SHORT_WORD = 2
_PLAIN: dict[str, DatePrecision] = {
    "day": "day", "week": "week", "weekend": "week", "month_ago": "month", "year_ago": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A time that a text names: the words `first` up to `last`, folded offsets `start` to `end`.

    `date` is None where it cannot be known. `ahead` marks what is still to come, `since` and `until` what begins and
    ends a period.
    """

    kind: str
    date: str | None
    precision: DatePrecision
    first: int
    last: int
    start: int
    end: int
    sentence: int
    ahead: bool = False
    since: bool = False
    until: bool = False


class TimeWords:
    """The small words around dates of one language, compiled from the `dates` and `ordinals` of its `numbers.toml`."""

    def __init__(self, language: Language) -> None:
        rows = language.table("numbers", "dates")

        def words(name: str) -> frozenset[str]:
            return frozenset(words_of(rows.get(name, "")))

        self.before_year, self.after_year = words("before_year"), words("after_year")
        self.before_month, self.month_to_year = words("before_month"), words("month_to_year")
        self.until, self.since = words("until"), words("since")
        self.next, self.last = words("next"), words("last")
        self.ago_before, self.ago_after = words("ago_before"), words("ago_after")
        self.day_suffixes = words("day_suffixes")
        self.stamp = words("stamp")
        self.day_after_month = bool(rows.get("day_after_month"))
        self.capital_months = bool(rows.get("capital_months"))
        self.ordinals = {
            word: int(value)
            for value, forms in language.table("numbers", "ordinals").items()
            for word in words_of(forms)
        }
        values = language.table("numbers", "values")
        self.tens = {word: ten for ten in (20, 30) for word in words_of(values.get(str(ten), ""))}

    def day_of(self, word: str) -> int | None:
        """The day of a month that digits name, with or without a suffix (“14th”)."""
        if not "0" <= word[:1] <= "9":
            return None
        digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
        if word != digits and word[len(digits) :] not in self.day_suffixes:
            return None
        is_day = len(digits) <= 2 and digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 31
        return int(digits) if is_day else None


class MentionScan:
    """One pass over one text."""

    def __init__(self, prepared: Prepared, words: TimeWords, now: Published, numerals: list[Numeral]) -> None:
        self.prepared, self.small, self.now = prepared, words, now
        self.folded, self.tokens = prepared.folded, prepared.tokens
        self.words = prepared.tokens.words
        time = prepared.hits.get("time", ())
        self.last_years = {hit.first for hit in time if hit.term.id == "year_ago.-1"}
        self.last_weeks = {hit.first for hit in time if hit.term.id == "week.-1"}
        self.ends_at = {numeral.last: numeral for numeral in numerals if numeral.kind != "fraction"}

    def mentions(self) -> list[Mention]:
        """All mentions in the order of the text, without overlap."""
        found = [*self._numeric(), *self._named(), *self._years()]
        found.sort(key=lambda mention: (mention.first, -mention.last))
        kept: list[Mention] = []
        for mention in found:
            if kept and mention.first < kept[-1].last:
                if _rank(mention) > _rank(kept[-1]):
                    kept[-1] = mention
                continue
            kept.append(mention)
        return _without_weekends(_without_day_names(self._without_eves(kept)))

    def _without_eves(self, mentions: list[Mention]) -> list[Mention]:
        """“In the night between Monday and Tuesday”: such a night is dated by its morning, its eve is left out."""
        nights = [hit.first for hit in self.prepared.hits.get("time", ()) if hit.term.id == "night"]
        if not nights:
            return mentions
        eves = {
            id(eve)
            for eve, morning in itertools.pairwise(mentions)
            if eve.kind in _DAYS and morning.kind in _DAYS and eve.sentence == morning.sentence
            if 0 < morning.first - eve.last <= _JOINED and any(0 <= eve.first - n <= _NIGHT_BEFORE for n in nights)
        }
        return [mention for mention in mentions if id(mention) not in eves]

    def _numeric(self) -> Iterable[Mention]:
        for match in _NUMERIC.finditer(self.folded):
            year = int(match["iso"] or match["year"])
            if year < 100:
                year += 2000 if year < 50 else 1900
            value = calendar.written(int(match["id"] or match["day"]), int(match["im"] or match["month"]), year=year)
            if value:
                first = self.tokens.at(match.start())
                last = min(self.tokens.at(match.end() - 1) + 1, len(self.words))
                yield self._mention("date", value, "day", (first, last))

    def _named(self) -> Iterable[Mention]:
        """Months, weekdays, relative words and lengths of time: what the lexicon finds."""
        for hit in self.prepared.hits.get("time", ()):
            kind, _, number = hit.term.id.partition(".")
            mention: Mention | None = None
            if kind == "month":
                mention = self._month(hit, int(number))
            elif kind == "weekday":
                mention = self._weekday(hit, int(number))
            elif kind == "length":
                mention = self._ago(hit, number)
            elif kind in _PLAIN:
                mention = self._relative(hit, kind, -int(number))
            if mention is not None:
                yield mention

    def _relative(self, hit: Hit, kind: str, back: int) -> Mention:
        now = self.now
        if kind == "day" and now.day is None and back >= 0:
            return self._this_month(hit)
        if kind == "day":
            value = calendar.days_ago(now, back)
        elif kind == "week":
            value = calendar.week_of(now, back)
        elif kind == "weekend":
            value = calendar.weekday(now, 6)
        elif kind == "month_ago":
            value = calendar.months_ago(now, back)
        else:
            value = None if now.year is None else str(now.year - back)
        return self._mention(kind, value, _PLAIN[kind], (hit.first, hit.last), ahead=back < 0)

    def _this_month(self, hit: Hit) -> Mention:
        """“Yesterday” and “on Monday” where only the month of publication is known: rarely another month."""
        return self._mention("day", calendar.months_ago(self.now, 0), "month", (hit.first, hit.last))

    def _weekday(self, hit: Hit, number: int) -> Mention | None:
        before, after = self._word(hit.first - 1), self._word(hit.last)
        if {before, after} & self.small.next:
            return self._mention("weekday", None, "day", (hit.first, hit.last), ahead=True)
        if self.now.day is None:
            return self._this_month(hit)
        if self._is_of_last_week(hit):
            value = calendar.days_ago(self.now, self.now.day.isoweekday() - number + 7)
        else:
            value = calendar.weekday(self.now, number, last=bool({before, after} & self.small.last))
        return self._mention("weekday", value, "day", (hit.first, hit.last), ahead=before in self.small.until)

    def _is_of_last_week(self, hit: Hit) -> bool:
        """Whether “last week” follows: “on Thursday last week”, also with a short word between."""
        at = hit.last + 1 if len(self._word(hit.last)) <= _SHORT_WORD else hit.last
        return not self.last_weeks.isdisjoint((hit.last, at))

    def _month(self, hit: Hit, month: int) -> Mention | None:
        """A month with its day or year, or alone after a word that makes it a time (“in July”)."""
        first, day = self._day_before(hit.first)
        year_at, year = self._year_after(hit.last)
        last = year_at
        if day is None and (after := self._day_after(hit)) is not None:
            day, last = after
            year_at, year = self._year_after(last)
            last = year_at
        if day is None and year is None and self._word(first - 1) not in self.small.before_month:
            return None
        if day is None and not self._is_month(hit):
            return None
        if year is None and self._is_last_year(last):
            year = None if self.now.year is None else self.now.year - 1
        value, ahead = self._dated(day, month, year)
        ahead = ahead or self._is_next(first, last)
        precision: DatePrecision = "month" if day is None else "day"
        return self._mention("date" if day else "month", value, precision, (first, last), ahead=ahead)

    def _dated(self, day: int | None, month: int, year: int | None) -> tuple[str | None, bool]:
        if year is None:
            return calendar.without_year(self.now, day=day, month=month)
        return (f"{year:04d}-{month:02d}" if day is None else calendar.written(day, month, year=year)), False

    def _is_month(self, hit: Hit) -> bool:
        """Whether a lone month word may be one: where months are written with a capital, only with it."""
        return not self.small.capital_months or self.prepared.is_capital(hit.first)

    def _is_last_year(self, at: int) -> bool:
        """Whether “last year” follows: “in June last year”."""
        joined = self._word(at) in self.small.month_to_year  # shkurt të vitit të kaluar
        return at in self.last_years or (joined and at + 1 in self.last_years)

    def _is_next(self, first: int, last: int) -> bool:
        return self._word(first - 1) in self.small.next or self._word(last) in self.small.next

    def _day_before(self, at: int) -> tuple[int, int | None]:
        """The day that stands before a month, and the first word of the date (of a range: of its first day)."""
        first = at - 2 if self._word(at - 1) in self.small.day_suffixes else at - 1
        word = self._word(first)
        day = self.small.day_of(word)
        if day is not None:
            gap = self.folded[self.tokens.ends[first] : self.tokens.starts[first + 1]]
            if gap.strip(" .-\u00a0") or len(gap) > 2:
                return at, None
            return self._range_start(first) or (first, day)
        day = self.small.ordinals.get(word)
        if day is None:
            return at, None
        ten = self.small.tens.get(self._word(first - 1), 0)
        return (first - 1, day + ten) if ten and day < 10 else (first, day)

    def _range_start(self, at: int) -> tuple[int, int] | None:
        """The first day of “12-14 May”."""
        day = self.small.day_of(self._word(at - 1))
        if day is None:
            return None
        gap = self.folded[self.tokens.ends[at - 1] : self.tokens.starts[at]]
        return (at - 1, day) if gap.strip(" .") in {"-", "–", "—"} else None

    def _day_after(self, hit: Hit) -> tuple[int, int] | None:
        """The day that follows a month: “March 14”, “March 14th”."""
        if not self.small.day_after_month or not self._is_month(hit):
            return None
        day = self.small.day_of(self._word(hit.last))
        if day is None:
            return None
        gap = self.folded[self.tokens.ends[hit.last - 1] : self.tokens.starts[hit.last]]
        return (day, hit.last + 1) if gap in {" ", ". ", "\u00a0"} else None

    def _year_after(self, at: int) -> tuple[int, int | None]:
        """The year that follows a month, over a joining word or two, and the word after the date."""
        position = at
        while position < at + 2 and self._word(position) in self.small.month_to_year:
            position += 1
        word = self._word(position)
        if _YEAR.fullmatch(word[:4]) and (len(word) == 4 or not word[4].isdigit()):
            gap = self.folded[self.tokens.ends[position - 1] : self.tokens.starts[position]]
            if gap.strip() in {"", ".", ","} and len(gap) <= 2:
                return position + 1, int(word[:4])
        return at, None

    def _years(self) -> Iterable[Mention]:
        """Bare years, where a word before or after makes them years and not amounts."""
        for i, word in enumerate(self.words):
            if word[0] in "12" and len(word) == 4 and _YEAR.fullmatch(word):
                before = self._word(i - 1)
                if self._word(i + 1) in self.small.after_year or before in self.small.before_year:
                    yield self._mention("year", word, "year", (i, i + 1))

    def _ago(self, hit: Hit, unit: str) -> Mention | None:
        """“Two days ago”: a number, a length of time, and the word that leads back."""
        numeral = self.ends_at.get(hit.first)
        if numeral is None or numeral.value is None or not 0 < numeral.value < 1000:
            return None
        back = self._word(numeral.first - 1) in self.small.ago_before
        last = hit.last
        if not back:
            last += next((n for n in (1, 2) if self._word(hit.last + n - 1) in self.small.ago_after), 0)
            back = last > hit.last
        if not back:
            return None
        count = int(numeral.value)
        value: str | None = None
        precision: DatePrecision = "day"
        if unit in {"day", "hour"}:
            value = calendar.days_ago(self.now, count if unit == "day" else count // 24)
        elif unit == "week":
            value, precision = calendar.week_of(self.now, count), "week"
        elif unit == "month":
            value, precision = calendar.months_ago(self.now, count), "month"
        else:
            value, precision = (None if self.now.year is None else str(self.now.year - count)), "year"
        return self._mention("ago", value, precision, (numeral.first, last))

    def _is_end(self, at: int) -> bool:
        """Whether a word, or the one before if it is short (deri më), leads to the end of a period."""
        word = self._word(at)
        return word in self.small.until or (len(word) <= _SHORT_WORD and self._word(at - 1) in self.small.until)

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _mention(
        self, kind: str, value: str | None, precision: DatePrecision, words: tuple[int, int],
        *, ahead: bool = False,
    ) -> Mention:  # fmt: skip
        first, last = words
        if value and self.now.day and calendar.first_day(value) > self.now.day + calendar.SOON:
            ahead = True
        until = kind in {"date", "month", "year", "week"} and self._is_end(first - 1)
        sentence = self.prepared.sentence_of_word[first]
        return Mention(
            kind, value, precision, first, last, self.tokens.starts[first], self.tokens.ends[last - 1], sentence,
            ahead=ahead, since=self._word(first - 1) in self.small.since, until=until,
        )  # fmt: skip


def _without_day_names(mentions: list[Mention]) -> list[Mention]:
    """“Friday, 22 November 2024” is one day, and no Friday of the last week."""
    named = {
        id(day)
        for day, date in itertools.pairwise(mentions)
        if day.kind == "weekday" and date.kind == "date" and date.precision == "day" and date.first == day.last
    }
    return [mention for mention in mentions if id(mention) not in named]


def _without_weekends(mentions: list[Mention]) -> list[Mention]:
    """Weekends of which the text names the day are left out: “at the weekend” says less than “on Sunday”."""
    days = [first for m in mentions if m.kind == "weekday" and m.date and (first := calendar.first_day(m.date))]
    return [
        m
        for m in mentions
        if m.kind != "weekend" or not m.date or not any(0 <= (d - calendar.first_day(m.date)).days <= 1 for d in days)
    ]


def _rank(mention: Mention) -> int:
    """Which of two mentions of the same words is meant: a written date, then the longer one."""
    return (mention.last - mention.first) * 2 + (mention.kind == "date")
