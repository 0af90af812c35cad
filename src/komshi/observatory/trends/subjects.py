"""What an assessment is about, as one value: an incident by its key, or a trend."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from komshi.observatory.incidents.models import Incident

if TYPE_CHECKING:
    from komshi.observatory.trends.models import Assessment


@dataclass(frozen=True)
class Subject:
    """An incident, or a market in a country or a town over months; exactly one of the two is filled."""

    incident: str = ""
    market: str = ""
    country: str = ""
    town: str = ""
    first_month: str = ""
    last_month: str = ""

    @classmethod
    def of(cls, assessment: Assessment) -> Subject:
        """The subject of an assessment; an incident that was told with another is the other one."""
        found = cls(**{name: getattr(assessment, name) for name in asdict(cls())})
        home = home_of(found.incident) if found.incident else None
        return cls(incident=home.key) if home else found

    def matching(self) -> Q:
        """The rows that are about it, those about incidents that became part of it included."""
        if self.incident:
            return Q(incident__in=keys_of(self.incident))
        return Q(**asdict(self))


def home_of(key: str) -> Incident | None:
    """The incident of this key, or the one that it became part of."""
    row, seen = Incident.objects.filter(key=key).select_related("absorbed_by").first(), set()
    while row is not None and row.absorbed_by is not None and row.pk not in seen:
        seen.add(row.pk)
        row = row.absorbed_by
    return row


def keys_of(key: str) -> set[str]:
    """The key of an incident with the keys of all that became part of it."""
    keys, fresh = {key}, {key}
    while fresh:
        fresh = set(Incident.objects.filter(absorbed_by__key__in=fresh).values_list("key", flat=True)) - keys
        keys |= fresh
    return keys
