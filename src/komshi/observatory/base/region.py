"""The region of this observatory, loaded once a process by the dotted path in the settings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from komshi.pipeline.region import Region


@cache
def current_region() -> Region:
    """Languages and places of this observatory. The apps know the region through this function only."""
    return import_string(settings.KOMSHI_REGION_LOADER)(settings.KOMSHI_REGION)
