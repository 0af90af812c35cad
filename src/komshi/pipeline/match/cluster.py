"""Cut linked readings into incidents: best pairs first, a group must agree as a whole, people's judgements are law."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from komshi.pipeline.match.compare import GAP_DAYS, LATE_DAYS
from komshi.pipeline.match.score import THRESHOLD, total
from komshi.pipeline.match.telling import FAR_PAST, Telling

Pair = tuple[int, int]
"""The orders of two readings, smaller first."""

MEAN_AT_LEAST = THRESHOLD - 1.5
"""Two groups become one if their readings score this on average: less than a pair needs, because the tellings of one
event differ, but enough that a chain of neighbours does not run through half a year of similar hauls."""
VETO = -1.5
"""No incident holds two readings that score below this: they contradict each other."""


@dataclass
class Component:
    """Readings that are linked, directly or through others, by scores that join; to be cut into incidents."""

    members: list[Telling]
    scores: dict[Pair, float] = field(default_factory=dict)
    last: int = FAR_PAST


@dataclass
class Cluster:
    """Readings of one incident; `joined` are the pairs that brought them together, and whether a person said so."""

    members: list[Telling]
    joined: list[tuple[Telling, Telling, bool]] = field(default_factory=list)


def cluster(component: Component, *, together: AbstractSet[Pair], apart: AbstractSet[Pair]) -> list[Cluster]:
    """Cut one component. `together` and `apart` are pairs of orders that people judged, smaller one first."""
    tellings = {t.order: t for t in component.members}
    scores = component.scores
    groups = {order: Cluster([telling]) for order, telling in tellings.items()}

    def scored(i: int, j: int) -> float:
        pair = (min(i, j), max(i, j))
        known = scores.get(pair)
        if known is None:
            known = scores[pair] = total(tellings[pair[0]], tellings[pair[1]])
        return known

    def join(i: int, j: int, *, judged: bool) -> None:
        keep, gone = groups[i], groups[j]
        keep.members.extend(gone.members)
        keep.joined.extend([*gone.joined, (tellings[i], tellings[j], judged)])
        for member in gone.members:
            groups[member.order] = keep

    pairs = sorted((pair for pair, s in scores.items() if s >= THRESHOLD), key=lambda p: (-scores[p], p))
    for i, j in sorted(pair for pair in together if pair[0] in tellings and pair[1] in tellings):
        if groups[i] is not groups[j]:
            join(i, j, judged=True)
    for i, j in pairs:
        if groups[i] is not groups[j] and _agree(groups[i], groups[j], scored, apart):
            join(i, j, judged=False)
    distinct = {id(group): group for group in groups.values()}
    return list(distinct.values())


def _agree(a: Cluster, b: Cluster, scored: Callable[[int, int], float], apart: AbstractSet[Pair]) -> bool:
    """Whether two groups can be one incident: no pair parted by people, out of reach in time or in contradiction."""
    pairs = [(x, y) for x in a.members for y in b.members]
    if any(_out_of_reach(x, y) or (min(x.order, y.order), max(x.order, y.order)) in apart for x, y in pairs):
        return False
    points = 0.0
    for x, y in pairs:
        value = scored(x.order, y.order)
        if value < VETO:
            return False
        points += value
    return points / len(pairs) >= MEAN_AT_LEAST


def _out_of_reach(x: Telling, y: Telling) -> bool:
    """Two days that both are told must be near; a report that tells none can come late."""
    most = GAP_DAYS if x.day is not None and y.day is not None else LATE_DAYS
    return x.first - y.last > most or y.first - x.last > most
