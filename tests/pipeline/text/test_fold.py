"""Folding: one form for both scripts, and a way back to every original offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komshi.pipeline.text.fold import Folded, fold, fold_all, script_of

LETTERS = "aбвђеžљњšćčëçÇđЂќЃѕџ 1.,-„“\u0301\u00ad\u200bßÆıİ\U0001f600ab"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ђорђе", "djordje"),
        ("Đorđe", "djordje"),
        ("Djordje", "djordje"),
        ("Љубљана", "ljubljana"),
        ("Ѓевѓелија", "gjevgjelija"),
        ("Џепови", "dzepovi"),
        ("džepovi", "dzepovi"),
        ("Shkodër", "shkoder"),
        ("Vukaniç", "vukanic"),
        ("tráfikoheshin", "trafikoheshin"),
        ("c\u030ca\u0301s", "cas"),
        ("ко\u00adцка", "kocka"),
    ],
)
def test_both_scripts_and_all_diacritics_have_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_cyrillic_letter_inside_a_latin_word_does_not_hide_it() -> None:
    assert fold("osvetlјenje, Кako, кокаiн, heroiн, \u0441ocaine") == "osvetljenje, kako, kokain, heroin, cocaine"


def test_a_latin_letter_inside_a_cyrillic_word_does_not_hide_it() -> None:
    assert fold("пoлициja") == "policija"


def test_the_span_of_a_word_leads_back_to_its_letters() -> None:
    text = "Код Ђевђелије је заплењено 12 kg, у Џепчишту и Љубовији."
    folded = Folded(text)
    for word in ("Ђевђелије", "заплењено", "Џепчишту", "Љубовији", "12 kg"):
        at = folded.folded.index(fold(word))
        assert text[slice(*folded.span(at, at + len(fold(word))))] == word


@given(st.text(alphabet=LETTERS, max_size=40), st.text(max_size=5))
def test_every_folded_offset_leads_back_in_order_and_inside_the_text(one: str, other: str) -> None:
    text = one + other + one
    folded = Folded(text)
    places = [folded.original(i) for i in range(len(folded.folded))]
    assert places == sorted(places)
    assert all(0 <= place < max(1, len(text)) for place in places)
    assert folded.originals(list(range(len(places)))) == places
    start, end = folded.span(0, len(folded.folded))
    assert 0 <= start <= end <= len(text)


def test_the_script_is_the_one_that_most_letters_belong_to() -> None:
    assert script_of("Полиција у Beogradu је саопштила") == "Cyrl"
    assert script_of("Policija u Beogradu, МУП Србије и SPAK javljaju") == "Latn"
    assert script_of("") == "Latn"


def test_offsets_hold_where_a_look_alike_folds_to_two_letters() -> None:
    # Latin S inside Cyrillic letters is read as the Cyrillic letter that folds to dz.
    text = "ГОДИSНА крај"
    folded = Folded(text)
    at = folded.folded.index("kraj")
    assert text[slice(*folded.span(at, at + 4))] == "крај"


@given(st.text(alphabet=LETTERS, max_size=40), st.integers(0, 40))
def test_every_place_of_the_text_has_its_place_in_the_folded_form(text: str, at: int) -> None:
    folded = Folded(text)
    at = min(at, len(text))
    there = folded.folded_offset(at)
    assert 0 <= there <= len(folded.folded)
    # Behind a separator no letters of the other script reach over: the text before folds to what stands before.
    if at == 0 or text[at - 1] in " .,":
        assert folded.folded[:there] == fold(text[:at])


@given(st.text(alphabet="abčćđëšžÇĐ –„“…кљТ", max_size=400))
def test_long_texts_fold_as_their_words_do(text: str) -> None:
    assert fold(text + " " * 300).split() == [fold(word) for word in text.split()]


def test_only_the_words_that_mix_scripts_are_put_right() -> None:
    assert fold("Полиција и policija, а у Skopјu нaркотици") == "policija i policija, a u skopju narkotici"


@given(st.lists(st.text(st.sampled_from("abčđëшњ мpоlj-\u0301İß\n"), max_size=12), max_size=6))
def test_texts_folded_together_fold_as_each_does(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


def test_words_that_are_split_to_hide_them_are_whole_and_lead_back_to_the_text() -> None:
    text = "U arr^estuan dy; dro^gë në Kukës"
    folded = Folded(text)
    assert folded.folded == "u arrestuan dy; droge ne kukes"
    start = folded.folded.index("droge")
    assert text[slice(*folded.span(start, start + 5))] == "dro^gë"
