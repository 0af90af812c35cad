"""A PostgreSQL server of our own for the tests: in a temporary folder, on a Unix socket only, gone afterwards."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from launcher.errors import LaunchError, diagnose
from launcher.processes import Command, child

START_SECONDS = 30
# Nothing of a test database must survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=50")


def programs() -> Path | None:
    """The folder with PostgreSQL's initdb and postgres, the newest version first; None where there is none."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: _number(folder.parent.name), reverse=True
    )
    on_path = shutil.which("initdb")
    for folder in (*debian, *([Path(on_path).resolve().parent] if on_path else [])):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """Runs a fresh server with the programs in `folder`, gives its DATABASE_URL, and removes it at the end."""
    user = _unprivileged()
    # PostgreSQL reads its own settings from these, and must not find somebody else's server in them.
    env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    home = Path(tempfile.mkdtemp(prefix="komshi-pg-"))
    try:
        if user:
            shutil.chown(home, user, pwd.getpwnam(user).pw_gid)
        log = home / "server.log"
        with log.open("wb") as output:
            initdb: Command = [
                folder / "initdb",
                "-D",
                home / "data",
                "-U",
                "komshi",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync",
            ]
            with child(initdb, env=env, output=output, user=user) as program:
                if program.wait():
                    raise diagnose("PostgreSQL's initdb", log.read_text("utf-8", "replace"), log=str(log))
            options = [part for setting in FAST for part in ("-c", setting)]
            command: Command = [folder / "postgres", "-D", home / "data", "-k", home, *options]
            with child(command, env=env, output=output, user=user) as program:
                _wait(program, folder / "pg_isready", home=home, log=log, env=env)
                yield f"postgres://komshi@{quote(str(home), safe='')}/postgres"
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _wait(program: subprocess.Popen[bytes], ready: Path, *, home: Path, log: Path, env: Mapping[str, str]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while program.poll() is None and time.monotonic() < deadline:
        if subprocess.run([ready, "-q", "-h", home], env=env, check=False).returncode == 0:
            return
        time.sleep(0.1)
    last = (log.read_text("utf-8", "replace").strip().splitlines() or ["it said nothing"])[-1]
    raise LaunchError(f"PostgreSQL did not start ({last}): repair it, or remove it to test on SQLite alone.")


def _unprivileged() -> str | None:
    """Whom to run as: PostgreSQL refuses root. None where we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
