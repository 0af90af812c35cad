"""Numbers of persons: which numbers of a text count people."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from komshi.pipeline.read.how_much_units import stands_alone
from komshi.pipeline.read.numerals import NumberGrammar, Numeral
from komshi.pipeline.read.numerals_years import is_year
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import COUNT_KINDS

_SMUGGLING = "human_smuggling"
# Words between a number and the noun that it counts (“eight senior municipal officials”).
_BEFORE_NOUN = 3
# More persons than this are a population.
_MOST = 5000
_MOST_IN_SENTENCE = 50
# Words from “a third man” to those that say that he is sought.
_AWAY = 6
# The same from “two” or “two men” of a list.
_GONE = 3
# Words from “the third man” to those that say that he was let go, or caught, and from a verb before to him.
_FREED, _CAUGHT, _BESIDE = 18, 14, 3
# So many ordinals of a text are looked at: a report has one or two.
_MOST_ORDINALS = 40
# Words from “against” to the number, “still” among them.
_AGAINST = 2
# Words from “including” to a number.
_INCLUDED = 3
# Words of a list behind “among them”, up to its last number.
_PARTS = 15
# An article is no longer.
_ARTICLE = 3
# Tables of words that hold a number, with their `value`.
_TOLD = frozenset({"people.group", "people.tenth"})
_ALONE = "people.tenth.alone"
# Marks that make a number an age, a share, a sum, a time, an ordinal or the name of an operation.
_NOT_BEFORE = frozenset({"(", "/", "„", '"', "“", "-", "$", "€", ":"})
_QUOTES = frozenset('"„“”«»')
_NOT_AFTER = frozenset({")", "/", '"', "“", "%", "€", ":", "-", ","})


class Persons(NamedTuple):
    """A number of persons: the words `first` up to `last` (its noun included).

    `bare`: no noun stands beside it. `others`: it comes on top of those named before. `whole`: the arrested are taken
    out of it (“of 12 suspects”). `migrants`: its noun says that they are migrants. `away`: words behind it say that
    they were not caught (“… and *two are wanted*”).
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
    away: bool = False


