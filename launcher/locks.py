"""Renews the locks. They hold versions and hashes; where packages come from is told by each machine's own settings."""

from __future__ import annotations

import os
import shutil

from launcher.errors import LaunchError
from launcher.places import Checkout
from launcher.prepare import BUILD_LOCK, DEV_LOCK, RUNTIME_LOCK, node_environment, npm, prepare
from launcher.processes import Command, run_logged

OLDEST_PYTHON = "3.11"
GROUPS = {
    # The widest first: the others are held to its versions, so that one environment can hold them all.
    DEV_LOCK: ["pyproject.toml", "--group", "dev", "--group", "bench", "--group", "data"],
    RUNTIME_LOCK: ["pyproject.toml", "-c", DEV_LOCK],
    BUILD_LOCK: ["--group", "build", "-c", DEV_LOCK],
}


def renew(checkout: Checkout, options: list[str]) -> int:
    """Writes the Python locks and package-lock.json; versions stay where they can unless `--upgrade` is given."""
    if set(options) - {"--upgrade"}:
        raise LaunchError("`run.py lock` has one option: `python3 run.py lock --upgrade` takes the newest versions.")
    uv = shutil.which("uv")
    if uv is None:
        raise LaunchError("`run.py lock` needs uv: type `pipx install uv`, then run the same command again.")
    os.chdir(checkout.root)
    universal = ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-header", "--no-annotate"]
    for lock, inputs in GROUPS.items():
        command: Command = [uv, "pip", "compile", *inputs, *universal, *options, "-o", lock]
        run_logged(command, what=f"The lock {lock}", log=checkout.log)
        print(lock)
    prepare(checkout)
    verb = "update" if options else "install"
    command = [*npm(checkout), verb, "--package-lock-only", "--ignore-scripts"]
    run_logged(command, what="The lock package-lock.json", log=checkout.log, env=node_environment(checkout))
    print("package-lock.json")
    return 0
