"""One text as the models of persons, amounts and places see it: what its words mean, what stands near."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from komshi.pipeline.read.learned.meanings import Meanings
    from komshi.pipeline.read.learned.network import Features
    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.lexicon import Hit

_BESIDES, _NEXT = 8, 2
_MOST_IN_SENTENCE = 60
# Words of the lexicons in one sentence: no report has so many, and each is looked at for every name.
_MOST_MEANT = 200


class Nearby:
    """The words of a text, sentence by sentence. Words of `topics` count by how many of `steps` they are away."""

    def __init__(self, prepared: Prepared, meanings: Meanings, *, topics: Sequence[str], steps: Sequence[int]) -> None:
        self.words = [meanings[word] for word in prepared.tokens.words]
        self._sentence_of_word = prepared.sentence_of_word
        self._edges = [0, *accumulate(prepared.words_in_sentence)]
        self._steps = steps
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
        sentence = self.sentence(self._sentence_of_word[at.start])
        sides = (
            ("l", range(at.start - 1, max(sentence.start, at.start - _BESIDES) - 1, -1)),
            ("r", range(at.stop, min(sentence.stop, at.stop + _BESIDES))),
        )
        for side, words in sides:
            before = "@"
            for step, beside in enumerate(words):
                word = self.words[beside]
                if word:
                    found.setdefault(f"{side}:{word}", weight if step < near else weight * 3 // 5)
                    if step < _NEXT:
                        found.setdefault(f"{side}{step}:{word}", weight)
                        found.setdefault(f"{side}{step}:{word} {before}", weight)
                before = word
        for word in dict.fromkeys(self.words[sentence.start : sentence.stop][:_MOST_IN_SENTENCE]):
            if word:
                found.setdefault(f"s:{word}", weight // 2)

    def add_lexicons(self, found: Features, at: range, *, weight: int) -> list[tuple[str, Hit]]:
        """Add the words of the lexicons in the sentence of the words `at`; return each with the side it stands on."""
        here = self._sentence_of_word[at.start]
        sides: list[tuple[str, Hit]] = []
        for hit in self._meant.get(here, ()):
            side, away = ("l", at.start - hit.last) if hit.first < at.start else ("r", hit.first - at.stop)
            step = sum(away >= edge for edge in self._steps)
            name = f"{hit.term.topic}:{hit.term.id}"
            found.setdefault(f"m:{name}", weight)
            found.setdefault(f"m:{name} {side}{step}", weight)
            sides.append((side, hit))
        return sides

    def add_beside(self, found: Features, at: range, *, weight: int) -> None:
        """Add the words of the lexicons in the sentence before the words `at`, and in the one behind."""
        here = self._sentence_of_word[at.start]
        for beside in (-1, 1):
            for hit in self._meant.get(here + beside, ()):
                found.setdefault(f"m{beside}:{hit.term.topic}:{hit.term.id}", weight)
