"""One text as the models of persons, amounts and places see it: what its words mean, what stands near."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned.named import IN_SENTENCE, LEFT, MEANT, RIGHT, Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from komshi.pipeline.read.learned.network import Features
    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.lexicon import Hit
    from komshi.pipeline.text.meanings import Meanings

_BESIDES, _NEXT = 8, 2
_NEXT_LEFT, _NEXT_RIGHT = ([Named(f"{side}{step}:") for step in range(_NEXT)] for side in "lr")
_MOST_IN_SENTENCE = 60
NAME = "@"
"""What stands for every word of a person's name."""
_NO_WORDS = frozenset(["", NAME])
# Words of the lexicons in one sentence: no report has so many, and each is looked at for every name.
_MOST_MEANT = 200


class Nearby:
    """The words of a text, sentence by sentence. Words of `topics` count by how many of `steps` they are away."""

    def __init__(self, prepared: Prepared, meanings: Meanings, *, topics: Sequence[str], steps: Sequence[int]) -> None:
        self.words = [meanings[word] for word in prepared.tokens.words]
        self._sentence_of_word = prepared.sentence_of_word
        self._edges = [0, *accumulate(prepared.words_in_sentence)]
        self._steps = steps
        self._in_sentence: dict[int, list[str]] = {}
        self._meant: dict[int, list[Hit]] = defaultdict(list)
        for topic in topics:
            for hit in prepared.hits.get(topic, ()):
                meant = self._meant[self._sentence_of_word[hit.first]]
                if len(meant) < _MOST_MEANT:
                    meant.append(hit)

    @property
    def sentences(self) -> int:
        """How many sentences the text has."""
        return len(self._edges) - 1

    def sentence(self, number: int) -> range:
        """The words of a sentence."""
        return range(self._edges[number], self._edges[number + 1])

    def add_around(self, found: Features, at: range, *, weight: int, near: int) -> None:
        """Add the known words on both sides of the words `at`, the `near` ones in full, and those of their sentence."""
        here = self._sentence_of_word[at.start]
        sentence = self.sentence(here)
        sides = (
            (LEFT, _NEXT_LEFT, range(at.start - 1, max(sentence.start, at.start - _BESIDES) - 1, -1)),
            (RIGHT, _NEXT_RIGHT, range(at.stop, min(sentence.stop, at.stop + _BESIDES))),
        )
        for side, next_, words in sides:
            before = NAME
            for step, beside in enumerate(words):
                word = self.words[beside]
                if word:
                    found.setdefault(side[word], weight if step < near else weight * 3 // 5)
                    if step < _NEXT:
                        name = next_[step][word]
                        found.setdefault(name, weight)
                        found.setdefault(f"{name} {before}", weight)
                before = word
        for name in self.in_sentence(here):
            found.setdefault(name, weight // 2)

    def in_sentence(self, number: int) -> list[str]:
        """The features of the known words of a sentence."""
        names = self._in_sentence.get(number)
        if names is None:
            words = self.sentence(number)
            known = dict.fromkeys(self.words[words.start : words.stop][:_MOST_IN_SENTENCE])
            names = self._in_sentence[number] = [IN_SENTENCE[word] for word in known if word not in _NO_WORDS]
        return names

    def add_lexicons(self, found: Features, at: range, *, weight: int) -> list[tuple[str, Hit]]:
        """Add the words of the lexicons in the sentence of the words `at`; return each with the side it stands on."""
        here = self._sentence_of_word[at.start]
        start, stop, steps = at.start, at.stop, self._steps
        sides: list[tuple[str, Hit]] = []
        for hit in self._meant.get(here, ()):
            names = MEANT[hit.term]
            found.setdefault(names.here, weight)
            if hit.first < start:
                found.setdefault(names.left[bisect_right(steps, start - hit.last)], weight)
                sides.append(("l", hit))
            else:
                found.setdefault(names.right[bisect_right(steps, hit.first - stop)], weight)
                sides.append(("r", hit))
        return sides

    def add_beside(self, found: Features, at: range, *, weight: int) -> None:
        """Add the words of the lexicons in the sentence before the words `at`, and in the one behind."""
        here = self._sentence_of_word[at.start]
        for hit in self._meant.get(here - 1, ()):
            found.setdefault(MEANT[hit.term].before, weight)
        for hit in self._meant.get(here + 1, ()):
            found.setdefault(MEANT[hit.term].behind, weight)
