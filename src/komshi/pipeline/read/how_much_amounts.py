"""Numbers with what they count: a measure, a currency, a countable thing; and measures that stand for one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from komshi.pipeline.read.how_much_units import MASS_AND_VOLUME, UNITS, Measures, id_of, kind_of, unit_of_item
from komshi.pipeline.read.numerals import NumberGrammar, Numeral
from komshi.pipeline.read.numerals_years import is_year
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit

# Pounds are money and a weight.
_ALSO_A_WEIGHT = "GBP"
# A unit and the one that tells what is left over.
_SMALLER = frozenset({("kg", "g"), ("t", "kg")})
# Words between a rounded amount and the exact one that corrects it, and how near it is.
_CORRECTION, _ROUNDED = 8, 0.1
# Adjectives between a number and its noun (“fourteen luxury cars”); shorter words are prepositions.
_ADJECTIVES, _SHORTEST_ADJECTIVE = 2, 4
_MARKS = frozenset(".,;:")
_QUOTES = frozenset("\"'„“”«»‘’")
# Words behind a number with which another begins.
_NUMBER_WORDS = frozenset({"values", "people"})
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,\u00a0 ][0-9]{3})+")


class Amount(NamedTuple):
    """A number with its unit: the words `first` up to `last`, the thing that it counts where that is part of it.

    `asked` is one that the rules take for no quantity; only the words around it can say that it is one. `worth`: a sum
    that says what one banknote is worth.
    """

    numeral: Numeral
    unit: str
    kind: str
    first: int
    last: int
    item: Hit | None = None
    asked: bool = False
    worth: bool = False


def amounts_of(measures: Measures, numerals: list[Numeral], *, grammar: NumberGrammar) -> list[Amount]:
    """Every number that has a unit, a currency or a countable thing beside it, and units that stand for one."""
    counted = (numeral for numeral in numerals if not _is_year(numeral, measures, grammar))
    found = [amount for numeral in counted if (amount := _amount(measures, numeral, grammar)) is not None]
    found = _banknotes(measures.prepared, numerals, found, grammar)
    taken = words_of_all(found)
    found += _shared(measures.prepared, numerals, found, grammar)
    found += _single(measures, grammar, taken)
    found += _bare(measures.prepared, numerals, found, grammar)
    found += _bare_money(measures.prepared, numerals, found, grammar)
    found = _corrected(sorted(found, key=lambda amount: amount.first), numerals, measures.prepared, grammar)
    found = _summed(sorted(found, key=lambda amount: amount.first), measures.prepared, grammar)
    return _told_once(found, measures.prepared)


def spelt_out(numerals: Sequence[Numeral], prepared: Prepared) -> set[int]:
    """The first words of numbers that follow once more in brackets: “*fifteen thousand* (15,000) lek”."""
    return {
        one.first
        for one, after in pairwise(numerals)
        if one.value == after.value and prepared.folded[one.end : after.start] == " ("
    }


def words_of_all(amounts: Iterable[Amount]) -> set[int]:
    """The words that belong to amounts."""
    return {at for amount in amounts for at in range(amount.first, amount.last)}


def _is_year(numeral: Numeral, measures: Measures, grammar: NumberGrammar) -> bool:
    """Whether a number is a year: with a unit or a currency beside it, it is none."""
    if not is_year(numeral, prepared=measures.prepared, grammar=grammar):
        return False
    return not (measures.unit_at(numeral.last) or measures.sign(numeral.start, numeral.end))


def time_words(prepared: Prepared) -> frozenset[int]:
    """The words that name months and lengths of time; kept with the article, as its numbers are."""
    kept = vars(prepared)
    if "time_words" not in kept:
        hits = prepared.hits.get("time", ())
        kept["time_words"] = frozenset(hit.first for hit in hits if hit.term.id.startswith(("month.", "length.")))
    words: frozenset[int] = kept["time_words"]
    return words


def _told_once(amounts: list[Amount], prepared: Prepared) -> list[Amount]:
    """Without the pounds that say a weight once more: “64 kilograms (*141 pounds*)”."""
    again = set()
    for left, right in pairwise(amounts):
        one, other = (left, right) if right.unit == _ALSO_A_WEIGHT else (right, left)
        gap = prepared.folded[prepared.tokens.ends[left.last - 1] : prepared.tokens.starts[right.first]]
        if one.unit in MASS_AND_VOLUME and other.unit == _ALSO_A_WEIGHT and gap == " (":
            again.add(other.first)
    return [amount for amount in amounts if amount.first not in again]


def _summed(amounts: list[Amount], prepared: Prepared, grammar: NumberGrammar) -> list[Amount]:
    """Kilograms with the grams that follow them as one weight: “4 kilograms and 200 grams”."""
    joined: list[Amount] = []
    for amount in amounts:
        before = joined[-1] if joined else None
        if before is not None and _goes_on(before, amount, prepared, grammar):
            value = (before.numeral.value or 0.0) + (amount.numeral.value or 0.0) / 1000
            numeral = before.numeral._replace(value=round(value, 6), other=None)
            joined[-1] = before._replace(numeral=numeral, last=amount.last)
        else:
            joined.append(amount)
    return joined


def _goes_on(before: Amount, amount: Amount, prepared: Prepared, grammar: NumberGrammar) -> bool:
    if (before.unit, amount.unit) not in _SMALLER or None in (before.numeral.value, amount.numeral.value):
        return False
    between = prepared.tokens.words[before.last : amount.first]
    gap = prepared.folded[prepared.tokens.ends[before.last - 1] : prepared.tokens.starts[amount.first]]
    joins = len(between) <= 1 and all(word in grammar.joining for word in between)
    return joins and not gap.strip(" " + "".join(between)) and (amount.numeral.value or 0.0) < 1000


def _banknotes(
    prepared: Prepared, numerals: list[Numeral], found: list[Amount], grammar: NumberGrammar
) -> list[Amount]:
    """Numbers of banknotes that share the noun of those before: “1,147 notes of 100 euros, *38 of 500*”."""
    notes = {prepared.sentence_of_word[one.first]: one for one in found if one.item and id_of(one.item) == "banknotes"}
    words, sums = prepared.tokens.words, {one.first: at for at, one in enumerate(found) if one.kind == "money"}
    for numeral in numerals if notes else ():
        before, of = notes.get(prepared.sentence_of_word[numeral.first]), numeral.last
        worth = sums.get(of + 1)
        if before is None or worth is None or words[of] not in grammar.partitive or numeral.first < before.last:
            continue
        found[worth] = found[worth]._replace(worth=True)
        found.append(before._replace(numeral=numeral, first=numeral.first, last=of))
    return found


def _shared(prepared: Prepared, numerals: list[Numeral], found: list[Amount], grammar: NumberGrammar) -> list[Amount]:
    """Numbers that share the noun of the next one: “*37 bronze* and two silver coins”, “flats of *96* and 118 m2”."""
    counted = {one.first: one for one in found if one.kind == "count"}
    areas = {one.first: one for one in found if one.unit == "m2"}
    words, taken, shared = prepared.tokens.words, {one.first for one in found}, []
    for numeral in numerals if areas else ():
        area = areas.get(numeral.last + 1)
        if area and numeral.first not in taken and words[numeral.last] in grammar.joining and numeral.kind == "number":
            shared.append(area._replace(numeral=numeral, first=numeral.first, last=numeral.last))
    for numeral in numerals if counted else ():
        at = numeral.last + 1
        if numeral.first in taken or numeral.kind != "number" or at >= len(words) or words[at] not in grammar.joining:
            continue
        following = counted.get(at + 1)
        gap = prepared.folded[numeral.end : prepared.tokens.starts[at + 1]]
        if following is None or len(words[at - 1]) < _SHORTEST_ADJECTIVE or not set(gap).isdisjoint(_MARKS):
            continue
        shared.append(following._replace(numeral=numeral, first=numeral.first, last=at))
    return shared


def _bare(prepared: Prepared, numerals: list[Numeral], found: list[Amount], grammar: NumberGrammar) -> list[Amount]:
    """Numbers that share the unit of the one before: “ten tonnes in one town, and *thirty* in another”."""
    weights = {prepared.sentence_of_word[one.first]: one for one in found if one.unit in {"kg", "t"}}
    starts = {one.first for one in found}
    bare = []
    for numeral in numerals if weights else ():
        before = weights.get(prepared.sentence_of_word[numeral.first])
        if before is None or numeral.first in starts or numeral.first <= before.last or numeral.kind != "number":
            continue
        following = prepared.tokens.words[numeral.last] if numeral.last < len(prepared.tokens) else ""
        gap = prepared.folded[prepared.tokens.ends[before.last - 1] : numeral.start]
        aside = prepared.folded[max(0, numeral.start - 1) : numeral.start] in {"(", "/"}  # an age
        if not aside and following in grammar.scenes and gap.count(",") == 1 and (numeral.value or 0) < 1000:
            bare.append(Amount(numeral, before.unit, "unit", numeral.first, numeral.last))
    return bare


def _bare_money(
    prepared: Prepared, numerals: list[Numeral], found: list[Amount], grammar: NumberGrammar
) -> list[Amount]:
    """Thousands in words that share the currency of a sum before: “87,200 euros were taken; *51 thousand* found”."""
    sums = [one for one in found if one.kind == "money"]
    firsts = [one.first for one in sums]
    taken = {at for one in found for at in range(one.first, one.last)}
    words, tokens, bare = prepared.tokens.words, prepared.tokens, []
    spelt = spelt_out(numerals, prepared)
    for numeral in numerals if sums else ():
        scale = grammar.atoms.get(words[numeral.last - 1], ("", 0.0))
        grouped = _is_grouped(numeral, prepared)
        if numeral.first in taken or numeral.first in spelt or (scale[0] != "scales" and not grouped):
            continue
        if numeral.tail or numeral.kind != "number":
            continue
        at = bisect_left(firsts, numeral.first)
        if not at or not 0 <= prepared.sentence_of_word[numeral.first] - prepared.sentence_of_word[firsts[at - 1]] <= 1:
            continue
        follows = words[numeral.last] if numeral.last < len(tokens) else ""
        mark = prepared.folded[numeral.end : numeral.end + 1]
        joined = grouped and follows in grammar.joining
        if (follows in grammar.partitive and not grouped) or joined or mark in _MARKS or mark == "":
            bare.append(Amount(numeral, sums[at - 1].unit, "money", numeral.first, numeral.last))
    return bare


def _is_grouped(numeral: Numeral, prepared: Prepared) -> bool:
    """Whether a number is written as sums are, in groups of three digits: “he gave back *31.000*”."""
    written = prepared.folded[numeral.start : numeral.end]
    return _GROUPED.fullmatch(written) is not None


def _corrected(
    amounts: list[Amount], numerals: list[Numeral], prepared: Prepared, grammar: NumberGrammar
) -> list[Amount]:
    """Rounded amounts with the exact figure that the same sentence adds: “over 6 thousand packs, exactly 6,200”."""
    words = prepared.tokens.words
    exact = [one for one in numerals if one.first and words[one.first - 1] in grammar.exact and one.value is not None]
    for numeral in exact:
        at = bisect_left(amounts, numeral.first, key=lambda amount: amount.first)
        before = amounts[at - 1] if at else None
        if before is None or before.numeral.value is None or numeral.value is None:
            continue
        near = numeral.first - before.last <= _CORRECTION and (at == len(amounts) or amounts[at].first > numeral.first)
        alike = abs(before.numeral.value - numeral.value) <= _ROUNDED * numeral.value
        if near and alike and prepared.sentence_of_word[before.first] == prepared.sentence_of_word[numeral.first]:
            amounts[at - 1] = before._replace(numeral=numeral._replace(start=before.numeral.start), last=numeral.last)
    return amounts


def _amount(measures: Measures, numeral: Numeral, grammar: NumberGrammar) -> Amount | None:
    if numeral.tail:
        glued = measures.glued(numeral.tail)
        kind = "unit" if glued in UNITS else "money"
        return Amount(numeral, glued, kind, numeral.first, numeral.last) if glued else None
    if numeral.kind != "people" and (currency := measures.sign(numeral.start, numeral.end)):
        return Amount(numeral, currency, "money", numeral.first, numeral.last)
    folded, tokens = measures.prepared.folded, measures.prepared.tokens
    at = numeral.last
    code = measures.code_before(numeral.first)
    parted = numeral.end < len(folded) and folded[numeral.end] in _MARKS  # “*BAM 87,400*, EUR 26,000”
    if code and (parted or not measures.unit_at(at)):
        return Amount(numeral, code, "money", numeral.first - 1, numeral.last)
    times = time_words(measures.prepared)
    for skipped in range(_ADJECTIVES + 1):
        if at >= len(tokens):
            return None
        gap = folded[tokens.ends[at - 1] : tokens.starts[at]]
        if not _continues(gap, after_number=skipped == 0):
            return None
        thing = measures.counted_at(at)
        timed = at in times and (thing is None or thing.last - at == 1)  # “three hours”; no “three gold watches”
        if timed or grammar.atoms.get(tokens.words[at], ("",))[0] in _NUMBER_WORDS:
            return None  # “18 October”, “in two years”, “built for four. Twelve people”
        if numeral.kind != "people" and (unit := measures.unit_at(at)):
            counted = _times(numeral, unit.term.attributes.get("times", 1))
            return _halved(Amount(counted, id_of(unit), kind_of(unit), numeral.first, unit.last), measures, grammar)
        if thing is not None and numeral.kind != "fraction":
            if numeral.kind == "people" and id_of(thing) != "migrants":
                return None
            return Amount(numeral, unit_of_item(id_of(thing)), "count", numeral.first, thing.last, thing)
        if len(tokens.words[at]) < _SHORTEST_ADJECTIVE or "0" <= tokens.words[at][0] <= "9":
            return None
        at += 1
    return None


def _times(numeral: Numeral, times: int) -> Numeral:
    """A number of units that are a multiple of the one they are told in: hectares in square metres."""
    if times == 1:
        return numeral
    value, low, high, other = (
        None if each is None else each * times for each in (numeral.value, numeral.low, numeral.high, numeral.other)
    )
    return numeral._replace(value=value, low=low, high=high, other=other)


def _halved(amount: Amount, measures: Measures, grammar: NumberGrammar) -> Amount:
    """An amount with the half that stands behind its unit: “two kilograms and a half”."""
    prepared, value = measures.prepared, amount.numeral.value
    last = grammar.half_after(amount.last, folded=prepared.folded, tokens=prepared.tokens)
    if last == amount.last or value is None or amount.unit not in MASS_AND_VOLUME or value % 1:
        return amount
    return amount._replace(numeral=amount.numeral._replace(value=value + 0.5, other=None), last=last)


def _continues(gap: str, *, after_number: bool) -> bool:
    """Whether a number and its noun are not parted: by a space, and after a number also by its full stop or bracket."""
    if gap in {" ", "\u00a0", "-", "  "} or (after_number and gap in {". ", ") ", "\u202f", "\u2009"}):
        return True
    return len(gap) == 2 and gap[0] == " " and gap[1] in _QUOTES  # “four ‘Zolja’ launchers”


def _follows_money(measures: Measures, unit: int) -> bool:
    """Whether a unit says what a price is for: “190 euros *a tonne*”."""
    before = measures.unit_at(unit - 2) if unit > 1 else None
    return before is not None and kind_of(before) == "money"


def _single(measures: Measures, grammar: NumberGrammar, taken: set[int]) -> list[Amount]:
    """Units that stand for one of themselves: “more than a tonne”, “a tonne and a half”."""
    prepared = measures.prepared
    words = prepared.tokens.words
    found = []
    for first, hits in measures.at.items():
        unit = next((hit for hit in hits if kind_of(hit) == "unit" and id_of(hit) in MASS_AND_VOLUME), None)
        if unit is None or first in taken or _follows_money(measures, first):
            continue
        bound = next((kind for phrase, kind in grammar.bounds.get(words[first - 1] if first else "", ())
                      if words[first - len(phrase) : first] == phrase), "")  # fmt: skip
        article = bool(first) and words[first - 1] in grammar.articles
        half = grammar.half_after(unit.last, folded=prepared.folded, tokens=prepared.tokens)
        joined = unit.last < len(words) and words[unit.last] in grammar.joining  # “a kilogram *and* 200 grams of …”
        whose = joined or measures.item_at(unit.last) is not None
        single = whose and any(hit.term.attributes.get("single") for hit in hits)
        if not ((bound and id_of(unit) != "g") or article or single or half > unit.last):
            continue
        value = 1.5 if half > unit.last else 1.0
        low, high = (value if bound == "more" else None), (value if bound == "less" else None)
        numeral = Numeral(value, first, half, prepared.tokens.starts[first], prepared.tokens.ends[half - 1],
                          low=low, high=high, about=bound == "about")  # fmt: skip
        found.append(Amount(numeral, id_of(unit), "unit", first, half))
    return found
