"""Small models beside the rules: which answer the words of a report mostly go with.

Each question has a file of weights in the `models` folder of the region, one line a feature, made by
`scripts/train_learned.py` from labelled reports of our own; all are sums of weights but that of roles, which is a small
network. The answer of the rules is one of the features, and was
read from reports that no rule had been made for: so the weights know how far the rules can be trusted, and where the
words say more.
"""

from __future__ import annotations

import json
import math
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from komshi.pipeline.collector import collector_paused
from komshi.pipeline.read.learned.network import Network, network_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from komshi.pipeline.region import Region

Features = dict[str, float]
"""How strongly each feature is there, 0..2. The names of those that the rules answered begin with `=`."""
SCALE = 100
"""Weights are kept as whole hundredths."""


class Model:
    """One question: the sum of what the features say for each of its answers."""

    def __init__(self, answers: list[str], weights: Mapping[str, list[tuple[int, int]]]) -> None:
        self.answers = answers
        self._weights = weights
        self._bias = weights.get("", [])

    def shares(self, features: Features) -> dict[str, float]:
        """How likely each answer is; they add up to one."""
        sums = [0.0] * len(self.answers)
        for at, weight in self._bias:
            sums[at] += weight
        known = self._weights
        for name in features.keys() & known.keys():
            value = features[name]
            for at, weight in known[name]:
                sums[at] += weight * value
        most = max(sums)
        each = [math.exp((one - most) / SCALE) for one in sums]
        total = sum(each)
        return {answer: one / total for answer, one in zip(self.answers, each, strict=True)}

    def speaks_for(self, features: Features, answer: str) -> list[str]:
        """The features that say most for an answer, those that say most first."""
        wanted = self.answers.index(answer)
        said = {
            name: value * weight
            for name, value in features.items()
            for at, weight in self._weights.get(name, ())
            if at == wanted and weight > 0
        }
        return sorted(said, key=lambda name: (-said[name], name))


class Learned:
    """The models of a region, each read when it is first asked; without its files the rules stand alone."""

    def __init__(self, region: Region) -> None:
        self._written = region.models
        self._read: dict[str, Model | None] = {}

    def model(self, question: str) -> Model | None:
        """The model of a question (`relevance`, `status`, `market`); None for one that was not trained."""
        if question not in self._read:
            written = self._written.get(question)
            self._read[question] = loads(written) if written else None
        return self._read[question]

    @cached_property
    def roles(self) -> Network | None:
        """The network of roles; None where it was not trained."""
        written = self._written.get("role")
        return network_from(_parsed(written)) if written else None

    def likeliest(self, question: str, answer: str, *, features: Features) -> str:
        """What words and rules together make likeliest; the answer of the rules where nothing was trained."""
        trained = self.model(question)
        if trained is None:
            return answer
        shares = trained.shares(features)
        return max(shares, key=shares.__getitem__)


@lru_cache(maxsize=2)
def learned_of(region: Region) -> Learned:
    """The models of a region, for all who ask them."""
    return Learned(region)


def loads(written: str) -> Model:
    """A model as `dumps` writes it."""
    data = _parsed(written)
    return Model(data["answers"], data["weights"])


def _parsed(written: str) -> dict[str, Any]:
    with collector_paused():
        data: dict[str, Any] = json.loads(written)
    return data


def dumps(answers: list[str], weights: Mapping[str, list[tuple[int, int]]]) -> str:
    """A model as text: one line a feature, in their order, so that a change can be read."""
    lines = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(weights[name])}" for name in sorted(weights)]
    return f'{{"answers": {json.dumps(answers)}, "weights": {{\n' + ",\n".join(lines) + "\n}}\n"
