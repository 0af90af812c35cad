"""Which readings tell of one event: readings in, incidents out.

The same readings give the same groups in any order of the file. Two readings are scored by themselves alone, so a part
of an archive gives the same incidents as the whole wherever the part holds every reading that is linked to the ones it
holds: with a margin of `WINDOW_DAYS` beyond an incident's readings that is so, unless a chain of joining reports runs
across the edge (one of more than `CHAIN` readings is cut as its days pass). Readings with neither a date nor a day of
print are linked to all times: who files articles should give the day of receipt as `published`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from komshi.pipeline.match.block import CHAIN, WINDOW_DAYS, Sweep
from komshi.pipeline.match.cluster import Pair
from komshi.pipeline.match.incident import compose, founding_order, outlet_names
from komshi.pipeline.match.score import MODEL, Score, explained
from komshi.pipeline.match.telling import Telling, day_of, telling_of
from komshi.pipeline.region import Region
from komshi.pipeline.types import Incident, Reading

__all__ = [
    "CHAIN", "MODEL", "WINDOW_DAYS", "Judged", "day_of", "explain", "match", "match_in_order",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person decided on two readings: that they tell of the same event, or that they do not."""

    left: str
    right: str
    same: bool


def match(
    readings: Iterable[Reading], *, region: Region | None = None, judgements: Iterable[Judged] = ()
) -> list[Incident]:
    """Incidents of relevant readings, earliest in print first. Of two judgements on one pair the later one counts.

    With a `region`, outlets that it knows under several names are one voice.
    """
    tellings = [telling_of(order, reading) for order, reading in enumerate(readings) if reading.relevant]
    numbers = {telling.id: telling.order for telling in tellings}
    place_in_print = {telling.id: founding_order(telling) for telling in tellings}
    tellings.sort(key=lambda telling: (telling.first, telling.order))
    found = match_in_order(tellings, numbers, region=region, judgements=judgements)
    return sorted(found, key=lambda incident: place_in_print[incident.id])


def match_in_order(
    tellings: Iterable[Telling],
    numbers: Mapping[str, int],
    *,
    region: Region | None = None,
    judgements: Iterable[Judged] = (),
) -> Iterator[Incident]:
    """Incidents of tellings that come in the order of their first day, given out as soon as nothing can join them.

    `numbers` gives the order of each reading that a judgement may name. Only open days are held in memory.
    """
    together, apart = _pairs(judgements, numbers)
    outlets = outlet_names(region)
    sweep = Sweep(together=together, apart=apart)
    for telling in tellings:
        sweep.add(telling)
        for group in sweep.closed(telling.first):
            yield compose(group, outlets)
    for group in sweep.rest():
        yield compose(group, outlets)


def explain(left: Reading, right: Reading) -> Score:
    """The score of two readings, with the points of each feature that had something to say."""
    return explained(telling_of(0, left), telling_of(1, right))


def _pairs(judgements: Iterable[Judged], numbers: Mapping[str, int]) -> tuple[set[Pair], set[Pair]]:
    """Judged pairs as pairs of orders, smaller first; judgements on readings that are not here are passed over."""
    standing: dict[Pair, bool] = {}
    for judged in judgements:
        i, j = numbers.get(judged.left), numbers.get(judged.right)
        if i is not None and j is not None and i != j:
            standing[min(i, j), max(i, j)] = judged.same
    return {pair for pair, same in standing.items() if same}, {pair for pair, same in standing.items() if not same}
