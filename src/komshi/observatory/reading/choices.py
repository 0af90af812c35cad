"""What a person may decide about a reading, how a reading can stand, and which market is looked at first."""

from __future__ import annotations

from enum import StrEnum


class Decision(StrEnum):
    """One act of a person at the desk. `undo` takes back the latest act that still stands."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


class State(StrEnum):
    """How a reading stands; derived from its reviews, never set by hand."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


STANDING = (State.ACCEPTED, State.CORRECTED)
"""The states in which a person stands behind the reading."""

# What hurts people comes first in the queue, then what buys the state, then the trades.
MARKETS_FIRST = (
    "human_trafficking",
    "organized_violence",
    "extortion_racketeering",
    "human_smuggling",
    "arms_trafficking",
    "corruption",
    "money_laundering",
)


def market_priority(market: str) -> int:
    """0 for the market that is looked at first; a text without a market comes last."""
    if market in MARKETS_FIRST:
        return MARKETS_FIRST.index(market)
    return len(MARKETS_FIRST) + (0 if market else 1)
