"""Which day it is for the reader: the calendar's, or the fixed day of a specimen."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day that silence, deadlines and recent months are counted from."""
    fixed: date | None = settings.KOMSHI_TODAY
    return fixed or timezone.localdate()
