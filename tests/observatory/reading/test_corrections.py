from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from komshi.observatory.reading.choices import State
from komshi.observatory.reading.corrections import corrected, difference, effective, first_event, standing


@dataclass
class Act:
    decision: str
    by_id: int = 1
    corrections: dict[str, Any] = field(default_factory=dict)
    reading_payload: dict[str, Any] = field(default_factory=dict)


def acts(*decisions: str) -> list[Act]:
    return [Act(decision) for decision in decisions]


@pytest.mark.parametrize(
    ("decisions", "state"),
    [
        ([], State.WAITING),
        (["accept"], State.ACCEPTED),
        (["accept", "undo"], State.WAITING),
        (["reject"], State.REJECTED),
        (["correct"], State.CORRECTED),
        (["accept", "correct"], State.CORRECTED),
        (["correct", "accept"], State.CORRECTED),
        (["accept", "reject"], State.REJECTED),
        (["accept", "reject", "undo"], State.ACCEPTED),
        (["reject", "accept"], State.ACCEPTED),
        (["accept", "correct", "undo"], State.ACCEPTED),
        (["undo", "accept", "undo", "undo"], State.WAITING),
    ],
)
def test_the_state_follows_from_the_acts(decisions: list[str], state: State) -> None:
    assert standing(acts(*decisions)).state == state


def test_an_observation_needs_two_different_people() -> None:
    assert standing([Act("accept", 1), Act("accept", 1)], people_needed=2).state == State.WAITING
    assert standing([Act("accept", 1), Act("accept", 2)], people_needed=2).state == State.ACCEPTED


def test_agreement_with_what_stood_before_a_correction_does_not_count_for_it() -> None:
    half = [Act("accept", 1), Act("correct", 2, {"type": "raid"})]
    assert standing(half, people_needed=2).missing == 1
    assert standing([*half, Act("accept", 1)], people_needed=2).state == State.CORRECTED


PAYLOAD = {
    "relevant": True,
    "markets": [{"id": "cocaine_trade", "score": 0.9, "evidence": [[1, 2]]}],
    "events": [
        {
            "type": "seizure",
            "status": None,
            "date": "2026-03-14",
            "date_precision": "day",
            "place": None,
            "quantities": [
                {
                    "item": "cocaine",
                    "amount": 137.0,
                    "low": None,
                    "high": None,
                    "unit": "kg",
                    "role": "subject",
                    "evidence": [[3, 4]],
                }
            ],
            "counts": {"arrested": 2, "charged": None, "killed": None, "injured": None, "victims": None},
            "actors": [],
            "evidence": {"date": [[5, 6]], "type": [[7, 8]]},
        }
    ],
}


def test_what_people_stand_behind_is_not_changed_by_a_newer_reader() -> None:
    old = Act("accept", reading_payload=PAYLOAD)
    newer = {**PAYLOAD, "events": [{**PAYLOAD["events"][0], "type": "raid"}]}
    assert first_event(effective(newer, standing([old])))["type"] == "seizure"
    assert first_event(effective(newer, standing([])))["type"] == "raid"


def test_a_corrected_value_loses_the_evidence_that_was_not_for_it_and_the_rest_stays() -> None:
    result = corrected(
        PAYLOAD, {"date": "2026-03-13", "markets": ["corruption", "cocaine_trade"], "counts": {"arrested": 3}}
    )
    event = first_event(result)
    assert event["date"] == "2026-03-13"
    assert "date" not in event["evidence"]
    assert event["evidence"]["type"] == [[7, 8]]
    assert [market["id"] for market in result["markets"]] == ["corruption", "cocaine_trade"]
    assert result["markets"][1]["evidence"] == [[1, 2]]
    assert event["counts"]["arrested"] == 3
    assert first_event(PAYLOAD)["date"] == "2026-03-14"


def test_a_text_that_the_reader_set_aside_can_be_corrected_into_an_event() -> None:
    result = corrected({"relevant": False}, {"type": "arrest", "markets": ["corruption"]})
    assert result["relevant"] is True
    assert first_event(result)["type"] == "arrest"


def test_only_what_differs_is_a_correction() -> None:
    wanted = {
        "type": "seizure",
        "markets": ["cocaine_trade"],
        "status": None,
        "date": "2026-03-14",
        "date_precision": "day",
        "place": None,
        "quantities": [{**PAYLOAD["events"][0]["quantities"][0], "evidence": []}],
        "counts": PAYLOAD["events"][0]["counts"],
    }
    assert difference(PAYLOAD, wanted) == {}
    assert difference(PAYLOAD, wanted | {"date": "2026-03"}) == {"date": "2026-03", "date_precision": "day"}
    assert difference(PAYLOAD, wanted | {"counts": {"arrested": None}}) == {"counts": {"arrested": None}}
