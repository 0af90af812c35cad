"""What is said of somebody and of a relative whom the text calls by the given name alone: "X and his son Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from komshi.pipeline.read.who_cues import ACCUSING, LinkWords, SentenceCues, gap
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_lists import Named

# Words of "and his": what stands before a relative.
_AND_HIS = 2
# Words between "the son of" and the name.
_OWNER_REACH = 5
# Letters before "daughter" in which "his" stands.
_WHOSE_REACH = 24
_POSSESSIVE = ("'s", "’s")
# What stands between a name and the noun for a relative: ", the ".
_ASIDE = re.compile(r",? (?:[^\W\d_]{1,4} )?")
KIN = "kin"
"""What is said of somebody whom the text introduces as another's relative."""


class Kin:
    """The relatives in one sentence who are named beside somebody."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms) -> None:
        self._text, self._words, self._cues, self._forms = text, words, cues, forms

    def beside(self, names: Sequence[Named], lone: Named) -> Named | None:
        """Who is named right before "and his son X"."""
        left = next((n for n in reversed(names) if n.mention.after <= lone.start), None)
        if left is None or lone.title != "relative" or left.protected:
            return None
        words = gap(self._text, (left.mention.after, lone.start)).words
        return left if words[:1] and words[0] in self._words.joins and len(words) <= _AND_HIS else None

    def share(self, names: Sequence[Named], relatives: Sequence[Named]) -> None:
        """Gives relatives what accuses both: "arrested were X and his son Y"."""
        for lone in relatives:
            left = self.beside(names, lone)
            if left is None or any(left.mention.after <= cue.start < lone.start for cue in self._cues.cues):
                continue
            lone.roles += [said for said in left.roles if said[0] in ACCUSING]

    def tell(self, names: Sequence[Named]) -> None:
        """Marks whom the text calls somebody's relative: of "X, the brother of Y, who was convicted" Y was."""
        for left, named in pairwise(names):
            if not named.owner or left.owner:
                continue
            titles = (t for t in self._cues.titles if t.role == "relative" and left.mention.after <= t.start)
            title = next((t for t in titles if t.end <= named.mention.start), None)
            if title is not None and _ASIDE.fullmatch(self._text, left.mention.after, title.start):
                left.roles.append((KIN, 0.0))

    def possessive(self, named: Named) -> bool:
        """Whether the name is an English genitive: "X's cousin"."""
        start, end = named.mention.start, named.mention.end
        return self._text[start:end].endswith(_POSSESSIVE) or self._text[end : end + 2] in _POSSESSIVE

    def owns(self, named: Named, floor: int) -> bool:
        """Whether the name is that of whose son or sister is meant: "the son of X", or X in another case behind it."""
        if self.possessive(named) or (named.mention.kind == "single" and self._forms.possessive(named.mention.words)):
            return True
        for title in self._cues.titles:
            if title.role == "relative" and floor <= title.start and title.end <= named.mention.start:
                between = gap(self._text, (title.end, named.mention.start))
                if between.commas or between.stopped or len(between.words) > _OWNER_REACH:
                    continue
                before = gap(self._text, (max(floor, title.start - _WHOSE_REACH), title.start)).words[-2:]
                if before and not self._words.whose.isdisjoint(before):
                    return False  # "his daughter X": X is the daughter
                if self._words.is_of(gap(self._text, (title.start, title.end)).words[-1:]):
                    return True  # "the killer of" is one term
                if not self._words.pronouns.isdisjoint(between.words[:2]):
                    continue  # "the wife of his X": X is the wife
                following = gap(self._text, (title.end, min(title.end + 16, named.mention.start))).words[:1]
                if self._words.of.issuperset(following) and following:
                    return True
                return self._forms.inflected(named.mention.words)
        return False
