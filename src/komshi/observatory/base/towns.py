"""The municipalities of the region: names in each language, the seat, which of them a point is in, how one is found."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from komshi.observatory.base.region import current_region
from komshi.pipeline.distance import Point, kilometres
from komshi.pipeline.text.cyrillic import to_cyrillic
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FARTHEST_SEAT = 40.0
"""Kilometres: a point farther than this from every seat of its country is in no town."""
CITY = "city"
"""The kind of a town that is made of several municipalities, for what is told of the whole."""
_MOST_FOUND = 40
_LANGUAGES = ("own", "sq", "mk", "hbs", "en")
_LIVED_IN = ("settlement", "neighbourhood")
_TOWN, _VILLAGE, _OTHER = range(3)
_BRACKETS = re.compile(r"\s*\(.*?\)")
_BREAKS = re.compile(r"[\s/-]+")


@dataclass(frozen=True)
class Town:
    """One municipality. `names` maps a language family (`sq`, `mk`, `hbs`, `en`) or `own` to what it calls it.

    `points` are its seat and other places in it: a point near one of them is in this town.
    """

    id: str
    country: str
    kind: str
    names: Mapping[str, str] = field(compare=False)
    latitude: float
    longitude: float
    seat: str
    points: tuple[Point, ...] = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """What the reader's language calls it, in the reader's script."""
        code = get_language() or "en"
        family = current_region().family.get(code.partition("-")[0], "en")
        name = self.names.get(family) or self.names["own"]
        return to_cyrillic(name) if code.endswith("-cyrl") else name

    @property
    def also(self) -> str:
        """What it is called where it is, by both names where it has two; empty when that is its `name` here."""
        own = self.names["own"]
        return "" if self.name in (own, to_cyrillic(own)) else own


@cache
def towns() -> tuple[Town, ...]:
    """Every municipality, by country and id."""
    return tuple(_town(row) for row in current_region().municipalities)


def town(identifier: str) -> Town | None:
    """The municipality of this id."""
    return _by_id().get(identifier)


def town_at(
    latitude: float, longitude: float, *, country: str, inside: Callable[[Point], bool] | None = None
) -> Town | None:
    """The municipality of the country whose seat, or another place of it, is nearest to the point.

    `inside` knows the boundary that the point lies in: then only a municipality with its seat inside is meant. The
    nearest of all stands in where none has. None for a point that is far from everything.
    """
    here = (latitude, longitude)
    near = sorted((kilometres(here, at), one) for at, one in _points(country))
    within = [one for _km, one in near if inside and inside((_by_id()[one].latitude, _by_id()[one].longitude))]
    if within:
        return town(within[0])
    return town(near[0][1]) if near and near[0][0] <= FARTHEST_SEAT else None


def towns_near(one: Town, *, most: int = 6) -> list[tuple[Town, float]]:
    """The other towns with the nearest seats, on both sides of every border, with their distance in kilometres."""
    here = (one.latitude, one.longitude)
    others = ((kilometres(here, (t.latitude, t.longitude)), t.id) for t in towns() if t.id != one.id)
    return [(_by_id()[identifier], distance) for distance, identifier in sorted(others)[:most]]


def find_towns(query: str) -> list[Town]:
    """Municipalities that somebody may mean who typed this, the likeliest first; either script, no diacritics needed.

    A town or a village of exactly this name; failing these, what bears it as another name and the towns that have a
    word that begins like it; failing these, the villages that have one.
    """
    wanted = _plain(query)
    exact = _names().get(wanted, {})
    found = {one: rank for one, rank in exact.items() if rank < _OTHER}
    if wanted and not found:
        begun = [holders for name, holders in _names().items() if f" {wanted}" in f" {name}"]
        found = {one: rank for holders in begun for one, rank in holders.items() if rank == _TOWN} | exact
        found = found or {one: rank for holders in begun for one, rank in holders.items()}
    return [_by_id()[one] for one in sorted(found, key=lambda one: (found[one], one))][:_MOST_FOUND]


@cache
def _by_id() -> dict[str, Town]:
    return {one.id: one for one in towns()}


@cache
def _points(country: str) -> tuple[tuple[Point, str], ...]:
    return tuple((at, one.id) for one in towns() if one.country == country for at in one.points)


@cache
def _names() -> Mapping[str, Mapping[str, int]]:
    """Which towns a plain name may mean, and how: as their own name, as a village's, or as another name of either."""
    names: dict[str, dict[str, int]] = defaultdict(dict)
    for row in current_region().municipalities:
        for name in [row["seat"], *(row[key] for key in _LANGUAGES)]:
            for one in {name, *name.split(" / ")}:
                names[_plain(one)][row["id"]] = _TOWN
    for row in _settlements():
        there = town_at(float(row["latitude"]), float(row["longitude"]), country=row["country"])
        for rank, name in ((_VILLAGE, row["name"]), *((_OTHER, other) for other in row["names"].split("|"))):
            if there:
                names[_plain(name)].setdefault(there.id, rank)
    names.pop("", None)
    return names


def _settlements() -> Iterator[Mapping[str, str]]:
    """The places that people live in, of every table, with the names that corrections add."""
    tables, watched = current_region().tables, set(current_region().countries)
    more = {row["geonames_id"]: row for row in tables.get("names", [])}
    for row in (row for rows in tables.values() for row in rows if row.get("kind") in _LIVED_IN):
        if row.get("latitude") and row["country"] in watched:
            known = more.get(row.get("geonames_id", ""), {})
            yield row
            if known:
                yield {**row, "name": known["name"] or row["name"], "names": known["names"]}


def _plain(name: str) -> str:
    return " ".join(_BREAKS.sub(" ", fold(_BRACKETS.sub("", name))).split())


@cache
def _places() -> Mapping[tuple[str, str], list[Point]]:
    places: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for row in _settlements():
        places[row["country"], row["name"]].append((float(row["latitude"]), float(row["longitude"])))
    return places


def _town(row: Mapping[str, str]) -> Town:
    seat = (float(row["latitude"]), float(row["longitude"]))
    parts = [_places().get((row["country"], name), []) for name in row["parts"].split("|")]
    nearest = [min(places, key=lambda at: kilometres(seat, at)) for places in parts if places]
    names = {key: row[key] for key in _LANGUAGES if row[key]}
    return Town(row["id"], row["country"], row["kind"], names, *seat, row["seat"], (seat, *nearest))
