"""The front door and the sign of life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import login
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from komshi.observatory.accounts.models import User
from komshi.observatory.config.tour import stops

if TYPE_CHECKING:
    from django.http import HttpRequest

DEMO_ANALYST = "analyst"


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


@require_safe
def tour(request: HttpRequest) -> HttpResponse:
    """The eight stops through the specimen; a real observatory has no tour."""
    if not settings.KOMSHI_DEMO:
        raise Http404
    return render(request, "tour.html", {"stops": stops(), "area": "tour"})


@require_POST
def demo_door(request: HttpRequest) -> HttpResponse:
    """Enter the specimen as its analyst, by one button. Only in the specimen, where nothing is real."""
    if not settings.KOMSHI_DEMO:
        raise Http404
    analyst = User.objects.filter(username=DEMO_ANALYST).first()
    if analyst is None:
        raise Http404
    login(request, analyst, backend=settings.AUTHENTICATION_BACKENDS[0])
    to = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(to, allowed_hosts=None) and to.startswith("/")
    return redirect(to if safe else "desk:queue")
