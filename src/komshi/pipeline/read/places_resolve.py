"""Which of several places of one name is meant, judged by what else the text names."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from komshi.pipeline.read.places_index import FACILITIES, Entry, Gazetteer, Name
from komshi.pipeline.read.places_mention import Mention

_NEAR = 60.0
_FACILITY_WITHIN = {"crossing": 30.0, "airport": 35.0, "port": 12.0, "prison": 12.0}
"""Kilometres from a town within which a facility that the text gives its name is looked for."""
_OF_VILLAGE = 12.0
_BESIDE = 45.0
_SMALL_KINDS = frozenset({"settlement", "neighbourhood"})
_SAME_TOWN = 4.0
_SMALL = 5000
_HAMLET = 1500
_LARGE = 100_000
_WITHIN = 3.0
_DECIDED = 1.5
_PARTS = frozenset({"village", "quarter"})
_TOLD = frozenset({"village", "town", "quarter", "municipality"})
_SPOKEN = 0.3
"""What speaks for a place in a country whose language the text is written in."""
_NEARBY, _NEXT_TO, _NEAR_BY_FOOT = 1.8, 0.5, 15.0
_FOREIGN = 100_000
"""Towns abroad with fewer people are not read from a case form alone: it is rather another word."""
_WIDE, _WIDE_ABROAD = 2.0, 0.8
"""What speaks for a country or a region, rather than for a town of the name; and for a region of a country that nothing
else speaks for.
"""
_EXACT = 0.9
"""What speaks for a name that is written as it stands in the list, against one that the word may be a case form of."""


@dataclass(frozen=True, slots=True)
class Homes:
    """Which countries a text is likely of: that of its outlet, and those where its language is at home."""

    outlet: str | None = None
    spoken: frozenset[str] = frozenset()


class Sure:
    """The places of a text whose names mean but one; how far another lies from them is worked out once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = list(dict.fromkeys(entries))
        self._nearest: dict[Entry, float] = {}

    def nearest(self, entry: Entry) -> float:
        """The kilometres from a place to the nearest of them; infinite without one."""
        if entry not in self._nearest:
            apart = (entry.kilometres_to(other) for other in self._entries if other is not entry)
            self._nearest[entry] = min(apart, default=math.inf)
        return self._nearest[entry]


