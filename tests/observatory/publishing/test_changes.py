"""Sentences on the first page: right on constructed months, silent where too little was read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

import pytest

from komshi.observatory.publishing.build.firsts import firsts_write
from komshi.observatory.publishing.build.months import months_rebuild
from komshi.observatory.publishing.models import CountryCount, PublicCoverage, PublicIncident
from komshi.observatory.publishing.selectors.changes import Changes, changes

pytestmark = pytest.mark.django_db
BEFORE = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09")
LAST = "2026-10"
TOLD = {"kind": "outlet", "outlet": "", "published": "", "url": "", "language": "", "said": {"what": ["zaplena"]}}
numbers = count(1)


@pytest.fixture(autouse=True)
def _day(settings) -> None:
    settings.KOMSHI_TODAY = date(2026, 11, 20)


def read(country: str, months: tuple[str, ...], *, articles: int = 100) -> None:
    for month in months:
        PublicCoverage.objects.create(country=country, month=month, articles=articles, outlets=3)


def happened(day: str, *, times: int = 1, **values: object) -> None:
    for _time in range(times):
        number = next(numbers)
        markets = values.get("markets", ["cocaine_trade"])
        plain = {
            "key": f"key{number}", "incident": number, "markets": markets, "market_index": f"|{'|'.join(markets)}|",
            "event_type": "seizure", "date": day, "month": day[:7], "country": "AL", "place": "Kukës",
            "checked_at": datetime(2026, 11, 1, tzinfo=UTC), "sources": [TOLD],
        }  # fmt: skip
        PublicIncident.objects.create(**plain | values)


def told() -> Changes:
    months_rebuild()
    firsts_write(PublicIncident.objects.values_list("town", flat=True).distinct())
    return changes()


def sentences() -> list[str]:
    return [change.sentence for change in told().sentences]


def test_a_month_with_more_than_any_before_is_said_with_both_numbers_and_leads_to_its_incidents(client) -> None:
    read("AL", (*BEFORE, LAST))
    for month in BEFORE:
        happened(f"{month}-05")
    happened(f"{LAST}-05", times=4)
    (change,) = told().sentences
    assert change.sentence.startswith("Cocaine trade, Albania: 4 incidents in a month (October 2026).")
    assert "had more than 1." in change.sentence
    body = client.get(change.url).content.decode()
    assert body.count("Seizure") >= 4


def test_small_numbers_move_by_one_for_no_reason(client) -> None:
    read("AL", (*BEFORE, LAST))
    for month in BEFORE:
        happened(f"{month}-05")
    happened(f"{LAST}-05", times=2)
    found = told()
    assert found.sentences == []
    assert found.note == "October 2026: in no country clearly more or fewer incidents than in the months before."


@pytest.mark.parametrize(
    ("months", "articles"),
    [(BEFORE, 0), (BEFORE, 500), (BEFORE, 30), (BEFORE[-2:], 100)],
    ids=["nothing read", "read five times as much", "read a third as much", "read for two months only"],
)
def test_nothing_is_claimed_where_we_looked_differently(months: tuple[str, ...], articles: int) -> None:
    read("AL", months)
    if articles:
        read("AL", (LAST,), articles=articles)
    happened(f"{LAST}-05", times=9)
    found = told()
    assert found.sentences == []
    assert found.note.startswith("Too little has been read")


def test_months_that_were_not_read_are_not_taken_for_months_without_incidents() -> None:
    read("AL", (*BEFORE[-3:], LAST))
    for month in BEFORE[-3:]:
        happened(f"{month}-05", times=3)
    happened(f"{LAST}-05", times=4)
    assert sentences() == []


def test_a_fall_is_said_only_when_nothing_waits_to_be_checked() -> None:
    read("AL", (*BEFORE, LAST))
    for month in BEFORE:
        happened(f"{month}-05", times=5)
    happened(f"{LAST}-05")
    (sentence,) = sentences()
    assert "1 incident in a month (October 2026)" in sentence
    assert "had fewer than 5." in sentence
    CountryCount.objects.create(country="AL", checked=31, waiting=1)
    assert sentences() == []


def test_all_markets_together_are_said_only_where_no_single_one_stands_out() -> None:
    read("AL", (*BEFORE, LAST))
    kinds = ["cocaine_trade", "corruption", "waste_crimes"]
    for kind in kinds:
        happened(f"{LAST}-05", markets=[kind])
    (sentence,) = sentences()
    assert sentence.startswith("All markets, Albania: 3 incidents")


def test_the_first_incident_of_a_town_is_told_where_its_country_was_read_long_enough(client) -> None:
    happened("2026-11-02", town="al-kukes")
    assert sentences() == []
    read("AL", (*BEFORE, LAST))
    (change,) = told().sentences
    assert change.sentence == (
        "Kukës – Seizure: Cocaine trade. It is the first incident found here (read since: April 2026)."
    )
    assert client.get(change.url).status_code == 200
    happened("2026-05", town="al-kukes", date_precision="month")
    assert sentences() == []


def test_a_kind_of_trade_that_is_new_in_a_town_is_told() -> None:
    read("AL", (*BEFORE, LAST))
    happened("2026-05-02", town="al-kukes")
    happened("2026-11-02", town="al-kukes", markets=["waste_crimes"])
    (sentence,) = sentences()
    assert sentence.startswith("Kukës – ")
    assert "had not been found here before: Waste" in sentence


@pytest.mark.parametrize(
    "values",
    [{"date": "", "month": ""}, {"precision": "blurred"}, {"town": ""}, {"sources": [TOLD | {"said": {"what": []}}]}],
    ids=["undated", "blurred", "no town", "no word to show"],
)
def test_a_first_is_not_told_where_it_is_not_sure_or_could_lead_to_people(values: dict[str, str]) -> None:
    read("AL", (*BEFORE, LAST))
    happened("2026-11-02", **{"town": "al-kukes"} | values)
    assert sentences() == []


@pytest.mark.parametrize(
    ("event", "status", "words"),
    [
        ("conviction", "first_instance", "a court ruled in first instance; the judgment is not final"),
        ("conviction", "final_conviction", "a conviction became final"),
        ("acquittal", "final_acquittal", "an acquittal became final"),
        ("conviction", "", "whether it is final is not said"),
    ],
)
def test_a_judgment_is_told_with_what_it_means(event: str, status: str, words: str) -> None:
    happened("2026-11-02", event_type=event, status=status)
    happened("2026-05-02", event_type=event, status=status)
    (sentence,) = sentences()
    assert words in sentence
    assert sentence.startswith("Kukës, Albania: ")
