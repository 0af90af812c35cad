"""The link of a text to the region: its names count, and one foreign word does not undo them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from komshi.pipeline.read.link import Link
from komshi.pipeline.region import Outlet, Region
from tests.pipeline.read.reports import Report, prepare


def tie(region: Region, text: str, language: str = "sr") -> tuple[float, float]:
    return Link(region)(prepare(region, Report("link", language, text)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Uhapšen je u Podgorici."),
        ("sr", "Ухапшен је у Београду."),
        ("mk", "Уапсен е во Скопје."),
        ("sq", "U arrestua në Tiranë."),
        ("en", "He was arrested in Sarajevo."),
    ],
)
def test_a_town_of_the_region_ties_a_text_to_it(region, language: str, text: str) -> None:
    assert tie(region, text, language) == (1.0, 0.0)


def test_a_name_without_a_preposition_counts_half_and_in_full_with_one(region) -> None:
    assert tie(region, "Traži se Lazarat.")[0] == 0.5
    assert tie(region, "Pretresena je kuća u Lazaratu.")[0] == 1.0
    assert tie(region, "Kamion je zaustavljen na Horgošu.")[0] == 1.0


def test_a_place_of_two_words_is_found_in_any_of_its_forms(region) -> None:
    assert tie(region, "Pretresena je kuća u Novom Pazaru.")[0] == 1.0


def test_foreign_names_alone_lie_elsewhere_and_little_beside_our_own(region) -> None:
    alone = tie(region, "Uhapšen je u Sofiji, u Bugarskoj.")
    beside = tie(region, "Uhapšen je u Sofiji, u Bugarskoj, državljanin Srbije.")
    assert alone[0] == 0.0
    assert alone[1] > 1.5 * beside[1]


def test_a_place_name_in_small_letters_is_a_word(region) -> None:
    assert tie(region, "Našao je lazarat na putu.") == (0.0, 0.0)


def test_a_village_of_ours_gives_way_to_a_larger_town_elsewhere(region) -> None:
    assert tie(region, "Uhapšen je u Solinu kod Splita.", "hr")[0] == 0.0
    assert tie(region, "Preprodavao je na području Solina.", "hr")[0] == 0.0


def test_an_outlet_ties_a_text_only_where_its_words_do_not_lie_elsewhere(region) -> None:
    outlet, weigh = Outlet("Specimen", "BA", "bs"), Link(region)
    for text, tied in (
        ("Uhapšen je vođa grupe.", 1.0),
        ("Italijanska policija uhapsila je u Napulju vođu ogranka Camorre.", 0.0),
        ("Italijanska policija uhapsila je u Napulju državljanina Srbije.", 1.0),
    ):
        prepared = replace(prepare(region, Report("link", "bs", text)), outlet=outlet)
        assert weigh(prepared)[0] == tied, text
