"""The one package that looks upstream and writes the projection: what does not pass through here is not public.

Pages, map, feeds and exports import nothing but the models of this app.
"""

from __future__ import annotations

from komshi.observatory.publishing.build.coverage import pull_coverage
from komshi.observatory.publishing.build.filings import pull_filings
from komshi.observatory.publishing.build.firsts import pull_firsts
from komshi.observatory.publishing.build.helpers import pull_helpers
from komshi.observatory.publishing.build.impact import pull_impact
from komshi.observatory.publishing.build.incidents import public_key, pull_incidents
from komshi.observatory.publishing.build.months import pull_months
from komshi.observatory.publishing.build.spots import pull_spots

__all__ = ["STEPS", "projection_pull", "public_key"]

STEPS = (pull_incidents, pull_months, pull_spots, pull_firsts, pull_helpers, pull_impact, pull_filings, pull_coverage)
"""Each brings one part of the projection up to date from its own cursor; those that cite incidents come after them."""


def projection_pull(limit: int) -> int:
    """Bring the projection up to date with what changed upstream. Returns how many events were dealt with."""
    return sum(step(limit) for step in STEPS)
