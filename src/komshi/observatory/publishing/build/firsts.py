"""The earliest public incident of each town, and of each market there, brought up to date for towns that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from komshi.observatory.base.events import pull
from komshi.observatory.publishing.models import PublicFirst, PublicIncident

if TYPE_CHECKING:
    from collections.abc import Iterable


def pull_firsts(limit: int) -> int:
    """Look again at the towns whose incidents changed; stands after those. Returns how many events there were."""
    with pull("publishing_firsts", ["incidents:incident:"], limit=limit) as events:
        if changed := {int(event.subject_id) for event in events}:
            now = set(PublicIncident.objects.filter(incident__in=changed).values_list("town", flat=True))
            # An incident that moved or went away matters to the town that it was the first of.
            before = set(PublicFirst.objects.filter(incident__in=changed).values_list("town", flat=True))
            firsts_write(now | before)
    return len(events)


def firsts_write(towns: Iterable[str]) -> None:
    """Write the firsts of these towns anew; "" is no town. An incident without a day may be the first of any."""
    wanted = sorted(filter(None, towns))
    found: dict[tuple[str, str], PublicFirst] = {}
    rows = PublicIncident.objects.filter(town__in=wanted).order_by("date", "key")
    for town, index, day, incident in rows.values_list("town", "market_index", "date", "incident").iterator():
        for market in {"", *index.strip("|").split("|")}:
            found.setdefault((town, market), PublicFirst(town=town, market=market, day=day, incident=incident))
    PublicFirst.objects.filter(town__in=wanted).delete()
    PublicFirst.objects.bulk_create(found.values())
