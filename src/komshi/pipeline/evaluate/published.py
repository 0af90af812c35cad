"""The figures that pages show: what each labelled set scored, kept in a file beside this module, without any text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from komshi.pipeline.evaluate.floors import ENOUGH
from komshi.pipeline.evaluate.scores import Scores

SHIPPED = "accuracy.json"


def figures_of(scores: Scores, *, corpus: str, reader: str) -> dict[str, Any]:
    """One set: for each field and language the share right (or F1), its number and its 95 % interval."""
    table = {
        name: {code: _figure(tally.figure()) for code, tally in row.items() if tally.n}
        for name, row in scores.table.items()
    }
    return {
        "reader": reader,
        "corpus": corpus,
        "reports": scores.reports,
        "relevant": scores.relevant,
        "fields": {name: row for name, row in table.items() if row},
        "matching": {"value": round(scores.matching.f1, 4), "n": scores.matching.reports} if scores.matching else None,
    }


def with_set(published: Mapping[str, Any], *, name: str, figures: Mapping[str, Any]) -> str:
    """The text of the file with one set put in or replaced; the same figures give the same bytes."""
    return json.dumps({**published, name: figures}, indent=1, sort_keys=True) + "\n"


def read_published() -> dict[str, Any]:
    """The sets that ship with Komshi, by name."""
    sets: dict[str, Any] = json.loads((files(__package__) / SHIPPED).read_text(encoding="utf-8"))
    return sets


def is_enough(figure: Mapping[str, Any]) -> bool:
    """Whether a figure stands on enough answers to be shown as a share."""
    return bool(figure["n"] >= ENOUGH)


def _figure(given: Mapping[str, Any]) -> dict[str, Any]:
    value = given["f1"] if "f1" in given else given["accuracy"]
    return {"value": value, "n": given["n"], "low": given["low"], "high": given["high"], "f1": "f1" in given}
