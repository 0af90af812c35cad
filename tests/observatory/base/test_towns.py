"""Towns: found by any of their names, in the reader's words, and which of them a point is in."""

from __future__ import annotations

import pytest
from django.utils import translation

from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import find_towns, town, town_at, towns, towns_near


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Vranje", "rs-vranje"),
        ("  врање ", "rs-vranje"),
        ("kukes", "al-kukes"),
        ("Kukësi", "al-kukes"),
        ("Bicaj", "al-kukes"),
        ("Пећ", "xk-peje"),
        ("djakovica", "xk-gjakove"),
        ("Ѓаковица", "xk-gjakove"),
        ("Szabadka", "rs-subotica"),
        ("Obrenovac", "rs-beograd"),
        ("Krumë", "al-has"),
        ("skopje", "mk-skopje"),
        ("manastir", "mk-bitola"),
        ("Cucer", "mk-cucer-sandevo"),
    ],
)
def test_a_town_is_found_by_village_alphabet_and_without_diacritics(typed: str, first: str) -> None:
    assert [one.id for one in find_towns(typed)][:1] == [first]


def test_a_name_that_several_towns_bear_gives_all_of_them() -> None:
    assert {one.id for one in find_towns("Trnovo")} == {"ba-trnovo-fbih", "ba-trnovo-rs"}
    assert {one.country for one in find_towns("novi")} >= {"BA", "ME", "RS"}


@pytest.mark.parametrize("typed", ["", "   ", "(", "%", "xqxqxq", "'" * 300])
def test_what_is_no_name_finds_nothing(typed: str) -> None:
    assert find_towns(typed) == []


def test_every_id_resolves_and_every_town_is_found_by_its_own_name() -> None:
    assert all(town(one.id) is one for one in towns())
    assert [one.id for one in towns() if one not in find_towns(one.names["own"].split(" / ")[0])] == []


@pytest.mark.parametrize(
    ("language", "name", "also"),
    [
        ("en", "Gjakova / Đakovica", "Gjakovë / Đakovica"),
        ("sq", "Gjakovë", "Gjakovë / Đakovica"),
        ("mk", "Ѓаковица", "Gjakovë / Đakovica"),
        ("sr-latn", "Đakovica", "Gjakovë / Đakovica"),
        ("sr-cyrl", "Ђаковица", "Gjakovë / Đakovica"),
    ],
)
def test_a_name_is_the_readers_and_both_names_stand_beside_it(language: str, name: str, also: str) -> None:
    with translation.override(language):
        assert (town("xk-gjakove").name, town("xk-gjakove").also) == (name, also)


def test_a_town_with_one_name_is_not_told_twice() -> None:
    for language in ("en", "sr-latn", "sr-cyrl"):
        with translation.override(language):
            assert town("rs-vranje").also == ""


def test_a_point_is_in_the_town_whose_seat_or_part_is_nearest() -> None:
    kukes, beograd = town("al-kukes"), town("rs-beograd")
    assert town_at(kukes.latitude, kukes.longitude, country="AL") is kukes
    assert town_at(44.385, 20.255, country="RS") is beograd  # Lazarevac, nearer to the seat of another municipality
    assert town_at(kukes.latitude, kukes.longitude, country="XK").country == "XK"
    assert town_at(52.5, 13.4, country="RS") is None
    assert town_at(52.5, 13.4, country="DE") is None


def test_a_boundary_is_believed_before_a_nearer_seat() -> None:
    kukes, has = town("al-kukes"), town("al-has")
    close_to_has = (has.latitude + 0.001, has.longitude)
    assert town_at(*close_to_has, country="AL") is has
    inside = {(kukes.latitude, kukes.longitude)}
    assert town_at(*close_to_has, country="AL", inside=inside.__contains__) is kukes
    assert town_at(*close_to_has, country="AL", inside=lambda _point: False) is has


def test_neighbours_stand_on_both_sides_of_a_border() -> None:
    near = towns_near(town("al-kukes"), most=6)
    assert {one.country for one, _km in near} == {"AL", "XK"}
    assert [km for _one, km in near] == sorted(km for _one, km in near)
    assert town("al-kukes") not in [one for one, _km in near]


def test_every_country_that_is_watched_has_towns() -> None:
    assert {one.country for one in towns()} == set(current_region().countries)
