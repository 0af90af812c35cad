"""Days reckoned from the day of publication: weekdays gone by, days without a year, lengths of time ago."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from komshi.pipeline.jsonl import parse_published

# A report may be stamped a day or two before what it announces; anything later is still to come.
SOON = timedelta(days=3)
# A day and month that would lie ahead belong to last year, if that is nearer than half a year.
_HALF_YEAR = timedelta(days=183)
EARLIEST_YEAR, LATEST_YEAR = 1950, 2100


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, as far as it is known: `day`, or only `year` and `month`, or nothing."""

    day: date | None = None
    year: int | None = None
    month: int | None = None


def published_of(value: str | None) -> Published:
    """What an article's `published` says; a value that is no date says nothing."""
    try:
        day = parse_published(value)
    except ValueError:
        return Published()
    if day is None or value is None:
        return Published()
    if len(value) == 4:
        return Published(year=day.year)
    return Published(None if len(value) == 7 else day, day.year, day.month)


def days_ago(now: Published, days: int) -> str | None:
    """The day that lies `days` before publication (negative: after)."""
    try:
        return None if now.day is None else (now.day - timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def months_ago(now: Published, months: int) -> str | None:
    """The month that lies `months` before the month of publication."""
    if now.year is None or now.month is None:
        return None
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return f"{year:04d}-{month + 1:02d}" if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def week_of(now: Published, weeks: int) -> str | None:
    """The Monday of the week that lies `weeks` before the week of publication."""
    return None if now.day is None else days_ago(now, now.day.weekday() + 7 * weeks)


def weekday(now: Published, number: int, *, last: bool = False) -> str | None:
    """The last such day of the week (1 is Monday) on or before publication; with `last`, before it."""
    if now.day is None:
        return None
    back = (now.day.isoweekday() - number) % 7
    return days_ago(now, back or (7 if last else 0))


def written(day: int, month: int, *, year: int | None) -> str | None:
    """A date that is written out, or None where there is no such day."""
    if year is None or not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def without_year(now: Published, *, day: int | None, month: int) -> tuple[str | None, bool]:
    """A day and month (or a month) put into the year of publication, and whether it is still to come."""
    if now.year is None:
        return None, False
    if day is None or now.day is None:
        reference = (now.year, now.month or 12)
        if (now.year, month) <= reference:
            return _joined(day, month, now.year), False
        far = (month - reference[1]) < 6
        return (None, True) if far else (_joined(day, month, now.year - 1), False)
    this = written(day, month, year=now.year)
    if this is None or date.fromisoformat(this) <= now.day + SOON:
        return this, False
    before = written(day, month, year=now.year - 1)
    near = before is not None and now.day - date.fromisoformat(before) < _HALF_YEAR
    return (before, False) if near else (None, True)


def _joined(day: int | None, month: int, year: int) -> str | None:
    return f"{year:04d}-{month:02d}" if day is None else written(day, month, year=year)


def first_day(value: str) -> date:
    """The first day that a written date (day, month or year) covers."""
    year, month, day = [*map(int, value.split("-")), 1, 1][:3]
    return date(year, month, day)
