"""Writes: people, organisations, memberships. `by` is None only on the command line of the machine itself."""

from __future__ import annotations

import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Membership, Organisation, User
from komshi.observatory.accounts.permissions import can_operate, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing

_PASSWORD_WORDS = 4
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def password_new() -> str:
    """A password that can be read over the telephone: four words of four syllables, 98 bits."""
    return "-".join("".join(secrets.choice(_SYLLABLES) for _syllable in range(4)) for _word in range(_PASSWORD_WORDS))


def user_create(*, username: str, password: str, name: str = "", by: User | None = None) -> User:
    """A person who can sign in, without any role yet; Refused when the name is taken or the password too weak."""
    with writing():
        if by is not None:
            check(can_operate, by)
        user = User(username=username.strip(), first_name=name.strip()[:150])
        _check_password(password, user)
        user.set_password(password)
        try:
            user.full_clean(exclude=["password"])
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        user.save()
        record("accounts:user:add", subject=user, actor=by)
    return user


def password_change(*, user: User, password: str, by: User | None = None) -> None:
    """Gives a person a new password; every session of that person ends by it."""
    with writing():
        if by is not None:
            check(can_operate, by)
        _check_password(password, user)
        user.set_password(password)
        user.save(update_fields=["password"])
        record("accounts:user:password", subject=user, actor=by)


def organisation_create(*, name: str, country: str = "", by: User | None = None) -> Organisation:
    """An organisation that takes part; Refused when one of that name does already."""
    with writing():
        if by is not None:
            check(can_operate, by)
        name = name.strip()
        slug = slugify(name)[:80] or secrets.token_hex(4)
        if not name or Organisation.objects.filter(name=name).exists():
            raise Refused(_("Give the organisation a name that no other one has."))
        if Organisation.objects.filter(slug=slug).exists():
            slug = f"{slug[:70]}-{secrets.token_hex(4)}"
        organisation = Organisation(name=name, slug=slug, country=country.upper())
        try:
            organisation.full_clean()
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        organisation.save()
        record("accounts:organisation:add", subject=organisation, actor=by, organisation=organisation)
    return organisation


def membership_grant(*, user: User, organisation: Organisation, role: Role, by: User | None = None) -> Membership:
    """Gives a person a role in an organisation, or changes it; a membership that had ended stands again."""
    with writing():
        if by is not None:
            check(can_operate, by)
        membership, created = Membership.objects.update_or_create(
            user=user, organisation=organisation, defaults={"role": Role(role).value, "ended_at": None}
        )
        record(
            "accounts:membership:grant",
            subject=membership,
            actor=by,
            organisation=organisation,
            data={"user": user.pk, "role": membership.role, "new": created},
        )
    return membership


def membership_end(*, membership: Membership, by: User | None = None) -> None:
    """Ends a membership from now on; what the person did stays."""
    with writing():
        if by is not None:
            check(can_operate, by)
        membership.ended_at = timezone.now()
        membership.save(update_fields=["ended_at", "updated_at"])
        record(
            "accounts:membership:end",
            subject=membership,
            actor=by,
            organisation=membership.organisation,
            data={"user": membership.user_id},
        )


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
