"""Writes: profiles of organisations, and their consents. `by` is None only on the command line of the machine."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.network.access import check_add, check_change, check_consent
from komshi.observatory.network.choices import FIELDS, GROUPS
from komshi.observatory.network.given import indexed, values_checked
from komshi.observatory.network.models import Consent, Profile
from komshi.pipeline.jsonl import clean
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MEMBER = "member"
DERIVED = ["name_key", "town_index", "focus_index", "entry_index", "language_index", "search", "updated_at"]


def profile_add(
    *, by: User | None, account: Organisation | None = None, source: str = MEMBER, own_id: str = "", **values: Any
) -> Profile:
    """Add an organisation to the registry; nothing of it is public.

    `values`: name (required), names, country, towns, focus, engagement, entry_points, activities, challenges,
    languages, website, email, phone, about, about_language; ids, not labels. `account` is the organisation of the
    observatory that it is. Raises NotAllowed; Refused when it is there already or a value cannot be.
    """
    with writing():
        membership = check_add(by, account) if by is not None else None
        if account is not None and Profile.objects.filter(account=account).exists():
            raise Refused(_("This organisation has a profile already: change that one."))
        profile = Profile(account=account, source=clean(source).strip()[:200], own_id=own_id.strip()[:80])
        _fill(profile, values_checked({"name": "", **values}))
        (profile.slug,) = free_slugs([profile.name])
        profile.save()
        organisation = membership.organisation if membership else None
        record("network:profile:add", subject=profile, actor=by, organisation=organisation)
    return profile


def profile_change(*, profile: Profile, by: User | None, **values: Any) -> Profile:
    """Change what the registry holds of an organisation; `values` as for `profile_add`, only those that are given.

    What it agreed to show follows at once. Raises NotAllowed; Refused when a value cannot be.
    """
    with writing():
        fresh = Profile.objects.select_for_update().get(pk=profile.pk)
        membership = check_change(by, fresh) if by is not None else None
        before = {name: getattr(fresh, name) for name in values}
        _fill(fresh, values_checked(values))
        if all(getattr(fresh, name) == value for name, value in before.items()):
            return fresh
        fresh.save(update_fields=[*values, *DERIVED])
        organisation = membership.organisation if membership else None
        record("network:profile:change", subject=fresh, actor=by, organisation=organisation)
    return fresh


def profile_link(*, profile: Profile, account: Organisation, by: User | None) -> Profile:
    """Say which organisation of the observatory it is, so that its own people speak for it from now on.

    For good: otherwise an editor could take the word from them. Raises NotAllowed; Refused when either is taken.
    """
    with writing():
        fresh = Profile.objects.select_for_update().get(pk=profile.pk)
        membership = check_add(by, None) if by is not None else None
        if fresh.account_id == account.pk:
            return fresh
        if fresh.account_id is not None or Profile.objects.filter(account=account).exists():
            raise Refused(_("This organisation has a profile already: change that one."))
        fresh.account = account
        fresh.save(update_fields=["account", "updated_at"])
        organisation = membership.organisation if membership else None
        record("network:profile:change", subject=fresh, actor=by, organisation=organisation)
    return fresh


def consent_record(*, profile: Profile, shows: Iterable[str], by: User, given_by: str = "") -> Consent:
    """Take down what an organisation agrees to show: names of parts out of `choices.GROUPS`; none takes all back.

    The people of an organisation that takes part speak for it; for any other one an editor does, and `given_by` says
    who of it agreed. Raises NotAllowed; Refused without the name, which everything else hangs on.
    """
    asked = set(shows)
    if unknown := asked - set(GROUPS):
        raise ValueError(f"Nobody can agree to show {', '.join(sorted(unknown))}.")
    with writing():
        fresh = Profile.objects.select_for_update().get(pk=profile.pk)
        membership = check_consent(by, fresh, withdraws=not asked)
        if asked and "name" not in asked:
            raise Refused(_("Nothing can be shown without the name: agree to the name as well, or to nothing."))
        given_by = " ".join(clean(given_by).split())[:200]
        if asked and fresh.account_id is None and not given_by:
            raise Refused(_("Say who in the organisation agreed, by their role; this stays private."))
        consent = Consent.objects.create(
            profile=fresh,
            shows=[group for group in GROUPS if group in asked],
            by=by,
            organisation=membership.organisation,
            given_by=given_by,
        )
        record(
            "network:consent:add",
            subject=consent,
            actor=by,
            organisation=membership.organisation,
            data={"profile": fresh.pk},
        )
    return consent


def derive(profile: Profile) -> None:
    """Fill the columns that follow from the others; whoever sets a column by itself calls it before saving."""
    profile.name_key = fold(profile.name)[:400]
    profile.town_index = indexed(profile.towns)
    profile.focus_index = indexed(profile.focus)
    profile.entry_index = indexed(profile.entry_points)
    profile.language_index = indexed(profile.languages)
    profile.search = fold(" \n ".join([profile.name, *profile.names, profile.about]))


def free_slugs(names: Iterable[str]) -> list[str]:
    """A word for the address of each one's public page, should it ever have one; it stays when the name changes."""
    wanted = [slugify(fold(name))[:70].strip("-") or secrets.token_hex(4) for name in names]
    taken = set(Profile.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    free = []
    for slug in wanted:
        free.append(f"{slug}-{secrets.token_hex(3)}" if slug in taken else slug)
        taken.add(free[-1])
    return free


def _fill(profile: Profile, values: dict[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            setattr(profile, name, values[name])
    derive(profile)
