"""How much the words of a text tie a place to its main event: a table of reasons, added up."""

from __future__ import annotations

import math

from komshi.pipeline.read.places_index import FACILITIES, Entry
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.prepared import Focus

# Events whose scene is a court, and those that happen elsewhere: there its seat is only the last thing to go by.
IN_COURT = frozenset({"trial", "conviction", "acquittal", "indictment"})
TRIED = frozenset({"trial", "conviction", "acquittal"})
# A quashed verdict, longer custody, a plea deal.
DECIDED_IN_COURT = frozenset({"other", "policy"})
_IN_THE_FIELD = frozenset({"seizure", "arrest", "raid", "killing", "attack", "threat", "interception", "escape"})
# What offices and courts do: the town that the report was filed from is then a fair guess of where.
_SAID_AT_A_DESK = IN_COURT | {"other", "policy", "sanction", "revelation", "investigation", "resignation"}
_BY_ROLE = {"in": 1.0, "from": -0.8, "to": -0.6, "via": -0.5}
_BY_KIND = {"country": -0.4, "region": -0.2}
_BY_MARK = {"resident": -2.0, "plates": -2.6, "prosecution": -0.9, "doubtful": -1.4, "away": -1.2,
            "elsewhere": -1.6, "listed": -0.4, "between": -2.0, "property": -0.8, "taken": -1.2,
            "also": -0.8}  # fmt: skip
_FILED_LOCALLY = 0.2
"""What speaks against a dateline that is no capital: a local correspondent's town is often the scene."""
_VILLAGE = 5000
"""Nobody files a report from a place with fewer people unless it happened there."""
_HANDS_OVER = 1.8
"""An extradition happens in the country that it is from."""
_FACILITY = 0.5
"""What goes to, from or through a port or a crossing is stopped there; a town's hospital stands in it."""
_PART_OF = 15.0
"""Kilometres within which a more specific place counts as a part of a town."""
_FLED_FROM = 0.2
_REGION_ACROSS = 60.0
_SPECIFIC = {"country": 0, "region": 1, "municipality": 2, "settlement": 2}
_MOST_SPECIFIC = 3
_SMALLER = 5
"""A village within a town's reach has at most this part of its people."""


# Offices of a town, whose work is in it; and a hospital, to which people are brought.
_LOCAL = frozenset({"police", "public", "municipality", "village", "town", "port", "crossing", "airport", "prison"})
_STANDS_THERE = frozenset({"prison", "court", "port", "airport", "crossing", "hospital", "public",
                           "quarter", "village"})  # fmt: skip
_PARTS_OF_TOWN = frozenset({"public", "quarter", "village"})
_FLED_OUT_OF = frozenset({"hospital", "prison", "court", "police"})
_LEFT_FROM = frozenset({"capital", "prison", "airport", "port", "crossing"})
_SEATED = -0.2
"""A firm or an officer from a town is rather at work in it than come from it."""
_OFFICE_OF_STATE = 1.5
"""The court of a state and its prosecution say only which country."""
_WIDE = frozenset({"country", "region"})
_NEAR_NEWS, _NEAR_FINDING = 1.2, 0.0
"""What speaks for the sentence of the news. Reportage says late what it found, and at once where it happened."""
_TOLD_FIRST = (1.2, 1.2, 0.8)
"""What speaks for the first sentences where the words that name the event stand in a later one: a report begins with
what happened, and where.
"""
_OLD_DEED = 1.2
"""What courts deal with is always past: that a sentence retells speaks less against a place."""
_NOT_THE_DEED = frozenset({"court", "prosecution", "police", "resident", "elsewhere", "property", "plates", "taken",
                           "hospital", "saying", "dateline", "prison", "away", "conference", "doubtful"})  # fmt: skip
_HOSPITAL = -1.3
_POLICE_IN = 0.6
"""“The police in A” serve more than A."""
_LATE, _LATE_NEWS = 2, 0.5
"""What is left of that where the words that name the event stand later than this sentence: they may retell another."""
LEAD = 1
"""The title and the sentence after it tell the news, whatever year they name."""
_FAR = 6
"""Sentences from the news beyond which no further one counts against a place."""


