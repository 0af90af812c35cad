"""The filter of every list, map and file of incidents: place, market, type, months. The address is its only state."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from komshi.observatory.base import towns, wording
from komshi.observatory.base.region import current_region
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

Choice = tuple[str, str]
MOST_MONTHS = 240
_MONTH = re.compile(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])")
_POINT = re.compile(r"-?[0-9]{1,2}(\.[0-9]{1,8})?,-?[0-9]{1,3}(\.[0-9]{1,8})?")
_SAME_POINT = 1e-6
_IN_ADDRESS = {"since": "from", "until": "to"}


@dataclass(frozen=True)
class Filter:
    """What is shown; an empty value shows all. The period takes in both its months, and leaves out what has no month.

    `town` is the id of a municipality, `point` a `latitude,longitude` of the map. Works on rows with `country`,
    `market_index`, `event_type`, `month`, `latitude`, `longitude`, and `town` if it is chosen.
    """

    country: str = ""
    market: str = ""
    type: str = ""
    town: str = ""
    since: str = ""
    until: str = ""
    point: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filter:
        """From a query string (`from`, `to`; `month` for both, as old addresses have it); the unknown is left out."""
        market, kind, town, point = (query.get(key, "") for key in ("market", "type", "town", "point"))
        country, both = query.get("country", ""), query.get("month", "")
        since, until = (month if _MONTH.fullmatch(month := query.get(key) or both) else "" for key in ("from", "to"))
        if since and until and until < since:
            since, until = until, since
        return cls(
            country=country if re.fullmatch(r"[A-Z]{2}", country) else "",
            market=market if market in vocabulary.ids("markets") else "",
            type=kind if kind in vocabulary.ids("event_types") else "",
            town=town if towns.town(town) else "",
            since=since,
            until=until,
            point=point if _POINT.fullmatch(point) else "",
        )

    def apply(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that the filter lets through."""
        exact = {"country": self.country, "event_type": self.type, "town": self.town}
        rows = rows.filter(**{column: value for column, value in exact.items() if value})
        if self.market:
            rows = rows.filter(market_index__contains=f"|{self.market}|")
        if self.since or self.until:
            rows = rows.filter(month__gte=self.since or "0", month__lte=self.until or "9")
        if self.point:
            latitude, longitude = map(float, self.point.split(","))
            rows = rows.filter(
                latitude__range=(latitude - _SAME_POINT, latitude + _SAME_POINT),
                longitude__range=(longitude - _SAME_POINT, longitude + _SAME_POINT),
            )
        return rows

    def but(self, **changes: str) -> Filter:
        """The same filter with some values changed (an empty one shows all)."""
        return replace(self, **changes)

    @property
    def query(self) -> str:
        """The filter as a query string with its question mark; empty when everything is shown."""
        chosen = {_IN_ADDRESS.get(key, key): value for key, value in vars(self).items() if value}
        return f"?{urlencode(chosen, safe=',')}" if chosen else ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not self.query

    @property
    def town_name(self) -> str:
        """The chosen town in the reader's language; empty for none."""
        found = towns.town(self.town)
        return found.name if found else ""

    @property
    def off_form(self) -> list[Choice]:
        """What is chosen and has no field in the form: kept when the rest of the filter changes."""
        return [(key, value) for key, value in (("town", self.town), ("point", self.point)) if value]


@dataclass(frozen=True)
class Choices:
    """What a person can choose from, in the words of the page. Months run without a gap, the oldest first."""

    countries: list[Choice]
    markets: list[Choice]
    types: list[Choice]
    months: list[Choice]

    @classmethod
    def of(cls, rows: QuerySet[Any], *, chosen: Filter) -> Choices:
        """Months from the first to the last of the rows; every country that the observatory watches; every id.

        What is `chosen` already can be chosen, whether a row has it or not.
        """
        dated = rows.exclude(month="").values_list("month", flat=True)
        first, last = dated.order_by("date").first(), dated.order_by("-date").first()
        months = {*months_between(first or "", last or ""), chosen.since, chosen.until} - {""}
        countries = [(code, wording.country_name(code)) for code in current_region().countries]
        return cls(
            countries=sorted(countries, key=lambda pair: pair[1]),
            markets=[(one, wording.label("markets", one)) for one in vocabulary.ids("markets")],
            types=[(one, wording.label("event_types", one)) for one in vocabulary.ids("event_types")],
            months=[(month, wording.month_words(_day(month))) for month in sorted(months)],
        )


def months_between(first: str, last: str) -> list[str]:
    """Every month (`YYYY-MM`) from the first to the last, both included; the newest `MOST_MONTHS` of them."""
    if not (_MONTH.fullmatch(first) and _MONTH.fullmatch(last)):
        return []
    start, end = (day.year * 12 + day.month - 1 for day in (_day(first), _day(last)))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(max(start, end - MOST_MONTHS + 1), end + 1)]


def _day(month: str) -> date:
    return date(int(month[:4]), int(month[5:7]), 1)
