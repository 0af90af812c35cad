"""What every template may know of the house it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from komshi import __version__
from komshi.observatory.accounts import permissions
from komshi.observatory.config.first_steps import first_steps
from komshi.observatory.config.tour import tour_here

if TYPE_CHECKING:
    from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, object]:
    """`demo`, `version`, `may` (what the signed-in person may do), `tour` (the stop of the tour that this page is).

    `first_steps` asks the database only where a page shows them.
    """
    return {
        "demo": settings.KOMSHI_DEMO,
        "version": __version__,
        "may": permissions.allowances(getattr(request, "user", None)),
        "tour": tour_here(request),
        "first_steps": SimpleLazyObject(first_steps),
    }
