from __future__ import annotations

import pytest
from django.utils.translation import override

from komshi.observatory.base import wording


@pytest.mark.parametrize(
    ("value", "precision", "english", "serbian"),
    [
        ("2026-03-14", "day", "14 March 2026", "14. marta 2026."),
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
    ("language", "day", "month", "number"),
    [
        ("sq", "12 maj 2026", "tetor 2026", "1\u00a0234\u00a0567,5"),
        ("mk", "12 мај 2026", "октомври 2026", "1.234.567,5"),
        ("bs", "12. maja 2026.", "oktobar 2026.", "1.234.567,5"),
        ("hr", "12. svibnja 2026.", "listopad 2026.", "1.234.567,5"),
        ("cnr", "12. maja 2026.", "oktobar 2026.", "1.234.567,5"),
        ("sr-latn", "12. maja 2026.", "oktobar 2026.", "1.234.567,5"),
        ("sr-cyrl", "12. маја 2026.", "октобар 2026.", "1.234.567,5"),
        ("en", "12 May 2026", "October 2026", "1,234,567.5"),
    ],
)
def test_days_months_and_numbers_are_those_of_the_language(language: str, day: str, month: str, number: str) -> None:
    with override(language):
        assert wording.date_words("2026-05-12") == day
        assert wording.date_words("2026-10") == month
        assert wording.number_words(1234567.5) == number
        assert wording.number_words(1234567.0) == number[:-2]
        assert wording.language_name("cnr") != "cnr"
        assert wording.country_name("EC") not in ("EC", "")


@pytest.mark.parametrize(
    ("language", "one", "three", "eleven", "twenty_one"),
    [
        ("sr-latn", "1 uhapšena osoba", "3 uhapšene osobe", "11 uhapšenih osoba", "21 uhapšena osoba"),
        ("sr-cyrl", "1 ухапшена особа", "3 ухапшене особе", "11 ухапшених особа", "21 ухапшена особа"),
        ("hr", "1 uhićena osoba", "3 uhićene osobe", "11 uhićenih osoba", "21 uhićena osoba"),
        ("cnr", "1 uhapšena osoba", "3 uhapšene osobe", "11 uhapšenih osoba", "21 uhapšena osoba"),
        ("mk", "1 уапсено лице", "3 уапсени лица", "11 уапсени лица", "21 уапсено лице"),
        ("sq", "1 person i arrestuar", "3 persona të arrestuar", "11 persona të arrestuar", "21 persona të arrestuar"),
    ],
)
def test_people_are_counted_in_the_grammar_of_the_language(
    language: str, one: str, three: str, eleven: str, twenty_one: str
) -> None:
    with override(language):
        assert [wording.count_words("arrested", n) for n in (1, 3, 11, 21)] == [one, three, eleven, twenty_one]


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


@pytest.mark.parametrize("code", ["en", "sq", "mk", "hbs"])
def test_every_thing_that_can_be_counted_has_a_name_in_each_language_of_the_pages(region, code: str) -> None:
    from komshi.observatory.reading.known import known_items

    labels = region.languages[code].files["labels"]
    assert set(known_items()) <= labels.get("sr-Latn", labels)["items"].keys()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Kjo fushë duhet plotësuar."),
        ("mk", "Ова поле мора да се пополни."),
        ("cnr", "Ovo polje je obavezno."),
        ("hr", "Ovo polje je obvezno."),
        ("sr-cyrl", "Ово поље је обавезно."),
    ],
)
def test_a_form_complains_in_the_language_of_the_page(language: str, text: str) -> None:
    from django import forms

    with override(language):
        assert forms.CharField().error_messages["required"] == text
