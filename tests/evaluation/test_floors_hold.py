"""The quality of the pipeline on our own labelled reports: no change may read or match worse than what was pinned."""

from __future__ import annotations

from pathlib import Path

import pytest

from komshi.commands.evaluate import scores_of
from komshi.pipeline import vocabulary
from komshi.pipeline.evaluate import below, corpus_hash, read_floors, read_gold
from komshi.pipeline.jsonl import numbered, open_lines
from komshi.pipeline.text.fold import script_of

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def gold():
    with open_lines(str(FOLDER / "gold.jsonl")) as lines:
        return read_gold(numbered(lines), on_error=lambda line, message: pytest.fail(f"line {line}: {message}"))


def test_no_figure_is_below_its_floor(gold):
    floors = read_floors((FOLDER / "floors.toml").read_text(encoding="utf-8"))["gold"]
    assert below(floors, scores_of(gold), corpus=corpus_hash(gold)) == []


def test_the_set_holds_every_language_and_both_scripts_relevant_and_not(gold):
    assert len(gold) >= 40
    written = {(report.article.language, script_of(report.article.text)) for report in gold}
    assert written >= {
        ("sq", "Latn"), ("mk", "Cyrl"), ("sr", "Latn"), ("sr", "Cyrl"), ("bs", "Latn"), ("hr", "Latn"), ("cnr", "Latn"),
        ("en", "Latn"),
    }  # fmt: skip
    assert sum(not report.relevant for report in gold) >= 12
    assert len({report.id for report in gold}) == len(gold)


def test_every_label_is_of_the_vocabulary(gold):
    for report in gold:
        assert set(report.items("markets")) <= set(vocabulary.ids("markets"))
        assert {report.labels["event_type"], *report.items("other_event_types")} <= {
            *vocabulary.ids("event_types"),
            None,
        }
        assert report.labels["status"] in {*vocabulary.ids("statuses"), None}


def test_amounts_of_the_labels_are_numbers_with_units(gold):
    for report in gold:
        for quantity in report.items("quantities"):
            assert quantity["amount"] > 0
            assert quantity["unit"]


def test_what_is_held_out_is_in_no_other_set(gold):
    """`heldout.jsonl` is scored once with a release and never tuned on, so no floor stands on it."""
    with open_lines(str(FOLDER / "heldout.jsonl")) as lines:
        held_out = read_gold(numbered(lines), on_error=lambda line, message: pytest.fail(f"line {line}: {message}"))
    texts = {report.article.text for report in gold}
    assert len(held_out) >= 12
    assert not [report.id for report in held_out if report.article.text in texts]
