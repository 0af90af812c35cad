"""Members' pages of the network: who may open them, what they say, and that a consent is given to what was seen."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import organisation_create
from komshi.observatory.network.models import Consent, Profile
from komshi.observatory.network.services import profile_add, profile_change
from tests.observatory.told import flow, report

from .conftest import RIVER

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Nova kuća",
    "country": "RS",
    "towns": "Врање\nBujanoc",
    "focus": ["gender"],
    "phone": "+381 17 555 0101",
}


@pytest.fixture
def own(make_member, organisation) -> Profile:
    return profile_add(by=make_member(Role.MEMBER), account=organisation, **RIVER)


@pytest.fixture
def member(client: Client, make_member) -> Client:
    client.force_login(make_member(Role.MEMBER))
    return client


@pytest.fixture
def stranger(make_member) -> Client:
    """An editor of another organisation."""
    client = Client()
    client.force_login(make_member(Role.EDITOR, where=organisation_create(name="Far Away", country="BA")))
    return client


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode().partition("<main")[2])


@pytest.mark.parametrize("path", ["", "add/", "partners/", "1/", "1/change/", "1/shown/"])
def test_a_stranger_is_asked_to_sign_in(path: str, own) -> None:
    assert "/accounts/login/" in Client().get(f"/en/desk/network/{path}")["Location"]


def test_a_member_adds_their_organisation_in_any_alphabet_and_nothing_becomes_public(member, organisation) -> None:
    assert "Your organisation is not here yet" in text(member.get("/en/desk/network/"))
    assert organisation.name in member.get("/en/desk/network/add/").content.decode()
    response = member.post("/en/desk/network/add/", FORM)
    profile = Profile.objects.get()
    assert response["Location"] == f"/en/desk/network/{profile.pk}/"
    assert (profile.account, profile.towns) == (organisation, ["rs-vranje", "rs-bujanovac"])
    assert "Nothing. It has not agreed to be shown." in text(member.get(response["Location"]))
    assert member.get("/en/desk/network/add/").status_code == 403
    assert not Consent.objects.exists()


def test_a_form_with_faults_comes_back_with_each_of_them_and_its_words(member) -> None:
    faults = {**FORM, "towns": "Nowhere", "email": "nobody", "website": "javascript:x", "phone": "call"}
    response = member.post("/en/desk/network/add/", faults)
    assert response.status_code == 422
    page = text(response)
    for words in ("no town that is known", "no e-mail address", "no address of a website", "no telephone", "Nova kuća"):
        assert words in page
    assert not Profile.objects.exists()


def test_an_editor_says_which_organisation_takes_part_and_then_has_no_say_any_more(stranger, own, organisation) -> None:
    joining = organisation_create(name="Joins Today", country="RS")
    stranger.post("/en/desk/network/add/", {**FORM, "account": joining.pk})
    added = Profile.objects.get(name="Nova kuća")
    assert added.account == joining
    assert "account" not in stranger.get(f"/en/desk/network/{added.pk}/change/").context["form"].fields
    assert "Agree: show this" not in text(stranger.get(f"/en/desk/network/{added.pk}/shown/?shows=name&look=1"))


def test_a_stranger_organisation_cannot_consent_for_another_over_its_form_either(stranger, own) -> None:
    answer = stranger.post(f"/en/desk/network/{own.pk}/shown/", {"shows": ["name"], "seen": "x"})
    assert answer.status_code == 422
    page = stranger.get(f"/en/desk/network/{own.pk}/shown/?shows=name&look=1").content.decode()
    seen = {"shows": ["name"], "seen": re.search(r'name="seen" value="(\w+)"', page + ' name="seen" value="x"')[1]}
    assert stranger.post(f"/en/desk/network/{own.pk}/shown/", seen).status_code in (403, 422)
    assert not Consent.objects.exists()


def test_a_consent_is_given_to_exactly_what_was_looked_at(member, own) -> None:
    address, shows = f"/en/desk/network/{own.pk}/shown/", {"shows": ["name", "contact"]}
    page = member.get(address, {**shows, "look": "1"}).content.decode()
    preview = page.partition('class="preview"')[2].partition("</section>")[0]
    assert RIVER["email"] in preview
    assert RIVER["about"] not in preview
    assert "Vranje" not in preview
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    profile_change(profile=own, by=None, email="other@rijeka.example")
    refused = member.post(address, {**shows, "seen": seen})
    assert refused.status_code == 422
    assert "changed meanwhile" in text(refused)
    again = re.search(r'name="seen" value="(\w+)"', refused.content.decode())[1]
    assert member.post(address, {**shows, "seen": again}).status_code == 302
    assert Consent.objects.get().shows == ["name", "contact"]


def test_the_name_is_asked_for_before_anything_else(member, own) -> None:
    page = text(member.get(f"/en/desk/network/{own.pk}/shown/", {"shows": ["contact"], "look": "1"}))
    assert "Nothing can be shown without the name" in page
    assert "Agree: show this" not in page


def test_partners_across_the_border_stand_first_on_the_page_of_an_organisation(member, own, make_profile) -> None:
    make_profile(name="Over The Border", bare=True, country="MK", towns=["mk-kumanovo"], focus=["environment"])
    make_profile(name="Same Country", bare=True, country="RS", towns=["rs-vranje"], focus=["gender"])
    page = text(member.get(f"/en/desk/network/{own.pk}/"))
    section = page.partition("Who else works on this")[2]
    assert section.index("Across the border") < section.index("Over The Border") < section.index("Same Country")
    assert "In the same town: Vranje" in section
    assert RIVER["name"] not in section


def test_an_incident_leads_to_those_who_work_on_it(member, make_profile) -> None:
    make_profile(name="Harbour Watch", bare=True, country="ME", towns=["me-bar"], focus=["anti_corruption"])
    make_profile(name="Mountain School", bare=True, country="AL", towns=["al-kukes"], focus=["local_economy"])
    reading = report("a")
    flow()
    key = reading.membership.incident.key
    page = text(member.get("/en/desk/network/partners/", {"incident": key}))
    assert "Seizure: cocaine, 137" in page
    assert "Harbour Watch" in page
    assert "Mountain School" not in page
    assert member.get("/en/desk/network/partners/", {"incident": "nothing"}).status_code == 404
    assert "No town of this name" in text(member.get("/en/desk/network/partners/", {"town": "Nowhere"}))
