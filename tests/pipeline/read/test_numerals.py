"""The number grammar: every way in which the region's press writes a number, and nothing that only looks like one."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi import languages
from komshi.pipeline.read.numerals import NumberGrammar, Numeral
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.tokens import tokenize
from tests.pipeline.read.reports import Report, prepare

GRAMMARS = {code: NumberGrammar(languages.load(code)) for code in ("sq", "mk", "hbs", "en")}


def numerals(code: str, text: str) -> list[Numeral]:
    folding = Folded(text)
    return GRAMMARS[code].find(folding.folded, tokenize(folding.folded))


def values(code: str, text: str) -> list[float | None]:
    return [numeral.value for numeral in numerals(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("hbs", "1.250,5 kg", 1250.5),
        ("en", "1,250.5 kg", 1250.5),
        ("hbs", "5.002.079,18 grama", 5002079.18),
        ("sq", "18,967,810,952.08 lekë", 18967810952.08),
        ("hbs", "700 000 evra", 700000),
        ("hbs", "700\u00a0000 evra", 700000),
        ("mk", "43.570 денари", 43570),
        ("hbs", "6.4 kg", 6.4),
        ("hbs", "6,4 kg", 6.4),
        ("hbs", "0,896 kg", 0.896),
        ("en", "5,200 kilos", 5200),
        ("sq", "34,690 million lekë", 34_690_000),
        ("hbs", "1,3 miliona maraka", 1_300_000),
        ("hbs", "18 mil. evra", 18_000_000),
        ("hbs", "400 tisuća eura", 400_000),
        ("hbs", "2 miliona i 300 hiljada dinara", 2_300_000),
        ("hbs", "17 hiljada i 600 paklica", 17_600),
        ("sq", "17 mijë e 600 pako", 17_600),
        ("mk", "два и половина килограма", 2.5),
        ("hbs", "deset i po miliona maraka", 10_500_000),
        ("hbs", "milion i po evra", 1_500_000),
        ("hbs", "milijun i pol eura", 1_500_000),
        ("hbs", "pola miliona", 500_000),
        ("hbs", "dva i po kilograma", 2.5),
        ("hbs", "sto dvadeset hiljada", 120_000),
        ("hbs", "dvije hiljade petsto eura", 2500),
        ("hbs", "tri stotine", 300),
        ("hbs", "stotinu respiratora", 100),
        ("hbs", "двадесет и пет пакета", 25),
        ("hbs", "dvadesetpet paketa", 25),
        ("hbs", "tri (3) puške", 3),
        ("hbs", "3 (tri) puške", 3),
        ("mk", "седумдесет илјади евра", 70_000),
        ("mk", "еден и пол милион", 1_500_000),
        ("mk", "сто и педесет илјади", 150_000),
        ("mk", "скоро милион евра", 1_000_000),
        ("mk", "четиристотини грама", 400),
        ("sq", "njëzet e pesë mijë", 25_000),
        ("sq", "njezet e kater ore", 24),
        ("sq", "një milion e gjysmë", 1_500_000),
        ("sq", "dy milionë e 300 mijë", 2_300_000),
        ("sq", "dyqind e pesëdhjetë copë", 250),
        ("sq", "tri (3) thika", 3),
        ("en", "two hundred and twenty-five", 225),
        ("sq", "dymijë e pesëqind euro", 2500),
        ("sq", "pesëmijë paketa", 5000),
        ("en", "one hundred and eighty kilograms", 180),
        ("en", "a hundred and two thousand euros", 102_000),
        ("en", "half a million euros", 500_000),
        ("en", "one and a half million", 1_500_000),
        ("en", "a dozen men", 12),
        ("en", "$2.3m worth", 2_300_000),
        ("en", "£3.4bn", 3_400_000_000),
    ],
)
def test_a_number_has_its_value_in_every_format(code: str, text: str, value: float) -> None:
    assert values(code, text) == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("hbs", "14.03.2023."),
        ("hbs", "nekoliko desetina hiljada evra"),
        ("hbs", "račun 1234567890123456789"),
        ("hbs", "Audi A8"),
        ("sq", "dhjetëra milionë euro"),
        ("en", "tens of thousands"),
    ],
)
def test_dates_accounts_names_and_vague_words_are_no_numbers(code: str, text: str) -> None:
    assert numerals(code, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pronađeno je sto grama, zato što se žurilo.", [100]),
        ("Zato što se ne zna.", []),
        ("Nadjeno je sto dvadeset kilograma i sto hiljada evra, a kod treceg sto evra.", [120, 100_000, 100]),
        ("Ne zna se zato sto dvadeset ljudi cuti, a to je sto smeta.", [20]),
    ],
)
def test_a_hundred_is_told_from_what_by_its_mark_and_without_marks_by_what_follows(region, text, expected) -> None:
    prepared = prepare(region, Report("hundred", "sr", text))
    found = GRAMMARS["hbs"].find(prepared.folded, prepared.tokens, prepared=prepared)
    assert [one.value for one in found] == expected


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("hbs", "više od 40 tona", 40, None),
        ("hbs", "gotovo 17 kilograma", None, 17),
        ("hbs", "12-14 kg", 12, 14),
        ("hbs", "dva-tri kilograma", 2, 3),
        ("hbs", "između 5 i 7 kg", 5, 7),
        ("hbs", "2 do 3 miliona", 2_000_000, 3_000_000),
        ("mk", "повеќе од 30 евра", 30, None),
        ("mk", "од 20 до 50 евра", 20, 50),
        ("sq", "10 deri në 20 mijë euro", 10_000, 20_000),
        ("sq", "mbi 44 mijë bimë", 44_000, None),
        ("en", "more than 1 ton", 1, None),
        ("en", "10 to 20 people", 10, 20),
    ],
)
def test_bounds_and_ranges_are_kept(code: str, text: str, low: float | None, high: float | None) -> None:
    [found] = numerals(code, text)
    assert (found.low, found.high) == (low, high)
    assert (found.value is None) == (low is not None and high is not None)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("hbs", "petorica", 5), ("hbs", "dvadeset petorica", 25), ("hbs", "12-orica", 12), ("hbs", "osmoro", 8),
        ("hbs", "тројица", 3), ("mk", "осуммината", 8), ("mk", "двајца", 2), ("mk", "20-мина", 20),
    ],
)  # fmt: skip
def test_collective_words_count_people(code: str, text: str, value: int) -> None:
    found = numerals(code, text)[0]
    assert found.value == value
    assert code == "mk" or found.kind == "people"


def test_an_ambiguous_mark_keeps_its_second_reading() -> None:
    [found] = numerals("hbs", "30.896 kg")
    assert (found.value, found.other) == (30896, 30.896)


def test_a_unit_that_is_glued_to_digits_is_handed_on() -> None:
    [found] = numerals("hbs", "40kg")
    assert (found.value, found.tail) == (40, "kg")


@given(st.integers(0, 999_999_999))
@settings(max_examples=60)
def test_grouped_digits_read_back_in_every_convention(number: int) -> None:
    for code, mark in (("hbs", "."), ("mk", "."), ("sq", "."), ("sq", ","), ("en", ","), ("hbs", " ")):
        written = f"{number:,}".replace(",", mark)
        assert values(code, f"{written} evra") == [number]


@given(st.text(alphabet="0123456789.,-– ()ipoledvamilionhiljadtrst", max_size=200))
@settings(max_examples=80)
def test_no_text_breaks_the_grammar_and_numbers_never_overlap(text: str) -> None:
    for code in GRAMMARS:
        found = numerals(code, text)
        assert all(a.last <= b.first and a.end <= b.start for a, b in pairwise(found))
        assert all(0 <= one.start < one.end <= len(Folded(text).folded) for one in found)


@pytest.mark.parametrize("unit", ["1", "1.1,", "999 ", "5-6-", "jedan milion ", "dvadeset i ", "i po pol ", "((1)"])
def test_twice_the_hostile_text_takes_about_twice_the_time(unit: str) -> None:
    def seconds(length: int) -> float:
        folding = Folded(unit * (length // len(unit)))
        tokens = tokenize(folding.folded)
        start = time.process_time()
        GRAMMARS["hbs"].find(folding.folded, tokens)
        return time.process_time() - start

    seconds(20_000)
    short, long = min(seconds(40_000) for _ in range(2)), min(seconds(160_000) for _ in range(2))
    assert long < 12 * short + 0.2


def test_number_words_strung_together_never_grow_without_bound() -> None:
    for text in ("dve stotine hiljada " * 3000, "dve stotine " * 3000):
        assert all(one.value is not None and one.value < 1e16 for one in numerals("hbs", text))
