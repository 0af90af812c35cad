"""The answers of robots.txt outlive the process that asked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from komshi.observatory.config.robots import RobotsFile


def test_what_is_still_good_is_there_next_time(tmp_path: Path) -> None:
    store = RobotsFile(tmp_path / "robots.json")
    store["https://a.example"] = ("User-agent: *", time.time() + 100)
    store["https://b.example"] = ("", time.time() - 1)
    store.save()
    assert list(RobotsFile(tmp_path / "robots.json")) == ["https://a.example"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', '{"a": ["x"]}'])
def test_a_file_that_cannot_be_read_is_an_empty_one(tmp_path: Path, content: str) -> None:
    (tmp_path / "robots.json").write_text(content)
    assert dict(RobotsFile(tmp_path / "robots.json")) == {}
