"""The filter of every list and map of incidents: country, market, type, month. The address is its only state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from komshi.observatory.base import wording
from komshi.observatory.base.region import current_region
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

Choice = tuple[str, str]


@dataclass(frozen=True)
class Filter:
    """What is shown; an empty value shows all. Works on rows with `country`, `market_index`, `event_type`, `month`."""

    country: str = ""
    market: str = ""
    type: str = ""
    month: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filter:
        """From a query string; what the vocabulary does not know is left out."""
        market, kind, month = query.get("market", ""), query.get("type", ""), query.get("month", "")
        return cls(
            country=country if (country := query.get("country", "")).isalpha() and len(country) == 2 else "",
            market=market if market in vocabulary.ids("markets") else "",
            type=kind if kind in vocabulary.ids("event_types") else "",
            month=month if len(month) == 7 and month[:4].isdigit() and month[5:].isdigit() else "",
        )

    def apply(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that the filter lets through."""
        if self.country:
            rows = rows.filter(country=self.country)
        if self.market:
            rows = rows.filter(market_index__contains=f"|{self.market}|")
        if self.type:
            rows = rows.filter(event_type=self.type)
        if self.month:
            rows = rows.filter(month=self.month)
        return rows

    @property
    def query(self) -> str:
        """The filter as a query string with its question mark; empty when everything is shown."""
        chosen = {key: value for key, value in vars(self).items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not self.query


@dataclass(frozen=True)
class Choices:
    """What a person can choose from, in the words of the page."""

    countries: list[Choice]
    markets: list[Choice]
    types: list[Choice]
    months: list[Choice]

    @classmethod
    def of(cls, rows: QuerySet[Any]) -> Choices:
        """Months and types as the rows have them; every country that the observatory watches; every market."""
        months = rows.exclude(month="").order_by("-month").values_list("month", flat=True).distinct()
        types = set(rows.order_by().values_list("event_type", flat=True).distinct())
        countries = [(code, wording.country_name(code)) for code in current_region().countries]
        return cls(
            countries=sorted(countries, key=lambda pair: pair[1]),
            markets=[(one, wording.label("markets", one)) for one in vocabulary.ids("markets")],
            types=[(one, wording.label("event_types", one)) for one in vocabulary.ids("event_types") if one in types],
            months=[(month, _month(month)) for month in months if 1 <= int(month[5:7]) <= 12],
        )


def _month(month: str) -> str:
    return wording.month_words(date(int(month[:4]), int(month[5:7]), 1))
