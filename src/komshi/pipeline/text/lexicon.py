"""Words as data: patterns that people who do not program can write, compiled to one look-up per word.

A pattern is one or more words. `zaplen*` is a stem with any ending, `mito` is that word alone, `mit(o|u|om)` lists
endings, `..` stands for up to three words between. Patterns are folded like the texts, so they are written once, in
ordinary spelling, and found in both scripts and without diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from komshi.errors import KomshiError
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import Tokens, tokenize

_GAP = ".."
_MOST_BETWEEN = 3
_BEGINNING = 3
_ENDINGS = re.compile(r"^([^()]*)\(([^()]*)\)([^()]*)$")
# The cache of analysed words is emptied at this size: memory stays flat however many texts are read.
_CACHE_SIZE = 300_000


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One row of a lexicon: `topic` is the file, `id` the table it stands in, `attributes` what the row adds."""

    topic: str
    id: str
    pattern: str
    examples: tuple[str, ...]
    attributes: Mapping[str, Any]

    @property
    def weight(self) -> float:
        """How much this term says for its meaning; 1.0 unless the row has a `weight`."""
        return float(self.attributes.get("weight", 1.0))


class Hit(NamedTuple):
    """A term found in a text: the words `first` up to but not including `last`."""

    term: Term
    first: int
    last: int


_Rest = tuple[int | None, ...]
"""What a phrase still wants after its first words: ids of word patterns, None for a gap."""


@dataclass(slots=True)
class _Word:
    """What is known of one distinct word: the word patterns it satisfies, and what may begin with it.

    Phrases are kept by the word pattern that must follow, at once (`phrases`) or after a gap (`gapped`), so that the
    many phrases that begin with a frequent word cost nothing unless a word that comes soon can go on with one.
    """

    satisfies: tuple[int, ...]
    alone: tuple[Term, ...]
    phrases: Mapping[int, list[tuple[Term, _Rest]]]
    gapped: Mapping[int, list[tuple[Term, _Rest]]]


