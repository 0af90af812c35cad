"""Which of several places of one name is meant, judged by what else the text names."""

from __future__ import annotations

import math
from collections import Counter

from komshi.pipeline.read.places_index import FACILITIES, Entry, Gazetteer, Name
from komshi.pipeline.read.places_mentions import Mention

_NEAR = 60.0
_FACILITY_WITHIN = {"crossing": 30.0, "airport": 35.0, "port": 12.0, "prison": 12.0}
"""Kilometres from a town within which a facility that the text gives its name is looked for."""
_SMALL = 5000
_LARGE = 100_000


class Resolver:
    """Decides the entry of each mention. A mention that nothing supports is left undecided and counts for nothing."""

    def __init__(self, gazetteer: Gazetteer, watched: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._watched = watched

    def __call__(self, mentions: list[Mention], outlet_country: str | None) -> list[Mention]:
        """The same mentions with their `entry` set; `outlet_country` breaks ties."""
        named: Counter[str] = Counter()
        sure: list[Entry] = []
        for mention in mentions:
            entries = {name.entry for name in mention.names}
            if mention.of_country:
                named[mention.names[0].entry.country] += 1
            elif len(entries) == 1:
                sure.append(mention.names[0].entry)
        sure = list(dict.fromkeys(sure))
        for mention in mentions:
            best = mention.names[0]
            if len(mention.names) > 1:
                best = max(mention.names, key=lambda name: self._fit(name, mention, named, sure, outlet_country))
            mention.entry = self._facility(best.entry, mention)
            if self._doubtful(best, mention, named, sure):
                mention.marks.add("doubtful")
                if not (best.own and mention.inside_sentence):
                    mention.entry = None
        return mentions

    def _fit(
        self, name: Name, mention: Mention, named: Counter[str], sure: list[Entry], outlet_country: str | None
    ) -> float:
        entry = name.entry
        fit = 0.35 * math.log10(entry.population + 300)
        fit += 0.6 if name.own else 0.0
        fit += 0.3 if mention.exact and len(name.words) == mention.last - mention.first else 0.0
        fit += 0.8 if entry.country in self._watched else 0.0
        fit += 0.6 if entry.country == outlet_country else 0.0
        fit += min(0.4 * named[entry.country], 1.0)
        fit += 0.8 if any(other is not entry and entry.kilometres_to(other) < _NEAR for other in sure) else 0.0
        if entry.kind in ("country", "region"):
            fit += 2.0
        elif entry.kind in FACILITIES:
            fit += 1.5 if entry.kind in mention.marks else -0.5
        elif entry.kind == "neighbourhood":
            fit += 1.0 if mention.marks & {"quarter", "municipality"} else 0.2
        elif "village" in mention.marks and entry.population < _SMALL:
            fit += 0.6
        return fit

    def _facility(self, entry: Entry, mention: Mention) -> Entry:
        """The port, airport, prison or crossing of the town, where the text speaks of it and the gazetteer knows it."""
        if entry.kind != "settlement":
            return entry
        for kind in FACILITIES:
            if kind in mention.marks:
                within = _FACILITY_WITHIN[kind]
                own = (f for f in self._gazetteer.facilities[kind] if f.country == entry.country)
                near = [facility for facility in own if entry.kilometres_to(facility) <= within]
                if near:  # a town's main port or prison is listed first; of crossings, the nearest is meant
                    return min(near, key=entry.kilometres_to) if kind == "crossing" else near[0]
        return entry

    def _doubtful(self, name: Name, mention: Mention, named: Counter[str], sure: list[Entry]) -> bool:
        """A small place that no preposition, no country and no neighbour speaks for is rather another word."""
        entry = name.entry
        near = any(other is not entry and entry.kilometres_to(other) < _NEAR for other in sure)
        if near or entry.kind == "country" or mention.adjective:
            return False
        if not name.own:
            return not mention.exact or (not named[entry.country] and entry.population < _LARGE)
        if entry.kind in FACILITIES or entry.population >= _SMALL or mention.role or len(name.words) > 1:
            return False
        if mention.marks & {"village", "quarter", "municipality", "town", "police", "dateline", *FACILITIES}:
            return False
        return not named[entry.country]
