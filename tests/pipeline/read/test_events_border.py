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
        (
            "sr",
            "U kombiju 20 kilograma heroina",
            "Na graničnom prelazu carinici su u kombiju otkrili 20 kilograma heroina. Vozač je uhapšen.",
        ),
        ("bs", "Kombi sa 24 migranta sletio s puta", "U kombiju su bila 24 migranta. Vozač je uhapšen."),
        ("mk", "Мигранти во комбе", "Осум мигранти се откриени во комбе. Возачот е приведен."),
        ("sq", "Tentuan të hynin me cigare", "Në pikën kufitare u gjetën 600 shteka cigare. Shoferi u arrestua."),
        (
            "en",
            "Marble head was leaving by ferry",
            "Customs officers found a marble head in a car waiting for the ferry. Two men were arrested.",
        ),
    ],
)
def test_goods_and_people_stopped_on_their_way_across_a_border_are_an_interception(
    region, language, title, text
) -> None:
    assert first(region, language, title, text) == "interception"


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
            "Тутун во камион",
            "Цариниците на граничниот премин вчера запленија 900 килограми тутун. Возачот е пријавен.",
        ),
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
def test_goods_seized_at_a_crossing_are_an_interception_though_only_its_name_is_written(
    region, language: str, title: str, text: str
) -> None:
    assert first(region, language, title, text) == "interception"


def test_a_title_that_says_seized_tells_a_seizure_wherever_it_was(region) -> None:
    text = "Цариниците на граничниот премин вчера запленија 900 килограми тутун. Возачот е пријавен."
    assert first(region, "mk", "Запленет тутун", text) == "seizure"


def test_customs_officers_intercept_where_the_rest_of_the_text_names_the_crossing(region) -> None:
    text = (
        "Цариниците запленија 90 килограми марихуана, соопшти вчера управата. Станува збор за суво растение. "
        "Товарот бил во цистерна на излез од земјава."
    )
    assert first(region, "mk", "Марихуана во цистерна", text) == "interception"
