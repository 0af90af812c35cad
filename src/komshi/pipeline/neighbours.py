"""Who else works on this: organisations compared by what they do, where and in which languages, with every reason.

Nothing is learned and nothing is hidden: the order of two candidates follows from the reasons that a page shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from komshi.pipeline.distance import kilometres

NEAR = 60.0
"""Kilometres between the seats of two municipalities that people still travel for a meeting."""
SAME_TOWN, NEAR_TOWN, ACROSS_BORDER, FOCUS, LANGUAGE = 4.0, 2.0, 1.0, 3.0, 0.5
"""What each reason weighs. A shared focus counts once for the first area and half for each further one; a near town
gains up to one when it is next door. A language alone makes nobody a candidate."""


@dataclass(frozen=True)
class Spot:
    """A municipality where somebody works: `at` is latitude and longitude of its seat."""

    id: str
    country: str
    at: tuple[float, float]


@dataclass(frozen=True)
class Facts:
    """What is compared, of an organisation or of what is asked for. An empty value says nothing."""

    country: str = ""
    spots: tuple[Spot, ...] = ()
    focus: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why somebody is a candidate. `kind`: same_town, near_town, across_border, focus, language.

    `ids` are of towns, focus areas or languages; `distance` is in kilometres between two towns.
    """

    kind: str
    ids: tuple[str, ...]
    weight: float
    distance: float = 0.0


@dataclass(frozen=True)
class Match:
    """One candidate with every reason, the weightiest first."""

    facts: Facts
    reasons: tuple[Reason, ...]

    @cached_property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def is_across(self) -> bool:
        """Whether the candidate works on the other side of a border that is near."""
        return any(reason.kind == "across_border" for reason in self.reasons)


def compare(wanted: Facts, other: Facts) -> Match | None:
    """How the other one fits what is wanted; None when neither its place nor its focus does."""
    found = [*_places(wanted, other), *_focus(wanted, other)]
    if not found:
        return None
    shared = tuple(code for code in wanted.languages if code in other.languages)
    if shared:
        found.append(Reason("language", shared, LANGUAGE * len(shared)))
    return Match(other, tuple(sorted(found, key=lambda reason: -reason.weight)))


def nearest(wanted: Facts, other: Facts) -> tuple[float, Spot] | None:
    """The town of the other one that is nearest to a town of the wanted ones, with its distance; None without towns."""
    pairs = [(kilometres(here.at, there.at), there) for here in wanted.spots for there in other.spots]
    return min(pairs, key=lambda pair: (pair[0], pair[1].id), default=None)


def _places(wanted: Facts, other: Facts) -> list[Reason]:
    """The same town, or the nearest one around; a border between them is a reason of its own."""
    mine = {spot.id for spot in wanted.spots}
    same = tuple(spot.id for spot in other.spots if spot.id in mine)
    if same:
        return [Reason("same_town", same, SAME_TOWN)]
    pair = nearest(wanted, other)
    if pair is None or pair[0] > NEAR:
        return []
    distance, spot = pair
    weight = NEAR_TOWN + (1 - distance / NEAR)
    if _home(wanted) and spot.country not in _home(wanted):
        return [Reason("across_border", (spot.id,), weight + ACROSS_BORDER, distance)]
    return [Reason("near_town", (spot.id,), weight, distance)]


def _home(wanted: Facts) -> set[str]:
    return {spot.country for spot in wanted.spots} | ({wanted.country} if wanted.country else set())


def _focus(wanted: Facts, other: Facts) -> list[Reason]:
    shared = tuple(area for area in wanted.focus if area in other.focus)
    return [Reason("focus", shared, FOCUS * (1 + len(shared)) / 2)] if shared else []
