"""Brings everything back from an archive, into an empty observatory (or over one, when told so)."""

from __future__ import annotations

import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from komshi.errors import KomshiError
from komshi.observatory.base.models import Event
from komshi.observatory.base.tables import all_rows, columns_of, label_of, table_of
from komshi.observatory.config.archive import (
    FORMAT,
    MANIFEST,
    MEMBER,
    file_sha256,
    kept_models,
    rows_read,
    table_name,
)

_ROWS_AT_ONCE = 500


def restore(archive: Path, *, force: bool) -> dict[str, Any]:
    """Restores an archive; returns its manifest. Everything is checked before anything is touched.

    Raises KomshiError when the archive is damaged, is from a newer Komshi, or when there is something here already and
    `force` is not given. With `force` what is here is thrown away.
    """
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.DATA_DIR) as name:
        folder = Path(name)
        manifest = _unpack(archive, folder)
        nodes = _known_nodes(manifest)
        if connection.introspection.table_names():
            if not force and _anything_here():
                raise KomshiError(
                    "There is an observatory here already: choose an empty KOMSHI_DATA (and DATABASE_URL), "
                    "or give --force to throw away what is here."
                )
            _drop_all()
        executor = MigrationExecutor(connection)
        executor.migrate(nodes)
        _load(folder, executor.loader.project_state(nodes).apps, manifest)
        call_command("migrate", verbosity=0, interactive=False)
        _put_inbox(folder)
    return manifest


def _unpack(archive: Path, folder: Path) -> dict[str, Any]:
    """Unpacks what belongs into an archive and compares every hash."""
    try:
        with tarfile.open(archive, "r:gz") as packed:
            for member in packed:
                if not member.isfile() or not MEMBER.fullmatch(member.name):
                    raise KomshiError(f"{archive} holds {member.name[:80]!r}, which no backup of Komshi does.")
                _write(packed, member, folder)
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise KomshiError("This backup is of another format: restore it with a newer version of Komshi.")
        files = dict(manifest["files"])
    except (OSError, EOFError, tarfile.TarError, ValueError, KeyError, TypeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KomshiError(f"{archive} cannot be read as a backup ({reason}): give another copy of it.") from error
    for name, sha256 in files.items():
        path = folder / name
        if not MEMBER.fullmatch(name) or not path.is_file() or file_sha256(path) != sha256:
            raise KomshiError(f"{archive} is damaged ({name} is not what it was): give another copy of it.")
    return manifest


def _write(packed: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Writes the bytes of one member, and nothing else that an archive says of it: its name is one of ours.

    `TarFile.extract` has no filter before Python 3.11.4, and Debian 12 brings 3.11.2.
    """
    source = packed.extractfile(member)
    if source is None:
        raise tarfile.ExtractError(member.name)
    target = folder / member.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with source, target.open("wb") as file:
        target.chmod(0o600)
        shutil.copyfileobj(source, file)


def _known_nodes(manifest: dict[str, Any]) -> list[tuple[str, str]]:
    nodes = [(str(app), str(name)) for app, name in manifest["migrations"]]
    known = MigrationExecutor(connection).loader.disk_migrations
    if any(node not in known for node in nodes):
        raise KomshiError(f"This backup is from Komshi {manifest['version']}, which is newer: install that one first.")
    return nodes


def _anything_here() -> bool:
    """Whether anything ever happened in this database: an observatory that was only made may be replaced."""
    if table_of(Event) not in connection.introspection.table_names():
        return True  # tables of somebody else
    return Event.objects.exists()


def _drop_all() -> None:
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        connection.close()
        for ending in ("", "-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)
        return
    with transaction.atomic(), connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")


def _load(folder: Path, apps: Any, manifest: dict[str, Any]) -> None:
    models = kept_models(apps)
    missing = [label_of(model) for model in models if not (folder / table_name(model)).is_file()]
    if missing:
        raise KomshiError(f"The backup has no table {missing[0]}: give another copy of it.")
    with transaction.atomic():
        for model in models:
            # Migrations have filled some tables (content types, permissions); the backup has their true numbers.
            all_rows(model).all().delete()
        for model in models:
            count = _load_table(model, rows_read(folder / table_name(model), model))
            if count != manifest["rows"][label_of(model)]:
                raise KomshiError(f"The table {label_of(model)} of this backup is not whole.")
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)


def _load_table(model: type[Model], rows: Iterator[list[Any]]) -> int:
    fields = columns_of(model)
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    # Names come from our own models and are quoted; values travel apart.
    statement = f"INSERT INTO {quote(table_of(model))} ({columns}) VALUES ({places})"  # noqa: S608 - see above
    count = 0
    with connection.cursor() as cursor:
        while batch := list(islice(rows, _ROWS_AT_ONCE)):
            cursor.executemany(statement, [_prepared(fields, row) for row in batch])
            count += len(batch)
    return count


def _prepared(fields: Sequence[Any], row: list[Any]) -> list[Any]:
    return [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]


def _put_inbox(folder: Path) -> None:
    target = settings.DATA_DIR / "inbox"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(mode=0o700)
    for path in (folder / "inbox").glob("*"):
        path.rename(target / path.name)
