"""The map: points and clusters with scripts, a drawing and a list without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from komshi.observatory.base.atlas import BESIDE_MAP, VIEW, collection, features, map_page, window_of
from komshi.observatory.base.filtering import Filter
from komshi.observatory.publishing.selectors import atlas as selectors
from komshi.observatory.publishing.selectors.incidents import audience

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def atlas(request: HttpRequest) -> HttpResponse:
    """The map: a drawing and a list without scripts, a map with them. `helpers=0` leaves the organisations out."""
    gaps = selectors.gaps(Filter.of(request.GET)) if request.GET.get("part") != VIEW else []
    whole = [gap.code for gap in gaps if gap.is_whole]
    shows_helpers = request.GET.get("helpers") != "0"
    helpers = selectors.helpers_within(window_of(request.GET.get("within", ""))) if shows_helpers else []
    context = {
        "page": map_page(request.GET, audience=audience(), helpers=selectors.drawn(helpers), gaps=whole),
        "area": "map",
        "gaps": gaps,
        "unread": whole,
        "shows_helpers": shows_helpers,
        "helpers": helpers[:BESIDE_MAP],
        "helpers_url": reverse("publishing:helper_points"),
    }
    return render(request, "publishing/map.html", context)


@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """The points of the map as GeoJSON, each with the number of its incidents, in the reader's language."""
    return JsonResponse(features(request.GET, audience=audience()))


@require_safe
def helper_points(_request: HttpRequest) -> HttpResponse:
    """Organisations that agreed to be shown as GeoJSON, one feature a town."""
    return JsonResponse(collection(selectors.helper_features()))
