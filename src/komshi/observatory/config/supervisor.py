"""One process that keeps the others: starts them, restarts what crashed, stops all together. Knows no Django."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

# A child that lived this long was well; the next crash starts the waiting anew.
_WELL_AFTER = 60.0
_LONGEST_WAIT = 60.0
_SECONDS_TO_STOP = 8.0


@dataclass
class Child:
    """One process to keep. `every`: seconds between two starts of one that ends by itself; None for one that stays."""

    name: str
    arguments: list[str]
    every: float | None = None
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    due: float = 0.0
    crashes: int = field(default=0)

    def running(self) -> bool:
        """Whether its process lives."""
        return self.process is not None and self.process.poll() is None


class Supervisor:
    """Runs children until SIGTERM or SIGINT. `say` gets one sentence for each thing worth telling."""

    def __init__(self, children: list[Child], *, say: Callable[[str], None]) -> None:
        self.children = children
        self.say = say
        self.stopping = False

    def run(self) -> int:
        """Returns when everything has stopped: 0."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            while not self.stopping:
                for child in self.children:
                    self._keep(child)
                time.sleep(0.2)
        finally:
            self._end_all()
        return 0

    def _stop(self, number: int, frame: object) -> None:  # noqa: ARG002 - given by the signal
        self.stopping = True

    def _keep(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is not None and child.process.poll() is not None:
            self._ended(child, child.process.returncode, now)
        if child.process is None and now >= child.due and not self.stopping:
            environment = {**os.environ, "KOMSHI_PARENT": str(os.getpid())}
            # A session of its own: Ctrl-C reaches this process alone, which then stops the children in order.
            child.process = subprocess.Popen(
                [sys.executable, *child.arguments], env=environment, start_new_session=True, stdin=subprocess.DEVNULL
            )
            child.started = now

    def _ended(self, child: Child, code: int, now: float) -> None:
        child.process = None
        if code == 0 and child.every is not None:
            child.crashes, child.due = 0, child.started + child.every
            return
        child.crashes = 1 if now - child.started > _WELL_AFTER else child.crashes + 1
        wait = min(2.0 ** (child.crashes - 1), _LONGEST_WAIT)
        child.due = now + max(wait, child.every or 0.0)
        how = f"by signal {-code}" if code < 0 else f"with code {code}"
        self.say(f"{child.name} ended {how}; it starts again in {child.due - now:.0f} s.")

    def _end_all(self) -> None:
        """SIGTERM to all, and to the group of whoever is still there after a few seconds SIGKILL."""
        running = [child for child in self.children if child.running()]
        for child in running:
            with contextlib.suppress(ProcessLookupError):
                child.process.terminate()
        deadline = time.monotonic() + _SECONDS_TO_STOP
        for child in running:
            try:
                child.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(child.process.pid, signal.SIGKILL)
                child.process.wait()
