"""Where: what is said of a place before the scene is chosen: which one of a name is meant, how texts write it."""

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
        ("bs", "Policija je u naselju Lazarevo u Banjoj Luci pronašla 12 kilograma heroina.", "Lazarevo"),
        ("bs", "Policija je u naselju Slatina u Tuzli pronašla 12 kilograma heroina.", "Slatina"),
    ],
)
def test_a_quarter_or_village_named_with_its_town_is_the_one_that_lies_there(reader, language, text, name) -> None:
    where = scene(reader, language, text)
    assert where[0] == name
    assert where[1] == "BA"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("mk", "Во Бејликдузу е уапсен македонски државјанин со 12 килограми хероин.", "Beylikdüzü"),
        ("sr", "Srpski državljanin uhapšen je u Kemnicu sa 12 kilograma heroina.", "Chemnitz"),
        ("sr", "Uhapšen je direktor gornjomilanovačke bolnice zbog primanja mita.", "Gornji Milanovac"),
        ("bs", "U banjolučkoj bolnici policija je pronašla 12 kilograma heroina.", "Banja Luka"),
    ],
)
def test_foreign_towns_and_adjectives_are_known_as_outlets_write_them(reader, language, text, name) -> None:
    assert scene(reader, language, text)[0] == name
