"""`komshi read`: articles in, readings out, bad lines named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from komshi.cli import main
from komshi.pipeline.read.compose import READER
from tests.pipeline.fetch.conftest import Site, site

__all__ = ["site"]

SEIZURE = {
    "id": "one",
    "text": "Policija je juče u Novom Pazaru zaplenila 12 kg kokaina. Uhapšena su dvojica muškaraca.",
    "published": "2026-03-05",
}
FOOTBALL = {"id": "two", "text": "Fudbaleri su juče pobedili sa dva prema jedan i slavili na stadionu u Nišu."}


def read(tmp_path: Path, *lines: str, options: tuple[str, ...] = ()) -> tuple[int, list[dict[str, object]]]:
    """The exit code and the readings of some lines."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code = main(["read", str(source), "-o", str(out), *options])
    return code, [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_one_reading_for_each_article_in_their_order(tmp_path: Path) -> None:
    code, readings = read(tmp_path, json.dumps(SEIZURE), json.dumps(FOOTBALL))
    assert code == 0
    assert [(r["id"], r["relevant"]) for r in readings] == [("one", True), ("two", False)]
    assert set(readings[1]) == {
        "id", "reader", "language", "script", "outlet", "published", "relevant", "relevance",
    }  # fmt: skip


def test_every_evidence_span_stands_in_the_canonical_text(tmp_path: Path) -> None:
    _, readings = read(tmp_path, json.dumps(SEIZURE))
    event = readings[0]["events"][0]  # type: ignore[index]
    cocaine = event["quantities"][0]
    assert (cocaine["item"], cocaine["amount"], cocaine["unit"]) == ("cocaine", 12, "kg")
    start, end = cocaine["evidence"][0]
    assert "12 kg" in SEIZURE["text"][start:end]
    assert event["date"] == "2026-03-04"
    assert event["place"]["name"] == "Novi Pazar"
    assert event["counts"]["arrested"] == 2


def test_a_bad_line_is_named_the_good_ones_are_written_and_the_exit_code_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, readings = read(tmp_path, json.dumps(SEIZURE), "{broken", json.dumps(FOOTBALL))
    assert code == 1
    assert [r["id"] for r in readings] == ["one", "two"]
    complaint = capsys.readouterr().err.strip()
    assert "in.jsonl, line 2: The line is not JSON (" in complaint
    assert complaint.endswith("); write one JSON object a line.")


def test_two_workers_write_what_one_writes(tmp_path: Path) -> None:
    lines = [json.dumps(SEIZURE | {"id": str(n)}) for n in range(150)]
    assert read(tmp_path, *lines) == read(tmp_path, *lines, options=("--workers", "2"))


def test_a_missing_file_is_one_sentence_and_exit_code_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "nowhere.jsonl"]) == 2
    assert "cannot be opened" in capsys.readouterr().err


def test_real_articles_are_read_without_an_error(shared_dir: Path, tmp_path: Path) -> None:
    files = [
        str(path)
        for name in ("articles", "snippets", "official")
        for path in [shared_dir / f"data/news/{name}.dev.jsonl.gz"]
    ]
    out = tmp_path / "readings.jsonl"
    assert main(["read", *files, "-o", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2025


def test_a_model_of_this_machine_fills_what_the_rules_left_open(tmp_path: Path, site: Site) -> None:
    answer = {
        "injured": {"value": 2, "quote": "Uhapšena su dvojica"},
        "killed": {"value": 3, "quote": "words that stand nowhere"},
    }
    site.posts["/v1/chat/completions"] = json.dumps(
        {"choices": [{"message": {"content": json.dumps(answer)}}]}
    ).encode()
    options = ("--model", f"{site.url}/v1", "--model-name", "small")
    code, readings = read(tmp_path, json.dumps(SEIZURE), json.dumps(FOOTBALL), options=options)
    assert code == 0
    assert (readings[0]["reader"], readings[1]["reader"]) == (f"{READER}+small", READER)
    event = readings[0]["events"][0]  # type: ignore[index]
    assert (event["counts"]["injured"], event["counts"]["killed"], event["counts"]["arrested"]) == (2, None, 2)
    assert len(site.bodies) == 2, "one word of greeting, and one relevant report: the other is not shown to a model"


@pytest.mark.parametrize("address", ["http://models.example.org/v1", "http://127.0.0.1:9/v1"])
def test_a_model_elsewhere_or_away_is_told_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps(SEIZURE) + "\n", encoding="utf-8")
    assert main(["read", str(source), "--model", address]) == 2
    assert "model at" in capsys.readouterr().err
