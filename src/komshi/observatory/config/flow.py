"""One step of every stage after `sources`: from what was received to what the public sees."""

from __future__ import annotations

from komshi.observatory.incidents.services import incidents_pull
from komshi.observatory.publishing.build import projection_pull
from komshi.observatory.reading.services import readings_pull

# In the order of the flow; each takes a limit of events, works in its own transaction, and says how much it did.
STAGES = (readings_pull, incidents_pull, projection_pull)


def advance(limit: int) -> int:
    """Lets every stage pull up to `limit` events; returns how much was done, 0 when there was nothing to do."""
    return sum(stage(limit) for stage in STAGES)


def advance_all(limit: int = 200) -> int:
    """Advances until no stage finds anything; returns how much was done."""
    total = 0
    while done := advance(limit):
        total += done
    return total
