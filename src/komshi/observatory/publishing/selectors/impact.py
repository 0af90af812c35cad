"""What incidents and trends do to people, as a grid: six rows always, each with its reason and what shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from komshi.observatory.base import wording
from komshi.observatory.base.towns import town as town_of
from komshi.observatory.publishing.models import PublicImpact, PublicIncident
from komshi.observatory.publishing.selectors.incidents import entries
from komshi.observatory.publishing.selectors.months import span_words
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from komshi.observatory.base.filtering import Filter

MOST = 3
"""Words on one dimension that a page shows; how many more there are is said."""


@dataclass(frozen=True)
class Cited:
    """A public incident that shows it, with words of its reports; on its own page without address and title."""

    url: str
    title: str
    words: list[str]


@dataclass(frozen=True)
class Said:
    """One standing assessment in words. `about` names a trend; an incident is named by what is cited."""

    about: str
    level: str
    level_id: str
    direction: str
    direction_id: str
    reason: str
    language: str
    people: int
    day: date
    cited: list[Cited]


@dataclass(frozen=True)
class Row:
    """One dimension; nobody has assessed it while `said` is empty. `more`: how many are not shown."""

    dimension: str
    name: str
    said: list[Said]
    more: int


@dataclass(frozen=True)
class Grid:
    """The six dimensions, in their order."""

    rows: list[Row]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has assessed anything yet."""
        return not any(row.said for row in self.rows)


def of_incident(key: str) -> Grid:
    """What one incident does, by its public key."""
    return _grid(PublicImpact.objects.filter(incident=key), about=False)


def of_town(town_id: str) -> Grid:
    """What is said of the town: of trends in it first, then of incidents in it, the newest first."""
    return _grid(PublicImpact.objects.filter(town=town_id), about=True)


def of_trend(chosen: Filter) -> Grid:
    """What is said of exactly this series: its market, its country and its town. The newest period comes first."""
    place = town_of(chosen.town)
    country = Q(country__in=["", place.country]) if place else Q(country=chosen.country)
    rows = PublicImpact.objects.filter(country, incident="", market=chosen.market, town=chosen.town)
    return _grid(rows, about=True)


def _grid(rows: Iterable[PublicImpact], *, about: bool) -> Grid:
    by_dimension: dict[str, list[PublicImpact]] = defaultdict(list)
    for row in rows:
        by_dimension[row.dimension].append(row)
    for found in by_dimension.values():
        found.sort(key=lambda row: (not row.incident, row.last_month, row.decided_on, row.assessment), reverse=True)
    shown = [row for found in by_dimension.values() for row in found[:MOST]]
    titles = _titles(shown)
    return Grid(
        [
            Row(
                dimension=dimension,
                name=wording.label("impact_dimensions", dimension),
                said=[_said(row, titles, about=about) for row in by_dimension[dimension][:MOST]],
                more=max(0, len(by_dimension[dimension]) - MOST),
            )
            for dimension in vocabulary.ids("impact_dimensions")
        ]
    )


def _titles(rows: Iterable[PublicImpact]) -> dict[str, tuple[str, str]]:
    """Address and title of every incident that is cited, by its key."""
    keys = {cited["incident"] for row in rows for cited in row.citations}
    found = list(PublicIncident.objects.filter(key__in=keys))
    return {one.key: (entry.url, entry.title) for one, entry in zip(found, entries(found), strict=True)}


def _said(row: PublicImpact, titles: dict[str, tuple[str, str]], *, about: bool) -> Said:
    known = [(titles[one["incident"]], one["words"]) for one in row.citations if one["incident"] in titles]
    cited = [Cited(url if about else "", title if about else "", words) for (url, title), words in known]
    return Said(
        about=_about(row) if about and not row.incident else "",
        level=wording.label("impact_levels", row.level),
        level_id=row.level,
        direction=wording.label("directions", row.direction),
        direction_id=row.direction,
        reason=row.reason,
        language=row.reason_language,
        people=row.people,
        day=row.decided_on,
        cited=[one for one in cited if one.url or one.words],
    )


def _about(row: PublicImpact) -> str:
    """The trend: its market and its months."""
    months = span_words(row.first_month, row.last_month)
    return ", ".join(filter(None, (wording.label("markets", row.market), months)))
