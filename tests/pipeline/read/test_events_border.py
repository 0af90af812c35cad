"""Events at a border: what is stopped on its way, and what is seized inland."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.events import Events
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


def first(region: Region, language: str, title: str, text: str) -> str:
    return Events(region)(prepare(region, Report("news", language, text, title=title)))[0].type


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sr", "Heroin u kombiju", "Na graničnom prelazu sprečen je pokušaj krijumčarenja 20 kilograma heroina."),
        ("bs", "Kombi sa 24 migranta sletio s puta", "U kombiju su bila 24 migranta. Vozač je pobjegao."),
        ("mk", "Цигари во камион", "Цариниците на граничниот премин спречија обид за шверц на 900 штеки цигари."),
        ("sq", "Cigare në furgon", "Dogana ka parandaluar një tentim kontrabande me 600 shteka cigare në kufi."),
        ("en", "Marble head", "Customs officers thwarted an attempt to smuggle a marble head across the border."),
    ],
)
def test_an_attempt_that_was_stopped_is_an_interception_and_so_are_people_found(region, language, title, text) -> None:
    assert first(region, language, title, text) == "interception"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("bs", "Jurnjava kod Zenice", "U kombiju su bila 24 migranta. Vozač je uhapšen i odveden u stanicu."),
        ("mk", "Потера кај Велес", "Осум мигранти се откриени во комбе. Возачот е приведен во полициската станица."),
    ],
)
def test_whoever_carries_people_and_is_held_for_it_is_arrested(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "arrest"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("mk", "Запленет тутун", "Цариниците вчера на пазарот во Велес запленија 900 килограми тутун од една тезга."),
        ("sr", "Oduzet duvan", "Carinici su juče na pijaci u Užicu zaplenili 90 kilograma duvana bez markica."),
        ("sq", "Sekuestrohet duhan", "Doganierët sekuestruan dje 90 kilogramë duhan në një dyqan në Vushtrri."),
        ("en", "Tobacco seized", "Customs officers on Monday seized 90 kilograms of tobacco in a shop in Vushtrri."),
    ],
)
def test_goods_that_customs_seized_inland_are_a_seizure(region, language: str, title: str, text: str) -> None:
    assert first(region, language, title, text) == "seizure"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "mk",
            "Табановце: 90 парфеми",
            "Во комбе на Табановце биле запленети 90 парфеми со туѓо име. Возачот е приведен.",
        ),
        ("hbs", "Batrovci: tri puške u gepeku", "Na Batrovcima su zaplijenjene tri puške. Vozač je uhapšen."),
        ("sq", "Drogë në furgon", "Në Merdarë u sekuestruan 12 kilogramë kanabis në një furgon. Shoferi u arrestua."),
        (
            "en",
            "Heroin in a truck",
            "Police seized 12 kilograms of heroin in a truck at Horgos. The driver was arrested.",
        ),
    ],
)
def test_goods_found_or_seized_at_a_crossing_are_a_seizure_before_the_arrest(
    region, language: str, title: str, text: str
) -> None:
    assert first(region, language, title, text) == "seizure"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "mk",
            "Тутун во камион",
            "Цариниците на граничниот премин вчера запленија 900 килограми тутун. Возачот е пријавен.",
        ),
        ("sr", "U kombiju heroin", "Na graničnom prelazu carinici su otkrili 20 kilograma heroina. Vozač je uhapšen."),
        ("sq", "Drogë në furgon", "Policia Kufitare gjeti në Merdarë 12 kilogramë kanabis. Shoferi u arrestua."),
        ("en", "Heroin in a truck", "Customs officers found 12 kilograms of heroin in a truck at Horgos on Monday."),
    ],
)
def test_what_those_who_watch_the_border_find_there_they_intercept(
    region, language: str, title: str, text: str
) -> None:
    assert first(region, language, title, text) == "interception"


def test_a_title_that_says_seized_tells_a_seizure_wherever_it_was(region) -> None:
    text = "Цариниците на граничниот премин вчера запленија 900 килограми тутун. Возачот е пријавен."
    assert first(region, "mk", "Запленет тутун", text) == "seizure"


def test_what_the_lead_begins_with_is_the_news_of_an_arrest_and_a_find(region) -> None:
    text = "Five people have been arrested and two rifles seized in Tuzla on Monday. Searches go on."
    assert first(region, "en", "Operation in Tuzla", text) == "arrest"
    assert (
        first(region, "en", "Operation in Tuzla", "Two rifles were seized in Tuzla and two men arrested.") == "seizure"
    )
