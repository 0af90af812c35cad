"""The list of checked incidents, as a page and as files that hold exactly what the page lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.listing import list_page
from komshi.observatory.publishing import export
from komshi.observatory.publishing.selectors.incidents import audience, incident_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from django.http import HttpRequest, HttpResponse

_CHUNK = 500


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """The list, filtered by place, market, type and months, newest first."""
    page = list_page(request.GET, audience=audience())
    return render(request, "publishing/incident_list.html", {"page": page, "area": "incidents"})


@require_safe
def incidents_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The whole list of the same filter as a table, with every column of `export.COLUMNS`."""
    return _file(export.as_csv(_rows(request)), "csv", "text/csv; charset=utf-8")


@require_safe
def incidents_geojson(request: HttpRequest) -> StreamingHttpResponse:
    """The same as GeoJSON; an incident without a point has a null geometry."""
    return _file(export.as_geojson(_rows(request)), "geojson", "application/geo+json")


def _rows(request: HttpRequest) -> Iterator[dict[str, Any]]:
    return export.rows(incident_list(Filter.of(request.GET)).iterator(chunk_size=_CHUNK))


def _file(lines: Iterator[str], ending: str, kind: str) -> StreamingHttpResponse:
    """A specimen says so in its name, which stays with the file."""
    name = f"komshi-{'specimen-' if settings.KOMSHI_DEMO else ''}incidents.{ending}"
    return StreamingHttpResponse(
        lines, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
