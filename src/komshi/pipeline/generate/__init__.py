"""Fictional articles and readings in every language and script of a region, with the truth about them.

They serve to measure speed and to try things out, never to measure how well real texts are read. The same seed gives
the same bytes on every machine and Python version. Every person and every outlet is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from komshi.pipeline.generate.dice import Dice
from komshi.pipeline.generate.happenings import happenings
from komshi.pipeline.generate.tellings import Newsroom, Telling
from komshi.pipeline.generate.truth import label_of, reading_of
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article, Reading

__all__ = ["generate_articles", "generate_readings"]

RELEVANT_EVENTS_AMONG_ARTICLES = 0.35
"""Events have two to three reports and other news has one: about half of the articles are relevant."""
RELEVANT_EVENTS_AMONG_READINGS = 0.9


def generate_articles(region: Region, *, count: int, seed: int) -> Iterator[tuple[Article, dict[str, Any]]]:
    """`count` articles, each with its labels."""
    for telling in _tellings(region, count=count, seed=seed, relevant=RELEVANT_EVENTS_AMONG_ARTICLES):
        yield telling.article, label_of(telling)


def generate_readings(
    region: Region, *, count: int, seed: int, days: int | None = None
) -> Iterator[tuple[Reading, dict[str, Any]]]:
    """`count` readings such as a good reader makes, each with the labels of its article; spread over `days`."""
    slips = Dice(seed + 1)
    for telling in _tellings(region, count=count, seed=seed, relevant=RELEVANT_EVENTS_AMONG_READINGS, days=days):
        yield reading_of(telling, slips), label_of(telling)


def _tellings(region: Region, *, count: int, seed: int, relevant: float, days: int | None = None) -> Iterator[Telling]:
    dice = Dice(seed)
    newsroom = Newsroom(region, dice)
    events = happenings(region, dice, articles=count, relevant=relevant, days=days)
    return islice((telling for event in events for telling in newsroom.tell(event)), count)
