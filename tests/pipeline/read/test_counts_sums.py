"""Counts of the arrested: sums that the text tells itself, numbers that are none, and who comes on top of whom."""

from __future__ import annotations

import pytest

from tests.pipeline.read.reports import Report, focus_of, prepare
from tests.pipeline.read.test_counts_company import COUNTS, arrested, arrested_among


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("sr", "Tri uhapšena lica su u Sarajevu. Za sada je uhapšeno osam lica.", 8),
        ("bs", "Sud je produžio pritvor trojici. Akcija je rezultirala do sada s jedanaest uhapšenih.", 11),
        ("sr", "U pritvoru 18 od 34 uhapšena saobraćajca u Čačku.", 34),
        ("en", "Police arrested a man last night, so that the number of arrested persons increased to nine.", 9),
        ("mk", "Бројот на приведени во акцијата „Мраз“ порасна на 11, откако синоќа е фатен еден од нив.", 11),
        ("bs", "Pritvor za trojicu, kućni pritvor za dvije osobe u slučaju lažnih dijagnoza.", 5),
        ("en", "Judge sets custody for three, house arrest for two in a passport scandal.", 5),
        ("sr", "Broj uhapšenih u aferi „Stent“ porastao na 14, za direktorom nabavke se traga.", 14),
        ("hr", "Vozači iz Srbije pali na autocesti: u prtljažnicima deset ljudi. Policija je uhitila trojicu.", 3),
        ("mk", "Притвор за четворица и куќен притвор за двајца. Сите шестмина се приведени во средата.", 6),
        ("mk", "Шеснаесет лица, меѓу кои седум полицајци и двајца нивни началници, приведени се утринава.", 16),
        ("sq", "Tre persona janë privuar nga liria në Tetovë, dy të tjerë janë kapur në Kërçovë.", 5),
        ("sq", "Lista e të ndaluarve është rritur në katër. Policia ka ndaluar mbrëmë një polic.", 4),
        ("en", "Nine people, among them a policeman, a curator and two clerks, were arrested over stolen icons.", 9),
        ("sr", "Slobode lišena tri policajca i dva carinika, dvojica u bekstvu.", 5),
        ("bs", "Na području Tuzle uhapšeno je sedam osoba, a u Zenici još dvoje.", 9),
        ("mk", "Притвор од 30 дена за деветмина осомничени определи Кривичниот суд.", 9),
        ("bs", "Četvorku je policija jučer uhapsila zbog krijumčarenja duhana.", 4),
    ],
)
def test_a_sum_that_the_text_tells_itself_is_the_number(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("sq", "Policia ka ndaluar një numër zyrtarësh. Janë arrestuar 19 punonjës të policisë.", 19),
        ("sq", "Sot janë ekzekutuar 9 urdhër arreste për inceneratorin.", 9),
        ("sq", "Ndaj tre personave u caktua ndalim pas përleshjes.", 3),
        ("sq", "Dogana e Kakavijës, arrestohen kryetari i turnit dhe dy inspektorë", 3),
        ("hr", "Deveterica uhićenih dovedena su jutros u sud.", 9),
        ("en", "Serbia and Montenegro arrest six over a killing in Athens.", 6),
        ("en", "The driver, a Bulgarian aged 57, has been placed in 48-hour police custody.", 1),
        (
            "en",
            "Three people are in custody in Sweden. A spokesman said so. Another seven were arrested in Bosnia.",
            10,
        ),
    ],
)
def test_numbers_of_warrants_and_of_others_are_read(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_initials_and_the_name_in_full_are_one_person(region) -> None:
    text = (
        "Приведени се Неџа Муратова и Саша Трифунов. Од полицијата велат дека вчера "
        "лишени се од слобода Н.М. (52) и С.Т. (44)."
    )
    assert arrested_among(region, "mk", text, "Неџа Муратова", "Саша Трифунов", "Н.М.", "С.Т.") == 2


def test_who_is_sought_is_not_one_of_those_arrested(region) -> None:
    text = "Приведен е шпедитерот Ранко Перов, а полицијата го бара и Стевица Лаков."
    assert arrested_among(region, "mk", text, "Ранко Перов", "Стевица Лаков") == 1


def test_he_with_whom_others_were_arrested_is_counted_once(region) -> None:
    text = (
        "Uhapšen je načelnik Rifet Perić. Lišeni su slobode i njegov savjetnik Senad Lukić, "
        "Aldina Marić te vlasnik firme Elvedin Bašić."
    )
    assert arrested_among(region, "bs", text, "Rifet Perić", "Senad Lukić", "Aldina Marić", "Elvedin Bašić") == 4


def test_a_number_that_opens_the_title_counts_what_no_list_knows(region) -> None:
    prepared = prepare(
        region,
        Report("title", "en", "They sold the debts.", "9 credit and enforcement clerks are arrested", published=None),
    )
    counts, _ = COUNTS(prepared, focus_of(region, prepared))
    assert counts["arrested"] == 9


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("mk", "Уапсен е Енвер Салиев. Беа приведени уште Тодор Цуцулов и Лутфи Јакупов.", 3),
        ("mk", "По уапсувањето на директорот, уапсени се и двајца членови на комисијата.", 2),
        ("sr", "Uhapšen je državljanin Srbije. Uhapšeni B.M. traži se zbog ubistva.", 1),
        ("sq", "Policia ka arrestuar një 24-vjeçar. Klandestinët nga vendet e treta janë shoqëruar në polici.", 1),
    ],
)
def test_words_beside_a_verb_tell_who_comes_on_top(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_a_long_description_of_the_first_does_not_end_a_list(region) -> None:
    text = (
        "Policija je lišila slobode Radosava Ć. (54), šefa Područne jedinice Uprave za gazdovanje šumama u "
        "Bijelom Polju, i revirnog inženjera Amera H. (36)."
    )
    assert arrested_among(region, "sr", text, "Radosava Ć.", "Amera H.") == 2


def test_the_lines_below_read_also_tell_other_stories(region) -> None:
    text = "Уапсен е Панче Јавров на аеродромот во Скопје.\n\nПрочитајте и:\nВо Битола уапсени шестмина со дрога"
    assert arrested(region, "mk", text) == 1


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "The number of those arrested has risen to 17 after two more suspects turned themselves in.", 17),
        ("en", "The judge set custody for three and house arrest for two. All five were arrested on Saturday.", 5),
        (
            "en",
            "The driver was detained on the spot. The other two suspects, who drove before him, were detained later.",
            3,
        ),
    ],
)
def test_all_of_them_and_the_other_two(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Three were arrested in Leskovac and one in Vlasotince.", 4),
        ("sr", "Policija je uhapsila sedam osoba u Bihaću, a u Karlovcu još dvoje.", 9),
        ("mk", "Полицијата уапси седум лица во Скопје, а во Тетово уште двајца.", 9),
    ],
)
def test_those_of_another_place_come_on_top_wherever_it_stands(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "In the operation a sergeant of the Border Police and two customs officers were arrested.", 3),
        ("en", "Police in Skopje arrested the owner of a gym in Aerodrom and three doormen on Saturday.", 4),
        ("en", "Four customs officers of the Indirect Taxation Authority and a freight dispatcher were arrested.", 5),
        ("mk", "Уапсени се директорот на одделението во Охрид, неговиот заменик, еден нотар и геометар.", 4),
        ("en", "Eleven people were arrested in Albania and four in Italy. Among the arrested is an officer.", 15),
        ("en", "The number of those arrested in the case of the fictitious guarding of the port has risen to nine.", 9),
    ],
)
def test_who_is_told_by_a_noun_comes_on_top_whatever_is_said_of_him(
    region, language: str, text: str, number: int
) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Nekoliko funkcionera, među njima i bivši ministar, uhapšeno je zbog zloupotrebe položaja."),
        ("mk", "Неколку функционери, меѓу кои и поранешен министер, се уапсени за поткуп."),
        ("en", "Several officials, among them a former minister, were arrested over bribes."),
    ],
)
def test_several_of_whom_one_is_told_are_no_number(region, language: str, text: str) -> None:
    assert arrested(region, language, text) is None


