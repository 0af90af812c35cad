"""Binds the life of a child process to its parent's, by whatever death the parent dies."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import threading
import time

_PR_SET_PDEATHSIG = 1
_SECONDS_BETWEEN_LOOKS = 1.0


def die_with_parent(parent: int) -> None:
    """Ends this process when process `parent` is gone. Call it first thing in the child.

    Linux tells us by a signal; where it cannot, and against a parent that died before we asked, a thread looks.
    """
    with contextlib.suppress(OSError, AttributeError):  # not Linux: the thread below does it
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    threading.Thread(target=_watch, args=(parent,), daemon=True, name="lifeline").start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
    os._exit(1)
