"""Amounts read from invented sentences, for the tests of their units, their items and their roles."""

from __future__ import annotations

from komshi import regions
from komshi.pipeline.read.how_much import HowMuch
from komshi.pipeline.region import Region
from komshi.pipeline.types import Quantity
from tests.pipeline.read.reports import Report, focus_of, prepare

HOW_MUCH = HowMuch(regions.load())


def read(region: Region, language: str, text: str, *, title: str | None = None) -> tuple[Quantity, ...]:
    prepared = prepare(region, Report("much", language, text, title, published="2024-03-15"))
    return HOW_MUCH(prepared, focus_of(region, prepared))


def told(quantities: tuple[Quantity, ...]) -> list[tuple[str | None, float | None, str, str]]:
    return [(one.item, one.amount, one.unit, one.role) for one in quantities]


def subjects(quantities: tuple[Quantity, ...]) -> set[tuple[float | None, str]]:
    """The amounts that were taken, with their units."""
    return {(one.amount, one.unit) for one in quantities if one.role == "subject"}
