"""The model that turns features into one score: a readable table with a version; every score can be explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from komshi.pipeline.match import compare
from komshi.pipeline.match.telling import Telling
from komshi.pipeline.text.sketch import Likeness, likeness

MODEL = "match-1"
THRESHOLD = 4.0
"""Two readings with at least this score tell of one event."""

Feature = Callable[[Telling, Telling], float | None]
TextFeature = Callable[[Likeness], float]

# What a full agreement (1.0) is worth. Where it was tried, half a point up or down on one line moves nothing much;
# the sum has to make two strong agreements (a person, an exact amount, a place on its day) enough, and one too little.
FEATURES: tuple[tuple[Feature, float], ...] = (
    (compare.near_in_time, 2.5),
    (compare.same_place, 1.8),
    (compare.same_market, 1.0),
    (compare.same_type, 0.8),
    (compare.same_quantity, 2.2),
    (compare.shared_actor, 2.6),
    (compare.same_organizations, 0.6),
    (compare.same_counts, 0.7),
    (compare.different_amount, -2.5),
    (compare.different_actors, -2.5),
    (compare.contradictory_stage, -2.5),
)
# Asked only where both readings have a sketch.
TEXT_FEATURES: tuple[tuple[TextFeature, float], ...] = (
    (compare.copied_text, 4.0),
    (compare.text_alike, 1.2),
    (compare.same_names, 1.2),
    (compare.same_numbers, 0.8),
)
# The same for texts in two languages.
TEXT_FEATURES_ACROSS = tuple(
    (compare.text_alike_across if feature is compare.text_alike else feature, weight)
    for feature, weight in TEXT_FEATURES
)
MOST_FOR_A_COPY = sum(weight for _, weight in TEXT_FEATURES)
MOST_FOR_A_TEXT = MOST_FOR_A_COPY - TEXT_FEATURES[0][1]


@dataclass(frozen=True, slots=True)
class Score:
    """How far two readings tell of one event, and why: each feature that had something to say, with its points."""

    value: float
    features: Mapping[str, float]


def total(a: Telling, b: Telling, *, least: float | None = None) -> float:
    """The score alone. It is asked of every pair in a block, its reasons only of the few that join.

    With `least`, a pair that cannot reach it whatever the texts say gets the points of its facts alone.
    """
    points = 0.0
    for feature, weight in FEATURES:
        if value := feature(a, b):
            points += weight * value
    if a.sketch is None or b.sketch is None:
        return round(points, 3)
    if least is not None:
        apart = a.sketch.sequences.isdisjoint(b.sketch.sequences)
        if points + (MOST_FOR_A_TEXT if apart else MOST_FOR_A_COPY) < least:
            return points
    like = likeness(a.sketch, b.sketch)
    for text_feature, weight in _text_features(a, b):
        if value := text_feature(like):
            points += weight * value
    return round(points, 3)


def explained(a: Telling, b: Telling) -> Score:
    """The score with its reasons."""
    said = {feature.__name__: weight * (feature(a, b) or 0.0) for feature, weight in FEATURES}
    if a.sketch is not None and b.sketch is not None:
        like = likeness(a.sketch, b.sketch)
        said.update({feature.__name__: weight * feature(like) for feature, weight in _text_features(a, b)})
    return Score(total(a, b), {name: round(points, 3) for name, points in said.items() if points})


def _text_features(a: Telling, b: Telling) -> tuple[tuple[TextFeature, float], ...]:
    return TEXT_FEATURES if a.reading.language == b.reading.language else TEXT_FEATURES_ACROSS
