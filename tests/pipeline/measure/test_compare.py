from __future__ import annotations

import pytest

from komshi.pipeline.measure import compared, counted, months_between

YEAR = list(months_between("2025-11", "2026-10"))


def points(events, read):
    counts = dict(zip(YEAR, events, strict=True))
    return counted(counts, dict(zip(YEAR, read, strict=True)), months=YEAR)


def test_a_month_that_nobody_read_has_no_count_even_when_events_are_known_in_it() -> None:
    found = points([1] * 12, [5, 0] + [5] * 10)
    assert [point.events for point in found[:3]] == [1, None, 1]


def test_the_month_that_is_not_complete_is_not_compared() -> None:
    found = compared(points([0] * 5 + [1] * 6 + [9], [10] * 12), complete_before="2026-10")
    assert found.now[-1].month == "2026-09"
    assert found.events == 6
    assert found.events_before is None


def test_six_months_are_compared_with_the_six_before() -> None:
    found = compared(points([1, 0, 1, 0, 1, 1, 2, 1, 2, 1, 2, 1], [10] * 12), complete_before="2026-11")
    assert (found.events, found.events_before, found.gaps) == (9, 4, 0)
    assert not found.reading_changed


@pytest.mark.parametrize(("read", "changed"), [(10, False), (13, False), (14, True), (7, False), (6, True), (0, True)])
def test_reading_that_changed_by_more_than_a_third_is_noticed(read: int, changed: bool) -> None:
    found = compared(points([1] * 12, [10] * 6 + [read] * 6), complete_before="2026-11")
    assert found.reading_changed is changed


def test_small_numbers_differ_by_chance_and_large_ones_do_not() -> None:
    small = compared(points([1, 0, 1, 0, 1, 1, 2, 1, 2, 1, 2, 1], [10] * 12), complete_before="2026-11")
    assert small.by_chance
    # 4 or fewer of 13, in either direction: 2 * (1 + 13 + 78 + 286 + 715) / 2 ** 13.
    assert small.chance == pytest.approx(0.2668, abs=1e-4)
    large = compared(points([4] * 6 + [9] * 6, [10] * 12), complete_before="2026-11")
    assert not large.by_chance
    same = compared(points([3] * 12, [10] * 12), complete_before="2026-11")
    assert same.chance == 1.0
    assert not same.by_chance


def test_six_months_in_which_nothing_was_read_are_no_six_months_without_events() -> None:
    found = compared(points([0] * 6 + [1] * 6, [0] * 6 + [9] * 6), complete_before="2026-11")
    assert found.events_before is None
    assert found.chance is None
