"""Where the news is that is told of a court: in the town of the court that tries or decides.

What a trial is about happened elsewhere, and stays among the other places of the text. An indictment is news of a
prosecution: of it the scene is where the offence was committed, where the text tells that.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from komshi.pipeline.read.places_candidate import Candidate
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_scene import DECIDED_IN_COURT, IN_COURT, LEAD, TRIED, tells_scene
from komshi.pipeline.read.prepared import Focus

_SCENE = 0.85
"""What a place needs to be taken instead of the town of a prosecution."""
_NEAR = 2
"""Sentences after the one of the news within which the court is named that decides."""
_OFFICERS = frozenset({"court", "prosecution"})
_WIDE = frozenset({"country", "region"})


def court_of(candidates: list[Candidate], focus: Focus, *, watched: AbstractSet[str]) -> Candidate | None:
    """The town of the court that tries or decides, if that is the news and the text names it, of the countries that are
    watched rather than of another; or the country abroad whose courts try somebody.
    """
    if focus.type not in TRIED and not (focus.type in DECIDED_IN_COURT and _is_of_court(candidates, focus)):
        return None
    own = [candidate for candidate in candidates if candidate.entry.country in watched]
    return (
        _seat(own, focus, "court") or _seat(candidates, focus, "court") or _abroad(candidates, focus, watched=watched)
    )


def prosecuted_at(candidates: list[Candidate], focus: Focus, *, watched: AbstractSet[str]) -> Candidate | None:
    """Where no court decides, but what is told is before one: the scene of what it is about, where the text tells it;
    otherwise the town of the court that is to try, or else of the prosecution.
    """
    if focus.type not in IN_COURT:
        return None
    candidates = [candidate for candidate in candidates if candidate.entry.country in watched] or candidates
    seat = _seat(candidates, focus, "court") or _seat(candidates, focus, "prosecution") or _filed_from(candidates)
    if seat is None:
        return None
    told = [(tells_scene(m, focus), c) for c in candidates for m in c.mentions if c.entry.country == seat.entry.country]
    worth, scene = max(told, key=lambda told: told[0], default=(0.0, seat))
    return scene if worth >= _SCENE else seat


def _abroad(candidates: list[Candidate], focus: Focus, *, watched: AbstractSet[str]) -> Candidate | None:
    """The country whose courts try somebody from the region, where the text names no other and none of their towns."""
    if focus.type not in TRIED:
        return None
    officers = [c for c in candidates if any(m.marks & _OFFICERS and not _is_recalled(m, focus) for m in c.mentions)]
    if not officers or any(c.entry.country in watched or c.entry.kind != "country" for c in officers):
        return None
    return max(officers, key=lambda candidate: candidate.score)


def _is_of_court(candidates: list[Candidate], focus: Focus) -> bool:
    """Whether the sentence of the news, or one soon after, names a town of a court: one that quashes or prolongs."""
    near = range(focus.sentence, focus.sentence + _NEAR + 1)
    return any("court" in mention.marks and mention.sentence in near for c in candidates for mention in c.mentions)


def _seat(candidates: list[Candidate], focus: Focus, office: str) -> Candidate | None:
    """The town of such an office that is named nearest to the news."""
    seats = [
        (abs(mention.sentence - focus.sentence), mention.sentence, mention.first, at)
        for at, candidate in enumerate(candidates)
        if candidate.entry.kind not in _WIDE
        for mention in candidate.mentions
        if office in mention.marks and mention.role != "to" and not _is_recalled(mention, focus)
    ]
    return candidates[min(seats)[-1]] if seats else None


def _is_recalled(mention: Mention, focus: Focus) -> bool:
    return mention.sentence in focus.background and mention.sentence > LEAD


def _filed_from(candidates: list[Candidate]) -> Candidate | None:
    """The capital that the report was filed from: a court whose town is not named sits there."""
    return next((c for c in candidates if any({"dateline", "capital"} <= m.marks for m in c.mentions)), None)
