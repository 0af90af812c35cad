"""Counts of the arrested by a list that tells each in another way, and by what comes behind and beside a number."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_counts_company import arrested


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Those arrested today are the owner of the firm, five team leaders and two accountants.", 8),
        ("en", "Police arrested a shift leader, two inspectors and a freight forwarder in Bar.", 4),
        ("mk", "Приведени се поранешниот директор на агенцијата, советник и тројца раководители.", 5),
        ("mk", "Возачот и неговиот сопатник се фатени на лице место.", 2),
        ("sq", "Në pranga përfunduan organizatori B. I. (48), dy krupierë dhe dy roje.", 5),
        ("sq", "U arrestuan A. Zh. (34) nga Përmeti, Klodian M. (29), si dhe drejtuesi i mjetit.", 3),
        ("sr", "Uhapšena četiri saobraćajca i šest vozača.", 10),
        ("bs", "Uhapšeni su direktor preduzeća, njegov vozač i dvojica čuvara.", 4),
    ],
)
def test_each_of_a_list_is_told_in_another_way(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Police arrested eight people, among them the mayor and a driver.", 8),
        ("en", "Police arrested six people, including the mayor, two clerks and a driver.", 6),
        ("en", "Police arrested two brothers, A. B. and C. D.", 2),
        ("bs", "Uhapšeni su brat i sestra, Zoran i Gordana Ninić.", 2),
        ("sr", "Vlasnik firme, državljanin Hrvatske Tomislav Ercić, i špediter Željko Radun u pritvoru su.", 2),
        ("mk", "Задржан е неговиот син, дваесет и седумгодишниот Ардит Б.", 1),
    ],
)
def test_what_a_list_says_of_those_told_before_adds_nobody(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Twenty-one people have been arrested in the operation.", 21),
        ("en", "Albania and Italy: 30 arrests for trafficking across the Adriatic", 30),
        (
            "en",
            "The three arrests bring the number of persons detained in this investigation to 31, all of them men.",
            31,
        ),
        ("sr", "U ponedeljak su uhapšena trojica, danas još dvojica.", 5),
        (
            "bs",
            "Taksista i još šestorica uhapšeni su zbog sumnje da su u Bosnu i Hercegovinu prebacili 180 migranata.",
            7,
        ),
        ("mk", "Десетмина се во притвор, тројца во куќен притвор.", 13),
        ("sr", "Načelnik Radoslav Tešić je u pritvoru, a s njim i preduzetnik Mile Šarić, obojica uhapšeni juče.", 2),
        ("hr", "Vozač N. Ž. uhićen je zajedno sa suvozačicom D. B. (31), a kupac, državljanin Danske, traži se.", 2),
    ],
)
def test_a_number_is_read_whole_and_once(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_those_of_an_hour_later_come_on_top(region) -> None:
    text = "Dy shtetas u arrestuan mbrëmë në aeroport.\n\nNjë orë më pas, në parking, u ndal edhe personi që i priste."
    assert arrested(region, "sq", text) == 3


def test_a_list_of_initials_stands_on_the_line_below(region) -> None:
    text = (
        "The following persons were deprived of liberty:\n\nN.M., A.K., S.H. and E.D.\n\nThey are suspected of bribery."
    )
    assert arrested(region, "en", text) == 4


def test_a_sentence_ends_behind_initials(region) -> None:
    text = "Uhapšeni su juče V.P, N.B. i M.A. Krivičnom prijavom obuhvaćeni su i Ž.L. i T.V, koji su u bjekstvu."
    assert arrested(region, "cnr", text) == 3


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "A man wanted in Italy since 2015 was arrested on Wednesday in Shijak.", 1),
        ("en", "Five of the defendants have never been caught.", None),
        ("bs", "Do dva, lisice: A. B. (23) uhapšen je u kafani.", 1),
        ("bs", "Uhapšen je 34-godišnji A. H., koji je u prostorijama za lišene slobode. Kuća je njegovog ujaka.", 1),
    ],
)
def test_who_was_caught_is_told_by_the_clause_of_the_verb(region, language: str, text: str, number: int | None) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Goce Petrov is in custody, and so are a waitress and the guard Rumen Dimov.", 3),
        ("en", "Two Ukrainians were arrested. So was the Albanian who sold them fuel, Bashkim Nika.", 3),
        ("en", "Police arrested three men from Tuzla. A veterinarian from Brcko was arrested on Wednesday.", 4),
        ("bs", "U Neumu su uhapšena dva lica. U Trebinju su trojica lišena slobode.", 5),
        ("sq", "Gjykata caktoi paraburgim ndaj tre personave nga Kumanova dhe dy nga Lipkova.", 5),
        ("mk", "Три чувари на шуми, еден превозник и сопственик на пилана се уапсени утрово.", 5),
    ],
)
def test_others_are_told_without_a_verb_or_at_another_place(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Two men were arrested at the scene. A third man was arrested on Wednesday.", 3),
        ("en", "Europol said that 61 people had been arrested in seven countries.", 61),
        ("en", "Police arrested a driver. Three migrants were kept in hospital overnight.", 1),
        ("sq", "Patrulla e ndaloi dhe kur hapi derën e furgonit gjeti brenda 16 shtetas.", 1),
    ],
)
def test_what_is_no_number_of_others(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number
