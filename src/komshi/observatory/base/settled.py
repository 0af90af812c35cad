"""Loads what every page needs, and keeps the garbage collector away from it."""

from __future__ import annotations

import gc

from komshi.observatory.base.ground import lands, whole
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import towns


def settle() -> None:
    """Call once, when a server is about to answer: the region's words, towns and ground stay until it ends.

    A full round of the collector walks over all of them and stops a page for up to a tenth of a second; frozen objects
    are left out of it (documentation of Python's `gc.freeze`).
    """
    current_region()
    towns()
    lands(whole())
    gc.collect()
    gc.freeze()
