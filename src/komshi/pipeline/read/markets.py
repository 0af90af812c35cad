"""Which illicit markets a text is about, the most important first."""

from __future__ import annotations

import math

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
# Words that are the news themselves ("seized the villas of") where the text begins with them, in the title or the lead;
# further down they tell what a verdict brings with it.
_NEWS = "news"
_LEADS = 1.5
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
_ARMS = "arms_trafficking"
_CYBER = "cyber_dependent_crimes"
_VIOLENT_NEWS = 2.0
# A betting shop that is blown up is no gambling, the weapon no trade in arms, the burnt car no theft of cars.
_SCENES = frozenset({_ARMS, "illegal_gambling", "vehicle_crime", "excisable_goods"})
# Who is beaten or threatened over these is a forester, a ranger, a neighbour of the pit: the market is the wood, the
# game, the gravel, and the violence stands behind it.
_FOUGHT_OVER = ("flora_crimes", "fauna_crimes", "non_renewable_resources", "waste_crimes")
_BELOW = 0.9
# What they are fought over has to be said early, or twice: a journalist may have written about anything.
_PRIZE = 1.0
# Where weapons were found and nobody was shot at, explosives are goods.
_FOUND = frozenset({"seizure", "interception", "raid", "arrest", "investigation", "indictment"})
# By this sentence a text has told what the case is about; further charges are those of earlier cases.
_CHARGE_BY = 4
_ACCUSED = frozenset({"charge", "suspicion"})
# A threat or a bomb that asks for money is extortion; where somebody was killed, or the police merely name extortion
# among their suspicions, the violence is the news.
_FOR_MONEY, _EXTORTION = frozenset({"threat", "attack"}), "extortion_racketeering"
# Goods that the text does not name ("drugs"): no market is given, and none is guessed from an official who speaks of
# it.
_UNNAMED = "unnamed"
# In court the drug is often named only where the charges are retold.
_DRUGS = frozenset({"cocaine_trade", "heroin_trade", "cannabis_trade", "synthetic_drug_trade"})
_IN_COURT = frozenset({"indictment", "trial", "conviction", "acquittal", "extradition"})
# ... and so it is where a higher court sends the case back.
_REVIEWED = _IN_COURT | {"other"}
# News in which the official who is named is likely the one proceeded against, not the one who speaks.
_PROCEEDINGS = frozenset({"arrest", "investigation", "indictment", "trial", "conviction", "acquittal", "sanction",
                          "resignation", "raid", "other"})  # fmt: skip
# A public office or body. Where it stands in the title or the lead, and money was taken that nobody can account for,
# the case is one of corruption, whatever the papers were that hid it (invoices, fuel on paper, a forged diary).
_PUBLIC = "public"
_CORRUPTION = "corruption"
_PAPERS = frozenset({"financial_crimes", "excisable_goods", "counterfeit_goods"})
_ACCOUNT = frozenset({"investigation", "indictment", "trial", "conviction", "acquittal", "resignation", "revelation",
                      "sanction", "arrest", "other"})  # fmt: skip
# Words of a general offence that come with nearly every case of these markets stand behind them.
_BEHIND = {"money_laundering": 0.7, "organized_violence": 0.7}


