"""A place of the gazetteer that a text names, with all its mentions: one of those that may be the scene."""

from __future__ import annotations

from dataclasses import dataclass

from komshi.pipeline.read.places_index import Entry
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.types import Place


@dataclass(slots=True, eq=False)
class Candidate:
    """`score` is how much speaks for the place being the scene, by its best mention and by how often it is named."""

    entry: Entry
    score: float
    mentions: list[Mention]

    @property
    def best(self) -> Mention:
        """The mention for which most speaks."""
        return max(self.mentions, key=lambda mention: mention.score)

    def is_at(self, scene: Place | None) -> bool:
        """Whether it is this place that was taken for the scene."""
        return scene is not None and (scene.name, scene.country) == (self.entry.name, self.entry.country)
