"""The rules alone: what the models beside them make of their answers is tested in `test_learned.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from komshi import regions
from komshi.pipeline.region import Region


@pytest.fixture(scope="session")
def region() -> Region:
    """The region that ships with Komshi, without its models."""
    return replace(regions.load(), models={})
