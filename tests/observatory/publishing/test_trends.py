from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from komshi.observatory.base.pictures import can_draw
from komshi.observatory.publishing.build.months import months_rebuild
from komshi.observatory.publishing.models import PublicCoverage, PublicIncident
from komshi.observatory.publishing.selectors import series
from komshi.observatory.publishing.selectors.remarks import on_comparison

pytestmark = pytest.mark.django_db
MONTHS = [f"{year}-{month:02d}" for year, months in ((2025, (11, 12)), (2026, range(1, 12))) for month in months]


@pytest.fixture(autouse=True)
def _november(settings) -> None:
    settings.KOMSHI_TODAY = date(2026, 11, 20)


def happened(
    month: str, *, number: int = 1, market: str = "excisable_goods", country: str = "AL", town: str = "al-kukes"
):
    held = PublicIncident.objects.count()
    PublicIncident.objects.bulk_create(
        PublicIncident(
            key=f"k{held + n}", incident=held + n, markets=[market], market_index=f"|{market}|", event_type="seizure",
            date=month, month=month, country=country, town=town, checked_at=datetime(2026, 11, 1, tzinfo=UTC),
        )
        for n in range(number)
    )  # fmt: skip
    months_rebuild()


def was_read(numbers: dict[str, int], country: str = "AL") -> None:
    PublicCoverage.objects.bulk_create(
        PublicCoverage(country=country, month=month, articles=number, outlets=2) for month, number in numbers.items()
    )


def steady(country: str = "AL", articles: int = 30) -> None:
    was_read(dict.fromkeys(MONTHS, articles), country)


def trend(query: str = "market=excisable_goods&country=AL") -> series.Trend:
    chosen = series.chosen_of(dict(part.split("=") for part in query.split("&")))
    return series.trend(chosen, read=series.everything_read())


def test_the_heading_says_what_the_chart_shows_and_small_numbers_stay_numbers(client) -> None:
    steady()
    for month, number in (("2025-12", 3), ("2026-02", 1), ("2026-06", 4), ("2026-10", 5), ("2026-11", 2)):
        happened(month, number=number)
    body = client.get("/en/trends/?market=excisable_goods&country=AL").content.decode()
    said = "Illicit trade in excisable goods, Albania: 9 incidents, May – October 2026; 4 in the six months before"
    assert f'<h1 class="says">{said}</h1>' in body
    assert "Small numbers go up and down by chance" in body
    assert "%" not in re.sub(r"<(style|svg)\b.*?</\1>", "", body, flags=re.DOTALL).split("<main", 1)[1]
    assert "may show more or less reading" not in body


def test_when_more_was_read_the_page_says_that_reading_may_be_what_is_seen() -> None:
    was_read(dict(zip(MONTHS, [10] * 6 + [20] * 7, strict=True)))
    happened("2026-01", number=2)
    happened("2026-09", number=4)
    assert "the difference may show more or less reading" in next(iter(on_comparison(trend())))
    assert "60 articles were read in the six months before and 120 in the last six" in next(
        iter(on_comparison(trend()))
    )


def test_a_month_in_which_nothing_was_read_is_a_gap_and_what_is_known_of_it_is_said(client) -> None:
    was_read({month: 30 for month in MONTHS if month != "2026-08"})
    happened("2026-08")
    happened("2026-09")
    happened("")
    found = trend()
    assert {one.month: one.events for one in found.months if one.month >= "2026-07"} == {
        "2026-07": 0, "2026-08": None, "2026-09": 1, "2026-10": 0, "2026-11": 0,
    }  # fmt: skip
    assert (found.undated, found.unread) == (1, 1)
    body = client.get("/en/trends/?market=excisable_goods&country=AL").content.decode()
    assert "1 incident is not in the chart, because no report tells its month." in body
    assert "because nothing was read in its month" in body
    assert '<span class="tag gap">nothing read</span>' in body


def test_the_current_month_is_shown_as_not_complete_and_not_compared() -> None:
    steady()
    happened("2026-11", number=8)
    found = trend()
    assert [one.month for one in found.months if not one.complete] == ["2026-11"]
    assert found.months[-1].events == 8
    assert found.comparison.events == 0


def test_a_town_has_only_its_own_incidents_and_the_reading_of_its_country() -> None:
    steady("AL", 30)
    steady("RS", 500)
    happened("2026-09", number=2)
    happened("2026-09", country="RS", town="")
    found = trend("town=al-kukes")
    assert found.name == "Kukës"
    assert [(one.events, one.articles) for one in found.months if one.month == "2026-09"] == [(2, 30)]
    everywhere = trend("market=excisable_goods")
    assert [(one.events, one.articles) for one in everywhere.months if one.month == "2026-09"] == [(3, 530)]
    assert trend("town=al-kukes&country=RS").chosen.town == "", "a town of another country is left out"


