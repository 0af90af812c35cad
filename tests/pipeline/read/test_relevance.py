"""Relevance: an event of organised crime or corruption that has to do with the region, and nothing else."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest

from komshi.pipeline.read.relevance import BIAS, WEIGHTS, Relevance
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, prepare


@pytest.fixture(scope="module")
def relevance(region: Region) -> Relevance:
    return Relevance(region)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_a_report_is_relevant_when_it_tells_an_event_of_the_field_here(region, relevance, report: Report) -> None:
    assert (relevance(prepare(region, report)) >= 0.5) is report.relevant


def test_a_text_without_a_word_of_the_field_scores_nothing(region, relevance) -> None:
    prepared = prepare(region, Report("calm", "sr", "Sutra sunčano, posle podne slab vetar."))
    assert relevance(prepared) == 0.0
    assert relevance.explain(prepared) == []


def test_the_same_report_in_cyrillic_and_without_diacritics_scores_the_same(region, relevance) -> None:
    latin = Report("a", "sr", "Policija u Vranju zaplenila je 20 kilograma kokaina i uhapsila trojicu švercera.")
    cyrillic = Report("b", "sr", "Полиција у Врању запленила је 20 килограма кокаина и ухапсила тројицу шверцера.")
    bald = Report("c", "sr", "Policija u Vranju zaplenila je 20 kilograma kokaina i uhapsila trojicu svercera.")
    scores = {round(relevance(prepare(region, report)), 6) for report in (latin, cyrillic, bald)}
    assert len(scores) == 1
    assert scores.pop() > 0.5


def test_a_score_shows_the_words_that_made_it(region, relevance) -> None:
    text = "Policija u Baru zaplenila je kokain skriven među bananama, a muzej je zatvoren."
    prepared = prepare(region, Report("why", "sr", text))
    reasons = {prepared.text[slice(*span)]: (name, worth) for span, name, worth in relevance.explain(prepared)}
    assert reasons["kokain"][0] == "topic"
    assert reasons["zaplenila"][0] == "hard"
    assert reasons["muzej"][0] == "other"
    assert reasons["kokain"][1] > 0 > reasons["muzej"][1]


def test_the_reasons_add_up_to_the_score(region, relevance) -> None:
    prepared = prepare(region, next(report for report in REPORTS if report.id == "hbs-seizure"))
    features = relevance.features(prepared)
    assert features is not None
    explained = sum(worth for _, _, worth in relevance.explain(prepared))
    total = sum(WEIGHTS[name] * features[name] for name in WEIGHTS)
    assert explained == pytest.approx(total, abs=0.01)
    assert relevance(prepared) == pytest.approx(1 / (1 + 2.718281828 ** -(total + BIAS)), abs=0.001)


def test_a_foreign_seizure_becomes_ours_when_the_group_is_from_here(region, relevance) -> None:
    theirs = "Španska policija zaplenila je u Valensiji 600 kilograma kokaina i uhapsila petoro Španaca."
    ours = "Španska policija zaplenila je u Valensiji 600 kilograma kokaina i uhapsila petoro državljana Srbije."
    assert relevance(prepare(region, Report("theirs", "sr", theirs))) < 0.5
    assert relevance(prepare(region, Report("ours", "sr", ours))) >= 0.5


def test_a_megabyte_of_crime_words_is_read_in_linear_time(region, relevance) -> None:
    words = "uhapšen zbog krijumčarenja kokaina i primanja mita " * 20_000
    prepared = prepare(region, Report("long", "sr", words))
    assert prepared.hits
    started = time.process_time()
    relevance(prepared)
    assert time.process_time() - started < 10


def records(path: Path) -> list[dict]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def score(region: Region, relevance: Relevance, record: dict) -> float:
    language = record.get("language") or record["lang"]
    report = Report(record["id"], language, record["text"], record.get("title") or None)
    return relevance(prepare(region, report))


@pytest.mark.parametrize(("name", "floor"), [("written.dev.jsonl", 0.95), ("dev.jsonl", 0.78)])
def test_relevance_keeps_its_floor_on_the_labelled_sets(region, relevance, shared_dir, name: str, floor: float) -> None:
    tp = fp = fn = 0
    for record in records(shared_dir / "eval" / name):
        said = score(region, relevance, record) >= 0.5
        tp += said and record["relevant"]
        fp += said and not record["relevant"]
        fn += record["relevant"] and not said
    assert 2 * tp / (2 * tp + fp + fn) >= floor


def test_texts_on_other_subjects_are_hardly_ever_taken_for_relevant(region, relevance, shared_dir) -> None:
    others = [r for r in records(shared_dir / "data/news/articles.dev.jsonl.gz") if r["class"] == "other"]
    alarms = sum(score(region, relevance, record) >= 0.5 for record in others)
    assert alarms <= len(others) * 0.02
