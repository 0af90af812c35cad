"""Fills the demo: fictional reports, organisations and people go in by the same doors as real ones.

Every step looks whether it was done already, so a demo that was interrupted while it was made goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from komshi.commands.specimen.cases import assessments_add, filings_add
from komshi.commands.specimen.people import observations_add, people_add, profiles_add
from komshi.commands.specimen.reports import reports_add
from komshi.commands.specimen.reviews import specimen_review
from komshi.commands.specimen.statement import statement_add
from komshi.observatory.config.flow import advance_all
from komshi.observatory.reading.services import readings_pull

_AT_ONCE = 1000


def specimen_add(specimen: Mapping[str, Any], *, password: str, folder: Path) -> None:
    """Put the specimen into the database that Django is set up for. `folder` takes a temporary file."""
    cast = people_add(specimen["people"], password)
    statement_add(specimen["statement"])
    told = reports_add(specimen, folder)
    observations_add(specimen["people"]["observation"], cast)
    profiles_add(specimen["organisations"]["profile"], cast)
    # What people decide first is matched and projected once.
    while readings_pull(_AT_ONCE):
        pass
    specimen_review(specimen, told=told, cast=cast)
    advance_all(_AT_ONCE)
    filings_add(specimen, told=told, cast=cast)
    assessments_add(specimen["assessments"]["assessment"], told=told, cast=cast)
    advance_all(_AT_ONCE)
