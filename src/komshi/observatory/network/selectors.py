"""Reads: the registry for members, and the consent that stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from komshi.observatory.accounts.permissions import active_memberships, can_read
from komshi.observatory.base.errors import NotFound
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import find_towns, town
from komshi.observatory.network.choices import GROUPS
from komshi.observatory.network.given import spoken
from komshi.observatory.network.models import Consent, Profile
from komshi.pipeline import vocabulary
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from komshi.observatory.accounts.permissions import Person


@dataclass(frozen=True)
class Chosen:
    """What a member looks for in the registry; an empty value asks for nothing."""

    text: str = ""
    country: str = ""
    town: str = ""
    focus: str = ""
    entry: str = ""
    language: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Chosen:
        """From a query string; what nobody knows is left out. A town may be written by its id or its name."""
        written = query.get("town", "").strip()[:80]
        return cls(
            text=query.get("text", "").strip()[:80],
            country=code if (code := query.get("country", "")) in current_region().countries else "",
            town=written,
            focus=one if (one := query.get("focus", "")) in vocabulary.ids("focus_areas") else "",
            entry=one if (one := query.get("entry", "")) in vocabulary.ids("entry_points") else "",
            language=one if (one := query.get("language", "")) in spoken() else "",
        )

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return not any(vars(self).values())


def access_profile(user: Person, pk: int) -> Profile:
    """A profile for a member. Raises NotFound for hidden and absent alike."""
    found = Profile.objects.select_related("account").filter(pk=pk).first() if can_read(user) else None
    if found is None:
        raise NotFound
    return found


def profiles(user: Person, chosen: Chosen) -> QuerySet[Profile]:
    """The organisations that a member may see and asked for, by name."""
    rows = Profile.objects.select_related("account").order_by("name_key", "pk")
    if not can_read(user):
        return rows.none()
    for word in fold(chosen.text).split():
        rows = rows.filter(search__contains=word)
    if chosen.country:
        rows = rows.filter(country=chosen.country)
    if chosen.town:
        rows = rows.filter(pk__in=_in_town(chosen.town))
    for column, value in (("focus", chosen.focus), ("entry", chosen.entry), ("language", chosen.language)):
        if value:
            rows = rows.filter(**{f"{column}_index__contains": f"|{value}|"})
    return rows


def own_profiles(user: Person) -> list[Profile]:
    """The profiles of the organisations that the person belongs to."""
    mine = [one.organisation_id for one in active_memberships(user)]
    return list(Profile.objects.filter(account__in=mine).order_by("name_key", "pk"))


def standing_consent(profile: Profile) -> Consent | None:
    """The newest word of the organisation; None when it never said anything."""
    return Consent.objects.filter(profile=profile).order_by("-pk").first()


def shown_groups(profile: Profile) -> tuple[str, ...]:
    """The parts of the profile that are public now, in the order of `choices.GROUPS`."""
    consent = standing_consent(profile)
    agreed = set(consent.shows) if consent else set()
    return tuple(group for group in GROUPS if group in agreed) if "name" in agreed else ()


def _in_town(written: str) -> QuerySet[Profile, int]:
    found = [one for one in [town(written)] if one] or find_towns(written)
    rows = Profile.objects.none()
    for one in found[:20]:
        rows = rows | Profile.objects.filter(town_index__contains=f"|{one.id}|")
    return rows.values_list("pk", flat=True)
