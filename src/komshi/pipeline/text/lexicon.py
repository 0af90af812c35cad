"""Words as data: patterns that people who do not program can write, compiled to one look-up per word.

A pattern is one or more words. `zaplen*` is a stem with any ending, `mito` is that word alone, `mit(o|u|om)` lists
endings, `..` stands for up to three words between. Patterns are folded like the texts, so they are written once, in
ordinary spelling, and found in both scripts and without diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from komshi.errors import KomshiError
from komshi.pipeline.text.fold import fold, fold_all
from komshi.pipeline.text.spelt import AS_WRITTEN, Spelling
from komshi.pipeline.text.tokens import Tokens, tokenize

_GAP = ".."
_Choices = tuple[str, ...]
"""The folded words and stems that may stand at one place of a pattern."""
_ANYTHING: _Choices = (_GAP,)
_MOST_BETWEEN = 3
_BEGINNING = 3
_ENDINGS = re.compile(r"^([^()]*)\(([^()]*)\)([^()]*)$")
# What is known of words is forgotten at this size: memory stays flat however many texts are read.
_CACHE_SIZE = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One row of a lexicon: `topic` is the file, `id` the table it stands in, `attributes` what the row adds.

    `meaning` and `grade` are the parts of the id: `[arrest.weak]` is a weak word for an arrest. `found_in` are examples
    as the row writes them, with commas.
    """

    topic: str
    id: str
    pattern: str
    found_in: str
    attributes: Mapping[str, Any]
    meaning: str = field(init=False)
    grade: str = field(init=False)
    weight: float = field(init=False)
    """How much this term says for its meaning; 1.0 unless the row has a `weight`."""

    def __post_init__(self) -> None:
        meaning, _, grade = self.id.partition(".")
        object.__setattr__(self, "meaning", meaning)
        object.__setattr__(self, "grade", grade)
        object.__setattr__(self, "weight", float(self.attributes.get("weight", 1.0)) if self.attributes else 1.0)

    @property
    def examples(self) -> tuple[str, ...]:
        """Words that the pattern must find."""
        return tuple(part.strip() for part in self.found_in.split(",") if part.strip())


class Hit(NamedTuple):
    """A term found in a text: the words `first` up to but not including `last`."""

    term: Term
    first: int
    last: int


_Rest = tuple[int | None, ...]
"""What a phrase still wants after its first words: ids of what may stand at its places, None for a gap."""
_Begun = Mapping[int, list[tuple[Term, _Rest]]]
_Ids = tuple[int, ...]
_NOTHING: _Begun = {}
_NONE: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Word:
    """What is known of one distinct word: the places of patterns where it may stand, and what may begin with it.

    `satisfies` has a place as often as its choices match; `known` has it once. Phrases are kept by what must follow,
    at once (`phrases`) or after a gap (`gapped`), so that the many phrases that begin with a frequent word cost nothing
    unless a word that comes soon can go on with one: `next` and `later` are their keys.
    """

    satisfies: tuple[int, ...]
    known: frozenset[int]
    begins: bool
    alone: tuple[Term, ...]
    phrases: _Begun
    gapped: _Begun
    next: frozenset[int]
    later: frozenset[int]


class _Known(dict[str, _Word | None]):
    """What was found out about each word, looked up without a line of Python for the words that came before.

    Much of the time of a stream goes to words that are new, and most of those stand in no pattern: a look-up or two
    tells so.
    """

    __slots__ = ("_exact", "_lengths", "_made", "_make", "_stems")

    def __init__(
        self, exact: Mapping[str, Sequence[int]], stems: Mapping[str, Sequence[int]], make: Callable[[_Ids], _Word]
    ) -> None:
        super().__init__()
        self._exact = exact
        # Each stem with the shorter ones that it begins with: the longest that begins a word tells all of them.
        self._stems = {
            stem: tuple([number for end in range(len(stem)) for number in stems.get(stem[: end + 1], ())])
            for stem in stems
        }
        # How long the stems with one beginning are, the longest first.
        self._lengths: dict[str, tuple[int, ...]] = {}
        for stem in sorted(stems, key=len):
            lengths = self._lengths.get(stem[:_BEGINNING], ())
            if len(stem) >= _BEGINNING and len(stem) not in lengths:
                self._lengths[stem[:_BEGINNING]] = (len(stem), *lengths)
        # Inflected forms of a word satisfy the same patterns and share what is known.
        self._made: dict[_Ids, _Word] = {}
        self._make = make

    def __missing__(self, word: str) -> _Word | None:
        stems = self._stems
        for length in self._lengths.get(word[:_BEGINNING], ()):
            if word[:length] in stems:
                ids = stems[word[:length]]
                break
        else:  # a stem shorter than a beginning
            ids = stems.get(word[:2]) or stems.get(word[:1], ())
        if word in self._exact:
            ids = (*self._exact[word], *ids)
        found = self[word] = (self._made.get(ids) or self._new(ids)) if ids else None
        return found

    def _new(self, ids: _Ids) -> _Word:
        found = self._made[ids] = self._make(ids)
        return found


