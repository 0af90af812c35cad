"""Public incidents in words, and how far each country is checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Sum
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from komshi.observatory.base import wording
from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.listing import Audience, Spot, monthly, point_id
from komshi.observatory.publishing.models import CountryCount, PublicIncident, PublicMonth, PublicSpot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from komshi.observatory.publishing.models import PublicIncidentQuerySet


@dataclass(frozen=True)
class Entry:
    """One public incident in a list, on the map and in the points: what, where, when, in the reader's language."""

    id: int
    url: str
    title: str
    meta: str
    latitude: float | None
    longitude: float | None

    @property
    def at(self) -> str:
        """The point as the map knows it; empty for one that has no place."""
        return point_id(self.latitude, self.longitude)


@dataclass(frozen=True)
class Coverage:
    """How far each country is checked."""

    rows: list[CountryCount]

    @property
    def checked(self) -> int:
        """In all countries."""
        return sum(row.checked for row in self.rows)

    @property
    def waiting(self) -> int:
        """In all countries."""
        return sum(row.waiting for row in self.rows)


def audience() -> Audience:
    """The lists and the map of everybody, in the language of the moment: words that return are looked up once."""
    precision_words = cache(wording.precision_words)
    code = get_language() or "en"
    before, _key, after = reverse("publishing:incident", args=["-"]).rpartition("-")
    return Audience(
        rows=PublicIncident.objects.newest_first(),
        place_column="place",
        more={},
        columns=("precision",),
        entries=entries,
        place_of=lambda spot: _place_words_in(spot.place, spot.country, spot.more["precision"], code),
        told=lambda spot: {"note": precision_words(spot.more["precision"])},
        monthly=_monthly,
        spots=_spots,
        page_of=lambda key: f"{before}{key}{after}",
        list_url=reverse("publishing:incidents"),
        points_url=reverse("publishing:points"),
    )


_SPOT = ("latitude", "longitude", "incidents", "place", "country", "only", "precision")


def spots_kept(**where: Any) -> list[Spot]:
    """Points with all of their time out of the table of points, those with the most incidents first."""
    kept = PublicSpot.objects.filter(month="", **where).order_by("-incidents", "latitude", "longitude")
    return [Spot(*values, {"precision": precision}) for *values, precision in kept.values_list(*_SPOT)]


def _spots(chosen: Filter, most: int) -> list[Spot]:
    """Read or added up from the table of points where it has what is asked for; otherwise incidents are counted."""
    where = {"country": chosen.country} if chosen.country else {}
    kept = spots_kept(**where)
    if chosen.but(country="").is_empty:
        return kept[:most]
    if chosen.but(country="", since="", until="").is_empty:
        months = PublicSpot.objects.filter(month__gte=chosen.since or "0", month__lte=chosen.until or "9", **where)
        counted = _by_point(months).annotate(n=Sum("incidents"), one=Min("only"))
    else:
        found = chosen.apply(PublicIncident.objects.exclude(latitude=None))
        counted = _by_point(found).annotate(n=Count("pk"), one=Min("key"))
    numbers = {(latitude, longitude, country): told for latitude, longitude, country, *told in counted}
    spots = [
        Spot(latitude, longitude, told[0], place, country, told[1], more)
        for latitude, longitude, _all, place, country, _one, more in kept
        if (told := numbers.get((latitude, longitude, country)))
    ]
    return sorted(spots, key=lambda spot: -spot.number)[:most]


def _by_point(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values_list("latitude", "longitude", "country")


def _monthly(chosen: Filter) -> dict[str, int]:
    """From the table of months where it has what is asked for, otherwise counted."""
    if chosen.type or chosen.town or chosen.point:
        return monthly(chosen.apply(PublicIncident.objects.all()))
    rows = PublicMonth.objects.filter(market=chosen.market).exclude(month="")
    rows = rows.filter(country=chosen.country) if chosen.country else rows
    return dict(rows.order_by().values_list("month").annotate(number=Sum("incidents")))


def incident_list(chosen: Filter) -> PublicIncidentQuerySet:
    """Public incidents that the filter lets through, newest first."""
    found: PublicIncidentQuerySet = chosen.apply(PublicIncident.objects.newest_first())
    return found


def entries(incidents: Iterable[PublicIncident]) -> list[Entry]:
    """The incidents in words."""
    return [_entry(incident) for incident in incidents]


def coverage() -> Coverage:
    """Checked and waiting per country, in the order of their names."""
    return Coverage(sorted(CountryCount.objects.all(), key=lambda row: wording.country_name(row.country)))


def place_of(incident: PublicIncident) -> str:
    """Where, in words; a blurred place is said to be near."""
    return _place_words(incident.place, incident.country, incident.precision)


def _place_words(place: str, country: str, precision: str) -> str:
    return _place_words_in(place, country, precision, get_language() or "en")


@lru_cache(maxsize=20_000)
def _place_words_in(place: str, country: str, precision: str, _code: str) -> str:
    """Kept, because every map says the same few thousand places."""
    words = wording.place_words({"name": place, "country": country})
    return _("near %(place)s") % {"place": words} if precision == "blurred" and place else words


def _entry(incident: PublicIncident) -> Entry:
    when = wording.date_words(incident.date, incident.date_precision)
    return Entry(
        id=incident.pk,
        url=reverse("publishing:incident", args=[incident.key]),
        title=wording.headline(incident.event_type, markets=incident.markets, quantities=incident.quantities),
        meta=" · ".join(part for part in (place_of(incident), when) if part),
        latitude=incident.latitude,
        longitude=incident.longitude,
    )
