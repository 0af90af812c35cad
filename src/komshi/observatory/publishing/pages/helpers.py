"""Organisations that agreed to be shown: the list, and the page of each in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.forms import model_to_dict
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from komshi.observatory.base import wording
from komshi.observatory.base.cards import Card, card
from komshi.observatory.base.region import current_region
from komshi.observatory.publishing.models import PublicHelper, PublicIncident
from komshi.observatory.publishing.selectors import helpers as selectors
from komshi.observatory.publishing.selectors import incidents as incident_selectors
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    Choice = tuple[str, str]

_PER_PAGE = 60
_INCIDENTS = 6


@dataclass(frozen=True)
class HelpersPage:
    """One page of the list; `page` holds entries in the order of their countries."""

    chosen: selectors.Chosen
    countries: list[Choice]
    focus: list[Choice]
    entries: list[Choice]
    page: Page
    total: int


@dataclass(frozen=True)
class HelperPage:
    """One organisation: what it shows, what was checked in its towns, and who else works on this."""

    helper: PublicHelper
    card: Card
    incidents: list[incident_selectors.Entry]
    across: list[selectors.HelperEntry]
    others: list[selectors.HelperEntry]


@require_safe
def helpers(request: HttpRequest) -> HttpResponse:
    """Every organisation that agreed to be shown, by country, then by name."""
    chosen = selectors.Chosen.of(request.GET)
    countries = sorted(((one, wording.country_name(one)) for one in current_region().countries), key=lambda c: c[1])
    pages = Paginator(_by_country(selectors.helper_list(chosen), countries), _PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    page.object_list = [selectors.entry_of(row) for row in page.object_list]
    context = HelpersPage(
        chosen=chosen,
        countries=countries,
        focus=_choices("focus_areas"),
        entries=_choices("entry_points"),
        page=page,
        total=pages.count,
    )
    return render(request, "publishing/helpers.html", {"page": context, "area": "helpers"})


@require_safe
def helper(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation. One that took its consent back and one that never was look alike."""
    found = PublicHelper.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    near = PublicIncident.objects.newest_first().filter(town__in=found.towns)[:_INCIDENTS] if found.towns else []
    others = selectors.who_else(found)
    page = HelperPage(
        helper=found,
        card=card(model_to_dict(found)),
        incidents=incident_selectors.entries(near),
        across=[entry for entry in others if entry.is_across],
        others=[entry for entry in others if not entry.is_across],
    )
    return render(request, "publishing/helper.html", {"page": page, "area": "helpers"})


def _choices(kind: str) -> list[Choice]:
    return [(one, wording.label(kind, one)) for one in vocabulary.ids(kind)]


def _by_country(rows: QuerySet[PublicHelper], countries: list[Choice]) -> QuerySet[PublicHelper]:
    """In the order of the countries' names, those that do not say where they work at the end."""
    places = [When(country=code, then=Value(place)) for place, (code, _name) in enumerate(countries)]
    order = Case(*places, default=Value(len(countries)), output_field=IntegerField())
    return rows.annotate(place=order).order_by("place", "search", "pk")
