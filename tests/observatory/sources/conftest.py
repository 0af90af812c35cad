"""Articles in the smallest form, and a place to write them to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from komshi.observatory.sources.imports import articles_import, import_source, job_from_file
from komshi.observatory.sources.models import ImportJob, Source


def line(number: int, **values: object) -> str:
    """One article as a line of JSON."""
    return json.dumps({"id": f"a{number}", "text": f"Police seized {number} kg of cocaine in Struga.", **values})


@pytest.fixture
def source(db: None) -> Source:
    """The source of imported files."""
    return import_source("import")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, settings) -> None:
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()


@pytest.fixture
def import_lines(tmp_path: Path, source: Source) -> Callable[..., ImportJob]:
    """Imports these lines as a file of their own."""

    def run(*lines: str | bytes, name: str = "articles.jsonl") -> ImportJob:
        path = tmp_path / name
        path.write_bytes(b"".join((one if isinstance(one, bytes) else one.encode()) + b"\n" for one in lines))
        return articles_import(job_from_file(path, source=source))

    return run
