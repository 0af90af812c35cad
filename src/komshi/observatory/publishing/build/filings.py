"""Public filings: those that their organisation agreed to show, with the days that count.

A row follows its filing, and also the helper and the incident that it names: when one of these is no longer public, its
name leaves the row too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from komshi.observatory.base.events import pull
from komshi.observatory.casework.models import Filing
from komshi.observatory.network.models import Profile
from komshi.observatory.publishing.models import PublicFiling, PublicHelper, PublicIncident

if TYPE_CHECKING:
    from collections.abc import Iterable

    from komshi.observatory.base.models import Event

_PREFIXES = ("casework:filing:", "network:profile:", "network:consent:", "incidents:incident:")


def pull_filings(limit: int) -> int:
    """Bring the public filings up to date with what changed. Returns how many events were dealt with."""
    with pull("publishing:filings", _PREFIXES, limit=limit) as events:
        changed = _subjects(events, "casework:filing:")
        shown = Filing.objects.filter(public=True)
        if incidents := _subjects(events, "incidents:incident:"):
            changed |= set(shown.filter(incident__in=incidents).values_list("pk", flat=True))
        if any(event.action.startswith("network:") for event in events):
            changed |= set(shown.values_list("pk", flat=True))
        for filing in shown.filter(pk__in=changed).order_by("pk"):
            _project(filing)
        standing = shown.filter(pk__in=changed).values_list("pk", flat=True)
        PublicFiling.objects.filter(filing__in=changed - set(standing)).delete()
    return len(events)


def _subjects(events: Iterable[Event], prefix: str) -> set[int]:
    return {int(event.subject_id) for event in events if event.action.startswith(prefix)}


def _project(filing: Filing) -> None:
    window = filing.window
    PublicFiling.objects.update_or_create(
        filing=filing.pk,
        defaults={
            "kind": filing.kind,
            "institution": filing.institution,
            "country": filing.country,
            "town": filing.town,
            "helper": _helper(filing),
            "incident": _incident(filing),
            "filed_on": filing.filed_on,
            "answer_due": window.answer_due,
            "object_by": window.object_by,
            "answered_on": filing.answered_on,
            "outcome": filing.outcome,
        },
    )


def _helper(filing: Filing) -> str:
    """The slug of the organisation, if it agreed to be shown among those who help."""
    slug = filing.profile
    if not slug and filing.organisation_id:
        profile = Profile.objects.filter(account=filing.organisation_id).first()
        slug = profile.slug if profile else ""
    return slug if slug and PublicHelper.objects.filter(slug=slug).exists() else ""


def _incident(filing: Filing) -> str:
    found = PublicIncident.objects.filter(incident=filing.incident_id) if filing.incident_id else None
    return (found.values_list("key", flat=True).first() or "") if found is not None else ""
