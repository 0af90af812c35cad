"""Looks whether everything stored is whole. Each fault is one sentence."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max

from komshi.observatory.base.append_only import triggers_missing
from komshi.observatory.base.models import Cursor, Event
from komshi.observatory.sources.imports import jobs_unfinished
from komshi.observatory.sources.models import Article, Document

Check = Callable[[], Iterator[str]]


def _database() -> Iterator[str]:
    """The database file itself, and references that lead nowhere."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            for (row,) in cursor.fetchall():
                if row != "ok":
                    yield f"The database file is damaged ({row}): restore the newest backup."
    try:
        connection.check_constraints()
    except IntegrityError as error:
        yield f"A row refers to one that is not there: {error}"


def _migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The database is older than this Komshi: run komshi manage migrate."
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    for app, name in sorted(unknown):
        yield f"The database is newer than this Komshi (it knows {app} {name}): install the newer version."


def _triggers() -> Iterator[str]:
    for name in triggers_missing(connection):
        yield f"The trigger {name}, which keeps rows from being changed, is missing: reverse and repeat its migration."


def _documents() -> Iterator[str]:
    for document in Document.objects.only("sha256", "body").iterator(chunk_size=200):
        try:
            whole = hashlib.sha256(document.content).hexdigest() == document.sha256
        except zlib.error:
            whole = False
        if not whole:
            yield f"The bytes of document {document.pk} are not those that were received: restore a backup."


def _articles() -> Iterator[str]:
    for article in Article.objects.iterator(chunk_size=200):
        if hashlib.sha256(article.canonical.encode()).hexdigest() != article.text_sha256:
            yield f"The text of article {article.key} is not the one that was stored: restore a backup."


def _cursors() -> Iterator[str]:
    end = Event.objects.aggregate(end=Max("pk"))["end"] or 0
    for cursor in Cursor.objects.filter(position__gt=end):
        yield f"The stage {cursor.name} has read to {cursor.position}, the log ends at {end}: restore a backup."


def _imports() -> Iterator[str]:
    for job in jobs_unfinished():
        if not (settings.DATA_DIR / job.path).is_file():
            yield f"The file of the unfinished import {job.name} is gone: import it again."


CHECKS: dict[str, Check] = {
    "migrations": _migrations,
    "database": _database,
    "append-only triggers": _triggers,
    "documents": _documents,
    "articles": _articles,
    "log cursors": _cursors,
    "imports": _imports,
}
