"""What part an amount plays: taken in the event itself, or its value, the damage, a fine, a price, or an old story."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from komshi.pipeline.read.how_much_said import Said
from komshi.pipeline.read.how_much_units import DRUGS
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when_calendar import Published
from komshi.pipeline.read.when_mentions import Mention
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import QuantityRole

# Words between an amount and the word that gives it another role than “taken”; a comma in between counts for three.
_NEAR = 6
_COMMA = 3
# Words from those who are charged to the word that says so.
_BESIDE = 2
_NAMED = frozenset({"value", "damage", "fine", "price"})
_GOODS_OF_A_LIST = frozenset({"value", "damage"})
_BLOODY = frozenset({"killing", "attack", "threat"})
# In these the affair is behind: what the old verdict was about is not the news.
_OVER = frozenset({"escape"})
_BAD_GOODS = frozenset({
    "weapons", "ammunition", "grenades", "explosives", "weapon_parts", "cannabis_plants", "artefacts", "cigarettes",
    "tobacco", "migrants", "precursors",
}) | DRUGS  # fmt: skip
# Contraband needs no verb beside it in a report of a seizure; lawful things do.
_CONTRABAND = _BAD_GOODS | {"knives", "slot_machines", "waste", "birds"}
# Told of anywhere in a report, these are what the affair is about: a court speaks of what was found years before.
_CASE = _CONTRABAND | {"trees", "timber", "sand"}
# Things that are taken along with the goods: the suspects' own, unless they are stolen or smuggled themselves.
_TOOLS = frozenset({"phones", "computers", "radios", "cards", "vests", "helmets"})
_LARGEST_SET = 20
# What a search goes through, what an explosion breaks, and what only the words of taking make a result.
_LAWFUL = frozenset({"vehicles", "real_estate", "vessels"})
# Where houses are taken away, and are not only where something is found.
_TAKES_HOUSES = frozenset({"money_laundering", "corruption", "financial_crimes"})
_ASIDE = frozenset({"counterfeit", "things", "carried", "listed", "charged", "other", "then", "prior", "arrest"})


class Found(NamedTuple):
    """An amount with what it counts, before its role is known: `kind` is money, mass or count.

    `single` is one thing in words, `listed` an amount that a list puts beside one that was taken, `each` what
    every one of several pays or holds, `within` something that other things were found in or carried with.
    """

    kind: str
    item: str | None
    first: int
    last: int
    sentence: int
    single: bool = False
    listed: bool = False
    each: bool = False
    within: bool = False
    value: float | None = None


class Roles:
    """The roles of the amounts of one text."""

    def __init__(self, prepared: Prepared, focus: Focus, times: list[Mention], now: Published) -> None:
        self.prepared, self.focus = prepared, focus
        self._said = Said(prepared, focus, times, now)
        markets = prepared.hits.get("markets", ())
        self._markets = {hit.term.id.partition(".")[0] for hit in markets}

    def __call__(self, found: Found) -> QuantityRole | None:
        """The role, or None where nothing says that the amount belongs to the story at all."""
        nearest = self._nearest(found)
        if found.kind == "money" and found.each and (not self._are_bribes() or self._is_rate(found)):
            return "price"
        if found.kind == "money" and nearest in _NAMED:
            return nearest  # type: ignore[return-value]  # the names of the tables are the roles
        if nearest == "background" or self._is_background(found):
            return "background"
        said = self._said.of(found.sentence)
        if found.kind == "money":
            taken = found.listed or ("subject" in said and not self._said.is_of_arrest(found.sentence))
            return "subject" if taken else "background"
        hurt = nearest == "hurt" or ("hurt" in said and not said & {"subject", "things", "carried"})
        if hurt and found.item == "migrants":
            return None  # the dead and injured are counted as such
        return self._of_goods(found, said, nearest)

    def is_line(self, found: Found) -> bool:
        """Whether the amount is a line of a list of what was taken."""
        return self._said.is_item(found.sentence) and "subject" in self._said.of(found.sentence)

    def is_counterfeit(self, found: Found) -> bool:
        """Whether the money is called false, beside the amount."""
        return any(hit.term.id == "counterfeit" and self._distance(found, hit) <= 2 for hit in self._near(found))

    def are_accused(self, found: Found) -> bool:
        """Whether people are those who are charged: “*accused* are two nationals of A”, not those who were smuggled."""
        if found.item != "migrants" or self._said.of(found.sentence) & {"subject", "things", "carried"}:
            return False
        return any(hit.term.id == "charged" and self._distance(found, hit) <= _BESIDE for hit in self._near(found))

    def _is_background(self, found: Found) -> bool:
        over = self.focus.type in _OVER and found.item != "migrants"
        if over or self._said.is_background(found.first, found.last):
            return True
        # A report of a killing tells the quarrel behind it: drugs of years ago, seldom ones that were found.
        return found.kind == "mass" and found.item in DRUGS and self.focus.type in _BLOODY

    def _of_goods(self, found: Found, said: frozenset[str], nearest: str) -> QuantityRole | None:
        if found.each or (found.single and found.kind == "mass"):
            return None  # “in bags of five grams each”, “a bag of …” tells what something is in
        if nearest == "destroyed" and self.focus.type in _BLOODY:
            return None
        if found.item in _TOOLS and not self._are_goods(found, said):
            return "background"
        if found.item == "migrants" and said & {"charged"} and not said & {"subject", "things", "carried"}:
            return None
        if found.item in _LAWFUL and found.kind == "count":
            return "subject" if self._is_taken(found, said, nearest) else None
        if found.listed or said & {"subject", "things", "carried", "destroyed"}:
            return "subject" if not found.single or found.item in _CONTRABAND or "subject" in said else None
        if found.kind == "mass" and found.item in DRUGS:
            return "subject"
        if found.item in _CASE and not found.single and self.focus.type not in _BLOODY:
            return "subject" if found.item in _CONTRABAND or found.kind == "mass" else None
        return None

    def _are_goods(self, found: Found, said: frozenset[str]) -> bool:
        """Whether telephones and the like are the goods of the affair and not what the suspects had on them."""
        if (found.value or 0) > _LARGEST_SET or "carried" in said:
            return True
        return found.item == "computers" and "illegal_gambling" in self._markets

    def _is_taken(self, found: Found, said: frozenset[str], nearest: str) -> bool:
        """Whether vehicles or houses were taken themselves: not searched, not what something was found in."""
        stolen = found.item == "vehicles" and "vehicle_crime" in self._markets and not found.single
        if (
            found.within
            or not (stolen or "subject" in said)
            or nearest not in {"", "subject"}
            or self._is_searched(found)
        ):
            return False
        if found.single and found.item != "real_estate":
            return found.item == "vehicles" and "vehicle_crime" in self._markets
        if found.single and not self._markets & _TAKES_HOUSES:
            return False  # “a hotel was discovered where …”: the scene
        if (found.item == "real_estate" and self._markets & _TAKES_HOUSES) or "vehicle_crime" in self._markets:
            return True
        return nearest == "subject" or found.listed or "listed" in said

    def _is_searched(self, found: Found) -> bool:
        """Whether the last word of taking or searching before the amount is one of searching."""
        before = [hit for hit in self._near(found) if hit.last <= found.first]
        acts = [hit.term.id for hit in before if hit.term.id in {"subject", "searched"}]
        return bool(acts) and acts[-1] == "searched"

    def _is_rate(self, found: Found) -> bool:
        """Whether words before a sum that is paid each time say for what: “*for every* lorry they took 100 euros”."""
        return any(hit.term.id == "price" and hit.last <= found.first for hit in self._near(found))

    def _are_bribes(self) -> bool:
        """Whether sums that each of several pays are what the affair is about, and no price of a journey."""
        return "corruption" in self._markets and "human_smuggling" not in self._markets

    def _near(self, found: Found) -> list[Hit]:
        """The words that give roles within reach of an amount."""
        cues = self._said.cues(found.sentence)
        start = bisect_left(cues, found.first - 2 * _NEAR, key=lambda hit: hit.first)
        return cues[start : bisect_left(cues, found.last + 2 * _NEAR, key=lambda hit: hit.first)]

    def _nearest(self, found: Found) -> str:
        """The meaning of the nearest word that gives a role, if it is near enough or says “taken”."""
        best, least = "", float(_NEAR) + 0.5
        for hit in self._near(found):
            meaning, _, grade = hit.term.id.partition(".")
            if meaning in _ASIDE:
                continue
            if (meaning == "searched" and found.item not in _LAWFUL) or (
                meaning == "hurt" and found.item != "migrants"
            ):
                continue
            # A weak word gives a role only where no other is near: “they asked for 300 euros *a month*”.
            distance = self._distance(found, hit) + (_NEAR if grade == "weak" else 0)
            if meaning in _GOODS_OF_A_LIST and self._in_list(hit, found):
                continue  # “a book of debts, 3,400 euros”: another thing of the list
            if distance < least:
                best, least = meaning, distance
        return best

    def _in_list(self, hit: Hit, found: Found) -> bool:
        """Whether a word stands right before a comma and an amount, where something was taken: two things of a list."""
        if hit.last != found.first or "subject" not in self._said.of(found.sentence):
            return False
        tokens = self.prepared.tokens
        return "," in self.prepared.folded[tokens.ends[hit.last - 1] : tokens.starts[found.first]]

    def _distance(self, found: Found, hit: Hit) -> float:
        """Words between an amount and a word; what follows is a little farther than what precedes."""
        if hit.first < found.last and found.first < hit.last:
            return 0.0
        left, right = (hit.last, found.first) if hit.last <= found.first else (found.last, hit.first)
        words = right - left
        if words > _NEAR:
            return float(words)
        tokens = self.prepared.tokens
        gap = self.prepared.folded[tokens.ends[left - 1] : tokens.starts[right]]
        commas = gap.count(",") + gap.count(";") + gap.count(":")
        # Right behind an amount its word is beyond doubt: “a million *worth* of cigarettes”.
        side = -0.5 if hit.first == found.last and not commas else 0.5 if hit.first >= found.last else 0.0
        return words + commas * _COMMA + side
