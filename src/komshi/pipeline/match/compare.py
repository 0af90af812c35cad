"""What speaks for and against two readings telling of one event. Each feature is a function named for its claim.

A feature answers from -1 (speaks against) to 1 (speaks for), or None where one of the two is silent.
"""

from __future__ import annotations

from komshi.pipeline.distance import kilometres
from komshi.pipeline.match.names import agreement
from komshi.pipeline.match.telling import Amount, Person, Telling
from komshi.pipeline.text.sketch import Likeness

GAP_DAYS = 3
"""Days that may lie between two reports' days of one event: night and day, the day of print, a slip of the pen."""
LATE_DAYS = 31
"""Days by which a report without a day can come late and still tell of an event that others tell of."""
_NEAR_KM, _ONE_PLACE_KM, FAR_KM = 3.0, 15.0, 40.0
_FINAL = frozenset({"final_conviction", "final_acquittal"})
# The same act in other words: a haul is a seizure, and the arrest of who carried it.
_ACTS = (("seizure", "arrest", "raid", "interception"), ("killing", "attack"), ("arrest", "escape", "extradition"),
         ("sanction", "policy", "other"), ("indictment", "trial"), ("investigation", "raid"))  # fmt: skip
_ONE_ACT = frozenset((p, q) for act in _ACTS for p in act for q in act)


def same_place(a: Telling, b: Telling) -> float | None:
    """Both scenes are one place; a country alone agrees with every place in it, but says little."""
    if a.country is None or b.country is None:
        return None
    if a.point is None or b.point is None:
        if a.country == b.country:
            return 0.3
        # One tells of the country where it happened, the other of the country that it happened to.
        return -0.3 if a.country in b.countries or b.country in a.countries else -1.0
    km = kilometres(a.point, b.point)
    if km <= _NEAR_KM or a.place == b.place:
        return 1.0
    if km <= _ONE_PLACE_KM:
        return 0.7
    if km <= FAR_KM:
        return -0.2
    return -0.8 if a.country == b.country else -1.0


def near_in_time(a: Telling, b: Telling) -> float | None:
    """It happened on one day, as far as both say when."""
    if not (a.dated and b.dated):
        return None
    if a.day is not None and b.day is not None:
        # A day told wrongly is mostly the next one; small towns see two like cases in one week.
        return (0.8, 0.4, -0.8)[abs(a.day - b.day)] if abs(a.day - b.day) <= 2 else -1.0
    gap = max(a.first - b.last, b.first - a.last, 0)
    if gap:
        return -0.2 if gap <= GAP_DAYS else -0.6 if gap <= LATE_DAYS else -1.0
    # A fortnight in common says little: with one kind of event in one town it must not be enough.
    return 0.1 if max(a.last - a.first, b.last - b.first) <= 16 else 0.0


def same_quantity(a: Telling, b: Telling) -> float | None:
    """An amount is told alike; one with many digits says more than a round one."""
    if not a.amounts or not b.amounts:
        return None
    best, agreeing = 0.0, 0
    for x in a.amounts:
        ratio = max((_agree(x, y) for y in b.amounts), default=0.0)
        agreeing += ratio == 1.0
        best = max(best, ratio * (1.0 if x.particular else 0.6))
    return min(1.0, best + 0.2 * max(0, agreeing - 1))


def different_amount(a: Telling, b: Telling) -> float | None:
    """Both tell how much there was, and no two amounts come near each other; of other goods it says half as much."""
    if not a.amounts or not b.amounts or any(_agree(x, y) for x in a.amounts for y in b.amounts):
        return None
    one_thing = [(x, y) for x in a.amounts for y in b.amounts if _one_thing(x, y)]
    if one_thing:
        return 1.0 if any(x.particular and y.particular for x, y in one_thing) else 0.6
    return 0.0 if {x.item for x in a.amounts} & {y.item for y in b.amounts} else 0.4


def same_market(a: Telling, b: Telling) -> float | None:
    """They are about one market."""
    if not a.markets or not b.markets:
        return None
    if not a.markets & b.markets:
        return -1.0
    first = [t.reading.markets[0].id for t in (a, b)]
    return 1.0 if first[0] == first[1] else 0.6


def same_type(a: Telling, b: Telling) -> float | None:
    """The news is one kind of event, or one act under two names."""
    p, q = a.event.type, b.event.type
    if p == q:
        return 1.0 if p != "other" else 0.3
    if q in a.other_types or p in b.other_types:
        return 0.5
    return 0.3 if (p, q) in _ONE_ACT else -0.5