def test_a_country_of_which_nothing_was_read_is_all_gap(client) -> None:
    steady("RS")
    happened("2026-09")
    found = trend("country=AL")
    assert found.points
    assert all(point.events is None for point in found.points)
    assert found.unread == 1
    assert "Albania" in client.get("/en/trends/").content.decode()


def test_without_a_choice_each_market_and_each_country_has_a_small_chart_that_leads_to_its_own(client) -> None:
    steady("AL")
    steady("RS")
    happened("2026-09")
    happened("2026-09", market="cocaine_trade", country="RS", town="")
    body = client.get("/en/trends/").content.decode()
    for query in ("?country=AL", "?country=RS", "?market=excisable_goods", "?market=cocaine_trade"):
        assert f'<a href="{query}">' in body
        assert client.get(f"/en/trends/{query}").status_code == 200
    assert "?market=corruption" not in body, "a market without events has no chart"
    assert '<a href="?country=AL&amp;market=excisable_goods">' in client.get("/en/trends/?country=AL").content.decode()


def test_every_number_leads_to_the_incidents_behind_it(client) -> None:
    steady()
    happened("2026-09", number=3)
    body = client.get("/en/trends/?market=excisable_goods&country=AL").content.decode()
    (address,) = re.findall(r'<td class="number"><a href="([^"]+)">3</a>', body)
    listed = client.get(address.replace("&amp;", "&"))
    assert listed.status_code == 200
    assert "3 incidents" in listed.content.decode()


def test_the_table_to_take_away_equals_the_table_of_the_page(client, settings) -> None:
    was_read({month: 1234 for month in MONTHS if month != "2026-08"})
    happened("2026-09", number=3)
    query = "?market=excisable_goods&country=AL"
    body = client.get(f"/en/trends/{query}").content.decode()
    answer = client.get(f"/en/trends/data.csv{query}")
    rows = list(csv.DictReader(answer.content.decode().splitlines()))
    cells = [re.sub(r"<[^>]+>", "", row) for row in re.findall(r'</th><td class="number">(.*?)</td>', body)]
    assert [one["incidents"] for one in rows] == ["" if cell == "nothing read" else cell for cell in cells]
    assert [one["month"] for one in rows] == MONTHS
    assert {one["month"]: one["incidents"] for one in rows}["2026-08"] == ""
    assert rows[-1]["complete"] == "0"
    assert "specimen" not in answer["Content-Disposition"]
    settings.KOMSHI_DEMO = True
    answer = client.get(f"/en/trends/data.csv{query}")
    assert "komshi-specimen-trend.csv" in answer["Content-Disposition"]
    assert {one["specimen"] for one in csv.DictReader(answer.content.decode().splitlines())} == {"1"}


def test_the_chart_to_take_away_stands_by_itself(client, settings) -> None:
    steady()
    happened("2026-09", number=3)
    settings.KOMSHI_DEMO = True
    answer = client.get("/en/trends/chart.svg?country=AL")
    written = [one.text for one in ET.fromstring(answer.content).iter("{http://www.w3.org/2000/svg}text")]
    assert any("Specimen" in (one or "") for one in written)
    assert any("3 incidents" in (one or "") for one in written)
    if can_draw():
        answer = client.get("/en/trends/chart.png?country=AL")
        assert answer.content.startswith(b"\x89PNG")
        assert "komshi-specimen-trend.png" in answer["Content-Disposition"]


def test_the_months_can_be_chosen_and_nonsense_is_left_out(client) -> None:
    steady()
    found = trend("country=AL&from=2026-03&to=2026-05")
    assert [one.month for one in found.months] == ["2026-03", "2026-04", "2026-05"]
    for query in ("?from=x&market=kites&country=albania&town=nowhere", "?from=2031-01", "?country=AL&from=1000-01"):
        assert client.get(f"/en/trends/{query}").status_code == 200
        assert client.get(f"/en/trends/chart.svg{query}").status_code == 200


def test_an_empty_observatory_says_what_will_appear(client) -> None:
    assert "Nothing has been checked yet." in client.get("/en/trends/").content.decode()
    assert client.get("/en/trends/?country=AL").status_code == 200
    assert client.get("/en/trends/chart.svg?country=AL").status_code == 200
