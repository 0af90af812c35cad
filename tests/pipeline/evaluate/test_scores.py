from __future__ import annotations

import importlib.util
import json
from dataclasses import replace

import pytest

from komshi.pipeline.evaluate import compare_groups, read_gold, report_of, score_readings
from komshi.pipeline.evaluate.people import same_person
from komshi.pipeline.evaluate.tally import Hits, Share, wilson
from komshi.pipeline.types import Actor, Event, Market, Place, Quantity, Reading

LABEL = {
    "id": "a",
    "group": "g1",
    "language": "sr",
    "title": None,
    "text": "Zaplenjeno je 2 kg heroina.",
    "published": "2024-03-14",
    "relevant": True,
    "markets": ["heroin_trade"],
    "event_type": "seizure",
    "other_event_types": ["arrest"],
    "date": "2024-03",
    "place": {"name": "Niš", "country": "RS", "latitude": 43.32, "longitude": 21.9},
    "quantities": [
        {"item": "heroin", "amount": 2, "unit": "kg"},
        {"item": "value", "amount": 50000, "unit": "EUR", "side": True},
    ],
    "counts": {"arrested": 2, "killed": None},
    "people": [{"name": "Vuk Trelinović", "role": "suspect", "age": None}],
    "status": "under_investigation",
}
EVENT = Event(
    "seizure",
    0.9,
    status="under_investigation",
    date="2024-03-13",
    place=Place("Niš", "RS", 43.33, 21.91),
    quantities=(Quantity("heroin", 2000.0, "g"),),
    counts={"arrested": 2},
    actors=(Actor("Вука Трелиновића", "suspect"),),
)
READING = Reading(
    "a", "t", "sr", "Latn", None, None, True, 0.9, markets=(Market("heroin_trade", 0.9),), events=(EVENT,)
)
FAMILY = {"sr": "hbs", "bs": "hbs", "cnr": "hbs", "hr": "hbs", "sq": "sq", "mk": "mk", "en": "en"}


def gold(*changes):
    lines = [(n, json.dumps({**LABEL, **change}).encode()) for n, change in enumerate(changes or ({},), 1)]
    return read_gold(lines, on_error=lambda line, message: pytest.fail(message))


def scored(reading=READING, **change):
    return score_readings(gold(change), {"a": reading}, family=FAMILY)


def value(scores, field):
    return scores.table[field]["all"].value


def event(**change):
    return replace(READING, events=(replace(EVENT, **change),))


def test_a_reading_that_says_what_the_labels_say_is_right_in_every_field():
    scores = scored()
    assert {name: value(scores, name) for name in scores.table} == dict.fromkeys(scores.table, 1.0)
    assert scores.wrong == {}


def test_a_report_that_was_not_read_counts_as_read_empty():
    scores = score_readings(gold(), {}, family=FAMILY)
    assert value(scores, "relevance") == 0
    assert value(scores, "quantities") == 0
    assert scores.worst(1)[0][0] == "a"


def test_a_month_is_all_that_a_label_asks_when_it_says_no_more():
    assert value(scored(event(date="2024-03-29")), "date") == 1
    assert value(scored(event(date="2024-02-29")), "date") == 0
    assert "date" not in scored(date=None).table


def test_fifteen_kilometres_are_near_enough_and_forty_are_not():
    assert value(scored(event(place=Place("?", "RS", 43.42, 21.9))), "place_15km") == 1
    assert value(scored(event(place=Place("?", "RS", 43.68, 21.9))), "place_15km") == 0
    assert value(scored(event(place=None)), "place_15km") == 0


def test_amounts_in_another_unit_of_mass_agree_and_ones_read_besides_are_errors():
    besides = (Quantity("heroin", 2.0, "kg"), Quantity("knives", 7.0, "pcs"))
    figure = scored(event(quantities=besides)).table["quantities"]["all"].figure()
    assert (figure["precision"], figure["recall"]) == (0.5, 1.0)


def test_a_value_is_neither_right_nor_wrong():
    read = (Quantity("heroin", 2.0, "kg"), Quantity("heroin", 50000.0, "EUR"), Quantity(None, 9.0, "EUR", "fine"))
    assert value(scored(event(quantities=read)), "quantities") == 1.0


def test_the_first_market_and_the_list_are_two_questions():
    reading = replace(READING, markets=(Market("corruption", 0.9), Market("heroin_trade", 0.5)))
    scores = scored(reading)
    assert value(scores, "market") == 0
    assert value(scores, "markets") == pytest.approx(2 / 3)
    assert scores.confusion["market"] == {("heroin_trade", "corruption"): 1}


def test_another_event_type_of_the_affair_is_right_in_the_mild_count_only():
    scores = scored(event(type="arrest"))
    assert (value(scores, "type"), value(scores, "type_any")) == (0, 1)


