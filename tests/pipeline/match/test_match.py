from __future__ import annotations

from dataclasses import replace

import pytest

from komshi.pipeline.match import WINDOW_DAYS, Judged, day_of, explain, match

# The factory and its places stand in conftest.py; pytest hands over the factory, the places are repeated here.
from komshi.pipeline.types import Place

VLORE = Place("Vlorë", "AL", 40.4696, 19.4838)
ALBANIA = Place("Shqipëria", "AL", 41.0, 20.0, precision="country")


def groups(incidents):
    return sorted(sorted(incident.readings) for incident in incidents)


def test_two_reports_of_one_seizure_become_one_incident(reading):
    (incident,) = match([reading("a"), reading("b", language="mk", script="Cyrl", published="2024-03-15")])
    assert incident.readings == ("a", "b")


def test_reports_in_two_scripts_with_names_in_two_spellings_become_one_incident(reading):
    left = reading("a", quantities=[], place=ALBANIA, actors=[("Kiro Angjushevski", "charged", 50)])
    right = reading("b", quantities=[], place=ALBANIA, actors=[("Киро Анѓушевски", "charged", 50)])
    assert groups(match([left, right])) == [["a", "b"]]


def test_initials_agree_with_the_name_they_stand_for(reading):
    left = reading("a", date=None, quantities=[], actors=[("Vuk Trelinović", "suspect", 38)])
    right = reading("b", date=None, quantities=[], actors=[("V. T.", "suspect", 38)])
    assert explain(left, right).features["shared_actor"] > 0


def test_the_same_market_in_another_town_with_another_amount_is_another_event(reading):
    assert len(match([reading("a"), reading("b", place=VLORE, quantities=[("cocaine", 58.0, "kg")])])) == 2


def test_two_cases_of_six_migrants_in_one_week_are_two_events(reading):
    six = {"markets": ["human_smuggling"], "type": "interception", "quantities": [("migrants", 6.0, "pcs")]}
    left = reading("a", **six, counts={"arrested": 1}, date="2024-05-05", published="2024-05-06")
    right = reading("b", **six, counts={"arrested": 1}, date="2024-05-09", published="2024-05-10")
    assert len(match([left, right])) == 2


def test_a_seizure_and_the_verdict_of_the_next_year_are_two_events(reading):
    man = [("A. K.", "suspect", 35)]
    seizure = reading("a", actors=man)
    verdict = reading("b", type="conviction", actors=man, date="2025-04-10", published="2025-04-10")
    assert len(match([seizure, verdict])) == 2


def test_a_seizure_and_a_verdict_without_any_date_are_two_events(reading):
    seizure = reading("a", date=None, published=None)
    verdict = reading("b", date=None, published=None, type="conviction", quantities=[])
    assert explain(seizure, verdict).features["contradictory_stage"] < 0
    assert len(match([seizure, verdict])) == 2


def test_the_first_verdict_and_the_one_on_appeal_speak_against_each_other(reading):
    first = reading("a", type="conviction", status="first_instance")
    last = reading("b", type="conviction", status="final_conviction")
    assert explain(first, last).features["contradictory_stage"] < 0


def test_a_killing_and_the_attack_that_it_was_at_first_are_one_event(reading):
    victim = [("Vuk Trelinović", "victim", 38)]
    common = {"markets": ["organized_violence"], "quantities": [], "actors": victim}
    attack = reading("a", type="attack", **common, counts={"injured": 1})
    killing = reading("b", type="killing", **common, counts={"killed": 1})
    (incident,) = match([attack, killing])
    assert incident.type.value == "killing"


def test_a_round_amount_and_the_exact_one_are_one_event(reading):
    exact = reading("b", quantities=[("cocaine", 30.896, "kg")])
    assert len(match([reading("a", quantities=[("cocaine", 30.0, "kg")]), exact])) == 1


def test_a_chain_of_like_hauls_does_not_become_one_incident(reading):
    days = [f"2024-03-{day:02d}" for day in range(1, 29, 2)]
    hauls = [
        reading(day, date=day, published=day, quantities=[("cocaine", 20.0 + n, "kg")]) for n, day in enumerate(days)
    ]
    spans = [[day_of(r).day for r in hauls if r.id in i.readings] for i in match(hauls)]
    assert all(max(span) - min(span) <= 3 for span in spans)


def test_irrelevant_readings_are_in_no_incident(reading):
    assert match([replace(reading("a"), relevant=False)]) == []


def test_a_reading_without_events_is_an_incident_of_its_own(reading):
    (incident,) = match([replace(reading("a"), events=(), markets=())])
    assert (incident.readings, incident.date.value) == (("a",), None)


def test_a_person_can_join_what_the_scores_part(reading):
    apart = [reading("a"), reading("b", place=VLORE, date="2024-08-01", published="2024-08-01", markets=["corruption"])]
    assert len(match(apart)) == 2
    (incident,) = match(apart, judgements=[Judged("a", "b", same=True)])
    assert incident.why[0]["by"] == "people"


def test_a_person_can_part_what_the_scores_join(reading):
    alike = [reading("a"), reading("b"), reading("c", language="mk")]
    assert groups(match(alike, judgements=[Judged("a", "b", same=False)])) in ([["a"], ["b", "c"]], [["a", "c"], ["b"]])


def test_the_later_of_two_judgements_counts(reading):
    alike = [reading("a"), reading("b")]
    assert len(match(alike, judgements=[Judged("a", "b", same=False), Judged("b", "a", same=True)])) == 1


def test_judgements_on_readings_that_are_not_here_are_passed_over(reading):
    assert len(match([reading("a")], judgements=[Judged("a", "z", same=True)])) == 1


def test_the_id_of_an_incident_is_its_earliest_report_in_print(reading):
    early, late = reading("late", published="2024-03-15"), reading("early", published="2024-03-13")
    (incident,) = match([early, late])
    assert incident.id == "early"


def test_a_report_without_a_day_of_print_never_founds_an_incident_that_others_date(reading):
    (incident,) = match([reading("undated", published=None), reading("dated")])
    assert incident.id == "dated"


def test_every_score_carries_its_reasons(reading):
    (incident,) = match([reading("a"), reading("b")])
    (why,) = incident.why
    assert why["readings"] == ["a", "b"]
    assert why["by"] == "match-1"
    assert sum(why["features"].values()) == pytest.approx(why["score"], abs=0.01)
    assert {"same_place", "near_in_time", "same_quantity"} <= set(why["features"])


def test_a_window_gives_the_incidents_that_the_whole_archive_gives(region):
    from komshi.pipeline.generate import generate_readings

    readings = [made for made, _ in generate_readings(region, count=900, seed=11, days=300) if made.relevant]
    whole = match(readings)
    day = {r.id: day_of(r).toordinal() for r in readings}
    first, last = min(day.values()) + 120, min(day.values()) + 150
    margin = WINDOW_DAYS
    part = [r for r in readings if first - margin <= day[r.id] <= last + margin]
    assert len(part) < len(readings) / 1.5
    within = {r.id for r in part if first <= day[r.id] <= last}
    assert len(within) > 50
    touched = [i for i in whole if within & set(i.readings)]
    assert [i for i in match(part) if within & set(i.readings)] == touched


def test_the_order_of_the_file_does_not_change_the_groups(region):
    from komshi.pipeline.generate import generate_readings

    readings = [made for made, _ in generate_readings(region, count=600, seed=5)]
    assert groups(match(readings)) == groups(match(readings[::-1]))
