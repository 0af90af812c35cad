"""Runs the tests: all of them on SQLite, then those that touch the database on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from launcher import postgres
from launcher.errors import LaunchError
from launcher.places import Checkout
from launcher.prepare import DEV_LOCK, prepare
from launcher.processes import Command, run_shown

# These never touch the database, or (browser) look at what the database cannot change.
DATABASE_FREE = ("house", "launcher", "pipeline", "languages", "regions", "commands", "evaluation", "browser")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WORKERS = 2
NO_TESTS = 5  # pytest's code for "nothing was selected"


def run(checkout: Checkout, options: list[str]) -> int:
    """Sets up with the development packages and runs pytest with `options`; `--long` runs tests/long instead."""
    prepare(checkout, lock=DEV_LOCK)
    os.chdir(checkout.root)
    with tempfile.TemporaryDirectory(prefix="komshi-tests-") as data:
        env = _environment(data)
        if "--long" in options:
            return run_shown([*_pytest(checkout), "tests/long", *(one for one in options if one != "--long")], env=env)
        folder = _tools(is_ci=os.environ.get("CI", "").lower() in {"1", "true"})
        # Two workers pay for the whole suite; somebody who names tests waits less without them.
        workers = [] if options else ["-n", str(WORKERS), "--dist", "loadfile"]
        command: Command = [*_pytest(checkout), *workers, *options]
        on_sqlite = run_shown(command, env=env)
        if on_sqlite or folder is None:
            return on_sqlite
        return _again_on_postgres(command, folder=folder, env=env, is_chosen=bool(options))


def _pytest(checkout: Checkout) -> Command:
    return [checkout.python, "-m", "pytest", "--rootdir", checkout.root]


def _environment(data: str) -> dict[str, str]:
    """A test must meet neither the data nor the settings of the person who runs it."""
    theirs = {
        name: value for name, value in os.environ.items() if name != "DATABASE_URL" and not name.startswith("KOMSHI_")
    }
    return {**theirs, "KOMSHI_DATA": data}


def _again_on_postgres(command: Command, *, folder: Path, env: Mapping[str, str], is_chosen: bool) -> int:
    left_out = [f"--deselect=tests/{name}" for name in DATABASE_FREE]
    print(f"\nThe tests that touch the database, again on PostgreSQL ({folder.parent.name}):", flush=True)
    with postgres.server(folder) as url:
        code = run_shown([*command, *left_out], env={**env, "DATABASE_URL": url})
    return 0 if code == NO_TESTS and is_chosen else code


def _tools(*, is_ci: bool) -> Path | None:
    """PostgreSQL's programs, or None; says what will be left out, and in CI refuses to leave anything out."""
    folder = postgres.programs()
    missing = []
    if folder is None:
        missing.append("PostgreSQL (`apt install postgresql`)")
    if not any(shutil.which(name) for name in BROWSERS):
        missing.append("Chromium (`apt install chromium`)")
    if missing and is_ci:
        lacking = " and ".join(missing)
        raise LaunchError(
            f"CI must leave no test out, and this machine lacks {lacking}; .ci/run installs what is missing."
        )
    for tool in missing:
        print(f"Skipped here: the tests that need {tool}.", flush=True)
    return folder