def test_calling_a_suspect_convicted_is_counted_as_the_error_it_is():
    scores = scored(event(actors=(Actor("Vuk Trelinović", "convicted"),)))
    assert value(scores, "role") == 0
    assert value(scores, "accused_rightly") == 1
    assert value(scores, "convicted_rightly") == 0


def test_a_count_is_asked_only_where_the_label_gives_one():
    scores = scored(event(counts={"arrested": 3, "killed": 1}))
    assert value(scores, "arrested") == 0
    assert "killed" not in scores.table


def test_languages_of_one_family_count_as_one():
    assert value(scored(replace(READING, language="bs")), "language") == 1
    assert value(scored(replace(READING, language="mk")), "language") == 0


def test_nothing_but_language_and_relevance_is_asked_of_an_irrelevant_report():
    scores = scored(relevant=False)
    assert set(scores.table) == {"language", "relevance"}
    assert scores.table["relevance"]["all"].figure()["precision"] == 0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("A. K.", "А.К.", True),
        ("Vuku Trelinoviću", "Vuk Trelinović", True),
        ("Trelinović", "Вук Трелиновић", True),
        ("Marko Trelinović", "Vuk Trelinović", False),
        ("A. K.", "A. B.", False),
        ("Luan T.", "Luanit T.", True),
        ("Luan T.", "Luan B.", False),
        ("Luan T.", "Marko T.", False),
        ("", "A. B.", False),
    ],
)
def test_one_person_is_one_whatever_the_script_and_the_case(a, b, same):
    assert same_person(a, b) is same


def test_wilson_is_wide_for_few_answers_and_stays_between_0_and_1():
    assert wilson(1, 1) == (0.207, 1.0)
    assert wilson(0, 0) == (None, None)
    low, high = wilson(90, 100)
    assert 0.82 < low < 0.9 < high < 0.95


def test_a_figure_without_an_answer_is_none_and_not_zero():
    assert Share().figure()["accuracy"] is None
    assert Hits().figure()["f1"] is None


def test_a_bad_line_of_a_labelled_set_is_named_and_the_others_go_on():
    complaints = []
    lines = [
        (1, json.dumps(LABEL).encode()),
        (2, b"{"),
        (3, json.dumps({**LABEL, "relevant": None}).encode()),
        (4, json.dumps({**LABEL, "markets": "all"}).encode()),
        (5, b"\n"),
    ]
    assert len(read_gold(lines, on_error=lambda line, message: complaints.append((line, message)))) == 1
    assert [line for line, _ in complaints] == [2, 3, 4]
    assert "true or false" in complaints[1][1]


def test_incidents_that_split_a_group_lose_recall_and_ones_that_merge_two_lose_precision():
    reports = gold(*({"id": i, "group": g} for i, g in [("a", "g1"), ("b", "g1"), ("c", "g2"), ("d", "g2")]))
    right = compare_groups(reports, [("a", ["a", "b"]), ("c", ["c", "d"])])
    split = compare_groups(reports, [("c", ["c", "d"])])
    merged = compare_groups(reports, [("a", ["a", "b", "c", "d"])])
    assert (right.precision, right.recall, right.f1) == (1, 1, 1)
    assert (split.precision, split.recall, split.pairs_found, split.pairs_wanted) == (1, 0.75, 1, 2)
    assert (merged.precision, merged.recall, merged.pairs_made) == (0.5, 1, 6)
    assert compare_groups(gold({"group": None}), []) is None


def test_the_report_names_each_figure_with_its_number_and_the_worst_readings():
    text = "\n".join(report_of(scored(event(type="arrest"))))
    assert "markets F1" in text
    assert "1.000 (1)" in text
    assert "seizure" in text
    assert "a: type 'arrest' for 'seizure'" in text


def test_the_figures_are_those_of_the_shared_scorer(shared_dir, region):
    from komshi.pipeline.read.compose import Reader
    from komshi.pipeline.records import reading_to_json

    spec = importlib.util.spec_from_file_location("shared_score", shared_dir / "eval" / "score.py")
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    lines = (shared_dir / "eval" / "written.dev.jsonl").read_bytes().splitlines()
    reports = read_gold(enumerate(lines, 1), on_error=lambda line, message: pytest.fail(message))
    reader = Reader(region)
    readings = {report.id: reader.read(report.article) for report in reports}
    ours = score_readings(reports, readings, family=region.family).to_json()["fields"]
    records = [json.loads(json.dumps(reading_to_json(reading))) for reading in readings.values()]
    wanted, _ = theirs.score_reading([json.loads(line) for line in lines], records)
    for field, row in wanted.items():
        for code, figure in row.items():
            name = "f1" if "f1" in figure else "accuracy"
            assert (ours[field][code].get(name) or 0) == (figure[name] or 0), (field, code)
