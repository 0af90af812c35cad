"""What is said of somebody between two commas, beside the number or the verb that counts: who he is, how old they are,
and who comes behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from komshi.pipeline.read.counts_names import NamedPersons
    from komshi.pipeline.read.counts_persons import Persons
    from komshi.pipeline.read.numerals import NumberGrammar
    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.lexicon import Hit

# Words of a number's noun, words between the commas, words of “as well as”, and letters from there to somebody's name.
_NOUN, _LONGEST, _JOINT, _NAME = 3, 14, 2, 40
# Letters between a name and the comma before “both of Old Town”.
_COMMA = 2


class Asides:
    """The asides of one text."""

    def __init__(self, prepared: Prepared, grammar: NumberGrammar, named: NamedPersons) -> None:
        self._prepared, self._named = prepared, named
        self._joints = grammar.joining | grammar.listing
        self._clauses = grammar.clauses

    def behind(self, persons: Persons, row: list[Persons]) -> int:
        """How many come behind the aside of a number: “two carers, *A. B. and C. D.,* as well as *the fitter E. F.*”,
        “three Italians, *aged 58, 61 and 66,* and *their guide*”.
        """
        of, words = self._prepared.sentence_of_word, self._prepared.tokens.words
        opens = self._comma(persons.last, persons.last + _NOUN)
        if opens is None or not self._joints.isdisjoint(words[persons.last : opens]):
            return 0
        if any(":" in self._gap(word) for word in range(persons.last, opens + 1)):
            return 0  # “three people: *A. B., C. D., and E. F.*”
        start = self._named.offset(persons.last)
        for at in range(opens + 1, min(opens + _LONGEST, len(words) - _JOINT)):
            if of[at + _JOINT] != persons.sentence or self._named.acts(start, self._named.offset(at)):
                return 0
            joined = [word for word in (at, at + 1) if words[word] in self._joints]
            if not joined or "," not in self._gap(at):
                continue
            if 0 < self._named.between(start, self._named.offset(at)) < persons.value:
                return 0  # “three men, *A. B., C. D., and E. F.*”
            first = joined[-1] + 1
            many = next((one for one in row if one.first in (first, first + 1) and not one.bare), None)
            if many is not None:
                return 0 if many.away else many.value
            names = self._named.row(self._named.offset(first), persons.sentence, reach=_NAME)
            return len(names) or int(self._named.is_somebody(first, persons.sentence))
        return 0

    def before(self, persons: Persons, row: list[Persons]) -> int:
        """How many a list begins with that goes on with somebody named and ends with a number: “*two doctors* of the
        commission, the nurse A. B. and three go-betweens”.
        """
        earlier = [one for one in row if one.last <= persons.first]
        if len(earlier) != 1 or earlier[0].bare or earlier[0].whole or earlier[0].others or earlier[0].away:
            return 0
        first, of = earlier[0], self._prepared.sentence_of_word
        begins = first.first == 0 or of[first.first - 1] != first.sentence
        listed = self._comma(first.last, persons.first) is not None and first.migrants == persons.migrants
        acts = self._named.acts(self._named.offset(first.first), self._named.offset(persons.first))
        return first.value if begins and listed and not acts else 0

    def is_of_names(self, persons: Persons, verb: Hit) -> bool:
        """Whether a number behind a comma says only of whom the names before it speak: “arrested A. B. and C. D.,
        *both* of Old Town, and E. F.”.
        """
        if persons.first < verb.last or persons.others or "," not in self._gap(persons.first)[:_COMMA]:
            return False
        start, end = self._named.offset(verb.last - 1, end=True), self._named.offset(persons.first)
        return persons.value == self._named.between(start, end) > 1

    def is_told_of(self, persons: Persons, verb: Hit) -> bool:
        """Whether a number stands in a clause that a verb leads to: “arrested on suspicion *that* she promised *17
        people* a visa”, “the man *who* carried *11 migrants*”.
        """
        between = self._prepared.tokens.words[verb.last : persons.first]
        return not persons.others and not self._clauses.isdisjoint(between)

    def _comma(self, first: int, last: int) -> int | None:
        """The word behind the first comma before one of some words."""
        words = range(first, min(last, len(self._prepared.tokens)))
        return next((word for word in words if "," in self._gap(word)), None)

    def _gap(self, word: int) -> str:
        """What stands between the word before one and itself."""
        tokens = self._prepared.tokens
        return self._prepared.folded[tokens.ends[word - 1] : tokens.starts[word]]