class Resolver:
    """Decides the entry of each mention. A mention that nothing supports is left undecided and counts for nothing."""

    def __init__(self, gazetteer: Gazetteer, watched: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._watched = watched

    def __call__(self, mentions: list[Mention], homes: Homes) -> list[Mention]:
        """The same mentions with their `entry` set; `homes`, the countries that a text is likely of, break ties."""
        named: Counter[str] = Counter()
        certain: list[Entry] = []
        for mention in mentions:
            entries = {name.entry for name in mention.names}
            if mention.of_country:
                named[mention.names[0].entry.country] += 1
            elif len(entries) == 1 and not _may_be_a_word(mention):
                certain.append(mention.names[0].entry)
        sure = Sure(certain)
        fits = [self._fits(mention, named, sure, homes) for mention in mentions]
        apart = self._weigh_neighbours(mentions, fits)
        decided = self._decided(mentions, fits)
        unknown: set[Entry] = set()
        for at, (mention, fit) in enumerate(zip(mentions, fits, strict=True)):
            if at in apart:
                continue
            best = mention.names[0]
            if len(mention.names) > 1:  # one text means one place by a name, in whatever case it stands
                best = max(fit, key=lambda name: fit[name] + (_DECIDED if name.entry in decided else 0.0))
            mention.entry = self._facility(best.entry, mention)
            if mention.entry is not None and self._lies_elsewhere(mention):
                unknown.add(mention.entry)  # another village of this name, that the gazetteer does not know
                mention.entry = None
            else:
                self._doubt(mention, best, named, sure)
        _look_again(mentions, unknown)
        return mentions

    def _doubt(self, mention: Mention, best: Name, named: Counter[str], sure: Sure) -> None:
        if mention.entry in self._gazetteer.capitals:
            mention.marks.add("capital")
        if self._doubtful(best, mention, named, sure):
            mention.marks.add("doubtful")
            abroad = best.entry.country not in self._watched
            quarter = best.entry.kind == "neighbourhood"  # rather a nickname
            if abroad or quarter or not (best.own and mention.inside_sentence):
                mention.entry = None

    def _fits(self, mention: Mention, named: Counter[str], sure: Sure, homes: Homes) -> dict[Name, float]:
        if len(mention.names) == 1:
            return {}
        return {name: self._fit(name, mention, named, sure, homes) for name in mention.names}

    @staticmethod
    def _weigh_neighbours(mentions: list[Mention], fits: list[dict[Name, float]]) -> set[int]:
        """Make “A near B” mean an A that lies near B; the indexes of those that the gazetteer knows only elsewhere."""
        apart: set[int] = set()
        for at, (mention, beside) in enumerate(itertools.pairwise(mentions)):
            if mention.adjective or mention.of_country or not _lies_by(mention, beside):
                continue
            towns = [name.entry for name in beside.names]
            near = {name for name in mention.names if any(name.entry.kilometres_to(town) < _BESIDE for town in towns)}
            for name in near & fits[at].keys():
                fits[at][name] += _WITHIN
            if not near and all(
                name.entry.kind in _SMALL_KINDS and name.entry.population < _LARGE for name in mention.names
            ):
                apart.add(at)
        return apart

    @staticmethod
    def _decided(mentions: list[Mention], fits: list[dict[Name, float]]) -> set[Entry]:
        """What the mentions that say most of themselves mean: those called a village, a town and the like."""
        return {
            max(fit, key=lambda name: fit[name]).entry
            for mention, fit in zip(mentions, fits, strict=True)
            if fit and (mention.within is not None or mention.marks & _TOLD)
        }

    def _fit(self, name: Name, mention: Mention, named: Counter[str], sure: Sure, homes: Homes) -> float:
        entry = name.entry
        fit = 0.35 * math.log10(entry.population + 300)
        fit += 0.6 if name.own else 0.0
        fit += _EXACT if name.words == mention.spelt else 0.0
        fit += _WITHIN if self._is_within(entry, mention) else 0.0
        if entry.country in self._watched:
            known = entry.population >= _HAMLET or entry.kind != "settlement" or mention.marks & _TOLD
            fit += 0.8 if known else 0.3
        fit += 0.6 if entry.country == homes.outlet else 0.0
        fit += _SPOKEN if entry.country in homes.spoken else 0.0
        fit += min(0.6 * named[entry.country], 1.0)
        nearest = sure.nearest(entry)
        fit += _NEARBY if nearest < _NEAR else 0.0
        fit += _NEXT_TO if nearest < _NEAR_BY_FOOT else 0.0
        if entry.kind in ("country", "region"):
            near = entry.kind == "country" or entry.country in {homes.outlet, *named}
            fit += _WIDE if near else _WIDE_ABROAD
        elif entry.kind in FACILITIES:
            fit += 1.5 if entry.kind in mention.marks else -0.5
        elif entry.kind == "neighbourhood":
            fit += 1.0 if mention.marks & {"quarter", "municipality"} else 0.2
        elif "village" in mention.marks and entry.population < _SMALL:
            fit += 0.6
        return fit

    @staticmethod
    def _is_within(entry: Entry, mention: Mention) -> bool:
        """Whether the adjective before the mention is of a town that lies near."""
        towns = [name.entry for name in mention.within.names] if mention.within else []
        return any(entry.kilometres_to(town) < _NEAR for town in towns)

    def _lies_elsewhere(self, mention: Mention) -> bool:
        """Whether the text says that the place lies by a town that it does not lie by."""
        entry = mention.entry
        if entry is None or mention.within is None or entry.kind in ("country", "region") or entry.population > _LARGE:
            return False
        said = bool(mention.marks & {"village", "quarter"}) or mention.within.last == mention.first
        return said and not self._is_within(entry, mention)

    def _facility(self, entry: Entry, mention: Mention) -> Entry:
        """The port, airport, prison or crossing of the town, where the text speaks of it and the gazetteer knows it."""
        if entry.kind != "settlement":
            return entry
        for kind in FACILITIES:
            if kind in mention.marks:
                within = _FACILITY_WITHIN[kind] if entry.population >= _SMALL else _OF_VILLAGE
                own = (f for f in self._gazetteer.facilities[kind] if f.country == entry.country)
                near = [facility for facility in own if entry.kilometres_to(facility) <= within]
                if near:
                    nearest = min(near, key=entry.kilometres_to)
                    main = near[0]  # a town's main port or prison is listed first; of crossings, the nearest is meant
                    beside = entry.kilometres_to(main) <= entry.kilometres_to(nearest) + _SAME_TOWN
                    return main if beside and kind != "crossing" else nearest
        return entry

    def _doubtful(self, name: Name, mention: Mention, named: Counter[str], sure: Sure) -> bool:
        """A small place that no preposition, no country and no neighbour speaks for is rather another word."""
        entry = name.entry
        near = sure.nearest(entry) < _NEAR
        if near or entry.kind == "country" or mention.adjective:
            return False
        if entry.country not in self._watched and name.words != mention.spelt and not named[entry.country]:
            weak = entry.kind == "settlement" and entry.population < _FOREIGN and not mention.close
            if weak:
                return True
        if not name.own:
            if mention.close and mention.exact and entry.country in self._watched and entry.population >= _SMALL:
                return False
            return not mention.exact or (not named[entry.country] and entry.population < _LARGE)
        if entry.kind in FACILITIES or entry.population >= _SMALL or mention.role or len(name.words) > 1:
            return False
        if mention.marks & {
            "village",
            "quarter",
            "municipality",
            "town",
            "police",
            "court",
            "hospital",
            "dateline",
            *FACILITIES,
        }:
            return False
        return not named[entry.country]


def _lies_by(mention: Mention, other: Mention) -> bool:
    """Whether the words say that the one place lies by or in the other: A near B, the village A in B."""
    if "beside" in other.marks:
        return True
    if other.adjective or other.of_country or other.sentence != mention.sentence or "listed" in other.marks:
        return False
    return bool(mention.marks & _PARTS) and other.first - mention.last <= 1 and other.role in ("in", None)


def _may_be_a_word(mention: Mention) -> bool:
    """Whether it is a small place at the beginning of a sentence that nothing speaks for: rather a noun."""
    entry = mention.names[0].entry
    small = entry.kind in ("settlement", "neighbourhood") and entry.population < _SMALL
    return small and not (mention.inside_sentence or mention.role or mention.marks or mention.adjective)


def _look_again(mentions: list[Mention], unknown: set[Entry]) -> None:
    """Take out every mention of a place that is another one than the gazetteer's; where an adjective says by which
    town it lies, that town stands for it. Where the place is known, the adjective adds nothing.
    """
    for mention in mentions:
        if mention.entry in unknown:
            mention.entry = None
        if mention.within is None:
            continue
        if mention.entry is None:
            mention.within.marks.add("quarter")
        else:
            mention.within.marks -= {"quarter", "village"}
