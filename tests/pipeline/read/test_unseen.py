"""Reports that were labelled before the reader was shown them: what it makes of the press that it was not tuned on."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article, Reading

REPORTS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("unseen.toml").read_text(encoding="utf-8"))[
    "report"
]


@pytest.fixture(scope="module")
def readings(region: Region) -> dict[str, Reading]:
    reader = Reader(region)
    articles = (
        Article(row["id"], row["text"], row["title"], language=row["language"], published=row["published"])
        for row in REPORTS
    )
    return {article.id: reader.read(article) for article in articles}


def asked(field: str) -> list[Any]:
    return [pytest.param(row["id"], row[field], id=row["id"]) for row in REPORTS if field in row]


def test_every_report_is_relevant_or_not_as_labelled(readings: dict[str, Reading]) -> None:
    wrong = [row["id"] for row in REPORTS if readings[row["id"]].relevant != row.get("relevant", True)]
    assert not wrong


@pytest.mark.parametrize(("key", "market"), asked("market"))
def test_the_first_market_is_the_one_that_the_report_is_about(readings, key: str, market: str) -> None:
    assert readings[key].markets[0].id == market


@pytest.mark.parametrize(("key", "kind"), asked("type"))
def test_the_first_event_is_the_news_of_the_report(readings, key: str, kind: str) -> None:
    assert readings[key].events[0].type == kind


@pytest.mark.parametrize(("key", "date"), asked("date"))
def test_the_event_is_dated(readings, key: str, date: str) -> None:
    assert readings[key].events[0].date == date


@pytest.mark.parametrize(("key", "arrested"), asked("arrested"))
def test_the_arrested_are_counted_and_nobody_is_arrested_where_the_text_says_so(readings, key, arrested: int) -> None:
    events = readings[key].events
    assert (events[0].counts["arrested"] or 0) == arrested
    assert arrested or all(event.type != "arrest" for event in events)


@pytest.mark.parametrize(("key", "taken"), asked("taken"))
def test_what_was_taken_is_read_and_nothing_else(readings, key: str, taken: list[list[Any]]) -> None:
    read = {(q.amount, q.unit) for q in readings[key].events[0].quantities if q.role == "subject"}
    assert read == {(float(amount), unit) for amount, unit in taken}


@pytest.mark.parametrize(("key", "organised"), asked("organised"))
def test_a_group_is_organised_on_the_word_of_whoever_says_so(readings, key: str, organised: str) -> None:
    assert readings[key].events[0].organised == organised
