"""The people of the demo, what they saw, and the organisations of its registry with what each agreed to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.accounts.services import membership_grant, organisation_create, user_create
from komshi.observatory.network.choices import FIELDS
from komshi.observatory.network.models import Profile
from komshi.observatory.network.services import consent_record, profile_add
from komshi.observatory.sources.choices import Certainty, Sensitivity
from komshi.observatory.sources.models import Observation
from komshi.observatory.sources.services import observation_add

SOURCE = "specimen"


@dataclass(frozen=True)
class Cast:
    """The people of the demo by username, and their organisations by slug."""

    users: Mapping[str, User]
    organisations: Mapping[str, Organisation]


def people_add(specimen: Mapping[str, Any], password: str) -> Cast:
    """The accounts of the demo with their roles."""
    organisations = {row["slug"]: _organisation(row) for row in specimen["organisation"]}
    users = {}
    for row in specimen["person"]:
        user = User.objects.filter(username=row["username"]).first()
        if user is None:
            user = user_create(username=row["username"], password=password, name=row["name"])
        membership_grant(user=user, organisation=organisations[row["organisation"]], role=Role(row["role"]))
        users[row["username"]] = user
    return Cast(users, organisations)


def observations_add(rows: Iterable[Mapping[str, Any]], cast: Cast) -> None:
    """What members saw with their own eyes."""
    for row in rows:
        by = cast.users[row["by"]]
        if not Observation.objects.filter(by=by, when=row["when"]).exists():
            observation_add(
                by=by,
                what=row["what"],
                where=row["where"],
                when=row["when"],
                certainty=Certainty(row["certainty"]),
                sensitivity=Sensitivity.OPEN,
            )


def profiles_add(rows: Iterable[Mapping[str, Any]], cast: Cast) -> None:
    """The organisations of the registry. Those that take part consent by their own people, the others by an editor."""
    for row in rows:
        if Profile.objects.filter(source=SOURCE, own_id=row["slug"]).exists():
            continue
        account = cast.organisations.get(row.get("account", ""))
        values = {name: row[name] for name in FIELDS if name in row}
        profile = profile_add(by=None, account=account, source=SOURCE, own_id=row["slug"], **values)
        if row["shows"]:
            by = speaker_of(account) if account else cast.users["editor"]
            consent_record(profile=profile, shows=row["shows"], by=by, given_by=row["given_by"])


def speaker_of(organisation: Organisation) -> User:
    """Who speaks for an organisation of the demo: the person of its highest role."""
    return max(organisation.memberships.filter(ended_at=None), key=lambda one: Role(one.role).rank).user


def _organisation(row: Mapping[str, str]) -> Organisation:
    known = Organisation.objects.filter(name=row["name"]).first()
    return known or organisation_create(name=row["name"], country=row["country"])