def contradictory_stage(a: Telling, b: Telling) -> float | None:
    """One is a later stage of an affair than the other: a seizure and the verdict on it are two events."""
    if a.stage is None or b.stage is None:
        return None
    apart = abs(a.stage - b.stage)
    if apart == 0 and a.event.status and b.event.status:
        # The verdict of the first court and the one on appeal.
        return 0.8 if (a.event.status in _FINAL) != (b.event.status in _FINAL) else 0.0
    return 1.0 if apart >= 2 else 0.4 if apart == 1 else 0.0


def shared_actor(a: Telling, b: Telling) -> float | None:
    """A person is in both; names agree across scripts and with their initials, and ages must not contradict them."""
    if not a.persons or not b.persons:
        return None
    if a.name_keys.isdisjoint(b.name_keys):
        return 0.0
    agreed = sorted((_one_person(x, y) for x in a.persons for y in b.persons), reverse=True)
    return min(1.0, agreed[0] + 0.25 * sum(v >= 0.3 for v in agreed[1:]))


def different_actors(a: Telling, b: Telling) -> float | None:
    """Both name who is accused or harmed, and nobody is in both. Initials say half: outlets give them differently."""
    left, right = a.central, b.central
    if not left or not right:
        return None
    if not a.name_keys.isdisjoint(b.name_keys):
        everyone = [(x, y) for x in left for y in b.persons] + [(x, y) for x in a.persons for y in right]
        if any(agreement(x.name, y.name) > 0 for x, y in everyone):
            return 0.0
    if all(p.name.is_initials for p in left) or all(p.name.is_initials for p in right):
        ages = [(x.age, y.age) for x in left for y in right if x.age is not None and y.age is not None]
        return 1.0 if ages and all(abs(x - y) > 1 for x, y in ages) else 0.6
    return 1.0


def same_organizations(a: Telling, b: Telling) -> float | None:
    """They name the same institutions or groups."""
    if not a.organizations or not b.organizations:
        return None
    return len(a.organizations & b.organizations) / (1 + min(len(a.organizations), len(b.organizations)))


def same_counts(a: Telling, b: Telling) -> float | None:
    """As many people were arrested, charged, killed: agreement on many says more than on one."""
    found = [_same_count(x, y) for kind, x in a.counts for other, y in b.counts if kind == other]
    return sum(found) / len(found) if found else None


def copied_text(like: Likeness) -> float:
    """One text is a copy of the other, mostly an agency's. Below a fifth it is the trade's stock phrases."""
    return min(1.0, max(0.0, (like.copied - 0.2) * 2))


def text_alike(like: Likeness) -> float:
    """They use the same words, beyond the eighth of a match that chance gives."""
    return max(-0.3, min(1.0, (like.words - 0.12) / 0.2))


def text_alike_across(like: Likeness) -> float:
    """Texts in two languages use the same words; sharing none says nothing there."""
    return max(0.0, text_alike(like))


def same_names(like: Likeness) -> float:
    """The same capitalised words stand in both, whatever the language and the script."""
    return min(1.0, like.names * 2)


def same_numbers(like: Likeness) -> float:
    """The same numbers stand in both."""
    return min(1.0, like.numbers * 2)


def _same_count(x: int, y: int) -> float:
    if x == y:
        return 0.3 if x == 1 else 0.6 if x == 2 else 1.0
    return -0.3 if abs(x - y) <= max(2, 0.5 * max(x, y)) else -1.0


def _one_thing(x: Amount, y: Amount) -> bool:
    return x.unit == y.unit and (x.item == y.item or not x.item or not y.item)


def _agree(x: Amount, y: Amount) -> float:
    """1 for one amount told alike, 0.5 for a rounded one, 0 for another."""
    if x.unit != y.unit:
        return 0.0
    off = abs(x.value - y.value) / max(x.value, y.value)
    if off <= 0.02 or (x.low <= y.value <= x.high) or (y.low <= x.value <= y.high):
        return 1.0
    return 0.5 if off <= 0.15 and _one_thing(x, y) else 0.0


def _one_person(x: Person, y: Person) -> float:
    value = agreement(x.name, y.name) * max(x.weight, y.weight)
    if x.age is not None and y.age is not None:
        value *= 1.0 if abs(x.age - y.age) <= 1 else 0.4
        if abs(x.age - y.age) <= 1 and x.name.is_initials:
            value *= 1.6
    return value
