"""How far two places lie apart, for every step that asks: one measure, so that their limits can be compared."""

from __future__ import annotations

import math

_KM_A_DEGREE = 111.2
Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def kilometres(a: Point, b: Point) -> float:
    """Distance of two points as on a flat map: within a region it differs from the great circle by less than 1 %."""
    east = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return _KM_A_DEGREE * math.hypot(a[0] - b[0], east)
