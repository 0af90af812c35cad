"""Look whether this machine has what Komshi needs: Python, disk, data folder, database, port, pages' files."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
from collections.abc import Callable

from komshi.errors import KomshiError

EXAMPLE = "komshi doctor"
# A year of a region's reports with their pages, and room to make a backup of them.
_BYTES_WANTED = 2_000_000_000
# RETURNING and the JSON functions that Django 5.2 relies on.
_SQLITE_WANTED = (3, 35, 0)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi doctor`."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes its arguments
    """0 when nothing is missing, 1 when something is."""
    missing = 0
    for name, look in _LOOKS.items():
        try:
            print(f"{name}: {look()}")
        except KomshiError as error:
            missing += 1
            print(f"{name}: {error}", file=sys.stderr)
    return 1 if missing else 0


def _python() -> str:
    return f"{sys.version.split()[0]} at {sys.executable}"


def _disk() -> str:
    from komshi.observatory.config.environment import data_folder, read_environment

    data = data_folder(read_environment().data)
    free = shutil.disk_usage(data).free
    if free < _BYTES_WANTED:
        raise KomshiError(
            f"only {free / 1e9:.1f} GB are free for {data}: free some, or set KOMSHI_DATA to another disk."
        )
    return f"{data} is writable, {free / 1e9:.0f} GB are free"


def _database() -> str:
    from komshi.commands.django_setup import first_line, setup

    setup(migrate=False)
    from django.db import DatabaseError, connection

    if connection.vendor == "sqlite" and sqlite3.sqlite_version_info < _SQLITE_WANTED:
        raise KomshiError(f"SQLite {sqlite3.sqlite_version} is too old: Komshi needs 3.35, install a newer Python.")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise KomshiError(
            f"it does not answer ({first_line(error)}): check DATABASE_URL and that its server runs."
        ) from error
    version = sqlite3.sqlite_version if connection.vendor == "sqlite" else str(connection.pg_version)
    return f"{connection.display_name} {version} answers"


def _port() -> str:
    from komshi.commands.up import check_port
    from komshi.observatory.config.environment import read_environment

    environment = read_environment()
    check_port(environment.host, environment.port)
    return f"{environment.host}:{environment.port} is free"


def _pages() -> str:
    from komshi.observatory.config.settings import BUILT_DIR

    if not BUILT_DIR.is_dir() or not any(BUILT_DIR.iterdir()):
        raise KomshiError("the built style sheets and scripts are missing: run python3 run.py, or install a wheel.")
    return "style sheets and scripts are built"


_LOOKS: dict[str, Callable[[], str]] = {
    "Python": _python,
    "disk": _disk,
    "database": _database,
    "address": _port,
    "pages": _pages,
}
