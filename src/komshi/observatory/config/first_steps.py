"""What an empty observatory tells its operator: three steps to the first incident, and which of them are done."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from komshi.observatory.accounts.models import Membership
from komshi.observatory.publishing.models import PublicIncident
from komshi.observatory.sources.models import Article


@dataclass(frozen=True)
class Step:
    """One step; `command` is for the machine that Komshi runs on, `address` for the browser."""

    title: str
    text: str
    done: bool
    address: str = ""
    command: str = ""


def first_steps() -> list[Step]:
    """The three steps, or none once something has become public."""
    if PublicIncident.objects.exists():
        return []
    return [
        Step(
            title=_("Make the first account"),
            text=_("On the machine that Komshi runs on. It prints a password once."),
            done=Membership.objects.filter(ended_at=None).exists(),
            command='komshi manage createmember NAME --role operator --organisation "ORGANISATION"',
        ),
        Step(
            title=_("Hand in the first report"),
            text=_("Paste a text, give a file, or let Komshi follow a source of yours."),
            done=Article.objects.exists(),
            address=reverse("sources:paste"),
        ),
        Step(
            title=_("Accept it at the review desk"),
            text=_("Compare each value with the marked words. What you accept is public at once, without names."),
            done=False,
            address=reverse("desk:queue"),
        ),
    ]
