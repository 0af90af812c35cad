"""What was read: counted from the articles themselves, silence against an outlet's own habit, no person's name."""

from __future__ import annotations

import hashlib
import zlib
from datetime import date, timedelta

import pytest

from komshi.observatory.base.events import record, writing
from komshi.observatory.publishing.build import coverage as build
from komshi.observatory.publishing.build.coverage import pull_coverage, silent_from
from komshi.observatory.publishing.models import PublicCoverage, PublicSource
from komshi.observatory.publishing.selectors.coverage import gaps, read_until, silent_sources
from komshi.observatory.sources.models import Article, Document, Source
from tests.observatory.told import report

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _day(settings) -> None:
    settings.KOMSHI_TODAY = TODAY


def every(days: int, *, until: date, times: int = 12) -> list[date]:
    return [until - timedelta(days=days * number) for number in range(times)]


def printed(
    outlet: str, days: list[date], *, country: str = "ME", kind: str = "feed", sensitivity: str = "open"
) -> None:
    """Articles of one outlet on these days, with their events."""
    source, _made = Source.objects.get_or_create(key=f"s-{country}", defaults={"kind": "feed", "country": country})
    with writing():
        for number, day in enumerate(days):
            name = f"{outlet} {number} {day} {kind}"
            document = Document.objects.create(
                source=source, kind=kind, sha256=hashlib.sha256(name.encode()).hexdigest(), body=zlib.compress(b""),
                media_type="text/plain", sensitivity=sensitivity,
            )  # fmt: skip
            article = Article.objects.create(
                document=document, key=name, text="-", outlet=outlet, published=str(day), published_on=day,
                text_sha256=document.sha256,
            )  # fmt: skip
            record("sources:article:add", subject=article)


def pull() -> None:
    while pull_coverage(100):
        pass


def test_a_daily_outlet_is_silent_after_three_weeks_and_a_weekly_one_after_four_intervals() -> None:
    last = date(2026, 10, 1)
    assert silent_from(every(1, until=last, times=60)) == last + timedelta(days=22)
    assert silent_from(every(7, until=last)) == last + timedelta(days=29)


@pytest.mark.parametrize(
    "days",
    [[], [date(2026, 10, 1)], every(30, until=date(2026, 10, 1)), every(1, until=date(2026, 10, 1), times=20)],
    ids=["never", "once", "monthly", "three weeks only"],
)
def test_an_outlet_without_a_habit_cannot_break_it(days: list[date]) -> None:
    assert silent_from(days) is None


@pytest.mark.django_db
def test_an_outlet_falls_silent_as_the_days_go_by_and_is_no_news_after_half_a_year(settings) -> None:
    printed("Primorski list", every(1, until=date(2026, 11, 1), times=60))
    printed("Vardarski glas", every(1, until=TODAY, times=60), country="MK")
    pull()
    assert silent_sources() == []
    # Nothing more is stored: only the day changes, and another outlet goes on.
    settings.KOMSHI_TODAY = TODAY + timedelta(days=9)
    printed("Vardarski glas", [settings.KOMSHI_TODAY], country="MK")
    pull()
    (silent,) = silent_sources()
    assert (silent.outlet, silent.country, silent.last_on) == ("Primorski list", "ME", date(2026, 11, 1))
    settings.KOMSHI_TODAY = date(2027, 6, 1)
    assert silent_sources() == []


@pytest.mark.django_db
def test_our_own_silence_is_not_held_against_an_outlet(settings) -> None:
    printed("Primorski list", every(1, until=TODAY, times=60))
    pull()
    settings.KOMSHI_TODAY = TODAY + timedelta(days=60)
    assert silent_sources() == []
    assert read_until() == TODAY


@pytest.mark.django_db
def test_a_country_is_a_gap_after_sixty_days_without_an_article() -> None:
    assert len(gaps()) == 6
    printed("Primorski list", [TODAY - timedelta(days=60)])
    printed("Drinski list", [TODAY - timedelta(days=61)], country="BA")
    pull()
    assert "ME" not in gaps()
    assert {"BA", "AL"} <= set(gaps())


@pytest.mark.django_db
def test_only_what_is_open_and_still_counts_is_counted_and_a_correction_is_followed() -> None:
    printed("Primorski list", [date(2026, 10, 1), date(2026, 10, 1), date(2026, 10, 9)])
    printed("Primorski list", [date(2026, 10, 10)], sensitivity="members")
    printed("Neighbour", [date(2026, 10, 11)], kind="observation")
    printed("Drugi list", [date(2026, 10, 12)], kind="paste")
    pull()
    row = PublicCoverage.objects.get()
    assert (row.country, row.month, row.articles, row.outlets, row.last_on) == (
        "ME", "2026-10", 4, 2, date(2026, 10, 12),
    )  # fmt: skip
    assert [one.outlet for one in PublicSource.objects.all()] == ["Primorski list"]
    article = Article.objects.get(published_on=date(2026, 10, 12))
    with writing():
        Article.objects.filter(pk=article.pk).update(superseded=True)
        record("sources:article:change", subject=article)
    pull()
    row = PublicCoverage.objects.get()
    assert (row.articles, row.outlets, row.last_on) == (3, 1, date(2026, 10, 9))


@pytest.mark.django_db
def test_an_outlet_that_is_or_may_be_a_person_is_counted_and_not_named() -> None:
    reading = report("a", outlet="Zebra", actors=[{"name": "Ognjen Zebra", "kind": "person", "role": "suspect"}])
    with writing():
        record("sources:article:add", subject=reading.article)
    printed("Ognjen Zebrović", every(7, until=TODAY))
    printed("Primorski list", every(7, until=TODAY))
    pull()
    assert [one.outlet for one in PublicSource.objects.all()] == ["Primorski list"]
    assert sum(PublicCoverage.objects.values_list("articles", flat=True)) == 25


@pytest.mark.django_db
def test_a_long_import_is_counted_at_its_end_and_not_after_every_step(monkeypatch) -> None:
    times: list[int] = []
    monkeypatch.setattr(build, "_count", lambda: times.append(1))
    monkeypatch.setattr(build, "COUNT_EVERY", 10**9)
    printed("Primorski list", every(1, until=TODAY, times=30))
    while pull_coverage(10):
        pass
    assert len(times) == 1
