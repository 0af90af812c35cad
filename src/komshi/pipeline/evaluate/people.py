"""Which persons were read: a name counts whatever its case ending and its script, and initials agree with initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.spelling import common_start
from komshi.pipeline.types import Actor, Event

ACCUSED = frozenset({"suspect", "charged", "convicted"})
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
    if all(len(w) <= 2 for w in left) or all(len(w) <= 2 for w in right):
        return [w[0] for w in left] == [w[0] for w in right]
    p, q = left[-1], right[-1]
    if common_start(p, q) < max(3, min(len(p), len(q)) - 2):
        return False
    return len(left) == 1 or len(right) == 1 or left[0][0] == right[0][0]


def _words(name: str) -> list[str]:
    words = ("".join(c for c in fold(word) if c.isalnum()) for word in _APART.split(name))
    return [word for word in words if word]
