"""What the words of a report say beside the rules: its kind, its stage, its first market, with the words behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from komshi.pipeline.read.events import EventCue
from komshi.pipeline.read.events_context import VERDICTS
from komshi.pipeline.read.learned import Learned
from komshi.pipeline.read.learned.network import Features, Sums
from komshi.pipeline.read.learned.news import (
    market_features,
    news_features,
    relevance_features,
    status_features,
    type_features,
    words_behind,
)
from komshi.pipeline.types import Market

if TYPE_CHECKING:
    from collections.abc import Sequence

    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.types import Span

OTHER = "other"
_DOUBTFUL, _UNSURE, SURE, _SUREST = 0.03, 0.1, 0.7, 0.95
_ENOUGH, _ENOUGH_IN_DOUBT, _ENOUGH_UNSAID = 0.6, 0.9, 0.98
"""How likely it then has to be, where the rules hardly doubt that it is not, and where no word is on the topic. With a
half, twice as many sentences on other subjects are taken for relevant.
"""
_ENOUGH_OF_A_FRAGMENT = 0.85
"""The same of a few sentences alone where no word is on the topic: from such the model learnt most."""
_LEFT_OUT = 0.1
"""How unlikely it has to be where the rules are rather sure. Of 537 such texts the model so leaves out none that is
relevant and nine that are not; it learnt from texts that are not shorter than so many words.
"""
_WORDS = 40
_DENIED, _OF_A_REPORT = 0.2, 90
"""How unlikely a report of so many words has to be by its words alone, whatever the rules find in it: a quarrel among
brothers-in-law, a verdict for crimes of war, a column. Shorter texts have too few words for that.
"""
_LIKELIER = 0.75
"""How likely a market has to be that no rule finds: where the drug or the offence is not told, none is."""
_BEFORE_COURT = frozenset({"reported", "under_investigation"})
"""Whether somebody already looks into a case is told by single words, which the rules weigh; labels differ here."""
_JUDGED = frozenset({"first_instance", "final_conviction", "final_acquittal"})
_BEFORE_VERDICT = _BEFORE_COURT | {"indicted", "on_trial"}
_AT_LEAST = {"indictment": (_BEFORE_COURT, "indicted"), "conviction": (_BEFORE_VERDICT, "first_instance")}
"""What kind of news means that a case has come so far, whatever else its words recall: which stages it has left behind,
and the one that it reached. Of 3,400 reports nine are so read otherwise: five as labelled, two are one stage further,
two not so far.
"""
_AT_BORDER = frozenset({"seizure", "interception"})
_FINDS = _AT_BORDER | {"raid"}
_RULE = 2.0
"""How many times as much the answer of the rules counts."""
Question = tuple[str, Features, str]
"""The model that is asked, by what, and what the rules answered."""


@dataclass(frozen=True)
class SecondLook:
    """One report asked again."""

    learned: Learned
    prepared: Prepared

    @property
    def words(self) -> Features:
        """What its words say; an opening that is the whole report is asked twice."""
        memo = self.prepared.memo
        if news_features not in memo:
            memo[news_features] = news_features(self.prepared, self.learned.meanings)
        found: Features = memo[news_features]
        return found

    @cached_property
    def _said(self) -> dict[str, Sums]:
        """What its words say to the models of the news."""
        return self.learned.news.sums(self.words)

    def events(self, cues: list[EventCue]) -> list[EventCue]:
        """The events, the likeliest news first; one that the rules did not find comes with the words that say it.

        A verdict is told only where the rules find one, and so is an attempt that was stopped, not a find. What the
        news begins with comes before a find beside it.
        """
        said = cues[0].type if cues else OTHER
        features = type_features(cues, kind=said)
        found, share = self._ask("type", features, said)
        if found == said:
            return cues
        known = next((cue for cue in cues if cue.type == found), None)
        if cues and cues[0].begins and found in _FINDS:
            return cues
        if (known is None and found in VERDICTS) or {said, found} <= _AT_BORDER or found == "interception":
            return cues
        if known is None:
            evidence = self._behind("type", features, found)
            sentence = cues[0].sentence if cues else 0
            known = EventCue(found, round(share, 3), evidence[0] if evidence else None, sentence)
        return [known, *(cue for cue in cues if cue.type != found)]

    def status(self, said: str | None, evidence: tuple[Span, ...], *, kind: str) -> tuple[str | None, tuple[Span, ...]]:
        """The stage of the case; none where the rules say so, and no verdict where they find none in the news."""
        if said is None:
            return None, evidence
        features = status_features(said, kind=kind)
        found, _ = self._ask("status", features, said)
        if found == said or {found, said} <= _BEFORE_COURT or (found in _JUDGED and kind not in VERDICTS):
            return said, evidence
        return found, self._behind("status", features, found)

    def markets(self, said: tuple[Market, ...], *, kind: str) -> tuple[Market, ...]:
        """The markets, the likeliest first; one that the rules did not find comes with the words that speak for it."""
        first = said[0].id if said else ""
        features = market_features(said, kind=kind)
        found, share = self._ask("market", features, first)
        if not found or found == first or (not said and share < _LIKELIER):
            return said
        known = next((market for market in said if market.id == found), None)
        known = known or Market(found, round(share, 3), self._behind("market", features, found))
        most = max(known.score, *(one.score for one in said), 0.0)
        return (replace(known, score=most), *(market for market in said if market.id != found))

    def _ask(self, question: str, features: Features, said: str) -> tuple[str, float]:
        """The likeliest answer, and how likely it is."""
        trained = self.learned.model(question)
        if trained is None:
            return said, 1.0
        shares = trained.shares(features, self._said[question])
        if said in shares:
            shares[said] *= _RULE
        found = max(shares, key=shares.__getitem__)
        return found, shares[found]

    def _behind(self, question: str, features: Features, found: str) -> tuple[Span, ...]:
        """The words that an answer needs most."""
        trained = self.learned.model(question)
        names = trained.speaks_for(self.words | features, found) if trained else ()
        return words_behind(self.prepared, self.learned.meanings, names=names)


def reached(stage: str | None, *, kind: str) -> str | None:
    """The stage of a case of which the news tells at least that it came so far."""
    left, least = _AT_LEAST.get(kind, (frozenset(), stage))
    return least if stage in left else stage


def is_unsure(score: float) -> bool:
    """Whether the rules alone do not know whether a report is relevant."""
    return _DOUBTFUL <= score <= SURE


def is_rather_sure(prepared: Prepared, score: float) -> bool:
    """Whether the rules find a report relevant without being sure of it, and the model has words enough to differ."""
    return SURE < score <= _SUREST and len(prepared.tokens.words) >= _WORDS


def looked_again(learned: Learned, prepared: Prepared, *, score: float, fragment: bool = False) -> float:
    """How surely a report is relevant, where the rules are not quite sure; `fragment`: it is a few sentences alone."""
    trained = learned.model("relevance")
    if trained is None:
        return score
    shares = trained.shares(relevance_features(score), trained.sums(SecondLook(learned, prepared).words))
    if is_rather_sure(prepared, score):
        return score if shares["yes"] >= _LEFT_OUT else shares["yes"]
    if fragment:
        enough = _ENOUGH if score else _ENOUGH_OF_A_FRAGMENT
    else:
        enough = _ENOUGH if score >= _UNSURE else _ENOUGH_IN_DOUBT if score else _ENOUGH_UNSAID
    yes, no = shares["yes"] * (1 - enough), shares["no"] * enough
    return yes / (yes + no)


def words_deny(learned: Learned, prepared: Prepared) -> float | None:
    """How likely a report is relevant by its words alone, where they deny it; None where they do not."""
    trained = learned.model("relevance")
    if trained is None or len(prepared.tokens.words) < _OF_A_REPORT:
        return None
    share = trained.shares({}, trained.sums(SecondLook(learned, prepared).words))["yes"]
    return share if share < _DENIED else None


def questions(
    look: SecondLook, cues: Sequence[EventCue], *, status: str | None, markets: tuple[Market, ...], kind: str
) -> list[Question]:
    """What the models are asked of a report, for their training; `kind` is the news that the rules found."""
    asked = [
        ("type", look.words | type_features(cues, kind=kind), kind),
        ("market", look.words | market_features(markets, kind=kind), markets[0].id if markets else ""),
    ]
    if status is not None:
        asked.append(("status", look.words | status_features(status, kind=kind), status))
    return asked
