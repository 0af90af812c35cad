"""Numbers of persons: which numbers of a text count people, and how two of them add up."""

from __future__ import annotations

from dataclasses import dataclass

from komshi.pipeline.read.numerals import NumberGrammar, Numeral
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit

# Words between a number and the noun that it counts (“eight senior municipal officials”).
_BEFORE_NOUN = 3
# More persons than this are a population.
_MOST = 5000
_MOST_IN_SENTENCE = 50
# Marks that make a number an age, a share, a sum, a time, an ordinal or the name of an operation.
_NOT_BEFORE = frozenset({"(", "/", "„", '"', "“", "-", "$", "€"})
_NOT_AFTER = frozenset({")", "/", '"', "“", "%", "€", ":", "-", ","})


@dataclass(frozen=True, slots=True)
class Persons:
    """A number of persons: the words `first` up to `last` (its noun included).

    `bare`: no noun stands beside it. `others`: it comes on top of those named before. `whole`: the arrested are taken
    out of it (“of 12 suspects”). `migrants`: its noun says that they are migrants.
    """

    value: int
    first: int
    last: int
    sentence: int
    bare: bool
    others: bool
    total: bool
    whole: bool
    migrants: bool


class PersonNumbers:
    """Finds the numbers of persons of one text."""

    def __init__(self, prepared: Prepared, numerals: list[Numeral], grammar: NumberGrammar) -> None:
        self.prepared, self.grammar, self._numerals = prepared, grammar, numerals
        counts, items = prepared.hits.get("counts", ()), prepared.hits.get("items", ())
        self._nouns = {hit.first: hit for hit in counts if hit.term.id == "people"}
        self._others = {at for hit in counts if hit.term.id == "others" for at in range(hit.first, hit.last)}
        self._totals = {hit.last for hit in counts if hit.term.id == "total"}
        self._migrants = {hit.first for hit in items if hit.term.id == "count.migrants"}
        self._stops = {hit.first for hit in items if hit.term.id != "count.migrants"}
        self._stops |= {numeral.first for numeral in numerals}
        self._stops |= {
            hit.first for hit in prepared.hits.get("time", ()) if hit.term.id.startswith(("length", "month."))
        }

    def by_sentence(self) -> dict[int, list[Persons]]:
        """The numbers of persons, by sentence, in order; the whole after its part (“eight *of nine*”) is left out."""
        found: dict[int, list[Persons]] = {}
        for numeral in self._numerals:
            persons = self._persons(numeral)
            if persons is None:
                continue
            row = found.setdefault(persons.sentence, [])
            if len(row) < _MOST_IN_SENTENCE and not (row and self._is_whole_of(row[-1], persons)):
                row.append(persons)
        return found

    def _persons(self, numeral: Numeral) -> Persons | None:
        value = numeral.value
        if value is None or numeral.kind == "fraction" or numeral.tail or value != int(value) or not 0 < value <= _MOST:
            return None
        is_people = numeral.kind == "people"
        if not is_people and self._is_age(numeral):
            return None
        if self._is_part(numeral):
            return None
        noun = self._noun(numeral)
        if noun is None and not is_people and (numeral.last in self._stops or self._is_other_number(numeral)):
            return None
        words, first, last = self.prepared.tokens.words, numeral.first, noun.last if noun else numeral.last
        return Persons(
            int(value), first, last, self.prepared.sentence_of_word[first],
            bare=noun is None and not is_people,
            others=any(at in self._others for at in range(first - 2, last + 2)),
            total=any(at in self._totals for at in range(first - 3, first + 1)),
            whole=first > 0 and words[first - 1] in self.grammar.partitive,
            migrants=any(at in self._migrants for at in range(numeral.last, last)),
        )  # fmt: skip

    def _is_part(self, numeral: Numeral) -> bool:
        """Whether a number tells some of those who are counted already: “19 people, *among them two* nationals”."""
        words = self.prepared.tokens.words
        return any(
            words[numeral.first - len(phrase) : numeral.first] == phrase
            for phrase in self.grammar.part_of_whole
            if len(phrase) <= numeral.first
        )

    def _noun(self, numeral: Numeral) -> Hit | None:
        """The noun that a number counts: “eight *senior municipal officials*”."""
        prepared, tokens = self.prepared, self.prepared.tokens
        sentence = prepared.sentence_of_word[numeral.first]
        for at in range(numeral.last, min(numeral.last + _BEFORE_NOUN + 1, len(tokens))):
            gap = prepared.folded[tokens.ends[at - 1] : tokens.starts[at]]
            if gap.strip(" \u00a0-.") or prepared.sentence_of_word[at] != sentence or at in self._stops:
                return None
            if "." in gap and prepared.is_capital(at):
                return None
            if at in self._nouns:
                return self._nouns[at]
            if tokens.words[at] in self.grammar.joining:
                return None
        return None

    def _is_age(self, numeral: Numeral) -> bool:
        """An age: “35-year-old”, “(29)”."""
        folded = self.prepared.folded
        after, before = folded[numeral.end : numeral.end + 1], folded[max(0, numeral.start - 1) : numeral.start]
        return after == "-" or (before in {"(", "/"} and after in {")", "/"})

    def _is_other_number(self, numeral: Numeral) -> bool:
        """Whether a number without a noun is a year, an ordinal, a decimal, a time or a name."""
        text, (start, end) = self.prepared.text, self.prepared.folding.span(numeral.start, numeral.end)
        if not text[start].isdigit():
            return numeral.value == 1
        if text[max(0, start - 1) : start] in _NOT_BEFORE or text[end : end + 1] in _NOT_AFTER:
            return True
        if text[end : end + 1] == "." and text[end + 1 : end + 3].strip()[:1].islower():
            return True
        return numeral.value is not None and numeral.value >= 1900

    def _is_whole_of(self, part: Persons, persons: Persons) -> bool:
        return persons.whole and persons.first - part.last <= 1 and part.bare


def summed(row: list[Persons], index: int, *, prepared: Prepared, grammar: NumberGrammar) -> tuple[int, int, int]:
    """A number with those that are listed with it (“eight managers and seven owners”): value, first and last word."""
    value, first, last = row[index].value, row[index].first, row[index].last
    for following in row[index + 1 :]:
        if row[index].bare or following.bare or not _listed(prepared, last, following.first, grammar):
            break
        value, last = value + following.value, following.last
    for before in reversed(row[:index]):
        if before.bare or row[index].bare or not _listed(prepared, before.last, first, grammar):
            break
        value, first = value + before.value, before.first
    return value, first, last


def _listed(prepared: Prepared, left: int, right: int, grammar: NumberGrammar) -> bool:
    """Whether only a comma or an “and” stands between two numbers of persons."""
    words = prepared.tokens.words[left:right]
    return len(words) <= 1 and all(word in grammar.joining or word in grammar.listing for word in words)