class Markets:
    """Finds the markets of a text."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __call__(self, prepared: Prepared, focus: Focus) -> tuple[Market, ...]:
        """The markets, most important first; empty where the text names none (a drug that it does not name, say)."""
        found = _in_one_sentence(prepared)
        background = focus.background - _charged(prepared)
        standing = places(prepared, background)
        plain = [cue for cue in found if cue.grade not in (_FALLBACK, _PUBLIC) and cue.meaning != _UNNAMED]
        offices = [cue for cue in found if cue.grade == _PUBLIC]
        told = [*_only_as_news(plain, standing), *_violence(prepared)]
        weights, best = _weigh(told, standing)
        named = _named(weights, focus, best)
        unnamed = any(cue.meaning == _UNNAMED and cue.sentence not in background for cue in found)
        if not named and unnamed and focus.type in _IN_COURT:
            drugs = [cue for cue in told if cue.meaning in _DRUGS]
            named = _retold(drugs, prepared, focus, best)
        elif not named and not unnamed:
            hints = [cue for cue in found if cue.grade == _FALLBACK]
            hints += [cue._replace(weight=STRENGTH[_FALLBACK]) for cue in offices]
            named = (
                (focus.type in _REVIEWED and _retold(told, prepared, focus, best))
                or _hinted(weights)
                or _retold(told, prepared, focus, best)
                or _fallback(hints, standing, focus, best)
            )
        named = _of_office(named, offices, standing, focus, best)
        order = sorted(named, key=lambda market: (-named[market], best[market][0][1].hit.first, market))
        # Violence that is the news comes first, but drives out nothing that it would not on its own.
        enough = _ALSO * min((min(named[market], weights.get(market, 1e9)) for market in order[:1]), default=0.0)
        return tuple(
            Market(market, _score(named[market]), _evidence(prepared, best[market]))
            for market in order
            if named[market] >= enough
        )


def _in_one_sentence(prepared: Prepared) -> list[Cue]:
    """The cues whose words stand in one sentence; what the end of one and the beginning of the next make is chance."""
    sentences = prepared.sentence_of_word
    return [cue for cue in cues(prepared, "markets") if sentences[cue.hit.last - 1] == cue.sentence]


def _charged(prepared: Prepared) -> set[int]:
    """The first sentences that tell what somebody is accused of: old as the deed may be, the text is about it."""
    said = cues(prepared, "organised")
    return {cue.sentence for cue in said if cue.meaning in _ACCUSED and cue.sentence < _CHARGE_BY}


def _only_as_news(found: list[Cue], standing: list[float]) -> list[Cue]:
    """The cues, those that speak as news only (assets seized) made weak where the text does not begin with them."""
    weak = STRENGTH["weak"]
    return [
        cue._replace(grade="weak", weight=weak) if cue.grade == _NEWS and standing[cue.sentence] < _LEADS else cue
        for cue in found
    ]


def _named(weights: dict[str, float], focus: Focus, best: Weighed) -> dict[str, float]:
    """The markets that weigh enough, each with what it counts for beside the others.

    How strongly the heaviest word of each speaks decides, too. No market stands behind its own news; the weapon of an
    attack is no trade in arms.
    """
    behind = dict(weights)
    grades = {market: weighed[0][1].grade for market, weighed in best.items()}
    for market, factor in _BEHIND.items():
        if market in behind and grades[market] != _NEWS:
            behind[market] *= factor
    if focus.type in _VIOLENT:
        behind = {market: weight for market, weight in behind.items() if not _is_scene(market, grades)}
    violent = behind.get(_VIOLENCE, 0.0)
    prize = max(behind.get(market, 0.0) for market in _FOUGHT_OVER)
    asked = behind.get(_EXTORTION, 0.0) if focus.type in _FOR_MONEY and _demanded(best) else 0.0
    if violent and focus.type in _FOUND and _ARMS in behind and grades[_VIOLENCE] not in ("", "strong"):
        behind[_ARMS] += behind.pop(_VIOLENCE)
    elif violent and (prize >= _PRIZE or asked >= _ENOUGH):
        behind[_VIOLENCE] = min(violent, _BELOW * max(prize, asked))
    elif violent and focus.type in _VIOLENT:
        behind[_VIOLENCE] *= _VIOLENT_NEWS / _BEHIND[_VIOLENCE]
    return {market: weight for market, weight in behind.items() if weight >= _ENOUGH}


def _is_scene(market: str, grades: dict[str, str]) -> bool:
    """Whether only weak words speak of a market that an attack may happen in or be done with."""
    return market in _SCENES and grades[market] == "weak"


def _demanded(best: Weighed) -> bool:
    """Whether a demand is told ("they ask 20,000 for peace"), not only an offence named."""
    return any(cue.hit.last - cue.hit.first > 1 for _, cue in best.get(_EXTORTION, ()))


def _retold(told: list[Cue], prepared: Prepared, focus: Focus, best: Weighed) -> dict[str, float]:
    """The market that only the background names: what the accused did years ago is what today's ruling is about."""
    if focus.type not in _PROCEEDINGS and focus.type not in _IN_COURT:
        return {}
    weights, by_market = _weigh(told, places(prepared, frozenset()))
    market = max(weights, key=lambda kind: (weights[kind], kind), default=None)
    if market is None or weights[market] < _ENOUGH:
        return {}
    best.update({market: by_market[market]})
    return {market: weights[market]}


def _violence(prepared: Prepared) -> list[Cue]:
    """Killings and attacks as weak words of violence: in a relevant text they hardly stand for anything else."""
    # An attack on computers is none, nor is an explosive device that somebody keeps.
    found = (cue.hit for cue in cues(prepared, "markets") if cue.meaning in (_CYBER, _ARMS))
    wired = {word for hit in found for word in range(hit.first, hit.last)}
    return [
        cue._replace(meaning=_VIOLENCE, weight=STRENGTH["weak"])
        for cue in cues(prepared, "events")
        if cue.meaning in _VIOLENT and cue.grade != "weak" and not wired.issuperset(range(cue.hit.first, cue.hit.last))
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


def _of_office(
    named: dict[str, float], offices: list[Cue], standing: list[float], focus: Focus, best: Weighed
) -> dict[str, float]:
    """The same markets, corruption in the place of mere papers where a public office or body is called to account."""
    first = max(named, key=lambda kind: (named[kind], kind), default=None)
    leading = [cue for cue in offices if standing[cue.sentence] >= _LEADS]
    if first not in _PAPERS or not leading or focus.type not in _ACCOUNT or _CORRUPTION in named:
        return named
    if best[first][0][1].grade == "strong":  # smuggling, a boiler room: the offence is told
        return named
    best.setdefault(_CORRUPTION, [(named[first], cue) for cue in leading])
    return {(_CORRUPTION if market == first else market): weight for market, weight in named.items()}


def _score(weight: float) -> float:
    return round(1 - math.exp(-weight / _SCALE), 3)


def _evidence(prepared: Prepared, weighed: list[tuple[float, Cue]]) -> tuple[Span, ...]:
    return tuple(sorted(prepared.evidence(cue.hit) for _, cue in weighed[:_MOST_EVIDENCE]))
