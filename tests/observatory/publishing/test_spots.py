"""The table of points says what counting every incident would say."""

from __future__ import annotations

import pytest
from django.db.models import Count

from komshi.observatory.base.atlas import spots
from komshi.observatory.base.filtering import Filter
from komshi.observatory.publishing.models import PublicIncident, PublicSpot
from komshi.observatory.publishing.selectors.incidents import audience
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


def counted() -> dict[tuple[float, float, str], int]:
    rows = PublicIncident.objects.exclude(latitude=None).order_by().values_list("latitude", "longitude", "country")
    return {tuple(at): number for *at, number in rows.annotate(n=Count("pk"))}


def counted_by_month() -> list[tuple[float, float, str, str, int]]:
    rows = PublicIncident.objects.exclude(latitude=None).exclude(month="").order_by()
    return list(rows.values_list("latitude", "longitude", "country", "month").annotate(n=Count("pk")))


def kept() -> dict[tuple[float, float, str], int]:
    rows = PublicSpot.objects.filter(month="")
    return {(one.latitude, one.longitude, one.country): one.incidents for one in rows}


def by_month() -> dict[tuple[float, float, str, str], int]:
    rows = PublicSpot.objects.exclude(month="")
    return {(one.latitude, one.longitude, one.country, one.month): one.incidents for one in rows}


def test_points_follow_what_is_accepted_taken_back_and_moved(make_member) -> None:
    analyst = make_member()
    first = report("a")
    second = report("b", outlet="Gradske novine", date="2025-01-05", type="arrest", markets=["corruption"])
    for one in (first, second):
        review_add(article=one.article, decision="accept", by=analyst)
    flow()
    assert kept() == counted()
    assert list(kept().values()) == [2]

    moved = {"place": {"name": "Budva", "country": "ME", "latitude": 42.2864, "longitude": 18.84}}
    review_add(article=first.article, decision="correct", by=analyst, corrections=moved)
    flow()
    assert kept() == counted()
    assert sorted(kept().values()) == [1, 1]
    assert by_month() == {(*at, month): number for *at, month, number in counted_by_month()}

    review_add(article=second.article, decision="undo", by=analyst)
    flow()
    assert kept() == counted()
    assert list(kept().values()) == [1]


def test_a_map_of_a_period_says_what_counting_its_incidents_would_say(make_member) -> None:
    analyst = make_member()
    days = ("2024-11-30", "2024-12-01", "2024-12-31", "2025-01-01")
    for number, day in enumerate(days):
        one = report(f"r{number}", outlet=f"List {number}", date=day, type=("seizure", "arrest")[number % 2])
        review_add(article=one.article, decision="accept", by=analyst)
    flow()
    everybody = audience()
    for since, until in (("2024-12", ""), ("", "2024-12"), ("2024-12", "2024-12"), ("2025-02", ""), ("", "")):
        chosen = Filter(since=since, until=until)
        shown = {spot.at: spot.number for spot in everybody.spots(chosen, 50)}
        assert shown == {spot.at: spot.number for spot in spots(chosen.apply(everybody.rows), audience=everybody)}
        only = {spot.only for spot in everybody.spots(chosen, 50)}
        assert only <= set(chosen.apply(everybody.rows).values_list("key", flat=True))
