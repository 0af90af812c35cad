"""The last six complete months beside the six before: what can be said of the difference, and what cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

from komshi.pipeline.types import Point

HALF = 6
"""Months that are compared with as many before."""
_READING_CHANGED = 3
"""The reading is said to have changed when the two halves differ by more than one part in this many."""
_BY_CHANCE = 0.05


@dataclass(frozen=True, slots=True)
class Comparison:
    """Events and articles read in two stretches of months that follow each other; `before` may be too short to use."""

    now: tuple[Point, ...]
    before: tuple[Point, ...]

    @property
    def events(self) -> int:
        """Events in the later months that were read."""
        return _events(self.now)

    @property
    def events_before(self) -> int | None:
        """Events in the six months before; None when they do not make six or nothing was read in all of them."""
        if len(self.before) < HALF or all(point.events is None for point in self.before):
            return None
        return _events(self.before)

    @property
    def gaps(self) -> int:
        """Months of the two stretches in which nothing was read."""
        return sum(point.events is None for point in (*self.now, *self.before))

    @property
    def reading_changed(self) -> bool:
        """Whether so much more or less was read that the difference may show reading and not events."""
        now, before = _read(self.now), _read(self.before)
        return abs(now - before) * _READING_CHANGED > before

    @property
    def chance(self) -> float | None:
        """How likely a difference this large or larger is when nothing changed but chance; None without a comparison.

        Exact and two-sided: given their sum, each event falls in either half with the same probability.
        """
        before = self.events_before
        if before is None:
            return None
        if self.events == before:
            return 1.0
        total, smaller = self.events + before, min(self.events, before)
        return min(1.0, 2 * sum(_of_halves(total, k) for k in range(smaller + 1)))

    @property
    def by_chance(self) -> bool:
        """Whether the numbers differ, and chance alone would often make them differ as much."""
        return self.chance is not None and self.events != self.events_before and self.chance > _BY_CHANCE


def compared(points: Sequence[Point], *, complete_before: str) -> Comparison:
    """The last six months before the month `complete_before` (`YYYY-MM`, not complete yet), and the six before them."""
    complete = tuple(point for point in points if point.month < complete_before)
    return Comparison(complete[-HALF:], complete[-2 * HALF : -HALF])


def _of_halves(total: int, part: int) -> float:
    """How likely exactly `part` of `total` events fall in one half; by logarithms, which large numbers do not stop."""
    ways = lgamma(total + 1) - lgamma(part + 1) - lgamma(total - part + 1)
    return exp(ways - total * log(2))


def _events(points: Sequence[Point]) -> int:
    return sum(point.events or 0 for point in points)


def _read(points: Sequence[Point]) -> int:
    return sum(point.articles_read for point in points)
