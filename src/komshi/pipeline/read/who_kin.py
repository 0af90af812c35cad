"""What is said of somebody and of a relative whom the text calls by the given name alone: "X and his son Y"."""

from __future__ import annotations

from collections.abc import Sequence

from komshi.pipeline.read.who_cues import ACCUSING, LinkWords, SentenceCues, gap
from komshi.pipeline.read.who_lists import Named

# Words of "and his": what stands before a relative.
_AND_HIS = 2


class Kin:
    """The relatives in one sentence who are named beside somebody."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues) -> None:
        self._text, self._words, self._cues = text, words, cues

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
