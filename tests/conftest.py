"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from komshi import regions
from komshi.pipeline.region import Region

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def region() -> Region:
    """The region that ships with Komshi."""
    return regions.load()


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Material for evaluation that lies beside the repository; tests that need it skip visibly without it."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("the evaluation material (../shared) is not here")
    return folder
