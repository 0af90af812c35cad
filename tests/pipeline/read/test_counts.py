"""Counts: persons by number word, by name, or by a verb that speaks of one; silence stays silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi import regions
from komshi.pipeline.read.counts import Counts
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, focus_of, prepare

COUNTS = Counts(regions.load())


def read(region: Region, language: str, text: str, title: str | None = None) -> dict[str, int]:
    prepared = prepare(region, Report("counts", language, text, title, published="2024-03-15"))
    counts, evidence = COUNTS(prepared, focus_of(region, prepared))
    assert set(evidence) == {kind for kind, value in counts.items() if value is not None}
    return {kind: value for kind, value in counts.items() if value is not None}


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("sr", "Uhapšena su petorica muškaraca zbog krijumčarenja.", 5),
        ("sr", "Ухапшена су тројица осумњичених за рекет.", 3),
        ("sr", "Dvadesetpetorica navijača privedena su posle tuče.", 25),
        ("sr", "Policija je uhapsila 29 lica zbog trgovine drogom.", 29),
        ("sr", "U Nišu je lišeno slobode devet lica.", 9),
        ("hr", "Uhićen je 32-godišnji državljanin Srbije zbog krijumčarenja.", 1),
        ("bs", "Uhapšeno je osam od devet osumnjičenih za utaju poreza.", 8),
        ("sr", "Od 12 osumnjičenih uhapšeno je 11.", 11),
        ("sr", "Uhapšeni su M. K. (27) i B. K. (66) zbog kokaina.", 2),
        ("sr", "Uhapšeni su A. K. (34), B. L. (29) i još dve osobe.", 4),
        ("sr", "Uhapšena je V. B. zbog primanja mita.", 1),
        ("sr", "Policija je uhapsila muškarca zbog krijumčarenja droge.", 1),
        ("sr", "Hapšenje petorice policajaca potvrđeno je danas.", 5),
        ("sr", "Uhapšena su dva brata zbog uzgoja konoplje.", 2),
        ("sr", "Osam rukovodilaca i sedam vlasnika firmi uhapšeno je zbog mita.", 15),
        ("mk", "Уапсени се пет лица за трговија со дрога во Скопје и Тетово.", 5),
        ("mk", "Полицијата во Тетово вчера уапси четворица за трговија со дрога.", 4),
        ("mk", "Приведен е 41-годишен скопјанец за изнуда на угостител.", 1),
        ("mk", "Уапсени се осуммина полицајци што земале мито.", 8),
        ("sq", "Policia arrestoi dje pesë persona për trafik droge.", 5),
        ("sq", "Dy vëllezërit u arrestuan për armë pa leje.", 2),
        ("sq", "Në Vlorë u arrestua një shtetas italian për kokainë.", 1),
        ("sq", "Bashkë me të u arrestuan edhe dy persona të tjerë për mitë.", 3),
        ("en", "Two men, aged 34 and 41, were arrested with cocaine.", 2),
        ("en", "Police arrested six people in a cocaine raid.", 6),
        ("en", "The mayor was arrested for taking a bribe.", 1),
    ],
)
def test_the_arrested_are_counted(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text).get("arrested") == arrested


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Za sedam osumnjičenih se traga."),
        ("sr", "Nalog za hapšenje izdat je za 26 osoba."),
        ("hr", "Privedeno je nekoliko osoba zbog kokaina."),
        ("sr", "U akciji je učestvovalo 120 policajaca."),
        ("sr", "Osumnjičeni nije uhapšen."),
        ("en", "Border police found 37 migrants in a van."),
        ("sq", "Lirohet i dyshuari që u kap me armë."),
    ],
)
def test_suspects_warrants_police_and_silence_are_no_arrests(region, language: str, text: str) -> None:
    assert "arrested" not in read(region, language, text)


def test_migrants_who_are_stopped_are_not_arrested(region) -> None:
    text = "Granična policija pronašla je 37 migranata u kombiju i privela vozača."
    assert read(region, "sr", text) == {"arrested": 1}


@pytest.mark.parametrize(
    ("language", "text", "charged"),
    [
        ("sr", "Podignute su 44 optužnice zbog ubistva.", 44),
        ("bs", "Potvrđena je optužnica protiv sedam osoba zbog mita.", 7),
        ("mk", "Поднесен е обвинителен акт против него, а покрај него се обвинети уште шестмина.", 7),
        ("mk", "Обвинителството поднесе обвинение против тројца полицајци што земале мито.", 3),
        ("sq", "Pesë persona u akuzuan për trafik qeniesh njerëzore.", 5),
        ("sq", "U ngrit aktakuzë ndaj Arben Mollës dhe dy bashkëpunëtorëve për mitë.", 3),
        ("en", "He and six others were charged with smuggling cigarettes.", 7),
    ],
)
def test_the_charged_are_counted_with_those_they_are_named_beside(region, language, text, charged) -> None:
    assert read(region, language, text).get("charged") == charged


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "U pucnjavi su ubijena dvojica muškaraca, a jedna žena je ranjena.", {"killed": 2, "injured": 1}),
        ("cnr", "Vođa klana ubijen je u Kotoru.", {"killed": 1}),
        ("mk", "Водачот на навивачите беше застрелан во Белград.", {"killed": 1}),
        ("sq", "Dy persona humbën jetën e tre të tjerë u plagosën nga shpërthimi.", {"killed": 2, "injured": 3}),
        ("en", "A gang leader was shot dead in Budva and two bystanders were wounded.", {"killed": 1, "injured": 2}),
    ],
)
def test_the_dead_and_the_injured_are_counted(region, language: str, text: str, expected: dict) -> None:
    assert read(region, language, text) == expected


def test_the_dead_of_other_years_are_not_those_of_the_news(region) -> None:
    text = "U Nikšiću je sinoć ranjen A. B. (29), a prije dvije godine na istom mjestu ubijen je njegov brat."
    assert read(region, "cnr", text) == {"injured": 1}


def test_names_beside_the_word_victims_are_not_counted(region) -> None:
    text = "Ministar Petar Zorić otvorio je sigurnu kuću: pomagaće se žrtvama trgovine ljudima, rekla je Ana Kolar."
    assert "victims" not in read(region, "sr", text)


def test_the_number_called_a_total_beats_its_parts(region) -> None:
    text = "U policiju su privedene dvije, a potom još tri osobe, dok je ukupno uhapšeno osam osumnjičenih."
    assert read(region, "bs", text)["arrested"] == 8


@given(
    st.lists(
        st.sampled_from(["uhapšen", "pet", "osoba", "A. B.", "(27)", "i", "još", ",", "od", "ubijena", "nije", "."])
    )
)
@settings(max_examples=60, deadline=None)
def test_no_mixture_of_numbers_names_and_verbs_breaks_the_counter(words: list[str]) -> None:
    for value in read(regions.load(), "sr", " ".join(words)).values():
        assert value > 0


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("sq", "U arrestuan dy shtetas, 34 dhe 41 vjeç, për kokainë.", 2),
        ("en", "Police arrested 19 people, among them two Serbian nationals.", 19),
        ("sr", "Uhapšeno je 11 osoba, među njima dva policajca.", 11),
        ("sr", "Slobode su lišena trojica Budvana zbog krađe vozila.", 3),
    ],
)
def test_ages_and_parts_of_the_whole_are_not_added(region, language: str, text: str, arrested: int) -> None:
    assert read(region, language, text)["arrested"] == arrested


def test_a_number_that_ends_a_sentence_does_not_count_the_next(region) -> None:
    text = "Пуцано је на кафић у Блоку 45. Рањен је мушкарац познат полицији."
    assert read(region, "sr", text)["injured"] == 1


@pytest.mark.parametrize(
    ("language", "text", "charged"),
    [
        (
            "sr",
            (
                "Пред судом у Приједору почело је суђење за намјештени тендер. Оптужени Г. С. (56) и П. Ђ. "
                "(48), као и још двије особе, изјавили су да нису криви."
            ),
            4,
        ),
        ("bs", "Optuženi G. S. i P. Đ., te još tri osobe, terete se za primanje mita.", 5),
        ("mk", "Обвинетите Г. С. (56) и П. Ѓ. (48), како и уште две лица, изјавија дека не се виновни за мито.", 4),
        ("sq", "Të akuzuarit G. S. dhe P. G., si dhe dy persona të tjerë, u deklaruan të pafajshëm për ryshfet.", 4),
        ("en", "The defendants G. S. (56) and P. D. (48), as well as two others, pleaded not guilty to bribery.", 4),
    ],
)
def test_the_charged_are_those_named_and_the_others_with_them(
    region: Region, language: str, text: str, charged: int
) -> None:
    assert read(region, language, text).get("charged") == charged


def test_two_persons_joined_by_and_are_two(region: Region) -> None:
    text = "Direktor i vozač firme optuženi su u Vranju da su istovarili opasan otpad."
    assert read(region, "sr", text) == {"charged": 2}
