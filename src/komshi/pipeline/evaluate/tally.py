"""Counts of right and wrong answers, and the figures made of them. No figure without the number it stands on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

Z = 1.96
"""Of the 95 % interval."""


@dataclass(slots=True)
class Share:
    """How many of the answers that were asked for were right."""

    right: int = 0
    asked: int = 0

    def ask(self, *, right: bool) -> None:
        """Count one answer."""
        self.asked += 1
        self.right += right

    @property
    def value(self) -> float | None:
        """The share of right answers; None if nothing was asked."""
        return self.right / self.asked if self.asked else None

    @property
    def n(self) -> int:
        """The number of answers."""
        return self.asked

    def figure(self) -> dict[str, Any]:
        """Accuracy with its Wilson interval."""
        low, high = wilson(self.right, self.asked)
        return {"accuracy": _rounded(self.value), "n": self.asked, "low": low, "high": high}


@dataclass(slots=True)
class Hits:
    """Found and right, found and wrong, missed."""

    true: int = 0
    false: int = 0
    missed: int = 0

    def add(self, true: int, false: int, *, missed: int) -> None:
        """Count the finds of one report."""
        self.true += true
        self.false += false
        self.missed += missed

    @property
    def value(self) -> float | None:
        """F1; None if there was nothing to find and nothing was found."""
        weight = self.true + (self.false + self.missed) / 2
        return self.true / weight if weight else None

    @property
    def n(self) -> int:
        """The number of things that were to be found."""
        return self.true + self.missed

    def figure(self) -> dict[str, Any]:
        """F1, precision and recall; the interval is Wilson's for F1 read as a share of (finds + labels) / 2."""
        low, high = wilson(self.true, self.true + (self.false + self.missed) / 2)
        return {
            "f1": _rounded(self.value),
            "precision": _rounded(self.true / (self.true + self.false) if self.true + self.false else None),
            "recall": _rounded(self.true / self.n if self.n else None),
            "n": self.n,
            "low": low,
            "high": high,
        }


def wilson(right: float, asked: float) -> tuple[float | None, float | None]:
    """The 95 % Wilson interval of a share, which also holds for few answers and for shares of 0 and 1."""
    if not asked:
        return None, None
    share, spread = right / asked, Z * Z / asked
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / asked + spread / (4 * asked)) / (1 + spread)
    return round(max(0.0, middle - half), 3), round(min(1.0, middle + half), 3)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
