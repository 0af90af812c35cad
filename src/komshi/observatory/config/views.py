"""The front door and the sign of life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.http import HttpResponse
from django.urls import resolve
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """`/` shows the home page of the reader's language (cookie, then Accept-Language) with status 200, no redirect."""
    match = resolve(f"/{get_language()}/")
    request.resolver_match = match
    response = match.func(request, *match.args, **match.kwargs)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - given by Django
    """Answers `ok` when the database answers; for the supervisor and for a proxy in front."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
