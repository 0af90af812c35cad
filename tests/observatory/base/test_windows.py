"""How long an office has to answer and a person to object, said on each day in whole sentences."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from komshi.observatory.base.law import institution_name
from komshi.observatory.base.offices import office_is_of, office_name
from komshi.observatory.base.windows import Filed, window_of, window_words

SILENT = Filed("foi_request", "MK", date(2026, 6, 1))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 6, 10), "11 days left for an answer (last day: 21 June 2026)."),
        (date(2026, 6, 20), "1 day left for an answer (last day: 21 June 2026)."),
        (date(2026, 6, 21), "Today is the last day for an answer."),
        (date(2026, 7, 2), "There was no answer in time. 4 days left to object (last day: 6 July 2026)."),
        (date(2026, 7, 5), "There was no answer in time. 1 day left to object (last day: 6 July 2026)."),
        (date(2026, 7, 6), "There was no answer in time. Today is the last day to object."),
        (date(2026, 7, 7), "There was no answer in time. The time to object is over (last day: 6 July 2026)."),
    ],
)
def test_the_days_of_a_request_are_told_as_they_pass(today: date, said: str) -> None:
    assert window_words(window_of(SILENT), today=today) == said


def test_a_refusal_is_objected_to_from_the_day_it_came() -> None:
    window = window_of(Filed("foi_request", "RS", date(2026, 6, 1), "refused", date(2026, 6, 12)))
    assert window.object_by == date(2026, 6, 27)
    assert window_words(window, today=date(2026, 6, 23)) == (
        "Refused (12 June 2026). 4 days left to object (last day: 27 June 2026)."
    )
    assert window.days_left(date(2026, 6, 28)) == -1


def test_after_an_answer_no_day_counts() -> None:
    window = window_of(Filed("foi_request", "RS", date(2026, 6, 1), "answered", date(2026, 6, 12)))
    assert window.days_left(date(2026, 6, 12)) is None
    assert window_words(window, today=date(2026, 6, 12)) == "Answered (12 June 2026)."


def test_working_days_leave_out_the_days_off_of_the_country() -> None:
    window = window_of(Filed("foi_request", "AL", date(2026, 11, 20)))
    assert window.answer_due == date(2026, 12, 4)
    assert window_of(Filed("foi_request", "AL", date(2026, 11, 27))).answer_due == date(2026, 12, 14)


def test_the_rule_of_the_day_of_filing_counts() -> None:
    assert window_of(Filed("foi_request", "ME", date(2026, 6, 1))).answer_due == date(2026, 6, 22)
    assert window_of(Filed("foi_request", "ME", date(2026, 8, 3))).answer_due is None


def test_what_is_not_known_is_said_and_never_guessed() -> None:
    window = window_of(Filed("foi_request", "ME", date(2026, 8, 3), "refused", date(2026, 8, 20)))
    assert window.object_by is None
    assert "ask a lawyer at once" in window_words(window, today=date(2026, 8, 21))
    waiting = window_of(Filed("foi_request", "ME", date(2026, 8, 3)))
    assert "We do not know by when" in window_words(waiting, today=date(2026, 9, 21))


def test_where_two_texts_of_a_law_differ_the_earlier_day_is_shown() -> None:
    window = window_of(Filed("criminal_report", "AL", date(2026, 6, 1), "refused", date(2026, 6, 10)))
    assert window.object_by == date(2026, 6, 15)


def test_no_day_is_shown_for_an_objection_that_only_the_harmed_may_make() -> None:
    window = window_of(Filed("criminal_report", "RS", date(2026, 6, 1), "refused", date(2026, 6, 10)))
    assert window.object_by is None


def test_a_kind_without_a_rule_and_a_country_without_law_have_no_days() -> None:
    for filed in (Filed("misdemeanour_report", "RS", date(2026, 6, 1)), Filed("foi_request", "FR", date(2026, 6, 1))):
        window = window_of(filed)
        assert (window.answer_due, window.object_by) == (None, None)


@pytest.mark.parametrize(
    ("language", "identifier", "start", "tag"),
    [
        ("en", "rs-poverenik", "Commissioner", "en"),
        ("sq", "mk-dksk", "Komisioni", "sq"),
        ("mk", "rs-poverenik", "Poverenik", "sr-Latn"),
        ("sr-cyrl", "rs-poverenik", "Повереник", "sr-cyrl"),
        ("sr-cyrl", "me-azlp", "Агенција", "sr-cyrl"),
        ("bs", "ba-mup", "Ministarstva", "bs"),
        ("hr", "mk-dksk", "Државна", "mk"),
    ],
)
def test_an_institution_is_named_for_the_reader_or_as_on_its_own_door(
    language: str, identifier: str, start: str, tag: str
) -> None:
    with translation.override(language):
        name = institution_name(identifier)
    assert name.text.startswith(start)
    assert name.language == tag


def test_an_office_is_an_institution_of_the_country_or_a_kind() -> None:
    assert office_is_of("rs-mup", "RS")
    assert office_is_of("municipality", "RS")
    assert not office_is_of("rs-mup", "MK")
    assert not office_is_of("the mayor", "MK")
    assert office_name("municipality").text == "Municipality"
