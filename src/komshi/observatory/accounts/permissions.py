"""Every rule on what a person may do, in one module. A predicate takes anyone, a stranger or None included."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Membership, Organisation, User
from komshi.observatory.base.errors import NotAllowed

Person = User | AnonymousUser | None


def active_memberships(user: Person) -> list[Membership]:
    """Standing memberships of a person whose account is active, the highest role first; empty for everyone else."""
    if user is None or not user.is_authenticated or not user.is_active:
        return []
    standing = Membership.objects.filter(user=user, ended_at=None).select_related("organisation")
    return sorted(standing, key=lambda one: (-Role(one.role).rank, one.pk))


def active_membership(user: Person) -> Membership | None:
    """The membership in whose name the person acts: the one with the highest role, the oldest among equals."""
    return next(iter(active_memberships(user)), None)


def can_read(user: Person) -> bool:
    """May see what members see."""
    return _at_least(user, Role.MEMBER)


def can_submit(user: Person) -> bool:
    """May paste, upload and record an observation."""
    return _at_least(user, Role.MEMBER)


def can_review(user: Person) -> bool:
    """May accept, correct and reject readings."""
    return _at_least(user, Role.ANALYST)


def can_publish(user: Person) -> bool:
    """May decide what the public sees beyond what follows from reviews."""
    return _at_least(user, Role.EDITOR)


def can_operate(user: Person) -> bool:
    """May run the observatory: sources, people, imports."""
    return _at_least(user, Role.OPERATOR)


PREDICATES: dict[str, Callable[[Person], bool]] = {
    "read": can_read,
    "submit": can_submit,
    "review": can_review,
    "publish": can_publish,
    "operate": can_operate,
}


def allowances(user: Person) -> dict[str, bool]:
    """Every predicate by its verb, for templates: `{% if may.review %}`."""
    return {verb: predicate(user) for verb, predicate in PREDICATES.items()}


def check(predicate: Callable[[Person], bool], user: Person) -> Membership:
    """The membership in whose name the person acts, or NotAllowed when the predicate says no."""
    membership = active_membership(user)
    if membership is None or not predicate(user):
        raise NotAllowed
    return membership


def check_for(organisation: Organisation | None, role: Role, *, user: Person) -> Membership:
    """The membership by which the person speaks for this organisation with at least this role; NotAllowed otherwise.

    For an organisation that takes no part (None) an operator speaks, of whichever organisation.
    """
    for one in active_memberships(user):
        if organisation is None:
            if Role(one.role).rank >= Role.OPERATOR.rank:
                return one
        elif one.organisation_id == organisation.pk and Role(one.role).rank >= role.rank:
            return one
    raise NotAllowed


def _at_least(user: Person, role: Role) -> bool:
    membership = active_membership(user)
    return membership is not None and Role(membership.role).rank >= role.rank