@dataclass(slots=True)
class Lexicon:
    """All the terms of one language, looked up in one pass over a text."""

    terms: list[Term]
    _ids: dict[str, int] = field(default_factory=dict)
    _exact: dict[str, list[int]] = field(default_factory=dict)
    _stems: dict[str, list[int]] = field(default_factory=dict)
    # For each beginning of a stem, how long the stems with this beginning are: few lengths are worth a look-up.
    _lengths: dict[str, list[int]] = field(default_factory=dict)
    _begin: dict[int, list[tuple[Term, _Rest]]] = field(default_factory=dict)
    _cache: dict[str, _Word | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for term in self.terms:
            for words in _variants(term.pattern):
                ids = tuple(None if word == _GAP else self._word_id(word) for word in words)
                if ids[0] is None:
                    raise KomshiError(f"The pattern “{term.pattern}” must not begin with “..”; begin it with a word.")
                if ids[-1] is None or (None, None) in pairwise(ids):
                    raise KomshiError(f"The pattern “{term.pattern}” must have a word after each “..”.")
                self._begin.setdefault(ids[0], []).append((term, ids[1:]))

    def scan(self, tokens: Tokens) -> list[Hit]:
        """Every term found, in the order of the words; overlapping terms are all reported."""
        cache = self._cache
        if len(cache) > _CACHE_SIZE:
            cache.clear()
        analysed: list[_Word | None] = []
        for word in tokens.words:
            try:
                analysed.append(cache[word])
            except KeyError:
                analysed.append(cache.setdefault(word, self._analyse(word)))
        analysed.append(None)
        hits: list[Hit] = []
        for i, known in enumerate(analysed):
            if known is not None:
                hits.extend([Hit(term, i, i + 1) for term in known.alone])
                if known.phrases or known.gapped:
                    hits.extend(Hit(term, i, last) for term, last in _phrases(known, analysed, i + 1))
        return hits

    def _word_id(self, word: str) -> int:
        known = self._ids.get(word)
        if known is not None:
            return known
        number = self._ids[word] = len(self._ids)
        if word.endswith("*"):
            stem = word[:-1]
            self._stems.setdefault(stem, []).append(number)
            lengths = self._lengths.setdefault(stem[:_BEGINNING], [])
            if len(stem) not in lengths:
                lengths.append(len(stem))
        else:
            self._exact.setdefault(word, []).append(number)
        return number

    def _analyse(self, word: str) -> _Word | None:
        ids = list(self._exact.get(word, ()))
        size = len(word)
        for beginning in range(1, min(size, _BEGINNING) + 1):
            for length in self._lengths.get(word[:beginning], ()):
                if length <= size and (found := self._stems.get(word[:length])):
                    ids.extend(found)
        if not ids:
            return None
        begins = [begin for number in ids for begin in self._begin.get(number, ())]
        phrases: dict[int, list[tuple[Term, _Rest]]] = {}
        for term, rest in begins:
            if rest and rest[0] is not None:
                phrases.setdefault(rest[0], []).append((term, rest[1:]))
        alone = tuple(term for term, rest in begins if not rest)
        gapped: dict[int, list[tuple[Term, _Rest]]] = {}
        for term, rest in begins:
            if rest and rest[0] is None and rest[1] is not None:
                gapped.setdefault(rest[1], []).append((term, rest[2:]))
        return _Word(tuple(ids), alone, phrases, gapped)


def _phrases(word: _Word, words: list[_Word | None], at: int) -> Iterable[tuple[Term, int]]:
    """The phrases that begin with a word and go on at `at`, with the index after their last word."""
    following = words[at]
    if following is not None and word.phrases:
        for number in following.satisfies:
            for term, rest in word.phrases.get(number, ()):
                if last := _follow(words, at + 1, rest):
                    yield term, last
    if not word.gapped:
        return
    found: list[Term] = []
    for skipped, after in enumerate(words[at : at + _MOST_BETWEEN + 1]):
        for number in after.satisfies if after is not None else ():
            for term, rest in word.gapped.get(number, ()):
                last = _follow(words, at + skipped + 1, rest)
                if last and term not in found:
                    found.append(term)
                    yield term, last


def _follow(words: list[_Word | None], at: int, rest: _Rest) -> int:
    """The index after the last word if `rest` continues at `at`, otherwise 0."""
    if not rest:
        return at
    wanted = rest[0]
    if wanted is not None:
        word = words[at] if at < len(words) else None
        return _follow(words, at + 1, rest[1:]) if word is not None and wanted in word.satisfies else 0
    for skipped in range(_MOST_BETWEEN + 1):
        last = _follow(words, at + skipped, rest[1:])
        if last:
            return last
    return 0


def _variants(pattern: str) -> list[list[str]]:
    """A pattern as lists of folded words, one list for each combination of the endings that it lists."""
    variants: list[list[str]] = [[]]
    for raw in pattern.split():
        choices = [[_GAP]] if raw == _GAP else [_fold_word(word, pattern) for word in _spelt_out(raw)]
        variants = [before + choice for before in variants for choice in choices]
    if not variants[0]:
        raise KomshiError("A lexicon has an empty pattern; give it at least one word.")
    return variants


def _spelt_out(raw: str) -> list[str]:
    match = _ENDINGS.match(raw)
    if match is None:
        return [raw]
    head, endings, tail = match.groups()
    return [f"{head}{ending}{tail}" for ending in endings.split("|")]


def _fold_word(word: str, pattern: str) -> list[str]:
    """One written word folded to one or more tokens (a hyphen or an apostrophe cuts a word)."""
    stem = word.endswith("*")
    folded = fold(word.rstrip("*"))
    words = [folded] if folded.isalnum() else tokenize(folded).words
    if not words or "(" in word or ")" in word:
        raise KomshiError(f"The pattern “{pattern}” cannot be read; use words, stems with *, mit(o|u), or ..")
    return [*words[:-1], words[-1] + "*"] if stem else words


def terms_of(topic: str, tables: Mapping[str, Mapping[str, Any]]) -> Iterable[Term]:
    """The terms of one lexicon file: `[id]` tables of `"pattern" = "examples"` or `= {examples = "…", weight = 2}`.

    A table inside a table adds attributes' tables of its own: `[id.sub]` has the id `id.sub`.
    """
    for identifier, rows in tables.items():
        if not isinstance(rows, Mapping):
            raise KomshiError(f"In the lexicon file “{topic}”, “{identifier}” must be a table of patterns.")
        for pattern, value in rows.items():
            if isinstance(value, str):
                yield Term(topic, identifier, pattern, _examples(value), {})
            elif "examples" in value:
                rest = {key: v for key, v in value.items() if key != "examples"}
                yield Term(topic, identifier, pattern, _examples(value["examples"]), rest)
            else:
                yield from terms_of(topic, {f"{identifier}.{pattern}": value})


def _examples(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
