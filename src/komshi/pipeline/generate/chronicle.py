"""A chronicle: what given outlets print over months, as unevenly as real ones: gaps, waves, an outlet that stops.

A plan says it all (a plain mapping, so that a region can keep it as TOML): `seed`, `first` and `last` day, `events`,
the `crime` share of them, `outlets`, `gaps` of a country, `waves` of a plot. The same plan gives the same articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from komshi.pipeline.generate.dice import Dice
from komshi.pipeline.generate.happenings import happening_of, later_of, places_of, plots
from komshi.pipeline.generate.tellings import Newsroom, Telling, Voice, variant_of
from komshi.pipeline.region import Region
from komshi.pipeline.types import Place

_SENTENCES = (0, 0)
_WEEK = timedelta(days=7)
_OF_ITS_COUNTRY, _FOLLOWED_UP = 0.85, 0.5
_NEARNESS = {True: 4, False: 1}


@dataclass(frozen=True)
class House:
    """One outlet of the plan. `every`: in each stretch of so many days it prints something; 0: only when it happens."""

    voice: Voice
    country: str
    weight: int
    every: int
    until: date
    towns: frozenset[int]


def chronicle(region: Region, *, plan: Mapping[str, Any]) -> list[Telling]:
    """The articles of the plan in the order of their days, numbered, each with what it tells of."""
    dice = Dice(plan["seed"])
    desk = _Desk(region, dice, plan)
    told = [telling for number in range(plan["events"]) for telling in desk.event(number)]
    told += desk.later(told)
    told += [telling for house in desk.houses for telling in desk.regular(house, told)]
    told = [one for one in told if date.fromisoformat(str(one.article.published)) <= plan["last"]]
    told.sort(key=lambda one: (str(one.article.published), one.article.id))
    return [
        replace(one, article=replace(one.article, id=f"short-{number:04d}")) for number, one in enumerate(told, start=1)
    ]


class _Desk:
    def __init__(self, region: Region, dice: Dice, plan: Mapping[str, Any]) -> None:
        self._dice, self._plan = dice, plan
        self._days = (plan["last"] - plan["first"]).days + 1
        self._places = places_of(region)
        self._newsroom = Newsroom(region, dice, own=_SENTENCES)
        self.houses = [_house(region, row, plan["last"]) for row in plan["outlets"]]
        self._by_name = {house.voice.outlet: house for house in self.houses}

    def event(self, number: int) -> list[Telling]:
        """One event, told first by the outlet that it is nearest to, then by others that print on that day."""
        dice = self._dice
        day = self._plan["first"] + timedelta(days=number * self._days // self._plan["events"])
        if day.weekday() > 4 and dice.chance(0.6):
            day += timedelta(days=7 - day.weekday())
        first = self._draw([house for house in self.houses if self._prints(house, day)])
        plot = self._plot(day) if dice.chance(self._plan["crime"]) else None
        happening = happening_of(dice, self._place(first), group=f"s{number:05d}", day=day, plot=plot)
        houses = [first]
        for _ in range(dice.skewed(0, 3) if plot else 0):
            left = [house for house in self.houses if house not in houses and self._prints(house, day)]
            houses.append(self._draw(left, near=happening.place.country))
        return [self._newsroom.write(happening, house.voice) for house in houses]

    def later(self, told: Sequence[Telling]) -> list[Telling]:
        """The next stage of some affairs, by the outlet that told of them first."""
        found = []
        for happening, voice in {one.happening.group: (one.happening, one.voice) for one in reversed(told)}.values():
            if happening.facts.get("later") and self._dice.chance(_FOLLOWED_UP):
                after = later_of(self._dice, happening)
                if after.day <= self._plan["last"] and self._prints(self._by_name[voice.outlet], after.day):
                    found.append(self._newsroom.write(after, voice))
        return found

    def regular(self, house: House, told: Sequence[Telling]) -> list[Telling]:
        """Other news that fill the stretches in which an outlet with a rhythm would have printed nothing."""
        printed = {str(one.article.published) for one in told if one.voice.outlet == house.voice.outlet}
        found, start = [], self._plan["first"]
        while house.every and start <= house.until:
            stretch = [start + timedelta(days=n) for n in range(house.every)]
            if not printed & {day.isoformat() for day in stretch}:
                day = min(stretch[self._dice.between(0, min(4, house.every - 1))], house.until - timedelta(days=1))
                if self._prints(house, day):
                    other = happening_of(self._dice, self._place(house), group="r", day=day, plot=None)
                    found.append(self._newsroom.write(other, house.voice))
            start += timedelta(days=house.every)
        return found

    def _prints(self, house: House, day: date) -> bool:
        # What happens on the last day may be told on the next, when the outlet is no longer there.
        gaps = [gap for gap in self._plan["gaps"] if gap["country"] == house.country]
        return day < house.until and not any(gap["from"] <= day + timedelta(days=1) <= gap["until"] for gap in gaps)

    def _draw(self, houses: Sequence[House], *, near: str | None = None) -> House:
        weights = [house.weight * (_NEARNESS[house.country == near] if near else 1) for house in houses]
        return self._dice.among([house for house, weight in zip(houses, weights, strict=True) for _ in range(weight)])

    def _place(self, house: House) -> Place:
        at_home = [place for place in self._places if place.geonames_id in house.towns]
        if at_home and self._dice.chance(0.6):
            return self._dice.among(at_home)
        near = [place for place in self._places if place.country == house.country]
        return self._dice.among(near if near and self._dice.chance(_OF_ITS_COUNTRY) else self._places)

    def _plot(self, day: date) -> str:
        times = dict.fromkeys((name for name in plots() if name not in ("verdict", "indictment")), 2)
        for wave in self._plan["waves"]:
            if wave["from"] <= day <= wave["until"]:
                times[wave["plot"]] = wave["times"]
        return self._dice.among([name for name, count in times.items() for _ in range(count)])


def _house(region: Region, row: Mapping[str, Any], last: date) -> House:
    code = row["language"]
    language = region.languages[region.family[code.partition("-")[0]]]
    voice = Voice(row["name"], code, language, variant_of(language, code), bare=row.get("bare", False))
    until = row.get("until", last + _WEEK)
    return House(
        voice, row["country"], row.get("weight", 2), row.get("every", 0), until, frozenset(row.get("towns", ()))
    )
