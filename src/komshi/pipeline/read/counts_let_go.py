"""Those who were only brought in and let go again: they were not arrested, and the rest of the number was."""

from __future__ import annotations

from komshi.pipeline.read.counts_company import Company
from komshi.pipeline.read.counts_persons import Persons
from komshi.pipeline.text.lexicon import Hit

# Words from those who are let go to the words that say so.
_NEAR = 6


class LetGo:
    """Tells how many of those whom a verb counts did not stay with the police."""

    def __init__(self, text: Company) -> None:
        self._text = text
        self._freed = text.by_term.get("freed", [])
        self._brought = {at for hit in text.by_term.get("brought", ()) for at in range(hit.first, hit.last)}

    def is_brought(self, verb: Hit) -> bool:
        """Whether a verb says less than an arrest: “was *brought in*”."""
        return any(at in self._brought for at in range(verb.first, verb.last))

    def of(self, verb: Hit, value: int) -> int:
        """How many of a number of persons were let go, in the sentence of its verb or in the next one."""
        if not self._freed or not self.is_brought(verb):
            return 0
        of = self._text.prepared.sentence_of_word
        sentence = of[verb.first]
        for hit in self._freed:
            if hit.first < verb.last or of[hit.first] > sentence + 1:
                continue
            if of[hit.first] == sentence and self._is_of_all(verb, hit):
                return value
            many = self._number(verb, hit)
            if 0 < many < value:
                return many
        return 0

    def _is_of_all(self, verb: Hit, freed: Hit) -> bool:
        """Whether both words are said of the same persons: “were brought in *and let go*”."""
        between = self._text.prepared.tokens.words[verb.last : freed.first]
        joined = not self._text.grammar.joining.isdisjoint(between)
        rows = self._rows(self._text.prepared.sentence_of_word[verb.first])
        told = [*(hit.first for hit in self._text.single), *(one.first for one in rows)]
        others = any(verb.last <= at < freed.first for at in told)
        return (
            joined
            and len(between) <= _NEAR
            and not others
            and not self._text.parted(verb.last - 1, freed.first)
            and not any(self._text.prepared.is_capital(at) for at in range(verb.last, freed.first))
        )

    def _number(self, verb: Hit, freed: Hit) -> int:
        """The number that stands beside words that let somebody go."""
        sentence = self._text.prepared.sentence_of_word[freed.first]
        near = [
            (max(one.first - freed.last, freed.first - one.last), one.value)
            for one in self._rows(sentence)
            if one.first >= verb.last or one.sentence != self._text.prepared.sentence_of_word[verb.first]
        ]
        near += [
            (max(first - freed.last, freed.first - last), value)
            for value, first, last in self._text.parts.get(sentence, ())
            if first >= verb.last
        ]
        distance, many = min(near, default=(_NEAR + 1, 0))
        if distance <= _NEAR:
            return many
        return int(any(0 <= freed.first - hit.last <= _NEAR for hit in self._text.single))

    def _rows(self, sentence: int) -> list[Persons]:
        return self._text.persons.get(sentence, [])
