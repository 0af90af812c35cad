from __future__ import annotations

import pytest
from django.utils.translation import override

from komshi.observatory.base import wording


@pytest.mark.parametrize(
    ("value", "precision", "english", "serbian"),
    [
        ("2026-03-14", "day", "14 March 2026", "14. mart 2026."),
        ("2026-03", "month", "March 2026", "mart 2026."),
        ("2026-03-01", "month", "March 2026", "mart 2026."),
        ("2026", "year", "2026", "2026"),
        ("", None, "", ""),
        (None, None, "", ""),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(value, precision, english: str, serbian: str) -> None:
    with override("en"):
        assert wording.date_words(value, precision) == english
    with override("sr-latn"):
        assert wording.date_words(value, precision) == serbian


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 uhapšena osoba"), (3, "3 uhapšene osobe"), (11, "11 uhapšenih osoba"), (21, "21 uhapšena osoba")],
)
def test_people_are_counted_in_the_grammar_of_the_language(number: int, words: str) -> None:
    with override("sr-latn"):
        assert wording.count_words("arrested", number) == words


def test_amounts_have_the_separators_of_the_language_and_no_false_precision() -> None:
    with override("en"):
        assert wording.unit_words(1234.0, "kg") == "1,234\u00a0kg"
        assert wording.unit_words(0.5, "kg") == "0.5\u00a0kg"
        assert wording.unit_words(None, "kg") == "amount not stated"
        assert wording.unit_words(2.0, "plants") == "2 plants"
    with override("sr-latn"):
        assert wording.unit_words(1234.5, "EUR") == "1.234,5\u00a0EUR"


def test_labels_and_countries_come_in_the_language_of_the_page() -> None:
    with override("en"):
        assert (wording.label("markets", "cocaine_trade"), wording.country_name("XK")) == ("Cocaine trade", "Kosovo")
    with override("sr-latn"):
        assert (wording.label("markets", "cocaine_trade"), wording.country_name("MK")) == (
            "Trgovina kokainom",
            "Severna Makedonija",
        )
    assert wording.label("markets", None) == ""
    assert wording.country_name(None) == ""


def test_no_status_says_that_somebody_is_guilty_before_the_judgment_is_final() -> None:
    from komshi.pipeline import vocabulary

    sentences = {status: wording.status_sentence(status) for status in (*vocabulary.ids("statuses"), None, "unknown")}
    for status, sentence in sentences.items():
        assert sentence
        if status != "final_conviction":
            assert "The conviction is final" not in sentence


def test_an_amount_says_the_thing_once() -> None:
    with override("en"):
        assert wording.quantity_words({"item": "cocaine", "amount": 137.0, "unit": "kg"}) == "cocaine, 137\u00a0kg"
        assert wording.quantity_words({"item": "weapons", "amount": 12.0, "unit": "pcs"}) == "weapons, 12"
        assert (
            wording.quantity_words({"item": "cannabis plants", "amount": 40.0, "unit": "plants"})
            == "cannabis plants, 40"
        )
        fine = {"item": "money", "amount": 900.0, "unit": "EUR", "role": "fine"}
        assert wording.quantity_words(fine) == "money, 900\u00a0EUR (fine)"
        between = {"item": "cannabis", "amount": None, "low": 40.0, "high": 50.0, "unit": "kg"}
        assert wording.quantity_words(between) == "cannabis, 40–50\u00a0kg"


def test_every_thing_that_can_be_counted_has_a_name_in_each_language_of_the_pages(region) -> None:
    from komshi.observatory.reading.known import known_items

    english = region.languages["en"].files["labels"]["items"]
    serbian = region.languages["hbs"].files["labels"]["sr-Latn"]["items"]
    assert set(known_items()) <= english.keys()
    assert set(known_items()) <= serbian.keys()
