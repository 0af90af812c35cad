from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.sketch import Likeness, likeness, read_sketch, sketch_of
from komshi.pipeline.text.tokens import tokenize

LATIN = (
    "Nepoznati napadači sinoć su na Voždovcu pucali na Vuka Trelinovića, koga policija dovodi u vezu sa jednom grupom. "
    "On je teško ranjen i prebačen u Urgentni centar. Nađeno je 27 čaura kalibra devet milimetara. Potraga je u toku."
)
CYRILLIC = (
    "Непознати нападачи синоћ су на Вождовцу пуцали на Вука Трелиновића, кога полиција доводи у везу са једном групом. "
    "Он је тешко рањен и пребачен у Ургентни центар. Нађено је 27 чаура калибра девет милиметара. Потрага је у току."
)
OTHER = (
    "Sajam knjiga otvoren je u petak ujutro pred više stotina posjetilaca, a program traje do kraja sedmice. "
    "Ove godine najviše prostora dobili su izdavači za djecu. Ulaznice koštaju pet maraka."
)


def sketch(text, *, names=True):
    folded = fold(text)
    return sketch_of(folded, tokenize(folded), text=text if names else None)


def alike(left: str, right: str) -> Likeness:
    return likeness(read_sketch(sketch(left)), read_sketch(sketch(right)))


def test_a_text_and_its_transliteration_are_copies():
    assert alike(LATIN, CYRILLIC).copied == 1.0


def test_two_texts_about_different_things_are_not_alike():
    like = alike(LATIN, OTHER)
    assert like.copied == 0
    assert 0.5 * like.words + 0.3 * like.names + 0.2 * like.numbers < 0.15


def test_an_agency_copy_with_another_opening_is_still_a_copy():
    copy = "Kako prenose mediji, u glavnom gradu je došlo do pucnjave. " + LATIN.split(". ", 1)[1]
    assert alike(LATIN, copy).copied > 0.25


def test_names_are_found_again_in_another_language():
    english = (
        "The police in Voždovac said that Vuk Trelinović was shot; he was taken to Urgentni centar with 27 wounds."
    )
    like = alike(LATIN, english)
    assert like.names > 0.3
    assert like.numbers > 0


def test_without_the_text_no_names_are_noted():
    assert read_sketch(sketch(LATIN, names=False)).names == frozenset()


def test_a_sketch_holds_no_word_of_the_text():
    made = sketch(LATIN).lower()
    assert not any(word in made for word in tokenize(fold(LATIN)).words if len(word) > 4)


@pytest.mark.parametrize("damaged", [None, "", "s0.AAAA", "s1.", "s1.!!!!", "s1.AAAA", "no sketch"])
def test_a_damaged_or_foreign_sketch_is_none(damaged):
    assert read_sketch(damaged) is None


@given(st.text(max_size=3000))
@settings(max_examples=60, deadline=None)
def test_every_text_has_a_sketch_of_at_most_400_characters_that_can_be_read(text):
    made = sketch(text)
    assert len(made) <= 400
    assert read_sketch(made) is not None
    assert sketch(text) == made


def test_the_longest_text_has_no_longer_sketch():
    assert len(sketch(" ".join(f"Reč{n} Vukan{n} {n}.{n}" for n in range(20_000)))) <= 400
