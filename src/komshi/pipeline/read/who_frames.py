"""What changes the meaning of a word about a person: demands, conditions, negations, verdicts that are taken back.

A demand is no sentence, a quashed verdict is none, what might happen has not, and what was dropped accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from komshi.pipeline.read.who_cues import Cue, LinkWords, gap
from komshi.pipeline.text.fold import fold

# Letters from a cue in which a demand or a quashing belongs to it; a bare term of years may be asked for at its end.
_DEMAND_REACH = 140
_FAR_DEMAND = 400
# Letters from "it was wrongly reported that" to what was.
_DENIED_REACH = 100
# Letters from "the complaint against" over the names to "was dismissed".
_DROPPED_REACH = 200
_EARLIER_REACH = 26
# Letters from "was let go" to "on bail", and from an old verdict to "and has served it".
_BOUND_REACH = 100
_SERVED_REACH = 60
_ENDS = frozenset(["convicted", "final", "acquitted"])
_ACCUSING = frozenset(["suspect", "charged", "defendant", "convicted", "final", "record", "term"])
# A year with no day and month before it.
_YEAR = re.compile(r"(?:(?<![\w.]\s)(?<!\d)|^)\s?(?:[^\W\d_]{1,3}\s)?(?:19|20)\d\d\b")

# The same inside the words of a verdict ("served in 2016 his sentence").
_WITHIN = re.compile(r"(?<=\s)(?:19|20)\d\d\b")

# The year that opens a sentence ("In 2011, for the same"), up to so many letters before the words of a verdict.
_OPENING_YEAR = re.compile(r"\s*(?:[^\W\d_]{1,6}\s)?(?:19|20)\d\d\b")
_SENTENCE_REACH = 120
_ENDS_SENTENCE = re.compile(r"(?<!\d)[.!?]\s|\n")

# Words between what is quashed and an acquittal; where a verdict stands behind it ("by the quashed *verdict* X was").
_QUASHED, _QUASHED_BY = 3, 6


def all_acquitted(frames: Sequence[Cue]) -> bool:
    """Whether the framing words of a sentence tell that a court acquitted everybody who stood before it."""
    said = {frame.role for frame in frames}
    return "everyone" in said and said.isdisjoint({"demand", "quash", "modal", "negation"})


class Frames:
    """The framing words of one sentence."""

    def __init__(self, text: str, words: LinkWords, frames: Sequence[Cue]) -> None:
        self._text, self._words, self._frames = text, words, frames

    def __call__(self, cue: Cue) -> str | None:
        """What the cue says once demands, conditions, negations and quashed verdicts are heeded; None for nothing."""
        frames = self._frames
        near = [f for f in frames if f.end <= cue.start and cue.start - f.end < 60]
        if any(f.role == "negation" and cue.start - f.end < 14 for f in near):
            return None
        if cue.role in _ACCUSING and any(
            self._denies(f, cue) for f in frames if 0 <= cue.start - f.end < _DENIED_REACH
        ):
            return "denied"
        if cue.reach is not None and any(f.role == "possessive" and cue.start - f.end < 3 for f in near):
            return None
        if cue.role in {"suspect", "charged", "defendant"} and self._dropped(cue):
            # What came of a case of earlier years says nothing of this one.
            return None if self._earlier(cue, near) else "dropped"
        if cue.role == "freed":
            return None if self._bound(cue) else cue.role
        if cue.role == "fined":
            around = cue.start - _EARLIER_REACH, cue.end + _SERVED_REACH
            return None if self._earlier(cue, near) or _WITHIN.search(self._text, *around) else cue.role
        if cue.role in _ENDS and any(f.role == "elsewhere" and f.end <= cue.start for f in frames):
            # What another case came to is not the end of this one.
            return "record" if cue.role in {"convicted", "final"} else None
        if cue.role in {"convicted", "record", "term", "final", "acquitted"}:
            return self._verdict(cue, near)
        if any(f.role == "modal" and cue.start - f.end < 20 for f in near):
            return None
        return cue.role

    def _denies(self, denial: Cue, cue: Cue) -> bool:
        """Whether what is denied is this: "denied that X was arrested", not "denied that he lied, and was arrested"."""
        between = self._text[denial.end : cue.start]
        if denial.role not in {"denied", "negation"} or {",", ";", "\n"} & {*between}:
            return False
        if denial.role == "denied":
            return self._words.relative.isdisjoint(gap(self._text, (denial.end, cue.start)).words)
        # "It was not X who was convicted": nothing but a name stands between.
        small = [fold(word) for word in between.split() if not word[0].isupper()]
        return len(small) < len(between.split()) and (self._words.relative | self._words.be).issuperset(small)

    def _dropped(self, cue: Cue) -> bool:
        """Whether the proceedings that the cue tells of are over without a verdict."""
        if any(f.role == "dropped" and 0 <= cue.start - f.end <= 1 for f in self._frames):
            return True  # "no grounds to suspect X"
        if cue.side == "both" and cue.role == "suspect":
            # "X, arrested then, the prosecution dropped the case": what is told after the arrest ends it.
            return any(f.role == "dropped" and 0 < f.start - cue.end < _DEMAND_REACH for f in self._frames)
        near = [f for f in self._frames if f.role == "dropped" and abs(f.start - cue.start) < _DROPPED_REACH]
        return any(not self._parted(f, cue) for f in near)

    def _bound(self, cue: Cue) -> bool:
        """Whether whoever is let go stays accused: on bail, under an order, or in the same clause called a suspect."""
        bound = (f for f in self._frames if f.role == "bound" and abs(f.start - cue.start) < _BOUND_REACH)
        return any(
            not {";", "\n"} & {*self._text[min(f.end, cue.end) : max(f.start, cue.start)]} and not self._parted(f, cue)
            for f in bound
        )

    def _parted(self, frame: Cue, cue: Cue) -> bool:
        """Whether "while" stands between the two: "X will be tried, while Y has died"."""
        words = gap(self._text, (min(frame.end, cue.end), max(frame.start, cue.start))).words
        return not self._words.contrast.isdisjoint(words)

    def _verdict(self, cue: Cue, near: Sequence[Cue]) -> str:
        """A demanded verdict is none, nor is one that might come or that a higher court has taken back."""
        reach = _FAR_DEMAND if cue.role == "term" else _DEMAND_REACH
        around = [f for f in self._frames if abs(f.start - cue.start) < reach and not self._set_apart(f, cue)]
        asked = [f for f in around if f.role == "demand" and (cue.role != "acquitted" or f.start < cue.end)]
        if any(self._asks(f, cue) for f in asked) or any(f.role == "modal" for f in near):
            return "charged"
        if cue.role == "acquitted":
            return "uncleared" if any(f.role == "quash" and self._governs(f, cue) for f in near) else cue.role
        taken = {f.role for f in around} & {"quash", "dropped"}
        if taken:
            return "dropped" if len(taken) == 2 else "quashed"
        if cue.role == "term" or not self._earlier(cue, near):
            return cue.role
        served = (f for f in self._frames if f.role == "served")
        return "served" if any(abs(f.start - cue.start) < _SERVED_REACH for f in served) else "record"

    def _set_apart(self, frame: Cue, cue: Cue) -> bool:
        """Whether the frame is another person's: "the case against X was dropped, while Y was sentenced"."""
        if frame.role not in {"quash", "dropped"}:
            return False
        if ";" in self._text[min(frame.end, cue.end) : max(frame.start, cue.start)]:
            return True  # "two were dropped from the case; a third, X, was sentenced"
        if frame.start >= cue.end:
            # "X's sentence stands, while against Y it was quashed"
            words = gap(self._text, (cue.end, frame.start)).words
            return any(a in self._words.contrast and b in self._words.again for a, b in pairwise(words))
        if frame.end > cue.start:
            return False
        return not self._words.contrast.isdisjoint(gap(self._text, (frame.end, cue.start)).words)

    def _earlier(self, cue: Cue, near: Sequence[Cue]) -> bool:
        """Whether the verdict is one of an earlier year: whoever is arrested now is not convicted of this."""
        if any(f.role == "earlier" and 0 <= f.start - cue.end < 2 for f in self._frames):
            return True
        if any(f.role == "earlier" and cue.start - f.end < _EARLIER_REACH for f in near):
            return True
        if _WITHIN.search(self._text, cue.start, cue.end):
            return True
        low = max(0, cue.start - _EARLIER_REACH)
        if _YEAR.search(self._text[low : cue.start]) or _YEAR.match(self._text, cue.end):
            return True
        ends = [end.end() for end in _ENDS_SENTENCE.finditer(self._text, max(0, low - _SENTENCE_REACH), cue.start)]
        return bool(ends) and _OPENING_YEAR.match(self._text, ends[-1]) is not None

    def _governs(self, quash: Cue, cue: Cue) -> bool:
        """Whether what is quashed is this acquittal: it follows at once, or a verdict does, and no "and" parts them."""
        between = gap(self._text, (quash.end, cue.start))
        verdict = any(f.role == "verdict" and 0 <= f.start - quash.end <= 1 for f in self._frames)
        reach = _QUASHED_BY if verdict and between.commas in (0, 2) else _QUASHED
        return len(between.words) <= reach and self._words.joins.isdisjoint(between.words)

    def _asks(self, demand: Cue, cue: Cue) -> bool:
        """Whether a demand is for this verdict, and not told beside it ("less than what the prosecutor asked")."""
        if cue.role == "term":
            return True
        if demand.start < cue.end:
            # "The confiscation that was asked for against X, who is serving"
            return self._words.whose_clause.isdisjoint(gap(self._text, (demand.end, cue.start)).words)
        between = gap(self._text, (cue.end, demand.start)).words
        return (self._words.breaks | self._words.relative).isdisjoint(between)
