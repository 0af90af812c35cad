"""How much was read: articles of each source in each month, relevant or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from komshi.pipeline.types import Reading

Coverage = Mapping[tuple[str, str], int]
"""Articles read by (source, month `YYYY-MM`). A source is the outlet's name, "" where none is known."""


def coverage_of(readings: Iterable[Reading]) -> Coverage:
    """Articles read per source and month of print. Articles without a month of print cover nothing."""
    counts: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        if reading.published and len(reading.published) >= 7:
            counts[reading.outlet or "", reading.published[:7]] += 1
    return dict(counts)


def articles_read(coverage: Coverage, *, sources: Iterable[str] | None = None) -> dict[str, int]:
    """Articles read per month, of all sources or of some."""
    wanted = None if sources is None else set(sources)
    months: Counter[str] = Counter()
    for (source, month), count in coverage.items():
        if wanted is None or source in wanted:
            months[month] += count
    return dict(months)
