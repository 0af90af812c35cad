"""What public pages show, from the projection alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from komshi.observatory.base import wording
from komshi.observatory.base.drawing import Point
from komshi.observatory.publishing.models import CountryCount, PublicIncident

if TYPE_CHECKING:
    from collections.abc import Iterable

    from komshi.observatory.base.filtering import Filter
    from komshi.observatory.publishing.models import PublicIncidentQuerySet

MOST_POINTS = 5000


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
    def point(self) -> Point:
        """The entry as a point of the drawing; only for one that has a place."""
        return Point(self.latitude or 0.0, self.longitude or 0.0, f"{self.title}, {self.meta}", self.url)


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


def incident_list(chosen: Filter) -> PublicIncidentQuerySet:
    """Public incidents that the filter lets through, newest first."""
    found: PublicIncidentQuerySet = chosen.apply(PublicIncident.objects.newest_first())
    return found


def entries(incidents: Iterable[PublicIncident]) -> list[Entry]:
    """The incidents in words."""
    return [_entry(incident) for incident in incidents]


def mapped(chosen: Filter) -> list[Entry]:
    """Those with a point, for the map."""
    return entries(incident_list(chosen).exclude(latitude=None)[:MOST_POINTS])


def coverage() -> Coverage:
    """Checked and waiting per country, in the order of their names."""
    return Coverage(sorted(CountryCount.objects.all(), key=lambda row: wording.country_name(row.country)))


def place_of(incident: PublicIncident) -> str:
    """Where, in words; a blurred place is said to be near."""
    words = wording.place_words({"name": incident.place, "country": incident.country})
    if incident.precision == "blurred" and incident.place:
        return _("near %(place)s") % {"place": words}
    return words


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
