"""Words and sentences, with offsets that stand."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from komshi.pipeline.text.tokens import Tokens, sentences, tokenize


def cut(text: str, *abbreviations: str) -> list[str]:
    return [text[a:b].strip() for a, b in sentences(text, frozenset(abbreviations)).spans]


def test_words_carry_their_offsets() -> None:
    tokens = tokenize("uhapseni su m. k. (27) i b-1")
    assert tokens.words == ["uhapseni", "su", "m", "k", "27", "i", "b", "1"]
    assert [tokens.at(offset) for offset in (0, 9, 12, 28)] == [0, 1, 2, 8]


def test_initials_and_ordinals_do_not_end_a_sentence() -> None:
    assert cut("Uhapšeni su M. K. (27) i B. K. iz Bara. Drugi je u bekstvu.") == [
        "Uhapšeni su M. K. (27) i B. K. iz Bara.",
        "Drugi je u bekstvu.",
    ]
    assert len(cut("Policija je 14. Marta zaplenila drogu.")) == 1


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert len(cut("U ul. Kralja Petra br. 12 nađeno je oružje.", "ul", "br")) == 1
    assert len(cut("Tako je u ul. Kralja Petra.")) == 2


def test_a_line_end_ends_a_sentence() -> None:
    assert cut("Naslov bez tačke\nPrva rečenica. „Druga“, kaže.") == [
        "Naslov bez tačke",
        "Prva rečenica.",
        "„Druga“, kaže.",
    ]


@given(st.text(alphabet='aB. !?\n„“"1Ж', max_size=60))
def test_sentences_cover_the_text_without_gaps(text: str) -> None:
    spans = sentences(text).spans
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(spans))


@given(st.text(alphabet="ab1č –„_\u00a0ж½", max_size=60))
def test_words_and_offsets_are_those_of_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert tokens.words == [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert tokens.words == re.findall(r"[^\W_]+", text)


def test_words_are_counted_between_edges_with_and_without_offsets() -> None:
    text = "jedan dva. tri cetiri pet. sest"
    known = tokenize(text)
    given_offsets = Tokens(known.words, known.starts, known.ends)
    for tokens in (tokenize(text), given_offsets):
        assert tokens.counts([11, 27]) == [2, 3, 1]
        assert tokens.counts([]) == [6]


def test_a_stop_before_spaces_and_no_word_ends_no_sentence_but_a_line_end_does() -> None:
    assert cut("Kraj. \n – Dalje") == ["Kraj.", "– Dalje"]
    assert cut("Tako je …  ) rekao") == ["Tako je …  ) rekao"]


def test_the_end_of_a_line_ends_a_sentence_whatever_stands_before_it() -> None:
    text = "Hronika | Autor: M. Đ.\n\nPolicija je uhapsila dvojicu."
    assert [text[start:end].strip() for start, end in sentences(text).spans] == [
        "Hronika | Autor: M. Đ.",
        "Policija je uhapsila dvojicu.",
    ]
