"""The whole life of a datum on one page: Article -> Reading -> Incident -> Series.

Everything is a frozen dataclass. Offsets are indexes of Unicode characters into the article's canonical text.
`null` always means "the text does not say"; a guess is never stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]

DatePrecision = Literal["day", "week", "month", "year", "published"]
# From the finest to the coarsest.
PlacePrecision = Literal[
    "crossing", "port", "airport", "prison", "neighbourhood", "settlement", "municipality", "region", "country"
]
QuantityRole = Literal["subject", "value", "damage", "fine", "price", "background"]
COUNT_KINDS = ("arrested", "charged", "killed", "injured", "victims")


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was received. Only `id` and `text` are certain."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None

    @property
    def canonical(self) -> str:
        """The text that every offset points into: the title is put first unless the text already opens with it."""
        if not self.title or self.text.startswith(self.title):
            return self.text
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Market:
    """An illicit market that the text is about; `score` is 0..1."""

    id: str
    score: float
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the event happened. `inferred_from` names what the country follows from when the text does not say it."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    precision: PlacePrecision = "settlement"
    evidence: tuple[Span, ...] = ()
    inferred_from: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named beside the scene, with its part in the flow (`origin`, `transit`, `destination`, ...)."""

    name: str
    country: str | None
    flow_role: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit (`kg`, `plants`, `EUR`, `pcs`, ...) and what part it plays in the event."""

    item: str | None
    amount: float | None
    unit: str
    role: QuantityRole = "subject"
    low: float | None = None
    high: float | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as the text names them. `role` is what the text says they are, never what they may be."""

    name: str
    role: str
    kind: str = "person"
    age: int | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """An institution or a group that the text names; `id` is set for those that the region's data know."""

    name: str
    id: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `evidence` has a key for each value that was read (`type`, `counts.arrested`)."""

    type: str
    score: float
    status: str | None = None
    organised: str = "none_stated"
    date: str | None = None
    date_precision: DatePrecision | None = None
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    counts: Mapping[str, int | None] = field(default_factory=lambda: dict.fromkeys(COUNT_KINDS))
    actors: tuple[Actor, ...] = ()
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says. An article that is not relevant carries its head and its relevance only."""

    id: str
    reader: str
    language: str
    script: str
    outlet: str | None
    published: str | None
    relevant: bool
    relevance: float
    title: str | None = None
    sketch: str | None = None
    markets: tuple[Market, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    organizations: tuple[Organization, ...] = ()


@dataclass(frozen=True, slots=True)
class Supported:
    """A value of an incident with the readings that say so and those that say otherwise."""

    value: Any
    support: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened, once, however many outlets told it. `why` lists the features that joined its readings."""

    id: str
    readings: tuple[str, ...]
    markets: Supported
    type: Supported
    status: Supported
    date: Supported
    place: Supported
    quantities: tuple[Supported, ...]
    counts: Mapping[str, Supported]
    independent_voices: int
    why: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One month of a series: `events` is None where nothing was read, which is not the same as zero."""

    month: str
    events: int | None
    articles_read: int


@dataclass(frozen=True, slots=True)
class Series:
    """Monthly events of one market in one place, with the coverage that they were counted under."""

    market: str | None
    country: str | None
    place: str | None
    points: tuple[Point, ...]
