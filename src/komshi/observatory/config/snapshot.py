"""A second connection that sees the database as it was at one moment, while others go on writing."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from psycopg import IsolationLevel

from komshi.observatory.base.events import writing

_ALIAS = "snapshot"


@contextmanager
def snapshot(at_that_moment: Callable[[], None]) -> Iterator[str]:
    """Gives the alias of a connection that reads one state of the database; `at_that_moment` runs in the same state.

    Nobody writes while the snapshot is taken, which is at once over; then everybody may.
    """
    settings = copy.deepcopy(connections.settings["default"])
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"]["transaction_mode"] = "DEFERRED"
    else:
        settings["OPTIONS"] = {**settings.get("OPTIONS", {}), "isolation_level": IsolationLevel.REPEATABLE_READ}
    connections.settings[_ALIAS] = settings
    try:
        with transaction.atomic(using=_ALIAS):
            with writing():
                at_that_moment()
                with connections[_ALIAS].cursor() as cursor:
                    cursor.execute("SELECT COUNT(*) FROM django_migrations")
                    cursor.fetchone()
            yield _ALIAS
    finally:
        connections[_ALIAS].close()
        del connections[_ALIAS]
        del connections.settings[_ALIAS]
