"""Pages about accounts that allauth does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def without_mail(request: HttpRequest) -> HttpResponse:
    """Says how to get a new password: Komshi sends no mail, an operator makes one."""
    return render(request, "accounts/without_mail.html")
