"""Incidents for members: list, map, and one incident with its reports, to be joined with others or taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from komshi.observatory.base import wording
from komshi.observatory.base.atlas import features, map_page
from komshi.observatory.base.given import whole_number
from komshi.observatory.base.listing import list_page
from komshi.observatory.incidents import selectors
from komshi.observatory.incidents.models import Incident
from komshi.observatory.incidents.services import incident_merge, incident_split
from komshi.observatory.reading.guard import for_members
from komshi.observatory.sources.selectors import access_article

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class IncidentPage:
    """One incident: its facts, and the reports that carry them."""

    incident: Incident
    title: str
    facts: list[selectors.Fact]
    reports: list[selectors.Report]
    lines: list[selectors.Line]
    nearby: list[selectors.Entry]
    status: str


@for_members
@require_safe
def incident_list(request: HttpRequest) -> HttpResponse:
    """Every incident, checked or not."""
    page = list_page(request.GET, audience=selectors.audience(request.user))
    return render(request, "incidents/incident_list.html", {"page": page, "area": "members-incidents"})


@for_members
@require_safe
def incident(request: HttpRequest, key: str) -> HttpResponse:
    """One incident; the address of one that was absorbed leads to where its reports went."""
    found = selectors.access_incident(request.user, key)
    if found.key != key:
        return redirect("incidents:page", found.key)
    readings = selectors.incident_readings(request.user, found)
    reports = selectors.incident_reports(readings)
    quantities = [one["value"] for one in found.payload["quantities"]]
    page = IncidentPage(
        incident=found,
        title=wording.headline(found.event_type, markets=found.markets, quantities=quantities),
        facts=selectors.incident_facts(found, readings),
        reports=reports,
        lines=selectors.incident_lines(reports),
        nearby=selectors.incidents_nearby(request.user, found),
        status=wording.status_sentence(found.status),
    )
    return render(request, "incidents/incident_page.html", {"page": page, "area": "members-incidents"})


@for_members
@require_POST
def split(request: HttpRequest, key: str) -> HttpResponse:
    """This report tells of another event."""
    found = selectors.access_incident(request.user, key)
    article = access_article(request.user, whole_number(request.POST.get("article", "")) or 0)
    incident_split(incident=found, article=article, by=request.user, note=request.POST.get("note", "")[:2000])
    messages.success(request, _("Taken apart. Your word stands, whatever is read or matched anew."))
    return redirect("incidents:page", found.key)


@for_members
@require_POST
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """These two incidents are one."""
    found = selectors.access_incident(request.user, key)
    other = selectors.visible(request.user).filter(pk=whole_number(request.POST.get("other", ""))).first()
    if other is None:
        messages.error(request, _("Choose the incident that this one should be joined with."))
        return redirect("incidents:page", found.key)
    incident_merge(incident=found, other=other, by=request.user, note=request.POST.get("note", "")[:2000])
    messages.success(request, _("Joined. Your word stands, whatever is read or matched anew."))
    return redirect("incidents:page", found.key)


@for_members
@require_safe
def atlas(request: HttpRequest) -> HttpResponse:
    """The members' map: what is checked and what waits."""
    page = map_page(request.GET, audience=selectors.audience(request.user))
    return render(request, "incidents/map.html", {"page": page, "area": "members-map"})


@for_members
@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """The points of the members' map as GeoJSON, each with how many of its incidents wait."""
    return JsonResponse(features(request.GET, audience=selectors.audience(request.user)))
