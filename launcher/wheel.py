"""Builds the wheel that people install without Node: built front end and compiled catalogues travel inside."""

from __future__ import annotations

import shutil
import zipfile

from launcher.errors import LaunchError
from launcher.places import Checkout
from launcher.prepare import prepare
from launcher.processes import Command, run_logged


def build(checkout: Checkout) -> int:
    """Leaves one wheel in dist/ and prints its name; raises LaunchError when it does not hold what it must."""
    prepare(checkout)
    fresh = checkout.root / "build/wheel"
    shutil.rmtree(fresh, ignore_errors=True)
    command: Command = [checkout.python, "-m", "hatchling", "build", "-t", "wheel", "-d", fresh]
    run_logged(command, what="The wheel", log=checkout.log)
    (made,) = fresh.glob("*.whl")
    missing = _needed(checkout) - set(zipfile.ZipFile(made).namelist())
    if missing:
        raise LaunchError(f"The wheel lacks {', '.join(sorted(missing))}: see [tool.hatch.build] in pyproject.toml.")
    (checkout.root / "dist").mkdir(exist_ok=True)
    wheel = made.replace(checkout.root / "dist" / made.name)
    print(f"{wheel} ({wheel.stat().st_size / 1e6:.1f} MB); `pipx install {wheel}` installs it.")
    return 0


def _needed(checkout: Checkout) -> set[str]:
    source = checkout.root / "src"
    built = [path for path in checkout.built.rglob("*") if path.is_file()]
    compiled = [path.with_suffix(".mo") for path in checkout.catalogues.rglob("*.po")]
    return {path.relative_to(source).as_posix() for path in (*built, *compiled)}
