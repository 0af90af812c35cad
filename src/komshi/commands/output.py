"""Where the results of a command go: the option `-o`, and the stream behind it."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from komshi.errors import KomshiError


def add_output(parser: argparse.ArgumentParser, what: str) -> None:
    """Declare `-o`; its value is `args.out`, to be given to `open_output`."""
    parser.add_argument(
        *("-o", "--output"), dest="out", default="-", metavar="OUT", help=f"where {what} go (default: standard output)"
    )


@contextmanager
def open_output(path: str, *, whole: bool = False) -> Iterator[TextIO]:
    """Open the file that results go to, or standard output for `-`, as UTF-8. Raises `KomshiError` if it cannot.

    With `whole` the file is there with all that it should hold or not at all: it is written beside its place and moved
    there at the end.
    """
    if path == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
        return
    place = Path(path)
    written = place.with_name(f"{place.name}.part") if whole else place
    try:
        out = written.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with out:
            yield out
        if whole:
            written.replace(place)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if whole:
            written.unlink(missing_ok=True)


def _unwritable(path: str, error: OSError) -> KomshiError:
    return KomshiError(f"The file {path} cannot be written ({error.strerror}); choose another place.")
