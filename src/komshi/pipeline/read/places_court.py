"""Where a case is that is told of a court: the scene of what it is about, or the town of the court itself."""

from __future__ import annotations

from komshi.pipeline.read.places_candidate import Candidate
from komshi.pipeline.read.places_scene import DECIDED_IN_COURT, IN_COURT, tells_scene
from komshi.pipeline.read.prepared import Focus

_SCENE = 0.85
"""What a place needs to be taken instead of the town of the court."""
_WIDE = frozenset({"country", "region"})


def court_of(candidates: list[Candidate], focus: Focus) -> Candidate | None:
    """Where the news is of a court: the scene of what it is about, where the text tells it; otherwise the town of the
    court that is named first, or else of the prosecution.
    """
    decided = focus.type in DECIDED_IN_COURT and _is_of_court(candidates, focus)
    if focus.type not in IN_COURT and not decided:
        return None
    seat = _seat(candidates, focus)
    if seat is None:
        return None
    told = [(tells_scene(m, focus), c) for c in candidates for m in c.mentions if c.entry.country == seat.entry.country]
    worth, scene = max(told, key=lambda told: told[0], default=(0.0, seat))
    return scene if worth >= _SCENE else seat


def _is_of_court(candidates: list[Candidate], focus: Focus) -> bool:
    """Whether the sentence of the news, or the one after, names the town of a court: it quashes, prolongs, approves."""
    near = (focus.sentence, focus.sentence + 1)
    return any("court" in mention.marks and mention.sentence in near for c in candidates for mention in c.mentions)


def _seat(candidates: list[Candidate], focus: Focus) -> Candidate | None:
    for office in ("court", "prosecution"):
        seats = [
            (abs(mention.sentence - focus.sentence), mention.sentence, mention.first, at)
            for at, candidate in enumerate(candidates)
            if candidate.entry.kind not in _WIDE
            for mention in candidate.mentions
            if office in mention.marks and mention.role != "to" and mention.sentence not in focus.background
        ]
        if seats:
            return candidates[min(seats)[-1]]
    filed = (c for c in candidates if any({"dateline", "capital"} <= m.marks for m in c.mentions))
    return next(filed, None)  # no town of a court is named: it sits where the report was filed, in the capital
