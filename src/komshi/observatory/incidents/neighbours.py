"""Which readings must be looked at together when some changed: those near in time, and all who share an incident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from komshi.observatory.incidents.models import Incident, IncidentReading
from komshi.observatory.reading.choices import State
from komshi.observatory.reading.models import Reading
from komshi.pipeline.match.compare import GAP_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from komshi.observatory.reading.models import ReadingQuerySet

MOST_UNDATED = 3000
"""Readings without any day fit everywhere; only the newest of them are compared, so that one change stays cheap."""


# Texts and received bytes stay in the database: a month of reports would fill the memory.
_NEEDED = (
    "article_id", "effective", "state", "relevant", "article__key", "article__document__sensitivity",
    "article__document__organisation_id", "article__document__received_by_id",
)  # fmt: skip


@dataclass(frozen=True)
class Neighbourhood:
    """`live`: readings by id that can share an incident with a changed one; `core`: whose incident is decided anew.

    Readings that are live but not core stand at the edge of the window: they are there only so that the core is right.
    """

    live: dict[int, Reading]
    core: frozenset[int]


def neighbourhood(article_ids: Iterable[int]) -> Neighbourhood:
    """The neighbourhood of the readings of these articles. Takes a fixed number of queries."""
    changed = _spans(Reading.objects.filter(article_id__in=set(article_ids)))
    touched = {one.pk for one in changed}
    mates = _mates(touched, Q(key__in=Reading.objects.filter(pk__in=touched).values("article__key")))
    near = _near(changed) | mates | touched
    # What stands near the near ones decides where they go, so it must be there too.
    wide = near | _near(_spans(live_readings().filter(pk__in=near)))
    wide |= _mates(wide)
    found = live_readings().filter(pk__in=wide).select_related("article__document").only(*_NEEDED)
    return Neighbourhood({reading.pk: reading for reading in found}, frozenset(near))


def live_readings() -> ReadingQuerySet:
    """Readings that count: relevant, not rejected by a person, and of a report that its source has not taken back."""
    return Reading.objects.filter(relevant=True, article__superseded=False).exclude(state=State.REJECTED)


def _mates(readings: set[int], also: Q | None = None) -> set[int]:
    """Every reading of the incidents that hold one of the readings."""
    wanted = Q(members__reading_id__in=readings)
    incidents = Incident.objects.filter(wanted | also if also is not None else wanted)
    return set(IncidentReading.objects.filter(incident__in=incidents).values_list("reading_id", flat=True))


def _spans(readings: ReadingQuerySet) -> list[Reading]:
    return list(readings.only("pk", "day_from", "day_to", "country"))


def _near(readings: Sequence[Reading]) -> set[int]:
    """Live readings in reach of one of these; one without a day is in reach of every undated one."""
    live, found = live_readings(), set()
    dated = [one for one in readings if one.day_from is not None]
    for first, last in _merged((one.day_from - GAP_DAYS, one.day_to + GAP_DAYS) for one in dated):
        found |= set(live.filter(day_from__lte=last, day_to__gte=first).values_list("pk", flat=True))
    countries = {one.country for one in readings if one.country}
    undated = live.filter(day_from=None)
    if len(dated) < len(readings):
        found |= set(undated.order_by("-pk").values_list("pk", flat=True)[:MOST_UNDATED])
        same = live.filter(country__in=countries) if countries else live
        found |= set(same.order_by("-pk").values_list("pk", flat=True)[:MOST_UNDATED])
    elif countries:
        same = undated.filter(country__in=[*countries, ""])
        found |= set(same.order_by("-pk").values_list("pk", flat=True)[:MOST_UNDATED])
    return found


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
