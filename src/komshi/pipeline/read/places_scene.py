"""How much the words of a text tie a place to its main event: a table of reasons, added up."""

from __future__ import annotations

import math

from komshi.pipeline.read.places_index import FACILITIES, Entry
from komshi.pipeline.read.places_mentions import Mention
from komshi.pipeline.read.prepared import Focus

# Events whose scene is a court, and those that happen elsewhere: there its seat is only the last thing to go by.
_IN_COURT = frozenset({"trial", "conviction", "acquittal", "indictment"})
_IN_THE_FIELD = frozenset({"seizure", "arrest", "raid", "killing", "attack", "threat", "interception", "escape"})
# Events that an office tells of, and whose scene it need not be.
_LOOKED_INTO = frozenset({"investigation", "revelation"})
# What offices and courts do: the town that the report was filed from is then a fair guess of where.
_SAID_AT_A_DESK = _IN_COURT | {"other", "policy", "sanction", "revelation", "investigation", "resignation"}
_BY_ROLE = {"in": 1.0, "from": -0.8, "to": -0.6, "via": -0.5}
_BY_KIND = {"country": -0.4, "region": -0.2}
_BY_MARK = {"resident": -2.0, "plates": -2.0, "prosecution": -0.9, "doubtful": -0.8, "away": -1.2}
_VILLAGE = 5000
"""Nobody files a report from a place with fewer people unless it happened there."""
_HANDS_OVER = 1.8
"""An extradition happens in the country that it is from."""
_FACILITY = 0.5
"""What goes to, from or through a port or a crossing is stopped there; a town's hospital stands in it."""
_PART_OF = 15.0
"""Kilometres within which a more specific place counts as a part of a town."""
_REGION_ACROSS = 60.0
_SPECIFIC = {"country": 0, "region": 1, "settlement": 2}
_MOST_SPECIFIC = 3
_SMALLER = 5
"""A village within a town's reach has at most this part of its people."""


def score(mention: Mention, focus: Focus, *, trigger: int | None) -> float:
    """How much speaks for the mention being the scene; zero is neither for nor against. `trigger` counts words."""
    kind = mention.entry.kind if mention.entry else "country"
    by_role = _BY_ROLE.get(mention.role or "", 0.0)
    if kind in FACILITIES or _is_filed_from_a_village(mention):
        by_role = max(by_role, _FACILITY)
    if mention.adjective and "public" in mention.marks:
        by_role = _FACILITY
    if focus.type == "extradition" and mention.role == "from":
        by_role = _HANDS_OVER
    total = by_role + _BY_KIND.get(kind, 0.1) + _by_marks(mention, focus)
    total += _by_distance(mention, focus, trigger, leads_away=by_role < 0)
    if mention.sentence in focus.background:
        total -= 1.5
    if mention.adjective:
        total -= 0.7
    return total


def _by_distance(mention: Mention, focus: Focus, trigger: int | None, *, leads_away: bool) -> float:
    """Nearness to the words that name the event, unless the words lead away from the place."""
    sentences = min(abs(mention.sentence - focus.sentence), 4)
    if leads_away:
        return -0.1 * sentences
    at_the_top = 0.6 if mention.sentence == 0 else 0.0
    if sentences:
        return at_the_top - 0.2 * sentences
    if trigger is None:
        return at_the_top + 1.2
    words = min(abs(mention.first - trigger), abs(mention.last - 1 - trigger))
    return at_the_top + 1.2 + 0.8 * math.exp(-words / 8)


def _by_marks(mention: Mention, focus: Focus) -> float:
    total = sum(weight for mark, weight in _BY_MARK.items() if mark in mention.marks)
    if "court" in mention.marks:
        total += 0.4 if focus.type in _IN_COURT else -0.7 if focus.type in _IN_THE_FIELD else 0.0
    if "dateline" in mention.marks and not _is_filed_from_a_village(mention):
        total -= 0.6 if focus.type in _SAID_AT_A_DESK else 1.5
    return total


def _is_filed_from_a_village(mention: Mention) -> bool:
    entry = mention.entry
    if entry is None or "dateline" not in mention.marks:
        return False
    return entry.kind == "settlement" and entry.population < _VILLAGE


def is_seat(mention: Mention, focus: Focus) -> bool:
    """Whether the place is only where an office sits that looks into what happened elsewhere."""
    if focus.type in _IN_THE_FIELD:
        return bool(mention.marks & {"prosecution", "saying", "court"})
    return focus.type in _LOOKED_INTO and bool(mention.marks & {"prosecution", "saying"})


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Whether a place is a more specific one within the other: a town of a country, a village or a port of a town."""
    if inner is outer or inner.country != outer.country:
        return False
    fine, coarse = _SPECIFIC.get(inner.kind, _MOST_SPECIFIC), _SPECIFIC.get(outer.kind, _MOST_SPECIFIC)
    if outer.kind == "country":
        return fine > 0
    if outer.kind == "region":
        return fine > 1 and (outer.latitude is None or inner.kilometres_to(outer) < _REGION_ACROSS)
    both_settlements = fine == coarse == _SPECIFIC["settlement"]
    smaller = fine > coarse or (both_settlements and inner.population * _SMALLER < outer.population)
    return smaller and inner.kilometres_to(outer) < _PART_OF
