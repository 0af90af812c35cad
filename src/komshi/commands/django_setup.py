"""Prepares Django for a command: settings, data folder, database made or migrated under a lock."""

from __future__ import annotations

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from komshi.errors import KomshiError

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor

UP_LOCK = "up.lock"
SETTINGS = "komshi.observatory.config.settings"


def setup(*, migrate: bool = True) -> None:
    """Makes the apps importable; with `migrate` the database is brought up to date first. Raises KomshiError."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from komshi.observatory.config.environment import data_folder, read_environment

    data = data_folder(read_environment().data)
    import django

    django.setup()
    from django.db import connections

    atexit.register(connections.close_all)
    if migrate:
        database_migrate(data)


def database_migrate(data: Path) -> None:
    """Applies what is missing; two commands that start together wait for each other."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        with one_at_a_time(data / "migrate.lock"):
            executor = MigrationExecutor(connection)
            _check_not_newer(executor)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise KomshiError(
            f"The database does not answer ({first_line(error)}): check DATABASE_URL and that its server runs."
        ) from error


def _check_not_newer(executor: MigrationExecutor) -> None:
    loader = executor.loader
    unknown = {
        (app, name)
        for app, name in set(loader.applied_migrations) - set(loader.disk_migrations)
        if app in loader.migrated_apps
    }
    if unknown:
        raise KomshiError("The database was made by a newer version of Komshi: install that version.")


@contextmanager
def while_stopped() -> Iterator[None]:
    """Holds the lock that `komshi up` holds, so that neither starts while the other runs."""
    from django.conf import settings

    with (settings.DATA_DIR / UP_LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise KomshiError("Komshi runs on this data folder: stop it first.") from error
        yield


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Holds a lock file; waits for the process that holds it. The kernel frees it when that one dies."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def first_line(error: Exception) -> str:
    """What an error of a database says, without its hints and positions."""
    return str(error).strip().partition("\n")[0]
