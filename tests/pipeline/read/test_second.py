"""The second reader fills gaps with words that stand in the text, and never convicts anybody."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from komshi.pipeline.fetch.addresses import FetchFailed
from komshi.pipeline.read.second import SecondReader
from komshi.pipeline.types import COUNT_KINDS, Article, Event, Reading

TEXT = (
    "A lorry was stopped  near Bar.\nOn 3 May two men were led away, and a prosecutor opened a case."
    " The court convicted both."
)
BARE = Reading(
    id="a", reader="first", language="en", script="Latn", outlet=None, published="2024-05-04", relevant=True,
    relevance=0.9, events=(Event("other", 0.0),),
)  # fmt: skip


class First:
    """The first reader, with a reading that the test gives it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def read(self, _article: Article) -> Reading:
        return self.reading


def read(answer: object, first: Reading = BARE) -> Reading:
    words = answer if isinstance(answer, str) else json.dumps(answer)
    return SecondReader(First(first), lambda _instructions, _text: words, name="small").read(Article("a", TEXT))


def test_gaps_are_filled_with_the_words_that_show_it() -> None:
    reading = read(
        {
            "market": {"value": "excisable_goods", "quote": "A lorry was stopped near Bar."},
            "type": {"value": "arrest", "quote": "two men were led away"},
            "status": {"value": "under_investigation", "quote": "a prosecutor opened a case"},
            "date": {"value": "2024-05-03", "quote": "On 3 May"},
            "arrested": {"value": 2, "quote": "two men were led away"},
        }
    )
    event = reading.events[0]
    assert reading.reader == "first+small"
    assert [(one.id, one.score) for one in reading.markets] == [("excisable_goods", 0.5)]
    assert (event.type, event.status, event.date, event.date_precision) == (
        "arrest", "under_investigation", "2024-05-03", "day",
    )  # fmt: skip
    assert event.counts["arrested"] == 2
    shown = {key: [TEXT[start:end] for start, end in spans] for key, spans in event.evidence.items()}
    assert shown["counts.arrested"] == ["two men were led away"]
    assert [TEXT[start:end] for start, end in reading.markets[0].evidence] == ["A lorry was stopped  near Bar."]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": {"value": "under_investigation", "quote": "an investigation was opened"}},
        {"status": {"value": "under_investigation"}},
        {"status": {"value": "guilty", "quote": "two men were led away"}},
        {"status": "under_investigation"},
        {"date": {"value": "3 May", "quote": "On 3 May"}},
        {"date": {"value": "2024-02-31", "quote": "On 3 May"}},
        {"arrested": {"value": "two", "quote": "two men"}},
        {"arrested": {"value": True, "quote": "two men"}},
        {"arrested": {"value": -2, "quote": "two men"}},
        {"type": {"value": ["arrest"], "quote": "two men were led away"}},
        {"people": [{"name": "A. B.", "role": "convicted", "quote": "The court convicted both"}]},
        {"status": {"value": "reported", "quote": " "}},
        {"status": {"value": "reported", "quote": "x" * 500}},
        [], None, "not json at all", "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_not_in_the_text_or_not_an_answer_changes_nothing(answer: object) -> None:
    assert read(answer) == BARE


@pytest.mark.parametrize(
    ("question", "value"), [("status", "first_instance"), ("status", "final_conviction"), ("type", "conviction")]
)
def test_a_model_convicts_nobody(question: str, value: str) -> None:
    assert read({question: {"value": value, "quote": "The court convicted both"}}) == BARE


def test_what_the_rules_read_stays() -> None:
    counts = {**dict.fromkeys(COUNT_KINDS), "arrested": 3}
    event = Event(
        "seizure", 0.9, "reported", date="2024-05-02", date_precision="day", counts=counts, evidence={"type": ((2, 7),)}
    )
    answer = {
        "status": {"value": "on_trial", "quote": "a prosecutor opened a case"},
        "arrested": {"value": 2, "quote": "two men were led away"},
        "killed": {"value": 2, "quote": "two men were led away"},
    }
    asked = read(answer, replace(BARE, events=(event,)))
    assert asked.events[0].status == "reported"
    assert (asked.events[0].counts["arrested"], asked.events[0].counts["killed"]) == (3, 2)
    assert asked.events[0].type == "seizure"


def test_a_report_that_is_not_relevant_is_not_shown_to_the_model() -> None:
    aside = replace(BARE, relevant=False, events=())

    def never(_instructions: str, _text: str) -> str:
        raise AssertionError("the model was asked")

    assert SecondReader(First(aside), never, name="small").read(Article("a", TEXT)) == aside


def test_a_model_that_is_away_leaves_the_first_reading_and_is_counted() -> None:
    def away(_instructions: str, _text: str) -> str:
        raise FetchFailed("nobody is there")

    reader = SecondReader(First(BARE), away, name="small")
    assert reader.read(Article("a", TEXT)) == BARE
    assert reader.silent == 1
