"""Python's garbage collector, kept out of the way while what stays for ever is loaded."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_BEFORE_A_ROUND = 20_000
"""Objects made before the collector looks at the young ones: about as many as a report or a page with a map makes."""


def leave_what_is_loaded() -> None:
    """Call once, when all that stays until a process ends is loaded: the collector does not look at it again.

    A full round walks over all of it and takes a twentieth of a second or more; frozen objects are left out
    (documentation of Python's `gc.freeze`). What a report or a page makes is gone afterwards without the collector.
    """
    gc.freeze()
    gc.set_threshold(_BEFORE_A_ROUND, 20, 20)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Inside, nothing is collected: a hundred thousand objects that all stay are walked over again and again otherwise,
    a tenth of the time that loading takes.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
