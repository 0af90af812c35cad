"""What other labels say of the same reports, scored as if they were a reading: how far two labellings agree.

No reader can be expected to agree with labels more often than other labels of the same reports do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from komshi.pipeline.evaluate.gold import Labelled, check_labels
from komshi.pipeline.jsonl import BadLine, OnError, parse_object, parsed
from komshi.pipeline.types import COUNT_KINDS, Actor, Event, Market, Place, Quantity, Reading


def read_second(lines: Iterable[tuple[int, bytes]], *, on_error: OnError) -> dict[str, Mapping[str, Any]]:
    """The labels of a JSON Lines file by the id of their report; texts are not needed. Bad lines go to `on_error`."""
    return {labels["id"]: labels for _, labels in parsed(lines, _labels, on_error=on_error)}


def as_readings(gold: Iterable[Labelled], second: Mapping[str, Mapping[str, Any]]) -> dict[str, Reading]:
    """The second labels of the reports that have them, as readings."""
    return {report.id: _reading(report, second[report.id]) for report in gold if report.id in second}


def _labels(line: bytes) -> Mapping[str, Any]:
    labels = parse_object(line)
    if not isinstance(labels.get("id"), str):
        raise BadLine("These labels have no “id”; give each line the id of the report that it labels.")
    check_labels(labels)
    return labels


def _reading(report: Labelled, labels: Mapping[str, Any]) -> Reading:
    relevant, article = bool(labels["relevant"]), report.article
    language = str(labels.get("language") or article.language or "")
    reading = Reading(
        report.id, "", language, str(labels.get("script") or ""), article.outlet, article.published,
        relevant=relevant, relevance=float(relevant),
    )  # fmt: skip
    if not relevant:
        return reading
    others = (Event(kind, 1.0) for kind in labels.get("other_event_types") or ())
    return replace(
        reading,
        markets=tuple(Market(market, 1.0) for market in labels.get("markets") or ()),
        events=(_event(labels), *others),
    )


def _event(labels: Mapping[str, Any]) -> Event:
    counts = labels.get("counts") or {}
    return Event(
        labels.get("event_type") or "",
        1.0,
        status=labels.get("status"),
        date=labels.get("date"),
        place=_place(labels.get("place")),
        quantities=tuple(_quantity(one) for one in labels.get("quantities") or ()),
        counts={kind: counts.get(kind) for kind in COUNT_KINDS},
        actors=tuple(
            Actor(one.get("name") or "", one.get("role") or "", age=one.get("age"))
            for one in labels.get("people") or ()
        ),
    )


def _place(label: Mapping[str, Any] | None) -> Place | None:
    if not label:
        return None
    return Place(label.get("name") or "", label.get("country") or "", label.get("latitude"), label.get("longitude"))


def _quantity(label: Mapping[str, Any]) -> Quantity:
    return Quantity(
        label.get("item"), label.get("amount"), label.get("unit") or "", "value" if label.get("side") else "subject"
    )
