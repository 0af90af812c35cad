"""Making people, organisations and memberships."""

from __future__ import annotations

import pytest

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Membership, Organisation, User
from komshi.observatory.accounts.services import (
    membership_grant,
    organisation_create,
    password_change,
    password_new,
    user_create,
)
from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.models import Event

pytestmark = pytest.mark.django_db
GOOD = "korita-balone-dudiga"


def test_a_person_is_made_with_a_password_that_works_and_an_event_without_a_name() -> None:
    user = user_create(username="ana", password=GOOD)
    assert User.objects.get(username="ana").check_password(GOOD)
    event = Event.objects.get()
    assert (event.action, event.subject_id, event.data) == ("accounts:user:add", str(user.pk), {})


@pytest.mark.parametrize("password", ["short", "password1234", "ana-ana-ana-ana"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(Refused):
        user_create(username="ana-ana-ana-ana", password=password)
    assert not User.objects.exists()


def test_a_name_is_given_once() -> None:
    user_create(username="ana", password=GOOD)
    with pytest.raises(Refused, match="already exists"):
        user_create(username="ana", password=GOOD)


def test_only_an_operator_makes_people(make_member) -> None:
    with pytest.raises(NotAllowed):
        user_create(username="ana", password=GOOD, by=make_member(Role.EDITOR))
    assert user_create(username="ana", password=GOOD, by=make_member(Role.OPERATOR)).pk


def test_only_an_operator_grants_roles_and_the_log_says_who(make_member, organisation) -> None:
    analyst, operator = make_member(Role.ANALYST), make_member(Role.OPERATOR)
    with pytest.raises(NotAllowed):
        membership_grant(user=analyst, organisation=organisation, role=Role.OPERATOR, by=analyst)
    membership_grant(user=analyst, organisation=organisation, role=Role.EDITOR, by=operator)
    assert Membership.objects.get(user=analyst).role == Role.EDITOR
    event = Event.objects.filter(action="accounts:membership:grant").last()
    assert (event.actor_id, event.data["role"], event.data["new"]) == (operator.pk, "editor", False)


def test_a_new_password_ends_the_sessions_of_the_person(client, make_member) -> None:
    user = make_member()
    client.force_login(user)
    assert client.get("/en/sources/").status_code == 200
    password_change(user=user, password=password_new())
    assert client.get("/en/sources/").status_code == 302


def test_two_organisations_cannot_share_a_name_but_can_look_alike() -> None:
    first, second = organisation_create(name="Lake Watch"), organisation_create(name="Lake, watch!")
    assert first.slug != second.slug
    with pytest.raises(Refused):
        organisation_create(name="Lake Watch")


def test_an_organisation_in_cyrillic_has_an_address_too() -> None:
    assert organisation_create(name="Еко Езеро").slug


def test_passwords_that_we_make_are_good_and_never_the_same() -> None:
    made = {password_new() for _ in range(50)}
    assert len(made) == 50
    user_create(username="ana", password=made.pop())


def test_createmember_makes_everything_and_prints_a_password_once(elsewhere) -> None:
    first = elsewhere.komshi("manage", "createmember", "ana", "--role", "editor", "--organisation", "Lake Watch")
    assert "Password, shown this once: " in first.stdout
    again = elsewhere.komshi("manage", "createmember", "ana", "--role", "analyst", "--organisation", "Lake Watch")
    assert "Password" not in again.stdout
    assert elsewhere.ask("SELECT role FROM accounts_membership") == [("analyst",)]


def test_createmember_reads_a_password_from_standard_input_and_refuses_a_weak_one(elsewhere) -> None:
    words = ("manage", "createmember", "ana", "--organisation", "Lake Watch", "--ask")
    assert "too short" in elsewhere.komshi(*words, stdin="short\n", code=1).stderr
    elsewhere.komshi(*words, stdin=f"{GOOD}\n")
    check = f"from komshi.observatory.accounts.models import User; print(User.objects.get().check_password({GOOD!r}))"
    assert elsewhere.python(check).strip() == "True"


def test_organisations_are_listed_by_name() -> None:
    for name in ("Zora", "Ana"):
        organisation_create(name=name)
    assert [one.name for one in Organisation.objects.all()] == ["Ana", "Zora"]
