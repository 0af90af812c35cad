"""Lists: who stands in one, and that the one whom the model is sure of speaks for those beside."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.who_alike import as_the_surest, lists

SURE = {"suspect": 0.98, "other": 0.02}
RATHER = {"suspect": 0.7, "other": 0.3}
HARDLY = {"suspect": 0.3, "other": 0.7}
TOGETHER = [frozenset([0, 1])] * 2


def mentions(text: str, *names: str) -> list[list[Mention]]:
    starts = [(text.index(name), name) for name in names]
    return [[Mention(at, at + len(name), at + len(name), (name,), "full", sure=True)] for at, name in starts]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Arrested are Ana, Bor and Cene.", [{0, 1, 2}] * 3),
        ("Ana and Bor were arrested, Cene was not.", [{0, 1}, {0, 1}, {2}]),
        ("Arrested: Ana; Bor; and Cene.", [{0, 1, 2}] * 3),
        ("Ana told that Bor, Cene were there.", [{0}, {1, 2}, {1, 2}]),
        ("Ana, the judge Bor and the clerk Cene.", [{0}, {1}, {2}]),
    ],
)
def test_names_with_nothing_but_a_comma_or_an_and_between_are_a_list(text: str, together: list[set[int]]) -> None:
    assert [set(one) for one in lists(text, mentions(text, "Ana", "Bor", "Cene"), joins={"and"})] == together


def test_the_longest_list_of_a_person_counts() -> None:
    text = "Ana and Bor. Later Cene, Bor and Dan."
    found = lists(text, [*mentions(text, "Ana", "Bor", "Cene", "Dan")], joins={"and"})
    assert set(found[1]) == {0, 1}
    second = text.rindex("Bor")
    persons = mentions(text, "Ana", "Bor", "Cene", "Dan")
    persons[1].append(Mention(second, second + 3, second + 3, ("Bor",), "full", sure=True))
    assert set(lists(text, persons, joins={"and"})[1]) == {1, 2, 3}


def test_whoever_is_surely_accused_speaks_for_those_beside() -> None:
    assert as_the_surest([SURE, RATHER], ["suspect", "suspect"], together=TOGETHER) == {1: SURE}


def test_whom_the_model_does_not_rather_accuse_is_accused_by_no_list() -> None:
    assert as_the_surest([SURE, HARDLY], ["suspect", "suspect"], together=TOGETHER) == {}


@pytest.mark.parametrize("rules", [["suspect", "other"], ["official", "official"]])
def test_a_title_parts_its_bearer_from_the_list(rules: list[str]) -> None:
    assert as_the_surest([SURE, RATHER], rules, together=TOGETHER) == {}
