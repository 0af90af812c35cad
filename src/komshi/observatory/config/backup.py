"""Writes everything into one archive, while the observatory runs."""

from __future__ import annotations

import json
import os
import shutil
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from komshi import __version__
from komshi.errors import KomshiError
from komshi.observatory.base.tables import label_of
from komshi.observatory.config.archive import FORMAT, MANIFEST, file_sha256, kept_models, rows_write, table_name
from komshi.observatory.config.snapshot import snapshot
from komshi.observatory.sources.imports import jobs_unfinished


def backup_write(target: Path) -> dict[str, Any]:
    """Writes the archive, whole or not at all; returns its manifest. Raises KomshiError when it cannot be written."""
    if target.exists():
        raise KomshiError(f"{target} is there already: choose another name, a backup is never written over.")
    try:
        # Beside the target, so that the disk that must hold the archive holds what it is made of.
        with tempfile.TemporaryDirectory(prefix=".komshi-backup-", dir=target.absolute().parent) as folder:
            manifest = _write(Path(folder))
            packed = Path(folder) / "archive.tar.gz"
            _pack(Path(folder), packed, [*manifest["files"], MANIFEST])
            os.link(packed, target)
    except OSError as error:
        raise KomshiError(
            f"The backup {target} cannot be written ({error.strerror}): check the folder and its free space."
        ) from error
    return manifest


def _write(folder: Path) -> dict[str, Any]:
    (folder / "tables").mkdir()
    (folder / "inbox").mkdir()
    rows: dict[str, int] = {}
    with snapshot(lambda: _keep_inbox(folder)) as alias:
        for model in kept_models(apps):
            rows[label_of(model)] = rows_write(folder / table_name(model), model, alias=alias)
        loader = MigrationExecutor(connections[alias]).loader
        leaves = [list(node) for node in loader.graph.leaf_nodes() if node in loader.applied_migrations]
    files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    manifest = {
        "format": FORMAT,
        "version": __version__,
        "made_at": timezone.now().isoformat(),
        "migrations": leaves,
        "rows": rows,
        "files": {name: file_sha256(folder / name) for name in files},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True), encoding="utf-8")
    return manifest


def _keep_inbox(folder: Path) -> None:
    """Files of imports that are not finished: without them the imports could not go on."""
    for job in jobs_unfinished():
        source = settings.DATA_DIR / job.path
        if source.is_file():
            try:
                os.link(source, folder / job.path)
            except OSError:
                shutil.copyfile(source, folder / job.path)


def _pack(folder: Path, packed: Path, names: list[str]) -> None:
    with tarfile.open(packed, "w:gz", compresslevel=6) as archive:
        for name in names:
            archive.add(folder / name, arcname=name, recursive=False)
    with packed.open("rb") as file:
        os.fsync(file.fileno())
    packed.chmod(0o600)
