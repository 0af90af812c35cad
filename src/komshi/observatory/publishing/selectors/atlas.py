"""What the map shows beside incidents: organisations that agreed to be shown, and where too little was read to tell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.drawing import Point
from komshi.observatory.base.filtering import Filter, months_between
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import towns
from komshi.observatory.publishing.models import PublicCoverage
from komshi.observatory.publishing.selectors import coverage, helpers

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Gap:
    """A country of which nothing (`is_whole`), or in some months nothing, was read; `sentence` says so."""

    code: str
    is_whole: bool
    sentence: str


def gaps(chosen: Filter) -> list[Gap]:
    """Countries of which too little was read to tell, by name: in the chosen period, or lately when none is chosen."""
    codes = sorted(
        (code for code in current_region().countries if chosen.country in ("", code)), key=wording.country_name
    )
    if not (chosen.since or chosen.until):
        silent = coverage.gaps()
        return [Gap(code, True, _lately(code)) for code in codes if code in silent]
    read = set(PublicCoverage.objects.filter(articles__gt=0).values_list("country", "month"))
    known = sorted(month for _country, month in read) or [chosen.since or chosen.until]
    months = months_between(chosen.since or known[0], chosen.until or known[-1])
    missing = {code: sum((code, month) not in read for month in months) for code in codes}
    return [Gap(code, n == len(months), _in_months(code, n, len(months))) for code, n in missing.items() if n]


def _lately(code: str) -> str:
    words = ngettext(
        "%(country)s: nothing printed in the last %(n)s day was read.",
        "%(country)s: nothing printed in the last %(n)s days was read.",
        coverage.GAP_DAYS,
    )
    return words % {"country": wording.country_name(code), "n": coverage.GAP_DAYS}


def _in_months(code: str, missing: int, months: int) -> str:
    values = {"country": wording.country_name(code), "n": missing}
    if missing == months:
        return _("%(country)s: nothing printed in this period was read.") % values
    words = ngettext(
        "%(country)s: nothing printed in %(n)s month of this period was read.",
        "%(country)s: nothing printed in %(n)s months of this period was read.",
        missing,
    )
    return words % values


def helpers_within(window: tuple[float, ...] | None) -> list[helpers.HelperPoint]:
    """The organisations in a part of the map (west, south, east, north), or on all of it."""
    found = helpers.points()
    if window is None:
        return found
    west, south, east, north = window
    return [one for one in found if west <= one.longitude <= east and south <= one.latitude <= north]


def drawn(shown: list[helpers.HelperPoint]) -> list[Point]:
    """Organisations as points of the drawing."""
    group = reverse("publishing:helpers")
    return [Point(one.latitude, one.longitude, one.name, one.url, group=group) for one in shown]


def helper_features() -> Iterator[dict[str, Any]]:
    """Organisations for a map, one feature a town; several in one town lead to the page of the town."""
    seats = {(town.latitude, town.longitude): town for town in towns()}
    by_place = sorted(helpers.points(), key=lambda one: (one.latitude, one.longitude, one.name))
    for at, members in groupby(by_place, key=lambda one: (one.latitude, one.longitude)):
        here, town = list(members), seats.get(at)
        point = {"at": (at[1], at[0]), "id": f"helps-{at[0]:.6f},{at[1]:.6f}", "n": len(here)}
        if len(here) == 1:
            yield point | {"title": here[0].name, "note": ", ".join(here[0].focus), "url": here[0].url}
        else:
            address = reverse("publishing:town", args=[town.id]) if town else reverse("publishing:helpers")
            names = ", ".join(one.name for one in here)
            yield point | {"title": f"{town.name}: {names}" if town else names, "note": "", "url": address}
