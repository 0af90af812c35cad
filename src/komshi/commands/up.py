"""Run the observatory: the database is made or migrated, then web, worker and scheduler run under one supervisor.

Stop it with Ctrl-C or SIGTERM; what was interrupted goes on at the next start. Data lives in the folder KOMSHI_DATA,
the database in DATABASE_URL, the address is KOMSHI_HOST and KOMSHI_PORT.
"""

from __future__ import annotations

import argparse
import fcntl
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TextIO

from komshi.commands.django_setup import UP_LOCK
from komshi.errors import KomshiError

EXAMPLE = "KOMSHI_PORT=8080 komshi up"
_BETWEEN_TRIES = 0.1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi up`."""
    parser.add_argument(
        "--gather-minutes",
        type=float,
        default=30.0,
        metavar="N",
        help="minutes between two visits to the sources; 0 never visits (default: 30)",
    )


def run(args: argparse.Namespace) -> int:
    """Returns when it is stopped."""
    from komshi.observatory.config.environment import data_folder, read_environment

    if args.gather_minutes < 0:
        raise KomshiError("--gather-minutes must not be negative.")
    environment = read_environment()
    with _only_one(data_folder(environment.data)):
        check_port(environment.host, environment.port)
        _prepare()
        return _supervise(environment.host, environment.port, args.gather_minutes)


def check_port(host: str, port: int) -> None:
    """Raises KomshiError with the way out when the address cannot be served on."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        with socket.socket(found[0][0], socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found[0][4])
            probe.listen(1)
    except OSError as error:
        raise KomshiError(
            f"Port {port} on {host} cannot be used ({error.strerror}): stop what runs there, "
            f"or choose another one, for example KOMSHI_PORT={port + 1 if port < 65535 else 8000} komshi up."
        ) from error


def _only_one(data: Path) -> TextIO:
    """The open lock file of this data folder; closing it, or dying, gives the lock back."""
    lock = (data / UP_LOCK).open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise KomshiError(f"Komshi runs already on the data folder {data}: use that one, or stop it first.") from error
    return lock


def _prepare() -> None:
    """Database and static files, in a process of its own: the supervisor stays small."""
    code = "from komshi.commands.up import prepare; import sys; sys.exit(prepare())"
    if subprocess.run([sys.executable, "-c", code], check=False).returncode != 0:
        raise KomshiError("Komshi could not be prepared; the line above says why.")


def prepare() -> int:
    """Migrates the database and collects the static files; 1 and a sentence on standard error when it cannot."""
    from komshi.commands.django_setup import setup

    try:
        setup(migrate=True)
        from komshi.observatory.config.statics import statics_collect

        statics_collect()
    except KomshiError as error:
        print(f"komshi: {error}", file=sys.stderr)
        return 1
    return 0


def _supervise(host: str, port: int, gather_minutes: float) -> int:
    from komshi.observatory.config.supervisor import Child, Supervisor

    children = [
        Child("web", ["-m", "komshi.observatory.config.web"]),
        Child("worker", ["-m", "komshi.observatory.config.worker_process"]),
    ]
    if gather_minutes:
        children.append(Child("gather", ["-m", "komshi", "gather", "--once", "--quiet"], every=gather_minutes * 60))
    Thread(target=_announce, args=(host, port), daemon=True).start()
    return Supervisor(children, say=_say).run()


def _announce(host: str, port: int) -> None:
    """Say where Komshi is once it answers there: whoever opens the address at once must not be refused."""
    while True:
        time.sleep(_BETWEEN_TRIES)
        with suppress(OSError), socket.create_connection((host.strip("[]"), port), timeout=1):
            break
    print(f"Komshi is at http://{host}:{port}/ (Ctrl-C stops it)", flush=True)


def _say(sentence: str) -> None:
    print(f"komshi: {sentence}", file=sys.stderr, flush=True)
