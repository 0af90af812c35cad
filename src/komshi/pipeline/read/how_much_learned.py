"""What the words around an amount say of its part in the event: features for the model that looks at it again.

All words count by what they mean (`komshi.pipeline.text.meanings`), so that what was learnt in one language is
known in the others.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from math import log10
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned.nearby import Nearby
from komshi.pipeline.read.learned.network import WHOLE, Features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from komshi.pipeline.read.how_much_amounts import Amount
    from komshi.pipeline.read.how_much_roles import Found
    from komshi.pipeline.read.prepared import Focus, Prepared
    from komshi.pipeline.text.meanings import Meanings
    from komshi.pipeline.types import QuantityRole

QUESTION, YES, NO = "amount", "yes", "no"
_NEAR = 2
# Words of these lexicons count by what they stand for, and by how far away they stand.
_TOPICS = ("quantity_roles", "events", "background", "status", "time")
_STEPS = (2, 5, 10)
_ZONES = (1, 2, 3, 5, 8)
_MOST_MARKETS = 3
# Sentences that are never the end of a report, where others of the kind are recalled.
_LEAD = 4
_NOTE = 3
_NAMED = frozenset({"value", "price"})
_SURE = 0.4
"""How likely it has to be that an amount is what the event is about where the rules say that it is not."""
_SURER = 0.6
"""The same where words name another part: a value, a price."""
_UNLIKELY = 0.2
"""Below this an amount is not what the event is about though the rules say so."""


class AmountView:
    """One text as the model of amounts sees it."""

    def __init__(self, prepared: Prepared, focus: Focus, meanings: Meanings, amounts: Sequence[Amount]) -> None:
        self._prepared, self._focus = prepared, focus
        self._nearby = Nearby(prepared, meanings, topics=_TOPICS, steps=_STEPS)
        self._words = self._nearby.words
        self._title = len(prepared.article.title or "")
        self._in_sentence: dict[int, list[Amount]] = defaultdict(list)
        for amount in amounts:
            self._in_sentence[prepared.sentence_of_word[amount.first]].append(amount)

    @property
    def is_note(self) -> bool:
        """Whether a text is too short to tell the model more than the rules know; none that it learnt from was so."""
        return self._nearby.sentences <= _NOTE

    @cached_property
    def _text(self) -> Features:
        """What all amounts of a text have in common: its news and its markets."""
        found: Features = {f"news:{self._focus.type}": WHOLE}
        counts: dict[str, int] = {}
        for hit in self._prepared.hits.get("markets", ()):
            market = hit.term.id.partition(".")[0]
            counts[market] = counts.get(market, 0) + 1
        for at, market in enumerate(sorted(counts, key=lambda one: -counts[one])[:_MOST_MARKETS]):
            found[f"market:{market}"] = WHOLE // (1 + at)
        return found

    def features(self, amount: Amount, found: Found, *, role: QuantityRole | None) -> Features:
        """What is known of an amount: what it counts, where it stands, what is said around it, and by the rules."""
        unit = amount.unit
        thing = found.item or unit
        said: Features = dict(self._text)
        of = found.kind if found.kind == "money" else thing
        said.update({f"kind:{found.kind}": WHOLE, f"thing:{thing}": WHOLE, f"unit:{unit}": WHOLE})
        for market in [name for name in self._text if name.startswith("market:")]:
            said[f"{of} {market}"] = self._text[market]
        said[f"{of} news:{self._focus.type}"] = WHOLE
        for flag in ("single", "listed", "each", "within"):
            if getattr(found, flag):
                said[f"{found.kind} {flag}"] = WHOLE
        size = 0 if not found.value or found.value < 1 else int(2 * log10(found.value))
        said[f"size:{found.kind} {unit} {size // 2}"] = WHOLE
        said[f"size:{of} {size}"] = WHOLE // 2
        said[f"=rule:{role}"] = 2 * WHOLE
        said[f"=rule:{role} {of}"] = WHOLE
        if amount.asked:
            said[f"asked {found.kind}"] = WHOLE
        for word in self._words[found.first : found.last]:
            if word:
                said[f"w:{word}"] = WHOLE
        self._place(said, found, amount)
        self._nearby.add_around(said, range(found.first, found.last), weight=WHOLE, near=_NEAR)
        self._said(said, found)
        return said

    def _place(self, said: Features, found: Found, amount: Amount) -> None:
        """Where an amount stands: in the title, in the news, before or behind others."""
        zone = sum(found.sentence >= edge for edge in _ZONES)
        last = found.sentence > _LEAD and found.sentence >= self._nearby.sentences - 2
        said[f"zone:{zone}"] = WHOLE
        if last:
            said["zone:last"] = WHOLE
        if self._prepared.word_starts[found.first] < self._title:
            said["title"] = WHOLE
        if found.sentence == self._focus.sentence:
            said["focus"] = WHOLE
        if found.sentence in self._focus.background:
            said["background"] = WHOLE
        beside = self._in_sentence[found.sentence]
        said[f"amounts:{min(len(beside), 4)}"] = WHOLE
        alike = [one for one in beside if one.kind == amount.kind]
        said[f"alike:{min(len(alike), 3)} {alike.index(amount) if amount in alike else 9}"] = WHOLE // 2
        if amount.numeral.low is not None or amount.numeral.high is not None:
            said["bounded"] = WHOLE

    def _said(self, said: Features, found: Found) -> None:
        """The words of the lexicons in the sentence of an amount."""
        for side, hit in self._nearby.add_lexicons(said, range(found.first, found.last), weight=WHOLE):
            if hit.term.topic == "quantity_roles":
                said[f"m:{found.kind} m:{hit.term.topic}:{hit.term.id} {side}"] = WHOLE


def settled(role: QuantityRole | None, share: float) -> QuantityRole | None:
    """The part of an amount: `role` is what the rules say, `share` how likely it is what the event is about."""
    if role == "subject":
        return "background" if share < _UNLIKELY else role
    return "subject" if share >= (_SURER if role in _NAMED else _SURE) else role
