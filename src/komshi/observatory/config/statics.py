"""Collects the static files into <data>/static when they changed: hashed names, packed, no step for the user."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from whitenoise.storage import CompressedManifestStaticFilesStorage

from komshi import __version__
from komshi.errors import KomshiError

# settings.STATIC_COLLECTED looks for this file.
STAMP = "collected.json"


def statics_collect() -> bool:
    """Brings <data>/static up to date; True when there was something to do.

    The processes that serve must start afterwards: which names they serve is decided when the settings are read.
    """
    found = _found()
    fingerprint = _fingerprint(found)
    root = Path(settings.STATIC_ROOT)
    stamp = root / STAMP
    if stamp.is_file() and json.loads(stamp.read_text(encoding="utf-8"))["fingerprint"] == fingerprint:
        return False
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    storage = CompressedManifestStaticFilesStorage(location=root)
    copied = {}
    for name, source in found.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
        copied[name] = (storage, name)
    for name, _hashed, outcome in storage.post_process(copied):
        if isinstance(outcome, Exception):
            raise KomshiError(f"The static file {name} cannot be prepared: install Komshi anew.") from outcome
    stamp.write_text(json.dumps({"fingerprint": fingerprint, "version": __version__}), encoding="utf-8")
    return True


def _found() -> dict[str, Path]:
    """Every static file by its name; the first finder that knows a name wins, as Django has it."""
    found: dict[str, Path] = {}
    for finder in get_finders():
        for name, storage in finder.list(None):
            found.setdefault(name, Path(storage.path(name)))
    return found


def _fingerprint(found: dict[str, Path]) -> str:
    """Changes with the version and with the size or time of any file."""
    digest = hashlib.sha256(__version__.encode())
    for name, path in sorted(found.items()):
        stat = path.stat()
        digest.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
