"""The facts that organisations are compared by, from ids of towns; and the reasons of a comparison in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import Town, town, towns
from komshi.pipeline.distance import kilometres
from komshi.pipeline.neighbours import NEAR, Facts, Match, Reason, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable


def facts_of(
    *, towns: Iterable[str] = (), country: str = "", focus: Iterable[str] = (), languages: Iterable[str] = ()
) -> Facts:
    """What is compared; an id of a town that is not known any more says nothing.

    Languages whose speakers understand each other, those of one family of the region, count as one.
    """
    known = [found for identifier in towns if (found := town(identifier))]
    family = current_region().family
    understood = dict.fromkeys(family.get(code, code) for code in languages)
    return Facts(country, tuple(spot_of(one) for one in known), tuple(focus), tuple(understood))


def spot_of(place: Town) -> Spot:
    """A town as the comparison takes it."""
    return Spot(place.id, place.country, (place.latitude, place.longitude))


def not_shared(focus: Iterable[str], match: Match | None) -> list[str]:
    """The focus areas that no reason names already."""
    named = {one for reason in match.reasons if reason.kind == "focus" for one in reason.ids} if match else set()
    return [one for one in focus if one not in named]


def around(identifiers: Iterable[str]) -> list[str]:
    """The ids of these towns and of all within reach of one of them, in every country."""
    centres = [(one.latitude, one.longitude) for identifier in identifiers if (one := town(identifier))]
    return [
        one.id for one in towns() if any(kilometres((one.latitude, one.longitude), at) <= NEAR for at in centres)
    ]  # fmt: skip


def reason_words(reason: Reason, *, here: bool = False) -> str:
    """One reason as a sentence that names its towns, its focus areas or its languages.

    `here`: the reader stands on the page of the one town that was asked for.
    """
    if here and reason.kind == "same_town":
        return _("Works here")
    if reason.kind in ("same_town", "near_town", "across_border"):
        return _place_words(reason)
    if reason.kind == "focus":
        areas = ", ".join(wording.label("focus_areas", one) for one in reason.ids)
        return ngettext("Works on this too: %(areas)s", "Works on these too: %(areas)s", len(reason.ids)) % {
            "areas": areas
        }
    names = " · ".join(wording.language_name(one) for one in reason.ids)  # one name may hold commas
    return ngettext("Language in common: %(names)s", "Languages in common: %(names)s", len(reason.ids)) % {
        "names": names
    }


def _place_words(reason: Reason) -> str:
    found = [one for identifier in reason.ids if (one := town(identifier))]
    names = ", ".join(one.name for one in found)
    if reason.kind == "same_town":
        return _("In the same town: %(towns)s") % {"towns": names}
    distance = wording.number_words(max(1, round(reason.distance)))
    if reason.kind == "near_town":
        return _("Neighbouring town: %(town)s, %(km)s km away") % {"town": names, "km": distance}
    country = wording.country_name(found[0].country) if found else ""
    return _("Across the border: %(town)s (%(country)s), %(km)s km away") % {
        "town": names, "country": country, "km": distance,
    }  # fmt: skip
