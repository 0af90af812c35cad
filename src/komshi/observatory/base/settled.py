"""Loads what every page needs, and keeps the garbage collector away from it."""

from __future__ import annotations

import gc

from komshi.observatory.base.ground import lands, whole
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import towns
from komshi.pipeline.collector import leave_what_is_loaded


def settle() -> None:
    """Call once, when a server is about to answer: the region's words, towns and ground stay until it ends.

    A full round of the collector stops a page for up to a tenth of a second, and with Python's default of 700 objects
    it looked in vain a hundred times a page, a fifth of the page's time.
    """
    current_region()
    towns()
    lands(whole())
    gc.collect()
    leave_what_is_loaded()
