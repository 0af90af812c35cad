"""Where: roads between two towns, villages told by their neighbours, and where things and people only come from."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from tests.pipeline.read.test_where_seats import scene


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sr", "Na autoputu Niš – Leskovac, kod Doljevca, policija je zaplenila 12 kilograma heroina.", "Doljevac"),
        ("mk", "На автопатот Скопје – Тетово, кај Желино, полицијата заплени 12 килограми хероин.", "Želino"),
        ("sq", "Në rrugën Korçë-Pogradec, pranë Maliqit, policia sekuestroi 12 kilogramë heroinë.", "Maliq"),
    ],
)
def test_on_a_road_between_two_towns_the_place_beside_it_is_meant(reader, language, text, name) -> None:
    assert scene(reader, language, text)[0] == name


def test_of_a_list_the_first_place_is_taken(reader) -> None:
    text = "U akciji protiv dilera droge pretresene su kuće u Nišu, Vranju i Leskovcu, uhapšeno je pet lica."
    assert scene(reader, "sr", text)[0] == "Niš"


def test_a_village_near_a_town_is_one_that_lies_there(reader) -> None:
    text = "Inspekcija je u šumi iznad sela Mramor kod Kaknja zaplijenila 1.200 tona uglja iz ilegalnog kopa."
    assert scene(reader, "bs", text)[0] == "Kakanj"


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("mk", "Уапсени се десет лица за дрога која е поврзана со онаа најдена во соседна Србија, соопшти МВР.", "MK"),
        ("sq", "SPAK arrestoi dje dhjetë persona për drogën e gjetur në Serbinë fqinje.", "AL"),
    ],
)
def test_a_neighbour_is_called_so_by_another_country(reader, language, text, country) -> None:
    assert scene(reader, language, text)[1] == country


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Customs found nine hand grenades in a car from Serbia that rolled off the Rostock ferry in Trelleborg.",
            ("Trelleborg", "SE"),
        ),
        ("mk", "Иконите украдени од манастирската црква над Охрид се најдени, уапсен е еден.", ("Ohrid", "MK")),
    ],
)
def test_what_bears_a_places_name_is_not_that_place(reader, language, text, expected) -> None:
    assert scene(reader, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("hr", "Trgovac drogom izručen je jučer Albaniji iz splitskog zatvora.", "HR"),
        ("en", "Spain on Thursday extradited a cocaine smuggler to Montenegro; he was taken to Madrid airport.", "ES"),
    ],
)
def test_somebody_is_handed_over_to_a_country_in_the_case_that_says_so(reader, language, text, country) -> None:
    assert scene(reader, language, text)[1] == country


def test_a_prison_told_by_an_adjective_is_where_somebody_fled_from(reader) -> None:
    text = "Во штипскиот затвор осуденик за рекет прескокнал ограда и избегал. Групата рекетирала угостители во Скопје."
    assert scene(reader, "mk", text)[0] == "Zatvor Štip"


def test_a_court_that_is_not_said_to_be_elsewhere_sits_in_the_capital_of_the_dateline(reader) -> None:
    text = "PRISHTINË – Gjykata e Apelit e shpalli të pafajshëm ish-drejtorin e doganave për korrupsion."
    assert scene(reader, "sq", text)[0] == "Prishtinë"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sq", "Policia sekuestroi 12 kilogramë heroinë në Devoll.", "Devoll"),
        ("mk", "Policijata vo Delchevo zapleni 12 kilogrami heroin i uapsi eden diler.", "Delčevo"),
    ],
)
def test_municipalities_and_names_in_letters_without_marks_are_known(reader, language, text, name) -> None:
    assert scene(reader, language, text)[0] == name