def score(mention: Mention, focus: Focus, *, trigger: int | None) -> float:
    """How much speaks for the mention being the scene; zero is neither for nor against. `trigger` counts words."""
    kind = mention.entry.kind if mention.entry else "country"
    by_role = _BY_ROLE.get(mention.role or "", 0.0)
    if kind in FACILITIES or _is_filed_from_a_village(mention):
        by_role = max(by_role, _FACILITY)
    if mention.role is None and mention.marks & _LOCAL and kind not in _WIDE:
        by_role = max(by_role, _FACILITY)
    if mention.adjective and mention.marks & _PARTS_OF_TOWN:
        by_role = max(by_role, _FACILITY)
    if mention.role == "from" and "seated" in mention.marks:
        by_role = _SEATED
    if mention.role is None and "seated" in mention.marks and not mention.adjective and kind not in _WIDE:
        by_role = max(by_role, _FACILITY)  # the mayor of A
    if focus.type == "escape" and mention.role == "from" and mention.marks & _FLED_OUT_OF:
        by_role = max(by_role, _FACILITY)
    if _is_handed_over_from(mention, focus):
        by_role = _HANDS_OVER
    total = by_role + _BY_KIND.get(kind, 0.1) + _by_marks(mention, focus)
    total += _by_distance(mention, focus, trigger, leads_away=by_role < 0)
    if focus.type == "escape" and "prison" in mention.marks:
        total += _FLED_FROM
    if mention.sentence in focus.background and mention.sentence > LEAD:
        total -= 1.5
    if kind in _WIDE and not mention.adjective and mention.marks & {"court", "prosecution"}:
        total -= _OFFICE_OF_STATE
    if mention.adjective and not (mention.role == "in" and mention.close and mention.marks & _STANDS_THERE):
        # “in the A prison” says as much as “in the prison of A”
        total -= 0.3 if mention.role is None and kind in FACILITIES else 0.7
    return total


def _is_handed_over_from(mention: Mention, focus: Focus) -> bool:
    """Whether an extradition leaves from the place: a state, its prison or airport; from a town is rather who."""
    if focus.type != "extradition" or mention.role != "from" or abs(mention.sentence - focus.sentence) > LEAD:
        return False
    return mention.of_country or bool(mention.marks & _LEFT_FROM)


def _by_distance(mention: Mention, focus: Focus, trigger: int | None, *, leads_away: bool) -> float:
    """Nearness to the words that name the event, unless the words lead away from the place."""
    sentences = min(abs(mention.sentence - focus.sentence), _FAR)
    if leads_away:
        return -0.1 * sentences
    at_the_top = 0.6 if mention.sentence == 0 else 0.0
    if sentences:
        return at_the_top + _told_first(mention, focus) - 0.2 * sentences
    near = _NEAR_FINDING if focus.type == "revelation" and focus.sentence > 1 else _NEAR_NEWS
    if focus.sentence > _LATE:
        near *= _LATE_NEWS
    if trigger is None:
        return at_the_top + near
    words = min(abs(mention.first - trigger), abs(mention.last - 1 - trigger))
    return at_the_top + near + 0.8 * math.exp(-words / 8)


def _told_first(mention: Mention, focus: Focus) -> float:
    if focus.type == "revelation" or mention.of_country:
        return 0.0
    return _TOLD_FIRST[mention.sentence] if mention.sentence < min(len(_TOLD_FIRST), focus.sentence) else 0.0


def _by_marks(mention: Mention, focus: Focus) -> float:
    total = sum(weight for mark, weight in _BY_MARK.items() if mark in mention.marks)
    if "court" in mention.marks:
        total += 0.4 if focus.type in IN_COURT else -0.7 if focus.type in _IN_THE_FIELD else 0.0
    if "police" in mention.marks and mention.role == "in":
        total -= _POLICE_IN
    if "hospital" in mention.marks and focus.type in _IN_THE_FIELD and focus.type != "escape":
        total += _HOSPITAL
    if "dateline" in mention.marks and not _is_filed_from_a_village(mention):
        if "capital" not in mention.marks:
            total -= _FILED_LOCALLY
        else:
            total -= 0.6 if focus.type in _SAID_AT_A_DESK else 1.5
    return total


def _is_filed_from_a_village(mention: Mention) -> bool:
    entry = mention.entry
    if entry is None or "dateline" not in mention.marks:
        return False
    return entry.kind == "settlement" and entry.population < _VILLAGE


def is_seat(mention: Mention, focus: Focus) -> bool:
    """Whether the place is only where an office sits that looks into what happened elsewhere."""
    if "police" in mention.marks and mention.role == "in" and focus.type not in IN_COURT:
        return True
    if focus.type in _IN_THE_FIELD:
        return bool(mention.marks & {"prosecution", "saying", "court"})
    return focus.type not in IN_COURT and bool(mention.marks & {"prosecution", "saying"})


def tells_scene(mention: Mention, focus: Focus) -> float:
    """How much speaks for the place being where that happened which a court deals with."""
    holds_office = "seated" in mention.marks  # detention for the mayor of A: the prison is not in A
    if mention.entry is None or mention.entry.kind in _WIDE or {"heading", "capital"} <= mention.marks:
        return -math.inf
    if mention.marks & _NOT_THE_DEED - ({"prison"} if holds_office else set()):
        return -math.inf
    stands = holds_office or mention.entry.kind in FACILITIES or bool(mention.marks & _LOCAL)
    if not stands and not (mention.role == "in" and mention.close):
        return -math.inf
    retold = mention.sentence in focus.background and mention.sentence > LEAD
    return mention.score + (_OLD_DEED if retold else 0.0)


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
