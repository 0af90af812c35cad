"""What one reading tells of its main event, in the form that is compared: days as numbers, sets, names, amounts."""

from __future__ import annotations

import math
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from komshi.pipeline.jsonl import parse_published
from komshi.pipeline.match.names import Name, name_of
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.sketch import Sketch, read_sketch
from komshi.pipeline.types import Event, Quantity, Reading

FAR_PAST, FAR_FUTURE = 0, 4_000_000
DAYS_BEFORE_PRINT = 14
"""A report that gives no day tells of the last two weeks: later than that, outlets name the day."""
MONTH = 31
ACCUSED = frozenset({"suspect", "charged", "convicted", "acquitted"})
_HUGE_KG = 500
_TO_KILOGRAMS = {"t": 1000.0, "g": 0.001}
# Spokespersons, lawyers and reporters are in many stories; the accused and the victims are in one.
_WEIGHTS = {"victim": 1.0, "official": 0.4, "journalist": 0.3}
# How an affair goes on (a type that is not here has no place in its course); events of two stages are two events.
STAGES = {
    "seizure": 0, "arrest": 0, "raid": 0, "interception": 0, "killing": 0, "attack": 0, "threat": 0, "escape": 0,
    "investigation": 1, "indictment": 2, "trial": 3, "conviction": 4, "acquittal": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the event. `weight` is 1 for one who is accused or harmed, less for one who only speaks of it."""

    name: Name
    weight: float
    age: int | None
    accused: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in comparable form: masses in kilograms, the item as the beginning of its folded name.

    `digits` is the number of significant ones. It is `particular` if two events would hardly share it by chance:
    many digits, or more than most hauls weigh.
    """

    item: str
    unit: str
    value: float
    low: float
    high: float
    digits: int
    particular: bool


@dataclass(slots=True, eq=False)
class Telling:
    """One relevant reading, ready to be compared. `first` and `last` are the days (ordinals) it can have happened on.

    `central` are the persons who are accused or harmed.
    """

    order: int
    reading: Reading
    event: Event
    day: int | None
    first: int
    last: int
    country: str | None
    countries: frozenset[str]
    point: tuple[float, float] | None
    place: str | None
    markets: frozenset[str]
    amounts: tuple[Amount, ...]
    persons: tuple[Person, ...]
    central: tuple[Person, ...]
    name_keys: frozenset[str]
    counts: tuple[tuple[str, int], ...]
    organizations: frozenset[str]
    other_types: frozenset[str]
    stage: int | None
    sketch: Sketch | None

    @property
    def id(self) -> str:
        """The id of the reading."""
        return self.reading.id

    @property
    def dated(self) -> bool:
        """Whether anything says when it happened."""
        return self.last != FAR_FUTURE

    @property
    def outlet(self) -> str | None:
        """The outlet's name in comparable form."""
        return fold(self.reading.outlet).strip() if self.reading.outlet else None


def telling_of(order: int, reading: Reading) -> Telling:
    """Prepare a relevant reading; its first event is the one that is compared."""
    event = reading.events[0] if reading.events else Event("other", 0.0)
    day, first, last = _days(event, reading.published)
    place = event.place
    precise = place is not None and place.precision not in ("country", "region") and place.latitude is not None
    point = (place.latitude, place.longitude) if place is not None and precise else None
    persons = _persons(reading)
    return Telling(
        order=order,
        reading=reading,
        event=event,
        day=day,
        first=first,
        last=last,
        country=place.country if place else None,
        countries=frozenset(p.country for p in (place, *reading.places) if p is not None and p.country),
        point=point,  # type: ignore[arg-type]  # longitude comes with latitude
        place=fold(place.name) if place is not None and precise else None,
        markets=frozenset(market.id for market in reading.markets),
        amounts=tuple(a for e in reading.events for q in e.quantities if (a := _amount(q))),
        persons=persons,
        central=tuple(person for person in persons if person.weight == 1.0),
        name_keys=frozenset(key for person in persons for key in person.name.keys),
        counts=tuple((kind, count) for kind, count in event.counts.items() if count is not None),
        organizations=frozenset(o.id or fold(o.name) for o in reading.organizations),
        other_types=frozenset(e.type for e in reading.events[1:]),
        stage=STAGES.get(event.type),
        sketch=read_sketch(reading.sketch),
    )


def day_of(reading: Reading) -> date | None:
    """The day that a reading is filed under when a window of time is matched: of its event, otherwise of print."""
    event = reading.events[0] if reading.events else Event("other", 0.0)
    _, first, last = _days(event, reading.published)
    return None if last == FAR_FUTURE else date.fromordinal((first + last + 1) // 2)


def _days(event: Event, published: str | None) -> tuple[int | None, int, int]:
    """(the exact day, the first and the last day on which it can have happened), as ordinals."""
    printed = parse_published(published)
    until = printed.toordinal() if printed and published and len(published) > 7 else None
    if event.date and event.date_precision != "published":
        if len(event.date) >= 10 and event.date_precision in (None, "day"):
            exact = date.fromisoformat(event.date[:10]).toordinal()
            return exact, exact, exact
        if len(event.date) >= 10 and event.date_precision == "week":
            near = date.fromisoformat(event.date[:10]).toordinal()
            return None, near - 6, near + 6
        if len(event.date) == 7:
            first, last = _month(event.date)
            return None, first, min(last, until) if until and until >= first else last
    if until is not None:
        return None, until - DAYS_BEFORE_PRINT, until
    if published and len(published) == 7:
        first, last = _month(published)
        return None, first - DAYS_BEFORE_PRINT, last
    return None, FAR_PAST, FAR_FUTURE


def _month(written: str) -> tuple[int, int]:
    year, month = int(written[:4]), int(written[5:7])
    first = date(year, month, 1).toordinal()
    return first, first + monthrange(year, month)[1] - 1


def _amount(quantity: Quantity) -> Amount | None:
    value = quantity.amount
    if value is None or value <= 0 or not math.isfinite(value) or quantity.role in ("price", "background"):
        return None
    factor = _TO_KILOGRAMS.get(quantity.unit, 1.0)
    unit = "kg" if quantity.unit in _TO_KILOGRAMS else quantity.unit
    low, high = quantity.low or value, quantity.high or value
    value, low, high = value * factor, low * factor, high * factor
    digits = len(f"{value:.6g}".replace(".", "").strip("0"))
    particular = digits >= 3 or (digits == 2 and value >= 10) or (unit == "kg" and value >= _HUGE_KG)
    return Amount(fold(quantity.item or "")[:5], unit, value, low, high, digits, particular)


def _persons(reading: Reading) -> tuple[Person, ...]:
    persons: dict[tuple[str, ...], Person] = {}
    for actor in (a for e in reading.events for a in e.actors if a.kind == "person"):
        name = name_of(actor.name)
        if name is None or name.words in persons:
            continue
        accused = actor.role in ACCUSED
        weight = 1.0 if accused else _WEIGHTS.get(actor.role, 0.6)
        persons[name.words] = Person(name, weight, actor.age, accused)
    return tuple(persons.values())
