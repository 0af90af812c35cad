"""Counts: those who were caught elsewhere or later, those who were only brought in, those who got away."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_counts_company import arrested, arrested_among


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "The driver was arrested at the border. In Trieste, Italian police arrested two buyers.", 3),
        ("en", "Two men were arrested on the quay. The same night three others were detained in Bari.", 5),
        ("sr", "Vozač je uhapšen na prelazu. Italijanska policija uhapsila je dve osobe u Trstu.", 3),
        ("mk", "Возачот е уапсен на преминот. Истата ноќ, австриската полиција уапси две лица во Грац.", 3),
        ("sq", "U arrestua shoferi Agim Leka. Policia italiane ndaloi gjatë natës në Bari dy persona.", 3),
    ],
)
def test_those_caught_elsewhere_come_on_top(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Two men were arrested at sea. Italian police arrested two others. In all, four are in custody.", 4),
        ("sr", "Dvojica su uhapšena na moru, istog dana još trojica u luci. Ukupno je iza rešetaka petoro.", 5),
    ],
)
def test_a_sum_that_the_text_gives_is_not_added_again(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Six borrowers were brought in; five of them were allowed home after questioning.", 1),
        ("sr", "Privedeno je jedanaestoro operatera, ali je devetoro posle ispitivanja pušteno.", 2),
        ("mk", "Утрово беа приведени тројца; двајца се пуштени по распит.", 1),
        ("sq", "Policia ka shoqëruar katër vetë; tre u liruan në mëngjes.", 1),
    ],
)
def test_who_was_only_brought_in_and_let_go_is_not_counted(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_who_was_arrested_and_released_later_is_counted(region) -> None:
    assert arrested(region, "sr", "Uhapšene su tri osobe. Jedna je posle saslušanja puštena.") == 3


@pytest.mark.parametrize(
    ("language", "title", "number"),
    [
        ("mk", "Рации во Тетово: уапсени петмина, двајца се бараат", 5),
        ("sr", "Akcija u Nišu: uhapšena četvorica, dvojica u bekstvu", 4),
        ("en", "Raids in Ohrid: five men arrested, two still sought", 5),
    ],
)
def test_who_is_still_sought_is_no_part_of_the_number(region, language: str, title: str, number: int) -> None:
    assert arrested(region, language, "Policija je pretresla kuće.", title) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("mk", "Двајцата се приведени заедно со уште петмина.", 7),
        ("en", "The owner was taken into custody with his cashiers, Bojan S. and Merita L.", 3),
        ("sr", "Uhapšen je Marko Perić, a sat kasnije i njegova supruga.", 2),
        ("mk", "Шоферите Марко Петров (58) и Никола С. (49) се приведени, како и водичот Иван Илиев.", 3),
    ],
)
def test_those_told_with_them_are_added(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_each_of_a_number_is_named_and_one_more_is_caught(region) -> None:
    text = "Perić i Lukić su od petka u pritvoru, a Omerović je uhapšen u Osijeku."
    assert arrested_among(region, "sr", text, "Perić", "Lukić", "Omerović") == 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Six borrowers were also arrested on Thursday."),
        ("sr", "Šest pečalbara je uhapšeno u četvrtak."),
    ],
)
def test_a_noun_that_no_list_knows_may_be_counted(region, language: str, text: str) -> None:
    assert arrested(region, language, text) == 6


def test_things_that_are_held_are_no_persons(region) -> None:
    text = "Na prelazu su zadržana dva „rendž rovera“. Sva trojica vozača su lišena slobode."
    assert arrested(region, "sr", text) == 3
