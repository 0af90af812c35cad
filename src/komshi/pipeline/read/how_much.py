"""How much: the amounts of a text with what they count, in which unit, and what part each one plays in the event.

A number becomes a quantity only through a unit, a currency or a countable thing beside it. Ages, years, street numbers,
articles of law, calibres and sentences have none of these.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from komshi.pipeline.read.how_much_amounts import Amount, amounts_of, words_of_all
from komshi.pipeline.read.how_much_carried import carried
from komshi.pipeline.read.how_much_learned import NO, QUESTION, YES, AmountView, settled
from komshi.pipeline.read.how_much_list import Listed
from komshi.pipeline.read.how_much_merge import Stated, merged
from komshi.pipeline.read.how_much_roles import Found, Roles
from komshi.pipeline.read.how_much_things import bare_measures, bare_sums, lone, people, unnamed
from komshi.pipeline.read.how_much_units import (
    CONTAINERS,
    DRUGS,
    GENERIC,
    GROWN,
    MASS_AND_VOLUME,
    NEVER_WEIGHED,
    Measures,
    glued_units,
    id_of,
    kind_of,
    signs_of,
)
from komshi.pipeline.read.learned import learned_of
from komshi.pipeline.read.learned.network import Features
from komshi.pipeline.read.numerals import Numeral, grammars_of, numerals_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when import times_of
from komshi.pipeline.region import Region
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import COUNT_KINDS, Quantity, QuantityRole

# Words between a measure and the thing that is measured, after and before it.
_ITEM_AFTER, _ITEM_BEFORE = 5, 12
# Weights of ten tonnes and more are written in tonnes: “30.896 kg” of a drug are thirty kilograms.
_MOST_KILOGRAMS = 10_000
# What words name so is not asked again.
_PLAIN = frozenset({"fine", "damage"})
# More amounts than this are a table, not a report.
_MOST = 400


class _Candidate(NamedTuple):
    """An amount with the part that the rules give it; None where they take it for no quantity of the story."""

    stated: Stated
    amount: Amount
    found: Found
    role: QuantityRole | None
    sure: bool


class HowMuch:
    """Reads the quantities of a text."""

    def __init__(self, region: Region) -> None:
        self._times = times_of(region)
        self._grammars = grammars_of(region)
        self._signs = signs_of(region)
        self._glued = {code: glued_units(language) for code, language in region.languages.items()}
        self._learned = learned_of(region)

    def __call__(self, prepared: Prepared, focus: Focus) -> tuple[Quantity, ...]:
        """The quantities in the order of the text, each once; their roles are those of the main event."""
        candidates, view = self._candidates(prepared, focus)
        model = self._learned.model(QUESTION) if candidates else None
        stated = []
        for one in candidates:
            role = one.role
            if model is not None and _is_open(one, view):
                share = model.shares(view.features(one.amount, one.found, role=role))[YES]
                role = settled(role, share)
            if role is not None:
                stated.append(one.stated._replace(quantity=replace(one.stated.quantity, role=role)))
        return merged(stated)

    def questions(self, prepared: Prepared, focus: Focus) -> list[tuple[Quantity, Features, str]]:
        """Each amount with what the model is asked by, and what the rules answer, for its training."""
        candidates, view = self._candidates(prepared, focus)
        return [
            (
                one.stated.quantity,
                view.features(one.amount, one.found, role=one.role),
                YES if one.role == "subject" else NO,
            )
            for one in candidates
        ]

    def _candidates(self, prepared: Prepared, focus: Focus) -> tuple[list[_Candidate], AmountView]:
        """Every amount as the rules read it, and the text as the model sees it."""
        acts = {hit.first for hit in prepared.hits.get("counts", ()) if hit.term.id.partition(".")[0] in COUNT_KINDS}
        code = prepared.language.code
        measures = Measures(prepared, self._signs, self._glued[code])
        # “*Nine indicted* over cigarettes”, “200 kilos found, *three in custody*” count people; “*£9,000*, bundled in”
        # counts money.
        numerals = [
            one
            for one in numerals_of(prepared, self._grammars)
            if one.last not in acts or measures.sign(one.start, one.end)
        ]
        grammar = self._grammars[code]
        amounts = amounts_of(measures, numerals, grammar=grammar)[:_MOST]
        amounts += carried(prepared, numerals, taken=words_of_all(amounts))[:_MOST]
        amounts += bare_measures(measures, numerals, amounts=amounts, grammar=grammar)
        amounts += people(measures, numerals, amounts=amounts)
        amounts += bare_sums(measures, numerals, amounts=amounts, grammar=grammar)
        amounts += unnamed(measures, numerals, amounts=amounts, grammar=grammar)
        amounts += lone(measures, numerals, amounts=amounts, grammar=grammar)
        view = AmountView(prepared, focus, self._learned.meanings[code], amounts)
        if not amounts:
            return [], view
        roles = Roles(prepared, focus, self._times(prepared), self._times.published(prepared))
        items = _Items(measures, numerals)
        listed = Listed(prepared, grammar)
        found = [one for amount in amounts if (one := _candidate(amount, items, roles, listed)) is not None]
        return sorted(found, key=lambda one: one.amount.first), view


class _Items:
    """Finds the thing that a measure measures."""

    def __init__(self, measures: Measures, numerals: list[Numeral]) -> None:
        self._measures = measures
        self._masses = [hit for hit in measures.items if kind_of(hit) == "mass"]
        self._numbers = {numeral.first for numeral in numerals}
        self._specific = next((id_of(hit) for hit in measures.items if id_of(hit) in DRUGS - GENERIC), None)

    def of(self, amount: Amount) -> tuple[str | None, Hit | None]:
        """The id of the thing and, where it belongs to the phrase, its words."""
        hit = amount.item or self._after(amount) or self._before(amount)
        near = hit if hit is not None and (amount.item or hit.first >= amount.last) else None
        if hit is None:
            return (self._last_before(amount), None)
        name = id_of(hit)
        if name == "drugs" and self._specific:
            name = self._specific
        if name == "cannabis" and amount.unit == "plants":
            name = "cannabis_plants"
        return name, near

    def is_field(self, thing: Hit | None) -> bool:
        """Whether what is counted are the plots that plants grew on, which nobody takes."""
        field = thing is not None and thing.term.attributes.get("field")
        return bool(field) and any(id_of(hit) == "cannabis_plants" for hit in self._measures.items)

    def is_of_banknotes(self, amount: Amount) -> bool:
        """Whether a sum says what banknotes are worth (“120 notes of 50 euros”), which is not a sum that was found."""
        if amount.worth:
            return True
        near = (*range(max(0, amount.first - 3), amount.first), amount.last)
        hits = (self._measures.item_at(at) for at in near)
        return any(hit is not None and id_of(hit) == "banknotes" for hit in hits)

    def _measured(self, at: int, amount: Amount) -> Hit | None:
        """The thing that begins at a word, where the amount can be one of it: a car has no kilograms."""
        hit = self._measures.item_at(at)
        weighed = amount.unit in MASS_AND_VOLUME
        return None if hit is not None and weighed and id_of(hit) in NEVER_WEIGHED else hit

    def _after(self, amount: Amount) -> Hit | None:
        sentence_of_word = self._measures.prepared.sentence_of_word
        end = min(amount.last + _ITEM_AFTER, len(sentence_of_word))
        for at in range(amount.numeral.last, end):
            if sentence_of_word[at] != sentence_of_word[amount.first] or (at >= amount.last and at in self._numbers):
                return None
            hit = self._measured(at, amount)
            if hit is not None:
                return hit
        return None

    def _before(self, amount: Amount) -> Hit | None:
        sentence_of_word = self._measures.prepared.sentence_of_word
        for at in range(amount.last - 1, max(-1, amount.first - 1 - _ITEM_BEFORE), -1):
            if sentence_of_word[at] != sentence_of_word[amount.first]:
                return None
            hit = self._measured(at, amount)
            if hit is not None:
                return hit
        return None

    def _last_before(self, amount: Amount) -> str | None:
        """For a weight alone: the thing named last before it (“… marijuana. It is about 40 tonnes”)."""
        if amount.unit not in MASS_AND_VOLUME and amount.unit not in CONTAINERS:
            return None
        at = bisect_left(self._masses, amount.first, key=lambda hit: hit.first)
        if not at:
            return None
        name = id_of(self._masses[at - 1])
        name = self._specific if name in GENERIC and self._specific else name
        many = amount.unit == "t" and (amount.numeral.value or 0) * 1000 >= _MOST_KILOGRAMS
        return None if many and name in DRUGS - GROWN else name


def _is_open(one: _Candidate, view: AmountView) -> bool:
    """Whether the words of the text may say otherwise than the rules."""
    plain = one.sure or one.role in _PLAIN
    return not plain and (one.amount.asked or not view.is_note)


def _candidate(amount: Amount, items: _Items, roles: Roles, before: Listed) -> _Candidate | None:
    """What an amount states, or None where it is none."""
    numeral, prepared = amount.numeral, before.prepared
    sentence = prepared.sentence_of_word[amount.first]
    money = amount.kind == "money"
    name, near = (None, None) if money else items.of(amount)
    asked = amount.asked or (name is None and amount.unit in CONTAINERS)
    kind = "money" if money else "count" if amount.kind == "count" else "mass"
    in_words = not prepared.folded[numeral.start].isdigit()
    single = in_words and numeral.value == 1 and (kind == "count" or amount.unit in CONTAINERS)
    if kind == "count" and (before.is_part(amount) or items.is_field(near)):
        return None
    found = Found(
        kind, name, amount.first, amount.last, sentence, single, listed=before.goes_on(amount),
        each=before.is_each(amount), within=before.is_within(amount), value=numeral.value,
    )  # fmt: skip
    if roles.are_accused(found):
        return None
    sure = _sure(amount, items, before)
    role = sure or (None if asked else roles(found))
    before.add(amount, role)
    if _is_year(numeral, amount):
        return None
    if money:
        name = "counterfeit_money" if roles.is_counterfeit(found) else "money"
    comma = "," in prepared.folded[numeral.start : numeral.end] and before.points_thousands
    value = _value(numeral, amount.unit, name, comma=comma)
    last = max(amount.last, near.last if near else 0)
    start, _ = prepared.folding.span(numeral.start, numeral.end)
    _, end = prepared.span(amount.first, last)
    quantity = Quantity(
        item=name.replace("_", " ") if name else None, amount=value, unit=amount.unit, role=role or "background",
        low=numeral.low, high=numeral.high, evidence=((start, end),),
    )  # fmt: skip
    # “Three and a half kilos”, in words, is how people speak of 3.65.
    spoken = in_words and kind == "mass" and value is not None and bool(value % 1)
    words = tuple(prepared.tokens.words[near.first : near.last]) if near else ()
    known = sure is not None or (role == "subject" and roles.is_line(found))
    return _Candidate(Stated(quantity, sentence, numeral.about or spoken, words), amount, found, role, known)


def _sure(amount: Amount, items: _Items, before: Listed) -> QuantityRole | None:
    """The part of a sum that the words right beside it leave no doubt of."""
    if amount.kind != "money":
        return "background" if before.is_each(amount) and amount.unit in MASS_AND_VOLUME else None
    if items.is_of_banknotes(amount):
        return "price"
    return "value" if before.is_repeated(amount) else None


def _value(numeral: Numeral, unit: str, item: str | None, *, comma: bool) -> float | None:
    """The value that an ambiguous mark has beside this unit: money and things come in whole numbers. `comma` tells a
    mark that seldom separates thousands of kilograms where a point does so, too.
    """
    value, other = numeral.value, numeral.other
    if value is None or other is None:
        return value
    if unit == "kg":
        return min(value, other) if value >= _MOST_KILOGRAMS and item in DRUGS and (comma or value % 100) else value
    return value if unit in MASS_AND_VOLUME else max(value, other)


def _is_year(numeral: Numeral, amount: Amount) -> bool:
    """“2019 g.” is a year, not a weight."""
    return amount.unit == "g" and numeral.value is not None and 1950 <= numeral.value <= 2050
