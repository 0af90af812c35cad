"""What people decided, put on top of what the reader read. Pure functions on payloads (plain dicts)."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from komshi.observatory.reading.choices import Decision, State

EVENT_FIELDS = ("type", "status", "date", "date_precision", "place", "quantities")
"""What a correction may say of the first event; `markets` and `counts` are handled apart."""
FIELDS = (*EVENT_FIELDS, "markets", "counts")
NO_COUNTS: dict[str, int | None] = dict.fromkeys(("arrested", "charged", "killed", "injured", "victims"))


class Act(Protocol):
    """What is needed of a review to tell how a reading stands."""

    decision: str
    by_id: int | None


@dataclass(frozen=True)
class Standing:
    """How a reading stands: its state, the acts that hold it there, and how many more people are needed."""

    state: State
    acts: tuple[Any, ...]
    missing: int = 0


def standing(acts: Sequence[Act], *, people_needed: int = 1) -> Standing:
    """Derive the state from the acts in the order in which they happened.

    A correction changes what is agreed on, so agreement with what stood before does not count for it.
    """
    stack: list[Act] = []
    for act in acts:
        if act.decision == Decision.UNDO:
            if stack:
                stack.pop()
        else:
            stack.append(act)
    if not stack:
        return Standing(State.WAITING, (), people_needed)
    if stack[-1].decision == Decision.REJECT:
        return Standing(State.REJECTED, (stack[-1],))
    run: list[Act] = []
    for act in reversed(stack):
        if act.decision == Decision.REJECT:
            break
        run.append(act)
        if act.decision == Decision.CORRECT:
            break
    run.reverse()
    missing = max(people_needed - len({act.by_id for act in run}), 0)
    if missing:
        return Standing(State.WAITING, tuple(run), missing)
    corrected = run[0].decision == Decision.CORRECT
    return Standing(State.CORRECTED if corrected else State.ACCEPTED, tuple(run))


def corrected(payload: Mapping[str, Any], corrections: Mapping[str, Any]) -> dict[str, Any]:
    """The payload with the corrections on top. A value that a person gave has no evidence in the text."""
    result: dict[str, Any] = copy.deepcopy(dict(payload))
    if not corrections:
        return result
    result["relevant"] = True
    for key, empty in (("markets", []), ("places", []), ("organizations", []), ("events", [])):
        result.setdefault(key, copy.deepcopy(empty))
    if not result["events"]:
        result["events"] = [_blank_event()]
    event = result["events"][0]
    if "markets" in corrections:
        known = {market["id"]: market for market in result["markets"]}
        blank = {"score": 1.0, "evidence": []}
        result["markets"] = [known.get(id_, {"id": id_, **blank}) for id_ in corrections["markets"]]
    for key in EVENT_FIELDS:
        if key in corrections:
            event[key] = copy.deepcopy(corrections[key])
            event["evidence"].pop(key, None)
    for kind, number in corrections.get("counts", {}).items():
        event["counts"][kind] = number
        event["evidence"].pop(f"counts.{kind}", None)
    return result


def difference(payload: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The corrections that turn the payload into what is wanted; empty when the reader had it all right."""
    event = first_event(payload)
    changes: dict[str, Any] = {}
    if "markets" in wanted and list(wanted["markets"]) != [m["id"] for m in payload.get("markets", [])]:
        changes["markets"] = list(wanted["markets"])
    for key in EVENT_FIELDS:
        if key in wanted and not _same(event.get(key), wanted[key]):
            changes[key] = wanted[key]
    counts = event.get("counts") or {}
    numbers = {k: n for k, n in wanted.get("counts", {}).items() if counts.get(k) != n}
    if numbers:
        changes["counts"] = numbers
    if "date" in changes or "date_precision" in changes:
        changes |= {key: wanted[key] for key in ("date", "date_precision") if key in wanted}
    return changes


def first_event(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The news of the article; an empty event when the reader found none."""
    events = payload.get("events") or []
    return dict(events[0]) if events else _blank_event()


def effective(payload: Mapping[str, Any], stands: Standing) -> dict[str, Any]:
    """What is held to be true of an article: what people stand behind, or else what the reader reads today.

    Each act keeps the payload that the person saw, so a newer reader never changes what was agreed on.
    """
    if not stands.acts:
        return dict(payload)
    first = stands.acts[0]
    return corrected(first.reading_payload, first.corrections if first.decision == Decision.CORRECT else {})


def base_payload(payload: Mapping[str, Any], stands: Standing) -> dict[str, Any]:
    """The payload that a new correction is measured against: the one that the standing acts were made on."""
    return dict(stands.acts[0].reading_payload if stands.acts else payload)


def _same(read: Any, wanted: Any) -> bool:
    """Whether a value says the same, evidence apart."""
    if isinstance(read, list) and isinstance(wanted, list):
        return len(read) == len(wanted) and all(_same(a, b) for a, b in zip(read, wanted, strict=True))
    if isinstance(read, dict) and isinstance(wanted, dict):
        keys = (read.keys() | wanted.keys()) - {"evidence", "inferred_from", "low", "high"}
        return all(read.get(key) == wanted.get(key) for key in keys)
    return bool(read == wanted)


def _blank_event() -> dict[str, Any]:
    return {
        "type": "other", "score": 1.0, "status": None, "organised": "none_stated", "date": None, "date_precision": None,
        "place": None, "quantities": [], "counts": dict(NO_COUNTS), "actors": [], "evidence": {},
    }  # fmt: skip
