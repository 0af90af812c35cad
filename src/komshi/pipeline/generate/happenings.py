"""What happens in the fiction: when, where, how much, who, before any word is written of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from komshi.errors import KomshiError
from komshi.pipeline.generate.dice import Dice
from komshi.pipeline.region import Region
from komshi.pipeline.types import Place

FIRST_DAY = date(2022, 1, 1)
_LONGEST = 1200
_A_DAY = 40
_INITIALS = "ABDEFGHIJKLMNPRSTVZ"
_LATER = (60, 300)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the fiction; `plot` is None for what has nothing to do with crime."""

    group: str
    plot: str | None
    day: date
    place: Place
    amount: int
    person: str
    age: int
    counts: Mapping[str, int]

    @property
    def facts(self) -> Mapping[str, Any]:
        """The plot's row in plots.toml."""
        return plots()[self.plot] if self.plot else {}


@cache
def plots() -> dict[str, dict[str, Any]]:
    """The plots, by id."""
    return tomllib.loads((files(__package__) / "plots.toml").read_text(encoding="utf-8"))


def places_of(region: Region) -> list[Place]:
    """Places that every language of the region has a phrase for, in the order of their numbers."""
    phrases = [set(language.table("generate", "places")) for language in region.languages.values()]
    common = set.intersection(*phrases) if phrases else set()
    if not common:
        raise KomshiError("The region's languages have no generate.toml with places in common; add one to each.")
    rows = {row["geonames_id"]: row for row in region.tables.get("geonames", ()) if row["geonames_id"] in common}
    missing = sorted(common - set(rows))
    if missing:
        raise KomshiError(f"Places of generate.toml are not in the region's places: {', '.join(missing)}.")
    return [
        Place(row["name"], row["country"], float(row["latitude"]), float(row["longitude"]), int(number))
        for number, row in sorted(rows.items(), key=lambda item: int(item[0]))
    ]


def happenings(
    region: Region, dice: Dice, *, articles: int, relevant: float, days: int | None = None
) -> Iterator[Happening]:
    """An endless run of events in the order of their days, spread so that `articles` reports fill the `days`.

    `relevant` is the share of events that are crime. Some affairs come back months later at their next stage, and some
    events have a double: the same kind in the same town in the same week, which is another event.
    """
    places = places_of(region)
    span = days or min(_LONGEST, 1 + articles // _A_DAY)
    events = max(1, articles // 2)
    waiting: list[Happening] = []
    number = 0
    while True:
        day = FIRST_DAY + timedelta(days=min(span - 1, number * span // events))
        for later in [w for w in waiting if w.day <= day]:
            waiting.remove(later)
            yield later
        number += 1
        event = _happening(dice, places, f"g{number:07d}", day, crime=dice.chance(relevant))
        yield event
        if event.plot and dice.chance(0.05):
            double = _happening(dice, places, f"g{number:07d}b", day + timedelta(days=dice.between(3, 6)), crime=True)
            waiting.append(_with_plot(dice, replace(double, place=event.place), event.plot))
        if event.facts.get("later") and dice.chance(0.3):
            after = later_of(dice, event)
            if after.day < FIRST_DAY + timedelta(days=span):
                waiting.append(after)


def happening_of(dice: Dice, place: Place, *, group: str, day: date, plot: str | None) -> Happening:
    """One event of this kind at this place and day; without a plot it has nothing to do with crime."""
    person = f"{dice.among(_INITIALS)}. {dice.among(_INITIALS)}."
    blank = Happening(group, None, day, place, 0, person, dice.between(19, 67), {})
    return _with_plot(dice, blank, plot) if plot else replace(blank, amount=_easy(dice.between(20, 9000)))


def later_of(dice: Dice, happening: Happening) -> Happening:
    """The next stage of an affair, months on: it speaks of the same person and the same haul, and is another event."""
    plot = str(happening.facts["later"])
    day = happening.day + timedelta(days=dice.between(*_LATER))
    again = replace(happening, group=f"{happening.group}v", day=day, plot=plot)
    return replace(again, counts=_counts(dice, plots()[plot]))


def _happening(dice: Dice, places: list[Place], group: str, day: date, *, crime: bool) -> Happening:
    plot = dice.among([name for name in plots() if name != "verdict"]) if crime else None
    return happening_of(dice, dice.among(places), group=group, day=day, plot=plot)


def _with_plot(dice: Dice, happening: Happening, plot: str) -> Happening:
    facts = plots()[plot]
    amount = _easy(dice.skewed(*facts["quantity"])) if "quantity" in facts else 0
    step = facts.get("round", 1)
    return replace(happening, plot=plot, amount=amount - amount % step, counts=_counts(dice, facts))


def _counts(dice: Dice, facts: Mapping[str, Any]) -> dict[str, int]:
    return {kind: dice.between(*facts[kind]) for kind in ("arrested", "charged", "killed") if kind in facts}


def _easy(amount: int) -> int:
    """The amount moved to one that takes the same form of the noun in every language (not 1 to 4 at its end)."""
    last = amount % 10
    return amount + 5 - last if 1 <= last <= 4 and amount % 100 not in (11, 12, 13, 14) else amount
