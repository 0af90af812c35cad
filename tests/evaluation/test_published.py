"""The figures that the page on the method shows are those that the floors were pinned from, and hold no text."""

from __future__ import annotations

import json
from pathlib import Path

from komshi.cli import main
from komshi.pipeline.evaluate import read_floors, read_published
from komshi.pipeline.read.compose import READER

FOLDER = Path(__file__).parent
FLOORS = read_floors((FOLDER / "floors.toml").read_text(encoding="utf-8"))["gold"]


def test_the_published_figures_are_of_the_set_and_the_reader_that_are_here():
    shown = read_published()["gold"]
    assert (shown["corpus"], shown["reader"]) == (FLOORS.corpus, READER)


def test_no_published_figure_is_below_its_floor_and_none_is_missing():
    shown = read_published()["gold"]
    figures = {f"{field}.{code}": one["value"] for field, row in shown["fields"].items() for code, one in row.items()}
    figures["matching.all"] = shown["matching"]["value"]
    assert {name: value for name, value in FLOORS.floors.items() if figures.get(name, -1.0) < value - 0.0005} == {}


def test_every_figure_has_its_number_and_an_interval_around_it():
    for name, shown in read_published().items():
        for row in shown["fields"].values():
            for figure in row.values():
                assert figure["n"] > 0, name
                if figure["value"] is not None and figure["low"] is not None:
                    assert 0 <= figure["low"] <= figure["value"] + 0.0006, name
                    assert figure["value"] <= figure["high"] + 0.0006 <= 1.001, name


def test_evaluate_puts_a_set_beside_those_that_are_published(tmp_path):
    few, file = tmp_path / "few.jsonl", tmp_path / "accuracy.json"
    lines = (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    few.write_text("".join(lines[:4]), encoding="utf-8")
    file.write_text(json.dumps({"other": {"reports": 1}}), encoding="utf-8")
    assert main(["evaluate", str(few), "--publish", str(file)]) == 0
    published = json.loads(file.read_text(encoding="utf-8"))
    assert set(published) == {"few", "other"}
    assert published["few"]["reports"] == 4
    assert json.loads(lines[0])["text"][:20] not in file.read_text(encoding="utf-8")
