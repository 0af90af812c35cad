from __future__ import annotations

import pytest

from komshi.errors import KomshiError
from komshi.pipeline.evaluate import Floors, Scores, below, pin, read_floors, write_floors
from komshi.pipeline.evaluate.tally import Share


def scores(**rights):
    """Scores with ten answers a field, so many of them right."""
    return Scores(table={name: {"all": Share(right, 10)} for name, right in rights.items()})


def test_a_score_on_its_floor_passes_and_one_below_is_named():
    floors = pin(None, scores(date=8, type=7), corpus="c")
    assert below(floors, scores(date=8, type=9), corpus="c") == []
    assert below(floors, scores(date=7, type=9), corpus="c") == ["date.all is 0.700, below its floor of 0.800."]


def test_a_field_that_is_no_longer_measured_is_below_its_floor():
    floors = pin(None, scores(date=8), corpus="c")
    assert below(floors, scores(type=9), corpus="c")


def test_floors_of_another_set_do_not_pass():
    floors = pin(None, scores(date=8), corpus="c")
    assert "has changed" in below(floors, scores(date=10), corpus="other")[0]


def test_pinning_raises_freely_and_refuses_to_lower_without_a_reason():
    floors = pin(None, scores(date=8), corpus="c")
    assert pin(floors, scores(date=9), corpus="c").floors == {"date.all": 0.9}
    with pytest.raises(KomshiError, match=r"date\.all"):
        pin(floors, scores(date=7), corpus="c")


def test_a_floor_is_lowered_with_its_reason_kept():
    floors = pin(None, scores(date=8), corpus="c")
    lowered = pin(floors, scores(date=7), corpus="c", reason="two labels were wrong")
    assert (lowered.floors, lowered.reasons) == ({"date.all": 0.7}, ["two labels were wrong"])


def test_a_reason_that_lowers_nothing_is_not_kept():
    assert pin(pin(None, scores(date=8), corpus="c"), scores(date=9), corpus="c", reason="any").reasons == []


def test_a_figure_on_few_answers_is_not_pinned():
    assert pin(None, Scores(table={"injured": {"all": Share(1, 2)}}), corpus="c").floors == {}


def test_floors_survive_their_file_whatever_the_name_of_the_set():
    sets = {"gold": Floors("c", {"date.all": 0.8, "date.hbs": 1.0}, ['“why” \\ "so"']), "a.b": Floors("d")}
    assert read_floors(write_floors(sets)) == sets


@pytest.mark.parametrize("text", ["x = ", "[gold]\n", "[gold]\ncorpus='c'\n[gold.floors]\na='high'\n", "gold = 1"])
def test_a_broken_file_of_floors_is_one_sentence(text):
    with pytest.raises(KomshiError, match="cannot be read"):
        read_floors(text)
