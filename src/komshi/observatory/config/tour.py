"""A walk through the specimen in eight stops. Each stop is a real page; a line above it says what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from komshi.observatory.base.given import whole_number
from komshi.observatory.publishing.models import PublicFiling, PublicIncident

if TYPE_CHECKING:
    from django.http import HttpRequest

_LOUDEST = 20


@dataclass(frozen=True)
class Stop:
    """One page of the tour: where it is, what it is called, and what to look at there."""

    number: int
    address: str
    title: str
    text: str
    members: bool = False

    @property
    def link(self) -> str:
        """The page with the line of the tour above it."""
        return f"{self.address}?tour={self.number}"


@dataclass(frozen=True)
class Here:
    """The stop that a page is, with its neighbours and how many there are."""

    stop: Stop
    before: Stop | None
    after: Stop | None
    total: int


def stops() -> list[Stop]:
    """The eight stops, in order: among them a town where something was asked, and an incident told in many words."""
    incident, town = _told_most(), _where_something_was_asked()
    pages = [
        (reverse("publishing:home"), _("What is known, and what is not"),
         _("Two colours: reports that people checked, and organisations that help. Hatched: where nobody reads yet.")),
        (reverse("publishing:town", args=[town]) if town else reverse("publishing:towns"), _("A town"),
         _("What was confirmed here, what it does to people, who works on it, whom to call. It prints on one sheet.")),
        (reverse("publishing:incident", args=[incident.key]) if incident else reverse("publishing:incidents"),
         _("The words behind a number"),
         _("One event, told in several languages and scripts, counted once. These are the words that carry it.")),
        (reverse("publishing:trends"), _("How often, month by month"),
         _("Events, not articles. Below each month stands how much was read; a month without reading is a gap.")),
        (reverse("publishing:helpers"), _("Who helps"),
         _("Organisations that agreed to be shown, with exactly what they agreed to show.")),
        (reverse("try:page"), _("Paste a report"),
         _("Take an example or a text of your own, and watch it being read. Nothing is stored.")),
        (reverse("desk:queue"), _("The review desk"),
         _("Here people decide. Open a report, compare the marked words, press a to accept. Then look at the map.")),
        (reverse("publishing:method"), _("How good it is"),
         _("What the reader gets right and wrong, with the number of reports that this was measured on.")),
    ]  # fmt: skip
    return [
        Stop(number, address, title, text, members=address == reverse("desk:queue"))
        for number, (address, title, text) in enumerate(pages, start=1)
    ]


def _told_most() -> PublicIncident | None:
    """Of the incidents that most voices tell of, the one whose words can be shown in most languages and scripts."""
    loudest = PublicIncident.objects.exclude(town="").order_by("-independent_voices", "-date", "key")[:_LOUDEST]
    return max(loudest, key=_tongues, default=None) or PublicIncident.objects.order_by("-date", "key").first()


def _where_something_was_asked() -> str:
    """The town of the latest public filing, else of the latest incident: its page shows most."""
    for rows in (PublicFiling.objects.order_by("-filed_on", "pk"), PublicIncident.objects.order_by("-date", "key")):
        if (town := rows.exclude(town="").values_list("town", flat=True).first()) is not None:
            return str(town)
    return ""


def _tongues(incident: PublicIncident) -> tuple[int, int]:
    said = [source for source in incident.sources if source["said"]]
    return len({source["language"] for source in said}), sum(len(source["said"]) for source in said)


def tour_here(request: HttpRequest) -> Here | None:
    """The stop that the address asks for (`?tour=3`); None outside the specimen, or when it asks for none."""
    number = whole_number(request.GET.get("tour", ""))
    if not settings.KOMSHI_DEMO or number is None:
        return None
    every = stops()
    if not 0 < number <= len(every):
        return None
    before = every[number - 2] if number > 1 else None
    return Here(every[number - 1], before, every[number] if number < len(every) else None, len(every))
