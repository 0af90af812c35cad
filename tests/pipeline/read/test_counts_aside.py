"""Counts of the arrested: what is said of somebody between two commas, and who comes behind it."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_counts_company import arrested, arrested_among


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("mk", "Задржани се тројца италијански државјани, на 58, 61 и 66 години, и нивниот водач Драган П. од Бар.", 4),
        ("mk", "Полицијата уапси двајца македонски државјани, 29 и 33 години, и еден германски државјанин.", 3),
        ("sq", "U arrestuan dy kujdestarë, Artan Gjoka (23) dhe Besnik Hoti (57), si edhe elektricisti Ilir Duka.", 3),
        ("sr", "Zajedno sa njim zadržana su dva lučka radnika, holandski državljani, i vozač kamiona.", 4),
        ("mk", "Двајца лекари од комисијата, сестрата Ана Петрова и тројца посредници се уапсени денеска.", 6),
    ],
)
def test_whoever_comes_behind_an_aside_counts(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "The driver, a citizen of Austria, and the co-driver, a Bulgarian, were detained at the border.", 2),
        ("cnr", "Vozač cisterne, državljanin Albanije (31), i vlasnik firme, koji je išao ispred, uhapšeni su.", 2),
        ("sr", "Četiri čoveka, među njima i čuvar muzeja, uhapšena su juče u Požarevcu.", 4),
        ("sr", "Privedeni su 35-godišnjak, 38-godišnjak i 40-godišnjak.", 3),
    ],
)
def test_who_somebody_is_makes_no_second_person(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number", "names"),
    [
        (
            "mk",
            "Полицијата ги лиши од слобода Б.И.(29) и Н.А.(26), двајцата од село Зајас, и М.П.(44) од Гостивар.",
            3,
            ("Б.И.", "Н.А.", "М.П."),
        ),
        (
            "en",
            "Police detained Dalibor S. (28) and Kristijan M. (23), who poured petrol on the order of Slaviša Cvetić.",
            2,
            ("Dalibor S.", "Kristijan M.", "Slaviša Cvetić"),
        ),
        (
            "sq",
            "Policia ka vënë në pranga Artan Gjokën, 31 vjeç, roje te firma “Eko Trans” e biznesmenit Besnik Hoti.",
            1,
            ("Artan Gjokën", "Besnik Hoti"),
        ),
    ],
)
def test_a_list_of_names_ends_where_something_else_is_said(
    region, language: str, text: str, number: int, names: tuple[str, ...]
) -> None:
    assert arrested_among(region, language, text, *names) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("mk", "Сопственичката на агенцијата е уапсена поради сомнеж дека на 17 лица им ветила визи.", 1),
        ("sq", "Policia arrestoi shoferin që transportonte 31 persona pa dokumente.", 1),
        ("sr", "Uhapšen je muškarac koji je prevozio 11 osoba ka Austriji.", 1),
        ("sq", "Paraburgim për shefin e doganës, suspendohen shtatë doganierë.", 1),
        ("en", "Custody for the customs chief, suspended are seven officers.", 1),
        ("sq", "Ndalohen 17 emigrantë në një furgon, arrestohet shoferi.", 1),
    ],
)
def test_a_number_of_another_clause_is_none_of_a_verb(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number", "names"),
    [
        ("cnr", "Uhapšen je Zoran Mitrić (46). Uhapšen je i njegov domaćin, grčki državljanin G. P. (52).", 2, None),
        (
            "sr",
            "Vozač R. N. (26) je uhapšen, a sutradan je u Kanjiži lišen slobode i njegov rođak A. N. (32).",
            2,
            None,
        ),
        ("hr", "Uhićen je vozač Slaviša M. (47). Uhićen je i Županijski sud odredio mu je istražni zatvor.", 1, None),
        ("mk", "Го лишиле од слобода Б.Н.(22). Тој бил приведен и предаден на полицијата.", 1, None),
        (
            "sr",
            "Policija je uhapsila S. M. (57). Za sinom L. M. (29) se traga. Osumnjičenom je određeno zadržavanje.",
            1,
            ("S. M.", "L. M."),
        ),
        (
            "en",
            "Police in Bar arrested five. At the same time, the police of Budva took three persons into custody.",
            8,
            None,
        ),
    ],
)
def test_one_told_after_another_is_one_more_only_if_it_is_another(
    region, language: str, text: str, number: int, names: tuple[str, ...] | None
) -> None:
    found = arrested_among(region, language, text, *names) if names else arrested(region, language, text)
    assert found == number


@pytest.mark.parametrize(
    ("language", "text", "title", "number"),
    [
        (
            "en",
            "A judge ordered house arrest for the mayor. The six were arrested early on Tuesday in Murtino.",
            "Detention for two associates in paving case",
            6,
        ),
        (
            "sq",
            (
                "Gjykata caktoi paraburgim për dy të dyshuar. Të tre u arrestuan të mërkurën. Së bashku me ta ishin "
                "privuar nga liria edhe dy nëpunëse."
            ),
            "Subvencionet: paraburgim për dy bashkëpunëtorë",
            5,
        ),
        ("mk", "Судијата определи притвор за тројца од шестмината приведени од преминот Табановце.", None, 6),
        ("bs", "Od devet službenika i špeditera uhapšenih u akciji, u pritvoru ostaje samo jedan.", None, 9),
        ("mk", "Тројца од осумте пријавени се приведени, а против сите е поднесена кривична пријава.", None, 3),
    ],
)
def test_all_who_were_arrested_count_where_a_court_keeps_some(
    region, language: str, text: str, title: str | None, number: int
) -> None:
    assert arrested(region, language, text, title) == number


@pytest.mark.parametrize(
    ("language", "text", "title", "number"),
    [
        ("en", "Authorities on Thursday detained nine people, six of them customs officers, over cigarettes.", None, 9),
        ("en", "By the evening 12 of the 14 had been arrested.", None, 12),
        (
            "sr",
            "Policija je uhapsila šest osoba zbog seče šume na Goliji.",
            "Šumokradice: Uhapšena i dva čuvara šuma",
            6,
        ),
        ("hr", "Uhićeni su vozač i pratnja.", "Zaustavljen kombi s 31 migrantom, uhićeni vozač i pratnja", 2),
        ("mk", "Мерката е изречена вчера.", "Кредити на мртви: банкарка и тројца соработници уапсени", 4),
        (
            "en",
            "Rajko Šekul was arrested this morning. Together with him fell inspector Dejan Vukaš and Saša Peraš.",
            None,
            3,
        ),
    ],
)
def test_parts_and_migrants_are_no_more_arrested(
    region, language: str, text: str, title: str | None, number: int
) -> None:
    assert arrested(region, language, text, title) == number


@pytest.mark.parametrize(
    ("language", "text", "title", "number"),
    [
        ("mk", "Десет лица се уапсени во Скопје, Велес и Прилеп, а шест осомничени се приведени во Србија.", None, 16),
        ("hr", "Pet dilera uhićeno je u Banjaluci, četvero u Brodu te jedan u Usori.", None, 10),
        (
            "mk",
            "Приведен е судијата Ристо Наков. Со него се лишени од слобода и Шкелзен Мети и еден угостител.",
            None,
            3,
        ),
        ("sr", "Uhapšen je zajedno sa savetnikom Refikom Omićem i građevinarom Almirom Džanićem.", None, 3),
        (
            "sr",
            "Policija je uhapsila M. B. (33) i I. B. (30). Programer N. C. (26) uhapšen je istog jutra u Beogradu.",
            None,
            3,
        ),
        ("sq", "Inspektorët u arrestuan dje dy veta. Pak më vonë, te pompa, u kap edhe ndërmjetësi.", None, 3),
        ("hr", "Pritvor za petero. Šesti uhapšeni, N. B. (41), pušten je nakon ispitivanja.", None, 6),
        ("sq", "Paraburgim për katër persona, kurse dy të tjerëve arrest shtëpiak.", None, 6),
        ("sq", "Hetimi vazhdon.", "SPAK arreston zëvendëskryetarin e bashkisë dhe pesë të tjerë", 6),
        ("sr", "Policija je uhapsila Dejana Mrkića (36), koji je 3. maja pobegao stražarima.", None, 1),
    ],
)
def test_those_told_beside_in_other_places_and_later_are_added(
    region, language: str, text: str, title: str | None, number: int
) -> None:
    assert arrested(region, language, text, title) == number
