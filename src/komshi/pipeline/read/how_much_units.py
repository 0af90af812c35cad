"""Units, currencies and items: what a number counts, told by the words and signs beside it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from komshi.pipeline import vocabulary
from komshi.pipeline.read.cues import MASK
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Language, Region
from komshi.pipeline.text.lexicon import Hit, Lexicon
from komshi.pipeline.text.tokens import Tokens

# Items that say only of what kind a thing is; a text that names the thing itself elsewhere means that one.
GENERIC = frozenset({"drugs", "goods", "fuel"})
# Measures that mean nothing without the thing that is in them.
CONTAINERS = frozenset({"pcs", "packs", "tablets"})
# Letters of a currency's code.
_CODE = 3
_SPACE = frozenset({" ", "\u00a0", "\u202f"})
MASS_AND_VOLUME = frozenset({"kg", "t", "g", "l", "m3"})
UNITS = MASS_AND_VOLUME | CONTAINERS | {"m2"}
# What holds or hides goods: the weight beside it is theirs.
NEVER_WEIGHED = frozenset({"vehicles", "vessels", "real_estate", "phones", "computers", "cards", "documents"})
DRUGS = frozenset({
    "cocaine", "heroin", "cannabis", "hashish", "cannabis_oil", "amphetamine", "methamphetamine", "ecstasy",
    "synthetic_drugs", "drugs",
})  # fmt: skip
GROWN = frozenset({"cannabis", "hashish", "cannabis_oil", "drugs"})
"""Those that are told of by tens of tonnes."""


@cache
def units() -> Mapping[str, Mapping[str, Any]]:
    """The units of the vocabulary by id, with their dimension and factor."""
    return tomllib.loads((files(vocabulary) / "units.toml").read_text(encoding="utf-8"))


@cache
def unit_of_item(item: str) -> str:
    """The unit in which a thing that needs no measure is counted: plants, vehicles, or pieces."""
    return next((unit for unit, row in units().items() if item in row.get("items", ())), "pcs")


def base_amount(amount: float, unit: str) -> tuple[str, float]:
    """Dimension and amount for comparison; a currency is a dimension of its own."""
    row = units().get(unit)
    return (unit, amount) if row is None else (row["dimension"], amount * row["factor"])


class Measures:
    """The units and items of one text: lexicon hits by the word that they begin with, currency signs by their place."""

    def __init__(self, prepared: Prepared, signs: Mapping[str, str], glued: Lexicon) -> None:
        self.prepared = prepared
        self._signs, self._glued = signs, glued
        self.at: dict[int, list[Hit]] = defaultdict(list)
        self.items: list[Hit] = []
        hits = prepared.hits.get("items", ())
        self.hidden = {at for hit in hits if hit.term.id == MASK for at in range(hit.first, hit.last)}
        markets = {hit.term.id.partition(".")[0] for hit in prepared.hits.get("markets", ())}
        for hit in hits:
            if hit.first in self.hidden or hit.term.attributes.get("market", "") not in {"", *markets}:
                continue
            if hit.term.attributes.get("capital") and not self._is_capital(hit):
                continue
            self.at[hit.first].append(hit)
            if kind_of(hit) in {"mass", "count"}:
                self.items.append(hit)

    def code_before(self, word: int) -> str | None:
        """The currency whose code or capital name stands right before a word (“EUR 212,000”, “Denar 9,000”)."""
        tokens = self.prepared.tokens
        if not word or self.prepared.folded[tokens.ends[word - 1] : tokens.starts[word]] not in _SPACE:
            return None
        hits = (hit for hit in self.at.get(word - 1, ()) if kind_of(hit) == "money" and hit.last == word)
        return next((id_of(hit) for hit in hits if self._is_capital(hit)), None)

    def _is_capital(self, hit: Hit) -> bool:
        start, end = self.prepared.evidence(hit)
        written = self.prepared.text[start:end]
        return written.isupper() or (written.istitle() and len(written) > _CODE)  # “All six” are no lek

    def unit_at(self, word: int) -> Hit | None:
        """The longest unit or currency that begins at a word."""
        return max(
            (hit for hit in self.at.get(word, ()) if kind_of(hit) in {"unit", "money"}), key=_length, default=None
        )

    def item_at(self, word: int) -> Hit | None:
        """The longest item that begins at a word; of two alike the one that is weighed."""
        return max((hit for hit in self.at.get(word, ()) if kind_of(hit) in {"mass", "count"}), key=_rank, default=None)

    def counted_at(self, word: int) -> Hit | None:
        """The longest thing that begins at a word and is counted by itself, unless a longer one is weighed."""
        hit = self.item_at(word)
        if hit is None:
            return None
        rivals = [one for one in self.at[word] if kind_of(one) == "count" and _length(one) == _length(hit)]
        return max(rivals, key=_rank, default=None)

    def glued(self, tail: str) -> str | None:
        """The unit of letters that are glued to digits (“40kg”)."""
        hits = self._glued.scan(Tokens([tail], [0], [len(tail)]))
        return id_of(hits[0]) if hits else None

    def sign(self, start: int, end: int) -> str | None:
        """The currency whose sign stands before or after the folded offsets of a number."""
        folded = self.prepared.folded
        for place in (folded[max(0, start - 3) : start].rstrip()[-1:], folded[end : end + 2].lstrip()[:1]):
            if place in self._signs:
                return self._signs[place]
        return None


def kind_of(hit: Hit) -> str:
    """`unit`, `money`, `mass`, `count` or `alone`."""
    return hit.term.id.partition(".")[0]


def stands_alone(hit: Hit) -> bool:
    """Whether the word is listed for what it may stand for without a number (“a bag and *a pistol*”)."""
    return kind_of(hit) == "alone"


def id_of(hit: Hit) -> str:
    """The id of the unit, currency or item."""
    return hit.term.id.partition(".")[2]


def signs_of(region: Region) -> dict[str, str]:
    """Currency signs of the region, one character each, with their currency."""
    rows = region.files.get("currencies", {})
    return {sign: code for code, row in rows.items() for sign in row.get("signs", ()) if len(sign) == 1}


def glued_units(language: Language) -> Lexicon:
    """The units and currencies of a language, to look up letters that are glued to digits."""
    return Lexicon([term for term in language.terms("items") if term.id.startswith(("unit.", "money."))])


def _rank(hit: Hit) -> tuple[int, bool, bool]:
    """What goes first: the longer words, those that the text's market gives a meaning, what is weighed."""
    return _length(hit), "market" in hit.term.attributes, kind_of(hit) == "mass"


def _length(hit: Hit) -> int:
    return hit.last - hit.first
