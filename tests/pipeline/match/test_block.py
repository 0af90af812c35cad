from __future__ import annotations

from itertools import combinations

import pytest

from komshi.pipeline.generate import generate_readings
from komshi.pipeline.match import Judged, block, match
from komshi.pipeline.match.block import Sweep, asked_keys, listed_keys, sure_keys
from komshi.pipeline.match.score import THRESHOLD, total
from komshi.pipeline.match.telling import telling_of


@pytest.fixture(scope="module")
def made(region):
    return [reading for reading, _ in generate_readings(region, count=500, seed=21, days=90) if reading.relevant]


def test_letting_go_of_what_lies_behind_changes_no_incident(made, monkeypatch):
    at_the_end = match(made)
    monkeypatch.setattr(block, "_SWEEP_EVERY", 1)
    assert match(made) == at_the_end


def test_only_open_days_are_held(made, monkeypatch):
    monkeypatch.setattr(block, "_SWEEP_EVERY", 1)
    sweep, held, given = Sweep(), [], 0
    for telling in sorted((telling_of(n, r) for n, r in enumerate(made)), key=lambda t: (t.first, t.order)):
        sweep.add(telling)
        given += sum(len(group.members) for group in sweep.closed(telling.first))
        held.append(len(sweep._component))
    given += sum(len(group.members) for group in sweep.rest())
    assert given == len(made)
    assert max(held) < len(made) / 2


def test_a_chain_that_never_ends_is_cut_and_every_reading_is_given_out_once(made, monkeypatch):
    monkeypatch.setattr(block, "_SWEEP_EVERY", 1)
    monkeypatch.setattr(block, "CHAIN", 2)
    told = [reading for incident in match(made) for reading in incident.readings]
    assert sorted(told) == sorted(reading.id for reading in made)


def test_judged_readings_wait_for_each_other_over_years(reading, made, monkeypatch):
    monkeypatch.setattr(block, "_SWEEP_EVERY", 1)
    early = reading("early", date="2010-01-01", published="2010-01-01")
    late = reading("late", date="2025-01-01", published="2025-01-01")
    incidents = match([early, *made, late], judgements=[Judged("early", "late", same=True)])
    assert ("early", "late") in [incident.readings for incident in incidents]


def test_pairs_that_join_meet_in_a_block_unless_their_towns_are_far_apart(made):
    tellings = [telling_of(n, r) for n, r in enumerate(made[:160])]
    lost = 0
    for a, b in combinations(tellings, 2):
        if block.reachable(a, b) and not block.far_apart(a, b) and total(a, b) >= THRESHOLD:
            listed = {*sure_keys(a, listed=True), *listed_keys(a)}
            lost += listed.isdisjoint({*sure_keys(b), *asked_keys(b)})
    assert lost == 0


def test_a_reading_without_a_country_meets_those_with_one_in_both_orders(reading):
    nowhere, somewhere = telling_of(0, reading("a", place=None)), telling_of(1, reading("b"))
    for listed, asked in ((nowhere, somewhere), (somewhere, nowhere)):
        assert {*listed_keys(listed)} & {*asked_keys(asked)}
