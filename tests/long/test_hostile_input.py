"""Hostile input: 100,000 mutated reports without an exception, and linear time up to a megabyte.

Takes about ten minutes on one core and less than 500 MB of memory.
"""

from __future__ import annotations

import random

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from tests.pipeline.read.hostile import FILLINGS, check, mutated, seconds

INPUTS = 100_000
PARTS = 20
RATIO = 15


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_reports_raise_nothing_and_point_into_their_text(reader, part: int) -> None:
    rng = random.Random(part)
    for _ in range(INPUTS // PARTS):
        check(reader, mutated(rng))


@pytest.mark.parametrize("name", FILLINGS)
def test_a_megabyte_takes_ten_times_as_long_as_a_tenth_of_it(reader, name: str) -> None:
    short, long = (seconds(reader, FILLINGS[name], length) for length in (100_000, 1_000_000))
    assert long <= max(RATIO * short, 1.0), f"{name}: {short:.3f} s, then {long:.3f} s"
