"""What the specimen holds: fiction in every language, and nothing that could be taken for somebody."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from komshi import regions
from komshi.pipeline import vocabulary
from komshi.pipeline.generate.chronicle import chronicle
from komshi.pipeline.jsonl import dump
from komshi.pipeline.records import plain
from komshi.pipeline.text.fold import fold, script_of
from komshi.pipeline.text.language import LanguageReader
from komshi.pipeline.text.tokens import tokenize

VARIANTS = {"sq", "mk", "bs", "hr", "cnr", "sr-Latn", "sr-Cyrl", "en"}
FULL = 120
"""Words that a full report has at least."""
CYRILLIC = {"mk", "sr-Cyrl"}
OWN_LETTERS = {"mk": "ѓѕќѐѝ", "sr-Cyrl": "ђћ"}
IJEKAVIAN = {"bs", "hr", "cnr"}
EKAVIAN_WORDS = re.compile(r"\b(mesec|vreme|posle|uvek|deca|reka|nedelja)\b")
# Words of journalism and places; what is left with two capitals in a row could be a name.
CAPITAL = r"[A-ZČĆŽŠĐËЀ-Я][a-zčćžšđëçа-ӿ]{2,}"
FULL_NAME = re.compile(rf"\b{CAPITAL} {CAPITAL}\b")
MADE_NAMES = {"vidoja trnokopov", "petra bistrovodska"}
MADE_FIRMS = {"prostor nova", "prevoz jug", "kolovoz prevoz"}


@pytest.fixture(scope="module")
def specimen():
    return regions.specimen()


@pytest.fixture(scope="module")
def reports(specimen):
    return specimen["reports"]["report"]


@pytest.fixture(scope="module")
def full(reports):
    return [report for report in reports if len(report["text"].split()) >= FULL]


@pytest.fixture(scope="module")
def told(specimen, region):
    plan = {**specimen["chronicle"], "outlets": specimen["outlets"]["outlet"]}
    return chronicle(region, plan=plan)


def test_sixty_full_reports_and_more_are_written_by_hand_in_eight_variants(reports, full):
    assert len(full) >= 85
    assert set(Counter(report["language"] for report in full)) == VARIANTS
    assert min(Counter(report["language"] for report in full).values()) >= 5
    assert len({report["id"] for report in reports}) == len(reports)


def test_at_least_twelve_reports_have_nothing_to_do_with_crime(specimen, reports):
    assert sum(len(report["text"].split()) < FULL for report in reports) >= 12


def test_reports_are_from_the_eighteen_months_before_the_day_of_the_specimen_and_mostly_from_its_end(specimen, reports):
    today = specimen["specimen"]["today"]
    days = [date.fromisoformat(report["published"]) for report in reports]
    assert today - timedelta(days=550) <= min(days)
    assert max(days) < today
    assert sum(day > today - timedelta(days=125) for day in days) > len(days) / 2


def test_every_text_is_in_the_language_and_the_script_that_it_claims(reports, region):
    tongue_of = LanguageReader(region)
    for report in reports:
        code, text = report["language"], report["text"]
        assert script_of(text) == ("Cyrl" if code in CYRILLIC else "Latn"), report["id"]
        found = tongue_of(text, tokenize(fold(text)), declared=None).family
        assert found == region.family[code.partition("-")[0]], (report["id"], found)
        for other, letters in OWN_LETTERS.items():
            if code in CYRILLIC - {other}:
                assert not set(letters) & set(text.lower()), report["id"]


def test_standards_that_write_ije_do_not_slip_into_the_other_one(full):
    for report in full:
        if report["language"] in IJEKAVIAN:
            assert not EKAVIAN_WORDS.search(report["text"].lower()), report["id"]


def test_no_outlet_no_organisation_and_no_firm_bears_the_name_of_a_real_one(specimen, reports, region):
    outlets = region.files["outlets"]["sites"].values()
    real = {fold(name) for row in outlets for name in (row["name"], *row.get("also", ()))}
    institutions = region.files["institutions"]
    real |= {fold(name) for name in re.findall(r'"([^"]{4,})"', str(institutions).replace("'", '"'))}
    ours = {report["outlet"] for report in reports} | {row["name"] for row in specimen["outlets"]["outlet"]}
    ours |= {name for row in specimen["organisations"]["profile"] for name in (row["name"], *row.get("names", ()))}
    assert not {fold(name) for name in ours} & real


def test_every_outlet_is_described_once_and_prints_in_one_language(specimen, reports):
    outlets = {row["name"]: row for row in specimen["outlets"]["outlet"]}
    assert len(outlets) == len(specimen["outlets"]["outlet"])
    for report in reports:
        row = outlets[report["outlet"]]
        assert (report["country"], report["language"]) == (row["country"], row["language"]), report["id"]
        assert date.fromisoformat(report["published"]) < row.get("until", date.max), report["id"]
        if row.get("bare"):
            assert not set("ëçčćžšđ") & set(report["text"].lower()), report["id"]


def test_people_in_the_reports_are_initials_or_names_that_nobody_bears(full, reports, specimen, region):
    """Two words with a capital are places, outlets, organisations or firms of the specimen, or one of two names."""
    known = [report["outlet"] for report in reports]
    known += [name for row in specimen["organisations"]["profile"] for name in (row["name"], *row.get("names", ()))]
    known += [row["name"] for row in region.tables["geonames"]]
    flat = fold(" ".join(known))
    flat += fold(" ".join(name for row in region.tables["names"] for name in (row["name"], row["names"])))
    ours = MADE_NAMES | MADE_FIRMS
    found = defaultdict(set)
    for report in full:
        for name in FULL_NAME.findall(report["text"]):
            if fold(name) not in flat and fold(name) not in ours and not _is_place(name, flat):
                found[name].add(report["id"])
    assert not found


def _is_place(name, flat):
    """Whether both words, short of their endings, stand in the names of places."""
    return all(f" {fold(word)[:4]}" in f" {flat}" for word in name.split())


def test_every_organisation_says_with_known_words_what_it_does_and_some_agree_to_nothing(specimen, region):
    rows = specimen["organisations"]["profile"]
    towns = {row["id"] for row in region.municipalities}
    assert len(rows) >= 12
    assert {row["country"] for row in rows} == set(region.countries)
    assert len({row["slug"] for row in rows}) == len(rows)
    kinds = {
        "focus": "focus_areas",
        "entry_points": "entry_points",
        "activities": "activities",
        "challenges": "challenges",
    }
    for row in rows:
        assert set(row["towns"]) <= towns
        assert row["engagement"] in vocabulary.ids("engagement_levels")
        assert all(set(row[name]) <= set(vocabulary.ids(kind)) for name, kind in kinds.items())
        assert row["email"].endswith(".example.org")
        assert row.get("website", "https://x.example.org").endswith(".example.org")
        assert row["languages"]
    assert any(not row["shows"] for row in rows)
    by_the_river = [
        row for row in rows if "environment" in row["focus"] and row["country"] in ("RS", "MK") and row["shows"]
    ]
    assert len(by_the_river) >= 3


def test_the_short_reports_are_the_same_each_time_and_half_of_them_are_relevant(told, specimen, region):
    plan = {**specimen["chronicle"], "outlets": specimen["outlets"]["outlet"]}
    again = chronicle(region, plan=plan)
    assert [dump(plain(one.article)) for one in told] == [dump(plain(one.article)) for one in again]
    assert 700 <= len(told) <= 1200
    assert 0.4 < sum(one.happening.plot is not None for one in told) / len(told) < 0.65
    assert not any(set("{}[]|") & set(one.article.text) for one in told)


def test_a_country_is_not_read_for_two_months_and_two_outlets_of_the_story_fall_silent(told, specimen):
    outlets = {row["name"]: row for row in specimen["outlets"]["outlet"]}
    gap = specimen["chronicle"]["gaps"][0]
    printed = defaultdict(list)
    for one in told:
        printed[one.article.outlet].append(date.fromisoformat(one.article.published))
    missing = [day for name, row in outlets.items() if row["country"] == gap["country"] for day in printed[name]]
    assert not [day for day in missing if gap["from"] <= day <= gap["until"]]
    today = specimen["specimen"]["today"]
    ended = {name: row["until"] for name, row in outlets.items() if "until" in row and "every" in row}
    assert sorted((today - until).days // 7 for until in ended.values()) == [5, 6]
    for name, until in ended.items():
        weeks = {(until - day).days // 7 for day in printed[name]}
        assert len(weeks & set(range(8))) >= 6, name
