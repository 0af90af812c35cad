"""The days that an event can have happened on, as the matcher sees them: neighbours in time are found by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from komshi.pipeline.match.telling import telling_of
from komshi.pipeline.records import reading_from_json

if TYPE_CHECKING:
    from collections.abc import Mapping


def days_of(payload: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """First and last possible day of the first event as ordinals; (None, None) when nothing says when it happened."""
    if not payload.get("relevant"):
        return None, None
    telling = telling_of(0, reading_from_json(payload))
    return (telling.first, telling.last) if telling.dated else (None, None)
