"""What the words around a person's names say of the person's role: features for the model of roles.

The names themselves are no feature: every word of a person's name is `@`. Words count by their first letters, so that
a form that was never seen is known by its stem.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned import Features, Learned
from komshi.pipeline.read.learned.news import STEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.lexicon import Hit
    from komshi.pipeline.types import Span

_NAME = "@"
_MARKS = ".,;:()\n\"'"
_BEFORE, _BEHIND, _NEAR = 9, 10, 3
# How much a word counts: right beside the name, further away, at a later mention.
_BESIDE, _AWAY, _LATER = 1.3, 0.8, 0.6
_IN_SENTENCE, _IN_TEXT = 0.5, 0.25
# Words of these lexicons count by what they mean, in every language alike, and by how far away they stand.
_TOPICS = ("roles", "status", "events", "counts")
_STEPS = (1, 4, 9)
_NEIGHBOUR = 0.5
_MOST_MENTIONS, _MOST_IN_SENTENCE, _MOST_IN_TEXT = 4, 60, 300
_PARTS = 5
_ACCUSED = ("suspect", "charged", "convicted")
_SURE, _CONVICTED = 0.75, 0.5
"""How likely it has to be that somebody is accused where the rules do not say so, and convicted where they do."""


class PeopleView:
    """One text as the model of roles sees it: its words, those that belong to names, and its sentences."""

    def __init__(self, prepared: Prepared, names: Iterable[Span]) -> None:
        self._prepared = prepared
        self._words = prepared.tokens.words
        self._is_name = [False] * len(self._words)
        for start, end in names:
            for at in self._range((start, end)):
                self._is_name[at] = True
        self._edges = [0, *accumulate(prepared.words_in_sentence)]
        self._meant: dict[int, list[Hit]] = defaultdict(list)
        for topic in _TOPICS:
            for hit in prepared.hits.get(topic, ()):
                self._meant[prepared.sentence_of_word[hit.first]].append(hit)
        self._text = {f"A:{stem}": _IN_TEXT for stem in self._stems(range(min(len(self._words), _MOST_IN_TEXT)))}

    def features(self, mentions: list[Span]) -> Features:
        """What stands around the mentions of one person, and where they stand."""
        found: Features = dict(self._text)
        for number, mention in enumerate(mentions[:_MOST_MENTIONS]):
            at = self._range(mention)
            weight = _LATER if number else 1.0
            for side, tokens in self._sides(at):
                before = _NAME
                for step, token in enumerate(tokens):
                    near = step < _NEAR
                    _raise(found, f"{side}:{token}", weight * (_BESIDE if near else _AWAY))
                    if near:
                        _raise(found, f"{side}{step}:{token}", weight)
                        _raise(found, f"{side}{step}:{token} {before}", weight)
                    before = token
            for stem in self._stems(self._sentence(at.start)):
                found.setdefault(f"s:{stem}", _IN_SENTENCE)
            self._meanings(found, at, weight)
        first = mentions[0][0]
        title = len(self._prepared.article.title or "")
        part = "title" if first < title else str(first * _PARTS // max(1, len(self._prepared.text)))
        found[f"part:{part}"] = 1.0
        found[f"mentions:{min(len(mentions), _NEAR)}"] = 1.0
        return found

    def _meanings(self, found: Features, at: range, weight: float) -> None:
        """The words of the lexicons in the sentence of a mention, and in those beside it."""
        if at.start >= len(self._words):
            return
        here = self._prepared.sentence_of_word[at.start]
        for hit in self._meant.get(here, ()):
            side, away = ("l", at.start - hit.last) if hit.first < at.start else ("r", hit.first - at.stop)
            step = sum(away >= edge for edge in _STEPS)
            name = f"{hit.term.topic}:{hit.term.id}"
            _raise(found, f"m:{name}", weight)
            _raise(found, f"m:{name} {side}{step}", weight)
        for beside in (-1, 1):
            for hit in self._meant.get(here + beside, ()):
                _raise(found, f"m{beside}:{hit.term.topic}:{hit.term.id}", weight * _NEIGHBOUR)

    def _range(self, span: Span) -> range:
        starts = self._prepared.word_starts
        return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))

    def _sentence(self, word: int) -> range:
        if word >= len(self._words):
            return range(0)
        sentence = self._prepared.sentence_of_word[word]
        return range(self._edges[sentence], self._edges[sentence + 1])[:_MOST_IN_SENTENCE]

    def _stems(self, words: range) -> set[str]:
        return {self._words[at][:STEM] for at in words if not self._is_name[at]}

    def _sides(self, name: range) -> tuple[tuple[str, Iterator[str]], tuple[str, Iterator[str]]]:
        """What stands to the left of a name and to its right."""
        left = self._beside(range(name.start - 1, -1, -1), mark=0, most=_BEFORE)
        right = self._beside(range(name.stop, len(self._words)), mark=-1, most=_BEHIND)
        return ("l", left), ("r", right)

    def _beside(self, words: range, *, mark: int, most: int) -> Iterator[str]:
        """The words beside a name and the marks before each of them, the nearest first; a name is one word."""
        was_name = False
        for at in words:
            yield from self._mark(at + mark)
            if not (self._is_name[at] and was_name):
                yield _NAME if self._is_name[at] else self._words[at][:STEM]
                most -= 1
            was_name = self._is_name[at]
            if not most:
                return

    def _mark(self, word: int) -> Iterator[str]:
        """The mark between a word and the next one, where there is one."""
        tokens = self._prepared.tokens
        if word + 1 < len(self._words):
            between = self._prepared.folded[tokens.ends[word] : tokens.starts[word + 1]]
            mark = next((letter for letter in between if letter in _MARKS), None)
            if mark is not None:
                yield mark


def _raise(found: Features, name: str, value: float) -> None:
    if value > found.get(name, 0.0):
        found[name] = value


def settled(role: str, features: Features, *, learned: Learned) -> str:
    """The role that words and rules together make likeliest; that of the rules where nothing was trained.

    Whoever the rules accuse of nothing is accused only where the words are sure of it, and nobody is convicted but by
    rules and words alike.
    """
    trained = learned.model("role")
    if trained is None:
        return role
    shares = trained.shares(features)
    if role != "convicted" or shares.get("convicted", 0.0) < _CONVICTED:
        shares.pop("convicted", None)
    if role not in _ACCUSED and sum(shares.get(one, 0.0) for one in _ACCUSED) < _SURE:
        shares = {one: share for one, share in shares.items() if one not in _ACCUSED}
    return max(shares, key=shares.__getitem__)
