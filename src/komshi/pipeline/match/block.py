"""Which readings are compared at all: those near in time that share a place, a market, a person, an amount or a text.

Readings are taken in the order of the days they tell of; what lies behind is let go, so memory follows the days that
are open, not the number of readings, and the number of comparisons follows the news of a few days.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet

from komshi.pipeline.distance import kilometres
from komshi.pipeline.match.cluster import Cluster, Component, Pair, cluster
from komshi.pipeline.match.compare import FAR_KM, GAP_DAYS
from komshi.pipeline.match.names import Name
from komshi.pipeline.match.score import THRESHOLD, total
from komshi.pipeline.match.telling import DAYS_BEFORE_PRINT, MONTH, Telling

WINDOW_DAYS = MONTH + DAYS_BEFORE_PRINT + GAP_DAYS
"""Readings whose `day_of` lie further apart than this are never compared."""
_SEQUENCES_SHARED = 6
"""Fewer word sequences in common are the trade's stock phrases; the feature `copied_text` begins above."""
_DIGITS, _MANY = 3, 500.0
"""An amount with so many significant digits, or so large, leads to another report of it wherever that places it."""
_SWEEP_EVERY = 300
CHAIN = 200
"""More linked readings than this are no one event but a chain through weeks of like news: what lies behind is cut off
and given out while the chain goes on, so that memory stays flat. Smaller ones are cut when they are complete."""

Key = tuple[Hashable, ...]


class Sweep:
    """Takes readings in the order of their first day; gives each group back when nothing can join it any more.

    `together` and `apart` are pairs of orders that people judged. Readings judged to be the same are linked whatever
    they score, and wait for each other.
    """

    def __init__(self, *, together: AbstractSet[Pair] = frozenset(), apart: AbstractSet[Pair] = frozenset()) -> None:
        self._open: dict[Key, list[Telling]] = defaultdict(list)
        self._component: dict[int, Component] = {}
        self._components: dict[int, Component] = {}
        self._together, self._apart = together, apart
        self._judged: dict[int, list[int]] = defaultdict(list)
        for i, j in together:
            self._judged[i].append(j)
            self._judged[j].append(i)
        self._since = 0

    def add(self, telling: Telling) -> None:
        """Compare a reading with the open ones and link it to those it joins."""
        own = Component([telling], last=telling.last)
        self._component[telling.order] = self._components[id(own)] = own
        seen: set[int] = {telling.order}
        for other in self._candidates(telling):
            if other.order not in seen and reachable(other, telling):
                seen.add(other.order)
                score = total(other, telling, least=THRESHOLD)
                if score >= THRESHOLD:
                    self._link(other.order, telling.order, score)
        for other_order in self._judged.get(telling.order, ()):
            if other_order in self._component:
                self._link(other_order, telling.order, None)
        for key in (*sure_keys(telling, listed=True), *text_keys(telling), *listed_keys(telling)):
            self._open[key].append(telling)

    def closed(self, now: int) -> Iterator[Cluster]:
        """Groups that no reading from the day `now` on can join; asked often, answers now and then."""
        self._since += 1
        if self._since < _SWEEP_EVERY:
            return
        self._since = 0
        horizon = now - GAP_DAYS
        for key, tellings in list(self._open.items()):
            kept = [telling for telling in tellings if telling.last >= horizon]
            if kept:
                self._open[key] = kept
            else:
                del self._open[key]
        for component in list(self._components.values()):
            if component.last < horizon or len(component.members) > CHAIN:
                yield from self._release(component, horizon)

    def rest(self) -> Iterator[Cluster]:
        """Every group that is still open."""
        for component in self._components.values():
            yield from self._clusters(component)

    def _candidates(self, telling: Telling) -> Iterator[Telling]:
        """Open readings worth comparing, some more than once."""
        waiting = self._open
        for key in sure_keys(telling):
            yield from waiting.get(key, ())
        copies = Counter(other for key in text_keys(telling) for other in waiting.get(key, ()))
        yield from (other for other, shared in copies.items() if shared >= _SEQUENCES_SHARED)
        for key in asked_keys(telling):
            yield from (other for other in waiting.get(key, ()) if not far_apart(other, telling))

    def _clusters(self, component: Component) -> list[Cluster]:
        component.members.sort(key=lambda telling: telling.order)
        return cluster(component, together=self._together, apart=self._apart)

    def _release(self, component: Component, horizon: int) -> Iterator[Cluster]:
        """Give back the groups of a component whose days are past, and keep the others open."""
        gone: set[int] = set()
        for group in self._clusters(component):
            if all(telling.last < horizon and telling.order not in self._judged for telling in group.members):
                gone.update(telling.order for telling in group.members)
                yield group
        for order in gone:
            del self._component[order]
        component.members = [telling for telling in component.members if telling.order not in gone]
        component.scores = {pair: score for pair, score in component.scores.items() if gone.isdisjoint(pair)}
        if not component.members:
            del self._components[id(component)]

    def _link(self, i: int, j: int, score: float | None) -> None:
        a, b = self._component[i], self._component[j]
        if a is not b:
            large, small = (a, b) if len(a.members) >= len(b.members) else (b, a)
            large.members.extend(small.members)
            large.scores.update(small.scores)
            large.last = max(large.last, small.last)
            for telling in small.members:
                self._component[telling.order] = large
            del self._components[id(small)]
            a = large
        if score is not None:
            a.scores[min(i, j), max(i, j)] = score


