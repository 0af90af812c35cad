"""How much was read: readings in, articles of each outlet in each month out, relevant or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from komshi.pipeline.types import Reading

Coverage = Mapping[tuple[str, str], int]
"""Articles read by (outlet, month `YYYY-MM`); the outlet is "" where none is known."""


def coverage_of(readings: Iterable[Reading]) -> Coverage:
    """Articles read per outlet and month of print. Articles without a month of print cover nothing."""
    counts: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        if reading.published and len(reading.published) >= 7:
            counts[reading.outlet or "", reading.published[:7]] += 1
    return dict(counts)


def articles_read(coverage: Coverage, *, outlets: Iterable[str] | None = None) -> dict[str, int]:
    """Articles read per month, of all outlets or of some."""
    wanted = None if outlets is None else set(outlets)
    months: Counter[str] = Counter()
    for (outlet, month), count in coverage.items():
        if wanted is None or outlet in wanted:
            months[month] += count
    return dict(months)
