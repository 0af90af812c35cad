"""What organisations asked of offices in public, and how long it is still possible to object."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from komshi.observatory.base import wording
from komshi.observatory.base.offices import office_name
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import Town, town
from komshi.observatory.base.windows import Window, window_words
from komshi.observatory.publishing.models import PublicFiling, PublicHelper, PublicIncident

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from komshi.observatory.base.law import Name


@dataclass(frozen=True)
class PublicFilingRow:
    """One filing in words. `days_left` until the day that counts next (0 on it); None where none counts any more."""

    kind: str
    office: Name
    country: str
    town: Town | None
    filed_on: date
    standing: str
    days_left: int | None
    helper: str
    helper_url: str
    incident_url: str


def for_town(town_id: str) -> list[PublicFilingRow]:
    """Filings about a town: what still runs, soonest first; then what is over, newest first."""
    return _rows(PublicFiling.objects.filter(town=town_id).order_by("-filed_on", "-pk"))


def for_incident(key: str) -> list[PublicFilingRow]:
    """What organisations asked of authorities about one public incident, the latest first."""
    return _rows(PublicFiling.objects.filter(incident=key).order_by("-filed_on", "-pk"))


def running(limit: int) -> list[PublicFilingRow]:
    """Filings of all countries on which a day still counts, the soonest first."""
    ahead = Q(answer_due__gte=today()) | Q(object_by__gte=today())
    found = PublicFiling.objects.filter(ahead).exclude(outcome="answered").order_by("-filed_on", "-pk")
    # Only those that are shown are put into words: many may run at the same time.
    left = ((_window(filing).days_left(today()), filing) for filing in found)
    soonest = sorted(((days, filing) for days, filing in left if days is not None and days >= 0), key=itemgetter(0))
    return _rows(filing for _days, filing in soonest[:limit])


def _rows(filings: Iterable[PublicFiling]) -> list[PublicFilingRow]:
    kept, day = list(filings), today()
    shown = PublicHelper.objects.filter(slug__in=[f.helper for f in kept if f.helper])
    helpers = dict(shown.values_list("slug", "name"))
    incidents = set(
        PublicIncident.objects.filter(key__in=[f.incident for f in kept if f.incident]).values_list("key", flat=True)
    )
    rows = [_row(filing, day, helpers, incidents) for filing in kept]
    return sorted(rows, key=lambda row: (row.days_left is None, row.days_left or 0))


def _row(filing: PublicFiling, day: date, helpers: dict[str, str], incidents: set[str]) -> PublicFilingRow:
    window = _window(filing)
    left = window.days_left(day)
    return PublicFilingRow(
        kind=wording.label("legal_actions", filing.kind),
        office=office_name(filing.institution),
        country=filing.country,
        town=town(filing.town) if filing.town else None,
        filed_on=filing.filed_on,
        standing=window_words(window, today=day),
        days_left=left if left is not None and left >= 0 else None,
        helper=helpers.get(filing.helper, ""),
        helper_url=reverse("publishing:helper", args=[filing.helper]) if filing.helper in helpers else "",
        incident_url=reverse("publishing:incident", args=[filing.incident]) if filing.incident in incidents else "",
    )


def _window(filing: PublicFiling) -> Window:
    return Window(filing.filed_on, filing.outcome, filing.answered_on, filing.answer_due, filing.object_by)
