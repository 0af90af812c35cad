"""Who may do what: every role with every predicate."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Membership
from komshi.observatory.accounts.permissions import (
    PREDICATES,
    active_membership,
    allowances,
    can_operate,
    can_review,
    check,
)
from komshi.observatory.accounts.services import membership_end, membership_grant, organisation_create
from komshi.observatory.base.errors import NotAllowed

MATRIX = {
    Role.MEMBER: {"read", "submit"},
    Role.ANALYST: {"read", "submit", "review"},
    Role.EDITOR: {"read", "submit", "review", "publish"},
    Role.OPERATOR: {"read", "submit", "review", "publish", "operate"},
}


@pytest.mark.parametrize("verb", PREDICATES)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_matrix_says(make_member, role: Role, verb: str) -> None:
    assert PREDICATES[verb](make_member(role)) == (verb in MATRIX[role])


@pytest.mark.parametrize("person", [None, AnonymousUser()])
def test_a_stranger_may_do_nothing(person: object) -> None:
    assert not any(allowances(person).values())


def test_who_has_an_account_and_no_membership_may_do_nothing(make_member) -> None:
    user = make_member(Role.OPERATOR)
    Membership.objects.filter(user=user).delete()
    assert not any(allowances(user).values())


def test_an_ended_membership_gives_nothing_and_can_be_granted_again(make_member, organisation) -> None:
    user = make_member(Role.EDITOR)
    membership_end(membership=active_membership(user))
    assert not any(allowances(user).values())
    membership_grant(user=user, organisation=organisation, role=Role.MEMBER)
    assert active_membership(user).role == Role.MEMBER


def test_a_deactivated_account_may_do_nothing(make_member) -> None:
    user = make_member(Role.OPERATOR)
    user.is_active = False
    assert not any(allowances(user).values())


def test_a_person_acts_in_the_name_of_the_membership_with_the_highest_role(make_member) -> None:
    user = make_member(Role.MEMBER)
    other = organisation_create(name="River Desk")
    membership_grant(user=user, organisation=other, role=Role.EDITOR)
    assert active_membership(user).organisation == other
    assert active_membership(user).role == Role.EDITOR


def test_check_gives_the_membership_or_refuses(make_member) -> None:
    analyst = make_member(Role.ANALYST)
    assert check(can_review, analyst).user == analyst
    with pytest.raises(NotAllowed):
        check(can_operate, analyst)


@pytest.mark.django_db
def test_the_flags_of_django_give_nothing_here(make_member) -> None:
    user = make_member(Role.MEMBER)
    user.is_superuser = user.is_staff = True
    user.save()
    assert not can_review(user)


@pytest.mark.django_db
def test_the_time_of_an_end_does_not_matter(make_member) -> None:
    user = make_member(Role.MEMBER)
    Membership.objects.filter(user=user).update(ended_at=timezone.now() + timezone.timedelta(days=1))
    assert active_membership(user) is None