class PersonNumbers:
    """Finds the numbers of persons of one text."""

    def __init__(self, prepared: Prepared, numerals: list[Numeral], grammar: NumberGrammar) -> None:
        self.prepared, self.grammar, self._numerals = prepared, grammar, numerals
        counts = prepared.hits.get("counts", ())
        items = [
            hit
            for hit in prepared.hits.get("items", ())
            if not stands_alone(hit)
            # “31, *all* of them”: a word that is a currency where it has capitals
            and not (hit.term.attributes.get("capital") and not prepared.is_capital(hit.first))
        ]
        self._nouns = {hit.first: hit for hit in counts if hit.term.id == "people"}
        self._others = {at for hit in counts if hit.term.id == "others" for at in range(hit.first, hit.last)}
        self.wholes: dict[int, list[Persons]] = {}
        """All numbers of persons, by sentence, those among them that a part is taken from."""
        self._ages = {hit.first for hit in counts if hit.term.attributes.get("age")}
        self._one = {hit.last for hit in counts if hit.term.id.startswith("people.one")}
        self._verbs = {hit.first for hit in counts if hit.term.id.partition(".")[0] in COUNT_KINDS}
        self._arrests = {hit.first for hit in counts if hit.term.id.partition(".")[0] == "arrested"}
        self._counted: set[int] = set()
        self.parts: dict[int, list[tuple[int, int, int]]] = {}
        """Numbers of some who are counted already, by sentence, with their words (“five, *of whom four* …”)."""
        self.things: dict[int, bool] = {}
        """Where a number begins that counts things and no persons."""
        self._vague = {at for hit in counts if hit.term.id == "vague" for at in range(hit.first, hit.last)}
        totals = [hit for hit in counts if hit.term.id == "total"]
        self._totals = {hit.last for hit in totals}
        self._all = {hit.first for hit in totals}
        self._away = [hit.first for hit in counts if hit.term.id in ("gone", "negated")]
        self._freed = [hit.first for hit in counts if hit.term.id == "freed"]
        self._gone = {*self._away, *self._freed}
        self._sought = {at for hit in counts if hit.term.id == "gone" for at in range(hit.first, hit.last)}
        # “Two nationals of a country far away” are migrants only where people are smuggled.
        smuggled = any(hit.term.meaning == _SMUGGLING for hit in prepared.hits.get("markets", ()))
        self._migrants = {hit.first for hit in items if smuggled and hit.term.id == "count.migrants"}
        self._stops = {hit.first for hit in items if hit.term.id != "count.migrants"}
        self._items = frozenset(self._stops)
        self._starts = {numeral.first for numeral in numerals}
        self._stops |= self._starts
        self._stops |= {
            hit.first for hit in prepared.hits.get("time", ()) if hit.term.id.startswith(("length", "month."))
        }
        self._stops |= {hit.first for hit in counts if hit.term.id == "measure"}

    def by_sentence(self) -> dict[int, list[Persons]]:
        """The numbers of persons, by sentence, in order; the whole after its part (“eight *of nine*”) is left out."""
        found: dict[int, list[Persons]] = {}
        numbers = [persons for numeral in self._numerals if (persons := self._persons(numeral)) is not None]
        for number in sorted([*numbers, *self._told()], key=lambda one: one.first):
            row = found.setdefault(number.sentence, [])
            whole = self.wholes.setdefault(number.sentence, [])
            if len(whole) < _MOST_IN_SENTENCE:
                whole.append(number)
            counted = bool(row) and row[-1].whole and not row[-1].bare  # “of 12 suspects, *11* …”
            persons = number._replace(bare=number.bare and not counted)
            if row and self._is_whole_of(row[-1], persons):
                row[-1] = row[-1]._replace(last=persons.last, bare=False)  # “*12 of the 14* had been …”
            elif len(row) < _MOST_IN_SENTENCE:
                row.append(persons)
        return found

    def _told(self) -> list[Persons]:
        """Numbers that a word holds: “a *five-member* group”; “the *tenth* suspect” makes ten in all."""
        return [
            Persons(
                int(hit.term.attributes["value"]), hit.first, hit.last, self.prepared.sentence_of_word[hit.first],
                bare=False, others=False, total=hit.term.id == "people.tenth" or hit.first in self._all, whole=False,
                migrants=False,
            )
            for hit in self.prepared.hits.get("counts", ())
            if hit.term.id in _TOLD
            and not (hit.term.id == "people.tenth" and (hit.first in self._vague or self._is_away(hit)))
        ]  # fmt: skip

    def one_more(self, value: int) -> int:
        """How many were arrested, of whom `value` are counted and the last are told by their number alone: “six were
        caught. *The seventh,* who ran away, turned himself in”.
        """
        ordinals = (hit for hit in self.prepared.hits.get("counts", ()) if hit.term.id in ("people.tenth", _ALONE))
        told = {
            int(hit.term.attributes["value"])
            for hit in islice(ordinals, _MOST_ORDINALS)
            if (hit.term.id == _ALONE and self._is_person(hit) and self._is_caught(hit))
            or (hit.term.id == "people.tenth" and not self._arrests.isdisjoint(range(hit.first, hit.last)))
        }
        while value + 1 in told:
            value += 1
        return value

    def _is_caught(self, hit: Hit) -> bool:
        """Whether words of arrest follow “the seventh” in its sentence, or an “and” joins it to those caught."""
        of, words = self.prepared.sentence_of_word, self.prepared.tokens.words
        gone = self._behind(hit, self._away, within=_AWAY)
        if self._behind(hit, self._freed, within=_FREED):
            return False
        if any(at > max(gone, default=0) for at in self._behind(hit, self._arrests, within=_CAUGHT)):
            return True
        joined = words[hit.first - 1] in self.grammar.joining or self._is_behind_comma(hit)
        before = (at for at in self._arrests if at < hit.first and of[at] == of[hit.first])
        return not gone and any(joined or hit.first - at <= _BESIDE for at in before)

    def _behind(self, hit: Hit, places: Iterable[int], *, within: int) -> list[int]:
        """Those of some words that follow a hit in its sentence, at most so far from it."""
        of = self.prepared.sentence_of_word
        return [at for at in places if hit.last <= at <= hit.last + within and of[at] == of[hit.first]]

    def _is_person(self, hit: Hit) -> bool:
        """Whether “the seventh” stands for a person: before a comma, a full stop, a place or a verb of arrest."""
        end, words = self.prepared.tokens.ends[hit.last - 1], self.prepared.tokens.words
        placed = self._is_behind_comma(hit) and hit.last < len(words) and words[hit.last] in self.grammar.scenes
        follows = self.prepared.folded[end : end + 1]
        return placed or follows in {",", "."} or not self._arrests.isdisjoint(range(hit.last, hit.last + 2))

    def _is_behind_comma(self, hit: Hit) -> bool:
        before = self.prepared.tokens.ends[hit.first - 1] if hit.first else 0
        return bool(hit.first) and "," in self.prepared.folded[before : self.prepared.tokens.starts[hit.first]]

    def _is_away(self, hit: Hit) -> bool:
        """Whether one more is not caught, or was let go: “*a third man is being sought*”."""
        return bool(self._behind(hit, self._away, within=_AWAY) or self._behind(hit, self._freed, within=_FREED))

    def _persons(self, numeral: Numeral) -> Persons | None:
        value = numeral.value
        if numeral.first in self._vague:
            return None
        if value is None or numeral.kind == "fraction" or numeral.tail or value != int(value) or not 0 < value <= _MOST:
            return None
        is_people = numeral.kind == "people"
        if not is_people and self._is_age(numeral):
            return None
        if is_year(numeral, prepared=self.prepared, grammar=self.grammar):
            return None  # “arrested on 24 September *2025* the citizen A. B.”
        part = self._is_part(numeral) or self._is_some_of(numeral) or self._goes_on_with_part(numeral)
        part = part or self._ends_parts(numeral)
        noun = self._noun(numeral)
        total = self._is_total(numeral.first)
        other = self._is_stopped(numeral) or (self._is_other_number(numeral) and not total)
        if noun is None and not is_people and other:
            self.things[numeral.first] = self._is_quoted(numeral) or numeral.last in self._items
            return None
        first, last = numeral.first, noun.last if noun else numeral.last + (is_people and self._is_people(numeral.last))
        if part and self._is_included(first):
            return None
        if part:
            self.parts.setdefault(self.prepared.sentence_of_word[first], []).append((int(value), first, last))
            return None
        if noun is not None or is_people:
            self._counted.add(self.prepared.sentence_of_word[first])
        return Persons(
            int(value), first, last, self.prepared.sentence_of_word[first],
            bare=noun is None and not is_people,
            others=self._is_others(first, last),
            total=total,
            whole=self._is_taken_from(first),
            migrants=any(at in self._migrants for at in range(numeral.last, last + 1)),
            away=self._is_gone(last) or self._is_other(first),
        )  # fmt: skip

    def _is_others(self, first: int, last: int) -> bool:
        """Whether “another” or “more” stands beside a number in its sentence."""
        tokens, of = self.prepared.tokens, self.prepared.sentence_of_word
        end = tokens.ends[last - 1]
        # “E. F., *38. Another* seven …”
        stops = last < len(tokens) and self.prepared.folded[end : end + 1] == "." and self.prepared.is_capital(last)
        beside = range(first - 2, last if stops else last + 2)
        return any(at in self._others and of[at] == of[first] for at in beside)

    def _is_gone(self, last: int) -> bool:
        """Whether words right behind a number say that those were not caught; “two guards, *three are wanted*” tells so
        of the next number.
        """
        for at in range(last, last + _GONE):
            if at in self._gone:
                return True
            if at in self._starts:
                return False
        return False

    def _is_people(self, word: int) -> bool:
        """Whether a word says of which town or people those are whom a number counts: “the two *Barans*, three …”."""
        tokens, folded = self.prepared.tokens, self.prepared.folded
        if word + 1 >= len(tokens) or not self.prepared.is_capital(word) or self.prepared.is_capital(word + 1):
            return False
        return folded[tokens.ends[word - 1] : tokens.starts[word]] == " " and tokens.words[word].endswith(
            self.grammar.peoples
        )

    def _is_total(self, first: int) -> bool:
        """Whether words before a number say that it is of all: “*so far eight* were arrested”."""
        ends = [at for at in range(first - 3, first + 1) if at in self._totals]
        of = self.prepared.sentence_of_word
        return any(of[at - 1] == of[first] for at in ends)

    def _is_other(self, first: int) -> bool:
        """Whether only a complaint is filed against more, or they are sought: “one was arrested, while *against two
        others* …”, “*five more are sought*” with the verb first.
        """
        words = self.prepared.tokens.words
        against = not self.grammar.against.isdisjoint(words[max(0, first - _AGAINST) : first])
        return against or any(at in self._sought for at in range(max(0, first - _GONE), first))

    def _is_stopped(self, numeral: Numeral) -> bool:
        """Whether a thing, a length of time or another number follows a number in its sentence."""
        of = self.prepared.sentence_of_word
        return numeral.last in self._stops and of[numeral.last] == of[numeral.first]

    def _is_taken_from(self, first: int) -> bool:
        """Whether the arrested are taken out of a number: “of 12 suspects”, “of the 12 suspects”."""
        words, partitive = self.prepared.tokens.words, self.grammar.partitive
        if first and words[first - 1] in partitive:
            return True
        return first > 1 and words[first - 2] in partitive and len(words[first - 1]) <= _ARTICLE

    def _is_included(self, first: int) -> bool:
        """Whether a part is told of all whom a verb counts: “35 people *including at least ten* officers were …”."""
        before = self.prepared.tokens.words[max(0, first - _INCLUDED) : first]
        return not self.grammar.including.isdisjoint(before)

    def _is_part(self, numeral: Numeral) -> bool:
        """Whether a number tells some of those who are counted already: “19 people, *among them two* nationals”."""
        words = self.prepared.tokens.words
        return any(
            words[numeral.first - len(phrase) : numeral.first] == phrase
            for phrase in self.grammar.part_of_whole
            if len(phrase) <= numeral.first
        )

    def _goes_on_with_part(self, numeral: Numeral) -> bool:
        """Whether an “and” joins a number to a part told before: “among them seven officers *and two* heads”."""
        parts = self.parts.get(self.prepared.sentence_of_word[numeral.first], ())
        words, joints = self.prepared.tokens.words, self.grammar.joining | self.grammar.listing
        if not parts or words[numeral.first - 1] not in joints:
            return False
        gap = self.prepared.folded[self.prepared.tokens.ends[parts[-1][2] - 1] : numeral.start]
        return {",", ";"}.isdisjoint(gap)

    def _ends_parts(self, numeral: Numeral) -> bool:
        """Whether a number ends a list of some who are counted already: “twelve people, *among them* a policeman, a
        guard *and two* clerks”.
        """
        words, of = self.prepared.tokens.words, self.prepared.sentence_of_word
        first, sentence = numeral.first, of[numeral.first]
        if sentence not in self._counted or words[first - 1] not in self.grammar.joining | self.grammar.listing:
            return False
        for at in range(first - 1, max(0, first - _PARTS), -1):
            if of[at - 1] != sentence or at in self._verbs:
                return False
            if any(len(one) <= at and words[at - len(one) : at] == one for one in self.grammar.part_of_whole):
                return True
        return False

    def _is_some_of(self, numeral: Numeral) -> bool:
        """The same where the number comes first, behind those it is taken from: “five people, *two of whom* …”."""
        if self.prepared.sentence_of_word[numeral.first] not in self._counted:
            return False  # “26 warrants, *18 of them* …”
        words = self.prepared.tokens.words
        return any(
            len(phrase) > 1
            and phrase[0] in self.grammar.partitive
            and words[numeral.last : numeral.last + len(phrase)] == phrase
            for phrase in self.grammar.part_of_whole
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
            if tokens.words[at] in self.grammar.per:
                return None  # “2,800 euros *per person*”
            if at in self._nouns:
                return self._nouns[at]
            if tokens.words[at] in self.grammar.joining:
                return None
        return None

    def _is_age(self, numeral: Numeral) -> bool:
        """An age: “35-year-old”, “(29)”, “*thirty* seven-year-old”."""
        folded = self.prepared.folded
        after, before = folded[numeral.end : numeral.end + 1], folded[max(0, numeral.start - 1) : numeral.start]
        if after == "-" or numeral.last in self._ages or (before in {"(", "/"} and after in {")", "/"}):
            return True
        # “A woman *aged 37*”, “a minor *of 16*”: no number is taken from one.
        of = numeral.first - 1
        if of >= 0 and self.prepared.tokens.words[of] in self.grammar.aged:
            return True
        return of in self._one and self.prepared.tokens.words[of] in self.grammar.partitive

    def _is_quoted(self, numeral: Numeral) -> bool:
        """Whether a name in quotes follows: “two ‘Golf’ cars”."""
        end = self.prepared.folding.span(numeral.start, numeral.end)[1]
        return self.prepared.text[end : end + 2].strip()[:1] in _QUOTES

    def _is_other_number(self, numeral: Numeral) -> bool:
        """Whether a number without a noun is a year, an ordinal, a decimal, a time or a name."""
        text, (start, end) = self.prepared.text, self.prepared.folding.span(numeral.start, numeral.end)
        if self._is_quoted(numeral):
            return True
        if not text[start].isdigit():
            before = self.prepared.tokens.words[numeral.first - 1] if numeral.first else ""
            # “At *half past five*” in languages that say “half six”
            return numeral.value == 1 or self.grammar.atoms.get(before, ("",))[0] == "fractions"
        if text[max(0, start - 1) : start] in _NOT_BEFORE or text[end : end + 1] in _NOT_AFTER:
            return True
        if text[end : end + 1] == "." and text[end + 1 : end + 3].strip()[:1].islower():
            return True
        return numeral.value is not None and numeral.value >= 1900

    def _is_whole_of(self, part: Persons, persons: Persons) -> bool:
        return persons.whole and persons.first - part.last <= 2 and part.bare
