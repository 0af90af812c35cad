"""Progress of long work on a terminal, silent elsewhere, and complaints about single lines of a file."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from komshi.pipeline.jsonl import OnError

_SECONDS_BETWEEN = 0.5


def _is_terminal() -> bool:
    return sys.stderr.isatty()


@dataclass(slots=True)
class Progress:
    """A line on standard error that says how far the work is. `what` is the plural of what is counted."""

    what: str
    done: int = 0
    complaints: int = 0
    _started: float = field(default_factory=time.monotonic)
    _shown: float = 0.0
    _on_terminal: bool = field(default_factory=_is_terminal)

    def step(self, count: int = 1) -> None:
        """Count finished work, and show it at most twice a second."""
        self.done += count
        now = time.monotonic()
        if self._on_terminal and now - self._shown > _SECONDS_BETWEEN:
            self._shown = now
            rate = self.done / max(now - self._started, 0.001)
            print(f"\r{self.done:,} {self.what}, {rate:,.0f} a second ", end="", file=sys.stderr, flush=True)

    def complaints_of(self, file: str) -> OnError:
        """For the lines of one file (`-` is standard input): the work goes on, and the exit code will be 1."""
        name = "standard input" if file == "-" else file

        def complain(line: int, message: str) -> None:
            self.complaints += 1
            self._clear()
            print(f"{name}, line {line}: {message}", file=sys.stderr)

        return complain

    def finish(self, sentence: str = "") -> int:
        """End the progress line, say what came of the work, and give the exit code: 1 if there was a complaint."""
        self._clear()
        if sentence and self._on_terminal:
            print(sentence, file=sys.stderr)
        return 1 if self.complaints else 0

    def _clear(self) -> None:
        if self._on_terminal and self._shown:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
            self._shown = 0.0
