"""Fit the weights of `komshi.pipeline.read.relevance` to labelled reports, and print them with what they reach.

    python scripts/fit_relevance.py LABELLED.jsonl [LABELLED.jsonl ...] [--other OTHER.jsonl.gz] [--ridge 0.3]

LABELLED has reports with a `relevant` label (the format of `komshi evaluate`); OTHER has texts with a `class`, of which
those called `other` serve as further texts that are not relevant, at three tenths of the weight. Figures come from ten
folds that keep reports of one event together. Put the printed weights into `relevance.py` by hand, rounded.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.relevance import WEIGHTS, Relevance
from komshi.pipeline.types import Article
from komshi.regions import load

FOLDS = 10
OTHER_WEIGHT = 0.3


class Row(NamedTuple):
    """One report as numbers: its features and a 1, whether it is relevant, its weight, its event and its file."""

    values: list[float]
    relevant: bool
    weight: float
    group: str
    source: str


def main() -> None:
    """Read the files, fit, and print the weights and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="+", type=Path)
    parser.add_argument("--other", type=Path)
    parser.add_argument("--ridge", type=float, default=0.3)
    options = parser.parse_args()
    rows = list(read_rows(options.labelled, options.other))
    weights = fit(rows, options.ridge)
    for name, weight in zip([*WEIGHTS, "BIAS"], weights, strict=True):
        print(f'    "{name}": {weight:.1f},')  # noqa: T201 - it talks to a terminal
    for source, figures in evaluate(rows, options.ridge).items():
        print(source, figures)  # noqa: T201 - it talks to a terminal


def read_rows(labelled: list[Path], other: Path | None) -> Iterator[Row]:
    """The features of every report of the files."""
    region = load()
    reader, relevance = Reader(region), Relevance(region)
    seen = set()
    for path in [*labelled, *([other] if other else [])]:
        for record in _records(path):
            if path == other and (record["id"] in seen or record.get("class") != "other"):
                continue
            seen.add(record["id"])
            prepared, _ = reader.opening(_article(record))
            features = (relevance.features(prepared) if prepared else None) or dict.fromkeys(WEIGHTS, 0.0)
            values = [*(features[name] for name in WEIGHTS), 1.0]
            weight = OTHER_WEIGHT if path == other else 1.0
            yield Row(values, bool(record.get("relevant")), weight, record.get("group") or record["id"], path.name)


def _records(path: Path) -> Iterator[dict[str, str]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return map(json.loads, data.decode("utf-8").splitlines())


def _article(record: dict[str, str]) -> Article:
    language = record.get("language") or record.get("lang")
    return Article(record["id"], record["text"], record.get("title"), outlet=record.get("outlet"), language=language)


def fit(rows: list[Row], ridge: float) -> list[float]:
    """Logistic regression by Newton's method; the bias is not held down by the ridge."""
    size = len(rows[0].values)
    weights = [0.0] * size
    for _ in range(25):
        slope = [ridge * weight for weight in weights[:-1]] + [0.0]
        curve = [[ridge * (i == j and i < size - 1) + 1e-6 * (i == j) for j in range(size)] for i in range(size)]
        for row in rows:
            p = chance(row.values, weights)
            error, bend = row.weight * (p - row.relevant), row.weight * p * (1 - p)
            for i, x in enumerate(row.values):
                slope[i] += error * x
                for j, z in enumerate(row.values):
                    curve[i][j] += bend * x * z
        weights = [weight - step for weight, step in zip(weights, solve(curve, slope), strict=True)]
    return weights


def chance(values: list[float], weights: list[float]) -> float:
    """The probability that the model gives."""
    total = sum(value * weight for value, weight in zip(values, weights, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination; the matrix is positive definite, so no pivoting is needed."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for other in rows[i + 1 :]:
            factor = other[i] / pivot[i]
            for k in range(i, len(pivot)):
                other[k] -= factor * pivot[k]
    answer = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        rest = sum(rows[i][k] * answer[k] for k in range(i + 1, len(rows)))
        answer[i] = (rows[i][-1] - rest) / rows[i][i]
    return answer


def evaluate(rows: list[Row], ridge: float) -> dict[str, str]:
    """F1 on each file (or its false alarms), every report judged by a model that saw no report of its event."""
    groups = sorted({row.group for row in rows})
    random.Random(1).shuffle(groups)  # noqa: S311 - folds need a seed, not secrecy
    fold = {group: i % FOLDS for i, group in enumerate(groups)}
    tally: dict[str, list[int]] = {}
    for k in range(FOLDS):
        weights = fit([row for row in rows if fold[row.group] != k], ridge)
        for row in rows:
            if fold[row.group] == k:
                said = chance(row.values, weights) >= 0.5
                counts = tally.setdefault(row.source, [0, 0, 0])
                counts[0] += said and row.relevant
                counts[1] += said and not row.relevant
                counts[2] += row.relevant and not said
    return {
        source: f"F1 {2 * tp / (2 * tp + fp + fn):.3f}" if tp + fn else f"false alarms {fp}"
        for source, (tp, fp, fn) in tally.items()
    }


if __name__ == "__main__":
    main()
