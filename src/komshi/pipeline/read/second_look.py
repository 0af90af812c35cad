"""What the words of a report say beside the rules: its stage and its first market, with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned import Features, Learned
from komshi.pipeline.read.learned.news import (
    market_features,
    news_features,
    relevance_features,
    status_features,
    words_behind,
)
from komshi.pipeline.types import Market

if TYPE_CHECKING:
    from collections.abc import Iterator

    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.types import Span

_UNSURE = (0.1, 0.7)
_ENOUGH = 0.7
"""How likely it then has to be. With a half, twice as many sentences on other subjects are taken for relevant."""
_BEFORE_COURT = frozenset({"reported", "under_investigation"})
"""Whether somebody already looks into a case is told by single words, which the rules weigh; labels differ here."""
Question = tuple[str, Features, str]
"""The model that is asked, by what, and what the rules answered."""


@dataclass(frozen=True)
class SecondLook:
    """One report and the kind of its news, asked again."""

    learned: Learned
    prepared: Prepared
    kind: str

    @cached_property
    def _words(self) -> Features:
        return news_features(self.prepared)

    def status(self, said: str | None, evidence: tuple[Span, ...]) -> tuple[str | None, tuple[Span, ...]]:
        """The stage of the case; where the rules say that there is none, there is none."""
        if said is None:
            return None, evidence
        features = status_features(self._words, said, kind=self.kind)
        found = self.learned.likeliest("status", said, features=features)
        if found == said or {found, said} <= _BEFORE_COURT:
            return said, evidence
        return found, self._evidence("status", features, found)

    def markets(self, said: tuple[Market, ...]) -> tuple[Market, ...]:
        """The markets, the likeliest first; one that the rules did not find comes with the words that speak for it."""
        trained = self.learned.model("market")
        if trained is None:
            return said
        features = market_features(self._words, said, kind=self.kind)
        shares = trained.shares(features)
        first = max(shares, key=shares.__getitem__)
        if said and said[0].id == first:
            return said
        found = next((market for market in said if market.id == first), None)
        if found is None:
            found = Market(first, round(shares[first], 3), self._evidence("market", features, first))
        return (
            replace(found, score=max(found.score, *(one.score for one in said), 0.0)),
            *(m for m in said if m.id != first),
        )

    def questions(self, status: str | None, markets: tuple[Market, ...]) -> Iterator[Question]:
        """What the models are asked of this report, for their training."""
        if status is not None:
            yield "status", status_features(self._words, status, kind=self.kind), status
        yield "market", market_features(self._words, markets, kind=self.kind), markets[0].id if markets else ""

    def _evidence(self, question: str, features: Features, answer: str) -> tuple[Span, ...]:
        trained = self.learned.model(question)
        return words_behind(self.prepared, trained.speaks_for(features, answer)) if trained else ()


def is_unsure(score: float) -> bool:
    """Whether the rules alone do not know whether a report is relevant."""
    return _UNSURE[0] <= score <= _UNSURE[1]


def looked_again(learned: Learned, prepared: Prepared, *, score: float) -> float:
    """How surely a report is relevant, where the rules are not sure."""
    trained = learned.model("relevance")
    if trained is None:
        return score
    shares = trained.shares(relevance_features(news_features(prepared), score))
    yes, no = shares["yes"] * (1 - _ENOUGH), shares["no"] * _ENOUGH
    return yes / (yes + no)
