"""What is known of one town, in the reader's language: its incidents, its own past, its neighbours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Min, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.atlas import spot_url
from komshi.observatory.base.drawing import Drawing, Point, drawing
from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.ground import window
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import Town, find_towns, towns, towns_near
from komshi.observatory.publishing.models import PublicCoverage, PublicIncident
from komshi.observatory.publishing.selectors import helpers, incidents
from komshi.observatory.publishing.selectors.remarks import on_comparison
from komshi.observatory.publishing.selectors.series import everything_read, trend
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

SURROUNDINGS = 45.0
"""Kilometres around a town that its map shows."""
_LISTED, _PRINTED, _NEIGHBOURS = 10, 5, 8
"""`_PRINTED`: the style sheet hides the others on paper."""


@dataclass(frozen=True)
class Row:
    """One town in a list, with the number of its incidents and, among neighbours, the kilometres to it."""

    town: Town
    name: str
    url: str
    number: int
    distance: int = 0


@dataclass(frozen=True)
class Country:
    """The towns of one country by name, and how many incidents they have together."""

    name: str
    rows: list[Row]
    number: int


@dataclass(frozen=True)
class Facts:
    """A town in numbers. `since` is the month from which its country is read, or of its first incident."""

    total: int
    before: int
    since: str
    articles: int
    checked: datetime | None


@dataclass(frozen=True)
class TownPage:
    """Everything that the page of a town says of it, but for what other topics add.

    `more` incidents are not on the page, `more_in_print` not on its printed sheet. `right_of_hundred` settlements are
    given to the right municipality (0: nobody measured it).
    """

    town: Town
    facts: Facts
    heading: str
    entries: list[incidents.Entry]
    more: int
    more_in_print: int
    past: str
    caveats: list[str]
    near: list[Row]
    challenges: list[str]
    drawing: Drawing
    all_url: str
    trend_url: str
    right_of_hundred: int


def by_country() -> list[Country]:
    """Every town, by country and name."""
    counts, at = _counts(None), reverse("publishing:towns")
    groups: dict[str, list[Row]] = {}
    for one in towns():
        groups.setdefault(one.country, []).append(_row(one, counts, at))
    made = [
        Country(wording.country_name(code), _by_name(rows), sum(row.number for row in rows))
        for code, rows in groups.items()
    ]
    return sorted(made, key=lambda country: fold(country.name))


def found(query: str) -> list[Row]:
    """Towns that somebody may mean who typed this, the likeliest first."""
    meant = find_towns(query)
    counts, at = _counts([one.id for one in meant]), reverse("publishing:towns")
    return [_row(one, counts, at) for one in meant]


def town_page(town: Town) -> TownPage:
    """The page of a town; one of which nothing is known has a page, too."""
    rows, facts, chosen = _rows(town), _facts(town), Filter(town=town.id)
    series = trend(Filter(country=town.country, town=town.id), read=everything_read())
    return TownPage(
        town=town,
        facts=facts,
        heading=heading(town, facts),
        entries=incidents.entries(rows[:_LISTED]),
        more=max(0, facts.total - _LISTED),
        more_in_print=max(0, facts.total - _PRINTED),
        past=series.sentence,
        caveats=list(on_comparison(series)),
        near=neighbours(town),
        challenges=helpers.challenges_in(town.id),
        drawing=surroundings(town),
        all_url=reverse("publishing:incidents") + chosen.query,
        trend_url=reverse("publishing:trends") + Filter(country=town.country, town=town.id).query,
        right_of_hundred=current_region().files["region"].get("towns", {}).get("right_of_hundred", 0),
    )


def heading(town: Town, facts: Facts | None = None) -> str:
    """The sentence at the head of the page and on the card."""
    facts = facts or _facts(town)
    if not facts.total:
        return _("%(town)s: nothing checked yet") % {"town": town.name}
    told = {
        "town": town.name,
        "n": wording.number_words(facts.total),
        "month": wording.date_words(facts.since),
    }
    if not facts.since:
        # Translators: the name of a town is never inflected here, nor anywhere else.
        one = ngettext(
            "%(town)s: %(n)s incident checked by people", "%(town)s: %(n)s incidents checked by people", facts.total
        )
        return one % told
    # Translators: the month stands as in “June 2025”; write the sentence so that it needs no other form.
    words = ngettext(
        "%(town)s: %(n)s incident checked by people since %(month)s",
        "%(town)s: %(n)s incidents checked by people since %(month)s",
        facts.total,
    )
    return words % told


def neighbours(town: Town) -> list[Row]:
    """The nearest other towns, on both sides of every border."""
    near = towns_near(town, most=_NEIGHBOURS)
    counts, at = _counts([one.id for one, _distance in near]), reverse("publishing:towns")
    return [replace(_row(one, counts, at), distance=max(1, round(distance))) for one, distance in near]


def surroundings(town: Town) -> Drawing:
    """The map around a town: incidents of the town and of those around it, and who works there."""
    everybody, frame = incidents.audience(), window(town.latitude, town.longitude, kilometres=SURROUNDINGS)
    seen = incidents.spots_kept(latitude__range=(frame.south, frame.north), longitude__range=(frame.west, frame.east))
    points = [
        Point(
            spot.latitude, spot.longitude, everybody.place_of(spot),
            spot_url(spot, chosen=Filter(), audience=everybody), spot.number,
        )
        for spot in seen
    ]  # fmt: skip
    return drawing(
        points,
        several=reverse("publishing:map"),
        helpers=[Point(one.latitude, one.longitude, one.name, one.url) for one in helpers.points()],
        around=(town.latitude, town.longitude),
        kilometres=SURROUNDINGS,
    )


def _rows(town: Town) -> list[PublicIncident]:
    keys = PublicIncident.objects.newest_first().filter(town=town.id).values_list("pk", flat=True)[:_LISTED]
    return list(PublicIncident.objects.newest_first().filter(pk__in=list(keys)))


def _facts(town: Town) -> Facts:
    read = PublicCoverage.objects.filter(country=town.country, articles__gt=0)
    began = read.aggregate(month=Min("month"), articles=Sum("articles"))
    rows = PublicIncident.objects.filter(town=town.id)
    dated = ~Q(month="")
    told = rows.aggregate(
        total=Count("pk"),
        first=Min("month", filter=dated),
        before=Count("pk", filter=dated & Q(month__lt=began["month"] or "")),
    )
    return Facts(
        total=told["total"],
        before=told["before"],
        since=began["month"] or told["first"] or "",
        articles=began["articles"] or 0,
        # By itself, so that each of the two questions is answered by an index alone.
        checked=rows.aggregate(checked=Max("checked_at"))["checked"],
    )


def _counts(identifiers: list[str] | None) -> dict[str, int]:
    rows = PublicIncident.objects.exclude(town="").order_by()
    if identifiers is not None:
        rows = rows.filter(town__in=identifiers)
    return dict(rows.values_list("town").annotate(n=Count("pk")))


def _by_name(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: fold(row.name))


def _row(town: Town, counts: dict[str, int], at: str) -> Row:
    """`at` is the address of the finder, which all towns stand below: to ask for each of five hundred takes a while."""
    return Row(town, town.name, f"{at}{town.id}/", counts.get(town.id, 0))
