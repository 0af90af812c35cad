"""An organisation in words, from the columns that are shown: the same on its public page and in the preview of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from komshi.observatory.base import wording
from komshi.observatory.base.given import web_address
from komshi.observatory.base.towns import Town, town

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST_OF_A_SITE = 40


@dataclass(frozen=True)
class Card:
    """What is shown of one organisation, in the reader's language; an empty value is not shown at all."""

    name: str
    country: str
    towns: list[Town]
    focus: list[str]
    engagement: str
    entry_points: list[str]
    activities: list[str]
    languages: list[str]
    about: str
    about_language: str
    website: str
    email: str
    phone: str
    challenges: list[str]

    @property
    def site(self) -> str:
        """The website as people say it: without its scheme, cut where it is long."""
        bare = self.website.partition("://")[2].removeprefix("www.").rstrip("/")
        return bare if len(bare) <= _MOST_OF_A_SITE else f"{bare[:_MOST_OF_A_SITE]}…"

    @property
    def dial(self) -> str:
        """The telephone number as a telephone takes it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def has_contact(self) -> bool:
        """Whether there is any way to reach it."""
        return bool(self.website or self.email or self.phone)


def card(values: Mapping[str, Any]) -> Card:
    """The card of an organisation; `values` holds the columns of a public helper that are filled, others are empty."""
    return Card(
        name=values.get("name", ""),
        country=wording.country_name(values.get("country")),
        towns=[found for identifier in values.get("towns", ()) if (found := town(identifier))],
        focus=labels("focus_areas", values.get("focus", ())),
        engagement=wording.label("engagement_levels", values.get("engagement")),
        entry_points=labels("entry_points", values.get("entry_points", ())),
        activities=labels("activities", values.get("activities", ())),
        languages=[wording.language_name(one) for one in values.get("languages", ())],
        about=values.get("about", ""),
        about_language=values.get("about_language", ""),
        website=web_address(values.get("website", "")),
        email=values.get("email", ""),
        phone=values.get("phone", ""),
        challenges=labels("challenges", values.get("challenges", ())),
    )


def labels(kind: str, identifiers: Iterable[str]) -> list[str]:
    """What a page calls entries of the vocabulary."""
    return [wording.label(kind, one) for one in identifiers]
