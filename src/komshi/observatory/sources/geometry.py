"""Points and polygons on the map, without a geometry library: municipalities are small, and planes are good enough."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from komshi.observatory.base.errors import Refused

Point = tuple[float, float]
"""Latitude, longitude."""
Ring = list[list[float]]
Rings = list[list[Ring]]
"""Polygons, each an outer ring followed by its holes; a ring is a closed list of [longitude, latitude]."""


def rings_of(geometry: object) -> Rings:
    """The polygons of a GeoJSON geometry; Refused when it is anything but a Polygon or a MultiPolygon of real rings."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise Refused("The geometry is not a Polygon or MultiPolygon.")
    polygons = geometry["coordinates"] if kind == "MultiPolygon" else [geometry["coordinates"]]
    try:
        rings = [[[[float(x), float(y)] for x, y, *_height in ring] for ring in polygon] for polygon in polygons]
    except (TypeError, ValueError) as error:
        raise Refused("The coordinates of the polygon are not pairs of numbers.") from error
    corners = [corner for polygon in rings for ring in polygon for corner in ring]
    if not corners or any(len(ring) < 4 for polygon in rings for ring in polygon):
        raise Refused("A ring of the polygon has fewer than four corners.")
    if not all(math.isfinite(x) and math.isfinite(y) and abs(x) <= 180 and abs(y) <= 90 for x, y in corners):
        raise Refused("The coordinates are not longitude and latitude (WGS 84): convert the file first.")
    return rings


def bounds_of(rings: Rings) -> tuple[float, float, float, float]:
    """South, west, north, east."""
    corners = [corner for polygon in rings for corner in polygon[0]]
    return (
        min(y for _x, y in corners),
        min(x for x, _y in corners),
        max(y for _x, y in corners),
        max(x for x, _y in corners),
    )


def contains(rings: Rings, point: Point) -> bool:
    """Whether a point lies in one of the polygons and in none of its holes."""
    latitude, longitude = point
    return any(
        _in_ring(outer, latitude, longitude) and not any(_in_ring(hole, latitude, longitude) for hole in holes)
        for outer, *holes in rings
    )


def _in_ring(ring: Sequence[Sequence[float]], latitude: float, longitude: float) -> bool:
    """Ray casting: a ray to the east crosses the border of a ring an odd number of times from inside.

    The lower end of an edge counts and the upper does not, so that a ray through a corner crosses once.
    """
    inside = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > latitude) != (y2 > latitude):
            # From the lower end, whichever way the ring runs: two neighbours round their common border alike.
            (low, x_low), (high, x_high) = sorted(((y1, x1), (y2, x2)))
            if longitude < x_low + (latitude - low) * (x_high - x_low) / (high - low):
                inside = not inside
        x1, y1 = x2, y2
    return inside


def inner_point(rings: Rings) -> Point:
    """A point inside: the middle of the longest stretch of a parallel in the largest part."""
    polygon = max(rings, key=lambda rings_of_one: _area(rings_of_one[0]))
    south, _west, north, _east = bounds_of([polygon])
    for part in (0.5, 0.37, 0.63, 0.25, 0.75):
        latitude = south + (north - south) * part
        crossings = sorted(
            x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
            for ring in polygon
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 > latitude) != (y2 > latitude)
        )
        stretches = [(b - a, (a + b) / 2) for a, b in zip(crossings[::2], crossings[1::2], strict=False)]
        if stretches:
            return latitude, max(stretches)[1]
    raise Refused("The polygon has no inside.")


def _area(ring: Ring) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2
