"""The measure of a punishment that stands at a name in the news of a verdict: "ten years got X and Y, and eight Z".

Headlines and lists of the sentenced leave the verb out, or say it once for all; what
tells whom it is about is the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from komshi.pipeline.read.who_cues import Cue, LinkWords, gap
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_frames import Frames
from komshi.pipeline.read.who_lists import SENTENCE_END, VERDICTS, Named
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

# Letters behind a name in which its measure stands, and before it.
_BEHIND, _BEFORE = 40, 90
# Words from the number to its unit ("five and a half years").
_TO_UNIT = 3
# Words of a title between the measure and the name.
_TITLE = 3
# A greater number of years in brackets is an age ("X (35 years)"), unless prison is named.
_OLDEST = 15
# What a verdict says of somebody.
_JUDGED = VERDICTS | {"quashed", "undone", "uncleared"}
# What a link by a measure costs.
_COST = 2.0
_QUOTES = frozenset("„“”«»\"'")
# Whose name stands beside a measure because they speak of it or have decided it.
_ALOOF = frozenset(["official", "lawyer", "journalist", "other", "victim"])


class Terms:
    """Gives the names of a sentence that have a measure of their own the verdict that no word tells of them."""

    def __init__(self, text: str, words: LinkWords, frames: Frames | None, forms: NameForms) -> None:
        """Without `frames` the news is no verdict, and a measure is no punishment."""
        self._text, self._words, self._frames, self._forms = text, words, frames, forms

    def __call__(self, groups: Sequence[Sequence[Named]]) -> None:
        """Adds to the roles of whoever got so many months or years."""
        frames = self._frames
        if frames is None:
            return
        for named in self._measured(groups):
            if not any(role in _JUDGED for role, _ in named.roles):
                role = frames(Cue(named.start, named.mention.after, "term"))
                # In the news of an acquittal too: others of the same case were sentenced.
                named.roles += [("convicted" if role == "term" else role, _COST)] if role else []

    def _measured(self, groups: Sequence[Sequence[Named]]) -> list[Named]:
        found: list[Named] = []
        floor, told = 0, False
        for group in groups:
            start = group[0].mention.start
            before = self._before(max(floor, start - _BEFORE), group[0], told=told)
            behind = [named for named in group if self._behind(named.mention.after)]
            told = told or before or bool(behind)
            meant = group if before or (behind and behind[-1] is group[-1]) else behind
            found += [named for named in meant if not named.owner and named.title not in _ALOOF]
            floor = group[-1].mention.after
        return found

    def _behind(self, start: int) -> bool:
        """Whether a measure follows the name at once: "X (7 years)", "X to 7 years"."""
        behind = self._text[start : start + _BEHIND]
        if behind[:1] in {",", ".", ";", "\n"}:
            return False
        words = tokenize(fold(SENTENCE_END.split(behind)[0])).words
        if not _QUOTES.isdisjoint(behind[:2]) and words and self._number(words[0]):
            return False  # "by X: “Two years for theft”" is what somebody wrote
        at = 1 if words[:1] and words[0] in self._words.to else 0
        unit = self._unit(words, at)
        if unit is None:
            return False
        jailed = any(word.startswith(self._words.prison) for word in words[unit + 1 : unit + 2])
        return jailed or not words[at].isdecimal() or int(words[at]) <= _OLDEST

    def _before(self, floor: int, named: Named, *, told: bool) -> bool:
        """Whether a measure leads to the name: "ten years each got X", "six years were given to X"; `told`: another
        measure has named the unit ("and eight Z").
        """
        start = named.mention.start
        # "Five years for theft gave X": a subject got nothing.
        most = 0 if self._forms.nominative(named.mention.words) else _TITLE
        ends = [end.end() for end in SENTENCE_END.finditer(self._text, floor, start)]
        words = gap(self._text, (ends[-1] if ends else floor, start)).words
        units = [unit for at in range(len(words)) if (unit := self._unit(words, at)) is not None]
        if units:
            return self._leads(words[units[-1] + 1 :], most=most)
        each = (at for at, word in enumerate(words[:-1]) if word in self._words.each and self._number(words[at + 1]))
        return told and any(self._leads(["=", *words[at + 2 :]], given=True) for at in each)

    def _leads(self, words: Sequence[str], *, given: bool = False, most: int = _TITLE) -> bool:
        """Whether nothing stands between a measure and a name but that it was given, and a title; of `most` words where
        only a preposition gives it.
        """
        rest = [word for word in words if not word.startswith(self._words.prison)]
        told = given or any(word.startswith(self._words.given) for word in rest)
        given = told or any(self._gives(word) for word in rest)
        lead = list(takewhile(self._passes, rest))
        title = rest[len(lead) :]
        known = self._words
        ends = known.stops | known.breaks | known.relative | known.away | known.again | known.contrast
        return given and len(title) <= (_TITLE if told else most) and ends.isdisjoint(title)

    def _passes(self, word: str) -> bool:
        words = self._words
        small = (words.be, words.pronouns, words.plural, words.of, words.each)
        return word == "=" or self._gives(word) or any(word in some for some in small)

    def _gives(self, word: str) -> bool:
        return word.startswith(self._words.given) or word in self._words.again

    def _unit(self, words: Sequence[str], at: int) -> int | None:
        """Where the unit stands of the number at an index; None for no number, or none of years or months."""
        if at >= len(words) or not self._number(words[at]):
            return None
        for unit in range(at + 1, min(at + 1 + _TO_UNIT, len(words))):
            if words[unit].startswith(self._words.years):
                return unit
        return None

    def _number(self, word: str) -> bool:
        return self._words.is_amount(word) and not word.startswith((*self._words.years, *self._words.prison))
