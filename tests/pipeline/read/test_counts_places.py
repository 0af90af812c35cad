"""Counts of the arrested: by place and by measure, beside asides of time, and where a sentence ends."""

from __future__ import annotations

import pytest

from tests.pipeline.read.test_counts_company import arrested
from tests.pipeline.read.test_counts_recalled import read


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("sr", "U Novom Sadu je uhapšeno šest osoba, u Bačkoj Palanci tri, a u Beočinu dve.", 11),
        (
            "en",
            "Seven suspects were caught in Tuzla, two in the Serbian town of Sabac and one in the Montenegrin Bar.",
            10,
        ),
        ("mk", "Тројца се приведени во Зеница, двајца во Сараево и по еден во Мостар и Бихаќ.", 7),
        ("sq", "Sipas ministrit, në Shkup janë arrestuar pesë persona, në Kumanovë dy dhe në Tetovë dy.", 9),
        ("mk", "На тројца вработени во шумите од Кичево и на двајца превозници им е продолжен притворот.", 5),
        ("en", "Results:\n- 12 arrests in Albania\n- 7 arrests in Belgium\n- 3 arrests in Germany", 22),
    ],
)
def test_those_of_several_places_add_up(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("sq", "Hima dhe tetë të tjerë janë në burg, tre në arrest shtëpie, ndërsa dy kërkohen.", 12),
        ("en", "Three are in custody, two under house arrest.", 5),
        ("en", "Two people were placed under house arrest.", 2),
        ("bs", "Šest policajaca uhapšeno je jučer, a zajedno s njima i dvojica vlasnika firmi.", 8),
        ("bs", "U Tivtu su uhapšena dva mladića i njihov nalogodavac.", 3),
        ("en", "Two youths and their backer were arrested in Bar.", 3),
    ],
)
def test_those_of_another_measure_and_those_beside_come_on_top(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Driver held after 41 migrants found in van near Gevgelija. He was caught in a vineyard.", 1),
        ("en", "Police arrested A. B., 46, C. D., 25, and E. F., 38. Another seven are questioned.", 3),
    ],
)
def test_a_number_of_others_behind_the_arrested_is_none_of_them(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


def test_a_time_between_two_commas_tells_when_others_were_arrested() -> None:
    text = (
        "Carinici su na Horgošu našli 42 kilograma marihuane. Vozač N. P. (38) je uhapšen.\n\n"
        "Ovo je treća zaplena od početka godine. U prethodne dve, u januaru i martu, uhapšeno je ukupno petoro ljudi."
    )
    assert read("sr", text)[0] == 1


def test_the_end_of_a_sentence_and_the_next_are_no_phrase() -> None:
    text = (
        "Скопскиот суд го осуди Златан Димишев на 11 години затвор за шверц на кокаин, Ариф Незироски на осум, а Дејко "
        "Костарев на шест години.\n\n"
        "Тројцата се во притвор од февруари."
    )
    assert read("mk", text)[0] == 3


@pytest.mark.parametrize(
    ("title", "text", "number"),
    [
        (
            "Spain extradites Albanian wanted for cocaine",
            """A 36-year-old Albanian suspected of having led a drug gang was handed over by Spain on Wednesday.

Genti Marishta had been arrested last August in Marbella.""",
            1,
        ),
        (
            "Montenegro arrests former bank CEO, two others in money laundering probe",
            "Montenegrin police arrested on Wednesday the former executive of a bank and others for money laundering.",
            3,
        ),
    ],
)
def test_who_is_handed_over_was_caught_and_others_come_on_top_of_a_title(title: str, text: str, number: int) -> None:
    assert read("en", text, title)[0] == number


@pytest.mark.parametrize(
    "text",
    [
        "Two cars of the firm were driven away in the night.",
        "Three traders reported to the police and gave statements about the threats.",
        "The robbery was caught on camera.",
    ],
)
def test_what_only_sounds_like_an_arrest_counts_nobody(region, text: str) -> None:
    assert arrested(region, "en", text) is None
