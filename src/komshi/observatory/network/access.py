"""Who may change a profile, and who may say what of it is public. Roles themselves stand in accounts/permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from komshi.observatory.accounts.permissions import active_membership, active_memberships, can_publish
from komshi.observatory.base.errors import NotAllowed

if TYPE_CHECKING:
    from komshi.observatory.accounts.models import Membership, Organisation
    from komshi.observatory.accounts.permissions import Person
    from komshi.observatory.network.models import Profile


def own_membership(user: Person, organisation_id: int | None) -> Membership | None:
    """The membership by which the person belongs to the organisation."""
    if organisation_id is None:
        return None
    return next((one for one in active_memberships(user) if one.organisation_id == organisation_id), None)


def can_change(user: Person, profile: Profile) -> bool:
    """Its own people may change a profile, and whoever may publish."""
    return can_publish(user) or own_membership(user, profile.account_id) is not None


def can_consent(user: Person, profile: Profile) -> bool:
    """An organisation that takes part speaks for itself; for any other one an editor takes down what it said."""
    if profile.account_id is not None:
        return own_membership(user, profile.account_id) is not None
    return can_publish(user)


def can_withdraw(user: Person, profile: Profile) -> bool:
    """Taking everything back must never wait for the right person: editors may do it for any organisation."""
    return can_consent(user, profile) or can_publish(user)


def check_add(user: Person, account: Organisation | None) -> Membership:
    """The membership of a person who may add a profile: of any organisation, or of their own. Raises NotAllowed."""
    own = own_membership(user, account.pk if account else None)
    found = own or (active_membership(user) if can_publish(user) else None)
    if found is None:
        raise NotAllowed(_("You can add your own organisation; an editor can add any."))
    return found


def check_change(user: Person, profile: Profile) -> Membership:
    """The membership in whose name the person changes the profile. Raises NotAllowed."""
    found = own_membership(user, profile.account_id) or active_membership(user)
    if found is None or not can_change(user, profile):
        raise NotAllowed(_("Only its own people and editors may change this organisation."))
    return found


def check_consent(user: Person, profile: Profile, *, withdraws: bool) -> Membership:
    """The membership in whose name the person takes down a consent. Raises NotAllowed."""
    found = own_membership(user, profile.account_id) or active_membership(user)
    allowed = can_withdraw(user, profile) if withdraws else can_consent(user, profile)
    if found is None or not allowed:
        raise NotAllowed(_("Only its own people can say what this organisation shows."))
    return found
