"""Who was taken and let go, who only paid a fine, and whose verdict a measure tells. Every person here is invented."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.test_who import ACCUSED, roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Ivo Lipar (45), handcuffed with the rest, went free the next morning.", "Ivo Lipar"),
        ("en", "Ivo Lipar (45) was arrested too. After two hours he was let go.", "Ivo Lipar"),
        ("sr", "Policija je privela i Ivana Lipara (45) i pustila ga prije ponoći.", "Ivan Lipar"),
        ("sr", "Uhapšen je i Ivo Lipar (45). Poslije dva sata je pušten.", "Ivo Lipar"),
        ("mk", "Приведен е и Горан Липоски (45). По два часа беше пуштен.", "Горан Липоски"),
        ("sq", "Policia ndaloi edhe Arben Lisin (45) dhe e lëshoi para mesnate.", "Arben Lisi"),
        ("sq", "U shoqërua edhe Arben Lisi (45). Pas dy orësh u la i lirë.", "Arben Lisi"),
    ],
)
def test_whoever_was_taken_and_let_go_is_not_accused(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Uhapšen je Ivo Lipar (45), pa pušten uz jemstvo.", "Ivo Lipar"),
        ("sr", "Uhapšen je Ivo Lipar (45); dvojica su puštena.", "Ivo Lipar"),
        ("sr", "Uhapšen je Ivo Lipar (45), dok su dvojica vozača puštena.", "Ivo Lipar"),
        ("mk", "Приведен е Горан Липоски (45). Таксистот по еден час е пуштен.", "Горан Липоски"),
        ("en", "Ivo Lipar (45) was arrested and released on bail.", "Ivo Lipar"),
    ],
)
def test_bail_or_the_release_of_others_lets_nobody_go(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "arrest")[name] == "suspect"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sq", "Shoferi Arben Lisi u dënua vetëm me gjobë prej 300 eurosh.", "Arben Lisi"),
        ("sr", "Vozač Ivo Lipar (48) kažnjen je na licu mjesta s 650 eura.", "Ivo Lipar"),
        ("mk", "Возачот Горан Липоски е казнет прекршочно.", "Горан Липоски"),
        ("en", "The driver, Ivo Lipar (48), was fined 500 euros.", "Ivo Lipar"),
    ],
)
def test_a_fine_without_a_trial_is_no_conviction(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "seizure")[name] == "other"


def test_a_sentence_of_an_earlier_year_that_is_served_convicts_nobody_of_what_is_found_now(who, region) -> None:
    text = "Lipar je u pritvoru. Njegov rođak Ivo Lipar odslužio je 2016. kaznu u Skoplju za šverc duvana."
    assert roles(who, region, "sr", text, "seizure")["Ivo Lipar"] != "convicted"


def test_whoever_visits_the_convicted_is_not_convicted(who, region) -> None:
    assert roles(who, region, "sr", "Konzul Ivo Lipar obišao je osuđene.", "conviction")["Ivo Lipar"] == "official"


def test_whose_relative_is_arrested_is_not_accused(who, region) -> None:
    text = "Ivo Lipar, whose son is among those arrested, said that the family was ashamed."
    assert roles(who, region, "en", text, "arrest")["Ivo Lipar"] not in ACCUSED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Petoro je osuđeno; vođa Ivo Lipar dobio je sedam godina.", "Ivo Lipar"),
        ("sr", "Na 13 godina osuđen je Petar Gajić, a na 9 njegov školski drug Ivo Lipar.", "Ivo Lipar"),
        ("mk", "Осуммина се осудени; предводникот, Горан Липоски, на 14 години.", "Горан Липоски"),
        ("sq", "Pesë veta janë dënuar; kreu Arben Lisi me shtatë vjet.", "Arben Lisi"),
    ],
)
def test_the_measure_tells_whose_verdict_it_is(who, region, language: str, text: str, name: str) -> None:
    assert roles(who, region, language, text, "extradition")[name] == "convicted"


def test_police_look_for_whom_the_words_name_next(who, region) -> None:
    text = "Three men are in custody. The police are looking for Ivo Lipar, who got away over the roof."
    assert roles(who, region, "en", text, "arrest")["Ivo Lipar"] == "suspect"
