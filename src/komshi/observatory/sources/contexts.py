"""What each page of this app is given. The names here are the names in its template."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from komshi.observatory.sources.forms import FileForm, ObservationForm, PasteForm
from komshi.observatory.sources.models import ImportJob
from komshi.observatory.sources.selectors import SourceRow


@dataclass(frozen=True)
class PastePage:
    """sources/submit_paste.html"""

    form: PasteForm
    area: str = "submit"


@dataclass(frozen=True)
class FilePage:
    """sources/submit_file.html; `jobs`: the newest imports of this person."""

    form: FileForm
    jobs: list[ImportJob]
    area: str = "submit"


@dataclass(frozen=True)
class JobPage:
    """sources/job_detail.html; `percent` 0..100, `remarks`: list of (line, sentence)."""

    job: ImportJob
    percent: int
    remarks: list[tuple[int, str]]
    area: str = "submit"


@dataclass(frozen=True)
class ObservationPage:
    """sources/submit_observation.html"""

    form: ObservationForm
    area: str = "submit"


@dataclass(frozen=True)
class SourcesPage:
    """sources/source_list.html; feeds first; `quiet` of a row says that it should have written and did not."""

    rows: list[SourceRow]
    articles: int
    area: str = "sources"


def context(page: Any) -> dict[str, Any]:
    """The fields of a page by name, as a template takes them."""
    return {one.name: getattr(page, one.name) for one in fields(page)}
