"""Which events a text tells, the news first: terms weighed by how plainly they name the act and where they stand."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from komshi.pipeline.read.background import Background
from komshi.pipeline.read.cues import Cue, cues, places
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Span

# A second word for the same act says less than the first. The type is right in 93 of 109 on dev; at 0 in 86, at 0.25
# in 91, at 1 in 91; on written.dev all give 49 of 51.
_REPEATED = 0.5
# Other events are told when they weigh at least this share of the news.
_ALSO = 0.4
_MOST = 5
# One strong word in the lead (1.8 * 1.8) gives a score of about 0.8.
_SCALE = 2.0
# Markets of things that can be found in a bag, and the market of people who are found in a lorry.
_GOODS = frozenset({"cocaine_trade", "heroin_trade", "cannabis_trade", "synthetic_drug_trade", "arms_trafficking",
                    "counterfeit_goods", "excisable_goods", "cultural_property", "fauna_crimes",
                    "flora_crimes", "waste_crimes", "unnamed"})  # fmt: skip
_PEOPLE = "human_smuggling"
_BESIDE_GOODS = 1.2
_DEMANDED = 0.2
# A later stage retells the earlier ones in the same breath: the news of a text that names both is the later one.
_RETELLS = {
    "conviction": ("arrest", "seizure", "indictment", "trial", "killing", "investigation", "raid", "attack"),
    "acquittal": ("arrest", "seizure", "indictment", "trial", "killing", "investigation", "conviction", "attack"),
    "trial": ("arrest", "indictment", "killing", "investigation", "attack", "conviction"),
    "indictment": ("arrest", "seizure", "killing", "investigation", "attack"),
    "extradition": ("arrest", "indictment", "killing", "investigation"),
    "sanction": ("investigation", "revelation", "policy"),
    "arrest": ("investigation", "threat"),
    "raid": ("investigation",),
    "seizure": ("investigation", "raid"),
}
# Share of the earlier stage's weight that is left, if the later one weighs at least half as much (0.3 to 0.8: no
# difference).
_LEFT = 0.6


@dataclass(frozen=True, slots=True)
class EventCue:
    """An event that the text tells: its type, how sure (0..1), the words that name it and their sentence."""

    type: str
    score: float
    trigger: Span | None
    sentence: int


class Events:
    """Finds the events of a text."""

    def __init__(self, region: Region) -> None:
        self._background = Background(region)

    def __call__(self, prepared: Prepared) -> list[EventCue]:
        """The events of the text, its news first; empty where no act is named."""
        standing = places(prepared, self._background(prepared))
        weights, best = _weigh(acts(prepared), standing)
        if not weights:
            return []
        _settle(weights)
        order = sorted(weights, key=lambda kind: (-weights[kind], kind))
        enough = _ALSO * weights[order[0]]
        return [_told(prepared, kind, weights[kind], best[kind]) for kind in order[:_MOST] if weights[kind] >= enough]


def acts(prepared: Prepared) -> list[Cue]:
    """The words for acts in the text, weighed by what stands beside them.

    Weak words of a seizure ("found") are full ones beside goods or migrants; a sentence that is only asked for or
    threatened is hardly a conviction.
    """
    beside: dict[int, set[str]] = {}
    for cue in cues(prepared, "markets"):
        beside.setdefault(cue.sentence, set()).add(cue.meaning)
    demanded = {cue.sentence for cue in cues(prepared, "status") if cue.meaning == "demand"}
    told = []
    for cue in cues(prepared, "events"):
        if cue.meaning == "seizure" and cue.grade == "weak":
            told.append(_beside(cue, beside.get(cue.sentence, set())))
        elif cue.meaning == "conviction" and cue.sentence in demanded:
            told.append(replace(cue, weight=cue.weight * _DEMANDED))
        else:
            told.append(cue)
    return told


def _beside(cue: Cue, markets: set[str]) -> Cue:
    if markets & _GOODS:
        return replace(cue, weight=_BESIDE_GOODS)
    return replace(cue, meaning="interception", weight=_BESIDE_GOODS) if _PEOPLE in markets else cue


def _weigh(found: list[Cue], standing: list[float]) -> tuple[dict[str, float], dict[str, Cue]]:
    """For each type its weight, and the cue that says most for it."""
    best: dict[str, Cue] = {}
    most: dict[str, float] = {}
    total: dict[str, float] = {}
    for cue in found:
        weight = cue.weight * standing[cue.sentence]
        total[cue.meaning] = total.get(cue.meaning, 0.0) + weight
        if weight > most.get(cue.meaning, 0.0):
            most[cue.meaning], best[cue.meaning] = weight, cue
    return {kind: most[kind] + _REPEATED * (total[kind] - most[kind]) for kind in most}, best


def _settle(weights: dict[str, float]) -> None:
    """Take from the stages that a later stage only retells."""
    full = dict(weights)
    for later, earlier in _RETELLS.items():
        for kind in earlier:
            if full.get(later, 0.0) * 2 >= full.get(kind, math.inf):
                weights[kind] = min(weights[kind], full[kind] * _LEFT)


def _told(prepared: Prepared, kind: str, weight: float, cue: Cue) -> EventCue:
    return EventCue(kind, round(1 - math.exp(-weight / _SCALE), 3), prepared.evidence(cue.hit), cue.sentence)
