"""One count of persons that a verb gives, and which of several verbs and counts go together."""

from __future__ import annotations

from typing import NamedTuple

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import Actor

# A noun that says itself what befell those whom it counts (“two of the three *defendants*”).
ROLE = "role"
# What a sum that the text itself makes (“another 28”) is worth above a number, and one person more above one.
TOTAL, OTHERS = 3.0, 1.5
# What a number is worth at least that stands in the news or in the lead: names add nothing to it.
_CLEAR = 5.0
# Sentences from one verb to the next that tells one more of those accused.
_FAR = 4
# Sentences from a number of persons to one of others that comes on top of it.
_BETWEEN = 2
# Letters by which two mentions of one surname are the same in any case.
_STEM = 4


class Count(NamedTuple):
    """A number of persons that a verb gives, how well it fits the news, and the words that say so.

    `numbered`: the text gives the number itself. `added`: they come on top of persons whom the
    sentence does not tell (“*another* 28 were charged”). `beside`: one person more than those told in the sentence.
    `company`: those of the number who are caught with the one of whom the verb speaks. `total`: it is told
    as the sum of all. `part`: the number itself, where others are listed with it.
    """

    value: int
    score: float
    first: int
    last: int
    who: str = ""
    numbered: bool = False
    added: bool = False
    beside: bool = False
    company: int = 0
    total: bool = False
    part: int = 0


def on_top(count: Count, *, sentence: int, before: tuple[int, Count] | None) -> Count:
    """A number of others, with those whom the sentence before tells, or the same one before them: “A. B. was charged.
    *Another 28* were charged.”
    """
    if not count.added or before is None or before[1].added or before[1].total:
        return count
    numbers = count.beside or (count.numbered and before[1].numbered)
    # “Three are in custody here. A spokesman said so. *Another seven* were caught there.”
    far = _BETWEEN if count.numbered or not before[1].numbered else 1
    here = before[0] == sentence and numbers and before[1].last <= count.first
    if not here and not 0 < sentence - before[0] <= far:
        return count
    if before[1].numbered and not count.numbered:
        return count  # “Five were arrested. Arrested is also the mayor”: he is one of them
    score = max(count.score, before[1].score) + (TOTAL if count.numbered else OTHERS)
    return count._replace(value=count.value + before[1].value, first=before[1].first, score=score)


_SOME = 2


def named_accused(actors: tuple[Actor, ...]) -> list[Actor]:
    """Those whom a text names as charged: where no words count them, they are as many as are named."""
    return [actor for actor in actors if actor.role == "charged" and actor.evidence]


def named_suspects(actors: tuple[Actor, ...]) -> list[Actor]:
    """Those whom a text names as suspects: where an arrest is the news and no words count them, they were caught."""
    return [actor for actor in actors if actor.role == "suspect" and actor.evidence]


def are_more(named: int, counted: int) -> bool:
    """Whether those who are named are rather as many as there are: two that a text counts are often some of them, of
    more than that a single one too many is rather named for another reason.
    """
    return named > counted and (counted <= _SOME or named > counted + 1)


def _is_role(verb: Hit) -> bool:
    return verb.term.id.endswith("." + ROLE)


def _rank(verb: Hit) -> int:
    return 0 if ".one" in verb.term.id else 1 if ".many" in verb.term.id else 3 if ".noun" in verb.term.id else 2


def longest(verbs: list[Hit]) -> list[Hit]:
    """The verbs that no longer verb covers; of two readings of the same words the one that speaks of one person, or
    else of several.
    """
    kept: list[Hit] = []
    for verb in sorted(verbs, key=lambda hit: (hit.first, -hit.last, _rank(hit))):
        kind = verb.term.id.partition(".")[0]
        covered = [
            hit
            for hit in kept[-3:]
            if hit.last >= verb.last and hit.term.id.partition(".")[0] == kind and _is_role(hit) == _is_role(verb)
        ]
        if not covered:
            kept.append(verb)
    return kept


class Together:
    """Those whom the verbs of neighbouring sentences name, each person once: “A. B. was arrested here, C. D. was caught
    there”.
    """

    def __init__(self) -> None:
        self._whole: set[tuple[str, str]] = set()
        self._alone: set[str] = set()
        self._last: int | None = None
        self._nameless = 0
        self._in_full = 0

    def add(self, names: list[Mention], *, sentence: int, value: int, known: bool = False) -> None:
        """Takes in those whom one verb names, unless it stands far from the verb before: that one recalls something.
        `known`: they are accused in this text, and the verb may stand farther.
        """
        if not names or (self._last is not None and sentence > self._last + (_FAR if known else 1)):
            return
        self._last, known_before = sentence, self._named()
        for name in names:
            words = [fold(word) for word in name.words]
            if name.kind == "initials":
                self._whole.add((words[0][:1], words[-1][:1]))
            elif name.kind == "single":
                self._alone.add(words[0][:_STEM])
            else:
                self._whole.add((words[0][:1], words[-1].rstrip(".")[:_STEM]))
        # Whom one verb leaves without a name the next one may name.
        self._nameless = max(0, self._nameless - (self._named() - known_before)) + max(0, value - len(names))

    @property
    def anybody(self) -> bool:
        """Whether anybody has been named."""
        return bool(self._whole or self._alone)

    def _named(self) -> int:
        full = {name for name in self._whole if len(name[1]) > 1}
        hidden = self._whole - full - {(first, last[:1]) for first, last in full}
        return len(full) + len(hidden) + len(self._alone - {surname for _, surname in full})

    def in_full(self, value: int) -> None:
        """Takes in that a number was told whose persons are all named: whoever is named besides comes on top."""
        self._in_full = max(self._in_full, value)

    def at_least(self, count: Count) -> int:
        """The number that the text gives, or else of those whom it names, where they are more than one verb counts."""
        if count.numbered and count.score >= _CLEAR and count.value > self._in_full:
            return count.value
        return self.named(count)

    def named(self, count: Count) -> int:
        """The number of those whom the text names, or else that of a verb, where it is more."""
        return max(count.value, self._named() + self._nameless)

    def more(self) -> None:
        """Takes in one more, who is told by a noun alone."""
        self._nameless += bool(self._whole)
