"""How often things happen: monthly counts of events, not of articles, beside how much was read in the same months.

A month in which nothing was read has no count: None is not zero.
"""

from __future__ import annotations

from komshi.pipeline.measure.compare import HALF, Comparison, compared
from komshi.pipeline.measure.coverage import Coverage, articles_read, coverage_of
from komshi.pipeline.measure.months import counted, monthly, monthly_by_market, months_between, undated

__all__ = [
    "HALF",
    "Comparison",
    "Coverage",
    "articles_read",
    "compared",
    "counted",
    "coverage_of",
    "monthly",
    "monthly_by_market",
    "months_between",
    "undated",
]
