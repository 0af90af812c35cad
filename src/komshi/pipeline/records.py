"""Readings and incidents as JSON and back: the contract between the steps, in one place.

Comes in: a dataclass of `types.py`, or the JSON of one, as the steps write it. Goes out: the other of the two. What is
not a reading or an incident is one sentence (`BadLine`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from komshi.pipeline.jsonl import BadLine, check_published, parse_object, parse_published
from komshi.pipeline.types import (
    COUNT_KINDS,
    Actor,
    Event,
    Incident,
    Market,
    Organization,
    Place,
    PlaceMention,
    Quantity,
    Reading,
    Span,
    Supported,
)

Record = Mapping[str, Any]
_HEAD = ("id", "reader", "language", "script", "outlet", "published", "relevant", "relevance")
_NOT_ITS_SHAPE = (KeyError, TypeError, ValueError, AttributeError)


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


def parse_reading(line: bytes) -> Reading:
    """A reading from one line of JSON. Raises `BadLine` as `reading_from_json` does."""
    return reading_from_json(parse_object(line))


def reading_from_json(record: Record) -> Reading:
    """A reading from its JSON. Raises `BadLine` with a sentence that says what cannot be used."""
    if not isinstance(record.get("id"), str) or not record["id"]:
        raise BadLine("The reading has no id; give a file that `komshi read` wrote.")
    if not isinstance(record.get("relevant"), bool):
        raise BadLine("The reading does not say whether it is relevant; give a file that `komshi read` wrote.")
    try:
        reading = _reading(record)
        check_published(reading.published)
        for event in reading.events:
            _check_event(event)
    except _NOT_ITS_SHAPE as error:
        raise BadLine(f"The line is not a reading ({_named(error)}); give a file that `komshi read` wrote.") from error
    return reading


def incident_to_json(incident: Incident) -> dict[str, Any]:
    """The JSON of an incident."""
    found: dict[str, Any] = plain(incident)
    return found


def incident_from_json(record: Record) -> Incident:
    """The incident that `incident_to_json` made this record of. Raises `BadLine` if it is not one."""
    try:
        return Incident(
            id=record["id"],
            readings=tuple(record["readings"]),
            markets=_supported(record["markets"]),
            type=_supported(record["type"]),
            status=_supported(record["status"]),
            date=_supported(record["date"]),
            place=_supported(record["place"], Place),
            quantities=tuple(_supported(quantity, Quantity) for quantity in record["quantities"]),
            counts={kind: _supported(count) for kind, count in record["counts"].items()},
            independent_voices=int(record["independent_voices"]),
            why=tuple(record.get("why", ())),
        )
    except _NOT_ITS_SHAPE as error:
        raise BadLine(
            f"The line is not an incident ({_named(error)}); give a file that `komshi match` wrote."
        ) from error


def _reading(record: Record) -> Reading:
    return Reading(
        **{name: record[name] for name in _HEAD},
        title=record.get("title"),
        sketch=record.get("sketch"),
        markets=tuple(Market(m["id"], m["score"], _spans(m.get("evidence"))) for m in record.get("markets", ())),
        events=tuple(_event(event) for event in record.get("events", ())),
        places=tuple(_with_evidence(PlaceMention, mention) for mention in record.get("places", ())),
        organizations=tuple(_with_evidence(Organization, o) for o in record.get("organizations", ())),
    )


def _event(record: Record) -> Event:
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


def _supported(record: Record, kind: type | None = None) -> Supported:
    value = record["value"]
    if kind is not None and value is not None:
        value = _with_evidence(kind, value)
    return Supported(value, tuple(record["support"]), tuple(record.get("against", ())))


def _spans(value: Any) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in value or ())


def _with_evidence(kind: type, record: Record) -> Any:
    known = {name: record[name] for name in _names(kind) if name in record and name != "evidence"}
    return kind(**known, evidence=_spans(record.get("evidence")))


def _check_event(event: Event) -> None:
    parse_published(event.date)
    numbers: list[Any] = [number for q in event.quantities for number in (q.amount, q.low, q.high)]
    if event.place is not None:
        numbers += [event.place.latitude, event.place.longitude]
        if (event.place.latitude is None) != (event.place.longitude is None):
            raise ValueError("a place has one coordinate without the other")
    for number in numbers:
        if number is not None and (isinstance(number, bool) or not isinstance(number, int | float)):
            raise ValueError(f"“{number}” is not a number")


def _named(error: Exception) -> str:
    return f"“{error.args[0]}” is missing" if isinstance(error, KeyError) else str(error)
