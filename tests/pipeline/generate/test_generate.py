from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from itertools import islice

import pytest

from komshi.errors import KomshiError
from komshi.pipeline.generate import generate_articles, generate_readings
from komshi.pipeline.generate.dice import Dice
from komshi.pipeline.generate.happenings import places_of
from komshi.pipeline.generate.tellings import voices_of
from komshi.pipeline.jsonl import check_published, dump
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import script_of
from komshi.pipeline.text.sketch import likeness, read_sketch

COUNT = 600


@pytest.fixture(scope="module")
def made(region):
    return list(generate_articles(region, count=COUNT, seed=7))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(region, made):
    def digest(pairs):
        lines = (dump(article) + json.dumps(label, ensure_ascii=False) for article, label in pairs)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    assert digest(generate_articles(region, count=COUNT, seed=7)) == digest(made)
    assert digest(generate_articles(region, count=COUNT, seed=8)) != digest(made)


def test_the_draws_of_a_seed_are_these_on_every_machine():
    dice = Dice(7)
    assert [dice.between(1, 1000) for _ in range(5)] == [324, 151, 651, 73, 536]


def test_exactly_as_many_articles_are_made_as_were_asked_for_each_with_its_own_id(made):
    assert len({article.id for article, _ in made}) == len(made) == COUNT


def test_every_language_and_both_scripts_are_written(made):
    written = Counter((article.language, script_of(article.text)) for article, _ in made)
    assert set(written) == {
        ("sq", "Latn"), ("mk", "Cyrl"), ("en", "Latn"), ("sr", "Latn"), ("sr", "Cyrl"), ("bs", "Latn"), ("cnr", "Latn"),
        ("hr", "Latn"),
    }  # fmt: skip
    assert min(written.values()) >= 10


def test_about_half_of_the_articles_are_relevant(made):
    assert 0.35 < sum(label["relevant"] for _, label in made) / COUNT < 0.7


def test_an_event_is_told_by_several_outlets_in_several_languages(made):
    groups = defaultdict(list)
    for article, label in made:
        if label["relevant"]:
            groups[label["group"]].append(article)
    assert max(len({a.outlet for a in articles}) for articles in groups.values()) >= 4
    assert sum(len({a.language for a in articles}) > 1 for articles in groups.values()) > 20


def test_some_texts_are_printed_twice(made):
    texts = Counter(article.text for article, _ in made)
    assert max(texts.values()) == 2


def test_no_slot_and_no_variant_is_left_open_in_any_text(made):
    for article, _ in made:
        assert not set("{}[]|") & set(article.title + article.text)
        assert "  " not in article.text


def test_the_facts_of_the_truth_stand_in_the_text(made):
    for article, label in made:
        if label["people"]:
            assert f" {label['people'][0]['age']}" in article.canonical.replace("(", " ") or label["event_type"]
        for quantity in label["quantities"]:
            digits = article.canonical.replace(".", "").replace(",", "")
            assert str(quantity["amount"]) in digits


def test_dates_of_print_are_dates_that_the_reader_accepts(made):
    for article, label in made:
        check_published(article.published)
        assert label["date"] is None or label["date"] <= article.published


def test_a_later_stage_of_an_affair_is_an_event_of_its_own_with_the_same_person(region):
    labels = [label for _, label in generate_articles(region, count=6000, seed=3)]
    later = [label for label in labels if label["group"].endswith("v")]
    assert later
    people = {label["group"]: label["people"][0]["name"] for label in labels if label["people"]}
    assert all(
        people[label["group"][:-1]] == label["people"][0]["name"] for label in later if label["group"][:-1] in people
    )


def test_every_language_tells_every_plot_with_the_same_slots_and_places(region):
    from komshi.pipeline.generate.happenings import plots

    for language in region.languages.values():
        words = language.files["generate"]
        assert set(words["plots"]) == set(plots())
        for told in (*words["plots"].values(), words["irrelevant"]):
            assert min(len(told["titles"]), len(told["leads"])) >= 2
        assert len(words["irrelevant"]["titles"]) == len(words["irrelevant"]["leads"])
        assert all(len(words["counts"][kind]) == 5 for kind in ("arrested", "charged"))
        assert len(words["months"]) == 12


def test_every_outlet_has_a_voice_and_serbian_ones_write_in_two_scripts(region):
    voices = voices_of(region)
    assert len({voice.outlet for voice in voices}) == len(voices)
    assert {voice.script for voice in voices if voice.code == "sr"} == {"Latn", "Cyrl"}


def test_places_without_a_row_in_the_region_are_an_error_that_names_them(region):
    bare = Region(region.name, region.languages, region.files, {"geonames": []})
    with pytest.raises(KomshiError, match="3183875"):
        places_of(bare)


def test_generated_readings_carry_sketches_that_tell_copies(region):
    readings = [reading for reading, _ in generate_readings(region, count=300, seed=4) if reading.relevant]
    by_text = defaultdict(list)
    for reading in readings:
        by_text[reading.sketch].append(reading)
    assert any(len(same) == 2 for same in by_text.values())
    first, second = readings[0], readings[-1]
    assert likeness(read_sketch(first.sketch), read_sketch(second.sketch)).copied < 0.5


def test_generation_is_a_stream(region):
    assert len(list(islice(generate_articles(region, count=10**9, seed=1), 3))) == 3
