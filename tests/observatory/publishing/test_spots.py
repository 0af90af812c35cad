"""The table of points says what counting every incident would say."""

from __future__ import annotations

import pytest
from django.db.models import Count

from komshi.observatory.publishing.models import PublicIncident, PublicSpot
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


def counted() -> dict[tuple[float, float, str], int]:
    rows = PublicIncident.objects.exclude(latitude=None).order_by().values_list("latitude", "longitude", "country")
    return {tuple(at): number for *at, number in rows.annotate(n=Count("pk"))}


def kept() -> dict[tuple[float, float, str], int]:
    return {(one.latitude, one.longitude, one.country): one.incidents for one in PublicSpot.objects.all()}


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

    review_add(article=second.article, decision="undo", by=analyst)
    flow()
    assert kept() == counted()
    assert list(kept().values()) == [1]
