"""Numbers before a noun that no word list knows, and people where people are smuggled: what the model may be asked of.

The rules take none of these for a quantity; the words around them may still say that they were taken.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from komshi.pipeline.read.how_much_amounts import Amount, spelt_out, time_words, words_of_all
from komshi.pipeline.read.how_much_units import id_of, stands_alone, unit_of_item
from komshi.pipeline.read.numerals import Numeral
from komshi.pipeline.text.lexicon import Hit, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from komshi.pipeline.read.how_much_units import Measures
    from komshi.pipeline.read.numerals import NumberGrammar
    from komshi.pipeline.read.prepared import Prepared

_THING = Term("items", "count.goods", "", "", {})
_TIES = frozenset({"already", "apart", "total", "only", "negated", "running"})
"""What ties numbers of persons together, and says nothing of what a number counts."""
_MIGRANTS = Term("items", "count.migrants", "", "", {})
_SMUGGLING = "human_smuggling"
# What things are made of: “three *gold* chains” are chains.
_METALS = frozenset({"gold", "silver"})
_ACCUSED = frozenset({"arrested", "charged"})
_TAKEN = frozenset({"subject", "things", "carried", "listed"})
_SHORTEST, _MOST = 3, 40
_LEAST_MEASURED = 10
_SHARED, _MARKS = frozenset({"kg", "t", "l", "plants", "tablets"}), frozenset((*".,;", ""))
"""What a number without a noun may be of, as the one before it; what stands behind such a number."""
# Words behind a number that may still be what it counts.
_COUNTED = 3
_MOST_PEOPLE = 2000
_SMALLEST_SUM, _LEAST_BEFORE_A_NOUN, _YEAR = 100, 1000, 4
_NUMBERS = frozenset({"values", "people", "scales", "multipliers", "fractions", "about"})


def unnamed(
    measures: Measures, numerals: Sequence[Numeral], *, amounts: Sequence[Amount], grammar: NumberGrammar
) -> list[Amount]:
    """Numbers with an unknown noun behind them, in sentences that tell of something taken or list other goods."""
    prepared = measures.prepared
    sentence_of_word = prepared.sentence_of_word
    told = {sentence_of_word[one.first] for one in amounts if one.kind != "money"}
    roles = prepared.hits.get("quantity_roles", ())
    told |= {sentence_of_word[hit.first] for hit in roles if hit.term.id.partition(".")[0] in _TAKEN}
    taken, counted = words_of_all(amounts), _counted(prepared) | measures.hidden
    counted |= {at for at, hits in measures.at.items() if any(id_of(hit) not in _METALS for hit in hits)}
    found: list[Amount] = []
    for numeral in numerals:
        at = numeral.last
        if sentence_of_word[numeral.first] not in told or at in counted:
            continue
        if not _may_count(numeral) or numeral.value == 1:  # one of a thing that no list knows: often an article
            continue
        if taken.isdisjoint(range(numeral.first, at + 1)) and _has_noun(numeral, prepared, grammar):
            found.append(Amount(numeral, "pcs", "count", numeral.first, at + 1, Hit(_THING, at, at + 1), asked=True))
    return found[:_MOST]


def lone(
    measures: Measures, numerals: Sequence[Numeral], *, amounts: Sequence[Amount], grammar: NumberGrammar
) -> list[Amount]:
    """Things that stand for one of themselves where something is taken (“11 cars, 14,300 euros and *a pistol*”)."""
    prepared = measures.prepared
    roles = prepared.hits.get("quantity_roles", ())
    told = {prepared.sentence_of_word[hit.first] for hit in roles if hit.term.id.partition(".")[0] in _TAKEN}
    told_already = words_of_all(amounts) | {at for one in numerals for at in _after(one, measures, grammar)}
    counted = {one.last for one in amounts if one.kind == "count" and one.numeral.value}
    found: dict[int, Amount] = {}
    for hit in prepared.hits.get("items", ()):
        if not stands_alone(hit) or hit.first in measures.hidden or prepared.sentence_of_word[hit.first] not in told:
            continue
        if not told_already.isdisjoint(range(hit.first, hit.last)) or _goes_on(hit, counted, prepared):
            continue
        # Of two phrases that end alike the longer one: “a hunting *rifle*” is one rifle.
        if hit.last not in found or hit.first < found[hit.last].first:
            start, end = prepared.tokens.starts[hit.first], prepared.tokens.ends[hit.last - 1]
            one = Numeral(1.0, hit.first, hit.last, start, end)
            unit = unit_of_item(id_of(hit))
            found[hit.last] = Amount(one, unit, "count", hit.first, hit.last, hit, asked=True)
    return list(found.values())[:_MOST]


def _goes_on(hit: Hit, counted: set[int], prepared: Prepared) -> bool:
    """Whether a word only tells the kind of what was counted right before it: “one firearm *pistol*”."""
    at = hit.first
    return at in counted and prepared.folded[prepared.tokens.ends[at - 1] : prepared.tokens.starts[at]] == " "


def _after(numeral: Numeral, measures: Measures, grammar: NumberGrammar) -> range:
    """The words behind a number that it may still count: up to three, over no comma and no “and”."""
    if numeral.value == 1:
        return range(0)
    tokens, folded = measures.prepared.tokens, measures.prepared.folded
    last = numeral.last
    while last < min(numeral.last + _COUNTED, len(tokens)):
        gap = folded[tokens.ends[last - 1] : tokens.starts[last]]
        if not set(gap).isdisjoint(",;:.(") or tokens.words[last] in grammar.between:
            break
        last += 1
    return range(numeral.last, last)


def bare_sums(
    measures: Measures, numerals: Sequence[Numeral], *, amounts: Sequence[Amount], grammar: NumberGrammar
) -> list[Amount]:
    """Numbers that may be sums in the currency of the one before them (“50,000 were asked for, *20,000* were paid”)."""
    sums = [one for one in amounts if one.kind == "money"]
    if not sums:
        return []
    prepared, starts, taken = measures.prepared, [one.first for one in sums], words_of_all(amounts)
    counted, spelt = _counted(prepared), spelt_out(numerals, prepared)
    found: list[Amount] = []
    for numeral in numerals:
        at = bisect_left(starts, numeral.first)
        if not at or numeral.first in spelt or numeral.last in counted or not _may_be_sum(prepared, numeral, grammar):
            continue
        apart = prepared.sentence_of_word[numeral.first] - prepared.sentence_of_word[starts[at - 1]]
        if apart <= 1 and taken.isdisjoint(range(numeral.first, numeral.last)):
            unit = sums[at - 1].unit
            found.append(Amount(numeral, unit, "money", numeral.first, numeral.last, asked=True))
    return found[:_MOST]


def bare_measures(
    measures: Measures, numerals: Sequence[Numeral], *, amounts: Sequence[Amount], grammar: NumberGrammar
) -> list[Amount]:
    """Numbers that may share the measure of the one before them (“640 plants in one field, *280* in another”)."""
    prepared, taken = measures.prepared, words_of_all(amounts)
    of, tokens, folded = prepared.sentence_of_word, prepared.tokens, prepared.folded
    measured = sorted((one for one in amounts if one.unit in _SHARED), key=lambda one: one.first)
    starts = [one.first for one in measured]
    found: list[Amount] = []
    for numeral in numerals if measured else ():
        at = bisect_left(starts, numeral.first)
        if not at or of[starts[at - 1]] != of[numeral.first] or numeral.first in taken or numeral.tail:
            continue
        behind = folded[numeral.end : numeral.end + 1]
        follows = tokens.words[numeral.last] if numeral.last < len(tokens) else ""
        parted = behind in _MARKS or (behind == " " and follows in grammar.scenes)
        bare = folded[max(0, numeral.start - 1) : numeral.start] == " " and _may_be_measured(numeral)
        if parted and bare and not _looks_like_a_year(prepared, numeral):
            unit = measured[at - 1].unit
            found.append(Amount(numeral, unit, "unit", numeral.first, numeral.last, asked=True))
    return found[:_MOST]


def people(measures: Measures, numerals: Sequence[Numeral], *, amounts: Sequence[Amount]) -> list[Amount]:
    """Numbers of people in a report that names the smuggling of people."""
    prepared = measures.prepared
    if not any(hit.term.id.partition(".")[0] == _SMUGGLING for hit in prepared.hits.get("markets", ())):
        return []
    nouns = {hit.first: hit for hit in prepared.hits.get("counts", ()) if hit.term.id == "people"}
    taken, caught, of = words_of_all(amounts), _caught(prepared), prepared.sentence_of_word
    smuggled = {of[hit.first] for hit in prepared.hits.get("markets", ()) if hit.term.meaning == _SMUGGLING}
    of_arrest = {of[at] for at in caught} - smuggled  # “*nine people* — six of A and three of B — were arrested”
    found: list[Amount] = []
    for numeral in numerals:
        noun = next((nouns[at] for at in (numeral.last, numeral.last + 1) if at in nouns), None)
        value = numeral.value
        if (
            noun is None
            or of[numeral.first] in of_arrest
            or not caught.isdisjoint((numeral.first - 1, noun.last, noun.last + 1))
            or numeral.tail
            or value is None
            or not 1 < value <= _MOST_PEOPLE
            or value % 1
        ):
            continue
        if taken.isdisjoint(range(numeral.first, noun.last)):
            item = Hit(_MIGRANTS, numeral.first, noun.last)
            found.append(Amount(numeral, "pcs", "count", numeral.first, noun.last, item, asked=True))
    return found[:_MOST]


def _caught(prepared: Prepared) -> frozenset[int]:
    """Words that tell of an arrest or a charge: the people whom they count are smugglers, not those smuggled."""
    hits = (hit for hit in prepared.hits.get("counts", ()) if hit.term.meaning in _ACCUSED)
    return frozenset(at for hit in hits for at in range(hit.first, hit.last))


def _counted(prepared: Prepared) -> frozenset[int]:
    """Words that say what a number counts when it counts no things: persons, months, years."""
    told = (hit for hit in prepared.hits.get("counts", ()) if hit.term.meaning not in _TIES)
    persons = frozenset(at for hit in told for at in range(hit.first, hit.last))
    return persons | time_words(prepared)


def _may_count(numeral: Numeral) -> bool:
    """Whether a number can count things: whole, with nothing glued to it, no word for persons."""
    value = numeral.value
    return value is not None and value >= 1 and not value % 1 and not numeral.tail and numeral.kind == "number"


def _may_be_measured(numeral: Numeral) -> bool:
    """Whether a number may be a weight: small whole ones rather number the points of a list."""
    value = numeral.value or 0.0
    return numeral.kind == "number" and (value >= _LEAST_MEASURED or bool(value % 1))


def _looks_like_a_year(prepared: Prepared, numeral: Numeral) -> bool:
    written = prepared.folded[numeral.start : numeral.end]
    return len(written) == _YEAR and written.isdigit()


def _may_be_sum(prepared: Prepared, numeral: Numeral, grammar: NumberGrammar) -> bool:
    """Whether a number can be a sum: large enough, not four bare digits, as years are written, and no small number of
    what the next word names (“640 *engines*, 94,000 euros”).
    """
    value = numeral.value or 0.0
    if not _may_count(numeral) or value < _SMALLEST_SUM or _looks_like_a_year(prepared, numeral):
        return False
    return value >= _LEAST_BEFORE_A_NOUN or not _has_noun(numeral, prepared, grammar)


def _has_noun(numeral: Numeral, prepared: Prepared, grammar: NumberGrammar) -> bool:
    """Whether the word right behind a number may name a thing: no name, no number, no mark."""
    at, tokens = numeral.last, prepared.tokens
    if at >= len(tokens):
        return False
    word = tokens.words[at]
    if len(word) < _SHORTEST or not word.isalpha() or word in grammar.between:
        return False
    if grammar.atoms.get(word, ("",))[0] in _NUMBERS:
        return False
    gap = prepared.folded[tokens.ends[at - 1] : tokens.starts[at]]
    repeated = "(" in prepared.folded[numeral.start : numeral.end]  # “thirty-two (32) seals”
    return gap.removeprefix(")" if repeated else "") in {" ", "\u00a0"} and not prepared.is_capital(at)
