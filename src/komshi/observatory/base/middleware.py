"""Maps the refusals of base/errors.py to HTTP, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from komshi.observatory.base import views
from komshi.observatory.base.errors import NotAllowed, NotFound, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class RefusalMiddleware:
    """A view raises NotFound, NotAllowed or Refused; the reader gets 404, 403 or 409 with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes the request on; exceptions of views arrive in process_exception."""
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return views.bad_request(request)  # PostgreSQL keeps no such character: no page can be meant
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a refusal, or None for everything else."""
        match exception:
            case NotFound():
                return views.not_found(request, exception)
            case NotAllowed():
                return views.not_allowed(request, exception)
            case Refused():
                return views.refused(request, exception)
            case _:
                return None
