"""The page of one checked incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from komshi.observatory.publishing.models import PublicIncident, Withdrawn
from komshi.observatory.publishing.selectors.incident import incident_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def incident(request: HttpRequest, key: str) -> HttpResponse:
    """One incident; an address that was good once says what became of it."""
    found = PublicIncident.objects.filter(key=key).first()
    if found is None:
        gone = get_object_or_404(Withdrawn, key=key)
        if gone.into and PublicIncident.objects.filter(key=gone.into).exists():
            return redirect("publishing:incident", gone.into, permanent=False)
        return render(request, "publishing/incident_withdrawn.html", {"area": "incidents"}, status=410)
    return render(request, "publishing/incident_page.html", {"page": incident_page(found), "area": "incidents"})
