"""The ground that drawings stand on: outlines of countries in a window of degrees, as paths of whole pixels."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders

from komshi.observatory.base.region import current_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 600
"""Units of the drawing: a phone shows about half a pixel for each, a desk about one."""
GROUND = "region.geo.json"
Pair = tuple[float, float]
_MARGIN = 0.3
_MOST_KNOWN = 20_000
_SHAPE = 4 / 3
_KILOMETRES_A_DEGREE = 111.2
_BEYOND = 8.0
"""Outlines are cut this far outside of the window, so that the cut is not seen."""


@dataclass(frozen=True)
class Land:
    """One country as a path; `home` for those that the observatory watches."""

    code: str
    path: str
    home: bool


@dataclass(frozen=True)
class Frame:
    """The window of the drawing in degrees, and its height in pixels."""

    west: float
    south: float
    east: float
    north: float

    @cached_property
    def height(self) -> int:
        """Pixels, so that shapes keep their form (Mercator)."""
        return round(WIDTH * (_mercator(self.north) - _mercator(self.south)) / math.radians(self.east - self.west))

    def project(self, longitude: float, latitude: float) -> Pair:
        """Degrees to pixels."""
        known = self._known
        if (longitude, latitude) not in known:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            scale, top = self._scale
            x = math.radians(longitude - self.west) * scale
            known[longitude, latitude] = round(x, 1), round((top - _mercator(latitude)) * scale, 1)
        return known[longitude, latitude]

    @cached_property
    def _known(self) -> dict[Pair, Pair]:
        """Kept, because every map shows the same few thousand places."""
        return {}

    @cached_property
    def _scale(self) -> Pair:
        return WIDTH / math.radians(self.east - self.west), _mercator(self.north)

    def holds(self, at: Pair) -> bool:
        """Whether a point in pixels lies in the window."""
        return 0 <= at[0] <= WIDTH and 0 <= at[1] <= self.height


@cache
def whole() -> Frame:
    """The window that shows every country that the observatory watches."""
    home = set(current_region().countries)
    outlines = [ring for code, rings in _features() if code in home for ring in rings] or [_places()]
    corners = [corner for ring in outlines for corner in ring]
    longitudes, latitudes = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return Frame(
        min(longitudes) - _MARGIN, min(latitudes) - _MARGIN, max(longitudes) + _MARGIN, max(latitudes) + _MARGIN
    )


def window(latitude: float, longitude: float, *, kilometres: float) -> Frame:
    """The window around a point that reaches this far to the north and the south, and a third more to the sides."""
    high = kilometres / _KILOMETRES_A_DEGREE
    wide = high * _SHAPE / math.cos(math.radians(latitude))
    return Frame(longitude - wide, latitude - high, longitude + wide, latitude + high)


@lru_cache(maxsize=256)
def lands(frame: Frame) -> tuple[Land, ...]:
    """The countries that are seen in the window."""
    home = set(current_region().countries)
    return tuple(Land(code, path, code in home) for code, rings in _features() if (path := _path(rings, frame)))


@cache
def middles() -> tuple[tuple[str, float, float], ...]:
    """Code, longitude and latitude of the middle of the largest part of each watched country."""
    home = set(current_region().countries)
    return tuple((code, *_middle(rings)) for code, rings in _features() if code in home)


def watched_at(frame: Frame, at: Pair) -> str:
    """The code of the watched country that a point of the drawing lies in; empty for none."""
    return next((code for code, rings in _outlines(frame) if any(_holds(ring, at) for ring in rings)), "")


@lru_cache(maxsize=2)
def _outlines(frame: Frame) -> list[tuple[str, list[list[Pair]]]]:
    """The watched countries in pixels."""
    home = set(current_region().countries)
    return [
        (code, [[frame.project(*corner[:2]) for corner in ring] for ring in rings])
        for code, rings in _features()
        if code in home
    ]


def _holds(ring: list[Pair], at: Pair) -> bool:
    """Whether a line from the point to the right crosses the ring an odd number of times."""
    crossings = 0
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        if (ay > at[1]) != (by > at[1]) and at[0] < ax + (at[1] - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


@cache
def _features() -> tuple[tuple[str, list[list[Pair]]], ...]:
    """Outer rings of each country of the built ground; none when the front end has not been built."""
    found = finders.find(GROUND)
    if not found:
        return ()
    features = json.loads(Path(found).read_text(encoding="utf-8"))["features"]
    return tuple((f["properties"]["code"], [polygon[0] for polygon in f["geometry"]["coordinates"]]) for f in features)


def _places() -> list[Pair]:
    """Without a ground the window is where the places of the region lie."""
    rows = [row for table in current_region().tables.values() for row in table if row.get("latitude")]
    home = set(current_region().countries)
    return [(float(row["longitude"]), float(row["latitude"])) for row in rows if row.get("country") in home]


def _path(rings: Iterable[list[Pair]], frame: Frame) -> str:
    parts = []
    for ring in rings:
        if _is_apart(ring, frame):
            continue
        corners = _thinned(_cut([frame.project(*corner[:2]) for corner in ring], frame))
        if len(corners) > 2:
            parts.append("M" + "L".join(f"{round(x)} {round(y)}" for x, y in corners) + "Z")
    return "".join(parts)


def _is_apart(ring: list[Pair], frame: Frame) -> bool:
    """Whether all of a ring is well outside of the window: to say so is much sooner done than to cut it."""
    longitudes, latitudes = zip(*(corner[:2] for corner in ring), strict=True)
    wide, high = (frame.east - frame.west) / 2, (frame.north - frame.south) / 2
    is_beside = max(longitudes) < frame.west - wide or min(longitudes) > frame.east + wide
    return is_beside or max(latitudes) < frame.south - high or min(latitudes) > frame.north + high


def _cut(ring: list[Pair], frame: Frame) -> list[Pair]:
    """The part of a ring inside the window (Sutherland and Hodgman: one side after the other)."""
    for axis, limit, sign in (
        (0, -_BEYOND, 1), (0, WIDTH + _BEYOND, -1), (1, -_BEYOND, 1), (1, frame.height + _BEYOND, -1),
    ):  # fmt: skip
        ring = _cut_side(ring, axis, limit * sign, sign)
        if not ring:
            break
    return ring


def _cut_side(ring: list[Pair], axis: int, limit: float, sign: int) -> list[Pair]:
    kept: list[Pair] = []
    for a, b in pairwise([*ring, ring[0]]):
        inside, next_inside = a[axis] * sign >= limit, b[axis] * sign >= limit
        if inside:
            kept.append(a)
        if inside != next_inside:
            share = (limit * sign - a[axis]) / (b[axis] - a[axis])
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return kept


def _thinned(corners: list[Pair]) -> list[Pair]:
    """Corners at least two pixels apart: more is not seen and would weigh on the page."""
    kept: list[Pair] = []
    for x, y in corners:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 2:
            kept.append((x, y))
    return kept


def _middle(rings: Sequence[list[Pair]]) -> Pair:
    ring = max(rings, key=lambda one: abs(_area(one)))
    area, sums = _area(ring), [0.0, 0.0]
    for (ax, ay, *_), (bx, by, *_rest) in pairwise(ring):
        cross = ax * by - bx * ay
        sums[0] += (ax + bx) * cross
        sums[1] += (ay + by) * cross
    return round(sums[0] / (6 * area), 3), round(sums[1] / (6 * area), 3)


def _area(ring: list[Pair]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2 or 1e-9


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