def test_nobody_is_added_to_those_whom_the_title_counts(region) -> None:
    text = (
        "Bivši načelnik N. P. i još 19 osoba uhapšeni su u ponedeljak zbog tendera. Vlasnici firmi, a petorica su "
        "takođe privedena, vraćali su deset odsto."
    )
    assert arrested(region, "sr", text, "Dvadesetoro uhapšenih zbog tendera") == 20


@pytest.mark.parametrize(
    ("language", "first", "then", "number"),
    [
        (
            "en",
            "Eleven people were detained.",
            "Three more, including the owner A. B. (36), were caught too.",
            14,
        ),
        (
            "sr",
            "Jedanaest osoba je uhapšeno u Baru.",
            "Još troje, među njima i vlasnik A. B. (36), uhapšeno je.",
            14,
        ),
        (
            "sr",
            "Dvoje je uhapšeno u Baru.",
            "Pustili su petoricu, među njima i brata; u pritvoru su A. B. i C. D.",
            2,
        ),
        ("en", "A bag was found.", "A. B. (47), C. D. (39) and E. F. (28) were taken to the Bar police station.", 3),
    ],
)
def test_an_aside_does_not_part_a_number_from_its_verb(region, language, first, then, number) -> None:
    assert arrested(region, language, f"{first} {then}") == number
