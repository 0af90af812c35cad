"""Which of several places of a text is the scene, where words and rules are asked together."""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.places_candidate import Candidate
from komshi.pipeline.read.places_index import Entry
from komshi.pipeline.read.places_learned import is_in_passing, settled
from komshi.pipeline.types import Article, Place

BAR, DRAC = Entry("Bar", "ME", "settlement", 42.1, 19.1), Entry("Durrës", "AL", "settlement", 41.3, 19.4)
MONTENEGRO = Entry("Crna Gora", "ME", "country")
SEAT = Place("Podgorica", "ME", 42.44, 19.26, precision="settlement", inferred_from="institution")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(regions.load())


def found(reader: Reader, language: str, text: str, outlet: str | None = None) -> str | None:
    reading = reader.read(Article(id="x", text=text, language=language, outlet=outlet, published="2024-05-10"))
    assert reading.relevant
    place = reading.events[0].place
    return place.name if place else None


@pytest.mark.parametrize(
    ("scene", "shares", "instead"),
    [
        (Place("Bar", "ME"), {BAR: 0.3, DRAC: 0.4}, None),
        (Place("Bar", "ME"), {BAR: 0.3, DRAC: 0.8}, DRAC),
        (Place("Bar", "ME"), {BAR: 0.9, DRAC: 0.8}, None),
        (Place("Bar", "ME"), {BAR: 0.5, DRAC: 0.56}, None),  # each alone seems likely: the rules know better
        (Place("Bar", "ME"), {BAR: 0.3, MONTENEGRO: 0.8}, MONTENEGRO),
        (SEAT, {MONTENEGRO: 0.8, DRAC: 0.4}, None),
        (SEAT, {MONTENEGRO: 0.4, DRAC: 0.8}, DRAC),
        (None, {BAR: 0.3}, None),
        (None, {BAR: 0.6}, BAR),
    ],
)
def test_another_place_is_taken_only_where_the_words_are_sure(scene, shares, instead) -> None:
    candidates = {Candidate(entry, 0.0, []): share for entry, share in shares.items()}
    best = settled(scene, candidates)
    assert (best.entry if best else None) == instead


def test_no_place_is_taken_that_the_rules_put_worlds_apart() -> None:
    near, far = Candidate(BAR, 3.5, []), Candidate(DRAC, -0.9, [])
    assert settled(Place("Bar", "ME"), {near: 0.1, far: 0.9}) is None


@pytest.mark.parametrize(
    ("place", "score", "share", "home", "passing"),
    [
        (DRAC, 1.0, 0.02, "ME", True),
        (DRAC, 2.5, 0.02, "ME", False),  # the rules tie it to the news
        (DRAC, 1.0, 0.3, "ME", False),  # its words do
        (DRAC, 1.0, 0.02, "AL", False),
        (DRAC, 1.0, 0.02, None, False),
        (MONTENEGRO, 1.0, 0.02, "AL", False),
    ],
)
def test_a_place_that_nothing_ties_to_the_news_is_named_in_passing(place, score, share, home, passing) -> None:
    scene = Place(place.name, place.country)
    assert is_in_passing(scene, {Candidate(place, score, []): share}, home=home) is passing


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "sr",
            (
                "Carinici su u luci Bar pronašli 240 kilograma kokaina u bananama iz Ekvadora, koje su preko Roterdama "
                "putovale za firmu iz Beograda. Uhapšen je vozač iz Nikšića, a istragu vodi tužilaštvo u Podgorici."
            ),
            "Luka Bar",
        ),
        (
            "sq",
            (
                "Dogana gjeti në portin e Durrësit 240 kilogramë kokainë në banane nga Ekuadori, që kishin kaluar nga "
                "Roterdami. Shoferi nga Fieri u arrestua, ndërsa hetimet i drejton SPAK në Tiranë."
            ),
            "Porti i Durrësit",
        ),
        (
            "mk",
            (
                "Во Тетово синоќа е уапсен маж од Скопје осомничен за изнуда на угостител. Порано живеел во Виена. "
                "Обвинителството во Скопје побара притвор."
            ),
            "Tetovo",
        ),
        (
            "en",
            (
                "Police arrested a man from Vienna in Bijeljina on Thursday over heroin that came from Turkey through "
                "Bulgaria and was meant for Austria, the prosecution in Banja Luka said."
            ),
            "Bijeljina",
        ),
    ],
)
def test_the_scene_is_told_from_places_merely_named(reader, language, text, place) -> None:
    assert found(reader, language, text) == place


def test_every_place_that_may_be_the_scene_is_asked_for_training(reader) -> None:
    text = "Policija je u Tetovu uhapsila muškarca iz Skoplja zbog iznude ugostitelja."
    asked = [
        name for question, _, _, name in reader.questions(Article("x", text, language="sr")) if question == "place"
    ]
    assert [name.split()[:2] for name in asked] == [["MK", "settlement"], ["MK", "settlement"]]
