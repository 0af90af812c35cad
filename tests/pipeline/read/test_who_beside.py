"""Who a person is where the words stand beside another: heads of a title, lists of trades, a clause about both."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from tests.pipeline.read.test_who import roles


@pytest.fixture(scope="module")
def who(region: Region) -> Who:
    return Who(region)


def test_the_relative_of_a_victim_is_none(who, region) -> None:
    sq = "Vritet Egzon Lushi. Vëllai i viktimës, Muharrem Lushi, kërkon drejtësi."
    assert roles(who, region, "sq", sq, "killing")["Muharrem Lushi"] == "other"
    mk = "Убиен е Егзон Лушев. Братот на убиениот, Мендим Лушев, бара правда."
    assert roles(who, region, "mk", mk, "killing")["Мендим Лушев"] == "other"


def test_the_lawyer_of_the_suspect_is_none(who, region) -> None:
    text = "Уапсен е Дарко Косев. Адвокатот на осомничениот, Владимир Тренков, најави жалба."
    assert roles(who, region, "mk", text, "arrest") == {"Дарко Косев": "suspect", "Владимир Тренков": "other"}


def test_a_sentence_that_he_was_given_is_not_that_of_the_prosecutor_named_last(who, region) -> None:
    text = (
        "Ванчо Гелев призна; суд ја прифати спогодбата со обвинителот Тодор Зафиров и му изрече казна од една година."
    )
    assert roles(who, region, "mk", text, "conviction")["Тодор Зафиров"] == "official"


def test_former_belongs_to_its_own_title_only(who, region) -> None:
    text = "Firma u themelua nga Ilia Bendo, dikur shofer i kryebashkiakut Thoma Rrapi."
    assert roles(who, region, "sq", text, "revelation")["Thoma Rrapi"] == "official"
    text = "Prokurori Dritan Leshi kërkoi gjashtë vjet për ish-drejtorin."
    assert roles(who, region, "sq", text, "trial")["Dritan Leshi"] == "official"


def test_a_word_for_a_trade_goes_on_with_a_list(who, region) -> None:
    text = "Në qeli ndodhen administratori Rei Zotaj, 34 vjeç, rojtarja Jonida Mulaj dhe murgu Gent Palaj."
    assert set(roles(who, region, "sq", text, "arrest").values()) == {"suspect"}
    text = "Со него се задржани раководителот Тасе Нелоски и вулканизерот Филип Цајкоски."
    assert roles(who, region, "mk", text, "arrest")["Филип Цајкоски"] == "suspect"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Transportin e bënte Artur Shahini me Genti Muçën. Të dy janë në arrati."),
        ("mk", "Транспортот го вршеле Ајет Сулејмани и Никола Тренков. Двајцата се во бегство."),
    ],
)
def test_both_are_the_two_who_were_just_named(who, region, language: str, text: str) -> None:
    assert set(roles(who, region, language, text, "investigation").values()) == {"suspect"}


def test_both_are_not_three(who, region) -> None:
    text = "Транспортот го вршеле Ајет Сулејмани, Никола Тренков и Петар Илиев. Двајцата се во бегство."
    assert "suspect" not in roles(who, region, "mk", text, "other").values()


def test_a_colon_announces_all_behind_it(who, region) -> None:
    text = "Të arrestuar: Arian Cani, 24 vjeç; Eduart Leshi, 31 vjeç, dhe Florian Ndreu, 27 vjeç."
    assert set(roles(who, region, "sq", text, "raid").values()) == {"suspect"}


def test_a_clause_behind_a_semicolon_speaks_of_the_only_one_named(who, region) -> None:
    text = "Судот не се согласи за Рамадан Зекиров; тој ќе се брани од слобода."
    assert roles(who, region, "mk", text, "arrest")["Рамадан Зекиров"] == "suspect"


def test_an_official_in_the_nominative_behind_the_opening_verb_is_its_subject(who, region) -> None:
    text = "U arrestua gjatë mbrëmjes së kaluar shefi i Zyrës së Tatimeve, Andon Qirko."
    assert roles(who, region, "sq", text, "arrest") == {"Andon Qirko": "suspect"}
    text = "U arrestuan dy persona nga Korça, tha prokurori Andon Qirko."
    assert roles(who, region, "sq", text, "arrest") == {"Andon Qirko": "official"}


def test_initials_with_an_age_are_not_the_spokesperson_named_later(who, region) -> None:
    text = "Приведен е Л.Т. (46). Ова го изјави портпаролката Ленче Трпчевска."
    assert roles(who, region, "mk", text, "arrest") == {"Л.Т.": "suspect", "Ленче Трпчевска": "official"}


def test_whoever_becomes_head_after_an_arrest_is_not_arrested(who, region) -> None:
    text = "Косев разрешен два дена по апсењето, Исмаил Бекташоски доаѓа на негово место."
    assert roles(who, region, "mk", text, "resignation").get("Исмаил Бекташоски") != "suspect"


def test_an_office_is_held_by_whom_the_verb_to_be_names(who, region) -> None:
    text = "Нов директор на полицијата е Исмаил Бекташоски."
    assert roles(who, region, "mk", text, "resignation") == {"Исмаил Бекташоски": "official"}


def test_the_wife_of_the_accused_is_named_behind_the_pronoun(who, region) -> None:
    text = "Në bankën e të akuzuarve ulen Ervin Zefi, 36 vjeç, dhe bashkëjetuesja e tij Sonila Gjini, 31."
    assert roles(who, region, "sq", text, "trial")["Sonila Gjini"] == "charged"


def test_a_verdict_that_stands_is_not_undone_by_that_of_another(who, region) -> None:
    text = (
        "Mbetet i pandryshuar dënimi me kusht për farmacistin Rufat Beqiri, kurse ndaj Goran Mitev aktgjykimi u anulua."
    )
    assert roles(who, region, "sq", text, "conviction")["Rufat Beqiri"] == "convicted"


def test_half_of_a_name_with_a_hyphen_is_the_same_person(who, region) -> None:
    text = (
        "Осомничен е Игор Јаворовски-Ламба. Во 2011 година за истото дело и со истиот соучесник, Јаворовски е осуден."
    )
    assert roles(who, region, "mk", text, "arrest") == {"Игор Јаворовски-Ламба": "suspect"}


def test_a_sentence_that_opens_with_a_year_tells_an_old_verdict(who, region) -> None:
    text = "Uhapšen je Igor Brezić zbog mita. U 2011. godini, za isto djelo i pred istim sudom, Brezić je osuđen."
    assert roles(who, region, "bs", text, "arrest") == {"Igor Brezić": "suspect"}


def test_initials_among_others_are_not_whoever_is_named_in_full_later(who, region) -> None:
    text = "Optuženi su D.V., A.B. i B.K. zbog šverca. Tužiteljka Ana Bilić najavila je dokaze."
    found = roles(who, region, "bs", text, "indictment")
    assert found == {"D.V.": "charged", "A.B.": "charged", "B.K.": "charged", "Ana Bilić": "official"}
