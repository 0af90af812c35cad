"""What the public may see, and nothing else: no key leads to a private table, no column holds a private name."""

from __future__ import annotations

from komshi.observatory.publishing.models.coverage import PublicCoverage, PublicSource
from komshi.observatory.publishing.models.filings import PublicFiling
from komshi.observatory.publishing.models.firsts import PublicFirst
from komshi.observatory.publishing.models.helpers import PublicHelper
from komshi.observatory.publishing.models.impact import PublicImpact
from komshi.observatory.publishing.models.incidents import (
    CountryCount,
    PublicIncident,
    PublicIncidentQuerySet,
    Withdrawn,
)
from komshi.observatory.publishing.models.months import PublicMonth
from komshi.observatory.publishing.models.spots import PublicSpot

__all__ = [
    "CountryCount",
    "PublicCoverage",
    "PublicFiling",
    "PublicFirst",
    "PublicHelper",
    "PublicImpact",
    "PublicIncident",
    "PublicIncidentQuerySet",
    "PublicMonth",
    "PublicSource",
    "PublicSpot",
    "Withdrawn",
]
