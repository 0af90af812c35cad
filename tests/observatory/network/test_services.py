"""Who may add and change an organisation, and who may speak for it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import organisation_create
from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.network.models import Consent, Profile
from komshi.observatory.network.selectors import Chosen, profiles, shown_groups
from komshi.observatory.network.services import consent_record, profile_add, profile_change, profile_link

from .conftest import RIVER

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger(make_member):
    """An editor of another organisation."""
    return make_member(Role.EDITOR, where=organisation_create(name="Far Away", country="BA"))


def test_a_member_adds_and_changes_their_own_organisation_and_no_other(make_member, organisation, make_profile) -> None:
    member = make_member(Role.MEMBER)
    own = profile_add(by=member, account=organisation, **RIVER)
    assert profile_change(profile=own, by=member, about="Anders.").about == "Anders."
    with pytest.raises(NotAllowed):
        profile_add(by=member, name="Somebody Else", country="RS")
    with pytest.raises(NotAllowed):
        profile_change(profile=make_profile(), by=member, about="Wrong.")


def test_an_editor_adds_and_changes_any(stranger, make_member, organisation) -> None:
    own = profile_add(by=make_member(Role.MEMBER), account=organisation, **RIVER)
    assert profile_add(by=stranger, name="Third", country="BA").slug == "third"
    assert profile_change(profile=own, by=stranger, phone="+381 17 555 0102").phone.endswith("0102")


def test_a_stranger_organisation_cannot_consent_for_another(stranger, make_member, organisation) -> None:
    own = profile_add(by=make_member(Role.MEMBER), account=organisation, **RIVER)
    with pytest.raises(NotAllowed):
        consent_record(profile=own, shows=["name"], by=stranger, given_by="director")
    assert not Consent.objects.exists()


def test_an_editor_cannot_take_over_an_organisation_that_speaks_for_itself(stranger, make_member, organisation) -> None:
    own = profile_add(by=make_member(Role.MEMBER), account=organisation, **RIVER)
    with pytest.raises(Refused):
        profile_link(profile=own, account=stranger.memberships.get().organisation, by=stranger)


def test_anybody_who_may_publish_takes_everything_back_at_once(stranger, make_member, organisation) -> None:
    member = make_member(Role.MEMBER)
    own = profile_add(by=member, account=organisation, **RIVER)
    consent_record(profile=own, shows=["name", "place"], by=member)
    assert shown_groups(own) == ("name", "place")
    consent_record(profile=own, shows=[], by=stranger)
    assert shown_groups(own) == ()


def test_an_editor_says_who_agreed_for_an_organisation_without_an_account(editor, make_profile) -> None:
    profile = make_profile()
    with pytest.raises(Refused, match="who in the organisation agreed"):
        consent_record(profile=profile, shows=["name"], by=editor)
    assert consent_record(profile=profile, shows=["name"], by=editor, given_by="coordinator").given_by == "coordinator"


def test_nothing_is_agreed_to_without_the_name(editor, make_profile) -> None:
    with pytest.raises(Refused, match="without the name"):
        consent_record(profile=make_profile(), shows=["contact"], by=editor, given_by="coordinator")


def test_a_consent_is_never_changed_or_removed(editor, make_profile) -> None:
    consent = consent_record(profile=make_profile(), shows=["name"], by=editor, given_by="coordinator")
    for act in (consent.delete, consent.save):
        consent.shows = ["name", "contact"]
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_the_log_holds_ids_and_no_word_of_the_organisation(editor, make_profile) -> None:
    profile = make_profile(by=editor)
    profile_change(profile=profile, by=editor, about="Nova rečenica.")
    consent_record(profile=profile, shows=["name"], by=editor, given_by="tajnica")
    events = Event.objects.filter(action__startswith="network:").order_by("pk")
    assert [event.action for event in events] == [
        "network:profile:add",
        "network:profile:change",
        "network:consent:add",
    ]
    assert [event.data for event in events] == [{}, {}, {"profile": profile.pk}]


def test_a_change_that_changes_nothing_leaves_no_trace(editor, make_profile) -> None:
    profile = make_profile()
    profile_change(profile=profile, by=editor, **RIVER)
    assert not Event.objects.filter(action="network:profile:change").exists()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": " "}, "no name"),
        ({"website": "javascript:alert(1)"}, "no address"),
        ({"email": "not an address"}, "no e-mail"),
        ({"phone": "call me"}, "no telephone"),
        ({"about": "a" * 1001}, "too long"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_a_sentence(make_profile, values, words) -> None:
    with pytest.raises(Refused, match=words):
        make_profile(**values)


def test_two_of_one_name_have_two_addresses_and_a_name_in_the_other_alphabet_has_one(make_profile) -> None:
    one, two = make_profile(name="Чиста река"), make_profile(name="Čista reka")
    assert one.slug == "cista-reka"
    assert two.slug.startswith("cista-reka-")


def test_the_registry_is_searched_in_both_alphabets_and_filtered(make_member, make_profile) -> None:
    make_profile(name="Чиста река")
    make_profile(name="Other", bare=True, country="MK", focus=["gender"], languages=["mk"])
    member = make_member(Role.MEMBER)
    found = lambda **query: [row.name for row in profiles(member, Chosen.of(query))]  # noqa: E731 - said six times
    assert found(text="cista") == found(text="ЧИСТА") == ["Чиста река"]
    assert found(country="MK") == found(focus="gender") == found(language="mk") == ["Other"]
    assert found(town="Врање") == found(town="rs-vranje") == found(entry="youth") == ["Чиста река"]
    assert found(focus="no-such", country="xx") == ["Чиста река", "Other"]
    assert not profiles(None, Chosen())
    assert Profile.objects.count() == 2
