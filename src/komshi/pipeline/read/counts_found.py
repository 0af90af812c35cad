"""One count of persons that a verb gives, and which of several verbs and counts go together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from komshi.pipeline.text.lexicon import Hit

# A noun that says itself what befell those whom it counts (“two of the three *defendants*”).
ROLE = "role"
# What a sum that the text itself makes (“another 28”) is worth above a number, and one person more above one.
TOTAL, OTHERS = 3.0, 1.5


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons that a verb gives, how well it fits the news, and the words that say so.

    `numbered`: the text gives the number itself. `added`: they come on top of persons whom the
    sentence does not tell (“*another* 28 were charged”). `beside`: one person more than those told in the sentence.
    """

    value: int
    score: float
    first: int
    last: int
    who: str = ""
    numbered: bool = False
    added: bool = False
    beside: bool = False


def on_top(count: Count, *, sentence: int, before: tuple[int, Count] | None) -> Count:
    """A number of others, with those whom the sentence before tells: “A. B. was charged. *Another 28* were charged.”"""
    if not count.added or before is None or before[1].added:
        return count
    if before[0] != sentence - 1 and not (before[0] == sentence and count.beside and before[1].last <= count.first):
        return count
    if before[1].numbered and not count.numbered:
        return count  # “Five were arrested. Arrested is also the mayor”: he is one of them
    score = max(count.score, before[1].score) + (TOTAL if count.numbered else OTHERS)
    return replace(count, value=count.value + before[1].value, first=before[1].first, score=score)


def _is_role(verb: Hit) -> bool:
    return verb.term.id.endswith("." + ROLE)


def longest(verbs: list[Hit]) -> list[Hit]:
    """The verbs that no longer verb covers; of two readings of the same words the one that speaks of one person."""
    kept: list[Hit] = []
    for verb in sorted(verbs, key=lambda hit: (hit.first, -hit.last, ".one" not in hit.term.id)):
        kind = verb.term.id.partition(".")[0]
        covered = [
            hit
            for hit in kept[-3:]
            if hit.last >= verb.last and hit.term.id.partition(".")[0] == kind and _is_role(hit) == _is_role(verb)
        ]
        if not covered:
            kept.append(verb)
    return kept
