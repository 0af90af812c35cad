"""What the analysts of the demo have decided: most reports accepted, some corrected, the newest left at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import cycle
from typing import Any

from komshi.commands.specimen.people import SOURCE, Cast
from komshi.commands.specimen.reports import Told
from komshi.observatory.reading.corrections import difference, first_event
from komshi.observatory.reading.gazetteer import place_get
from komshi.observatory.reading.models import Reading
from komshi.observatory.reading.services import reviews_add
from komshi.pipeline.distance import kilometres
from komshi.pipeline.generate.happenings import Happening

_ANALYSTS = ("analyst", "second")
_NEAR = 15.0
_VALUES = ("markets", "type", "status", "date")
_ALIKE = frozenset({"seizure", "arrest", "raid", "interception", "investigation", "attack", "killing", "threat"})
"""Kinds that reports of one event are told as by turns; another kind than these is put right."""


def specimen_review(specimen: Mapping[str, Any], *, told: Mapping[str, Told], cast: Cast) -> None:
    """Let the two analysts decide on every relevant report in turn, except those that wait for a visitor."""
    decided = specimen["reviews"]
    last = specimen["specimen"]["today"] - timedelta(days=decided["waiting_days"])
    by_hand = {row["report"]: row for row in decided["correct"]}
    waiting = set(decided["waiting"])
    turns = cycle(_ANALYSTS)
    keys = {one.key: identifier for identifier, one in told.items()}
    acts: dict[str, dict[int, dict[str, Any]]] = {username: {} for username in _ANALYSTS}
    for reading in (
        Reading.objects.filter(article__key__startswith=f"{SOURCE}-").select_related("article").order_by("pk")
    ):
        identifier = keys[reading.article.key]
        one, row = told[identifier], by_hand.get(identifier)
        waits = identifier in waiting or (one.happening is not None and one.day > last)
        if not waits and (reading.relevant or row or _is_news(one)):
            wanted = _wanted(row) if row else _truth(one.happening, reading.payload)
            acts[next(turns)][reading.article_id] = difference(reading.payload, wanted)
    for username, corrections in acts.items():
        reviews_add(corrections=corrections, by=cast.users[username])


def _is_news(one: Told) -> bool:
    return one.happening is not None and one.happening.plot is not None


def _wanted(row: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a correction written by hand, in the form in which a reading holds them."""
    wanted = {name: row[name] for name in _VALUES if name in row}
    if "date" in row:
        wanted["date_precision"] = "day"
    if "place" in row:
        wanted["place"] = _place(row["place"])
    if "waste" in row:
        wanted["quantities"] = [_quantity("waste", row["waste"], "t")]
    if counts := {name: row[name] for name in ("arrested", "charged") if name in row}:
        wanted["counts"] = {name: None if number == "none" else number for name, number in counts.items()}
    return wanted


def _truth(happening: Happening | None, payload: Mapping[str, Any]) -> dict[str, Any]:
    """What a short report truly tells of, where the reading says otherwise; what is not in question stays as read."""
    if happening is None or not happening.plot:
        return {}
    event, facts = first_event(payload), happening.facts
    wanted: dict[str, Any] = {}
    if facts["market"] not in [market["id"] for market in payload.get("markets") or []]:
        wanted["markets"] = [facts["market"]]
    if event.get("type") not in _ALIKE | {facts["type"]}:
        wanted |= {"type": facts["type"], "status": facts["status"]}
    if not _is_near(event.get("place"), happening):
        wanted["place"] = _place(int(happening.place.geonames_id or 0))
    if event.get("date") is None:
        wanted |= {"date": happening.day.isoformat(), "date_precision": "day"}
    return wanted


def _is_near(place: Mapping[str, Any] | None, happening: Happening) -> bool:
    if not place or place.get("latitude") is None:
        return False
    truth = (float(happening.place.latitude or 0), float(happening.place.longitude or 0))
    return kilometres((place["latitude"], place["longitude"]), truth) <= _NEAR


def _place(number: int) -> dict[str, Any]:
    found = place_get(f"geonames:{number}")
    if found is None:
        raise KeyError(f"The region has no place with the number {number}.")
    return found.payload


def _quantity(item: str, amount: float, unit: str) -> dict[str, Any]:
    return {"item": item, "amount": float(amount), "low": None, "high": None, "unit": unit, "role": "subject",
            "evidence": []}  # fmt: skip