def reachable(a: Telling, b: Telling) -> bool:
    """Whether the days of two readings come near enough for one event."""
    return a.first - b.last <= GAP_DAYS and b.first - a.last <= GAP_DAYS


def far_apart(a: Telling, b: Telling) -> bool:
    """Whether both scenes are known and no neighbours: then only a name, an amount or a text can link."""
    return a.point is not None and b.point is not None and kilometres(a.point, b.point) > FAR_KM


def sure_keys(telling: Telling, *, listed: bool = False) -> Iterator[Key]:
    """What two readings of one event may share wherever each sees it, and even if nothing says when it happened."""
    for person in telling.persons:
        yield from _person_keys(person.name, telling.markets)
    for market in telling.markets:
        if telling.place:
            yield "place", telling.place, market
    for amount in telling.amounts:
        if amount.digits >= _DIGITS or amount.value >= _MANY:
            step = round(math.log(amount.value) * 20)
            for near in (step,) if listed else (step - 1, step, step + 1):
                yield "amount", amount.unit, near


def _person_keys(name: Name, markets: frozenset[str]) -> Iterator[Key]:
    """A whole name is found everywhere, by either of its ends; initials and single words are too many for that."""
    first, last = name.words[0], name.words[-1]
    if name.is_initials:
        yield from (("initials", name.initials, market) for market in markets)
    elif len(name.words) > 1:
        yield "person", last[:3], first[0]
        yield "person", first[:3], last[0]


def text_keys(telling: Telling) -> Iterator[Key]:
    """The word sequences of the sketch; texts of one trade share some, copies share many."""
    for code in telling.sketch.sequences if telling.sketch is not None else ():
        yield "text", code


def listed_keys(telling: Telling) -> Iterator[Key]:
    """Keys under which a dated reading waits to be found by one that has less in common with it."""
    if telling.dated:
        for topic in _topics(telling):
            yield "in", telling.country, *topic
            if telling.country is not None:
                yield "anywhere", *topic


def asked_keys(telling: Telling) -> Iterator[Key]:
    """Keys under which a dated reading looks. One without a country looks in all of them, and is looked for by all."""
    if telling.dated:
        for topic in _topics(telling):
            yield "in", telling.country, *topic
            yield ("anywhere", *topic) if telling.country is None else ("in", None, *topic)


def _topics(telling: Telling) -> Iterator[tuple[str, str]]:
    yield "type", telling.event.type
    for market in telling.markets:
        yield "market", market
