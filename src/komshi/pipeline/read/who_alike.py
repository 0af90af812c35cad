"""Those of one list are told of alike: where the model is sure of one of them, that one speaks for those beside.

What is said of a list stands before it or behind it, so that its words are near some of its names and far from others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.text.fold import fold

Shares = dict[str, float]
_ACCUSED = ("suspect", "charged", "convicted")
# Letters between two names of a list ("and also").
_JOIN_REACH = 12
_EVEN = 0.5
"""Whom the model itself does not rather accuse is accused by no list."""


def lists(text: str, persons: Sequence[Sequence[Mention]], *, joins: Collection[str]) -> list[frozenset[int]]:
    """For each person, with the mentions that are theirs, who stands in their longest list, themselves included.

    A list is names with nothing but a comma, a semicolon or an "and" between them.
    """
    named = sorted((mention.start, mention.after, at) for at, own in enumerate(persons) for mention in own)
    runs: list[set[int]] = []
    end = 0
    for start, after, at in named:
        if not runs or not _joined(text[end:start], joins):
            runs.append(set())
        runs[-1].add(at)
        end = after
    found = [frozenset([at]) for at in range(len(persons))]
    for run in map(frozenset, runs):
        for at in run:
            found[at] = max(found[at], run, key=len)
    return found


def _joined(between: str, joins: Collection[str]) -> bool:
    between = between.strip()
    return len(between) <= _JOIN_REACH and (between in {",", ";"} or fold(between.strip(",; ")) in joins)


def as_the_surest(
    shares: Sequence[Shares], rules: Sequence[str], *, together: Sequence[frozenset[int]]
) -> Mapping[int, Shares]:
    """The shares of those who are rather accused and stand in a list with one who surely is: the shares of that one.

    Only those count of whom the rules say the same: a title in a list parts its bearer from the others, and nobody who
    holds an office is accused by a list.
    """
    accused = [sum(each.get(role, 0.0) for role in _ACCUSED) for each in shares]
    found: dict[int, Shares] = {}
    for at, listed in enumerate(together):
        if rules[at] == "official":
            continue
        surest = max((one for one in listed if rules[one] == rules[at]), key=lambda one: (accused[one], -one))
        if accused[surest] > accused[at] > _EVEN:
            found[at] = shares[surest]
    return found
