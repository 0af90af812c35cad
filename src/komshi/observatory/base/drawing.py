"""The map as a drawing made on the server: quiet ground, our dots. Works without scripts, prints, and weighs little."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.staticfiles import finders

from komshi.observatory.base import wording
from komshi.observatory.base.region import current_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH = 720
GROUND = "region.geo.json"
_MARGIN = 0.35
_CELL = 34
_SMALLEST = 9.0
Pair = tuple[float, float]


@dataclass(frozen=True)
class Point:
    """Something to draw: where it is, what it is called, and where it leads."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True)
class Dot:
    """One dot of the drawing, for one point or for several that lie close together."""

    x: float
    y: float
    radius: float
    number: int
    title: str
    address: str


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

    @property
    def height(self) -> int:
        """Pixels, so that shapes keep their form (Mercator)."""
        return round(WIDTH * (_mercator(self.north) - _mercator(self.south)) / math.radians(self.east - self.west))

    def project(self, longitude: float, latitude: float) -> Pair:
        """Degrees to pixels."""
        scale = WIDTH / math.radians(self.east - self.west)
        x = math.radians(longitude - self.west) * scale
        return round(x, 1), round((_mercator(self.north) - _mercator(latitude)) * scale, 1)


@dataclass(frozen=True)
class Label:
    """A country's name and where it stands, in degrees and in pixels."""

    code: str
    longitude: float
    latitude: float
    x: float
    y: float

    @property
    def name(self) -> str:
        """In the reader's language."""
        return wording.country_name(self.code)


@dataclass(frozen=True)
class Drawing:
    """Everything that the template draws."""

    frame: Frame
    lands: Sequence[Land]
    labels: Sequence[Label]
    dots: Sequence[Dot]
    width: int = WIDTH

    @property
    def bounds(self) -> list[float]:
        """West, south, east, north."""
        return [self.frame.west, self.frame.south, self.frame.east, self.frame.north]

    @property
    def home(self) -> list[str]:
        """Codes of the countries that the observatory watches."""
        return current_region().countries

    @property
    def names(self) -> list[dict[str, Any]]:
        """The countries' names for a map that draws its own ground."""
        return [{"name": one.name, "at": [one.longitude, one.latitude]} for one in self.labels]


def drawing(points: Iterable[Point], *, several: str) -> Drawing:
    """The map with these points; dots that stand for several lead to `several`."""
    frame, lands, labels = _ground()
    return Drawing(frame, lands, labels, list(_dots(points, frame, several)))


def _dots(points: Iterable[Point], frame: Frame, several: str) -> Iterator[Dot]:
    cells: dict[tuple[int, int], list[tuple[Pair, Point]]] = defaultdict(list)
    for point in points:
        x, y = frame.project(point.longitude, point.latitude)
        if 0 <= x <= WIDTH and 0 <= y <= frame.height:
            cells[round(x / _CELL), round(y / _CELL)].append(((x, y), point))
    for members in sorted(cells.values(), key=lambda cell: -len(cell)):
        number = len(members)
        x, y = (round(sum(at[axis] for at, _point in members) / number, 1) for axis in (0, 1))
        radius = round(min(_SMALLEST + 3.0 * math.sqrt(number - 1), 30), 1)
        first = members[0][1]
        title = first.title if number == 1 else "; ".join(dict.fromkeys(point.title for _at, point in members[:5]))
        yield Dot(x, y, radius, number, title, first.address if number == 1 else several)


@cache
def _ground() -> tuple[Frame, tuple[Land, ...], tuple[Label, ...]]:
    features, home = _features(), set(current_region().countries)
    outlines = [ring for code, rings in features if code in home for ring in rings] or [_places()]
    frame = _frame([corner for ring in outlines for corner in ring])
    lands = tuple(Land(code, path, code in home) for code, rings in features if (path := _path(rings, frame)))
    labels = tuple(_label(code, rings, frame) for code, rings in features if code in home)
    return frame, lands, labels


def _features() -> list[tuple[str, list[list[Pair]]]]:
    """Outer rings of each country of the built ground; none when the front end has not been built."""
    found = finders.find(GROUND)
    if not found:
        return []
    features = json.loads(Path(found).read_text(encoding="utf-8"))["features"]
    return [(f["properties"]["code"], [polygon[0] for polygon in f["geometry"]["coordinates"]]) for f in features]


def _places() -> list[Pair]:
    """Without a ground the window is where the places of the region lie."""
    rows = [row for table in current_region().tables.values() for row in table if row.get("latitude")]
    home = set(current_region().countries)
    return [(float(row["longitude"]), float(row["latitude"])) for row in rows if row.get("country") in home]


def _frame(corners: Sequence[Pair]) -> Frame:
    longitudes, latitudes = [c[0] for c in corners], [c[1] for c in corners]
    return Frame(
        min(longitudes) - _MARGIN, min(latitudes) - _MARGIN, max(longitudes) + _MARGIN, max(latitudes) + _MARGIN
    )


def _path(rings: Iterable[list[Pair]], frame: Frame) -> str:
    parts = []
    for ring in rings:
        corners = _thinned([frame.project(*corner[:2]) for corner in ring])
        inside = any(-40 <= x <= WIDTH + 40 and -40 <= y <= frame.height + 40 for x, y in corners)
        if inside and len(corners) > 3:
            parts.append("M" + "L".join(f"{round(x)} {round(y)}" for x, y in corners) + "Z")
    return "".join(parts)


def _thinned(corners: list[Pair]) -> list[Pair]:
    """Corners at least two pixels apart, held near the window: more is not seen and would weigh on the page."""
    kept: list[Pair] = []
    held = ((min(max(x, -200.0), WIDTH + 200.0), min(max(y, -200.0), 2000.0)) for x, y in corners)
    for x, y in held:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 2:
            kept.append((x, y))
    return kept


def _label(code: str, rings: list[list[Pair]], frame: Frame) -> Label:
    """In the middle of the largest part."""
    ring = max(rings, key=lambda r: abs(_area(r)))
    area, sums = _area(ring), [0.0, 0.0]
    for (ax, ay, *_), (bx, by, *_rest) in pairwise(ring):
        cross = ax * by - bx * ay
        sums[0] += (ax + bx) * cross
        sums[1] += (ay + by) * cross
    longitude, latitude = (round(one / (6 * area), 3) for one in sums)
    return Label(code, longitude, latitude, *frame.project(longitude, latitude))


def _area(ring: list[Pair]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2 or 1e-9


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
