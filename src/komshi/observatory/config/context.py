"""What every template may know of the house it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from komshi import __version__
from komshi.observatory.accounts import permissions

if TYPE_CHECKING:
    from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, object]:
    """`demo` (bool), `version` (str), `may` (what the signed-in person may do; every value False for a stranger)."""
    return {
        "demo": settings.KOMSHI_DEMO,
        "version": __version__,
        "may": permissions.allowances(getattr(request, "user", None)),
    }
