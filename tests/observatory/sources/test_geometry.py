"""Points in polygons."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komshi.observatory.base.errors import Refused
from komshi.observatory.sources.geometry import bounds_of, contains, inner_point, rings_of

SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
HOLE = [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]
ISLAND = [[20, 0], [22, 0], [22, 2], [20, 2], [20, 0]]
MULTI = rings_of({"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE], [ISLAND]]})


@pytest.mark.parametrize(
    ("latitude", "longitude", "inside"),
    [
        (1, 1, True),
        (5, 5, False),
        (5, 3, True),
        (1, 21, True),
        (1, 15, False),
        (-1, 1, False),
        (11, 1, False),
        (3, 21, False),
    ],
)
def test_holes_are_outside_and_islands_inside(latitude: float, longitude: float, inside: bool) -> None:
    assert contains(MULTI, (latitude, longitude)) == inside


def test_a_ray_through_a_corner_crosses_once() -> None:
    diamond = rings_of({"type": "Polygon", "coordinates": [[[0, 5], [5, 0], [10, 5], [5, 10], [0, 5]]]})
    assert contains(diamond, (5, 5))
    assert not contains(diamond, (5, -1))
    assert not contains(diamond, (10, 0))


@given(latitude=st.floats(-1, 11), longitude=st.floats(-1, 11))
def test_two_halves_of_a_square_share_no_point_and_leave_none_out(latitude: float, longitude: float) -> None:
    halves = [
        rings_of({"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 10], [0, 0]]]}),
        rings_of({"type": "Polygon", "coordinates": [[[0, 0], [10, 10], [0, 10], [0, 0]]]}),
    ]
    whole = rings_of({"type": "Polygon", "coordinates": [SQUARE]})
    assert sum(contains(half, (latitude, longitude)) for half in halves) == contains(whole, (latitude, longitude))


def test_bounds_are_south_west_north_east() -> None:
    assert bounds_of(MULTI) == (0, 0, 10, 22)


def test_the_inner_point_of_a_crescent_is_inside_it() -> None:
    crescent = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 9], [8, 9], [8, 1], [0, 1], [0, 0]]
    rings = rings_of({"type": "Polygon", "coordinates": [crescent]})
    assert contains(rings, inner_point(rings))


@pytest.mark.parametrize(
    "geometry",
    [None, {"type": "Point", "coordinates": [1, 2]}, {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
     {"type": "Polygon", "coordinates": []}, {"type": "Polygon", "coordinates": [[["a", 0]] * 4]},
     {"type": "Polygon", "coordinates": [[[7500000, 4500000]] * 4]}],
)  # fmt: skip
def test_what_is_no_polygon_on_the_globe_is_refused(geometry: object) -> None:
    with pytest.raises(Refused):
        rings_of(geometry)


def test_random_points_agree_with_the_rectangle() -> None:
    chance = random.Random(7)
    square = rings_of({"type": "Polygon", "coordinates": [SQUARE]})
    for _ in range(500):
        latitude, longitude = chance.uniform(-2, 12), chance.uniform(-2, 12)
        assert contains(square, (latitude, longitude)) == (0 < latitude < 10 and 0 < longitude < 10)
