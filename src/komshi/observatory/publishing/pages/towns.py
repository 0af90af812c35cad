"""The page of each town, and the way to it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from komshi.observatory.base import towns
from komshi.observatory.base.errors import NotFound
from komshi.observatory.base.pictures import can_draw, qr_svg
from komshi.observatory.publishing.pages.town_card import card_png, card_svg
from komshi.observatory.publishing.selectors import filings, helpers, impact, steps
from komshi.observatory.publishing.selectors import towns as selectors

if TYPE_CHECKING:
    from django.http import HttpRequest

_LONGEST_QUERY = 80
_CODE_KEPT, _CARD_KEPT = 24 * 3600, 15 * 60


@dataclass(frozen=True)
class FinderPage:
    """What was typed, the towns that may be meant, and all towns."""

    query: str
    found: list[selectors.Row]
    countries: list[selectors.Country]


@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    """One field; a single match leads to its page at once."""
    query = request.GET.get("q", "").strip()[:_LONGEST_QUERY]
    found = selectors.found(query)
    if len(found) == 1:
        return redirect("publishing:town", found[0].town.id)
    page = FinderPage(query, found, selectors.by_country())
    return render(request, "publishing/towns.html", {"page": page, "area": "towns"})


@require_safe
def town(request: HttpRequest, town_id: str) -> HttpResponse:
    """One town: what was confirmed there, what it does, who helps, whom to call, and what one can do."""
    one = _town(town_id)
    card_url = _absolute(request, "publishing:town_card", one) if can_draw() else ""
    context: dict[str, Any] = {
        "page": selectors.town_page(one),
        "grid": impact.of_town(one.id),
        "helpers": helpers.near_town(one),
        "filings": filings.for_town(one.id),
        "steps": steps.for_country(one.country),
        "address": _absolute(request, "publishing:town", one),
        "card_url": card_url,
        "area": "towns",
    }
    return render(request, "publishing/town.html", context)


@require_safe
def card(request: HttpRequest, town_id: str) -> HttpResponse:
    """The picture that is shown where a link to the town is shared: in the language of its address."""
    one = _town(town_id)
    svg = card_svg(one, address=_absolute(request, "publishing:town", one))
    etag = f'"{hashlib.sha256(svg.encode()).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = HttpResponse(card_png(svg), content_type="image/png", headers={"ETag": etag})
    patch_cache_control(answer, public=True, max_age=_CARD_KEPT)
    return answer


@require_safe
def code(request: HttpRequest, town_id: str) -> HttpResponse:
    """The permanent address of the town as a QR code."""
    one = _town(town_id)
    label = _("%(town)s: the address of this page") % {"town": one.name}
    svg = qr_svg(_absolute(request, "publishing:town", one), label=label)
    answer = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    patch_cache_control(answer, public=True, max_age=_CODE_KEPT)
    return answer


def _town(town_id: str) -> towns.Town:
    one = towns.town(town_id)
    if one is None:
        raise NotFound(_("There is no town at this address. Look for yours under “My town”."))
    return one


def _absolute(request: HttpRequest, view: str, one: towns.Town) -> str:
    """With the address that people reach the observatory by; until the operator set it, the one of this request."""
    path, origin = reverse(view, args=[one.id]), settings.ENVIRONMENT.origin
    return f"{origin}{path}" if origin else request.build_absolute_uri(path)
