"""Gazetteers and boundaries from files, and the municipality of a point."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from komshi.observatory.base.errors import Refused
from komshi.observatory.sources.geography import Counts, boundaries_import, places_import
from komshi.observatory.sources.models import Boundary, ImportedPlace
from komshi.observatory.sources.municipalities import boundary_of

pytestmark = pytest.mark.django_db


def square(west: float, south: float, size: float = 1) -> dict[str, object]:
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(identifier: str, geometry: object, **values: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"id": identifier, "country": "MK", "name": identifier, **values},
        "geometry": geometry,
    }


def boundaries(path: Path, *features: dict[str, object]) -> tuple[Counts, list[tuple[int, str]]]:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    errors: list[tuple[int, str]] = []
    return boundaries_import(path, on_error=lambda number, sentence: errors.append((number, sentence))), errors


def places(path: Path, text: str, **values: str) -> tuple[Counts, list[tuple[int, str]]]:
    path.write_text(text, encoding="utf-8")
    errors: list[tuple[int, str]] = []
    return places_import(path, on_error=lambda number, sentence: errors.append((number, sentence)), **values), errors


def test_boundaries_are_imported_once_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "b.geojson"
    assert boundaries(path, feature("East", square(21, 41)), feature("West", square(20, 41)))[0] == Counts(accepted=2)
    counts, _errors = boundaries(path, feature("East", square(21, 41)), feature("West", square(20, 41, 0.5)))
    assert counts == Counts(changed=1, unchanged=1)
    assert Boundary.objects.get(name="West").north == 41.5


def test_a_broken_feature_is_named_and_the_others_stay(tmp_path: Path) -> None:
    broken = [
        feature("Line", {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}),
        feature("X", square(20, 41), country=""),
    ]
    counts, errors = boundaries(tmp_path / "b.geojson", broken[0], feature("East", square(21, 41)), broken[1])
    assert counts == Counts(accepted=1, refused=2)
    assert [number for number, _sentence in errors] == [1, 3]


def test_a_point_lies_in_the_municipality_whose_boundary_holds_it(tmp_path: Path) -> None:
    boundaries(tmp_path / "b.geojson", feature("East", square(21, 41)), feature("West", square(20, 41)))
    assert boundary_of(41.5, 20.9, country="MK").name == "West"


def test_beyond_every_boundary_there_is_none(tmp_path: Path) -> None:
    boundaries(tmp_path / "b.geojson", feature("East", square(21, 41)), feature("West", square(20, 41)))
    assert boundary_of(41.5, 22.1, country="MK") is None


def test_another_countrys_boundary_does_not_count(tmp_path: Path) -> None:
    boundaries(tmp_path / "b.geojson", feature("Over there", square(20, 41), country="AL"))
    assert boundary_of(41.5, 20.5, country="MK") is None


@pytest.mark.parametrize(
    "text",
    [
        "id,country,name,lat,lon,alt_names\n7,MK,Struga,41.18,20.68,Струга|Strugë\n",
        "geonameid\tname\talternatenames\tlat\tlon\tcountry\tfcode\n7\tStruga\tСтруга,Strugë\t41.18\t20.68\tMK\tPPLA\n",
        "\ufeffID,Country_Code,Name,Latitude,Longitude,Names\n7,mk,Struga,41.18,20.68,Струга|Strugë\n",
    ],
)
def test_gazetteers_of_several_makes_are_read(tmp_path: Path, text: str) -> None:
    counts, errors = places(tmp_path / "p.csv", text)
    assert (counts, errors) == (Counts(accepted=1), [])
    place = ImportedPlace.objects.get()
    assert (place.external_id, place.name, place.country, place.latitude) == ("7", "Struga", "MK", 41.18)
    assert place.names == ["Strugë", "Струга"]


def test_a_row_without_a_place_is_named_with_its_line(tmp_path: Path) -> None:
    text = "id,country,name,lat,lon\n1,MK,Struga,41.18,20.68\n2,MK,Nowhere,,20\n3,MK,Far,141,20\n4,Macedonia,X,41,20\n"
    counts, errors = places(tmp_path / "p.csv", text)
    assert counts == Counts(accepted=1, refused=3)
    assert [number for number, _sentence in errors] == [3, 4, 5]


def test_the_country_of_a_file_that_does_not_name_it_can_be_given(tmp_path: Path) -> None:
    text = "id,name,lat,lon\n1,Struga,41.18,20.68\n"
    assert places(tmp_path / "p.csv", text)[0].refused == 1
    assert places(tmp_path / "p.csv", text, country="MK")[0].accepted == 1


def test_points_of_geojson_are_places(tmp_path: Path) -> None:
    path = tmp_path / "p.geojson"
    point = feature("Struga", {"type": "Point", "coordinates": [20.68, 41.18]})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [point]}))
    assert places_import(path, on_error=pytest.fail).accepted == 1
    assert ImportedPlace.objects.get().longitude == 20.68


@pytest.mark.parametrize(("name", "content"), [("b.geojson", b"[]"), ("b.geojson", b"{"), ("p.csv", b"id\xff")])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused):
        boundaries_import(tmp_path / name, on_error=lambda *_: None)


def test_real_boundaries_hold_their_own_points_and_the_seats_of_their_gazetteer(shared_dir: Path) -> None:
    path = shared_dir / "data" / "geo" / "wb6_municipalities.geojson"
    assert boundaries_import(path, on_error=pytest.fail).accepted == 491
    for boundary in Boundary.objects.all():
        assert boundary_of(boundary.latitude, boundary.longitude, country=boundary.country).name == boundary.name
    for name, latitude, longitude, country in [
        ("Струга", 41.178, 20.678, "MK"), ("Durrës", 41.3236, 19.4547, "AL"), ("Mostar", 43.3433, 17.8081, "BA"),
    ]:  # fmt: skip
        assert boundary_of(latitude, longitude, country=country).name == name