class Lexicon:
    """All the terms of one language, looked up in one pass over a text."""

    def __init__(self, terms: list[Term], *, spelling: Spelling = AS_WRITTEN) -> None:
        self.terms = terms
        self._ids: dict[_Choices, int] = {}
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._begin: dict[int | None, list[tuple[Term, _Rest]]] = {}
        self._spelling = spelling
        for term, folded in zip(terms, fold_all(term.pattern for term in terms), strict=True):
            variants = _variants(folded, term.pattern)
            for places in variants:
                first, *rest = [self._ids.get(choices) or self._place_id(choices) for choices in places]
                self._begin.setdefault(first, []).append((term, tuple(rest)))
            for typed in spelling.typed(term.pattern):
                self._type(variants, typed)
        self._known = _Known(self._exact, self._stems, self._make)

    def scan(self, tokens: Tokens) -> list[Hit]:
        """Every term found, in the order of the words; overlapping terms are all reported."""
        if len(self._known) > _CACHE_SIZE:
            self._known.clear()
        words: list[_Word | None] = list(map(self._known.__getitem__, tokens.words))
        words.append(None)
        hits: list[Hit] = []
        for i, word in enumerate(words):
            if word is None or not word.begins:
                continue
            if word.alone:
                hits.extend([Hit(term, i, i + 1) for term in word.alone])
            following = words[i + 1]
            # Few words go on with a phrase that a frequent one begins: rule the others out before anything is called.
            if following is not None and not word.next.isdisjoint(following.known):
                _go_on(hits, i, word.phrases, words)
            if word.later:
                for after in words[i + 1 : i + _MOST_BETWEEN + 2]:
                    if after is not None and not word.later.isdisjoint(after.known):
                        _skip(hits, i, word.gapped, words)
                        break
        return hits

    def _place_id(self, choices: _Choices) -> int | None:
        if choices == _ANYTHING:
            return None
        number = self._ids[choices] = len(self._ids) + 1
        for word in choices:
            self._places_of(word).append(number)
        if self._spelling.endings:
            self._add(number, map(self._spelling.also, choices))
        return number

    def _type(self, variants: list[list[_Choices]], typed: str) -> None:
        """Let the words of a pattern as it is typed stand at its places."""
        for places, others in zip(variants, _variants(fold(typed), typed), strict=True):
            for choices, other in zip(places, others, strict=True):
                if choices not in (_ANYTHING, other):
                    self._add(self._ids[choices], other)

    def _add(self, number: int, words: Iterable[str]) -> None:
        """Let other words and stems stand at a place as well."""
        for word in words:
            places = self._places_of(word)
            if number not in places:
                places.append(number)

    def _places_of(self, word: str) -> list[int]:
        """The places where a word or a stem may stand so far."""
        known, plain = (self._stems, word[:-1]) if word.endswith("*") else (self._exact, word)
        return known.setdefault(plain, [])

    def _make(self, ids: _Ids) -> _Word:
        begun = [row for number in ids if (row := self._begin.get(number))]
        if not begun:
            return _Word(ids, frozenset(ids), False, (), _NOTHING, _NOTHING, _NONE, _NONE)
        alone: list[Term] = []
        phrases: dict[int, list[tuple[Term, _Rest]]] = {}
        gapped: dict[int, list[tuple[Term, _Rest]]] = {}
        for row in begun:
            for term, rest in row:
                if not rest:
                    alone.append(term)
                elif rest[0] is not None:
                    phrases.setdefault(rest[0], []).append((term, rest[1:]))
                elif rest[1] is not None:
                    gapped.setdefault(rest[1], []).append((term, rest[2:]))
        return _Word(ids, frozenset(ids), True, tuple(alone), phrases, gapped, frozenset(phrases), frozenset(gapped))


