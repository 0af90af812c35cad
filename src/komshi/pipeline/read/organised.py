"""Whether the text states that an organised group stands behind the case, and on whose word."""

from __future__ import annotations

from komshi.pipeline.read.cues import Cue, cues
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Span

Answer = tuple[str, tuple[Span, ...]]
_MOST_EVIDENCE = 3


class Organised:
    """Reads `none_stated`, `suspected`, `charged` or `convicted`; the offence alone never says that it is organised."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __call__(self, prepared: Prepared, focus: Focus) -> Answer:
        """The strongest word that is said of a group in the news of the text, with the words that name the group."""
        found = cues(prepared, "organised")
        said: dict[int, set[str]] = {}
        for cue in found:
            said.setdefault(cue.sentence, set()).add(cue.meaning)
        denied = {sentence for sentence, words in said.items() if "denied" in words}
        groups = [cue for cue in found if cue.meaning == "group" and cue.sentence not in denied]
        for word, mark, events in (("convicted", "verdict", _VERDICTS), ("charged", "charge", _CHARGES)):
            # Of a charge also what looks like background: it tells when the offence was committed.
            by_court = [
                cue
                for cue in groups
                if mark in said[cue.sentence]
                and focus.type in events
                and (word == "charged" or cue.sentence not in focus.background)
            ]
            if by_court:
                return word, _evidence(prepared, by_court)
        groups = [cue for cue in groups if cue.sentence not in focus.background]
        if not groups:
            return "none_stated", ()
        return "suspected", _evidence(prepared, groups)


_VERDICTS = frozenset({"conviction"})
_CHARGES = frozenset({"indictment", "trial", "conviction", "acquittal", "extradition"})


def _evidence(prepared: Prepared, found: list[Cue]) -> tuple[Span, ...]:
    return tuple(prepared.evidence(cue.hit) for cue in found[:_MOST_EVIDENCE])
