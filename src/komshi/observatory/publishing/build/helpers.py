"""Public helpers, made out of what organisations agreed to show: exactly that, as it reads now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from komshi.observatory.base.events import pull
from komshi.observatory.network.given import indexed
from komshi.observatory.network.models import Profile
from komshi.observatory.network.selectors import shown_groups, standing_consent
from komshi.observatory.network.shown import public_values
from komshi.observatory.publishing.models import PublicHelper
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from komshi.observatory.base.models import Event


def pull_helpers(limit: int) -> int:
    """Bring the public helpers up to date with profiles and consents. Returns how many events were dealt with."""
    with pull("publishing_helpers", ["network:profile:", "network:consent:"], limit=limit) as events:
        changed = {_profile_of(event) for event in events}
        found = set()
        for profile in Profile.objects.filter(pk__in=changed).order_by("pk"):
            found.add(profile.pk)
            _project(profile)
        PublicHelper.objects.filter(profile__in=changed - found).delete()
    return len(events)


def _profile_of(event: Event) -> int:
    return int(event.data["profile"] if event.action.startswith("network:consent:") else event.subject_id)


def _project(profile: Profile) -> None:
    """Write the row anew, so that a part that is no longer agreed to is empty again; or remove it."""
    values, consent = public_values(profile, shown_groups(profile)), standing_consent(profile)
    if not values or consent is None:
        PublicHelper.objects.filter(profile=profile.pk).delete()
        return
    row = PublicHelper(
        pk=PublicHelper.objects.filter(profile=profile.pk).values_list("pk", flat=True).first(),
        profile=profile.pk,
        slug=profile.slug,
        agreed_on=consent.at.date(),
        **values,
    )
    row.town_index, row.focus_index = indexed(row.towns), indexed(row.focus)
    row.entry_index = indexed(row.entry_points)
    row.search = fold(f"{row.name} \n {row.about}")
    row.save()
