"""Names on a drawing, in the reader's language, each where it covers the least of what is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from komshi.observatory.base import wording
from komshi.observatory.base.ground import WIDTH, Frame, Pair, middles, watched_at
from komshi.observatory.base.towns import towns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Box = tuple[float, float, float, float]
Circle = tuple[float, float, float]
LINE = 24.0
"""Height of a line on a phone, where letters are largest against the drawing."""
_LETTER = 13.5
_LONG = 12
_HERE = 0.03
"""Degrees: the town that a drawing is about lies this close to its middle."""
_AWAY = (0, -20, 20, -40, 40, -60, 60, -80, 80)
_STEPS = sorted(((x, y) for y in _AWAY for x in _AWAY), key=lambda step: abs(step[0]) + abs(step[1]))
"""Steps away from the middle of a country, nearest first: across, then down."""
_REACH = 180.0
_FAR = 4.0


@dataclass(frozen=True)
class Label:
    """A name (`country`, `town`, or `here` for the town that the drawing is about) and the middle of its lines."""

    kind: str
    name: str
    longitude: float
    latitude: float
    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def rows(self) -> list[tuple[int, str]]:
        """Each line with its height on the drawing."""
        top = self.y - LINE * (len(self.lines) - 1) / 2
        return [(round(top + number * LINE), line) for number, line in enumerate(self.lines)]


def labels(frame: Frame, *, taken: Sequence[Circle], around: Pair | None) -> list[Label]:
    """Countries' names on the whole map; on a window `around` a point the towns in it, as many as have room."""
    covered = [(x - r, y - r, x + r, y + r) for x, y, r in taken]
    if around is None:
        return list(_countries(frame, covered))
    return list(_towns(frame, covered, around))


def _countries(frame: Frame, covered: list[Box]) -> Iterator[Label]:
    for code, longitude, latitude in middles():
        name = wording.country_name(code)
        lines, (x, y) = _lines(name), frame.project(longitude, latitude)
        near = [box for box in covered if box[0] < x + _REACH and box[2] > x - _REACH]
        places = (place for place in _places(frame)[code] if _within(_box(place, lines), frame))
        best = _best(places, (x, y), near, lines)
        covered.append(_box(best, lines))
        yield Label("country", name, longitude, latitude, *best, lines)


@lru_cache(maxsize=8)
def _places(frame: Frame) -> dict[str, list[Pair]]:
    """Where the name of each country may stand: in it, or beside it, but never in another one that is watched."""
    places = {}
    for code, longitude, latitude in middles():
        x, y = frame.project(longitude, latitude)
        steps = [(x + across, y + down) for across, down in _STEPS]
        places[code] = [step for step in steps if watched_at(frame, step) in (code, "")]
    return places


def _towns(frame: Frame, covered: list[Box], around: Pair) -> Iterator[Label]:
    seats = [t for t in towns() if frame.holds(frame.project(t.longitude, t.latitude))]
    seats.sort(key=lambda t: (t.latitude - around[0]) ** 2 + (t.longitude - around[1]) ** 2)
    for one in seats:
        here = one is seats[0] and abs(one.latitude - around[0]) < _HERE and abs(one.longitude - around[1]) < _HERE
        x, y = frame.project(one.longitude, one.latitude)
        lines = (one.name,)
        aside = 26 + _LETTER * len(one.name) / 2
        around_it = ((x, y + 30), (x, y - 26), (x, y + 44), (x, y - 40), (x + aside, y), (x - aside, y))
        places = [place for place in around_it if _within(_box(place, lines), frame)]
        best = min(places, key=lambda place: _overlap(_box(place, lines), covered), default=(x, y + 30))
        if not here and (not places or _overlap(_box(best, lines), covered)):
            continue
        covered.append(_box(best, lines))
        yield Label("here" if here else "town", one.name, one.longitude, one.latitude, *best, lines)


def _lines(name: str) -> tuple[str, ...]:
    """A long name in two lines, cut at the space nearest to its middle."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    if len(name) <= _LONG or not spaces:
        return (name,)
    at = min(spaces, key=lambda space: abs(space - len(name) / 2))
    return name[:at], name[at + 1 :]


def _box(middle: Pair, lines: Sequence[str]) -> Box:
    wide, high = _LETTER * max(map(len, lines)) / 2, LINE * len(lines) / 2
    return middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high


def _within(box: Box, frame: Frame) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= frame.height


def _best(places: Iterable[Pair], middle: Pair, covered: Sequence[Box], lines: Sequence[str]) -> Pair:
    """What is covered weighs most; then a name stands as near to the middle of its country as it can.

    `places` come nearest first: once they are too far away to win, none of the others is looked at.
    """
    best, least = middle, math.inf
    for place in places:
        away = _FAR * (abs(place[0] - middle[0]) + abs(place[1] - middle[1]))
        if away >= least:
            break
        cost = away + _overlap(_box(place, lines), covered)
        if cost < least:
            best, least = place, cost
    return best


def _overlap(box: Box, covered: Iterable[Box]) -> float:
    left, top, right, bottom = box
    return sum(
        (min(right, other[2]) - max(left, other[0])) * (min(bottom, other[3]) - max(top, other[1]))
        for other in covered
        if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top
    )
