"""The last day of a period that a law gives, in calendar or in working days.

What is not known is left out so that the day found is never too late for who has to act: days off that nobody listed
count as working days, and a last day that falls on a day off is not moved to the next working day, as many laws do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

CALENDAR, WORKING = "calendar", "working"
_SATURDAY = 5


@dataclass(frozen=True)
class DaysOff:
    """Days on which offices are closed: (month, day) of every year, and days counted from the two Easter Sundays.

    `moon` says that the country also has days off that follow the moon, which nobody can list for years ahead.
    """

    fixed: frozenset[tuple[int, int]] = frozenset()
    western: frozenset[int] = frozenset()
    orthodox: frozenset[int] = frozenset()
    moon: bool = False

    def __contains__(self, day: date) -> bool:
        return (
            (day.month, day.day) in self.fixed
            or (bool(self.western) and (day - easter_western(day.year)).days in self.western)
            or (bool(self.orthodox) and (day - easter_orthodox(day.year)).days in self.orthodox)
        )


NO_DAYS_OFF = DaysOff()


def days_off_of(table: Mapping[str, Any]) -> DaysOff:
    """Days off out of data: `fixed = ["01-01"]`, `western = [1]`, `orthodox = [-2, 1]`, `moon = true`."""
    written: Sequence[str] = table.get("fixed", ())
    fixed = frozenset((int(month), int(day)) for month, day in (one.split("-") for one in written))
    western, orthodox = frozenset(table.get("western", ())), frozenset(table.get("orthodox", ()))
    return DaysOff(fixed, western, orthodox, bool(table.get("moon")))


def last_day(begin: date, days: int, *, kind: str, days_off: DaysOff = NO_DAYS_OFF) -> date:
    """The last of `days` days after `begin`, which is not counted itself. Raises `ValueError` for an unknown kind."""
    if days < 0:
        raise ValueError(f"A period has no fewer than 0 days, not {days}.")
    if kind == CALENDAR:
        return begin + timedelta(days)
    if kind != WORKING:
        raise ValueError(f"Days are {CALENDAR} or {WORKING}, not {kind!r}.")
    day = begin
    while days:
        day += timedelta(1)
        days -= is_working(day, days_off)
    return day


def is_working(day: date, days_off: DaysOff = NO_DAYS_OFF) -> bool:
    """Monday to Friday, and no listed day off."""
    return day.weekday() < _SATURDAY and day not in days_off


def easter_western(year: int) -> date:
    """Easter Sunday of the churches that keep the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def easter_orthodox(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a day of the civil calendar (Meeus); right from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(_JULIAN_LAG)


_JULIAN_LAG = 13
"""Days that the Julian calendar is behind in these two centuries."""
