"""Counts a month, a country and a market, so that a series is a few rows and not a walk over everything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db.models import Count

from komshi.observatory.base.events import pull, writing
from komshi.observatory.publishing.build.incidents import pull_incidents
from komshi.observatory.publishing.models import PublicIncident, PublicMonth

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell = tuple[str, str]
"""A country and a month."""


def pull_months(limit: int) -> int:
    """Bring the counts up to date with the public incidents. Returns how many events were dealt with."""
    with pull("publishing_months", ["incidents:incident:"], limit=limit) as events:
        # Another process may have added an incident after the step before this one: it has to be counted, too.
        while events and pull_incidents(limit):
            pass
        if events:
            changed = {int(event.subject_id) for event in events}
            now = PublicIncident.objects.filter(incident__in=changed).order_by().values_list("country", "month")
            months_rebuild(now)
    return len(events)


def months_rebuild(cells: Iterable[Cell] = ()) -> None:
    """Count these cells anew, and every one whose incidents are more or fewer than it says.

    An incident that moved is found at both ends: where it is now is among `cells`, where it was has one too many.
    """
    with writing():
        rows = PublicIncident.objects.order_by().values_list("country", "month")
        real = {(country, month): number for country, month, number in rows.annotate(number=Count("pk"))}
        said = PublicMonth.objects.filter(market="").values_list("country", "month", "incidents")
        held = {(country, month): number for country, month, number in said}
        wrong = {cell for cell in {*real, *held} if real.get(cell) != held.get(cell)}
        for country, month in sorted({*cells, *wrong}):
            _count(country, month)


def _count(country: str, month: str) -> None:
    counts: Counter[str] = Counter()
    rows = PublicIncident.objects.filter(country=country, month=month).order_by().values_list("market_index")
    for markets, number in rows.annotate(number=Count("pk")):
        counts[""] += number
        for market in filter(None, markets.split("|")):
            counts[market] += number
    PublicMonth.objects.filter(country=country, month=month).delete()
    PublicMonth.objects.bulk_create(
        PublicMonth(country=country, month=month, market=market, incidents=number)
        for market, number in sorted(counts.items())
    )
