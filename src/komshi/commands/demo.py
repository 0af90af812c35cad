"""Serve a specimen observatory on this machine: real place names, everything else invented.

It has a folder and an SQLite file of its own, and touches nothing else. Ctrl-C stops it; the next start takes seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import platformdirs

from komshi import regions
from komshi.commands import up
from komshi.errors import KomshiError
from komshi.observatory.config.environment import read_environment

EXAMPLE = "komshi demo"
_PASSWORD = "demo-password"  # noqa: S105 - the name of a file
_COMPLETE = "specimen-complete"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`komshi demo` has no options: KOMSHI_DATA, KOMSHI_HOST and KOMSHI_PORT say where."""
    parser.set_defaults()


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this signature
    """Make the demo if it is not there yet, say how to look at it, and serve it until it is stopped."""
    folder = Path(os.environ.get("KOMSHI_DATA") or platformdirs.user_data_dir("komshi-demo", appauthor=False))
    os.environ["KOMSHI_DATA"] = str(folder)
    os.environ["KOMSHI_DEMO"] = "1"
    os.environ["KOMSHI_TODAY"] = str(regions.specimen()["specimen"]["today"])
    # The demo must never reach the database of a real observatory.
    os.environ.pop("DATABASE_URL", None)
    environment = read_environment()
    up.check_port(environment.host, environment.port)
    if not (folder / _COMPLETE).exists():
        _fill(folder)
    password = (folder / _PASSWORD).read_text(encoding="ascii")
    print(_welcome(f"http://{environment.host}:{environment.port}/", password), flush=True)
    return up.run(argparse.Namespace(gather_minutes=0))


def _fill(folder: Path) -> None:
    """Make the specimen in a process of its own, like every work with the database: the supervisor stays small."""
    code = "from komshi.commands.demo import fill; fill()"
    if subprocess.run([sys.executable, "-c", code], check=False).returncode != 0:
        raise KomshiError(f"The specimen could not be made; the lines above say why. Delete {folder} to begin anew.")


def fill() -> None:
    """Make the database and put the specimen in. What was interrupted goes on where it stopped."""
    from komshi.commands.django_setup import setup

    specimen = regions.specimen()
    os.environ["KOMSHI_TODAY"] = str(specimen["specimen"]["today"])
    setup()
    from komshi.commands.specimen import specimen_add
    from komshi.observatory.accounts.services import password_new

    folder = read_environment().data
    password = folder / _PASSWORD
    if not password.exists():
        password.touch(mode=0o600)
        password.write_text(password_new(), encoding="ascii")
    specimen_add(specimen, password=password.read_text(encoding="ascii"), folder=folder)
    (folder / _COMPLETE).touch()


def _welcome(address: str, password: str) -> str:
    people = regions.specimen()["people"]["person"]
    names = ", ".join(f"{person['username']} ({person['role']})" for person in people)
    return (
        "\nA specimen observatory: the place names are real, everything else is invented.\n\n"
        f"  Address    {address}\n"
        f"  Accounts   {names}\n"
        f"  Password   {password}\n\n"
        "Sign in as analyst, open the desk, and check a report. Ctrl-C stops it.\n"
    )
