"""Wordings of real pages that were once read wrong: who speaks, what is only asked for, lists, far countries.

All names are invented.
"""

from __future__ import annotations

import pytest

from komshi.pipeline.types import Article
from tests.pipeline.read.test_live_pages import READER, named, read, roles

ACCUSED = {"suspect", "charged", "convicted"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "bs",
            (
                "Devet osoba uhapšeno je u Zenici zbog kokaina. Načelnica Odjeljenja za odnose sa javnošću Mirna "
                "Javorić je naglasila da su osobe uhapšene zbog osnova sumnje da su prodavale drogu."
            ),
            "Mirna Javorić",
        ),
        (
            "sq",
            (
                "Prokuroria ka kryer një aksion kundër korrupsionit, duke arrestuar disa zyrtarë, përfshirë një "
                "ish-ministër, njoftoi ministri në detyrë i Drejtësisë, Arben Lisi. Sipas Lisit, personat e arrestuar "
                "dyshohen për ryshfet."
            ),
            "Arben Lisi",
        ),
        (
            "sq",
            (
                "Dy persona janë arrestuar për ryshfet në Gjilan. Siç ka thënë zëdhënjësa e Prokurorisë, Vlora Lisi, "
                "të arrestuarit dyshohen për keqpërdorim të detyrës."
            ),
            "Vlora Lisi",
        ),
    ],
)
def test_whoever_speaks_for_an_office_is_not_one_of_those_arrested(language: str, text: str, name: str) -> None:
    assert roles(language, text)[name] == "official"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "A panel at the District Court of Prizren on Monday rejected all the charges against S.K., N.M. and "
                "A.R. in a heroin case. S.K. and A.R. were charged with possession of heroin."
            ),
        ),
        (
            "mk",
            (
                "Денеска падна пресуда за рекетот на патарините. Обвинетите В. Ј. и З. Б. се ослободуваат од обвинение "
                "за злоупотреба на службената положба, пресуди судот во Скопје."
            ),
        ),
    ],
)
def test_nobody_is_accused_whose_charges_a_court_rejects(language: str, text: str) -> None:
    assert ACCUSED.isdisjoint(roles(language, text).values())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bs", "U Bihaću su zbog krijumčarenja migranata uhapšeni državljanin Irana i državljanin Afganistana."),
        ("en", "Albanian gang flooded Royal Wells with cocaine. Ten were jailed in the Kent town of Royal Wells."),
        ("en", "Forty Persons arrested for cocaine in Bar. Among the persons arrested are two policemen."),
        ("sq", "Policia sekuestroi kokainë në Durrës. U hetua edhe Ministria e Bujqësisë dhe Zhvillimit Rural."),
    ],
)
def test_countries_towns_and_common_words_are_no_persons(language: str, text: str) -> None:
    assert named(language, text) == set()


def test_a_name_that_is_a_villages_too_is_a_persons_in_a_list_of_names() -> None:
    text = "The court in Tirana ordered custody over cocaine for Arben Lisi, Albert Gegë and Agim Plepi."
    assert "Albert Gegë" in named("en", text)


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("en", "Cocaine was seized in Bar on Monday. The prosecutor is asking for the detention of 18 people.", None),
        ("mk", "Кокаин е запленет во Скопје. Обвинителството достави предлог за мерка притвор за осомничениот.", None),
        ("mk", "Албанската полиција привела жител на Поградец со кокаин во возилото.", 1),
        ("mk", "По пукањето поради кокаин полицијата лишили од слобода три лица во Тетово.", 3),
    ],
)
def test_only_arrests_that_happened_are_counted(language: str, text: str, arrested: int | None) -> None:
    assert read(language, text).counts["arrested"] == arrested


def test_the_lines_of_a_list_of_what_was_seized_are_all_told() -> None:
    text = (
        "Police in Bar arrested two men over cocaine. The following was found and seized from the suspects:\n"
        "·         (1) revolver\n·         (13) bullets caliber 7.65mm\n·         (2110) Euro\n"
        "·         (7800) Albanian Lekë"
    )
    told = {(one.item, one.amount) for one in read("en", text).quantities if one.role == "subject"}
    assert {("ammunition", 13), ("money", 2110), ("money", 7800)} <= told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "During searches at 23 locations in Bar police found 14 kilos of cocaine and arrested two men."),
        ("hr", "Tijekom pretraga na 23 lokacije u Baru policija je pronašla 14 kilograma kokaina i uhitila dvojicu."),
        ("mk", "При претреси на 23 локации во Скопје полицијата најде 14 килограми кокаин и приведе двајца."),
        ("sq", "Gjatë bastisjeve në 23 lokacione në Pejë policia gjeti 14 kilogramë kokainë dhe arrestoi dy veta."),
    ],
)
def test_places_that_are_searched_are_no_things_that_are_found(language: str, text: str) -> None:
    assert {one.amount for one in read(language, text).quantities} == {14}


