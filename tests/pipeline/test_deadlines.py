"""The last day of a period is never too late, whatever the days off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komshi.pipeline.deadlines import (
    CALENDAR,
    NO_DAYS_OFF,
    WORKING,
    DaysOff,
    days_off_of,
    easter_orthodox,
    easter_western,
    is_working,
    last_day,
)

DAYS = st.dates(date(1950, 1, 1), date(2080, 12, 31))
OFF = st.builds(
    DaysOff,
    fixed=st.frozensets(st.tuples(st.integers(1, 12), st.integers(1, 28)), max_size=15),
    western=st.frozensets(st.integers(-3, 3), max_size=2),
    orthodox=st.frozensets(st.integers(-3, 3), max_size=2),
)


@given(DAYS, st.integers(0, 400))
def test_calendar_days_are_counted_from_the_day_after(begin: date, days: int) -> None:
    assert last_day(begin, days, kind=CALENDAR) == begin + timedelta(days)


@given(DAYS, st.integers(1, 60), OFF)
def test_between_begin_and_last_day_lie_exactly_that_many_working_days(begin: date, days: int, off: DaysOff) -> None:
    end = last_day(begin, days, kind=WORKING, days_off=off)
    between = [begin + timedelta(n) for n in range(1, (end - begin).days + 1)]
    assert sum(is_working(day, off) for day in between) == days
    assert is_working(end, off)


@given(DAYS, st.integers(0, 60), OFF)
def test_a_day_off_that_nobody_listed_makes_a_deadline_earlier_and_never_later(
    begin: date, days: int, off: DaysOff
) -> None:
    assert last_day(begin, days, kind=WORKING) <= last_day(begin, days, kind=WORKING, days_off=off)
    assert last_day(begin, days, kind=CALENDAR) <= last_day(begin, days, kind=WORKING)


@given(DAYS, st.integers(0, 60), OFF)
def test_one_day_more_never_ends_earlier(begin: date, days: int, off: DaysOff) -> None:
    for kind in (CALENDAR, WORKING):
        assert last_day(begin, days, kind=kind, days_off=off) < last_day(begin, days + 1, kind=kind, days_off=off)


def test_working_days_leave_out_weekends_and_listed_days() -> None:
    friday = date(2026, 11, 27)
    off = days_off_of({"fixed": ["11-30"]})
    assert last_day(friday, 1, kind=WORKING) == date(2026, 11, 30)
    assert last_day(friday, 1, kind=WORKING, days_off=off) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2016, (3, 27), (5, 1)),
        (2019, (4, 21), (4, 28)),
        (2023, (4, 9), (4, 16)),
        (2024, (3, 31), (5, 5)),
        (2025, (4, 20), (4, 20)),
        (2026, (4, 5), (4, 12)),
        (2027, (3, 28), (5, 2)),
    ],
)
def test_both_easters_are_on_their_days(year: int, western: tuple[int, int], orthodox: tuple[int, int]) -> None:
    assert easter_western(year) == date(year, *western)
    assert easter_orthodox(year) == date(year, *orthodox)


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_and_the_orthodox_one_is_never_earlier(year: int) -> None:
    assert easter_western(year).weekday() == easter_orthodox(year).weekday() == 6
    assert easter_western(year) <= easter_orthodox(year)


def test_what_is_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="working"):
        last_day(date(2026, 1, 1), 3, kind="banking")
    with pytest.raises(ValueError, match="fewer"):
        last_day(date(2026, 1, 1), -1, kind=CALENDAR)
    assert date(2026, 1, 1) not in NO_DAYS_OFF
