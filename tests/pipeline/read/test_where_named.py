"""Macedonian and Albanian reports: villages and quarters, towns abroad, and an office's town as the last resort."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from tests.pipeline.read.test_where_seats import scene


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "mk",
            "Во кумановската населба Карпош полицијата најде 120 грама кокаин.",
            "Karpoš Kumanovo",
        ),
        ("mk", "Кај патарината Сопот, во близина на Велес, полицијата заплени 400 грама хероин.", "Sopot"),
        ("mk", "Во напуштена фарма во Јеловјане полицијата откри лабораторија за дрога.", "Jelovjane"),
        (
            "sq",
            "Policia në Bregun e Diellit sekuestroi dy kilogramë kokainë.",
            "Bregu i Diellit",
        ),
        ("sq", "Policia në Llakatund sekuestroi dy kilogramë heroinë.", "Llakatund"),
        ("sq", "Policia në Kamzë sekuestroi dy kilogramë kokainë dhe arrestoi një person.", "Kamëz"),
    ],
)
def test_a_village_or_a_quarter_is_found_in_its_case(reader, language, text, name) -> None:
    assert scene(reader, language, text)[0] == name


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("mk", "Во пристаништето Анверс е запленет еден тон кокаин, уапсени се двајца дилери од Тетово.", "BE"),
        ("mk", "Во Кожани полицијата заплени еден килограм хероин и уапси дилер.", "GR"),
        ("mk", "Полицијата во Дизелдорф уапси тројца дилери на дрога.", "DE"),
        ("sq", "Në Kavallë u arrestuan dy trafikantë droge nga Shqipëria me 20 kg kanabis.", "GR"),
        (
            "sq",
            "Në brigjet e Otrantos u arrestuan dy trafikantë droge nga Shqipëria me 600 kg kanabis.",
            "IT",
        ),
    ],
)
def test_a_town_abroad_is_found_by_what_the_language_calls_it(reader, language, text, country) -> None:
    assert scene(reader, language, text)[1] == country


def test_a_letter_with_a_mark_is_read_where_another_table_has_the_plain_one(reader) -> None:
    assert scene(reader, "mk", "Во Приштина полицијата заплени 30 килограми кокаин.")[0] == "Prishtinë"


def test_a_word_that_begins_a_title_lends_no_weight_to_the_village_of_its_name(reader) -> None:
    text = "Пожар во фабрика\nИзгоре складот на фабрика за тутун во Прилеп, полицијата се сомнева на палеж."
    assert scene(reader, "mk", text)[1] == "MK"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "mk",
            "Советот го разреши директорот на „Паркинг“ за поткуп. Според СВР Охрид, исчезнале пари.",
            "Ohrid",
        ),
        ("mk", "За измама со субвенции осомничени се осуммина сточари од беровско.", "Berovo"),
        ("mk", "Пред кривичниот суд продолжи судењето за поткуп за поранешниот директор на Фондот.", "Skopje"),
    ],
)
def test_where_nothing_better_is_told_the_one_town_of_an_office_is_the_scene(reader, language, text, name) -> None:
    assert scene(reader, language, text)[0] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("mk", "Мештаните на Негорци пријавија лихвари. Полицијата уапси двајца.", "Negorci"),
        ("sq", "Banorët e Peqinit denoncuan trafikun e drogës. Policia arrestoi dy persona.", "Peqin"),
    ],
)
def test_those_who_live_in_a_place_tell_what_happened_in_it(reader, language, text, name) -> None:
    assert scene(reader, language, text)[0] == name


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        (
            "mk",
            "Дилер на дрога од Тетово живеел во Атина, каде што грчката полиција го уапси со два килограми хероин.",
            "GR",
        ),
        ("sq", "Vëllezërit, të kërkuar për një vrasje në Tiranë, u arrestuan nga policia kroate në Zagreb.", "HR"),
    ],
)
def test_the_place_of_the_arrest_is_told_from_where_he_lived_or_is_wanted(reader, language, text, country) -> None:
    assert scene(reader, language, text)[1] == country


def test_a_heading_of_a_country_leads_to_the_town_in_it(reader) -> None:
    text = "Холандија: Заплена на дрога\nХоландската полиција во Ротердам заплени кокаин наменет за Македонија."
    assert scene(reader, "mk", text)[0] == "Rotterdam"


def test_a_school_is_no_journey(reader) -> None:
    text = "Në shkollën e fshatit Voskopojë u sekuestruan dy kilogramë kokainë."
    assert scene(reader, "sq", text)[0] == "Voskopojë"
