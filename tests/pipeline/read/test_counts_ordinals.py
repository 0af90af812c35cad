"""Counts of the arrested: the last of them told by an ordinal, one of several, one with those counted before."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_counts_company import arrested


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        (
            "en",
            "Thirteen suspects were detained in Serbia on Tuesday, and a fourteenth, a bookkeeper, in Limassol.",
            14,
        ),
        ("sq", "Në flagrancë u kapën dy vëllezër, ndërsa i treti, M. N., 22 vjeç, u ndalua me një thes fara.", 3),
        ("mk", "Приведени се шестмина. Седмиот, кој избегал преку покрив, вчера самиот се пријавил во станица.", 7),
        ("mk", "Лишени од слобода се двајца. Третиот беше фатен во Кочани, а навечер се пријави и четвртиот.", 4),
        ("sr", "Uhapšeni su M. T. (26), S. J. (37), L. R. (29) i V. R. (23). Peti uhapšeni, D. M. (31), nije član.", 5),
    ],
)
def test_the_last_of_several_is_told_by_an_ordinal(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Six men were arrested. A seventh, A. B., is still at large.", 6),
        ("mk", "Приведени се М. К. (43) и С. Т. (38), додека третиот, Д. З. (50), бил на пат.", 2),
        ("sr", "Uhapšena su dvojica. Treći put za mesec dana policija je bila u istom selu.", 2),
        ("sq", "Dje u arrestuan dy persona. I treti në radhë është rasti i shitësit.", 2),
        ("en", "Two men were arrested. The third man, a driver, was brought in as well, but was released.", 2),
    ],
)
def test_an_ordinal_adds_nobody_who_was_not_caught(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Two officers were arrested. Together with them the owner of a firm was detained.", 3),
        ("sr", "Uhapšena su dva policajca. Zajedno sa njima uhapšen je i vlasnik firme.", 3),
        ("mk", "Уапсени се двајца полицајци. Заедно со нив уапсен е и сопственик на фирма.", 3),
        ("sq", "U arrestuan dy policë. Bashkë me ta u arrestua edhe pronari i një firme.", 3),
    ],
)
def test_whoever_is_caught_with_them_comes_on_top(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Nine people — six Albanians, two Italians and a Macedonian driver — were taken into custody.", 9),
        ("sr", "Jedan od dvojice krijumčara, E. H. (29) iz okoline Skadra, uhapšen je, a drugi je skočio u vodu.", 1),
        ("mk", "По околу двесте метри бил фатен возачот.", 1),
    ],
)
def test_parts_wholes_and_distances_are_no_more_persons(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "A 29-year-old man and a woman aged 37 were arrested in Smethwick.", 2),
        ("en", "The driver, a Serb from Vranje, and his assistant, 39, were arrested.", 2),
        ("en", "Three guards were arrested. A fourth was held later, taking the number in custody to six.", 6),
        (
            "en",
            "Two men were arrested over cocaine in Bar. They had a gun. In the first nine months police arrested 23.",
            2,
        ),
        ("sr", "Uhapšena su dvojica zbog heroina. Imali su pištolj. U prvih devet meseci uhapšeno je 48 osoba.", 2),
        ("en", "He was arrested yesterday and will be brought before the prosecutor.", 1),
        ("hr", "Dvojica su uhićena u petak. Treći, vijećnik iz Stoca, priveden je u subotu i pušten.", 2),
        ("bs", "Četiri odrasle osobe, dvije žene i dva muškarca, uhapšene su u ponedjeljak.", 4),
        ("sr", "Bračni par uhvaćen je na pijaci, treći na Merdaru.", 3),
    ],
)
def test_ages_totals_and_what_comes_next_are_no_more_persons(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_a_report_adds_to_its_title_whoever_stands_beside_a_number(region) -> None:
    text = "The agency arrested two Serbian nationals and a Dutchman on Monday."
    assert arrested(region, "en", text, title="Dutch arrest two Serbs over chips") == 3
