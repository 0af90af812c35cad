"""Patterns that people write, found in texts as people write them."""

from __future__ import annotations

import pytest

from komshi.errors import KomshiError
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Lexicon, Term, terms_of
from komshi.pipeline.text.spelt import Keyboard, Spelling
from komshi.pipeline.text.tokens import tokenize


def found(pattern: str, text: str) -> list[str]:
    """The words that a pattern finds in a text."""
    tokens = tokenize(fold(text))
    hits = Lexicon([Term("t", "x", pattern, "", {})]).scan(tokens)
    return [" ".join(tokens.words[hit.first : hit.last]) for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        ("zaplen*", "Заплењено је, zaplenili su, zapleten", ["zaplenjeno", "zaplenili"]),
        ("mit(o|a|u|om)", "primio mito i dao mita, mitologija", ["mito", "mita"]),
        ("lišen* slobode", "Lišeni slobode; lišen je slobode", ["liseni slobode"]),
        ("lišen* .. slobode", "lišen je danas slobode", ["lisen je danas slobode"]),
        ("lišen* .. slobode", "lišen je, kako se navodi, slobode", []),
        ("вештачк* дрог*", "вештачката дрога", ["vestackata droga"]),
        ("ex-ministër", "ish ministri, ex ministër, ex-ministër", ["ex minister", "ex minister"]),
    ],
)
def test_patterns(pattern: str, text: str, hits: list[str]) -> None:
    assert found(pattern, text) == hits


def test_overlapping_terms_are_all_found() -> None:
    lexicon = Lexicon([Term("t", "a", "krivičn*", "", {}), Term("t", "b", "krivičn* prijav*", "", {})])
    assert [hit.term.id for hit in lexicon.scan(tokenize(fold("krivične prijave")))] == ["a", "b"]


def test_a_word_satisfies_each_stem_once_and_none_that_is_longer() -> None:
    lexicon = Lexicon([Term("t", "short", "uhaps*", "", {}), Term("t", "long", "uhapsen*", "", {})])
    assert [hit.term.id for hit in lexicon.scan(tokenize("uhaps"))] == ["short"]
    assert [hit.term.id for hit in lexicon.scan(tokenize("uhapsenih"))] == ["short", "long"]


def test_a_file_gives_its_terms_with_examples_and_attributes() -> None:
    terms = list(
        terms_of(
            "markets", {"cocaine_trade": {"kokain*": "kokain, kokaina", "koka": {"examples": "koka", "weight": 0.4}}}
        )
    )
    assert [(t.id, t.pattern, t.examples, t.weight) for t in terms] == [
        ("cocaine_trade", "kokain*", ("kokain", "kokaina"), 1.0),
        ("cocaine_trade", "koka", ("koka",), 0.4),
    ]


@pytest.mark.parametrize("pattern", ["", ".. mito", "mit(o", "***"])
def test_a_pattern_that_cannot_be_read_is_refused_with_a_sentence(pattern: str) -> None:
    with pytest.raises(KomshiError, match="pattern"):
        Lexicon([Term("t", "x", pattern, "", {})])


def test_endings_at_several_places_are_one_phrase() -> None:
    lexicon = Lexicon([Term("t", "x", "(traži|tražio|tražila) .. (godina|godine) zatvora", "", {})])
    for text in ("tražio je 5 godina zatvora", "traži godine zatvora"):
        assert len(lexicon.scan(tokenize(fold(text)))) == 1
    assert not lexicon.scan(tokenize(fold("tražio je godina i zatvora")))


def test_a_choice_that_a_hyphen_cuts_is_found_as_its_words() -> None:
    lexicon = Lexicon([Term("t", "x", "(exdrejtor*|ish-drejtor*) i bankës", "", {})])
    for text in ("ish-drejtori i bankës", "exdrejtori i bankes"):
        assert len(lexicon.scan(tokenize(fold(text)))) == 1
    assert not lexicon.scan(tokenize(fold("drejtori i bankës")))


@pytest.mark.parametrize("pattern", ["a*", "ab*", "abc*", "abcd*", "abcde*", "abcdefgh*"])
def test_stems_of_every_length_are_found(pattern: str) -> None:
    lexicon = Lexicon([Term("t", "x", pattern, "", {}), Term("t", "y", "abq*", "", {})])
    assert [hit.term.id for hit in lexicon.scan(tokenize("abcdefghi"))] == ["x"]
    assert not lexicon.scan(tokenize("b"))


def test_a_word_is_found_as_a_dialect_spells_it() -> None:
    spelling = Spelling(words={"eshte": "asht"}, endings={"uar": "ue"})
    lexicon = Lexicon([Term("t", "x", "(është|u) (arrestuar|kapur)", "", {})], spelling=spelling)
    for text in ("është arrestuar", "asht arrestuar", "asht arrestue", "u arrestue"):
        assert [hit.last for hit in lexicon.scan(tokenize(fold(text)))] == [2], text
    assert not lexicon.scan(tokenize(fold("asht kape")))
    assert spelling.also("duar") == "duar"  # too little is left of it


def test_a_word_is_found_as_it_is_typed_without_its_letters_and_once() -> None:
    spelling = Spelling(keyboards=[Keyboard({"š": "sh", "č": "ch"}), Keyboard({"đ": "d"}, least=6)])
    terms = [Term("t", "x", pattern, "", {}) for pattern in ("četvorica", "šest*", "osuđen*", "osud*", "vođ*", "građ*")]
    lexicon = Lexicon(terms, spelling=spelling)
    for text, patterns in (
        ("chetvorica", ["četvorica"]),
        ("shestmina", ["šest*"]),
        ("osuden", ["osuđen*", "osud*"]),
        ("voda", []),
        ("gradonacelnik", []),
    ):
        found = [hit.term.pattern for hit in lexicon.scan(tokenize(fold(text)))]
        assert sorted(found) == sorted(patterns), text
