"""The first page: what Komshi is, what is known and what is not, what changed, and the doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.db.models import Sum
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from komshi.observatory.base.drawing import Drawing, Point, drawing
from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import Town, town
from komshi.observatory.base.wording import country_name, place_words
from komshi.observatory.publishing.models import PublicHelper, PublicIncident, PublicSource, PublicSpot
from komshi.observatory.publishing.selectors import coverage as reading
from komshi.observatory.publishing.selectors import helpers, incidents
from komshi.observatory.publishing.selectors.changes import Changes, changes
from komshi.observatory.publishing.selectors.filings import PublicFilingRow, running
from komshi.observatory.publishing.selectors.firsts import has_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_LATEST, _TRIED = 3, 12
_SILENT = 6
_FILINGS = 2
_STILL_DAYS = 7


@dataclass(frozen=True)
class HomePage:
    """Everything that the first page says. `still_since` is set when nothing was read from anybody for a week."""

    coverage: incidents.Coverage
    drawing: Drawing
    gaps: list[str]
    changes: Changes
    latest: list[incidents.Entry]
    words_url: str
    silent: list[PublicSource]
    more_silent: int
    still_since: date | None
    helpers: int
    filings: list[PublicFilingRow]

    @property
    def gap_names(self) -> list[str]:
        """The hatched countries in the reader's language."""
        return [country_name(code) for code in self.gaps]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "publishing/home.html", {"page": _page(), "area": "home"})


def _page() -> HomePage:
    gaps, silent, until = reading.gaps(), reading.silent_sources(), reading.read_until()
    latest = list(incidents.incident_list(Filter())[:_TRIED])
    drawn = drawing(_reports(), several=reverse("publishing:map"), helpers=_helpers(), gaps=gaps)
    return HomePage(
        coverage=incidents.coverage(),
        drawing=drawn,
        gaps=gaps,
        changes=changes(),
        latest=incidents.entries(latest[:_LATEST]),
        words_url=_words_url(latest),
        silent=silent[:_SILENT],
        more_silent=max(0, len(silent) - _SILENT),
        still_since=until if until and until < today() - timedelta(days=_STILL_DAYS) else None,
        helpers=PublicHelper.objects.count(),
        filings=running(_FILINGS),
    )


def _words_url(latest: list[PublicIncident]) -> str:
    """Where words of a report can be read: at the latest incident of which some may be shown."""
    row = next(filter(has_words, latest), None)
    return reverse("publishing:incident", args=[row.key]) if row else reverse("publishing:incidents")


def _reports() -> list[Point]:
    """Each town with its number of incidents, and each place in no town; each leads to its incidents."""
    everybody = incidents.audience()
    numbers = (
        PublicSpot.objects.filter(month="").exclude(town="").order_by().values_list("town").annotate(n=Sum("incidents"))
    )
    known = ((town(identifier), number) for identifier, number in numbers)
    in_towns = [
        Point(one.latitude, one.longitude, partial(_name, one), f"{everybody.list_url}?town={one.id}", number)
        for one, number in known
        if one is not None
    ]
    elsewhere = [
        Point(
            spot.latitude, spot.longitude, partial(everybody.place_of, spot),
            everybody.page_of(spot.only) if spot.number == 1 else f"{everybody.list_url}?point={spot.at}", spot.number,
        )
        for spot in incidents.spots_kept(town="")
    ]  # fmt: skip
    return in_towns + elsewhere


def _name(one: Town) -> str:
    return place_words({"name": one.name, "country": one.country})


def _helpers() -> list[Point]:
    group = reverse("publishing:helpers")
    return [Point(one.latitude, one.longitude, one.name, one.url, group=group) for one in helpers.points()]
