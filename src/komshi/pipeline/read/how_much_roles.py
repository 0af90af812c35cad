"""What part an amount plays: taken in the event itself, or its value, the damage, a fine, a price, or an old story."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from komshi.pipeline.read.how_much_units import DRUGS
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when_calendar import Published
from komshi.pipeline.read.when_mentions import Mention
from komshi.pipeline.read.when_old import OldTimes
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import QuantityRole

# Words between an amount and the word that gives it another role than “taken”; a comma in between counts for three.
_NEAR = 6
_COMMA = 3
_SEIZING = frozenset({"seizure", "interception", "raid", "arrest"})
_NAMED = frozenset({"value", "damage", "fine", "price"})
_BLOODY = frozenset({"killing", "attack", "threat"})
# Contraband needs no verb beside it in a report of a seizure; lawful things do.
_CONTRABAND = frozenset({
    "weapons", "ammunition", "grenades", "knives", "explosives", "weapon_parts", "cannabis_plants", "artefacts",
    "cigarettes", "tobacco", "migrants", "precursors",
}) | DRUGS  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An amount with what it counts, before its role is known: `kind` is money, mass or count."""

    kind: str
    item: str | None
    first: int
    last: int
    sentence: int
    single: bool


class Roles:
    """The roles of the amounts of one text."""

    def __init__(self, prepared: Prepared, focus: Focus, times: list[Mention], now: Published) -> None:
        self.prepared, self.focus = prepared, focus
        self._by_sentence: dict[int, list[Hit]] = {}
        self._said: dict[int, set[str]] = {}
        sentence_of_word = prepared.sentence_of_word
        for hit in prepared.hits.get("quantity_roles", ()):
            self._by_sentence.setdefault(sentence_of_word[hit.first], []).append(hit)
            self._said.setdefault(sentence_of_word[hit.first], set()).add(hit.term.id)
        self._old = OldTimes(times, now)

    def __call__(self, found: Found) -> QuantityRole | None:
        """The role, or None where nothing says that the amount belongs to the story at all."""
        said = self._said.get(found.sentence, set())
        nearest = self._nearest(found)
        if found.kind == "money" and nearest in _NAMED:
            return nearest  # type: ignore[return-value]  # the names of the tables are the roles
        if nearest == "background" or self._is_background(found):
            return "background"
        if found.kind == "money":
            return "subject" if "subject" in said else "background"
        return self._of_goods(found, said)

    def is_counterfeit(self, found: Found) -> bool:
        """Whether the money is called false, beside the amount."""
        return any(hit.term.id == "counterfeit" and self._distance(found, hit) <= 2 for hit in self._near(found))

    def _is_background(self, found: Found) -> bool:
        if found.sentence == self.focus.sentence:
            return self._old.beside(self.prepared, (found.first, found.last))
        if found.sentence in self._old.periods:
            return False
        if found.sentence in self.focus.background or found.sentence in self._old.sentences:
            return True
        # A report of a killing tells the quarrel behind it: drugs of years ago, seldom ones that were found.
        return found.kind == "mass" and found.item in DRUGS and self.focus.type in _BLOODY

    def _of_goods(self, found: Found, said: set[str]) -> QuantityRole | None:
        taken = bool(said & {"subject", "things", "carried"})
        if found.single and found.kind == "mass":
            return None  # “a bag of …” tells what something is in
        if taken and (found.item in _CONTRABAND or "subject" in said):
            return "subject"
        if taken and not found.single and found.item not in {"vehicles", "real_estate"}:
            return "subject"
        if found.kind == "mass" and found.item in DRUGS:
            return "subject"
        if self.focus.type in _SEIZING and found.item in _CONTRABAND and not found.single:
            return "subject"
        return None

    def _near(self, found: Found) -> list[Hit]:
        """The words that give roles within reach of an amount."""
        cues = self._by_sentence.get(found.sentence, [])
        start = bisect_left(cues, found.first - 2 * _NEAR, key=lambda hit: hit.first)
        return cues[start : bisect_left(cues, found.last + 2 * _NEAR, key=lambda hit: hit.first)]

    def _nearest(self, found: Found) -> str:
        """The meaning of the nearest word that gives a role, if it is near enough or says “taken”."""
        best, least = "", float(_NEAR) + 0.5
        for hit in self._near(found):
            meaning = hit.term.id
            if meaning in {"counterfeit", "things", "carried"}:
                continue
            distance = self._distance(found, hit)
            if distance < least:
                best, least = meaning, distance
        return best

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
