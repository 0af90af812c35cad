"""Counts: those who are caught together, one after the other, or told a sentence before."""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.counts import Counts
from komshi.pipeline.types import Actor
from tests.pipeline.read.reports import Report, focus_of, prepare

COUNTS = Counts(regions.load())


def arrested(region, language: str, text: str, title: str | None = None) -> int | None:
    prepared = prepare(region, Report("company", language, text, title, published="2024-03-15"))
    counts, _ = COUNTS(prepared, focus_of(region, prepared))
    return counts["arrested"]


def arrested_among(region, language: str, text: str, *suspects: str) -> int | None:
    """The arrested of a text in which some names are known for those of suspects."""
    prepared = prepare(region, Report("company", language, text, None, published="2024-03-15"))
    actors = tuple(
        Actor(name, "suspect", evidence=((text.index(name), text.index(name) + len(name)),)) for name in suspects
    )
    counts, _ = COUNTS(prepared, focus_of(region, prepared), actors)
    return counts["arrested"]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("sr", "Uhapšen je Marko Perić na granici, zajedno sa vozačem Jovanom Lukićem.", 2),
        ("mk", "Марко Петров е приведен на самото место, заедно со закупецот Б.С. (33).", 2),
        ("sq", "Ai u arrestua të enjten në Golem, bashkë me kushërirën Drita Hoxha, 22.", 2),
        ("en", "Marko Petrov was arrested at the border along with his tenant Jovan Ilić.", 2),
        ("sr", "Marko Perić je sa sinom Igorom lišen slobode na licu mesta.", 2),
    ],
)
def test_who_is_caught_together_with_somebody_comes_on_top(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("sr", "Sedmoro ljudi iz Bara je od jutros u tužilaštvu. Lišeni su slobode zbog nafte bez akcize.", 7),
        ("en", "Four members of the crew of a boat that crossed the strait with 90 kg were detained on return.", 4),
        ("en", "Three men were charged over the rifles. All three deny it and remain in custody.", 3),
        ("sq", "Për vrasjen gjykohen tre veta. Të tre presin në paraburgim.", 3),
        ("bs", "Vozač i njegov rođak bježali su. Obojica su u pritvorskoj jedinici u Zenici.", 2),
    ],
)
def test_a_verb_in_the_plural_takes_its_number_from_where_it_is_told(
    region, language: str, text: str, number: int
) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "suspects", "number"),
    [
        (
            "sq",
            "Në timon ishte Arben Gjoka, i cili u arrestua. Në qeli përfundoi edhe kunati i tij, Ilir Hoxha.",
            ("Arben Gjoka", "Ilir Hoxha"),
            2,
        ),
        (
            "sr",
            "Marko Perić je uhapšen. Sa lisicama su odvedeni Petar Ilić i Ana Jović, dok je vlasnica hotela puštena.",
            ("Marko Perić", "Petar Ilić", "Ana Jović"),
            3,
        ),
        (
            "en",
            "Two rangers drove. Marko Petrov was detained, and Jovan Ilić was caught in Zemun.",
            ("Marko Petrov", "Jovan Ilić"),
            2,
        ),
    ],
)
def test_those_whom_one_verb_after_the_other_names_are_counted_once_each(
    region, language: str, text: str, suspects: tuple[str, ...], number: int
) -> None:
    assert arrested_among(region, language, text, *suspects) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "A. B. (47) and C. D. (39) were deprived of liberty; a third man is being sought.", 2),
        ("en", "Three persons were arrested and sent to detention; nineteen guests got off with a fine.", 3),
        ("sq", "Një i arrestuar e dy italianë nën hetim.", 1),
        ("sr", "Lisice je dobilo troje: supružnici i carinik.", 3),
        ("mk", "Полицијата го уапси Марко Петров (30), роднина на Јован Илиев.", 1),
        ("en", "Police have detained A. B. (38), a relative of Ranko Petrov.", 1),
    ],
)
def test_who_got_away_or_is_only_spoken_of_is_not_counted(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "The driver A. B. (51) from Old Town and two hunters were arrested.", 3),
        ("en", "Agents deprived of liberty Marko Petrov, director of the mine, and four of his associates.", 5),
        ("sr", "Uhapšeni su A. B. (46), C. D. (22) i kamiondžija poznat po nadimku Bradonja.", 3),
        ("sr", "Reč je o hapšenju trojice mornara iz Srbije i jednog lučkog radnika.", 4),
        ("en", "Two students of informatics and a bank employee were arrested.", 3),
    ],
)
def test_a_list_is_counted_to_its_end(region, language: str, text: str, number: int) -> None:
    assert arrested(region, language, text) == number


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Царинска контрола откри патики, а робата е задржана до проверка."),
        ("sq", "Pasuritë e tyre ngrihen dhe u ndalohet çfarëdo pune me firmat."),
        ("en", "Six girls were held in a flat in the suburb."),
        ("sr", "Nadzornik je pao u vodu i povredio rebra."),
    ],
)
def test_goods_and_victims_that_are_held_are_no_arrest(region, language: str, text: str) -> None:
    assert arrested(region, language, text) is None
