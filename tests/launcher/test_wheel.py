"""A wheel without the front end is not built; one with it carries it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The smallest tree that has our build configuration."""
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    locale = tmp_path / "src/komshi/observatory/locale/sr_Latn/LC_MESSAGES"
    locale.mkdir(parents=True)
    (locale / "django.po").touch()
    (tmp_path / "src/komshi/__init__.py").touch()
    return tmp_path


def build(source: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "out"]
    return subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)


def test_a_tree_that_is_not_built_is_refused_with_a_sentence(source: Path) -> None:
    result = build(source)
    assert result.returncode != 0
    assert "type `python3 run.py wheel`" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_wheel_carries_what_git_does_not_hold(source: Path) -> None:
    observatory = source / "src/komshi/observatory"
    (observatory / "built").mkdir()
    (observatory / "built/region.geo.json").write_text("{}")
    (observatory / "locale/sr_Latn/LC_MESSAGES/django.mo").touch()
    result = build(source)
    assert result.returncode == 0, result.stderr
    (wheel,) = (source / "out").glob("komshi-*-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "komshi/observatory/built/region.geo.json" in names
    assert "komshi/observatory/locale/sr_Latn/LC_MESSAGES/django.mo" in names
