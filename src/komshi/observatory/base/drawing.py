"""The map as a drawing made on the server: quiet ground, our dots. Works without scripts, prints, and weighs little."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import ngettext

from komshi.observatory.base.ground import WIDTH, Frame, Land, Pair, lands, whole, window
from komshi.observatory.base.labels import Label, labels
from komshi.observatory.base.region import current_region
from komshi.observatory.base.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

__all__ = ["WIDTH", "Dot", "Drawing", "Frame", "Land", "Point", "drawing"]

APART = 44.0
"""Dots stand at least this far apart: about 24 pixels on a phone, which a finger can tell apart."""
KILOMETRES = 45.0
_SMALLEST, _LARGEST = 10.0, 22.0
_NAMED = 3
_COLUMN = 1000
"""Cells of the drawing are numbered down each column, and no drawing is so many cells high."""
_AROUND = [across * _COLUMN + down for across in (-1, 0, 1) for down in (-1, 0, 1)]


class Point(NamedTuple):
    """Something to draw: where it is, what it is called, where it leads, and how many it stands for.

    A dot for several points of one `group` leads there. A title or an address that takes a while to say may be given as
    a function: few of a thousand are said.
    """

    latitude: float
    longitude: float
    title: str | Callable[[], str]
    address: str | Callable[[], str]
    number: int = 1
    group: str = ""


@dataclass(frozen=True)
class Dot:
    """One dot of the drawing, for one point or for several that lie close together."""

    x: float
    y: float
    radius: float
    number: int
    title: str
    address: str
    helps: bool = False

    @property
    def corners(self) -> str:
        """The path of a helper, who is told apart by form as well as by colour."""
        r = round(self.radius * 1.2)
        return f"M{round(self.x)} {round(self.y) - r}l{r} {r}l-{r} {r}l-{r}-{r}Z"


@dataclass(frozen=True)
class Drawing:
    """Everything that the template draws; `gaps` are countries of which nothing was read."""

    frame: Frame
    lands: Sequence[Land]
    labels: Sequence[Label]
    dots: Sequence[Dot]
    gaps: Collection[str] = ()
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
        return [{"name": one.name, "at": [one.longitude, one.latitude]} for one in self.labels if one.kind == "country"]


def drawing(
    points: Iterable[Point],
    *,
    several: str,
    helpers: Iterable[Point] = (),
    gaps: Collection[str] = (),
    around: Pair | None = None,
    kilometres: float = KILOMETRES,
) -> Drawing:
    """The map with these points and helpers; dots that stand for several points lead to `several`.

    `gaps` are codes of countries to be hatched. `around` (latitude, longitude) shows only what lies within about
    `kilometres` of it, with the towns there by name.
    """
    frame = whole() if around is None else window(*around, kilometres=kilometres)
    reports = _dots(points, frame, several, helps=False)
    dots = [*reports, *_beside(_dots(helpers, frame, several, helps=True), reports)]
    named = labels(frame, taken=[(dot.x, dot.y, dot.radius) for dot in dots], around=around)
    return Drawing(frame, lands(frame), named, dots, gaps)


def _dots(points: Iterable[Point], frame: Frame, several: str, *, helps: bool) -> list[Dot]:
    """Points join the nearest heavier one that stands close by, so a dot stands where most of it happened."""
    exact: dict[Pair, list[Point]] = defaultdict(list)
    for point in points:
        exact[frame.project(point.longitude, point.latitude)].append(point)
    leaders: dict[int, list[tuple[Pair, list[Point]]]] = defaultdict(list)
    for at, members in sorted(exact.items(), key=lambda pair: -sum([point.number for point in pair[1]])):
        if not frame.holds(at):
            continue
        cell = int(at[0] // APART) * _COLUMN + int(at[1] // APART)
        nearest, joined = APART, None
        for step in _AROUND:
            for middle, group in leaders.get(cell + step, ()):
                if (distance := math.dist(middle, at)) < nearest:
                    nearest, joined = distance, group
        if joined is None:
            leaders[cell].append((at, list(members)))
        else:
            joined.extend(members)
    return [_dot(at, members, several, helps=helps) for cell in leaders.values() for at, members in cell]


def _dot(at: Pair, members: list[Point], several: str, *, helps: bool) -> Dot:
    number = sum(point.number for point in members)
    radius = round(min(_SMALLEST + 4.0 * math.log10(number), _LARGEST), 1)
    titles = dict.fromkeys(_said(one.title) for one in members[:_NAMED])
    address, group = (_common({getattr(point, key) for point in members}) for key in ("address", "group"))
    names = "; ".join(titles) + ("; …" if len(members) > _NAMED else "")
    return Dot(
        *at, radius, number, names if number == 1 else _title(number, names, helps=helps),
        address or group or several, helps,
    )  # fmt: skip


def _common(found: set[str | Callable[[], str]]) -> str:
    """What all have in common; empty when they differ."""
    return _said(found.pop()) if len(found) == 1 else ""


def _said(words: str | Callable[[], str]) -> str:
    return words if isinstance(words, str) else words()


def _title(number: int, names: str, *, helps: bool) -> str:
    if helps:
        words = ngettext("%(n)s organisation: %(names)s", "%(n)s organisations: %(names)s", number)
    else:
        words = ngettext("%(n)s incident: %(names)s", "%(n)s incidents: %(names)s", number)
    return words % {"n": number_words(number), "names": names}


def _beside(helpers: list[Dot], reports: list[Dot]) -> list[Dot]:
    """A helper in a town with reports stands at their upper right, where both can be seen and touched."""
    placed = []
    for dot in helpers:
        under = next((r for r in reports if math.dist((r.x, r.y), (dot.x, dot.y)) < r.radius + dot.radius), None)
        if under is not None:
            away = 0.78 * (under.radius + dot.radius)
            dot = replace(dot, x=round(under.x + away, 1), y=round(under.y - away, 1))  # noqa: PLW2901 - moved
        placed.append(dot)
    return placed
