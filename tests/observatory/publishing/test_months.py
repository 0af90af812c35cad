"""The counts by month are those of the public incidents, whatever happens to an incident."""

from __future__ import annotations

import pytest

from komshi.observatory.publishing.build.months import months_rebuild
from komshi.observatory.publishing.models import PublicIncident, PublicMonth
from komshi.observatory.reading.services import review_add, review_undo
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


def counts() -> dict[tuple[str, str, str], int]:
    rows = PublicMonth.objects.values_list("country", "month", "market", "incidents")
    return {(country, month, market): number for country, month, market, number in rows}


def test_an_incident_counts_once_where_it_is_and_nowhere_once_it_is_taken_back(make_member) -> None:
    analyst = make_member()
    first = report("a", markets=["cocaine_trade", "corruption"])
    review_add(article=first.article, decision="accept", by=analyst)
    flow()
    expected = {("ME", "2026-03", market): 1 for market in ("", "cocaine_trade", "corruption")}
    assert counts() == expected
    review_add(article=first.article, decision="correct", by=analyst, corrections={"date": "2026-05-02"})
    flow()
    assert counts() == {("ME", "2026-05", market): 1 for _c, _m, market in expected}
    second = report("b", "Drugo.", title="", date="2025-01-01", place=None, type="arrest", markets=["corruption"])
    review_add(article=second.article, decision="accept", by=analyst)
    flow()
    assert counts()["", "2025-01", "corruption"] == 1
    review_undo(article=second.article, by=analyst)
    review_add(article=first.article, decision="reject", by=analyst)
    flow()
    assert counts() == {}


def test_counting_everything_anew_changes_nothing(make_member) -> None:
    review_add(article=report("a").article, decision="accept", by=make_member())
    flow()
    before = counts()
    months_rebuild()
    assert counts() == before
    PublicMonth.objects.all().delete()
    months_rebuild()
    assert counts() == before
    PublicIncident.objects.all().delete()
    months_rebuild()
    assert counts() == {}
