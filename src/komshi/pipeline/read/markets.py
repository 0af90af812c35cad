"""Which illicit markets a text is about, the most important first."""

from __future__ import annotations

import math
from dataclasses import replace

from komshi.pipeline.read.cues import STRENGTH, Cue, cues, places
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Market, Span

# A market is named when its words weigh at least this much: one plain word in the body, or a weak one in the lead. F1
# over the lists of markets on written.dev and dev: 0.946 and 0.907; at 0.4 0.966 and 0.897, at 1 0.917 and 0.913.
_ENOUGH = 0.7
# A further market is named when it weighs at least this share of the first (at 0.2: 0.938 and 0.907; at 0.5: 0.946
# and 0.900).
_ALSO = 0.35
_SCALE = 1.5
# A certain word does not make an offence more important than the plain word beside it: "fraud, bribery and
# laundering" stay in this order. At 1.8 one first market more is wrong in each of the two sets.
_STRONGEST = 1.0
# With nothing better, one weak word outside the background names the market.
_WEAK_ENOUGH = 0.3
_FALLBACK = "fallback"
Weighed = dict[str, list[tuple[float, Cue]]]
# One hint anywhere but in a background sentence or the tail; without hints 44 of 51 and 70 of 88 first markets are
# right instead of 49 and 75.
_HINT = 0.11
# Later words for the same market add less: a text that says "cocaine" nine times is not nine times about it.
_REPEATED = 0.35
_MOST_EVIDENCE = 3
# A killing, a shooting or a bomb is its own market, whatever the people involved trade in.
_VIOLENT = frozenset({"killing", "attack", "threat"})
_VIOLENCE = "organized_violence"
_CYBER = "cyber_dependent_crimes"
_VIOLENT_NEWS = 2.0
# Goods that the text does not name ("drugs"): no market is given, and none is guessed from an official who speaks of
# it.
_UNNAMED = "unnamed"
# News in which the official who is named is likely the one proceeded against, not the one who speaks.
_PROCEEDINGS = frozenset({"arrest", "investigation", "indictment", "trial", "conviction", "acquittal", "sanction",
                          "resignation", "raid", "other"})  # fmt: skip
# Words of a general offence that come with nearly every case of these markets stand behind them.
_BEHIND = {"money_laundering": 0.7, "organized_violence": 0.7}


class Markets:
    """Finds the markets of a text."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __call__(self, prepared: Prepared, focus: Focus) -> tuple[Market, ...]:
        """The markets, most important first; empty where the text names none (a drug that it does not name, say)."""
        found = cues(prepared, "markets")
        standing = places(prepared, focus.background)
        plain = [cue for cue in found if cue.grade != _FALLBACK and cue.meaning != _UNNAMED]
        weights, best = _weigh([*plain, *_violence(prepared)], standing)
        for market, factor in _BEHIND.items():
            if market in weights:
                weights[market] *= factor
        if focus.type in _VIOLENT and _VIOLENCE in weights:
            weights[_VIOLENCE] *= _VIOLENT_NEWS / _BEHIND[_VIOLENCE]
        named = {market: weight for market, weight in weights.items() if weight >= _ENOUGH}
        if not named and not any(cue.meaning == _UNNAMED and cue.sentence not in focus.background for cue in found):
            hints = [cue for cue in found if cue.grade == _FALLBACK]
            named = _hinted(weights) or _fallback(hints, standing, focus, best)
        order = sorted(named, key=lambda market: (-named[market], best[market][0][1].hit.first, market))
        return tuple(
            Market(market, _score(named[market]), _evidence(prepared, best[market]))
            for market in order
            if named[market] >= _ALSO * named[order[0]]
        )


def _violence(prepared: Prepared) -> list[Cue]:
    """Killings and attacks as weak words of violence: in a relevant text they hardly stand for anything else."""
    # An attack on computers is none.
    found = (cue.hit for cue in cues(prepared, "markets") if cue.meaning == _CYBER)
    wired = {word for hit in found for word in range(hit.first, hit.last)}
    return [
        replace(cue, meaning=_VIOLENCE, weight=STRENGTH["weak"])
        for cue in cues(prepared, "events")
        if cue.meaning in _VIOLENT and cue.grade != "weak" and not (wired & set(range(cue.hit.first, cue.hit.last)))
    ]


def _weigh(found: list[Cue], standing: list[float]) -> tuple[dict[str, float], Weighed]:
    """For each market its weight, and its cues with theirs, heaviest first.

    Words of one sentence count once: an offence with a long name is not more important than one with a short name.
    """
    by_market: Weighed = {}
    for cue in found:
        weight = min(cue.weight, _STRONGEST) * standing[cue.sentence]
        by_market.setdefault(cue.meaning, []).append((weight, cue))
    weights = {}
    for market, weighed in by_market.items():
        weighed.sort(key=lambda pair: (-pair[0], pair[1].hit.first))
        heaviest: dict[int, float] = {}
        for weight, cue in weighed:
            heaviest.setdefault(cue.sentence, weight)
        most = weighed[0][0]
        weights[market] = most + _REPEATED * (sum(heaviest.values()) - most)
    return weights, by_market


def _hinted(weights: dict[str, float]) -> dict[str, float]:
    """The market of the heaviest weak word, if one is heavy enough."""
    market = max(weights, key=lambda kind: (weights[kind], kind), default=None)
    return {market: weights[market]} if market is not None and weights[market] >= _WEAK_ENOUGH else {}


def _fallback(found: list[Cue], standing: list[float], focus: Focus, best: Weighed) -> dict[str, float]:
    """The market that hints agree on: an official in the dock with no offence told is a case of corruption."""
    if focus.type not in _PROCEEDINGS:
        found = [cue for cue in found if cue.meaning == _VIOLENCE]
    weights, by_market = _weigh(found, standing)
    market = max(weights, key=lambda kind: (weights[kind], kind), default=None)
    if market is None or weights[market] < _HINT:
        return {}
    best.update({market: by_market[market]})
    return {market: weights[market]}


def _score(weight: float) -> float:
    return round(1 - math.exp(-weight / _SCALE), 3)


def _evidence(prepared: Prepared, weighed: list[tuple[float, Cue]]) -> tuple[Span, ...]:
    return tuple(sorted(prepared.evidence(cue.hit) for _, cue in weighed[:_MOST_EVIDENCE]))
