"""Readings from lines of JSON, checked strictly, and incidents to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from komshi.pipeline import records
from komshi.pipeline.jsonl import BadLine, check_published
from komshi.pipeline.records import plain
from komshi.pipeline.types import Incident, Place, Quantity, Reading, Supported

Record = Mapping[str, Any]


def reading_from_json(record: Record) -> Reading:
    """A reading from its JSON record. Raises `BadLine` with a sentence that says what cannot be used."""
    if not isinstance(record.get("id"), str) or not record["id"]:
        raise BadLine("The reading has no id; give a file that `komshi read` wrote.")
    if not isinstance(record.get("relevant"), bool):
        raise BadLine("The reading does not say whether it is relevant; give a file that `komshi read` wrote.")
    try:
        reading = records.reading_from_json(record)
        check_published(reading.published)
        for event in reading.events:
            check_published(event.date)
            _check_numbers(event.place, event.quantities)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadLine(f"The line is not a reading ({_named(error)}); give a file that `komshi read` wrote.") from error
    return reading


def incident_to_json(incident: Incident) -> dict[str, Any]:
    """The JSON record of an incident."""
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
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadLine(
            f"The line is not an incident ({_named(error)}); give a file that `komshi match` wrote."
        ) from error


def _supported(record: Record, kind: type | None = None) -> Supported:
    value = record["value"]
    if kind is not None and value is not None:
        spans = tuple((int(a), int(b)) for a, b in value.get("evidence") or ())
        value = kind(**{**value, "evidence": spans})
    return Supported(value, tuple(record["support"]), tuple(record.get("against", ())))


def _check_numbers(place: Place | None, quantities: tuple[Quantity, ...]) -> None:
    numbers: list[Any] = [q.amount for q in quantities] + [q.low for q in quantities] + [q.high for q in quantities]
    if place is not None:
        numbers += [place.latitude, place.longitude]
        if (place.latitude is None) != (place.longitude is None):
            raise ValueError("a place has one coordinate without the other")
    for number in numbers:
        if number is not None and (isinstance(number, bool) or not isinstance(number, int | float)):
            raise ValueError(f"“{number}” is not a number")


def _named(error: Exception) -> str:
    return f"“{error.args[0]}” is missing" if isinstance(error, KeyError) else str(error)
