from __future__ import annotations

import pytest

from komshi.pipeline.distance import kilometres


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((41.3275, 19.8187), (41.3231, 19.4565), 30.3),  # Tirana and Durrës
        ((44.8040, 20.4651), (41.9965, 21.4314), 322.0),  # Belgrade and Skopje
        ((42.0, 21.0), (42.0, 21.0), 0.0),
    ],
)
def test_distances_within_a_region_are_right_to_one_in_a_hundred(
    a: tuple[float, float], b: tuple[float, float], km: float
) -> None:
    assert kilometres(a, b) == pytest.approx(km, rel=0.01)
    assert kilometres(a, b) == kilometres(b, a)
