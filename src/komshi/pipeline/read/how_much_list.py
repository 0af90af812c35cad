"""Amounts that stand side by side: the things of one list, one sum in two currencies, a part of what is counted."""

from __future__ import annotations

from komshi.pipeline.read.how_much_amounts import Amount
from komshi.pipeline.read.numerals import NumberGrammar
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.types import QuantityRole

# Words between two amounts of one list, and between the last comma or “and” and the second one; marks that end it.
_LIST, _CLOSE, _ENDS = 8, 2, frozenset(";:.()")


class Listed:
    """What stands before an amount: the one before it in a list, the same sum in another currency, “each”."""

    def __init__(self, prepared: Prepared, grammar: NumberGrammar) -> None:
        self.prepared, self._grammar = prepared, grammar
        self._before: tuple[Amount, QuantityRole] | None = None
        self.points_thousands = "." in grammar.thousands

    def add(self, amount: Amount, role: QuantityRole | None) -> None:
        """Keep an amount that was read, for the ones that follow it."""
        if role is not None:
            self._before = (amount, role)

    def goes_on(self, amount: Amount) -> bool:
        """Whether an amount stands in one list with goods that were taken (“64 slot machines and 37,450 euros”)."""
        gap = self._gap(amount)
        if gap is None or self._before is None or self._before[1] != "subject":
            return False
        if "money" == self._before[0].kind == amount.kind and self._before[0].unit == amount.unit:
            return False
        last = gap.rpartition(",")[2].split()
        joined = "," in gap or any(word in self._grammar.between for word in last)
        for at, word in enumerate(reversed(last)):
            if word in self._grammar.between:
                last = last[len(last) - at :]
                break
        return joined and not set(gap) & _ENDS and len(last) <= _CLOSE

    def is_repeated(self, amount: Amount) -> bool:
        """Whether a sum says again what the one before it says in another currency (“37,450 euros ($44,900)”)."""
        gap = self._gap(amount)
        if gap is None or self._before is None or amount.kind != "money" or self._before[0].kind != "money":
            return False
        if self._before[0].unit == amount.unit:
            return False
        word = gap.lstrip(" ,(").partition(" ")[0]
        return word in self._grammar.again or ("(" in gap and ")" not in gap)

    def is_each(self, amount: Amount) -> bool:
        """Whether a word beside the amount says that every one of several pays or holds it."""
        tokens = self.prepared.tokens.words
        if amount.last < len(tokens) and tokens[amount.last] in self._grammar.each_behind:
            return True
        word, other = _words_before(amount, self.prepared, self._grammar)
        if amount.kind == "money":
            return word in self._grammar.each
        return word in self._grammar.each_thing or f"{other} {word}" in self._grammar.each_thing

    def is_within(self, amount: Amount) -> bool:
        """Whether a small word before the amount makes it a place or a means (“in two houses”, “with three trucks”)."""
        return _words_before(amount, self.prepared, self._grammar)[0] in self._grammar.within

    def is_part(self, amount: Amount) -> bool:
        """Whether the words before the amount say that it counts some of those who are counted already, or the whole
        of which some are (“two of six icons”).
        """
        words, first = self.prepared.tokens.words, amount.first
        if first > 1 and words[first - 1] in self._grammar.partitive and self._is_number(words[first - 2]):
            return True
        return any(
            first >= len(phrase) and words[first - len(phrase) : first] == phrase
            for phrase in self._grammar.part_of_whole
        )

    def _is_number(self, word: str) -> bool:
        return word.isdigit() or self._grammar.atoms.get(word, ("",))[0] in {"values", "people"}

    def _gap(self, amount: Amount) -> str | None:
        """The text between the amount before and this one, where both stand close together in one sentence."""
        if self._before is None:
            return None
        before, sentence_of_word = self._before[0], self.prepared.sentence_of_word
        same = sentence_of_word[before.first] == sentence_of_word[amount.first]
        if not same or not 0 <= amount.first - before.last <= _LIST:
            return None
        ends, starts = self.prepared.tokens.ends, self.prepared.tokens.starts
        return self.prepared.folded[ends[before.last - 1] : min(starts[amount.first], amount.numeral.start)]


def _words_before(amount: Amount, prepared: Prepared, grammar: NumberGrammar) -> tuple[str, str]:
    """The word before an amount and the one before that, its “about” and “more than” left out."""
    words, at = prepared.tokens.words, amount.first
    for phrase, _ in grammar.bounds.get(words[at - 1], ()) if at else ():
        if at >= len(phrase) and words[at - len(phrase) : at] == phrase:
            at -= len(phrase)
            break
    return (words[at - 1] if at else "", words[at - 2] if at > 1 else "")
