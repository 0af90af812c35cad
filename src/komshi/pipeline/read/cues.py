"""What the questions about the news have in common: how much a term says, and how much the place where it stands.

A lexicon's table is a meaning (`[arrest]`); a table inside it says how strongly its words speak (`[arrest.weak]`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.lexicon import Hit

# A strong word in the body weighs about as much as a plain one in the lead; three weak ones hardly as much as a plain
# one.
STRENGTH = {"": 1.0, "strong": 1.8, "weak": 0.4, "fallback": 0.15}
MASK = "nothing"
"""The table of look-alikes: what stands in it is seen and hides other terms, and says nothing itself."""

# What a verdict does is not done where a sentence says that there is none yet (`Prepared.presumed`).
_VERDICT = frozenset({"conviction", "acquittal", "first_instance", "final", "not_final"})

# Where a sentence stands. On the relevant reports of written.dev (51) and dev (109) the event type is right in 49 and
# 93; with every sentence alike in 45 and 89, with only the background low in 47 and 91; with the title at 3 in 50 and
# 93, at 1 in 48 and 91. The order matters, the numbers hardly.
_TITLE, _LEAD, _SECOND, _BODY, _TAIL, _RETOLD = 2.0, 1.8, 1.2, 0.8, 0.5, 0.2
_TAIL_FROM = 9
# Shorter lines (in words) are share buttons, credits and datelines; they are not counted as the lead.
_SHORTEST_LEAD = 5


class Cue(NamedTuple):
    """A term that was found and is not hidden by a longer one."""

    meaning: str
    grade: str
    weight: float
    hit: Hit
    sentence: int


def cues(prepared: Prepared, topic: str) -> list[Cue]:
    """The terms of one lexicon file in the text, in the order of the words, without those that a longer term hides.

    Worked out once for each text, since several questions ask for them.
    """
    known: list[Cue] | None = prepared.memo.get(topic)
    if known is None:
        known = prepared.memo[topic] = _cues(prepared, prepared.hits.get(topic, ()))
    return known.copy()


def _cues(prepared: Prepared, hits: Sequence[Hit]) -> list[Cue]:
    found: list[Cue] = []
    if not hits:
        return found
    sentence_of_word = prepared.sentence_of_word
    for hit in _uncovered(hits):
        term, sentence = hit.term, sentence_of_word[hit.first]
        meaning = term.meaning
        if meaning == MASK or (meaning in _VERDICT and sentence in prepared.presumed):
            continue
        found.append(Cue(meaning, term.grade, term.weight * STRENGTH.get(term.grade, 1.0), hit, sentence))
    return found


def places(prepared: Prepared, background: frozenset[int]) -> list[float]:
    """For each sentence, how much what stands there says about the news of the text."""
    known: list[float] | None = prepared.memo.get(background)
    if known is None:
        known = prepared.memo[background] = _places(prepared, background)
    return known.copy()


def _places(prepared: Prepared, background: frozenset[int]) -> list[float]:
    title = prepared.article.title
    ends = len(title) if title and prepared.text.startswith(title) else 0
    weights: list[float] = []
    rank = 0
    for index, (start, words) in enumerate(zip(prepared.sentences.starts, prepared.words_in_sentence, strict=True)):
        if start < ends:
            weights.append(_TITLE)
            continue
        long_enough = words >= _SHORTEST_LEAD
        weights.append(_RETOLD if index in background else _by_rank(rank if long_enough else _TAIL_FROM))
        rank += long_enough
    return weights


def _by_rank(rank: int) -> float:
    if rank == 0:
        return _LEAD
    if rank == 1:
        return _SECOND
    return _BODY if rank < _TAIL_FROM else _TAIL


def _uncovered(hits: Sequence[Hit]) -> Iterable[Hit]:
    """The hits that no longer hit hides; a long one hides what stands at its ends, a mask all that it holds."""
    long = [hit for hit in hits if hit.last - hit.first > 1]
    if not long:
        return hits
    firsts = [hit.first for hit in long]
    reach = max(hit.last - hit.first for hit in long)
    return (hit for hit in hits if not any(_hides(other, hit) for other in _near(long, firsts, hit, reach)))


def _near(long: list[Hit], firsts: list[int], hit: Hit, reach: int) -> list[Hit]:
    """The long hits that begin close enough before a hit to hold it: what keeps the work linear in the text."""
    return long[bisect_left(firsts, hit.first - reach) : bisect_right(firsts, hit.first)]


def _hides(long: Hit, hit: Hit) -> bool:
    if long.first > hit.first or long.last < hit.last or long.last - long.first <= hit.last - hit.first:
        return False
    return long.term.id == MASK or long.first == hit.first or long.last == hit.last
