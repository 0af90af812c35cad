"""Chance that falls the same way everywhere: one seed gives the same numbers on every machine and Python version."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws from a seed. Only `Random.random` is used: of its methods it alone is promised never to change."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._draw() < probability

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._draw() * (most - least + 1))

    def among(self, items: Sequence[T]) -> T:
        """One of the items, each as likely."""
        return items[int(self._draw() * len(items))]

    def few(self, items: Sequence[T], count: int) -> list[T]:
        """Some different items, in the order in which they fell."""
        left = list(items)
        return [left.pop(int(self._draw() * len(left))) for _ in range(min(count, len(left)))]

    def skewed(self, least: int, most: int) -> int:
        """A whole number, small ones much likelier, as hauls and bribes are."""
        return least + int(self._draw() ** 3 * (most - least + 1))
