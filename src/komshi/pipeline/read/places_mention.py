"""A place name where it stands in a text, with what the words around it say."""

from __future__ import annotations

from dataclasses import dataclass, field

from komshi.pipeline.read.places_index import Entry, Name


@dataclass(slots=True)
class Mention:
    """A place name in its context: `role` is the preposition's (`in`, `from`, `to`, `via`), `marks` what stands by.

    `previous` is the mention before, `across` tells that other words stand between the preposition and the name,
    `spelt` is how the text spells it, `after` the first word that no earlier place takes up, `within` the adjective
    right before that says where it lies (the Gevgelija village of A).
    """

    first: int
    last: int
    names: list[Name]
    sentence: int
    adjective: bool
    exact: bool
    inside_sentence: bool = False
    after: int = 0
    previous: Mention | None = None
    across: bool = False
    spelt: tuple[str, ...] = ()
    within: Mention | None = None
    role: str | None = None
    close: bool = False
    marks: set[str] = field(default_factory=set)
    entry: Entry | None = None
    score: float = 0.0

    @property
    def of_country(self) -> bool:
        """Whether this is the name of a country or its adjective."""
        return self.names[0].entry.kind == "country"
