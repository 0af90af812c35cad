"""Fictional rows for `komshi bench pages`: the projection of a large observatory, the same for the same number."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import models, transaction

from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import towns
from komshi.observatory.publishing import models as public
from komshi.observatory.publishing.build.firsts import firsts_write
from komshi.observatory.publishing.build.months import months_rebuild
from komshi.observatory.publishing.build.spots import spots_rebuild
from komshi.pipeline import vocabulary
from komshi.pipeline.distance import kilometres

SEED = 31
MONTHS = 36
LAST = date(2026, 11, 20)
BATCH = 2000
OUTLETS, HELPERS, FILINGS, IMPACTS = 300, 240, 400, 3000
Address = tuple[dict[str, str], dict[str, str]]


class Rows:
    """`count` incidents in 36 months, on the seats of all municipalities and the places around them, some often.

    `address` gives what somebody may ask of a page, and does not repeat itself.
    """

    def __init__(self, count: int) -> None:
        self.count, self.helpers = count, min(HELPERS, count)
        self.dice = random.Random(SEED)  # noqa: S311 - fiction, nothing secret
        self.towns = list(towns())
        self.markets = vocabulary.ids("markets")
        self.types = vocabulary.ids("event_types")
        self.statuses = [*vocabulary.ids("statuses"), ""]
        self.places = self._places()
        self.keys: list[str] = []

    @transaction.atomic
    def fill(self) -> None:
        """Write all the rows."""
        self._write(public.PublicIncident, (self._incident(number) for number in range(self.count)))
        firsts_write([one.id for one in self.towns])
        months_rebuild()
        spots_rebuild()
        self._write(public.CountryCount, self._country_counts())
        self._write(public.PublicCoverage, self._coverage())
        self._write(public.PublicSource, (self._source(number) for number in range(min(OUTLETS, self.count))))
        self._write(public.PublicHelper, (self._helper(number) for number in range(self.helpers)))
        self._write(public.PublicImpact, (self._impact(number) for number in range(min(IMPACTS, self.count))))
        self._write(public.PublicFiling, (self._filing(number) for number in range(min(FILINGS, self.count))))

    def address(self, name: str) -> Address:
        """Path and query of one visit of the page of this name."""
        dice, filters = self.dice, self._filter()
        month = str(self._day())[:7]
        asked: Mapping[str, Callable[[], Address]] = {
            "towns": lambda: ({}, dice.choice([{}, {"q": dice.choice(self.towns).name[:4]}])),
            "town": lambda: ({"town_id": self._town().id}, {}),
            "town_card": lambda: ({"town_id": self._town().id}, {}),
            "town_code": lambda: ({"town_id": self._town().id}, {}),
            "incidents": lambda: ({}, filters | {"page": str(dice.choice([1, 1, 2, 3, 40]))}),
            "incident": lambda: ({"key": dice.choice(self.keys)}, {}),
            "helper": lambda: ({"slug": f"helper-{dice.randrange(self.helpers)}"}, {}),
            "helpers": lambda: ({}, dice.choice([{}, {"country": self._town().country}])),
        }
        if name in asked:
            return asked[name]()
        if name.startswith("trend"):
            return {}, {key: value for key, value in filters.items() if key in ("country", "market")}
        return {}, dice.choice([filters, filters, {"from": month}]) if name in _FILTERED else {}

    def _filter(self) -> dict[str, str]:
        """None, one or two of the choices that a reader has."""
        month = str(self._day())[:7]
        choices = [
            {"country": self._town().country}, {"market": self.dice.choice(self.markets)},
            {"type": self.dice.choice(self.types)}, {"from": month, "to": month}, {"from": month},
        ]  # fmt: skip
        chosen: dict[str, str] = {}
        for one in self.dice.sample(choices, self.dice.choice([0, 1, 1, 2])):
            chosen |= one
        return chosen

    def _write(self, model: type[models.Model], rows: Iterator[models.Model]) -> None:
        manager = model._default_manager  # noqa: SLF001 - how Django names a model's first manager
        while batch := [row for row, _number in zip(rows, range(BATCH), strict=False)]:
            manager.bulk_create(batch)

    def _places(self) -> list[tuple[str, str, float, float]]:
        """Id of the municipality, name and point: each seat five times, and the places that a gazetteer knows."""
        rows = [row for table in current_region().tables.values() for row in table if row.get("latitude")]
        homes: dict[str, list[Any]] = {}
        for one in self.towns:
            homes.setdefault(one.country, []).append(one)
        found = [(one.id, one.name, one.latitude, one.longitude) for one in self.towns for _time in range(5)]
        for row in self.dice.sample(rows, min(len(rows), 2000, self.count)):
            at = (float(row["latitude"]), float(row["longitude"]))
            if home := homes.get(row.get("country", "")):
                nearest = min(home, key=lambda one: kilometres(at, (one.latitude, one.longitude)))
                found.append((nearest.id, row.get("name") or nearest.name, *at))
        return found

    def _town(self) -> Any:
        """Some towns are asked for, and written of, far more often than others."""
        return self.towns[int(len(self.towns) * self.dice.random() ** 2)]

    def _day(self) -> date:
        return LAST - timedelta(days=int(MONTHS * 30.4 * self.dice.random() ** 1.3))

    def _incident(self, number: int) -> public.PublicIncident:
        dice, day = self.dice, self._day()
        town, name, latitude, longitude = self.places[int(len(self.places) * dice.random() ** 2)]
        markets = dice.sample(self.markets, dice.choice([1, 1, 1, 2]))
        key = f"{number:016x}"
        self.keys.append(key)
        whole = dice.random() < 0.9
        return public.PublicIncident(
            key=key, incident=number, markets=markets, market_index=f"|{'|'.join(markets)}|",
            event_type=dice.choice(self.types), status=dice.choice(self.statuses), date=str(day), date_precision="day",
            month=str(day)[:7], place=name if whole else "", country=town[:2].upper(),
            latitude=latitude if whole else None, longitude=longitude if whole else None,
            precision="settlement" if whole else "country", town=town if whole else "",
            quantities=[{"item": "cocaine", "amount": dice.randrange(1, 900), "low": None, "high": None, "unit": "kg",
                         "role": "subject", "said_by": 2, "otherwise": 0}],
            counts={"arrested": dice.randrange(1, 9)},
            sources=[self._told(day) for _time in range(dice.choice([1, 1, 2, 3, 5]))],
            independent_voices=dice.randrange(1, 5),
            checked_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=2),
        )  # fmt: skip

    def _told(self, day: date) -> dict[str, Any]:
        outlet = self.dice.randrange(OUTLETS)
        return {
            "kind": "outlet", "outlet": f"Outlet {outlet}", "published": str(day), "language": "en-Latn",
            "url": f"https://outlet-{outlet}.example/news/{self.dice.randrange(10**9)}",
            "said": {"what": ["seized"], "much": ["137 kg"]},
        }  # fmt: skip

    def _country_counts(self) -> Iterator[models.Model]:
        for code in current_region().countries:
            checked = public.PublicIncident.objects.filter(country=code).count()
            yield public.CountryCount(country=code, checked=checked, waiting=self.dice.randrange(900))

    def _coverage(self) -> Iterator[models.Model]:
        first = LAST - timedelta(days=int(30.4 * MONTHS))
        for code in current_region().countries:
            for number in range(MONTHS + 1):
                month = first.year * 12 + first.month - 1 + number
                year, one = divmod(month, 12)
                if self.dice.random() < 0.95:
                    yield public.PublicCoverage(
                        country=code, month=f"{year:04d}-{one + 1:02d}", articles=self.dice.randrange(500, 900),
                        outlets=self.dice.randrange(20, 60), last_on=min(LAST, date(year, one + 1, 28)),
                    )  # fmt: skip

    def _source(self, number: int) -> models.Model:
        last = LAST - timedelta(days=self.dice.choice([0, 0, 0, 1, 1, 2, 3, 40]))
        return public.PublicSource(
            outlet=f"Outlet {number}", country=self._town().country, articles=900, first_on=LAST - timedelta(days=900),
            last_on=last, silent_from=last + timedelta(days=22),
        )  # fmt: skip

    def _helper(self, number: int) -> models.Model:
        town, focus = self._town(), self.dice.sample(vocabulary.ids("focus_areas"), 2)
        return public.PublicHelper(
            profile=number, slug=f"helper-{number}", name=f"Helper {number}", country=town.country, towns=[town.id],
            town_index=f"|{town.id}|", latitude=town.latitude, longitude=town.longitude, focus=focus,
            focus_index=f"|{'|'.join(focus)}|", about="Neighbours who meet on Thursdays.", about_language="en",
            languages=["en"], agreed_on=LAST,
        )  # fmt: skip

    def _impact(self, number: int) -> models.Model:
        key = self.dice.choice(self.keys)
        return public.PublicImpact(
            assessment=number, incident=key, dimension=self.dice.choice(vocabulary.ids("impact_dimensions")),
            level=self.dice.choice(vocabulary.ids("impact_levels")), town=self._town().id, decided_on=LAST,
            citations=[{"incident": key, "words": ["137 kg"]}],
        )  # fmt: skip

    def _filing(self, number: int) -> models.Model:
        town = self._town()
        return public.PublicFiling(
            filing=number, kind=self.dice.choice(vocabulary.ids("legal_actions")), country=town.country, town=town.id,
            filed_on=LAST - timedelta(days=self.dice.randrange(90)), answer_due=LAST + timedelta(days=4),
        )  # fmt: skip


_FILTERED = ("map", "points", "incidents_csv", "incidents_geojson")
