"""Lets what a member just did flow on to the public pages at once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

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
