"""Hostile input, the short form: whatever is read, the reader answers, in a time that grows as the text does.

The long form (100,000 inputs, a megabyte each) is tests/long/test_hostile_input.py.
"""

from __future__ import annotations

import random

import pytest

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article
from tests.pipeline.read.hostile import FILLINGS, REPORTS, check, mutated, seconds


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


def test_the_reports_that_are_mutated_are_read_to_the_end(reader) -> None:
    for language, text in REPORTS:
        reading = reader.read(Article("r", text, language=language, published="2024-03-15"))
        assert reading.relevant, text
        assert reading.events[0].actors, text


def test_two_thousand_mutated_reports_raise_nothing_and_point_into_their_text(reader) -> None:
    rng = random.Random(20)
    for _ in range(2000):
        check(reader, mutated(rng))


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", "\ud800", "\u0301", "(", "A", "A.", "1", "А.Б.", "\ufeff" * 50]
)
def test_hardly_any_text_is_read_too(reader, text: str) -> None:
    for language in (None, "sr", "sq", "mk", "en"):
        check(reader, Article("t", text, language=language))
        check(reader, Article("t", "", title=text, language=language))


@pytest.mark.parametrize("name", FILLINGS)
def test_ten_times_the_text_takes_about_ten_times_as_long(reader, name: str) -> None:
    short, long = (seconds(reader, FILLINGS[name], length) for length in (10_000, 100_000))
    # Generous, for machines that do other work: a quadratic step is a hundred times slower.
    assert long < max(30 * short, 0.5), f"{name}: {short:.3f} s, then {long:.3f} s"
