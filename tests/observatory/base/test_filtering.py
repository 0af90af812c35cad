from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from django.utils import timezone

from komshi.observatory.base import filtering
from komshi.observatory.base.filtering import Choices, Filter, months_between
from komshi.observatory.base.towns import towns
from komshi.observatory.publishing.models import PublicIncident


@pytest.fixture
def rows(db):
    """Makes public incidents of a month, in one country, market and type unless something else is said."""

    def make(*months: str, market: str = "cocaine_trade", **values) -> None:
        start = PublicIncident.objects.count()
        for number, month in enumerate(months, start=start):
            given = {"country": "AL", "event_type": "seizure", "date": month, "month": month, **values}
            PublicIncident.objects.create(
                key=f"k{number}", incident=number, market_index=f"|{market}|", checked_at=timezone.now(), **given
            )

    return make


def shown(query: str) -> set[str]:
    return set(Filter.of(dict(parse_qsl(query))).apply(PublicIncident.objects.all()).values_list("month", flat=True))


def test_a_period_takes_in_both_its_months(rows) -> None:
    rows("2025-12", "2026-01", "2026-02", "2026-03", "")
    assert shown("from=2026-01&to=2026-02") == {"2026-01", "2026-02"}
    assert shown("from=2026-02") == {"2026-02", "2026-03"}
    assert shown("to=2026-01") == {"2025-12", "2026-01"}
    assert shown("from=2026-02&to=2026-01") == {"2026-01", "2026-02"}
    assert shown("month=2026-02") == {"2026-02"}
    assert shown("month=2026-02&to=2026-03") == {"2026-02", "2026-03"}
    assert len(shown("")) == 5


def test_filters_combine(rows) -> None:
    town = next(one for one in towns() if one.country == "AL")
    rows("2026-01", "2026-02", town=town.id)
    rows("2026-03", market="corruption", town=town.id)
    rows("2026-04", country="ME", event_type="arrest")
    assert shown("country=AL") == {"2026-01", "2026-02", "2026-03"}
    assert shown("market=cocaine_trade&country=AL&from=2026-02") == {"2026-02"}
    assert shown(f"town={town.id}&market=corruption") == {"2026-03"}
    assert shown("type=arrest&country=AL") == set()


def test_a_point_is_found_by_the_digits_of_its_address_alone(rows) -> None:
    rows("2026-01", latitude=42.0769, longitude=20.4219)
    rows("2026-02", latitude=42.0769, longitude=20.4319)
    rows("2026-03", latitude=None, longitude=None)
    assert shown("point=42.076900,20.421900") == {"2026-01"}


@pytest.mark.parametrize(
    "query",
    [
        "country=ALB", "country=a1", "country='", "market=love", "type=%00", "town=nowhere", "town=" + "x" * 5000,
        "from=2026-13", "from=0000-01", "to=٢٠٢٦-٠١", "month=2026-1", "from=2026-01-01", "point=1", "point=nan,nan",
        "point=1,2;drop", "point=999,1", "from=&to=", "point=" + "9" * 400 + ",1",
    ],
)  # fmt: skip
def test_what_nobody_knows_is_left_out(query: str) -> None:
    assert Filter.of(dict(parse_qsl(query))).is_empty


def test_a_filter_and_its_address_say_the_same() -> None:
    query = f"?country=ME&market=corruption&type=arrest&town={towns()[0].id}&from=2026-01&to=2026-03&point=42.5,-19.25"
    assert Filter.of(dict(parse_qsl(query[1:]))).query == query
    assert Filter().query == ""


@pytest.mark.django_db
def test_months_to_choose_from_run_without_a_gap_and_hold_what_is_chosen(rows) -> None:
    rows("2025-11", "2026-02", "")
    chosen = Filter(since="2024-05", until="2026-02")
    months = [month for month, _words in Choices.of(PublicIncident.objects.all(), chosen=chosen).months]
    assert months == ["2024-05", "2025-11", "2025-12", "2026-01", "2026-02"]


@pytest.mark.django_db
def test_without_incidents_there_is_no_month_to_choose() -> None:
    assert Choices.of(PublicIncident.objects.all(), chosen=Filter()).months == []


def test_a_date_of_long_ago_does_not_fill_the_page_with_months() -> None:
    months = months_between("0999-01", "2026-02")
    assert (len(months), months[-1]) == (filtering.MOST_MONTHS, "2026-02")
