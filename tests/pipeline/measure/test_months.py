from __future__ import annotations

import pytest

from komshi.errors import KomshiError
from komshi.pipeline.measure import articles_read, coverage_of, monthly, monthly_by_market, months_between, undated
from komshi.pipeline.types import Incident, Place, Reading, Supported

DURRES = Place("Durrës", "AL", 41.32, 19.45)
PRIZREN = Place("Prizren", "XK", 42.21, 20.74)


def incident(id, date, *, market="cocaine_trade", place=DURRES, readings=3):
    said = tuple(f"{id}-{n}" for n in range(readings))
    return Incident(
        id=id,
        readings=said,
        markets=Supported([market], said),
        type=Supported("seizure", said),
        status=Supported(None, ()),
        date=Supported(date, said if date else ()),
        place=Supported(place, said),
        quantities=(),
        counts={},
        independent_voices=readings,
    )


def read_article(outlet, published, *, relevant=True):
    return Reading("r", "komshi-1", "sq", "Latn", outlet, published, relevant, 0.9)


def events(series):
    return {point.month: point.events for point in series.points}


def test_twelve_reports_of_one_event_count_once():
    series = monthly([incident("a", "2024-03-02", readings=12)], {"2024-03": 40})
    assert events(series) == {"2024-03": 1}


def test_a_month_in_which_nothing_was_read_has_no_count():
    series = monthly([incident("a", "2024-01-02"), incident("b", "2024-02-02")], {"2024-01": 10, "2024-03": 12})
    assert events(series) == {"2024-01": 1, "2024-02": None, "2024-03": 0}


def test_a_month_that_was_read_and_had_no_event_is_zero_with_its_coverage():
    (point,) = monthly([], {"2024-03": 7}).points
    assert (point.events, point.articles_read) == (0, 7)


def test_nothing_read_at_all_gives_no_points():
    assert monthly([incident("a", "2024-01-02")], {}).points == ()


def test_a_series_counts_its_market_its_country_and_its_place_only():
    held = [
        incident("a", "2024-03-02"),
        incident("b", "2024-03", market="corruption"),
        incident("c", "2024-03-09", place=PRIZREN),
    ]
    read = {"2024-03": 9}
    assert events(monthly(held, read, market="cocaine_trade")) == {"2024-03": 2}
    assert events(monthly(held, read, country="AL")) == {"2024-03": 2}
    assert events(monthly(held, read, market="cocaine_trade", place="Prizren")) == {"2024-03": 1}


def test_each_market_of_each_country_gets_a_series():
    held = [
        incident("a", "2024-03-02"),
        incident("b", "2024-03-02", place=PRIZREN),
        incident("c", "2024-03-02", market="corruption"),
    ]
    found = [(s.market, s.country) for s in monthly_by_market(held, {"2024-03": 1})]
    assert found == [("cocaine_trade", "AL"), ("cocaine_trade", "XK"), ("corruption", "AL")]


def test_an_incident_without_a_month_is_in_no_series_and_is_said_beside_it():
    held = [incident("a", None), incident("b", "2024"), incident("c", "2024-03-02")]
    assert events(monthly(held, {"2024-03": 1})) == {"2024-03": 1}
    assert undated(held) == 2


def test_coverage_counts_every_article_of_a_source_relevant_or_not():
    read = [
        read_article("Gazeta Ylli", "2024-03-02"),
        read_article("Gazeta Ylli", "2024-03-09T10:00:00", relevant=False),
        read_article("Novi Dnevnik", "2024-04"),
        read_article(None, "2024-04-01"),
        read_article("Novi Dnevnik", None),
        read_article("Novi Dnevnik", "2024"),
    ]
    coverage = coverage_of(read)
    assert coverage == {("Gazeta Ylli", "2024-03"): 2, ("Novi Dnevnik", "2024-04"): 1, ("", "2024-04"): 1}
    assert articles_read(coverage) == {"2024-03": 2, "2024-04": 2}
    assert articles_read(coverage, outlets=["Novi Dnevnik"]) == {"2024-04": 1}


def test_months_run_across_the_year():
    assert list(months_between("2023-11", "2024-02")) == ["2023-11", "2023-12", "2024-01", "2024-02"]


@pytest.mark.parametrize("written", ["2024", "2024-13", "March", "2024-3"])
def test_a_month_that_is_none_is_refused_with_the_right_form(written):
    with pytest.raises(KomshiError, match="write it as 2024-03"):
        list(months_between(written, "2024-04"))
