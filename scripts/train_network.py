"""Fits a small network from examples; `train_learned.py` calls it for each question."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from komshi.pipeline.read.learned.network import PARTS, WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from komshi.pipeline.read.learned.network import Features

    Floats = npt.NDArray[np.float32]
    Row = tuple[npt.NDArray[np.int32], Floats]

UNITS = 36
"""Units of the hidden layer, unless said otherwise; a multiple of three, so that the bytes of a row make whole
characters."""
NETS, ROUNDS, STEP, LEFT_OUT = 2, 5, 0.08, 0.3
"""Two halves are fitted apart and speak together; how often all examples are seen, how fast they are followed, and how
many of the features of an example are left out each time, so that no single word is relied on."""
CALM = 1.3
"""By how much the answers are softened: on reports it has not seen the network is surer than it is right."""
LEAST = 4
"""A feature has to stand in this many examples, unless it is said otherwise."""
_BEFORE = 1e-2


class Fitted(NamedTuple):
    """What `komshi.pipeline.read.learned.network.Network` is made of."""

    answers: list[str]
    features: dict[str, Floats]
    hidden: Floats
    out: Floats


def fit_network(
    examples: Sequence[tuple[Features, str]], *, least: int = LEAST, seed: int = 0, units: int = UNITS
) -> Fitted:
    """One hidden layer, fitted example by example with steps of their own for each weight (Duchi and others 2011).

    `seed` tells in which order the examples are seen first.
    """
    answers = sorted({right for _, right in examples})
    counts: dict[str, int] = {}
    for features, _ in examples:
        for name in features:
            counts[name] = counts.get(name, 0) + 1
    number = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}
    rows = [_row(features, number) for features, _ in examples]
    wanted = [answers.index(right) for _, right in examples]
    shape = (len(number), units // NETS, len(answers))
    halves = [_fit(rows, wanted, shape, seed=seed + half) for half in range(NETS)]
    weights = np.hstack([half[0] for half in halves])
    out = np.vstack([*(half[2] for half in halves), sum(half[3] for half in halves)]) / (NETS * CALM)
    hidden = np.concatenate([half[1] for half in halves])
    said = np.abs(weights).max(axis=1, initial=0) * PARTS >= 1.5
    return Fitted(answers, {name: weights[at] for name, at in number.items() if said[at]}, hidden, out)


def _row(features: Features, number: dict[str, int]) -> Row:
    known = sorted((number[name], value) for name, value in features.items() if name in number)
    strengths = np.array([value for _, value in known], np.float32) / np.float32(WHOLE)
    return np.array([at for at, _ in known], np.int32), strengths


def _fit(rows: Sequence[Row], wanted: Sequence[int], shape: tuple[int, int, int], *, seed: int) -> list[Floats]:
    """The weights of the features, what the hidden units hold by themselves, and the same for the answers."""
    draw = np.random.default_rng(seed)
    known, units, answers = shape
    parts = [
        np.zeros((known, units)),
        np.zeros(units),
        draw.normal(0, units**-0.5, (units, answers)),
        np.zeros(answers),
    ]
    parts = [part.astype(np.float32) for part in parts]
    steps = [np.full_like(part, _BEFORE) for part in parts]
    for turn in range(ROUNDS):
        pace = STEP * (1 - turn / ROUNDS)
        for at in draw.permutation(len(rows)):
            _follow(parts, steps, _some(rows[at], draw), wanted[at], pace=pace)
    return parts


def _some(row: Row, draw: np.random.Generator) -> Row:
    """A part of the features of an example, each as much louder."""
    kept = draw.random(len(row[0])) > LEFT_OUT
    return row[0][kept], row[1][kept] / np.float32(1 - LEFT_OUT)


def _follow(parts: list[Floats], steps: list[Floats], row: Row, wanted: int, *, pace: float) -> None:
    """Move all weights a step towards the right answer of one example."""
    weights, hidden, out, bias = parts
    at, values = row
    units = np.tanh(values @ weights[at] + hidden)
    said = units @ out + bias
    shares = np.exp(said - said.max())
    shares /= shares.sum()
    shares[wanted] -= 1
    back = (out @ shares) * (1 - units * units)
    for number, slope in enumerate((back, np.outer(units, shares), shares), start=1):
        steps[number] += slope * slope
        parts[number] -= pace * slope / np.sqrt(steps[number])
    slope = values[:, None] * back
    steps[0][at] += slope * slope
    weights[at] -= pace * slope / np.sqrt(steps[0][at])


def as_text(fitted: Fitted) -> str:
    """A network as the reader takes it: one line a feature, in their order."""
    lines = []
    for name in sorted(fitted.features):
        row = np.clip(np.rint(fitted.features[name] * PARTS), -127, 127).astype(np.int8)
        written = base64.b64encode(row.tobytes()).decode("ascii")
        lines.append(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(written)}")
    said = {answer: _rounded(fitted.out[:, at]) for at, answer in enumerate(fitted.answers)}
    head = {"hidden": _rounded(fitted.hidden), "out": said}
    return f'{json.dumps(head)[:-1]}, "features": {{\n' + ",\n".join(lines) + "\n}}\n"


def _rounded(numbers: Floats) -> Any:
    return np.round(numbers.astype(float), 4).tolist()
