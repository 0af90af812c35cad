"""Readings and incidents as JSON and back: the contract between the steps, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from komshi.pipeline.types import (
    COUNT_KINDS,
    Actor,
    Event,
    Market,
    Organization,
    Place,
    PlaceMention,
    Quantity,
    Reading,
    Span,
)

_HEAD = ("id", "reader", "language", "script", "outlet", "published", "relevant", "relevance")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def plain(value: Any) -> Any:
    """A dataclass (or a mapping or sequence of them) as JSON data; tuples become lists. Quicker than `asdict`."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(f"{type(value).__name__} is not JSON data")


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The JSON of a reading; one that is not relevant carries its head only."""
    if not reading.relevant:
        return {name: getattr(reading, name) for name in _HEAD}
    return {name: plain(getattr(reading, name)) for name in _names(Reading)}


def reading_from_json(record: Mapping[str, Any]) -> Reading:
    """A reading from its JSON. Raises `KeyError`, `TypeError` or `ValueError` if the record is not a reading."""
    return Reading(
        **{name: record[name] for name in _HEAD},
        title=record.get("title"),
        sketch=record.get("sketch"),
        markets=tuple(Market(m["id"], m["score"], _spans(m.get("evidence"))) for m in record.get("markets", ())),
        events=tuple(event_from_json(event) for event in record.get("events", ())),
        places=tuple(_with_evidence(PlaceMention, mention) for mention in record.get("places", ())),
        organizations=tuple(_with_evidence(Organization, o) for o in record.get("organizations", ())),
    )


def event_from_json(record: Mapping[str, Any]) -> Event:
    """One event of a reading from its JSON."""
    place = record.get("place")
    counts = record.get("counts") or {}
    return Event(
        type=record["type"],
        score=record["score"],
        status=record.get("status"),
        organised=record.get("organised") or "none_stated",
        date=record.get("date"),
        date_precision=record.get("date_precision"),
        place=_with_evidence(Place, place) if place else None,
        quantities=tuple(_with_evidence(Quantity, quantity) for quantity in record.get("quantities", ())),
        counts={kind: counts.get(kind) for kind in COUNT_KINDS},
        actors=tuple(_with_evidence(Actor, actor) for actor in record.get("actors", ())),
        evidence={key: _spans(spans) for key, spans in (record.get("evidence") or {}).items()},
    )


def _spans(value: Any) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in value or ())


def _with_evidence(kind: type, record: Mapping[str, Any]) -> Any:
    known = {name: record[name] for name in _names(kind) if name in record and name != "evidence"}
    return kind(**known, evidence=_spans(record.get("evidence")))
