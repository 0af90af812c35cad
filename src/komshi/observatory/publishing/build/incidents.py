"""Public incidents, made out of accepted readings of open documents."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
from collections import Counter
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import h3
from django.db import transaction
from django.db.models import Count, Max, Q

from komshi.observatory.base.events import pull
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import town_at
from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.build.report import report_of
from komshi.observatory.publishing.models import CountryCount, PublicIncident, Withdrawn
from komshi.observatory.publishing.redact import private_of, safe_label
from komshi.observatory.reading.choices import STANDING, Decision
from komshi.observatory.reading.gazetteer import place_is_known, place_near
from komshi.observatory.reading.known import known_items, known_units
from komshi.observatory.reading.models import Reading, Review
from komshi.observatory.sources.choices import DocumentKind, Sensitivity
from komshi.observatory.sources.geometry import contains
from komshi.observatory.sources.municipalities import boundary_of
from komshi.pipeline.match import Judged, match
from komshi.pipeline.records import incident_to_json, reading_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

logger = logging.getLogger(__name__)

BLUR_RESOLUTION = 5
"""Cells of about ten kilometres across: enough to see the area, too coarse to find a house or a shelter."""
BLURRED_MARKETS = frozenset({"human_trafficking"})
"""Where an exact place could lead to the people who were harmed."""


def pull_incidents(limit: int) -> int:
    """Bring the projection up to date with the incidents that changed. Returns how many events were dealt with."""
    with pull("publishing", ["incidents:incident:"], limit=limit) as events:
        changed = {int(event.subject_id) for event in events}
        for incident in Incident.objects.filter(pk__in=changed).select_related("absorbed_by").order_by("pk"):
            _try_project(incident)
        if changed:
            _count()
    return len(events)


def _try_project(incident: Incident) -> None:
    """Project one incident; one that cannot be shown is withheld, and must not keep the others from the public."""
    try:
        with transaction.atomic():
            _project(incident)
    except Exception:
        logger.exception("Incident %s could not be made public; it is withheld", incident.pk)
        PublicIncident.objects.filter(incident=incident.pk).delete()


def public_key(key: str) -> str:
    """The public key of an incident: always the same, and no way back to the private key, which may hold names."""
    digest = hashlib.sha256(f"komshi public incident {key}".encode()).digest()
    return base64.b32encode(digest[:8]).decode("ascii").rstrip("=").lower()


def _project(incident: Incident) -> None:
    readings = _publishable(incident)
    key = public_key(incident.key)
    if incident.state != State.ACCEPTED or not readings:
        _take_back(incident, key)
        return
    Withdrawn.objects.filter(incident=incident.pk).delete()
    PublicIncident.objects.update_or_create(incident=incident.pk, defaults={"key": key, **_fields(incident, readings)})


def _take_back(incident: Incident, key: str) -> None:
    """Remove the page; somebody who kept its address is told that it was taken back, or where it went."""
    was_public, _rows = PublicIncident.objects.filter(incident=incident.pk).delete()
    into = public_key(incident.absorbed_by.key) if incident.absorbed_by else ""
    if was_public or Withdrawn.objects.filter(incident=incident.pk).exists():
        Withdrawn.objects.update_or_create(incident=incident.pk, defaults={"key": key, "into": into})


def _publishable(incident: Incident) -> list[Reading]:
    """Readings that people stand behind, whose document is open and was not taken back by its source."""
    members = Reading.objects.filter(membership__incident=incident, state__in=STANDING)
    members = members.filter(article__document__sensitivity=Sensitivity.OPEN, article__superseded=False)
    return list(members.select_related("article__document").order_by("article_id"))


def _fields(incident: Incident, readings: Sequence[Reading]) -> dict[str, Any]:
    told = _told(readings)
    everyone = Reading.objects.filter(membership__incident=incident)
    private = private_of([payload for reading in everyone for payload in (reading.payload, reading.effective)])
    markets = told["markets"]["value"] or []
    observed = any(reading.article.document.kind == DocumentKind.OBSERVATION for reading in readings)
    place = _place(told["place"]["value"] or {}, blurred=observed or bool(BLURRED_MARKETS & set(markets)))
    place["town"] = _town(place)
    date = told["date"]["value"] or ""
    acts = Review.objects.filter(article__in=[r.article_id for r in readings]).exclude(decision=Decision.UNDO)
    return {
        **place,
        "markets": markets,
        "market_index": f"|{'|'.join(markets)}|" if markets else "",
        "event_type": told["type"]["value"] or "",
        "status": told["status"]["value"] or "",
        "date": date,
        "date_precision": _date_precision(date, readings),
        "month": date[:7] if len(date) >= 7 else "",
        "quantities": _quantities(told["quantities"]),
        "counts": {kind: one["value"] for kind, one in told["counts"].items() if one["value"] is not None},
        "sources": [report_of(reading, place=place, private=private) for reading in readings],
        "history": _history(readings),
        "observed": observed,
        "independent_voices": told["independent_voices"],
        "checked_at": acts.aggregate(at=Max("at"))["at"] or incident.updated_at,
    }


def _told(readings: Sequence[Reading]) -> dict[str, Any]:
    """The incident as the checked readings alone tell it: what nobody checked has no part in a public value."""
    found = [reading_from_json(reading.effective) for reading in readings]
    one = [Judged(a.id, b.id, same=True) for a, b in pairwise(found)]
    told: dict[str, Any] = json.loads(
        json.dumps(incident_to_json(match(found, region=current_region(), judgements=one)[0]))
    )
    return told


def _date_precision(date: str, readings: Sequence[Reading]) -> str:
    events = [event for reading in readings for event in (reading.effective.get("events") or [])[:1]]
    said = {event.get("date_precision") for event in events if event.get("date") == date}
    default = {10: "day", 7: "month", 4: "year"}.get(len(date), "")
    return default if default in said or not said else str(next(iter(sorted(filter(None, said))), default))


def _history(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """What people decided, by day and kind of decision, with the number of reports; nothing of who decided."""
    acts = Review.objects.filter(article__in=[reading.article_id for reading in readings])
    days = Counter((act.at.date().isoformat(), act.decision) for act in acts.order_by("pk"))
    return [{"on": day, "decision": decision, "reports": number} for (day, decision), number in sorted(days.items())]


def _place(place: dict[str, Any], *, blurred: bool) -> dict[str, Any]:
    name, country = place.get("name") or "", place.get("country") or ""
    latitude, longitude = place.get("latitude"), place.get("longitude")
    if latitude is None or longitude is None:
        known = place_is_known(name, country)
        label = "" if blurred or place.get("precision") == "country" else safe_label(name, is_known=known)
        return {
            "place": label, "country": country, "latitude": None, "longitude": None,
            "precision": place.get("precision") or "",
        }  # fmt: skip
    if blurred:
        latitude, longitude = h3.cell_to_latlng(h3.latlng_to_cell(latitude, longitude, BLUR_RESOLUTION))
        near = place_near(latitude, longitude, country=country)
        label = near.name if near else ""
    else:
        label = safe_label(name, is_known=place_is_known(name, country))
    return {
        "place": label, "country": country, "latitude": round(latitude, 4), "longitude": round(longitude, 4),
        "precision": "blurred" if blurred else place.get("precision") or "",
    }  # fmt: skip


def _town(place: dict[str, Any]) -> str:
    """The municipality of the public point, by its imported boundary where there is one, else by the nearest seat.

    None for a point that stands for more than a town.
    """
    if place["latitude"] is None or place["precision"] in ("region", "country"):
        return ""
    latitude, longitude, country = place["latitude"], place["longitude"], place["country"]
    boundary = boundary_of(latitude, longitude, country=country)
    inside = partial(contains, boundary.rings) if boundary else None
    found = town_at(latitude, longitude, country=country, inside=inside)
    return found.id if found else ""


def _quantities(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Amounts by known things and units only; free words could carry a name."""
    items, units = set(known_items()), set(known_units())
    kept = []
    for one in told:
        value = one["value"]
        if value["role"] == "background" or value["unit"] not in units | {""}:
            continue
        kept.append(
            {
                "item": value["item"] if value["item"] in items else None,
                **{key: value[key] for key in ("amount", "low", "high", "unit", "role")},
                "said_by": len(one["support"]),
                "otherwise": len(one["against"]),
            }
        )
    return kept


def _count() -> None:
    """Checked and waiting per country. Only incidents with an open document count as waiting."""
    checked = dict(PublicIncident.objects.exclude(country="").values_list("country").annotate(n=Count("pk")).order_by())
    open_ones = Incident.objects.filter(
        Q(state=State.WAITING) & Q(members__reading__article__document__sensitivity=Sensitivity.OPEN)
    )
    waiting = dict(open_ones.values_list("country").annotate(n=Count("pk", distinct=True)).order_by())
    rows = [
        CountryCount(country=code, checked=checked.get(code, 0), waiting=waiting.get(code, 0))
        for code in sorted({*current_region().countries, *checked, *filter(None, waiting)})
    ]
    CountryCount.objects.all().delete()
    CountryCount.objects.bulk_create(rows)
