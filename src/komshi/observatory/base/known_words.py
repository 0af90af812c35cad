"""Which words are of the trade and can be nobody's name: the words that the region's lexicons list, and numbers.

Public pages show of a report's words these and nothing else: what is not known to be harmless stays away, so that a
name that the reader missed cannot come along with an amount or an address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from komshi.observatory.base.region import current_region
from komshi.pipeline.read.places_forms import Forms
from komshi.pipeline.region import LEXICON_FILES, Language
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

_EVIDENCE = ("events", "items", "quantity_roles")
_NUMBERS = ("values", "people", "about", "multipliers", "scales", "alone", "fractions", "vague", "grammar", "bounds")
_MASK = "nothing"
"""The table of a lexicon that lists what only looks like its words."""
_SURE_ENDING = 4
"""Letters of an ending that only family names have; shorter ones end ordinary words too."""


_LONGEST_END, _SHORTEST_STEM = 4, 4
"""A stem of a lexicon stands for its case forms; what goes on longer, or begins shorter, may be another word."""
_ENDINGS = re.compile(r"^([^()]*)\(([^()]*)\)([^()]*)$")
_PARTS = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class Words:
    """Folded words, whole ones and stems that an ending may follow."""

    whole: frozenset[str]
    stems: frozenset[str]

    def __contains__(self, word: str) -> bool:
        if word in self.whole:
            return True
        if word in self.stems and word.endswith(_endings_of_names()):
            return False  # folded, the stem of an ordinary noun can be a whole family name
        shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_END)
        return any(word[:cut] in self.stems for cut in range(shortest, len(word) + 1))


@dataclass(frozen=True)
class KnownWords:
    """The words of one language by what they may stand in: evidence, and the addresses of reports."""

    evidence: Words
    acts: Words
    things: Words
    anywhere: Words

    def in_evidence(self, word: str) -> bool:
        """A number word, a unit, a thing that is counted, or a word for what happened."""
        return word in self.evidence and not looks_like_a_name(word)

    def is_thing(self, word: str) -> bool:
        """A unit, a currency, or a thing that is counted."""
        return word in self.things and not looks_like_a_name(word)

    def is_act(self, word: str) -> bool:
        """A word for what happened."""
        return word in self.acts and not looks_like_a_name(word)

    def in_address(self, word: str) -> bool:
        """Any word that the language's lexicons list."""
        return word in self.anywhere and not looks_like_a_name(word)


@cache
def ordinary_words(code: str) -> Words:
    """Words of a language (`hbs`, `sq`) that begin ordinary sentences: its small words and those of `plain.toml`."""
    language = current_region().languages[code]
    plain, small = language.files.get("plain", {}), language.files["language"].get("function_words", ())
    written = [*plain.get("words", "").split(), *small]
    folded = {fold(word) for word in written}
    stems = frozenset(word.rstrip("*") for word in folded if word.endswith("*"))
    return Words(frozenset(word for word in folded if not word.endswith("*")), stems)


def known_words(language: str) -> KnownWords | None:
    """The words of a written language (`sr`, `sq`); None for one that nobody has described."""
    code = current_region().family.get(language)
    return _known_words(code) if code else None


def is_place_form(phrase: str, *, names: frozenset[str], language: str) -> bool:
    """Whether a phrase is a case form of one of these (folded) names by the rules of the language."""
    code, words = current_region().family.get(language), tokenize(fold(phrase)).words
    forms = forms_of(code) if code else None
    for name in (tokenize(one).words for one in names):
        if len(name) == len(words) and words:
            if words == name:
                return True
            if forms and all(wanted in forms.bases(word, {wanted}) for word, wanted in zip(words, name, strict=True)):
                return True
    return False


@cache
def forms_of(code: str) -> Forms:
    """How names of places are inflected in a language (`hbs`, `sq`)."""
    return Forms(current_region().languages[code])


def looks_like_a_name(word: str) -> bool:
    """Whether a folded word is a given name, or ends as only family names do."""
    return word in given_names() or ends_like_a_name(word)


def ends_like_a_name(word: str) -> bool:
    """Whether a folded word ends as only family names do."""
    return len(word) > _SURE_ENDING + 1 and word.endswith(_sure_endings())


@cache
def _known_words(code: str) -> KnownWords:
    language = current_region().languages[code]
    numbers = frozenset(word for name in _NUMBERS for word in _spoken(language.table("numbers", name)))
    return KnownWords(
        evidence=_words_of(language, _EVIDENCE, also=numbers),
        acts=_words_of(language, ("events",)),
        things=_words_of(language, ("items",)),
        anywhere=_words_of(language, LEXICON_FILES, also=numbers),
    )


def _words_of(language: Language, files: tuple[str, ...], *, also: frozenset[str] = frozenset()) -> Words:
    """Every single word of the patterns; what a gap of a pattern lets through is not among them."""
    terms = [term for file in files for term in language.terms(file) if _is_of_the_trade(file, term.id)]
    written = {raw for term in terms for raw in term.pattern.split() if raw != ".."}
    folded = {fold(spelt) for raw in written for spelt in _spelt_out(raw)}
    stems = frozenset(word.rstrip("*") for word in folded if word.endswith("*"))
    return Words(frozenset(word for word in folded if not word.endswith("*")) | also, stems)


def _is_of_the_trade(file: str, identifier: str) -> bool:
    """Not the look-alikes, and not the words by which a film, a match or a debate is told from news: they are ordinary
    words, and any of them may be somebody's nickname.
    """
    return identifier != _MASK and (file != "relevance" or identifier.partition(".")[0] == "topic")


def _spelt_out(raw: str) -> list[str]:
    """A word of a pattern with each of the endings that it lists."""
    match = _ENDINGS.match(raw)
    if match is None:
        return [raw]
    head, endings, tail = match.groups()
    return [f"{head}{ending}{tail}" for ending in endings.split("|")]


def _spoken(table: Any) -> set[str]:
    """Every word in the values of a table, folded."""
    if isinstance(table, dict):
        return {word for value in table.values() for word in _spoken(value)}
    if isinstance(table, list):
        return {word for value in table for word in _spoken(value)}
    return set(tokenize(fold(str(table))).words) if isinstance(table, str) else set()


@cache
def given_names() -> frozenset[str]:
    """Given names of every language of the region, folded."""
    languages = current_region().languages.values()
    return frozenset(word for one in languages for word in _spoken(one.table("names", "given")))


@cache
def _sure_endings() -> tuple[str, ...]:
    return tuple(ending for ending in _endings_of_names() if len(ending) >= _SURE_ENDING)


@cache
def _endings_of_names() -> tuple[str, ...]:
    endings: set[str] = set()
    for language in current_region().languages.values():
        endings.update(_spoken(language.table("names", "surname").get("sure", [])))
    return tuple(sorted(endings))


def parts_of(word: str) -> list[str]:
    """A word cut where letters meet digits: `12kg` is a number and a unit."""
    return _PARTS.findall(word)
