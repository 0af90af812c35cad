"""A list of those who are caught, each told in another way: “the owner of the firm, *five clerks*, A. B. *and a
driver*”. What stands in it without a comma or an “and” between says of one and the same who he is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from komshi.pipeline.read.counts_nouns import STOPS
from komshi.pipeline.read.counts_rows import INITIAL, NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from komshi.pipeline.read.counts_names import NamedPersons
    from komshi.pipeline.read.counts_persons import Persons
    from komshi.pipeline.read.numerals import NumberGrammar
    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.lexicon import Hit

# Words from a verb to its list, from the list to its verb, and between two of a list.
_AFTER, _BEFORE, _BETWEEN = 4, 5, 12
# No list tells more.
_MOST = 40
# Words from the “and” to the head of what it joins: “*and* a former police officer”.
_JOINT = 4
_TITLES = frozenset({"title.official", "title.other", "title.leader", "title.manager", "title.chair", "title.agent"})
# Ages between brackets, and a bracket that closes behind an age.
_AGES = re.compile(r"\((?=[^()]*\d)[^()]{1,20}\)|^\)")
_ENDS = STOPS - {","} | set('–—"“„')


class _Party(NamedTuple):
    """Those whom one part of a list tells, and its words `first` up to `last`; `aside`: it may say who somebody is whom
    the part before it tells.
    """

    value: int
    first: int
    last: int
    named: bool = False
    number: bool = False
    aside: bool = False


class Parties:
    """The lists of one text."""

    def __init__(
        self, prepared: Prepared, grammar: NumberGrammar, *, named: NamedPersons, nouns: Sequence[Hit],
        numbers: Mapping[int, Sequence[Persons]],
    ) -> None:  # fmt: skip
        self._prepared, self._grammar, self._named = prepared, grammar, named
        self._nouns, self._numbers = nouns, numbers
        self._joints = grammar.joining - grammar.genitive | grammar.listing
        self._told: dict[int, list[_Party]] = {}

    @cached_property
    def _titles(self) -> dict[int, list[Hit]]:
        """Words for an office or a trade, by sentence."""
        found: dict[int, list[Hit]] = {}
        for hit in self._prepared.hits.get("roles", ()):
            if hit.term.id in _TITLES:
                found.setdefault(self._prepared.sentence_of_word[hit.first], []).append(hit)
        return found

    def of(self, verb: Hit, sentence: int) -> int:
        """How many a list tells that stands right behind a verb, or right before it; 0 where there is none."""
        parties = self._parties(sentence)
        behind = [one for one in parties if one.first >= verb.last]
        if behind and self._is_beside(verb.last, behind[0].first, within=_AFTER):
            return self._sum(self._row(behind))
        before = [one for one in parties if one.last <= verb.first]
        if before and self._is_beside(before[-1].last, verb.first, within=_BEFORE):
            return self._sum(self._row(before[::-1])[::-1])
        return 0

    def from_word(self, word: int, sentence: int) -> int:
        """How many a list tells that begins soon behind a word; 0 where there is none."""
        behind = [one for one in self._parties(sentence) if one.first > word]
        return self._sum(self._row(behind)) if behind and behind[0].first - word <= _AFTER else 0

    def all_of(self, sentence: int) -> int:
        """How many the first list of a sentence tells; 0 where there is none."""
        parties = self._parties(sentence)
        return next((told for at in range(len(parties)) if (told := self._sum(self._row(parties[at:])))), 0)

    def _is_beside(self, left: int, right: int, *, within: int) -> bool:
        acts = self._named.acts(self._named.offset(left), self._named.offset(right)) if left < right else False
        return right - left <= within and not acts and STOPS.isdisjoint(self._gap(left, right))

    def _row(self, parties: list[_Party]) -> list[_Party]:
        """The parties from the first one on that a comma or an “and” joins to the one before."""
        row = parties[:1]
        for party in parties[1:]:
            left, right = (row[-1], party) if row[-1].first < party.first else (party, row[-1])
            if not self._is_listed(left, right):
                break
            row.append(party)
            if right is party and self._is_joined(left, right):
                break  # “a brother and a sister, *A. and B.*”
        return row

    def _is_listed(self, left: _Party, right: _Party) -> bool:
        gap = self._gap(left.last, right.first)
        if right.first - left.last > _BETWEEN or not _ENDS.isdisjoint(INITIAL.sub("", gap)):
            return False
        if self._is_some(left, right) or self._named.acts(
            self._named.offset(left.last), self._named.offset(right.first)
        ):
            return False
        return gap.count(",") <= 1 + self._is_joined(left, right)

    def _is_some(self, left: _Party, right: _Party) -> bool:
        """Whether somebody is told who is counted already: “eight people, *among them* a mayor”."""
        words = self._prepared.tokens.words[left.last : right.first]
        if not self._grammar.including.isdisjoint(words):
            return True
        phrases = [phrase for phrase in self._grammar.part_of_whole if len(phrase) <= len(words)]
        return any(words[at : at + len(one)] == one for one in phrases for at in range(len(words)))

    def _is_joined(self, left: _Party, right: _Party) -> bool:
        words = self._gap(left.last, right.first).replace(",", " ").split()
        at = next((at for at, word in enumerate(words) if word in self._joints and at >= len(words) - _JOINT), None)
        # “His son, *twenty and seven* years old” is one
        return at is not None and (right.number or at == 0 or words[at - 1] not in self._grammar.atoms)

    def _sum(self, row: list[_Party]) -> int:
        """How many a list tells; 0 for a list of names, for one that no “and” ends, and for a number that a list tells
        again.
        """
        if len(row) < 2 or all(party.named for party in row) or not self._is_joined(*row[-2:]):
            return 0
        total = row[0].value
        for left, right in pairwise(row):
            joined = self._is_joined(left, right)
            retold = right.named or (left.value >= sum(one.value for one in row[1:]) and self._is_anybody(left))
            if left.number and not joined and retold:
                return 0  # “*two brothers*, A. B. and C. D.”, “*five people*, four guards and a driver”
            if not joined and not right.number and (right.aside or left.named != right.named):
                continue  # “A. B., *the director*, and …”, “the owner, *a citizen of* …”
            total += right.value
        return total

    def _parties(self, sentence: int) -> list[_Party]:
        """Everybody whom a sentence tells: what follows somebody without a comma or an “and” says who he is."""
        if sentence not in self._told:
            told: list[_Party] = []
            for party in sorted(self._heads(sentence), key=lambda one: (one.first, -one.last)):
                if told and party.first < told[-1].last:
                    continue
                if told and self._is_same(told[-1], party):
                    told[-1] = told[-1]._replace(last=party.last, named=told[-1].named or party.named)
                else:
                    told.append(party)
            self._told[sentence] = told[:_MOST]
        return self._told[sentence]

    def _is_same(self, left: _Party, right: _Party) -> bool:
        gap = self._gap(left.last, right.first)
        acts = self._named.acts(self._named.offset(left.first), self._named.offset(right.first))
        return STOPS.isdisjoint(INITIAL.sub("", gap)) and not acts and not self._is_joined(left, right)

    def _heads(self, sentence: int) -> list[_Party]:
        of, words = self._prepared.sentence_of_word, self._prepared.tokens.words
        starts = self._prepared.word_starts
        heads = [
            _Party(one.value, one.first, one.last, number=True)
            for one in self._numbers.get(sentence, ())
            if not (one.away or one.migrants or one.whole or one.total) and (not one.bare or self._has_noun(one))
        ]
        heads += [
            _Party(1, hit.first, hit.last, aside=bool(hit.term.attributes.get("aside")))
            for hit in self._nouns
            # Words between an article and a noun may be those of two: “*a waitress and the guard*”.
            if of[hit.first] == sentence and self._joints.isdisjoint(words[hit.first : hit.last])
        ]
        heads += [_Party(1, hit.first, hit.last) for hit in self._titles.get(sentence, ())]
        for name in self._named.people():
            first = bisect_left(starts, name.start)
            if first < len(of) and of[first] == sentence and self._named.roles.get(name.start) not in NEVER:
                last = max(first + 1, bisect_left(starts, max(name.end, name.after)))
                heads.append(_Party(1, first, last, named=True))
        return heads

    def _is_anybody(self, party: _Party) -> bool:
        """Whether the noun of a number does not say what those are: “*five people*”."""
        return not self._anybody.isdisjoint(range(party.first, party.last))

    @cached_property
    def _anybody(self) -> frozenset[int]:
        hits = self._prepared.hits.get("counts", ())
        return frozenset(hit.first for hit in hits if hit.term.attributes.get("anybody"))

    def _has_noun(self, persons: Persons) -> bool:
        """Whether a word and an “and” follow a number: “*four guards and* six drivers”, where no list has the noun."""
        words, at = self._prepared.tokens.words, persons.last
        return at + 1 < len(words) and words[at] not in self._joints and words[at + 1] in self._joints

    def _gap(self, left: int, right: int) -> str:
        """What stands between the word before `left` and the word `right`, without ages in brackets."""
        tokens = self._prepared.tokens
        return _AGES.sub("", self._prepared.folded[tokens.ends[left - 1] : tokens.starts[right]])
