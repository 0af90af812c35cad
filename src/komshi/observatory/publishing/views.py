"""The public pages. They import nothing but the projection, so they cannot show what they never see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from komshi.observatory.base import wording
from komshi.observatory.base.drawing import Drawing, drawing
from komshi.observatory.base.filtering import Choices, Filter
from komshi.observatory.publishing import selectors
from komshi.observatory.publishing.models import PublicIncident, Withdrawn

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_PER_PAGE = 25
_ON_HOME = 6
_BESIDE_MAP = 50


@dataclass(frozen=True)
class HomePage:
    """What Komshi is, how far it is, and the latest."""

    coverage: selectors.Coverage
    latest: list[selectors.Entry]
    drawing: Drawing


@dataclass(frozen=True)
class ListPage:
    """One page of the list, with its filter. `page` holds entries."""

    filter: Filter
    choices: Choices
    page: Page
    total: int


@dataclass(frozen=True)
class IncidentPage:
    """One incident in words."""

    incident: PublicIncident
    title: str
    place: str
    when: str
    status: str
    precision: str
    quantities: list[str]
    counts: list[str]


@dataclass(frozen=True)
class MapPage:
    """The drawing and the list beside it; scripts turn them into a map."""

    filter: Filter
    choices: Choices
    drawing: Drawing
    listed: list[selectors.Entry]
    points_url: str
    total: int
    placeless: int


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page: one sentence, two numbers, the latest incidents, and the doors."""
    entries = selectors.mapped(Filter())
    latest = selectors.entries(selectors.incident_list(Filter())[:_ON_HOME])
    drawn = drawing((entry.point for entry in entries), several=reverse("publishing:map"))
    page = HomePage(selectors.coverage(), latest, drawn)
    return render(request, "publishing/home.html", {"page": page, "area": "home"})


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """The list, filtered by country, market, type and month."""
    chosen = Filter.of(request.GET)
    pages = Paginator(selectors.incident_list(chosen), _PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    page.object_list = selectors.entries(page.object_list)
    context = ListPage(chosen, Choices.of(PublicIncident.objects.all()), page, pages.count)
    return render(request, "publishing/incident_list.html", {"page": context, "area": "incidents"})


@require_safe
def incident(request: HttpRequest, key: str) -> HttpResponse:
    """One incident; an address that was good once says what became of it."""
    found = PublicIncident.objects.filter(key=key).first()
    if found is None:
        gone = get_object_or_404(Withdrawn, key=key)
        if gone.into and PublicIncident.objects.filter(key=gone.into).exists():
            return redirect("publishing:incident", gone.into, permanent=False)
        return render(request, "publishing/incident_withdrawn.html", {"area": "incidents"}, status=410)
    return render(request, "publishing/incident_page.html", {"page": _incident_page(found), "area": "incidents"})


@require_safe
def atlas(request: HttpRequest) -> HttpResponse:
    """The map: a drawing and a list without scripts, a map with them."""
    chosen = Filter.of(request.GET)
    entries = selectors.mapped(chosen)
    total = selectors.incident_list(chosen).count()
    page = MapPage(
        filter=chosen,
        choices=Choices.of(PublicIncident.objects.all()),
        drawing=drawing((entry.point for entry in entries), several=reverse("publishing:incidents") + chosen.query),
        listed=entries[:_BESIDE_MAP],
        points_url=reverse("publishing:points") + chosen.query,
        total=total,
        placeless=total - len(entries),
    )
    return render(request, "publishing/map.html", {"page": page, "area": "map"})


@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """The points of the map as GeoJSON, in the words of the reader's language."""
    found = selectors.mapped(Filter.of(request.GET))
    features = [
        {
            "type": "Feature",
            "id": entry.id,
            "geometry": {"type": "Point", "coordinates": [entry.longitude, entry.latitude]},
            "properties": {"url": entry.url, "title": entry.title, "meta": entry.meta},
        }
        for entry in found
    ]
    return JsonResponse({"type": "FeatureCollection", "features": features})


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How a report becomes a point on the map, and what never becomes public."""
    return render(request, "publishing/how.html", {"area": "how"})


def _incident_page(found: PublicIncident) -> IncidentPage:
    return IncidentPage(
        incident=found,
        title=wording.headline(found.event_type, markets=found.markets, quantities=found.quantities),
        place=selectors.place_of(found),
        when=wording.date_words(found.date, found.date_precision),
        status=wording.status_sentence(found.status),
        precision=wording.precision_words(found.precision),
        quantities=[wording.quantity_words(quantity) for quantity in found.quantities],
        counts=[wording.count_words(kind, number) for kind, number in found.counts.items()],
    )
