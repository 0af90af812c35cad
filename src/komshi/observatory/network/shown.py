"""What the public sees of a profile: one function for the projection and for the preview that people agree to."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from komshi.observatory.base.towns import town
from komshi.observatory.network.choices import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from komshi.observatory.network.models import Profile


def public_values(profile: Profile, shows: Iterable[str]) -> dict[str, Any]:
    """Every column of a public helper that the agreed parts fill, and no other; empty without the name."""
    agreed = set(shows)
    if "name" not in agreed:
        return {}
    values = {name: getattr(profile, name) for group in GROUPS if group in agreed for name in GROUPS[group]}
    first = next(filter(None, map(town, values.get("towns", ()))), None)
    if first is not None:
        # Four digits are eleven metres: of the seat of the municipality, which says nothing of a door.
        values |= {"latitude": round(first.latitude, 4), "longitude": round(first.longitude, 4)}
    return values


def fingerprint(values: dict[str, Any]) -> str:
    """The same for the same values: who agrees to a preview agrees to that, and to nothing that came since."""
    written = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:32]