def test_what_was_seized_since_the_start_of_a_year_is_no_find_of_today() -> None:
    text = (
        "The Guardia di Finanza seized on Sunday a speedboat with 550 kg of marijuana from Albania. "
        "Since the start of 2025, it has seized 14 tons of marijuana in 14 cargoes."
    )
    told = {(one.amount, one.unit) for one in read("en", text).quantities if one.role == "subject"}
    assert told == {(550, "kg")}


LINE = "NEWS 04.03.2025 17:34 0 comments\n"
CAPTION = "Photo: Komshi\n\nBosnian police at work.\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{LINE}Cocaine was seized in Bar on Sunday and two men were arrested.", "2025-03-02"),
        (f"{CAPTION}Grenades were seized on Monday from a ring in Bosnia watched since last year.", "2025-03-03"),
    ],
)
def test_a_line_that_only_dates_the_page_is_not_the_day_of_the_news(text: str, day: str) -> None:
    assert read("en", text).date == day


def test_a_day_that_is_written_out_goes_before_a_today_of_which_only_the_month_is_known() -> None:
    text = (
        "Policia ka sekuestruar sot një sasi kokaine në portin e Durrësit. Më datë 07 Mars 2025, gjatë kontrollit në "
        "pikën kufitare, u gjet droga në një kamion."
    )
    reading = READER.read(Article("page", text, None, language="sq", published="2025-03"))
    assert reading.events[0].date == "2025-03-07"


@pytest.mark.parametrize(
    "office",
    [
        "until lately the head of the Customs Office of Montenegro",
        "a deputy minister and before that a mayor in Niksic",
    ],
)
def test_an_office_between_a_name_and_its_verb_shields_nobody(office: str) -> None:
    text = f"Ivo Lipar, {office}, was arrested over cocaine in Bar on Monday. Lipar insisted that he had broken no law."
    assert roles("en", text)["Ivo Lipar"] in ACCUSED


def test_the_one_who_was_kidnapped_is_the_victim_of_a_convict() -> None:
    text = (
        "A court in Belgrade jailed Ivo Lipar, the leader of a cocaine clan, for 40 years. He also got seven years for "
        "kidnapping Marko Brezic, owner of a holding."
    )
    assert roles("en", text)["Marko Brezic"] == "victim"


def test_words_that_are_split_to_hide_them_are_read() -> None:
    text = "Policia ka sekues^truar 22 kg koka^inë në Tetovë, ndërsa janë arr^estuar dy persona."
    assert read("sq", text).counts["arrested"] == 2


def test_the_words_of_a_headline_in_capitals_are_no_part_of_a_name() -> None:
    text = "Ana Lipar Escorted From Home Over Cocaine\n\nPolice in Bar arrested Ana Lipar on Monday over cocaine."
    assert named("en", text) == {"Ana Lipar"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "mk",
            "Во прв степен Стојан Јаворски беше осуден на 3 години затвор за мито, но Апелација го врати предметот.",
        ),
        (
            "sr",
            "Petar Gajić je prvostepeno osuđen na tri godine zatvora za mito, ali je predmet vraćen Višem sudu u Nišu.",
        ),
        ("sq", "Arben Lisi u dënua me tre vjet burg për ryshfet, por Apeli e ktheu çështjen në Gjykatën e Tiranës."),
        (
            "en",
            "Ivo Lipar was sentenced to three years for bribery, but the Appeals Court in Skopje returned the case.",
        ),
    ],
)
def test_a_case_that_is_sent_back_convicts_nobody(language: str, text: str) -> None:
    assert "convicted" not in roles(language, text).values()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ilir Lipa of Vlora is suspected of bribery. Lipa is serving a sentence in Fier prison for another crime.",
        ),
        ("sr", "Petar Gajić je osumnjičen za mito u Nišu. Gajić već služi kaznu zbog drugog dela."),
        ("mk", "Стојан Јаворски е осомничен за мито во Скопје. Јаворски веќе отслужува казна за друго дело."),
        ("sq", "Arben Lisi dyshohet për ryshfet në Tiranë. Lisi po vuan dënimin për një tjetër vepër."),
    ],
)
def test_who_serves_a_sentence_for_something_else_is_no_convict_of_this_case(language: str, text: str) -> None:
    assert "convicted" not in roles(language, text).values()
