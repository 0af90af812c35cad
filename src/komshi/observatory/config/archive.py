"""The format of a backup: one .tar.gz with a JSON Lines file for each table, the inbox, and a manifest with hashes.

Rows are written as values, not as a copy of the database's own files: a backup of SQLite can be restored into
PostgreSQL and the other way round. Left out on purpose: sessions and the secret key, for whoever finds a backup must
not be able to sign in with it (after a restore everybody signs in once), and what can be made again (static files).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.db.models import Field, Model

from komshi.errors import KomshiError
from komshi.observatory.base.tables import all_rows, columns_of, label_of, table_of

FORMAT = 1
MANIFEST = "manifest.json"
LEFT_OUT = {"sessions.session"}
MEMBER = re.compile(r"(tables/[a-z_]+\.[a-z_]+\.jsonl|inbox/[0-9a-f.]+|manifest\.json)")


def kept_models(apps: Apps) -> list[type[Model]]:
    """Every model with a table whose rows are kept, those between many and many included."""
    models: dict[str, type[Model]] = {}
    for model in apps.get_models(include_auto_created=True):
        models.setdefault(table_of(model), model)
    return sorted((model for model in models.values() if label_of(model) not in LEFT_OUT), key=label_of)


def table_name(model: type[Model]) -> str:
    """The name of a table's file in the archive."""
    return f"tables/{label_of(model)}.jsonl"


def rows_write(path: Path, model: type[Model], *, alias: str) -> int:
    """Writes all rows of a table, a head line with the columns first; returns how many rows."""
    fields = columns_of(model)
    names = [field.attname for field in fields]
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(names) + "\n")
        rows = all_rows(model).using(alias).order_by("pk").values_list(*names)
        for row in rows.iterator(chunk_size=500):
            file.write(json.dumps([_plain(value) for value in row], ensure_ascii=False) + "\n")
            count += 1
    return count


def rows_read(path: Path, model: type[Model]) -> Iterator[list[Any]]:
    """The rows of a table's file as values for its fields, in the order of `columns_of(model)`."""
    fields = columns_of(model)
    with path.open(encoding="utf-8") as file:
        places = {name: place for place, name in enumerate(json.loads(file.readline()))}
        # By name: a model out of the migrations has its columns in the order in which they were added.
        if set(places) != {field.attname for field in fields}:
            raise KomshiError(f"The table {label_of(model)} of this backup has other columns than expected.")
        for line in file:
            row = json.loads(line)
            yield [_value(field, row[places[field.attname]]) for field in fields]


def _plain(value: Any) -> Any:
    match value:
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode("ascii")
        case datetime() | date():
            return value.isoformat()
        case _:
            return value


def _value(field: Field, plain: Any) -> Any:
    if plain is None or field.get_internal_type() == "JSONField":
        return plain
    if field.get_internal_type() == "BinaryField":
        return base64.b64decode(plain)
    return field.target_field.to_python(plain) if field.remote_field else field.to_python(plain)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
