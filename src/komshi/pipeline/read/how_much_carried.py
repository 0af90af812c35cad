"""People who are carried across a border: in a report of smuggling “eleven people” in a van are migrants."""

from __future__ import annotations

from bisect import bisect_left

from komshi.pipeline.read.how_much_amounts import Amount
from komshi.pipeline.read.numerals import Numeral
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit, Term

_MIGRANTS = Term("items", "count.migrants", "", "", {})
_MARKET = "human_smuggling"
# Words from the verb to its number (“carried in a van at least eleven”), and from the number to its noun.
_REACH, _NOUN = 6, 2
_MOST_CARRIED = 2000


def carried(prepared: Prepared, numerals: list[Numeral], *, taken: set[int]) -> list[Amount]:
    """Numbers of people after a verb of carrying, where the text names the smuggling of people; `taken` are words that
    belong to other amounts.
    """
    if not any(hit.term.id.partition(".")[0] == _MARKET for hit in prepared.hits.get("markets", ())):
        return []
    nouns = {hit.first: hit for hit in prepared.hits.get("counts", ()) if hit.term.id == "people"}
    of = prepared.sentence_of_word
    firsts = [numeral.first for numeral in numerals]
    found: dict[int, Amount] = {}
    for verb in prepared.hits.get("quantity_roles", ()):
        if verb.term.id != "carried":
            continue
        for numeral in numerals[bisect_left(firsts, verb.last) : bisect_left(firsts, verb.last + _REACH)]:
            if of[numeral.first] != of[verb.first]:
                break
            if numeral.first in taken:
                break  # those carried are told; who follows is one of them (“among them nine children”)
            last = _last(prepared, numeral, nouns)
            if last:
                item = Hit(_MIGRANTS, numeral.first, last)
                found[numeral.first] = Amount(numeral, "pcs", "count", numeral.first, last, item)
                break
    return list(found.values())


def _last(prepared: Prepared, numeral: Numeral, nouns: dict[int, Hit]) -> int:
    """The word after a number of people and its noun; 0 where it counts no people."""
    if numeral.value is None or numeral.tail or numeral.kind == "fraction" or not 1 < numeral.value <= _MOST_CARRIED:
        return 0
    for at in range(numeral.last, min(numeral.last + _NOUN, len(prepared.tokens))):
        if at in nouns and prepared.sentence_of_word[at] == prepared.sentence_of_word[numeral.first]:
            return nouns[at].last
    return numeral.last if numeral.kind == "people" else 0
