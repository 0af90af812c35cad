"""The pages for what went wrong. They fall back to one plain sentence when a template itself fails."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from komshi.errors import KomshiError

if TYPE_CHECKING:
    from django.http import HttpRequest

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """400: the browser sent what cannot be understood."""
    return _page(request, 400, _("The request could not be understood."))


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known, and not allowed."""
    return _page(request, 403, _sentence(exception) or _("You may not do this."))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """403 for a form that did not come from a page of ours, or from one that was opened before signing in again."""
    return _page(request, 403, _("This form is no longer valid. Go back, reload the page, and send it again."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """404: absent and hidden look alike."""
    return _page(request, 404, _("There is nothing at this address that you may see."))


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """409: the message says what to change."""
    return _page(request, 409, _sentence(exception) or _("This cannot be done."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; the reader can only come back."""
    return _page(request, 500, _("Something went wrong on our side. Nothing that you did is lost; please try again."))


def _sentence(exception: Exception | None) -> str:
    return str(exception) if isinstance(exception, KomshiError) else ""


def _page(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    try:
        return render(request, "refusal.html", {"status": status, "sentence": sentence}, status=status)
    except Exception:
        # The error page must never fail: without it the server would answer with nothing at all.
        logger.exception("The page for status %s could not be drawn", status)
        return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")
