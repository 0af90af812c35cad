"""The folder <data>/inbox: files on their way in, named by their hash, until every line of them is stored."""

from __future__ import annotations

import contextlib
import fcntl
import gzip
import hashlib
import os
import secrets
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from komshi.observatory.base.errors import Refused

_BLOCK = 1 << 20
_FORGOTTEN_AFTER = 24 * 3600


class Gone(Refused):
    """The file of an import is no longer in the inbox."""


@dataclass(frozen=True)
class Kept:
    """A file that lies in the inbox: `path` below the data folder, hash and size of the unpacked bytes."""

    path: str
    sha256: str
    size: int


def keep(stream: BinaryIO, *, name: str, most: int | None = None) -> Kept:
    """Copies a stream (unpacking gzip) into the inbox, whole or not at all. Refused when it breaks off.

    Refused too when more than `most` bytes come out of it: a small gzip can hold a thousand times its size.
    """
    folder = inbox_folder()
    fresh = folder / f".incoming-{os.getpid()}-{secrets.token_hex(4)}"
    digest, size = hashlib.sha256(), 0
    try:
        with fresh.open("wb") as file:
            for block in _unpacked(stream, name):
                digest.update(block)
                size += len(block)
                if most is not None and size > most:
                    raise Refused(f"The file {name} unpacks to more than {most:,} bytes: give it in smaller parts.")
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
        final = folder / f"{digest.hexdigest()}.{secrets.token_hex(4)}"
        fresh.rename(final)
    except OSError as error:
        raise Refused(
            f"The file {name} cannot be taken in ({error.strerror or error}): free some space and try again."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return Kept(path=f"inbox/{final.name}", sha256=digest.hexdigest(), size=size)


def inbox_folder() -> Path:
    """The folder, made when it is not there."""
    folder: Path = settings.DATA_DIR / "inbox"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def discard(path: str) -> None:
    """Removes a file whose lines are all stored, or that nobody waits for."""
    (settings.DATA_DIR / path).unlink(missing_ok=True)


def tidy(wanted: set[str]) -> None:
    """Removes what killed processes left a day ago or earlier: half copied files, and those that nobody waits for."""
    for left in inbox_folder().iterdir():
        with contextlib.suppress(FileNotFoundError):
            if f"inbox/{left.name}" not in wanted and time.time() - left.stat().st_mtime > _FORGOTTEN_AFTER:
                left.unlink()


@contextlib.contextmanager
def claimed(path: str) -> Iterator[BinaryIO | None]:
    """The file, open for reading and locked for this process; None when another process works on it.

    The kernel gives the lock back when its process dies, by whatever death, so nothing has to time out.
    """
    try:
        stream = (settings.DATA_DIR / path).open("rb")
    except OSError as error:
        raise Gone(f"The file of this import is gone ({error.strerror}): import it again.") from error
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
            return
        yield stream


def _unpacked(stream: BinaryIO, name: str) -> Iterator[bytes]:
    first = stream.read(_BLOCK)
    if first[:2] != b"\x1f\x8b":
        while first:
            yield first
            first = stream.read(_BLOCK)
        return
    stream.seek(0)
    try:
        with gzip.open(stream, "rb") as unpacked:
            while block := unpacked.read(_BLOCK):
                yield block
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Refused(f"The file {name} breaks off or is damaged ({error}): copy it again.") from error
