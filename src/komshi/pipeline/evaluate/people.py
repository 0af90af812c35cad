"""Which persons were read: a name counts whatever its case ending and its script, and initials agree with initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.spelling import common_start
from komshi.pipeline.types import Actor, Event

ACCUSED = frozenset({"suspect", "charged", "convicted"})
_INITIAL = 2
"""Letters of an initial at most: some stand for a digraph."""
_APART = re.compile(r"[\s.\-]+")


def compare_people(
    labels: Iterable[Mapping[str, Any]], events: Iterable[Event]
) -> tuple[list[tuple[Mapping[str, Any], Actor]], int, int]:
    """(pairs of a label and the person that was read for it, persons read besides, persons missed)."""
    read: list[Actor] = []
    for actor in (a for event in events for a in event.actors if a.kind == "person" and a.name):
        if not any(same_person(actor.name, other.name) for other in read):
            read.append(actor)
    wanted = [label for label in labels if label.get("name")]
    pairs: list[tuple[Mapping[str, Any], Actor]] = []
    besides = 0
    for actor in read:
        label = next((w for w in wanted if same_person(actor.name, w["name"])), None)
        if label is None:
            besides += 1
        else:
            wanted.remove(label)
            pairs.append((label, actor))
    return pairs, besides, len(wanted)


def same_person(a: str, b: str) -> bool:
    """Whether two written names are one person's: the last words alike up to an ending, and the first letters."""
    left, right = _words(a), _words(b)
    if not left or not right:
        return False
    if all(len(w) <= _INITIAL for w in left) or all(len(w) <= _INITIAL for w in right):
        return [w[0] for w in left] == [w[0] for w in right]
    p, q = left[-1], right[-1]
    if len(left) > 1 < len(right) and p == q and len(p) <= _INITIAL:
        return _alike(left[0], right[0])  # of the surname only the first letter is told
    if not _alike(p, q):
        return False
    return len(left) == 1 or len(right) == 1 or left[0][0] == right[0][0]


def _alike(a: str, b: str) -> bool:
    """Whether two words are one up to its ending."""
    return common_start(a, b) >= max(3, min(len(a), len(b)) - 2)


def _words(name: str) -> list[str]:
    words = ("".join(c for c in fold(word) if c.isalnum()) for word in _APART.split(name))
    return [word for word in words if word]
