"""The values of a reading beside its text, in the order in which a person asks: what, where, when, how much, who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from komshi.observatory.base import wording
from komshi.observatory.reading.corrections import first_event
from komshi.observatory.reading.highlight import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Value:
    """One value in words, the words of the text that it was read from, and where else it may come from."""

    text: str
    words: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Row:
    """One question with its values; none means that the text does not say. `changed`: a person gave the value."""

    tone: str
    question: str
    values: tuple[Value, ...]
    changed: bool = False


def rows(payload: Mapping[str, Any], text: str, *, changed: Mapping[str, Any] | None = None) -> list[Row]:
    """Every question of the desk, answered or not."""
    event, fixed = first_event(payload), changed or {}
    evidence = event.get("evidence") or {}

    def value(said: str, spans: Sequence[Sequence[int]] | None, note: str = "") -> tuple[Value, ...]:
        return (Value(said, tuple(words(text, spans)), note),) if said else ()

    markets = tuple(
        Value(wording.label("markets", market["id"]), tuple(words(text, market.get("evidence"))))
        for market in payload.get("markets") or []
    )
    kind = wording.label("event_types", event["type"]) if payload.get("events") else ""
    place = event.get("place") or {}
    said_place = wording.place_words(place)
    return [
        Row("what", _("What happened"), value(kind, evidence.get("type")), "type" in fixed),
        Row("what", _("Which market"), markets, "markets" in fixed),
        Row("where", _("Where"), value(said_place, place.get("evidence"), _inferred(place)), "place" in fixed),
        Row("when", _("When"), _date(event, text), "date" in fixed),
        Row("much", _("How much"), _quantities(event, text), "quantities" in fixed),
        Row("much", _("How many people"), _counts(event, text), "counts" in fixed),
        Row("who", _("Who"), _actors(event, text)),
        Row("office", _("Institutions and groups"), _organizations(payload, text)),
        Row("what", _("How far the proceedings are"),
            value(wording.label("statuses", event.get("status")), evidence.get("status")), "status" in fixed),
    ]  # fmt: skip


def _inferred(place: Mapping[str, Any]) -> str:
    source = place.get("inferred_from")
    if not source or place.get("evidence"):
        return ""
    return {
        "outlet": _("follows from the outlet, not from the text"),
        "institution": _("follows from an institution, not from a place name"),
        "currency": _("follows from the currency"),
    }.get(source, _("follows from something else in the text"))


def _date(event: Mapping[str, Any], text: str) -> tuple[Value, ...]:
    said = wording.date_words(event.get("date"), event.get("date_precision"))
    return (Value(said, tuple(words(text, (event.get("evidence") or {}).get("date")))),) if said else ()


def _quantities(event: Mapping[str, Any], text: str) -> tuple[Value, ...]:
    found = event.get("quantities") or []
    return tuple(Value(wording.quantity_words(q), tuple(words(text, q.get("evidence")))) for q in found)


def _counts(event: Mapping[str, Any], text: str) -> tuple[Value, ...]:
    evidence = event.get("evidence") or {}
    return tuple(
        Value(wording.count_words(kind, number), tuple(words(text, evidence.get(f"counts.{kind}"))))
        for kind, number in (event.get("counts") or {}).items()
        if number is not None
    )


def _actors(event: Mapping[str, Any], text: str) -> tuple[Value, ...]:
    found = []
    for actor in event.get("actors") or []:
        parts = [actor.get("name") or "", wording.label("roles", actor.get("role"))]
        if actor.get("age") is not None:
            parts.append(_("aged %(age)s") % {"age": actor["age"]})
        found.append(Value(", ".join(part for part in parts if part), tuple(words(text, actor.get("evidence")))))
    return tuple(found)


def _organizations(payload: Mapping[str, Any], text: str) -> tuple[Value, ...]:
    return tuple(
        Value(organization["name"], tuple(words(text, organization.get("evidence"))))
        for organization in payload.get("organizations") or []
    )
