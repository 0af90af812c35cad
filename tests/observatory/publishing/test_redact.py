from __future__ import annotations

import pytest

from komshi.observatory.publishing.redact import (
    actor_spans,
    private_of,
    safe_label,
    safe_outlet,
    safe_phrases,
    safe_place_phrases,
    safe_url,
)


def told(*actors: tuple[str, int | None], firm: str = "") -> list[dict]:
    people = [{"name": name, "age": age, "evidence": []} for name, age in actors]
    return [{"events": [{"actors": people}], "organizations": [{"id": None, "name": firm}] if firm else []}]


PRIVATE = private_of(told(("Zoran Kovačević", 35), ("A. K.", 41), firm="Trgoprom Jelić"))
SITE = "https://list.example"


def shown(text: str, phrase: str, people: list[tuple[int, int]] | None = None) -> list[str]:
    start = text.index(phrase)
    return safe_phrases(text, [[start, start + len(phrase)]], private=PRIVATE, people=people or [])


@pytest.mark.parametrize("phrase", ["zaplenila", "137 kilograma", "137 kg kokaina"])
def test_plain_words_of_evidence_are_shown(phrase: str) -> None:
    assert shown(f"Policija je {phrase} kod Bara.", phrase) == [phrase]


@pytest.mark.parametrize(
    "phrase",
    [
        "uhapsila Kovačevića",
        "kovacevicem",
        "Ковачевића",
        "A. K. uhapšen",
        "starog 35 godina",
        "41-godišnji",
        "Trgopromu",
        "uhapsila Milana",
        "x" * 61,
        "pet reči jedna za drugom",
    ],
)
def test_words_with_a_name_initials_an_age_or_an_unexplained_capital_are_withheld(phrase: str) -> None:
    assert shown(f"Policija je {phrase} juče.", phrase) == []


def test_words_that_touch_a_person_are_withheld() -> None:
    text = "uhapšen je vozač kamiona"
    assert shown(text, "vozač kamiona", people=[(11, 16)]) == []


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name() -> None:
    text = "Juče je pretresen stan. Zaplenjeno je oružje."
    assert shown(text, "Zaplenjeno") == ["Zaplenjeno"]
    assert shown(text, "Zaplenjeno je") == []


@pytest.mark.parametrize(
    ("phrase", "kept"), [("Bara", True), ("Бару", True), ("Kovačeviću", False), ("Bar Kovačević", False)]
)
def test_of_a_place_only_forms_of_its_public_name_are_shown(phrase: str, kept: bool) -> None:
    text = f"Bilo je kod {phrase}."
    start = text.index(phrase)
    found = safe_place_phrases(text, [[start, start + len(phrase)]], name="Bar", private=PRIVATE, people=[])
    assert bool(found) is kept


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (f"{SITE}/2026/03/zaplena-kod-bara", f"{SITE}/2026/03/zaplena-kod-bara"),
        (f"{SITE}/vest?id=12345&utm_source=x#top", f"{SITE}/vest?id=12345"),
        (f"{SITE}/vest/35", f"{SITE}/vest/35"),
        (f"{SITE}/uhapsen-zoran-kovacevic", ""),
        (f"{SITE}/uhapsen-kovacevica", ""),
        (f"{SITE}/%D0%9A%D0%BE%D0%B2%D0%B0%D1%87%D0%B5%D0%B2%D0%B8%D1%9B-uhapsen", ""),
        (f"{SITE}/zorankovacevic.html", ""),
        (f"{SITE}/uhapsen-a-k-kod-bara", ""),
        (f"{SITE}/uhapsen-mladic-35-kod-bara", ""),
        (f"{SITE}/vest?q=kovacevic", ""),
        (f"{SITE}/vest?token=abc", ""),
        ("https://kovacevic.example/vest", ""),
        ("https://user:secret@list.example/vest", ""),
        ("javascript:alert(1)", ""),
        ("ftp://list.example/vest", ""),
        ("", ""),
    ],
)
def test_an_address_is_shown_only_without_a_person_in_it(url: str, kept: str) -> None:
    assert safe_url(url, private=PRIVATE) == kept


def test_people_whom_the_reader_missed_are_looked_for_in_the_address_too() -> None:
    text = "Uhapšen je Petar Lukić iz Bara, kažu u Specijalnom sudu."
    assert safe_url(f"{SITE}/uhapsen-petar-lukic", private=private_of([]), text=text) == ""
    assert safe_url(f"{SITE}/uhapsenje-u-specijalnom-sudu", private=private_of([]), text=text) != ""


def test_places_and_institutions_in_an_address_are_no_people() -> None:
    text = "Zaplena kod Novog Pazara."
    spared = [(12, 24)]
    assert safe_url(f"{SITE}/zaplena-kod-novog-pazara", private=private_of([]), text=text, spared=spared) != ""


def test_a_label_that_no_gazetteer_knows_is_withheld_when_a_person_may_be_in_it() -> None:
    assert safe_label("Bar", private=PRIVATE, is_known=True) == "Bar"
    assert safe_label("most na Bojani", private=PRIVATE, is_known=False) == "most na Bojani"
    for name in ("kuća Kovačevića", "ulica 7", "imanje A. K."):
        assert safe_label(name, private=PRIVATE, is_known=False) == ""


def test_an_outlet_that_bears_a_persons_name_is_withheld() -> None:
    assert safe_outlet("Primorski list", private=PRIVATE) == "Primorski list"
    assert safe_outlet("Kovačević blog", private=PRIVATE) == ""
    assert safe_outlet("zorankovacevic.example", private=PRIVATE) == ""


def test_people_of_every_event_of_a_reading_count() -> None:
    payload = {"events": [{"actors": []}, {"actors": [{"name": "Mira", "age": 8, "evidence": [[3, 7]]}]}]}
    assert private_of([payload]).names == {"mira"}
    assert actor_spans(payload) == [(3, 7)]
