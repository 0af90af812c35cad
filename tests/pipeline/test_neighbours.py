"""Who else works on this: a candidate has its reasons, and the order follows from them."""

from __future__ import annotations

import pytest

from komshi.pipeline.neighbours import Facts, Spot, compare

HOME = Spot("home", "AA", (42.0, 21.0))
NEXT = Spot("next", "AA", (42.1, 21.0))
OVER = Spot("over", "BB", (42.1, 21.0))
FAR = Spot("far", "BB", (45.0, 18.0))
WANTED = Facts("AA", (HOME,), ("water", "youth"), ("sq", "mk"))


def kinds(other: Facts, wanted: Facts = WANTED) -> list[str]:
    match = compare(wanted, other)
    return [reason.kind for reason in match.reasons] if match else []


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (Facts("AA", (HOME,)), ["same_town"]),
        (Facts("AA", (FAR, NEXT)), ["near_town"]),
        (Facts("BB", (OVER,)), ["across_border"]),
        (Facts("BB", (FAR,)), []),
        (Facts("BB", (FAR,), ("water",)), ["focus"]),
        (Facts("BB", (OVER,), ("water",), ("mk",)), ["across_border", "focus", "language"]),
        (Facts("BB", (FAR,), ("food",), ("mk", "sq")), []),
        (Facts(), []),
    ],
)
def test_each_reason_is_named_and_a_language_alone_is_none(other: Facts, reasons: list[str]) -> None:
    assert kinds(other) == reasons


def test_a_border_counts_only_when_it_is_known_on_which_side_one_stands() -> None:
    assert kinds(Facts("BB", (OVER,)), Facts("", (), ("water",))) == []
    assert kinds(Facts("BB", (OVER,)), Facts("BB", (OVER, HOME))) == ["same_town"]


def test_the_same_town_counts_most_then_the_border_then_the_nearer_one() -> None:
    others = [Facts("AA", (HOME,)), Facts("BB", (OVER,)), Facts("AA", (NEXT,))]
    scores = [match.score for other in others if (match := compare(WANTED, other))]
    assert scores == sorted(scores, reverse=True)
    near, nearer = (compare(WANTED, Facts("AA", (Spot("x", "AA", (at, 21.0)),))) for at in (42.4, 42.2))
    assert near is not None
    assert nearer is not None
    assert near.score < nearer.score


def test_a_reason_says_where_how_far_and_what() -> None:
    match = compare(WANTED, Facts("BB", (FAR, OVER), ("youth", "food"), ("mk",)))
    assert match is not None
    place, focus, language = match.reasons
    assert (place.ids, round(place.distance)) == (("over",), 11)
    assert (focus.ids, language.ids) == (("youth",), ("mk",))
    assert match.is_across
