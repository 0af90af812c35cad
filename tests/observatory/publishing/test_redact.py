from __future__ import annotations

from functools import partial

import pytest

from komshi.observatory.base.known_words import is_place_form, known_words
from komshi.observatory.publishing.redact import (
    actor_spans,
    private_of,
    safe_label,
    safe_outlet,
    safe_phrases,
    safe_place_phrases,
)


def told(*actors: tuple[str, int | None], firm: str = "") -> list[dict]:
    people = [{"name": name, "age": age, "evidence": []} for name, age in actors]
    return [{"events": [{"actors": people}], "organizations": [{"id": None, "name": firm}] if firm else []}]


PRIVATE = private_of(told(("Zoran Kovačević", 35), ("A. K.", 41), firm="Trgoprom Jelić"))
NOBODY = private_of([])


def shown(text: str, phrase: str, people: list[tuple[int, int]] | None = None, language: str = "sr") -> list[str]:
    start = text.index(phrase)
    spans, known = [[start, start + len(phrase)]], known_words(language)
    return safe_phrases(text, spans, private=PRIVATE, people=people or [], known=known)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("sr", "zaplenila"), ("sr", "137 kilograma"), ("sr", "137 kg kokaina"), ("sr", "12kg"), ("sr", "pet kilograma"),
        ("sr", "1.250.000 EUR"), ("sr", "заплењено"), ("sq", "137 kilogramë kokainë"), ("mk", "137 килограми кокаин"),
        ("en", "137 kg of cocaine"),
    ],
)  # fmt: skip
def test_numbers_units_things_and_acts_are_shown(language: str, phrase: str) -> None:
    assert shown(f"I {phrase} kod Bara.", phrase, language=language) == [phrase]


@pytest.mark.parametrize(
    "phrase",
    [
        "uhapsila Kovačevića",
        "kovacevicem",
        "Ковачевића",
        "A. K. uhapšen",
        "starog 35 godina",
        "41-godišnji",
        "38-godišnji",
        "38 godina",
        "38",
        "Trgopromu",
        "uhapsila Milana",
        "uhapsila milana",
        "zaplenjeno kod marka markovića 12 kg",
        "kod hoxhe",
        "500 Marka",
        "KM",
        "Toni 12 kg",
        "x" * 61,
        "pet reči jedna za drugom",
    ],
)
def test_a_word_that_no_lexicon_knows_takes_its_whole_phrase_away(phrase: str) -> None:
    """Also names that the reader did not find, nicknames, ages, and names that are written small."""
    assert shown(f"Policija je {phrase} juče.", phrase) == []


def test_in_a_language_that_nobody_has_described_no_word_is_shown() -> None:
    assert shown("Policija je zaplenila.", "zaplenila", language="xx") == []


def test_words_that_touch_a_person_are_withheld() -> None:
    text = "zaplenjeno 12 kg"
    assert shown(text, "12 kg") == ["12 kg"]
    assert shown(text, "12 kg", people=[(14, 20)]) == []


def test_a_span_that_begins_or_ends_inside_a_word_is_withheld() -> None:
    text = "Uhapsena Kilogramović"
    assert safe_phrases("12 kgović", [[0, 5]], private=NOBODY, people=[], known=known_words("sr")) == []
    assert safe_phrases(text, [[9, 17]], private=NOBODY, people=[], known=known_words("sr")) == []


def test_a_capital_stands_only_in_an_act_that_begins_its_sentence() -> None:
    text = "Juče je pretresen stan. Zaplenjeno je oružje. Toni"
    assert shown(text, "Zaplenjeno") == ["Zaplenjeno"]
    assert shown(text, "Toni") == []


def place_words(text: str, phrase: str, *names: str, language: str = "sr") -> list[str]:
    start = text.index(phrase)
    is_form = partial(is_place_form, names=frozenset(names), language=language)
    return safe_place_phrases(text, [[start, start + len(phrase)]], is_form=is_form, private=PRIVATE, people=[])


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [("Bara", True), ("Бару", True), ("Kovačeviću", False), ("Bar Kovačević", False), ("Barića", False)],
)
def test_of_a_place_only_case_forms_of_its_public_name_are_shown(phrase: str, kept: bool) -> None:
    assert bool(place_words(f"Bilo je kod {phrase}.", phrase, "bar")) is kept


def test_a_label_that_no_gazetteer_knows_is_withheld() -> None:
    assert safe_label("Bar", is_known=True) == "Bar"
    for name in ("kuća Kovačevića", "ulica 7", "imanje A. K.", "most na Bojani", "kod hoxhe"):
        assert safe_label(name, is_known=False) == ""


def test_an_outlet_that_bears_a_persons_name_is_withheld() -> None:
    for name in ("Primorski list", "Gradske novine", "Iskra", "list.example"):
        assert safe_outlet(name, private=PRIVATE) == name
    for name in (
        "Kovačević blog",
        "zorankovacevic.example",
        "Marko Hoxha",
        "Марко Лукиќ",
        "Petrovic.example",
        "M. Lukić",
    ):
        assert safe_outlet(name, private=PRIVATE) == "", name


def test_a_particle_in_the_name_of_an_outlet_is_nobodys_initial() -> None:
    private = private_of([{"events": [{"actors": [{"name": "E. T."}]}]}])
    assert safe_outlet("Kronika e Drinit", private=private) == "Kronika e Drinit"
    assert safe_outlet("Kronika E", private=private) == ""


def test_people_of_every_event_of_a_reading_count() -> None:
    payload = {"events": [{"actors": []}, {"actors": [{"name": "Mira", "age": 8, "evidence": [[3, 7]]}]}]}
    assert private_of([payload]).names == {"mira"}
    assert actor_spans(payload) == [(3, 7)]
