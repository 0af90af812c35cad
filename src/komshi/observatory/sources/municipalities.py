"""In which municipality is a point: by its imported boundary, or by the nearest seat until boundaries are imported."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from komshi.observatory.base.region import current_region
from komshi.observatory.sources.geometry import contains
from komshi.observatory.sources.models import Boundary, ImportedPlace
from komshi.pipeline.distance import kilometres

# GeoNames' codes for seats of administrative units, and the words that other gazetteers use.
_SEAT_KINDS = ("PPLC", "PPLA", "PPLA2", "PPLA3", "seat")
# Where a gazetteer marks no seats, a settlement of this size stands in for one: most seats of the region are larger.
_SEAT_POPULATION = 5000


@dataclass(frozen=True)
class Municipality:
    """`exact`: the point lies in its boundary. Otherwise its seat is the nearest, `kilometres` away: a guess."""

    name: str
    country: str
    exact: bool
    kilometres: float = 0.0


def municipality_of(latitude: float, longitude: float, *, country: str) -> Municipality | None:
    """The municipality of a point within a country (two letters); None when nothing is known of that country."""
    boundary = boundary_of(latitude, longitude, country=country)
    if boundary:
        return Municipality(boundary.name, country, exact=True)
    nearest = min(
        ((kilometres((latitude, longitude), (lat, lon)), name) for name, lat, lon in _seats(country)), default=None
    )
    return Municipality(nearest[1], country, exact=False, kilometres=round(nearest[0], 1)) if nearest else None


def boundary_of(latitude: float, longitude: float, *, country: str) -> Boundary | None:
    """The imported boundary that a point of the country lies in; None where none was imported."""
    boundaries = Boundary.objects.filter(
        country=country, south__lte=latitude, north__gte=latitude, west__lte=longitude, east__gte=longitude
    )
    return next((b for b in boundaries.order_by("pk") if contains(b.rings, (latitude, longitude))), None)


def _seats(country: str) -> list[tuple[str, float, float]]:
    """Names and positions: of imported boundaries, else of imported seats, else of the region's larger settlements."""
    for rows in (
        Boundary.objects.filter(country=country),
        ImportedPlace.objects.filter(country=country, kind__in=_SEAT_KINDS),
    ):
        if seats := list(rows.values_list("name", "latitude", "longitude")):
            return seats
    return list(_region_seats(country))


@cache
def _region_seats(country: str) -> tuple[tuple[str, float, float], ...]:
    places = [row for rows in current_region().tables.values() for row in rows if row.get("country") == country]
    marked = [row for row in places if row.get("kind") in _SEAT_KINDS]
    large = [row for row in places if int(row.get("population") or 0) >= _SEAT_POPULATION]
    return tuple(
        (row["name"], float(row["latitude"]), float(row["longitude"])) for row in marked or large if row.get("latitude")
    )
