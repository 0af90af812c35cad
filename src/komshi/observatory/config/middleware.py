"""Around every page: its styles are announced early, and what a member did flows on to the public pages."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.templatetags.static import static

from komshi.observatory.config.flow import advance

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)
EVENTS_AFTER_A_POST = 25


class FlowMiddleware:
    """After a successful POST of a signed-in member, a bounded step of the flow; the worker does the rest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers as the view does, whatever becomes of the flow."""
        response = self.get_response(request)
        if request.method == "POST" and response.status_code < 400 and request.user.is_authenticated:
            try:
                advance(EVENTS_AFTER_A_POST)
            except Exception:
                # What the member did is stored; the worker comes back to the rest of the flow.
                logger.exception("The flow could not go on after a request")
        return response


class StylesFirstMiddleware:
    """Names the style sheet in the head of the answer, so that a browser asks for it before it has read the page.

    On a slow phone nothing is painted before the styles are there: measured with a throttled line they came a quarter
    of a second sooner (`tests/long/test_first_page.py`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers as the view does; only pages carry the header."""
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Link", f"<{static('komshi.css')}>; rel=preload; as=style")
        return response
