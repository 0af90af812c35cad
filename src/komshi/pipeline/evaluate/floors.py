"""Floors: what a set scored when it was last pinned. A later version may score more, never less without a reason."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from komshi.errors import KomshiError
from komshi.pipeline.evaluate.scores import Scores

ENOUGH = 5
"""A figure that stands on fewer answers is not pinned: one answer would move it by a fifth."""
_STEP = 1000
HEAD = """\
# Floors of labelled sets: what each scored when it was pinned. The tests fail below. Written by
# `komshi evaluate GOLD --floors FILE --pin`; lowering a floor needs --lower and a reason, which is kept here.
"""


@dataclass
class Floors:
    """The floors of one set: `floors` maps `field.language` to a value; `reasons` tell why any was lowered."""

    corpus: str
    floors: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)


def measured(scores: Scores) -> dict[str, float]:
    """What is pinned of scores: each figure that stands on enough answers, rounded down to a thousandth."""
    found = {
        f"{name}.{code}": tally.value
        for name, row in scores.table.items()
        for code, tally in row.items()
        if tally.value is not None and tally.n >= ENOUGH
    }
    if scores.matching is not None:
        found["matching.all"] = scores.matching.f1
    return {name: math.floor(value * _STEP + 1e-9) / _STEP for name, value in found.items()}


def below(floors: Floors, scores: Scores, *, corpus: str) -> list[str]:
    """A sentence for each floor that is not reached; one sentence if the set is not the one that was pinned."""
    if floors.corpus != corpus:
        return ["The labelled set has changed since its floors were pinned; pin them again with --pin."]
    now = measured(scores)
    return [
        f"{name} is {now.get(name, 0.0):.3f}, below its floor of {floor:.3f}."
        for name, floor in floors.floors.items()
        if now.get(name, 0.0) < floor
    ]


def pin(old: Floors | None, scores: Scores, *, corpus: str, reason: str | None = None) -> Floors:
    """New floors from scores. Raises `KomshiError` if that lowers or drops one and no reason is given."""
    now = measured(scores)
    lowered = [name for name, floor in (old.floors if old else {}).items() if now.get(name, -1.0) < floor]
    if lowered and not reason:
        raise KomshiError(f"Pinning would lower {', '.join(lowered)}; give --lower and a reason if that is right.")
    reasons = [*(old.reasons if old else []), *([reason] if lowered and reason else [])]
    return Floors(corpus, now, reasons)


def read_floors(text: str) -> dict[str, Floors]:
    """The floors of every set of a file. Raises `KomshiError` if it is not such a file."""
    try:
        return {name: _floors(table) for name, table in tomllib.loads(text).items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise KomshiError(
            f"The floors cannot be read ({error}); restore the file, or pin again into a new one."
        ) from error


def write_floors(sets: Mapping[str, Floors]) -> str:
    """The file of floors, the same for the same floors."""
    parts = [HEAD]
    for name, floors in sorted(sets.items()):
        parts.append(f"\n[{json.dumps(name)}]\ncorpus = {json.dumps(floors.corpus)}\n")
        parts.append(f"reasons = {json.dumps(floors.reasons, ensure_ascii=False)}\n")
        parts.append(f"\n[{json.dumps(name)}.floors]\n")
        parts.extend(f"{json.dumps(key)} = {value:.3f}\n" for key, value in floors.floors.items())
    return "".join(parts)


def _floors(table: Mapping[str, Any]) -> Floors:
    return Floors(
        str(table["corpus"]),
        {str(key): float(value) for key, value in table["floors"].items()},
        [str(reason) for reason in table.get("reasons", [])],
    )
