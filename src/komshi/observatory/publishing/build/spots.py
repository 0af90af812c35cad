"""Counts the public incidents of each point, once when something changes and not again for every reader."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Count, Min

from komshi.observatory.base.events import pull, writing
from komshi.observatory.publishing.build.incidents import pull_incidents
from komshi.observatory.publishing.models import PublicIncident, PublicSpot

_KEY = ("latitude", "longitude", "country")
_TOLD = ("place", "town", "precision", "only", "incidents")
_AT_ONCE = 400
Rows = dict[tuple[float, float, str, str], tuple[Any, ...]]


def pull_spots(limit: int) -> int:
    """Bring the points up to date with the public incidents. Returns how many events were dealt with."""
    with pull("publishing_spot_months", ["incidents:incident:"], limit=limit) as events:
        # Another process may have added an incident after the step before this one: it has to be counted, too.
        while events and pull_incidents(limit):
            pass
        if events:
            spots_rebuild()
    return len(events)


def spots_rebuild() -> None:
    """Count every point anew and write those that differ: a walk over an index, and few rows written."""
    with writing():
        real, held = _real(), _held()
        stale = [pk for at, (pk, *told) in held.items() if real.get(at) != tuple(told)]
        for start in range(0, len(stale), _AT_ONCE):
            PublicSpot.objects.filter(pk__in=stale[start : start + _AT_ONCE]).delete()
        PublicSpot.objects.bulk_create(
            PublicSpot(**dict(zip((*_KEY, "month", *_TOLD), (*at, *told), strict=True)))
            for at, told in real.items()
            if at not in held or held[at][1:] != told
        )


def _real() -> Rows:
    """Every point with each of its months, and with all of its time."""
    counted = PublicIncident.objects.exclude(latitude=None).order_by().values_list(*_KEY, "month")
    counted = counted.annotate(Min("place"), Min("town"), Min("precision"), Min("key"), Count("pk"))
    months: Rows = {}
    whole: dict[tuple[float, float, str], list[tuple[Any, ...]]] = defaultdict(list)
    for latitude, longitude, country, month, *told in counted:
        whole[latitude, longitude, country].append(tuple(told))
        if month:
            months[latitude, longitude, country, month] = tuple(told)
    return months | {(*at, ""): _together(parts) for at, parts in whole.items()}


def _together(parts: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    *words, numbers = zip(*parts, strict=True)
    return (*map(min, words), sum(numbers))


def _held() -> Rows:
    rows = PublicSpot.objects.values_list(*_KEY, "month", "pk", *_TOLD)
    return {(latitude, longitude, country, month): tuple(told) for latitude, longitude, country, month, *told in rows}
