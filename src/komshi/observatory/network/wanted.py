"""What a member looks for partners for: a town, a market, or an incident, taken from an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from komshi.observatory.base import partners
from komshi.observatory.base.towns import find_towns, town, town_at
from komshi.observatory.incidents.selectors import Entry, access_incident, entries
from komshi.observatory.network.selectors import own_profiles
from komshi.pipeline import vocabulary
from komshi.pipeline.neighbours import Facts
from komshi.pipeline.vocabulary.help import helping_focus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from komshi.observatory.accounts.models import User
    from komshi.observatory.base.towns import Town


@dataclass(frozen=True)
class Wanted:
    """What was asked for, as the page repeats it. `written` is what was typed where no town of that name is known."""

    facts: Facts
    town: Town | None
    written: str
    market: str
    incident: Entry | None

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.facts.spots or self.facts.focus)


def wanted_of(user: User, query: Mapping[str, str]) -> Wanted:
    """From a query string: `town` (id or name), `market`, `incident` (its key). Raises NotFound for a hidden incident.

    The languages are those of the person's own organisation.
    """
    written = query.get("town", "").strip()[:80]
    place = town(written) or next(iter(find_towns(written)), None)
    market = one if (one := query.get("market", "")) in vocabulary.ids("markets") else ""
    markets, incident = [market] if market else [], None
    if key := query.get("incident", ""):
        found = access_incident(user, key)
        incident, markets = entries([found])[0], found.markets
        if found.latitude is not None and found.longitude is not None:
            place = town_at(found.latitude, found.longitude, country=found.country)
    own = own_profiles(user)
    facts = partners.facts_of(
        towns=[place.id] if place else [],
        country=place.country if place else "",
        focus=helping_focus(markets),
        languages=own[0].languages if own else (),
    )
    return Wanted(facts, place, "" if place else written, market, incident)
