"""Every entry of every lexicon finds its own examples: the promise made to whoever mends the words."""

from __future__ import annotations

import re

import pytest

from komshi import languages
from komshi.pipeline.region import LEXICON_FILES
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Lexicon, Term
from komshi.pipeline.text.tokens import tokenize

CODES = ("sq", "mk", "hbs", "en")


def misses(term: Term) -> list[str]:
    """The examples of a term that its pattern does not find."""
    lexicon = Lexicon([term])
    return [example for example in term.examples if not lexicon.scan(tokenize(fold(example)))]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("file", LEXICON_FILES)
def test_every_entry_matches_its_own_examples(code: str, file: str) -> None:
    terms = languages.load(code).terms(file)
    faults = [f"{t.id}: “{t.pattern}” does not find {misses(t)}" for t in terms if misses(t)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("code", CODES)
def test_every_entry_has_an_example(code: str) -> None:
    terms = [term for file in LEXICON_FILES for term in languages.load(code).terms(file)]
    assert terms, "the language has no words yet"
    assert not [f"{t.topic}: {t.pattern}" for t in terms if not t.examples]


def slips(pattern: str) -> list[str]:
    """What a pattern says twice, and words in which letters of both alphabets stand."""
    found: list[str] = []
    for choices in re.findall(r"\(([^()]*)\)", pattern):
        words = choices.split("|")
        found += sorted({word for word in words if words.count(word) > 1})
    words = re.findall(r"[^\W\d_]+", pattern)
    return found + [word for word in words if re.search("[a-z]", word) and re.search("[а-џ]", word)]


@pytest.mark.parametrize("code", CODES)
def test_no_pattern_says_a_word_twice_or_mixes_alphabets(code: str) -> None:
    terms = [term for file in LEXICON_FILES for term in languages.load(code).terms(file)]
    faults = [f"{t.id}: “{t.pattern}” has {slips(t.pattern)}" for t in terms if slips(t.pattern)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("pattern", ["mit(o|u|o)", "запали(л|јa)"])
def test_a_slip_is_noticed(pattern: str) -> None:
    assert slips(pattern)


def test_a_pattern_that_does_not_find_its_example_is_noticed() -> None:
    assert misses(Term("markets", "cocaine_trade", "kokain*", "kokaina, heroin", {})) == ["heroin"]
