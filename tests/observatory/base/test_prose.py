from __future__ import annotations

import pytest

from komshi.observatory.base.prose import doubtful_words, safe_prose


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The wells near the river were closed in October 2026. Twelve families lost their income."),
        ("en", "Customs in Kukës stopped 12 trucks from Albania. Trucks carried 40 tonnes a day."),
        ("sq", "Puset pranë lumit u mbyllën. Banorët e Kukësit kanë frikë. SPAK hetoi."),
        ("sr", "Bunari su zatvoreni, a ljudi u Kumanovu nemaju posao. Policija ćuti."),
        ("sr-cyrl", "Бунари су затворени. Људи немају воду."),
        ("mk", "Бунарите се затворени. Луѓето од Битола немаат вода."),
    ],
)
def test_plain_sentences_about_places_and_things_may_be_shown(language: str, text: str) -> None:
    assert safe_prose(text, language=language) == text


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "People say that Hoxha paid.", "Hoxha"),
        ("en", "Hoxha paid.", "Hoxha"),
        ("en", "Marko sold it.", "Marko"),
        ("en", "The trucks of petrović came.", "petrović"),
        ("en", "A. K. took it.", "A."),
        ("en", "A man of 35 was seen.", "35"),
        ("en", "The 35-year-old was seen.", "35"),
        ("en", "Write to somebody@example.org.", "somebody@example.org."),
        ("sq", "Hoxha kontrollon tregun.", "Hoxha"),
        ("sr", "Ribarić je kriv.", "Ribarić"),
        ("sr", "Ljudi kažu da je Zebrović kriv.", "Zebrović"),
        ("mk", "Хелиодор ја контролира трговијата.", "Хелиодор"),
        ("xx", "Anything at all.", "Anything at all."),
    ],
)
def test_what_may_name_a_person_is_withheld_as_a_whole(language: str, text: str, word: str) -> None:
    assert word in doubtful_words(text, language=language)
    assert safe_prose(text, language=language) == ""
