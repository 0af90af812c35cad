"""Monthly series of public incidents with the reading that they were counted under, and what can be said of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.filtering import months_between as months_of
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import town as town_of
from komshi.observatory.publishing.models import PublicCoverage, PublicIncident, PublicMonth
from komshi.observatory.publishing.selectors.months import month_name, span_words
from komshi.pipeline.measure import Comparison, compared, counted

if TYPE_CHECKING:
    from komshi.pipeline.types import Point

USUAL, MOST = 24, 120
"""Months that a chart shows unless others are chosen, and how many it shows at most."""


@dataclass(frozen=True)
class Read:
    """What was read in each month: articles, and outlets that they came from.

    `first` is the first month in which anything at all was read, in whatever country; empty when nothing ever was.
    """

    articles: Mapping[str, int]
    outlets: Mapping[str, int]
    first: str


Reads = Mapping[str, Read]
"""By country; the empty one is all of them."""


@dataclass(frozen=True)
class Month:
    """One row of the table: `events` is None where nothing was read. `incidents` leads to those behind the number."""

    month: str
    events: int | None
    articles: int
    outlets: int
    complete: bool
    incidents: str

    @property
    def name(self) -> str:
        """In words."""
        return month_name(self.month)


@dataclass(frozen=True)
class Trend:
    """One series: the chosen months, the last six of them beside the six before, and what it leaves out."""

    chosen: Filter
    points: tuple[Point, ...]
    read: Read
    comparison: Comparison
    now: str
    undated: int
    unread: int

    @cached_property
    def name(self) -> str:
        """What is counted, and where, in the nominative."""
        place = self.chosen.town_name or wording.country_name(self.chosen.country)
        return ", ".join(filter(None, (self._market, place))) or _("All incidents")

    def part_name(self, kind: str) -> str:
        """The name as a part of a whole, of which only the `country` or the `market` has to be said."""
        return wording.country_name(self.chosen.country) if kind == "country" else self._market

    @property
    def _market(self) -> str:
        return wording.label("markets", self.chosen.market)

    @cached_property
    def months(self) -> list[Month]:
        """The rows of the table, the oldest first."""
        address, now = reverse("publishing:incidents"), self.now
        return [
            Month(
                month=point.month, events=point.events, articles=point.articles_read,
                outlets=self.read.outlets.get(point.month, 0), complete=point.month < now,
                incidents=address + self.chosen.but(since=point.month, until=point.month).query,
            )
            for point in self.points
        ]  # fmt: skip

    @property
    def total(self) -> int:
        """Incidents in the chart."""
        return sum(point.events or 0 for point in self.points)

    @property
    def sentence(self) -> str:
        """What the chart shows: the last six complete months, and the six before where there is a comparison."""
        now, before = self.comparison.now, self.comparison.events_before
        if not now:
            return _("%(what)s: not one complete month has been read yet") % {"what": self.name}
        told = {
            "what": self.name, "n": wording.number_words(self.comparison.events),
            "months": span_words(now[0].month, now[-1].month),
        }  # fmt: skip
        if before is None:
            return (
                ngettext(
                    "%(what)s: %(n)s incident, %(months)s",
                    "%(what)s: %(n)s incidents, %(months)s",
                    self.comparison.events,
                )
                % told
            )
        told["before"] = wording.number_words(before)
        return ngettext(
            "%(what)s: %(n)s incident, %(months)s; %(before)s in the six months before",
            "%(what)s: %(n)s incidents, %(months)s; %(before)s in the six months before",
            self.comparison.events,
        ) % told  # fmt: skip

    @property
    def short(self) -> str:
        """The same for a small chart, where the name stands above."""
        before = self.comparison.events_before
        told = {"now": wording.number_words(self.comparison.events), "before": wording.number_words(before or 0)}
        if before is None:
            return _("Last six complete months: %(now)s.") % told
        return _("Last six complete months: %(now)s. The six before: %(before)s.") % told


def trend(chosen: Filter, *, read: Reads) -> Trend:
    """The series of what is chosen: a market, a country, a town, or everything; by default its last two years."""
    return _trend(chosen, _counts(chosen), read)


def small_multiples(chosen: Filter, *, read: Reads) -> tuple[list[Trend], list[Trend]]:
    """The parts of what is chosen that have events: by country and by market, each in the order of its name."""
    countries = {} if chosen.country else _parts(chosen, "country")
    markets = {} if chosen.market else _parts(chosen, "market")
    found = (
        [_trend(chosen.but(country=one), counts, read) for one, counts in countries.items()],
        [_trend(chosen.but(market=one), counts, read) for one, counts in markets.items()],
    )
    by_country, by_market = (
        sorted((one for one in made if one.total or one.unread), key=lambda one: one.name) for made in found
    )
    return by_country, by_market


def everything_read() -> Reads:
    """What was read of the outlets of each country, and ("") of all."""
    articles: dict[str, Counter[str]] = defaultdict(Counter)
    outlets: dict[str, Counter[str]] = defaultdict(Counter)
    rows = PublicCoverage.objects.filter(articles__gt=0).order_by()
    for country, month, read, by in rows.values_list("country", "month", "articles", "outlets"):
        for part in {"", country}:
            articles[part][month] += read
            outlets[part][month] += by
    first = min(articles[""], default="")
    return defaultdict(
        lambda: Read({}, {}, first), {part: Read(articles[part], outlets[part], first) for part in articles}
    )


def months_to_choose(read: Reads) -> list[str]:
    """Every month from the first in which anything was read to this one, the oldest first."""
    first = read[""].first
    return months_of(first, _this_month()) if first else []


def chosen_of(query: Mapping[str, str]) -> Filter:
    """The series that an address asks for; a town brings its country, and one of another country is left out."""
    chosen = Filter.of(query).but(type="", point="")
    place = town_of(chosen.town)
    if place is None or (chosen.country and chosen.country != place.country):
        return chosen.but(town="")
    return chosen.but(country=place.country)


def _counts(chosen: Filter) -> Counter[str]:
    """Incidents of the series by month; the month is empty for those that no report dates."""
    if chosen.town:
        return sum(_in_town(chosen).values(), Counter())
    rows = PublicMonth.objects.filter(market=chosen.market)
    rows = rows.filter(country=chosen.country) if chosen.country else rows
    return Counter(dict(rows.order_by().values_list("month").annotate(number=Sum("incidents"))))


def _parts(chosen: Filter, kind: str) -> dict[str, Counter[str]]:
    """The same for each `country` or each `market` of the series."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    if chosen.town:
        for markets, counts in _in_town(chosen).items():
            for market in filter(None, markets.split("|")):
                found[market] += counts
        return found
    rows = PublicMonth.objects.filter(country=chosen.country) if chosen.country else PublicMonth.objects.all()
    rows = rows.filter(market=chosen.market) if kind == "country" else rows.exclude(market="")
    for part, month, number in rows.order_by().values_list(kind, "month").annotate(number=Sum("incidents")):
        if part:
            found[part][month] = number
    return found


def _in_town(chosen: Filter) -> dict[str, Counter[str]]:
    """Incidents of a town by their markets and month: few enough to be counted for each reader."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rows = chosen.but(since="", until="", country="").apply(PublicIncident.objects.order_by())
    for markets, month, number in rows.values_list("market_index", "month").annotate(number=Count("pk")):
        found[markets][month] += number
    return found


def _trend(chosen: Filter, counts: Mapping[str, int], every_read: Reads) -> Trend:
    now, read = _this_month(), every_read[chosen.country]
    last = min(chosen.until or now, now)
    every = months_of(read.first, last)
    shown = months_of(chosen.since, last)[-MOST:] if chosen.since else every[-USUAL:]
    return Trend(
        chosen=chosen,
        points=counted(counts, read.articles, months=shown),
        read=read,
        now=now,
        comparison=compared(counted(counts, read.articles, months=every), complete_before=now),
        undated=counts.get("", 0),
        unread=sum(counts.get(month, 0) for month in shown if not read.articles.get(month)),
    )


def _this_month() -> str:
    return f"{today():%Y-%m}"
