"""Counts the public incidents of each point, once when something changes and not again for every reader."""

from __future__ import annotations

from django.db.models import Count, Min

from komshi.observatory.base.events import pull, writing
from komshi.observatory.publishing.build.incidents import pull_incidents
from komshi.observatory.publishing.models import PublicIncident, PublicSpot


def pull_spots(limit: int) -> int:
    """Bring the points up to date with the public incidents. Returns how many events were dealt with."""
    with pull("publishing_spots", ["incidents:incident:"], limit=limit) as events:
        # Another process may have added an incident after the step before this one: it has to be counted, too.
        while events and pull_incidents(limit):
            pass
        if events:
            spots_rebuild()
    return len(events)


def spots_rebuild() -> None:
    """Count every point anew and write those that differ: a walk over an index, and few rows written."""
    with writing():
        counted = PublicIncident.objects.exclude(latitude=None).order_by()
        counted = counted.values_list("latitude", "longitude", "country").annotate(
            Min("place"), Min("town"), Min("precision"), Min("key"), Count("pk")
        )
        real = {(latitude, longitude, country): told for latitude, longitude, country, *told in counted}
        held = {(spot.latitude, spot.longitude, spot.country): _told(spot) for spot in PublicSpot.objects.all()}
        wrong = [at for at in held if held[at] != real.get(at)]
        for latitude, longitude, country in wrong:
            PublicSpot.objects.filter(latitude=latitude, longitude=longitude, country=country).delete()
        PublicSpot.objects.bulk_create(
            PublicSpot(
                latitude=latitude, longitude=longitude, country=country,
                place=place, town=town, precision=precision, only=only, incidents=number,
            )
            for (latitude, longitude, country), (place, town, precision, only, number) in real.items()
            if held.get((latitude, longitude, country)) != [place, town, precision, only, number]
        )  # fmt: skip


def _told(spot: PublicSpot) -> list[str | int]:
    return [spot.place, spot.town, spot.precision, spot.only, spot.incidents]
