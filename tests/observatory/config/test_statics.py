"""Static files are collected when they changed, and only then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from komshi.observatory.config.statics import STAMP, statics_collect


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [tmp_path / "built"]
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "trial.css").write_text("body { color: #123456; }\n" * 50)
    return tmp_path


@pytest.fixture(autouse=True)
def _fresh_finders() -> None:
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()
    yield
    finders.get_finder.cache_clear()


def test_files_are_collected_under_hashed_names_and_packed(folder: Path) -> None:
    assert statics_collect()
    names = json.loads((folder / "static" / "staticfiles.json").read_text())["paths"]
    hashed = folder / "static" / names["trial.css"]
    assert hashed.read_text().startswith("body")
    assert hashed.with_name(f"{hashed.name}.gz").is_file()


def test_nothing_is_done_twice_and_a_change_is_noticed(folder: Path) -> None:
    assert statics_collect()
    assert not statics_collect()
    (folder / "built" / "trial.css").write_text("body { color: #654321; margin: 0 }")
    assert statics_collect()
    (folder / "static" / STAMP).unlink()
    assert statics_collect()
