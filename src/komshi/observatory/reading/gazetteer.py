"""Places by name, for a person who corrects: the region's tables and the imported ones, in any script and spelling."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from komshi.observatory.base.region import current_region
from komshi.observatory.sources.models import ImportedPlace
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_HALF = 0.5
_COLUMNS = {"name", "country", "latitude", "longitude"}


@dataclass(frozen=True)
class Candidate:
    """A place that may be meant. `id` leads back to it: `table:row` of the region's data, or `imported:key`."""

    id: str
    name: str
    country: str
    latitude: float
    longitude: float
    geonames_id: int | None
    kind: str
    population: int
    known_as: tuple[str, ...]

    @property
    def payload(self) -> dict[str, Any]:
        """The place as a reading holds it; nothing in the text is evidence for what a person gave."""
        return {
            "name": self.name, "country": self.country, "latitude": self.latitude, "longitude": self.longitude,
            "geonames_id": self.geonames_id, "precision": self.kind or "settlement", "evidence": [],
            "inferred_from": None,
        }  # fmt: skip


def place_find(text: str, *, country: str = "", limit: int = 8) -> list[Candidate]:
    """Places whose name is, or begins with, the text; exact names and larger places first."""
    wanted = fold(text).strip()
    if len(wanted) < 2:
        return []
    found = [place for place in _all() if _fits(place, wanted, country)]
    found += [place for place in _imported(text) if _fits(place, wanted, country)]
    watched = set(current_region().countries)
    found.sort(key=lambda p: (wanted not in p.known_as, p.country not in watched, -p.population, p.name))
    once: dict[tuple[str, str, float], Candidate] = {}
    for place in found:
        once.setdefault((place.name, place.country, round(place.latitude, 1)), place)
    return list(once.values())[:limit]


def place_get(identifier: str) -> Candidate | None:
    """The place with this id, or None."""
    if identifier.startswith("imported:"):
        row = (
            ImportedPlace.objects.filter(pk=identifier.partition(":")[2]).first() if identifier[9:].isdigit() else None
        )
        return _of_import(row) if row else None
    return _by_id().get(identifier)


def _fits(place: Candidate, wanted: str, country: str) -> bool:
    return (not country or place.country == country) and any(name.startswith(wanted) for name in place.known_as)


@cache
def _by_id() -> dict[str, Candidate]:
    return {place.id: place for place in _all()}


@cache
def _all() -> tuple[Candidate, ...]:
    return tuple(_rows())


def _rows() -> Iterator[Candidate]:
    for table, rows in current_region().tables.items():
        if not rows or not rows[0].keys() >= _COLUMNS:
            continue
        for number, row in enumerate(rows):
            if not row["latitude"] or not row["longitude"]:
                continue
            names = [row["name"], *row.get("names", "").split("|")]
            yield Candidate(
                id=f"{table}:{row.get('geonames_id') or number}",
                name=row["name"],
                country=row["country"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                geonames_id=int(row["geonames_id"]) if row.get("geonames_id", "").isdigit() else None,
                kind=row.get("kind", "settlement"),
                population=int(row.get("population") or 0),
                known_as=tuple(dict.fromkeys(fold(name) for name in names if name)),
            )


def _imported(text: str) -> list[Candidate]:
    return [_of_import(row) for row in ImportedPlace.objects.filter(name__istartswith=text.strip()[:3])[:200]]


def _of_import(row: ImportedPlace) -> Candidate:
    return Candidate(
        id=f"imported:{row.pk}", name=row.name, country=row.country, latitude=row.latitude, longitude=row.longitude,
        geonames_id=None, kind=row.kind or "settlement", population=row.population or 0,
        known_as=tuple(fold(name) for name in [row.name, *row.names]),
    )  # fmt: skip


def place_is_known(name: str, country: str) -> bool:
    """Whether a gazetteer has a place of exactly this name in the country."""
    if (fold(name), country) in _names():
        return True
    return ImportedPlace.objects.filter(name=name, country=country).exists()


def place_forms(name: str, country: str) -> frozenset[str]:
    """Every folded name under which the gazetteers know the places of this name in the country."""
    known = _forms().get((fold(name), country), frozenset())
    imported = ImportedPlace.objects.filter(name=name, country=country)
    return known | {fold(other) for row in imported for other in [row.name, *row.names]}


def place_near(latitude: float, longitude: float, *, country: str, smallest: int = 10_000) -> Candidate | None:
    """The nearest town of some size in the country, within half a degree: says roughly where a blurred point is."""
    towns = [place for place in _all() if place.country == country and place.population >= smallest]
    near = [p for p in towns if abs(p.latitude - latitude) < _HALF and abs(p.longitude - longitude) < _HALF]
    return min(near, key=lambda p: (p.latitude - latitude) ** 2 + (p.longitude - longitude) ** 2, default=None)


@cache
def _forms() -> dict[tuple[str, str], frozenset[str]]:
    forms: dict[tuple[str, str], set[str]] = {}
    for place in _all():
        for name in place.known_as:
            forms.setdefault((name, place.country), set()).update(place.known_as)
    return {key: frozenset(known) for key, known in forms.items()}


@cache
def _names() -> frozenset[tuple[str, str]]:
    return frozenset((name, place.country) for place in _all() for name in place.known_as)
