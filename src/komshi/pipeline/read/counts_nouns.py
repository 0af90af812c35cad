"""Persons whom a text tells by a noun alone (“a customs officer and his brother”), beside numbers and names."""

from __future__ import annotations

from bisect import bisect_left

from komshi.pipeline.read.numerals import NumberGrammar
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit

ALONE = 3
"""Words between one told by a noun and those who come on top (“a former director and four others”), or the next."""
NAMES_REACH = 90
"""Letters from a verb to the names that it counts."""
STOPS = frozenset(",.;:()\n")
# Words from a number's noun to the “and” behind it (“three clerks *of the registry* and …”); an auxiliary is shorter.
_ONE_AFTER, _SHORT = 8, 3
# Words of “of a plant in Old Town” behind somebody told by a noun.
_DESCRIBED = 8


class NounPersons:
    """The persons of one text who are told by a noun."""

    def __init__(
        self, prepared: Prepared, grammar: NumberGrammar, *, nouns: list[Hit], verbs: list[Hit],
        others: dict[str, list[Hit]],
    ) -> None:  # fmt: skip
        self.prepared, self.grammar, self.nouns = prepared, grammar, nouns
        self.kin = others.get("people.one.kin", [])
        self._verbs = sorted(self.offset(verb.first) for verb in verbs)
        self._joints = grammar.joining | grammar.listing
        hits = prepared.hits
        self._things = {hit.first for topic in ("items", "time") for hit in hits.get(topic, ())}
        self._counted = {hit.first for hit in others.get("people", ())}
        self._things |= {hit.first for hit in others.get("others", ())}

    def offset(self, word: int, *, end: bool = False) -> int:
        """Where a word begins or ends in the text."""
        start, last = self.prepared.span(word, word + 1)
        return last if end else start

    def is_thing(self, word: int) -> bool:
        """Whether a word names a thing."""
        return word in self._things

    def clause_before(self, end: int, sentence: int) -> int:
        """Where the clause begins that ends at an offset: behind the last comma or verb of its sentence."""
        start = self.prepared.sentences.starts[sentence]
        comma = self.prepared.text.rfind(",", start, end) + 1
        return max([start, comma, *(at for at in self._verbs if start <= at < end)])

    def one_after(self, word: int, sentence: int) -> int:
        """One, if “and their father”, “and a notary” follows a number: the word is the one after the number's noun."""
        words, of = self.prepared.tokens.words, self.prepared.sentence_of_word
        for at in range(word, min(word + _ONE_AFTER, len(words) - 2)):
            also = words[at] in self.grammar.listing
            if of[at + 1] != sentence or not STOPS.isdisjoint(
                self._gap(at).replace(",", "") if also else self._gap(at)
            ):
                return 0  # “six men, *as well as* a driver”
            if words[at] not in self._joints or words[at + 1] in self._joints:
                continue
            if self.acts(self.offset(word - 1), self.offset(at)):
                return 0
            return int(self.is_somebody(at + 1, sentence))
        return 0

    def is_somebody(self, word: int, sentence: int) -> bool:
        """Whether somebody told by a noun begins at a word, or right behind it (“a *local* driver”)."""
        beside = (word, word + 1) if not self._gap(word).strip() else (word,)
        of = self.prepared.sentence_of_word
        return any(hit.first in beside and of[hit.first] == sentence for hit in self.nouns) or self._is_one(word)

    def _is_one(self, word: int) -> bool:
        """Whether “one” or “their” and a noun that is no thing begin at a word: “three clerks and *one notary*”, “two
        youths and *their backer*”.
        """
        words = self.prepared.tokens.words
        if word + 1 >= len(words):
            return False
        led = words[word] in self.grammar.articles | self.grammar.possessives
        if not led and self.grammar.atoms.get(words[word]) != ("values", 1.0):
            return False
        noun = words[word + 1]
        return len(noun) > _SHORT and word + 1 not in self._things and not self._gap(word + 1).strip()

    def _told(self, at: int, sentence: int, reach: int) -> int:
        """Persons told by a noun in the list that ends at a word (“*a clerk, a driver* and seven others”)."""
        count = 0
        for hit in reversed(self.nouns):
            if self.prepared.sentence_of_word[hit.first] != sentence or not 0 <= at - hit.last <= reach:
                continue
            if not self.acts(self.offset(hit.first), self.offset(min(at, len(self.prepared.tokens) - 1))):
                count, at, reach = count + 1, hit.first, ALONE
        return count

    def _described(self, joint: int, sentence: int) -> int:
        """One, if somebody told by a noun and what is said of him stand before an “and”: “*The director* of a plant in
        Old Town *and* two fitters”.
        """
        words, of = self.prepared.tokens.words, self.prepared.sentence_of_word
        for hit in self.nouns:
            if of[hit.first] != sentence or not hit.last <= joint <= hit.last + _DESCRIBED:
                continue
            plain = self._joints.isdisjoint(words[hit.last : joint])
            if plain and STOPS.isdisjoint("".join(self._gap(at) for at in range(hit.last, joint + 1))):
                return int(not self.acts(self.offset(hit.first), self.offset(joint)))
        return 0

    def _is_kin_next(self, end: int) -> bool:
        """Whether “and his son” follows a name, and no name of the son."""
        words = self.prepared.tokens.words
        for hit in self.kin:
            gap = self.offset(hit.first) - end
            if 0 <= gap <= ALONE * 2 and hit.first and words[hit.first - 1] in self._joints:
                return True
        return False

    def _is_noun_next(self, end: int) -> bool:
        """Whether a list of names ends with somebody told by a noun: “A. B. *and a driver known as Beard*”."""
        words = self.prepared.tokens.words
        for hit in self.nouns:
            at = hit.first
            if at > 1 and words[at - 2].isdecimal() and words[at - 1] not in self._joints:
                at -= 2  # “and a *27-year-old* daughter”
            near = 0 <= self.offset(at) - end <= ALONE * 2
            if near and at > 0 and not self._joints.isdisjoint(words[max(0, at - 2) : at]):
                return True
        at = bisect_left(self.prepared.word_starts, end)
        joined = at + 2 < len(words) and words[at] in self._joints and self._gap(at) == " "
        # “A. B. *and one innkeeper*”; a noun that every list knows makes a number with “one”.
        return joined and self._is_one(at + 1) and self._counted.isdisjoint((at + 2, at + 3))

    def acts(self, start: int, end: int) -> bool:
        """Whether another verb stands between two names: “killed A. B., *wounded* C. D.”."""
        return any(start <= verb < end for verb in self._verbs)

    def _gap(self, word: int) -> str:
        """What stands between the word before one and itself."""
        tokens = self.prepared.tokens
        return self.prepared.folded[tokens.ends[word - 1] : tokens.starts[word]] if word else ""
