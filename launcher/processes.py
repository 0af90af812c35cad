"""Starts other programs so that they end with the launcher, however the launcher ends."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO

from launcher.errors import LaunchError, Stopped, diagnose

Command = Sequence[str | Path]

GRACE_SECONDS = 15
_PR_SET_PDEATHSIG = 1
# Loaded before any fork: between fork and exec a child may do next to nothing.
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C, SIGTERM and SIGHUP become `Stopped`, so that every `finally` on the way runs."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise Stopped(number)

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def child(
    command: Command,
    *,
    env: Mapping[str, str] | None = None,
    output: IO[bytes] | None = None,
    user: str | None = None,
    orphaned: signal.Signals = signal.SIGINT,
) -> Iterator[subprocess.Popen[bytes]]:
    """A running program with a process group of its own; leaving the block ends it, and whatever it started.

    On Linux it gets the signal `orphaned` if the launcher is killed outright.
    """
    parent = os.getpid()

    def follow_parent() -> None:
        if _LIBC is not None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, orphaned)
            if os.getppid() != parent:
                os._exit(1)

    program = subprocess.Popen(
        [str(part) for part in command],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        start_new_session=True,
        preexec_fn=follow_parent,  # noqa: PLW1509 - the launcher has one thread
        user=user,
        group=_group_of(user) if user else None,
        extra_groups=[] if user else None,
    )
    try:
        yield program
    finally:
        end(program)


def _group_of(user: str) -> int:
    import pwd  # noqa: PLC0415 - only where a program runs as somebody else

    return pwd.getpwnam(user).pw_gid


def end(program: subprocess.Popen[bytes]) -> None:
    """Interrupts a program, waits, and kills what is left of its process group."""
    if program.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            program.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(GRACE_SECONDS)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


def run_logged(
    command: Command, *, what: str, log: Path, env: Mapping[str, str] | None = None, need: int = 1000
) -> None:
    """Runs one step of the set-up, its output in `log`; raises LaunchError with the cause in one sentence."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        output.write(f"\n$ {' '.join(str(part) for part in command)}\n".encode())
        output.flush()
        start = output.tell()
        try:
            # Killed at once: what it leaves is made afresh, and must not be written to by two.
            with child(command, env=env, output=output, orphaned=signal.SIGKILL) as program:
                code = program.wait()
        except FileNotFoundError:
            raise LaunchError(f"{what}: {command[0]} is missing; delete the folder .venv and try again.") from None
    if code:
        said = log.read_bytes()[start:].decode("utf-8", "replace")
        raise diagnose(what, said, log=str(log), need=need)


def run_shown(command: Command, *, env: Mapping[str, str] | None = None) -> int:
    """Runs a program that speaks to the user; returns its exit code (128 + n when a signal ended it)."""
    with child(command, env=env) as program:
        code = program.wait()
    return code if code >= 0 else 128 - code
