"""Albanian: which country the words of its outlets point to, and which place names are people."""

from __future__ import annotations

import pytest

from komshi.pipeline.region import Region
from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region: Region) -> Asked:
    return Asked(region)


def country(ask: Asked, text: str, event: str, trigger: str) -> str | None:
    place, _ = ask(text, "sq", trigger=trigger, event=event)
    return place.country if place else None


def name(ask: Asked, text: str, event: str, trigger: str) -> str | None:
    place, _ = ask(text, "sq", trigger=trigger, event=event)
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "event", "trigger", "expected"),
    [
        ("Kryekomisari tha se i pandehuri u kap me makinë. Prokuroria nisi procedim penal.", "arrest", "kap", "AL"),
        ("Kreu i bashkisë u arrestua për shpërdorim detyre.", "arrest", "arrestua", "AL"),
        ("Vozitësi i veturës u arrestua, i dyshuari është suspenduar.", "arrest", "arrestua", "XK"),
        ("Me aktgjykim ai u dënua me dy vjet burgim për keqpërdorim të pozitës.", "conviction", "dënua", "XK"),
    ],
)
def test_words_of_the_outlets_of_a_country_tell_it(ask, text, event, trigger, expected) -> None:
    assert country(ask, text, event, trigger) == expected


def test_a_named_country_weighs_more_than_one_such_word(ask) -> None:
    assert country(ask, "Policia e Shqipërisë arrestoi vozitësin e kamionit.", "arrest", "arrestoi") == "AL"


def test_without_any_sign_there_is_no_country(ask) -> None:
    assert country(ask, "Ai u arrestua mbrëmë pas një sherri.", "arrest", "arrestua") is None


def test_where_somebody_hides_abroad_is_not_the_country_of_his_trial(ask) -> None:
    text = (
        "Nis gjyqi për vrasjen. Aktakuza flet për porosi. Prokurori foli gjatë. "
        "Vëllai i tij gjykohet në mungesë sepse fshihet në Dubai."
    )
    assert country(ask, text, "trial", "gjyqi") == "XK"


@pytest.mark.parametrize(
    "text",
    [
        "U arrestua vrasësi i gjyqtarit Krasta.",
        "U arrestua i dyshuari, tha prokurorja Vlora Zenuni.",
        "U arrestua i dyshuari, tha ministri Zamir Kosova.",
        "U arrestua i dyshuari, njoftoi avokatja Zana Bala-Pula.",
    ],
)
def test_whom_a_title_or_a_hyphen_names_is_no_place(ask, text) -> None:
    assert name(ask, text, "arrest", "arrestua") is None


def test_a_surname_stays_one_where_it_stands_alone(ask) -> None:
    text = "U arrestua Agim Bytyçi për mashtrim. Bytyçi u kap pas një ndjekjeje."
    assert name(ask, text, "arrest", "arrestua") is None


def test_a_town_without_a_title_stays_a_place(ask) -> None:
    text = "Gjyqtari i Krastës u arrestua. Policia Vlorë e kapi në Vlorë."
    assert name(ask, text, "arrest", "arrestua") is not None


def test_a_quarter_lies_in_the_town_named_behind_it(ask) -> None:
    assert country(ask, "Dy motra u arrestuan në Çarshinë e Vjetër të Prizrenit.", "arrest", "arrestuan") == "XK"


def test_the_nationality_of_somebody_named_is_no_scene(ask) -> None:
    assert country(ask, "U arrestua malazezi Petar Petrović.", "arrest", "arrestua") is None
