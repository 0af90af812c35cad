"""Train the models beside the rules (`komshi.pipeline.read.learned`) from labelled reports, and write their weights.

    python scripts/train_learned.py SEEN.jsonl --unseen SHORT.jsonl [SHORT.jsonl ...] [--check HELDOUT.jsonl]

UNSEEN are labelled reports that no rule was made for: from them the models learn how far the answers of the rules can
be trusted. SEEN is a set that the rules were tuned on; it adds words. With `--check` the share right on a set that
neither has seen is printed for the rules alone and for both. The same files give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from train_network import fit_network

from komshi.pipeline.evaluate import read_gold
from komshi.pipeline.evaluate.people import same_person
from komshi.pipeline.jsonl import numbered, open_lines
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.read.learned import SCALE, Features, Model, dumps
from komshi.pipeline.read.learned.network import Network, network_as_text, network_from
from komshi.regions import load

if TYPE_CHECKING:
    import numpy.typing as npt

    from komshi.pipeline.evaluate import Labelled

    Floats = npt.NDArray[np.float32]
    Whole = npt.NDArray[np.int64]

PENALTY, ROUNDS, STEP = 10.0, 200, 0.15
"""The square penalty on weights (against chance words), and how long and how fast they are fitted (Adam)."""
LEAST, SMALLEST = 2, 4
"""A feature has to stand in this many examples; a weight of fewer hundredths says nothing and is left out."""
QUESTIONS = ("relevance", "role", "status", "market")


class Example(NamedTuple):
    """What the model is asked by, what the rules answered, and what is right."""

    features: Features
    rule: str
    right: str


def main() -> None:
    """Read, fit, write, and say what is reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seen", nargs="*", type=Path)
    parser.add_argument("--unseen", nargs="+", type=Path, default=[])
    parser.add_argument("--check", type=Path)
    parser.add_argument("--only", choices=QUESTIONS, help="train this model only")
    options = parser.parse_args()
    reader = Reader(load())
    learnt = [examples(reader, path) for path in options.unseen]
    learnt += [_words_alone(examples(reader, path)) for path in options.seen]
    checked = examples(reader, options.check) if options.check else {}
    folder = Path(str(files("komshi.regions"))) / "western_balkans" / "models"
    for question in (options.only,) if options.only else QUESTIONS:
        found = [one for part in learnt for one in part[question]]
        written, trained = _network(found) if question == "role" else _sums(found)
        (folder / f"{question}.json").write_text(written, encoding="utf-8")
        print(f"{question}: {len(found)} examples, {written.count(chr(10)) - 2} features")  # noqa: T201 - to a terminal
        if checked:
            print(_reached(checked[question], trained))  # noqa: T201 - it talks to a terminal


def _sums(found: list[Example]) -> tuple[str, Model]:
    answers, weights = fit(found)
    return dumps(answers, weights), Model(answers, weights)


def _network(found: list[Example]) -> tuple[str, Network]:
    fitted = fit_network([(one.features, one.right) for one in found])
    written = network_as_text(fitted.answers, fitted.features, hidden=fitted.hidden, out=fitted.out)
    return written, network_from(json.loads(written))


def examples(reader: Reader, path: Path) -> dict[str, list[Example]]:
    """The examples of a file of labelled reports, by question."""
    found: dict[str, list[Example]] = {question: [] for question in QUESTIONS}
    with open_lines(str(path)) as lines:
        gold = read_gold(numbered(lines), on_error=print)
    for report in gold:
        for question, features, rule, name in reader.questions(report.article):
            right = _label(report, question, name)
            if right is not None:
                found[question].append(Example(features, rule, right))
    return found


def _words_alone(found: dict[str, list[Example]]) -> dict[str, list[Example]]:
    """Without what the rules answered: on reports that they were made for they are right too often."""
    return {
        question: [one._replace(features={n: v for n, v in one.features.items() if n[:1] != "="}) for one in part]
        for question, part in found.items()
    }


