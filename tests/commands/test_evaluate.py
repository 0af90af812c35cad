from __future__ import annotations

import json
from pathlib import Path

import pytest

from komshi.cli import main

GOLD = Path(__file__).parents[1] / "evaluation" / "gold.jsonl"


@pytest.fixture
def gold(tmp_path):
    """The first reports of our own set, which are quick to read."""
    file = tmp_path / "few.jsonl"
    file.write_text("".join(GOLD.read_text(encoding="utf-8").splitlines(keepends=True)[:12]), encoding="utf-8")
    return file


def test_the_figures_come_as_json_each_with_its_number(gold, capsys):
    assert main(["evaluate", str(gold), "--json", "--worst", "2"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["reports"] == 12
    assert figures["fields"]["relevance"]["all"]["n"] > 0
    assert figures["matching"]["bcubed"]["f1"] > 0.5
    assert len(figures["worst"]) <= 2


def test_pinned_floors_hold_and_a_raised_one_fails_the_command(gold, tmp_path, capsys):
    floors = tmp_path / "floors.toml"
    assert main(["evaluate", str(gold), "--floors", str(floors), "--pin"]) == 0
    assert main(["evaluate", str(gold), "--floors", str(floors)]) == 0
    text = floors.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith('"language.all"'))
    floors.write_text(text.replace(line, '"language.all" = 1.100'), encoding="utf-8")
    capsys.readouterr()
    assert main(["evaluate", str(gold), "--floors", str(floors)]) == 1
    assert "language.all is 1.000, below its floor of 1.100." in capsys.readouterr().err
    assert main(["evaluate", str(gold), "--floors", str(floors), "--pin"]) == 2
    assert "--lower" in capsys.readouterr().err
    assert main(["evaluate", str(gold), "--floors", str(floors), "--pin", "--lower", "a slip of the pen"]) == 0
    assert "a slip of the pen" in floors.read_text(encoding="utf-8")


def test_other_labels_are_scored_without_reading(gold, tmp_path, capsys):
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = [line for line in lines if line["relevant"] and line["people"] and line["quantities"]]
    second = [{key: value for key, value in line.items() if key not in ("title", "text")} for line in told]
    second[0] = {**second[0], "event_type": "policy", "markets": ["waste_crimes"], "quantities": []}
    file = tmp_path / "second.jsonl"
    file.write_text("".join(f"{json.dumps(one)}\n" for one in second), encoding="utf-8")
    assert main(["evaluate", str(gold), "--second", str(file), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["reports"], figures["matching"]) == (len(told), None)
    assert figures["fields"]["role"]["all"]["accuracy"] == figures["fields"]["country"]["all"]["accuracy"] == 1.0
    assert figures["fields"]["type"]["all"]["accuracy"] == pytest.approx(1 - 1 / len(told), abs=0.001)
    assert figures["fields"]["quantities"]["all"]["f1"] < 1.0


def test_labels_of_other_reports_tell_nothing(gold, tmp_path, capsys):
    (tmp_path / "second.jsonl").write_text('{"id": "elsewhere", "relevant": false}\n', encoding="utf-8")
    assert main(["evaluate", str(gold), "--second", str(tmp_path / "second.jsonl")]) == 2
    assert "none of these reports" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"relevant": True}, "no “id”"),
        ({"id": "a", "relevant": True, "people": ["Arben"]}, "an object with a name and a role"),
        ({"id": "a", "relevant": True, "quantities": [3]}, "an object with an item, an amount and a unit"),
        ({"id": "a", "relevant": True, "date": 5}, "a day in quotation marks"),
    ],
)
def test_labels_that_cannot_be_asked_are_one_sentence(gold, tmp_path, capsys, line, said):
    (tmp_path / "second.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["evaluate", str(gold), "--second", str(tmp_path / "second.jsonl")]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"), [(["--pin"], "--floors"), (["--lower", "why"], "--pin"), (["--floors", "x"], "no floors for")]
)
def test_options_that_do_not_fit_are_one_sentence(gold, tmp_path, monkeypatch, capsys, options, said):
    monkeypatch.chdir(tmp_path)
    assert main(["evaluate", str(gold), *options]) == 2
    assert said in capsys.readouterr().err


def test_an_empty_set_is_one_sentence(tmp_path, capsys):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert main(["evaluate", str(tmp_path / "empty.jsonl")]) == 2
    assert "no labelled report" in capsys.readouterr().err
