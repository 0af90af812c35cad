"""Whether a text is for the observatory: does it tell of an event of organised crime or corruption tied to the region.

A sum of a few features, each made of words that can be shown. It is asked of every text, so it looks at the opening
only and stops at once where nothing speaks for the text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from komshi.pipeline.read.cues import MASK, Cue, cues, places
from komshi.pipeline.read.events import acts
from komshi.pipeline.read.link import Link
from komshi.pipeline.read.places_mentions import Finder
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Span

Reason = tuple[Span, str, float]

# Fitted by scripts/fit_relevance.py (ridge 0.3) on written.dev, dev (381 reports) and 789 texts on other subjects, and
# rounded; `silent`, `figures`, `other` and `ordinary` then moved by hand, with 91 invented reports of our own beside
# those. F1 0.99 on written.dev, 0.83 on dev, 0.98 on our own, 3 false alarms of 789. Without `silent` the first two
# have one and two false alarms more; the fit itself on all four says 0.97, 0.80, 0.98 and 7 in ten folds.
WEIGHTS = {
    "topic": 4.1,
    "hard": 2.6,
    "soft": 2.9,
    "silent": -1.0,
    "talk": -1.7,
    "figures": -4.0,
    "other": -1.5,
    "ordinary": -4.5,
    "war": -3.1,
    "own": 1.7,
    "elsewhere": -4.4,
}
BIAS = -4.3
# What a first sight of a text covers: its news stands in the opening, and long texts must not gather points on the way.
OPENING = 12
# How fast words add up: this much weight is two thirds of the way to certainty (one strong word in the lead is 3.2).
_HALF = 2.0
_TOPIC_FULL = 12.0
# Less than this in words for acts, and a text tells no event: it is about the subject.
_TOLD = 0.2
# Events that police, courts and governments make; the others (policy, revelation, other) may be mere talk.
_SOFT = frozenset({"policy", "revelation", "other"})
_SILENT = _SOFT | {MASK}
_ABOUT = ("talk", "figures", "other", "ordinary", "war")


class Relevance:
    """Scores a text from 0 to 1; 0.5 and more is relevant."""

    def __init__(self, region: Region, finders: Mapping[str, Finder] | None = None) -> None:
        self._link = Link(region, finders)

    def __call__(self, prepared: Prepared) -> float:
        """How surely the text is relevant."""
        spoken = self._spoken(prepared)
        if spoken is None:
            return 0.0
        score = BIAS + sum(WEIGHTS[name] * value for name, value in spoken.items())
        if score + WEIGHTS["own"] >= 0:
            own, elsewhere = self._link(prepared)
            score += WEIGHTS["own"] * own + WEIGHTS["elsewhere"] * elsewhere
        return 1 / (1 + math.exp(-score))

    def features(self, prepared: Prepared) -> dict[str, float] | None:
        """The numbers that the score is made of, each 0..1; None where no word of the text is on the topic."""
        spoken = self._spoken(prepared)
        if spoken is None:
            return None
        own, elsewhere = self._link(prepared)
        return {**spoken, "own": own, "elsewhere": elsewhere}

    def _spoken(self, prepared: Prepared) -> dict[str, float] | None:
        """The features but those of the link, which is looked for only where it can decide."""
        if not _speaks(prepared):
            return None
        groups, standing = self._groups(prepared)
        if not (groups["topic"] or groups["hard"]):
            return None
        values = {name: _much(found, standing) for name, found in groups.items()}
        values["topic"] = math.log1p(min(_weight(groups["topic"], standing), _TOPIC_FULL)) / math.log1p(_TOPIC_FULL)
        values["silent"] = float(values["hard"] + values["soft"] < _TOLD)
        return values

    def explain(self, prepared: Prepared) -> list[Reason]:
        """The words that made the score, heaviest first: where they stand, what they speak of, their log-odds."""
        features = self.features(prepared)
        if features is None:
            return []
        groups, standing = self._groups(prepared)
        found = {
            name: [(prepared.evidence(cue.hit), cue.weight * standing[cue.sentence]) for cue in group]
            for name, group in groups.items()
        }
        ties = [(prepared.span(tie.first, tie.last), tie) for tie in self._link.words(prepared)]
        found["own"] = [(span, tie.worth) for span, tie in ties if tie.own]
        found["elsewhere"] = [(span, tie.worth) for span, tie in ties if not tie.own]
        reasons: list[Reason] = []
        for name, words in found.items():  # `silent` has no words to show
            each = WEIGHTS[name] * features[name] / (sum(weight for _, weight in words) or 1.0)
            reasons += [(span, name, round(each * weight, 3)) for span, weight in words]
        return sorted((reason for reason in reasons if reason[2]), key=lambda reason: (-abs(reason[2]), reason[0]))

    def _groups(self, prepared: Prepared) -> tuple[dict[str, list[Cue]], list[float]]:
        """The cues of the opening by what they speak of, and the weight of each sentence."""
        about = _opening(cues(prepared, "relevance"))
        goods = _opening(cues(prepared, "markets"))
        told = _opening(acts(prepared))
        groups = {name: [cue for cue in about if cue.meaning == name] for name in _ABOUT}
        groups["topic"] = [cue for cue in goods if cue.grade != "fallback"] + [c for c in about if c.meaning == "topic"]
        groups["hard"] = [cue for cue in told if cue.meaning not in _SOFT]
        groups["soft"] = [cue for cue in told if cue.meaning in _SOFT]
        return groups, places(prepared, frozenset())


def _speaks(prepared: Prepared) -> bool:
    """Whether any word can make a text relevant; most texts have none, and are not even cut into sentences."""
    hits = prepared.hits
    return any(
        (topic == "relevance" and hit.term.id.startswith("topic"))
        or (topic == "events" and hit.term.id.partition(".")[0] not in _SILENT)
        or (topic == "markets" and not hit.term.id.endswith(".fallback") and not hit.term.id.startswith(MASK))
        for topic in ("relevance", "markets", "events")
        for hit in hits.get(topic, ())
    )


def _opening(found: list[Cue]) -> list[Cue]:
    return [cue for cue in found if cue.sentence < OPENING]


def _weight(found: Sequence[Cue], standing: list[float]) -> float:
    return sum(cue.weight * standing[cue.sentence] for cue in found)


def _much(found: Sequence[Cue], standing: list[float]) -> float:
    return 1 - math.exp(-_weight(found, standing) / _HALF)
