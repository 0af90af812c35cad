"""Packs the answers to strangers, who pay for every kilobyte; never those to somebody who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.middleware.gzip import GZipMiddleware

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


class StrangersGZipMiddleware(GZipMiddleware):
    """Django's compression for requests without a session.

    Whether a compressed answer repeats what was asked can be told from its length (the attack is called BREACH). A
    stranger's page holds nothing secret, but for a form token that is masked anew in each answer; a member's page does.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, packed where that is safe."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies:
            return response
        if response.get("Content-Type", "").startswith("image/png"):
            return response  # packed already
        packed: HttpResponseBase = super().process_response(request, response)
        return packed
