"""How an incident can stand."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Derived from the readings: `accepted` when people stand behind one of them, `withdrawn` when none is left."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
