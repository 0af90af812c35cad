"""Incidents as files for other programs: CSV for tables, GeoJSON for maps. From the public projection alone."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from komshi.observatory.publishing.models import PublicIncident

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = {
    "key": "the incident's public key; its page is /en/incidents/<key>/",
    "date": "day, month or year of the event (ISO); empty: the reports do not say",
    "date_precision": "day, week, month, year or published",
    "country": "two letters (ISO 3166)",
    "place": "town or area; for a blurred point the nearest larger town",
    "latitude": "degrees north; the middle of the place or of the blurred cell",
    "longitude": "degrees east",
    "precision": "what the point stands for: settlement, crossing, ..., blurred",
    "markets": "ids of the vocabulary, joined by a semicolon, the main one first",
    "event_type": "id of the vocabulary",
    "status": "how far the proceedings are; nobody is guilty before a final judgment",
    "quantities": "amounts as JSON: item, amount, low, high, unit, role, said_by, otherwise",
    "arrested": "people; empty: the reports do not say",
    "charged": "people",
    "killed": "people",
    "injured": "people",
    "victims": "people harmed",
    "observed": "true when members saw or heard it themselves",
    "reports": "checked reports that tell of it",
    "independent_voices": "outlets that speak for themselves",
    "outlets": "names of the outlets, joined by a semicolon",
    "urls": "addresses of the reports that can be shown, joined by a blank",
    "checked_at": "when a person last decided on it (UTC)",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def rows(incidents: Iterable[PublicIncident]) -> Iterator[dict[str, Any]]:
    """One row for each incident, with the columns of `COLUMNS`."""
    for one in incidents:
        outlets = dict.fromkeys(source["outlet"] for source in one.sources if source["outlet"])
        yield {
            "key": one.key, "date": one.date, "date_precision": one.date_precision, "country": one.country,
            "place": one.place, "latitude": one.latitude, "longitude": one.longitude, "precision": one.precision,
            "markets": ";".join(one.markets), "event_type": one.event_type, "status": one.status,
            "quantities": json.dumps(one.quantities, ensure_ascii=False) if one.quantities else "",
            **{kind: one.counts.get(kind) for kind in ("arrested", "charged", "killed", "injured", "victims")},
            "observed": "true" if one.observed else "false", "reports": len(one.sources),
            "independent_voices": one.independent_voices, "outlets": ";".join(outlets),
            "urls": " ".join(source["url"] for source in one.sources if source["url"]),
            "checked_at": one.checked_at.isoformat(timespec="seconds"),
        }  # fmt: skip


def as_csv(table: Iterable[dict[str, Any]], columns: Iterable[str] = tuple(COLUMNS)) -> Iterator[str]:
    """Lines of CSV (RFC 4180) with a head. A text that a spreadsheet would run as a formula is led by an apostrophe."""
    buffer = io.StringIO()
    names = list(columns)
    writer = csv.writer(buffer)
    writer.writerow(names)
    for row in table:
        writer.writerow([_safe(row[name]) for name in names])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    if rest := buffer.getvalue():
        yield rest


def as_geojson(table: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A FeatureCollection, one feature a line; an incident without a point has a null geometry."""
    yield '{"type": "FeatureCollection", "features": ['
    for number, row in enumerate(table):
        properties = {key: value for key, value in row.items() if key not in ("latitude", "longitude")}
        if row.get("quantities"):
            properties["quantities"] = json.loads(row["quantities"])
        point = None
        if row["latitude"] is not None:
            point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
        feature = {"type": "Feature", "id": row["key"], "geometry": point, "properties": properties}
        yield ("," if number else "") + "\n" + json.dumps(feature, ensure_ascii=False)
    yield "\n]}\n"


def public_incidents() -> Iterator[PublicIncident]:
    """Every public incident, in the order of their keys, so that two exports can be compared line by line."""
    return PublicIncident.objects.order_by("key").iterator(chunk_size=500)


def _safe(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value
