"""Small models beside the rules: which answer the words of a report mostly go with.

Each question has a network with one hidden layer, in a file of the `models` folder of the region, one line a feature,
made by `scripts/train_learned.py` from labelled reports of our own. Words count by what they mean, so that what was
learnt in one language is known in the others. The answer of the rules is one of the features, and was read from reports
that no rule had been made for: so the weights know how far the rules can be trusted, and where the words say more.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from komshi.pipeline.collector import collector_paused
from komshi.pipeline.read.learned.joined import Joined
from komshi.pipeline.read.learned.network import Network, network_from
from komshi.pipeline.text.meanings import Meanings

if TYPE_CHECKING:
    from komshi.pipeline.region import Region


_OF_THE_NEWS = ("type", "market", "status")
"""What is asked of every report by the same words."""


class Learned:
    """The models of a region, read once at the start; without its files the rules stand alone."""

    def __init__(self, region: Region) -> None:
        self.meanings = {code: Meanings(language.glosses) for code, language in region.languages.items()}
        self._models = {question: loads(written) for question, written in region.models.items() if written}
        self.news = Joined({question: self._models[question] for question in _OF_THE_NEWS if question in self._models})

    def model(self, question: str) -> Network | None:
        """The model of a question (`relevance`, `type`, `role`, `place` …); None for one not trained."""
        return self._models.get(question)


@lru_cache(maxsize=2)
def learned_of(region: Region) -> Learned:
    """The models of a region, for all who ask them."""
    return Learned(region)


def loads(written: str) -> Network:
    """A model as `scripts/train_network.py` writes it."""
    with collector_paused():
        return network_from(json.loads(written))
