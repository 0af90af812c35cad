"""Where the news of Macedonian reports happened: who is named with a place abroad, and how the language says “of”."""

from __future__ import annotations

import pytest

from komshi.pipeline.region import Region
from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region: Region) -> Asked:
    return Asked(region)


def country(ask: Asked, text: str, event: str = "arrest", trigger: str | None = None) -> str | None:
    place, _ = ask(text, "mk", event=event, trigger=trigger)
    return place.country if place else None


def name(ask: Asked, text: str, event: str = "arrest", trigger: str | None = None) -> str | None:
    place, _ = ask(text, "mk", event=event, trigger=trigger)
    return place.name if place else None


@pytest.mark.parametrize(
    "text",
    [
        "Уапсени се тројца. Меѓу нив е и П. П., државјанин на Виетнам.",
        "Осомничени се двајца браќа. Примале уплати без лиценца. Парите оделе преку сервер во Малта.",
        "Почна постапка за измама. Еден од оштетените вложил пари. Третиот, кој соработува, е во притвор во Словенија.",
    ],
)
def test_who_is_only_named_with_a_place_abroad_does_not_move_the_news_there(ask: Asked, text: str) -> None:
    assert country(ask, text) == "MK"


def test_a_place_abroad_that_the_news_names_is_the_scene(ask: Asked) -> None:
    assert name(ask, "Во Минхен вчера беше уапсен македонски државјанин.", trigger="уапсен") == "München"


def test_where_somebody_was_convicted_before_is_not_where_he_is_caught(ask: Asked) -> None:
    text = "П. П., осуден во Белград на десет години, вчера беше уапсен во Битола."
    assert name(ask, text, trigger="уапсен") == "Bitola"


def test_a_given_name_is_no_country_and_no_village(ask: Asked) -> None:
    assert country(ask, "Синот на сопственикот, неговиот брат Јордан се јави во полиција.") == "MK"
    assert country(ask, "Судот му изрече на Владимир Петковски шест години.", "conviction", "изрече") == "MK"


def test_a_town_before_a_dash_is_a_place_though_it_is_an_everyday_word(ask: Asked) -> None:
    text = "Бар – Црногорската царина запре товар. Сопственикот се крие во Дубаи."
    assert country(ask, text, "seizure") == "ME"


def test_he_passed_is_no_border_crossing(ask: Asked) -> None:
    assert name(ask, "Осомничениот вчера преминал во Призрен и беше фатен.", trigger="фатен") == "Prizren"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Запленето е оружје среде Карпош.", "Karpoš"),
        ("Во Полошко се запленети апарати.", "Polog"),
        ("Дрвата се исечени во Националниот парк Маврово.", "Nacionalen park Mavrovo"),
        ("Во Нов Сад се приведени двајца.", "Novi Sad"),
        ("Пукање кај „Билјанини Извори“ во текот на ноќта.", "Biljanini Izvori"),
    ],
)
def test_regions_parks_and_sights_are_found_by_what_people_call_them(ask: Asked, text: str, expected: str) -> None:
    assert name(ask, text, "seizure") == expected
