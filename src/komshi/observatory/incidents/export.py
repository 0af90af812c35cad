"""Every incident with its reports, for members' own work: holds private keys and what nobody has checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.models import Incident

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = {
    "key": "the incident's private key: that of the report that founded it",
    "state": "waiting or accepted",
    "date": "as the reports tell it (ISO)",
    "country": "two letters (ISO 3166)",
    "place": "as the reports tell it",
    "latitude": "degrees north, not blurred",
    "longitude": "degrees east, not blurred",
    "markets": "ids of the vocabulary, joined by a semicolon",
    "event_type": "id of the vocabulary",
    "status": "how far the proceedings are",
    "quantities": "amounts as JSON, each with the reports that say so and those that say otherwise",
    "arrested": "people",
    "charged": "people",
    "killed": "people",
    "injured": "people",
    "victims": "people harmed",
    "reports": "keys of the reports, joined by a blank",
    "independent_voices": "outlets that speak for themselves",
}


def rows() -> Iterator[dict[str, Any]]:
    """One row for each incident that has not been withdrawn, in the order of their keys."""
    for one in Incident.objects.exclude(state=State.WITHDRAWN).order_by("key").iterator(chunk_size=500):
        payload = one.payload
        counts = {kind: told["value"] for kind, told in payload["counts"].items()}
        yield {
            "key": one.key, "state": one.state, "date": one.date, "country": one.country, "place": one.place_name,
            "latitude": one.latitude, "longitude": one.longitude, "markets": ";".join(one.markets),
            "event_type": one.event_type, "status": one.status,
            "quantities": json.dumps(payload["quantities"], ensure_ascii=False) if payload["quantities"] else "",
            **counts, "reports": " ".join(payload["readings"]), "independent_voices": one.independent_voices,
        }  # fmt: skip
