"""Put the readings of one event together: each value with those that say so and those that say otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from komshi.pipeline.match.cluster import Cluster
from komshi.pipeline.match.score import MODEL, explained
from komshi.pipeline.match.telling import Telling
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.sketch import likeness
from komshi.pipeline.types import COUNT_KINDS, Incident, PlacePrecision, Quantity, Supported

COPIED = 0.3
"""From this share of common word sequences two texts are one voice: an agency copy with its opening rewritten."""
# From the least to the most that is held against someone: where reports differ, the least is said.
_STATUSES = ("reported", "under_investigation", "indicted", "on_trial", "first_instance", "dismissed",
             "final_acquittal", "final_conviction")  # fmt: skip
_PLACE_PRECISIONS = get_args(PlacePrecision)  # the finest first
# Of two names for one act the graver one is what became known later: who was wounded died.
_OUTCOME = {frozenset({"attack", "killing"}): "killing"}


def compose(group: Cluster, outlets: Mapping[str, str] | None = None) -> Incident:
    """The incident of a group of readings. Its id is that of its founding reading: the earliest in print.

    `outlets` maps folded names of outlets to one name each.
    """
    members = sorted(group.members, key=founding_order)
    return Incident(
        id=members[0].id,
        readings=tuple(t.id for t in members),
        markets=_markets(members),
        type=_type(members),
        status=_most_said(members, lambda t: t.event.status, tie=_STATUSES.index),
        date=_date(members),
        place=_place(members),
        quantities=_quantities(members),
        counts={kind: _most_said(members, _count_of(kind), tie=_latest_first(members, kind)) for kind in COUNT_KINDS},
        independent_voices=independent_voices(members, outlets or {}),
        why=tuple(_why(left, right, judged=judged) for left, right, judged in group.joined),
    )


def founding_order(telling: Telling) -> tuple[bool, str, int]:
    """The order of print; readings without a day of print come last, in the order they were given."""
    return telling.reading.published is None, telling.reading.published or "", telling.order


def independent_voices(members: list[Telling], outlets: Mapping[str, str]) -> int:
    """How many outlets speak for themselves: one outlet is one voice, and so are all who print one text."""
    voices: list[list[Telling]] = []
    for telling in members:
        joined = [voice for voice in voices if any(_one_voice(telling, other, outlets) for other in voice)]
        voices = [voice for voice in voices if voice not in joined]
        voices.append([telling, *(other for voice in joined for other in voice)])
    return len(voices)


def outlet_names(region: Region | None) -> dict[str, str]:
    """From each folded name of an outlet that the region knows (its address, its other names) to one folded name."""
    names: dict[str, str] = {}
    sites: Mapping[str, Mapping[str, Any]] = region.files.get("outlets", {}).get("sites", {}) if region else {}
    for address, outlet in sites.items():
        one = fold(outlet["name"])
        names.update(dict.fromkeys([fold(address), *(fold(name) for name in outlet.get("also", ()))], one))
    return names


def _one_voice(a: Telling, b: Telling, outlets: Mapping[str, str]) -> bool:
    if (
        a.outlet is not None
        and b.outlet is not None
        and outlets.get(a.outlet, a.outlet) == outlets.get(b.outlet, b.outlet)
    ):
        return True
    return a.sketch is not None and b.sketch is not None and likeness(a.sketch, b.sketch).copied >= COPIED


def _most_said(
    members: list[Telling], told: Callable[[Telling], Any], *, tie: Callable[[Any], Any] | None = None
) -> Supported:
    """The value that most readings give; where two have as many, the first by `tie` (or the first in print)."""
    said: dict[Any, list[str]] = defaultdict(list)
    for telling in members:
        value = told(telling)
        if value is not None:
            said[value].append(telling.id)
    if not said:
        return Supported(None, ())
    rank = tie or list(said).index
    best = min(said, key=lambda value: (-len(said[value]), rank(value)))
    return Supported(best, tuple(said[best]), tuple(r for value, ids in said.items() if value != best for r in ids))


def _count_of(kind: str) -> Callable[[Telling], int | None]:
    return lambda telling: dict(telling.counts).get(kind)


def _latest_first(members: list[Telling], kind: str) -> Callable[[int], int]:
    """Numbers rise while an affair is new, so of two with equal support the one that was printed last is taken."""
    order = [t.event.counts.get(kind) for t in reversed(members)]
    return order.index


def _type(members: list[Telling]) -> Supported:
    types = frozenset(t.event.type for t in members)
    for pair, outcome in _OUTCOME.items():
        if pair <= types:
            support = tuple(t.id for t in members if t.event.type == outcome)
            return Supported(outcome, support, tuple(t.id for t in members if t.event.type not in pair))
    return _most_said(members, lambda t: t.event.type)


def _markets(members: list[Telling]) -> Supported:
    """Markets that at least half of those name who name any, most named first."""
    named = [t for t in members if t.markets]
    counts: Counter[str] = Counter()
    rank: dict[str, float] = {}
    for telling in named:
        for place, market in enumerate(telling.reading.markets):
            counts[market.id] += 1
            rank[market.id] = rank.get(market.id, 0.0) + place
    chosen = [m for m, n in counts.items() if 2 * n >= len(named)] or [m for m, _ in counts.most_common(1)]
    chosen.sort(key=lambda m: (-counts[m], rank[m] / counts[m], m))
    support = tuple(t.id for t in named if t.markets & set(chosen))
    return Supported(chosen, support, tuple(t.id for t in named if not t.markets & set(chosen)))


def _date(members: list[Telling]) -> Supported:
    """The day that most readings give; a month where none gives a day. A month agrees with each of its days."""
    best = None
    for length in (10, 7, 4):
        dates = [t.event.date for t in members if _exact(t, length)]
        if dates:
            counts = Counter(dates)
            best = min(dates, key=lambda d: (-counts[d], dates.index(d)))
            break
    if best is None:
        return Supported(None, ())
    support: list[str] = []
    against: list[str] = []
    for telling in members:
        told = telling.event.date
        if told:
            (support if best.startswith(told) or told.startswith(best) else against).append(telling.id)
    return Supported(best, tuple(support), tuple(against))


def _exact(telling: Telling, length: int) -> bool:
    told = telling.event.date
    return told is not None and len(told) == length and telling.event.date_precision != "published"


def _place(members: list[Telling]) -> Supported:
    """The most precise place that most readings give; a country agrees with every place in it."""
    said: dict[tuple[str, str | None], list[Telling]] = defaultdict(list)
    for telling in members:
        if telling.event.place is not None:
            said[telling.place or "", telling.country].append(telling)
    if not said:
        return Supported(None, ())
    precise = {key: tellings for key, tellings in said.items() if key[0]} or said
    name, country = min(precise, key=lambda key: (-len(precise[key]), list(precise).index(key)))
    place = min(
        (t.event.place for t in precise[name, country] if t.event.place),
        key=lambda p: _PLACE_PRECISIONS.index(p.precision),
    )
    support: list[str] = []
    against: list[str] = []
    for (other, where), tellings in said.items():
        agrees = where == country and other in ("", name)
        (support if agrees else against).extend(t.id for t in tellings)
    return Supported(place, tuple(support), tuple(against))


def _quantities(members: list[Telling]) -> tuple[Supported, ...]:
    """Each amount once, told most first; readings that give another amount of the same thing stand against it."""
    found: list[tuple[Quantity, list[str]]] = []
    for telling in members:
        for quantity in (q for q in telling.event.quantities if q.amount is not None and q.role != "background"):
            same = next((ids for known, ids in found if _one_amount(known, quantity)), None)
            if same is None:
                found.append((quantity, [telling.id]))
            elif telling.id not in same:
                same.append(telling.id)
    found.sort(key=lambda entry: -len(entry[1]))
    return tuple(Supported(quantity, tuple(ids), tuple(_others(quantity, ids, found))) for quantity, ids in found)


def _others(quantity: Quantity, ids: list[str], found: list[tuple[Quantity, list[str]]]) -> Iterable[str]:
    thing = (quantity.item, quantity.unit, quantity.role)
    others = [r for q, readings in found if (q.item, q.unit, q.role) == thing for r in readings if r not in ids]
    return dict.fromkeys(others)


def _one_amount(a: Quantity, b: Quantity) -> bool:
    if a.amount is None or b.amount is None:
        return False
    same = (a.item, a.unit, a.role) == (b.item, b.unit, b.role)
    return same and abs(a.amount - b.amount) <= 0.02 * max(abs(a.amount), abs(b.amount))


def _why(left: Telling, right: Telling, *, judged: bool) -> dict[str, Any]:
    """Why two readings stand together: the points of each feature, or that a person said so."""
    score = explained(left, right)
    by = "people" if judged else MODEL
    return {"readings": [left.id, right.id], "by": by, "score": score.value, "features": dict(score.features)}
