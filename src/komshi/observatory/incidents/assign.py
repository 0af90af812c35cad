"""Gives each new cluster of readings the incident that it continues, so that keys stay what they were. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Known:
    """An incident as it is stored: its row, its key, and the readings that it held until now."""

    id: int
    key: str
    readings: frozenset[int]


@dataclass(frozen=True)
class Assignment:
    """`continues[i]`: the row that cluster i goes on as, or None for a new one.

    `absorbed`: from a row that ends to the index of the cluster that its readings went to.
    """

    continues: tuple[int | None, ...]
    absorbed: Mapping[int, int]


def assign(clusters: Sequence[frozenset[int]], *, keys: Mapping[int, str], known: Sequence[Known]) -> Assignment:
    """Which stored incident each cluster continues. `keys` gives the article key of each reading.

    An incident goes with its founding reading; without it, with most of its readings. Where two claim one cluster the
    one that was there first keeps its key and the other is absorbed.
    """
    home = {reading: number for number, cluster in enumerate(clusters) for reading in cluster}
    founder = {keys[reading]: number for reading, number in home.items() if reading in keys}
    claims: list[list[tuple[bool, int]]] = [[] for _ in clusters]
    wants: dict[int, int] = {}
    for incident in sorted(known, key=lambda one: one.id):
        by_founder = incident.key in founder
        votes = Counter(home[reading] for reading in incident.readings if reading in home)
        if not by_founder and not votes:
            continue
        number = founder[incident.key] if by_founder else min(votes, key=lambda n: (-votes[n], n))
        claims[number].append((by_founder, incident.id))
        wants[incident.id] = number
    held = {incident.id: bool(incident.readings) for incident in known}
    winners: list[int | None] = []
    for claim in claims:
        # Founders first; among them one that is alive before one that was absorbed or withdrawn; then the older row.
        ordered = sorted(claim, key=lambda c: (not c[0], not held[c[1]], c[1]))
        winners.append(ordered[0][1] if ordered else None)
    absorbed = {row: number for row, number in wants.items() if winners[number] != row}
    return Assignment(tuple(winners), absorbed)
