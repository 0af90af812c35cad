"""The gazetteer that ships: complete rows, names that can be found, points that can be believed."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from typing import get_args

import pytest

from komshi.pipeline.read.places_index import Entry, Gazetteer, Index, gazetteer_of
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import PlacePrecision

# Latitude and longitude that hold all of a country, generously: a slip of a digit falls outside.
BOXES = {
    "AL": (39.6, 42.7, 19.2, 21.1),
    "BA": (42.5, 45.3, 15.7, 19.7),
    "ME": (41.8, 43.6, 18.4, 20.4),
    "MK": (40.8, 42.4, 20.4, 23.1),
    "RS": (42.2, 46.2, 18.8, 23.1),
    "XK": (41.8, 43.3, 20.0, 21.8),
}


@pytest.fixture(scope="module")
def gazetteer(region: Region) -> Gazetteer:
    return gazetteer_of(region)


def test_every_row_has_a_kind_that_the_code_knows(gazetteer: Gazetteer) -> None:
    assert {entry.kind for entry in gazetteer.entries} <= set(get_args(PlacePrecision))


def test_every_place_of_the_six_lies_in_its_country(gazetteer: Gazetteer) -> None:
    outside = []
    for entry in gazetteer.entries:
        if entry.country in BOXES and entry.latitude is not None and entry.longitude is not None:
            south, north, west, east = BOXES[entry.country]
            if not (south <= entry.latitude <= north and west <= entry.longitude <= east):
                outside.append(entry)
    assert not outside


def test_every_correction_belongs_to_a_compiled_place(region: Region) -> None:
    compiled = {row["geonames_id"]: row["country"] for row in region.tables["geonames"]}
    wrong = [row for row in region.tables["names"] if compiled.get(row["geonames_id"]) != row["country"]]
    assert not wrong


def test_no_name_is_a_code_or_in_an_unrelated_script(gazetteer: Gazetteer) -> None:
    def is_odd(letter: str) -> bool:
        return letter.isalpha() and not unicodedata.name(letter).startswith(("LATIN", "CYRILLIC", "MODIFIER"))

    assert not [name.written for name in gazetteer.names if any(map(is_odd, name.written))]
    assert all(name.words for name in gazetteer.names)


@pytest.mark.parametrize("language", ["sq", "mk", "hbs", "en"])
def test_every_place_is_found_by_each_of_its_names(region: Region, gazetteer: Gazetteer, language: str) -> None:
    index = Index(gazetteer, region.languages[language])
    own = {name.words for name in gazetteer.names if name.own}
    lost = []
    for name in gazetteer.names:
        if name.own or name.words not in own:
            words = tokenize(fold(name.written)).words
            found = index.find(words, [True] * len(words))
            if not any(hit.first == 0 and any(n.entry is name.entry for n in hit.names) for hit in found):
                lost.append(name.written)
    assert not lost


def test_the_six_and_their_main_places_are_there(gazetteer: Gazetteer, region: Region) -> None:
    kinds = {(entry.name, entry.country): entry.kind for entry in gazetteer.entries}
    assert kinds["Merdare", "XK"] == kinds["Horgoš", "RS"] == kinds["Kapshticë", "AL"] == "crossing"
    assert kinds["Porti i Durrësit", "AL"] == kinds["Luka Bar", "ME"] == "port"
    assert kinds["KPZ Zenica", "BA"] == kinds["KPD Idrizovo", "MK"] == "prison"
    assert kinds["Čukarica", "RS"] == kinds["Šuto Orizari", "MK"] == "neighbourhood"
    assert kinds["Mojanovići", "ME"] == kinds["Lazarat", "AL"] == "settlement"
    assert kinds["Sandžak", "RS"] == kinds["Zeta", "ME"] == "region"
    assert set(region.countries) <= set(gazetteer.countries)


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (["Prishtinë", "Priština", "Приштина"], "XK"),
        (["Pejë", "Peć", "Пећ", "Peja"], "XK"),
        (["Gjakovë", "Đakovica", "Ѓаковица"], "XK"),
        (["Mitrovicë", "Kosovska Mitrovica"], "XK"),
        (["Preševo", "Preshevë"], "RS"),
        (["Bujanovac", "Bujanoc"], "RS"),
        (["Ulcinj", "Ulqin"], "ME"),
        (["Durrës", "Drač", "Драч"], "AL"),
        (["Skopje", "Skoplje", "Shkup"], "MK"),
        (["Bitola", "Manastir"], "MK"),
        (["Thessaloniki", "Solun", "Selanik"], "GR"),
        (["Istanbul", "Carigrad", "Stamboll"], "TR"),
        (["Wien", "Beč", "Vjenë", "Виена"], "AT"),
    ],
)
def test_all_names_of_one_place_lead_to_it(gazetteer: Gazetteer, names: list[str], country: str) -> None:
    def entries(written: str) -> set[Entry]:
        key = tuple(tokenize(fold(written)).words)
        return {n.entry for n in gazetteer.names if n.words == key and n.entry.country == country and n.own}

    assert set.intersection(*(entries(name) for name in names))


def test_the_compiled_table_is_small_and_credited() -> None:
    places = files("komshi.regions.western_balkans") / "places"
    assert len((places / "geonames.tsv").read_bytes()) < 700_000
    assert "Creative Commons Attribution 4.0" in (places / "README.md").read_text(encoding="utf-8")