def _label(report: Labelled, question: str, name: str) -> str | None:
    if question == "relevance":
        return "yes" if report.relevant else "no"
    if not report.relevant:
        return None
    if question == "role":
        people = report.items("people")
        return next((one["role"] for one in people if one.get("name") and same_person(name, one["name"])), None)
    if question == "market":
        return next(iter(report.items("markets")), None)
    status: str | None = report.labels.get("status")
    return status


def fit(found: list[Example]) -> tuple[list[str], dict[str, list[tuple[int, int]]]]:
    """Multinomial logistic regression with a square penalty: the answers, and the weights of each feature."""
    answers = sorted({one.right for one in found})
    names = _frequent(found)
    number = {name: at for at, name in enumerate(names)}
    rows, columns, values = _sparse(found, number)
    wanted = np.array([[one.right == answer for answer in answers] for one in found], dtype=np.float32)
    weights = _descend(_Sparse(rows, columns, values, (len(found), len(names))), wanted)
    kept: dict[str, list[tuple[int, int]]] = {}
    for name, row in zip(names, np.rint(weights * SCALE).astype(int).tolist(), strict=True):
        said = [(at, weight) for at, weight in enumerate(row) if abs(weight) >= SMALLEST]
        if said:
            kept[name] = said
    return answers, kept


def _frequent(found: list[Example]) -> list[str]:
    counts: dict[str, int] = {}
    for one in found:
        for name in one.features:
            counts[name] = counts.get(name, 0) + 1
    return ["", *sorted(name for name, count in counts.items() if count >= LEAST)]


def _sparse(found: list[Example], number: dict[str, int]) -> tuple[Whole, Whole, Floats]:
    rows, columns, values = [], [], []
    for row, one in enumerate(found):
        for name, value in (("", 1.0), *sorted(one.features.items())):
            if name in number:
                rows.append(row)
                columns.append(number[name])
                values.append(value)
    return np.array(rows), np.array(columns), np.array(values, dtype=np.float32)


class _Sparse:
    """A matrix of few numbers: its products with a dense one, from both sides."""

    def __init__(self, rows: Whole, columns: Whole, values: Floats, shape: tuple[int, int]) -> None:
        self.shape = shape
        self._by_row = self._sorted(rows, columns, values)
        self._by_column = self._sorted(columns, rows, values)

    @staticmethod
    def _sorted(keys: Whole, others: Whole, values: Floats) -> tuple[Whole, Whole, Whole, Floats]:
        order = np.argsort(keys, kind="stable")
        keys, starts = np.unique(keys[order], return_index=True)
        return keys, starts, others[order], values[order, None]

    def times(self, dense: Floats) -> Floats:
        """This matrix times a dense one."""
        return self._product(self._by_row, dense, self.shape[0])

    def turned_times(self, dense: Floats) -> Floats:
        """This matrix, rows and columns exchanged, times a dense one."""
        return self._product(self._by_column, dense, self.shape[1])

    @staticmethod
    def _product(by: tuple[Whole, Whole, Whole, Floats], dense: Floats, height: int) -> Floats:
        keys, starts, others, values = by
        result = np.zeros((height, dense.shape[1]), dtype=np.float32)
        result[keys] = np.add.reduceat(dense[others] * values, starts, axis=0)
        return result


def _descend(matrix: _Sparse, wanted: Floats) -> Floats:
    """Adam (Kingma and Ba 2015) on all examples at once."""
    weights = np.zeros((matrix.shape[1], wanted.shape[1]), dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, ROUNDS + 1):
        sums = matrix.times(weights)
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = matrix.turned_times(shares - wanted) + PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        step = STEP * (1 - turn / (ROUNDS + 1))
        weights -= step * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    return weights


def _reached(found: list[Example], trained: Model | Network) -> str:
    def share(answer: Callable[[Example], str]) -> float:
        return sum(answer(one) == one.right for one in found) / max(1, len(found))

    def read(one: Example) -> str:
        shares = trained.shares(one.features)
        return max(shares, key=shares.__getitem__)

    return f"  of {len(found)}: rules {share(lambda one: one.rule):.3f}, rules and words {share(read):.3f}"


if __name__ == "__main__":
    main()