def _go_on(hits: list[Hit], at: int, phrases: _Begun, words: list[_Word | None]) -> None:
    """Add the phrases that begin with the word `at` and go on with the next one."""
    following = words[at + 1]
    for number in following.satisfies if following is not None else ():
        for term, rest in phrases.get(number, ()):
            if last := _follow(words, at + 2, rest):
                hits.append(Hit(term, at, last))


def _skip(hits: list[Hit], at: int, gapped: _Begun, words: list[_Word | None]) -> None:
    """Add the phrases that begin with the word `at` and go on after up to three others, each once."""
    found: list[Term] = []
    for beyond, after in enumerate(words[at + 1 : at + _MOST_BETWEEN + 2], at + 2):
        for number in after.satisfies if after is not None else ():
            for term, rest in gapped.get(number, ()):
                last = _follow(words, beyond, rest)
                if last and term not in found:
                    found.append(term)
                    hits.append(Hit(term, at, last))


def _follow(words: list[_Word | None], at: int, rest: _Rest) -> int:
    """The index after the last word if `rest` continues at `at`, otherwise 0."""
    if not rest:
        return at
    wanted = rest[0]
    if wanted is not None:
        word = words[at] if at < len(words) else None
        return _follow(words, at + 1, rest[1:]) if word is not None and wanted in word.known else 0
    for skipped in range(_MOST_BETWEEN + 1):
        last = _follow(words, at + skipped, rest[1:])
        if last:
            return last
    return 0


def _check(places: list[_Choices], pattern: str) -> None:
    if places[0] == _ANYTHING:
        raise KomshiError(f"The pattern “{pattern}” must not begin with “..”; begin it with a word.")
    if places[-1] == _ANYTHING or (_ANYTHING, _ANYTHING) in pairwise(places):
        raise KomshiError(f"The pattern “{pattern}” must have a word after each “..”.")


def _variants(folded: str, pattern: str) -> list[list[_Choices]]:
    """A pattern as what may stand at each of its places; several where a choice is cut into more than one word."""
    variants: list[list[_Choices]] = [[]]
    for raw in folded.split():
        if raw == _GAP or raw.removesuffix("*").isalnum():
            for before in variants:
                before.append((raw,))
            continue
        if single := _endings(raw):
            for before in variants:
                before.append(single)
            continue
        cut = [_cut_word(word, pattern) for word in _spelt_out(raw)]
        single = tuple([words[0] for words in cut if len(words) == 1])
        ways: list[list[_Choices]] = [[single]] if single else []
        ways += [[(word,) for word in words] for words in cut if len(words) > 1]
        variants = [before + way for before in variants for way in ways]
    if not variants[0]:
        raise KomshiError("A lexicon has an empty pattern; give it at least one word.")
    if _GAP in folded:
        _check(variants[0], pattern)
    return variants


def _endings(raw: str) -> _Choices:
    """The choices of `mit(o|u|om)`, where each is one word as it stands; otherwise none."""
    match = _ENDINGS.match(raw) if "(" in raw else None
    if match is None:
        return ()
    head, endings, tail = match.groups()
    if not (head + endings.replace("|", "") + tail).removesuffix("*").isalnum():
        return ()
    return tuple([f"{head}{ending}{tail}" for ending in endings.split("|")])


def _spelt_out(raw: str) -> list[str]:
    match = _ENDINGS.match(raw) if "(" in raw else None
    if match is None:
        return [raw]
    head, endings, tail = match.groups()
    return [f"{head}{ending}{tail}" for ending in endings.split("|")]


def _cut_word(word: str, pattern: str) -> list[str]:
    """One folded word as one or more tokens (a hyphen or an apostrophe cuts a word)."""
    stem = word.endswith("*")
    plain = word.rstrip("*")
    words = [plain] if plain.isalnum() else tokenize(plain).words
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
                yield Term(topic, identifier, pattern, value, {})
            elif "examples" in value:
                rest = {key: v for key, v in value.items() if key != "examples"}
                yield Term(topic, identifier, pattern, value["examples"], rest)
            else:
                yield from terms_of(topic, {f"{identifier}.{pattern}": value})
