"""Cues: longer terms hide shorter ones, and the place of a sentence gives it weight."""

from __future__ import annotations

from komshi.pipeline.read.cues import cues, places
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import Report, prepare


def test_a_look_alike_hides_the_word_inside_it(region: Region) -> None:
    prepared = prepare(region, Report("traffic", "sq", "Një aksident trafiku u shënua në Fier."))
    assert not [cue for cue in cues(prepared, "markets") if cue.meaning != "organized_violence"]


def test_a_longer_term_hides_the_shorter_one_at_its_end(region: Region) -> None:
    prepared = prepare(region, Report("hearing", "sr", "Glavni pretres počinje sutra."))
    assert [cue.meaning for cue in cues(prepared, "events")] == ["trial"]


def test_the_grade_of_a_table_sets_the_weight_of_its_words(region: Region) -> None:
    prepared = prepare(region, Report("grades", "sr", "Uhapšen je muškarac, pritvor do 30 dana."))
    weights = {cue.grade: cue.weight for cue in cues(prepared, "events")}
    assert weights["strong"] > weights["weak"]


def test_title_lead_body_and_background_weigh_less_and_less(region: Region) -> None:
    text = "Prva rečenica ima dovoljno reči. Druga rečenica takođe ima dovoljno. Treća rečenica isto ih ima dosta."
    prepared = prepare(region, Report("places", "sr", text, "Naslov"))
    title, lead, second, third = places(prepared, frozenset({3}))
    assert title > lead > second > third


def test_share_buttons_are_not_the_lead(region: Region) -> None:
    prepared = prepare(region, Report("buttons", "sr", "PODELI\nPrva prava rečenica ima dovoljno reči.", "Naslov"))
    _, buttons, lead = places(prepared, frozenset())
    assert lead > buttons


def test_whoever_changes_a_list_of_cues_changes_nobody_elses(region: Region) -> None:
    prepared = prepare(region, Report("own", "sr", "Policija je uhapsila tri osobe. Zaplenjeno je 5 kg kokaina."))
    first, weights = cues(prepared, "events"), places(prepared, frozenset())
    assert first
    first.clear()
    weights.clear()
    assert cues(prepared, "events")
    assert places(prepared, frozenset())


def test_no_term_is_looked_for_before_its_topic_is_asked_for(region: Region) -> None:
    prepared = prepare(region, Report("late", "sr", "Policija je juče uhapsila tri osobe."))
    assert prepared.hits.get("events")
    assert not prepared.hits.get("outlets", ())
    assert {"events", "time"} <= set(prepared.hits)
    assert "markets" not in set(prepared.hits)
    assert prepared.hits.get("markets") == []
