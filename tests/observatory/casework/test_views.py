"""The members' pages of filings."""

from __future__ import annotations

from datetime import date

import pytest

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import organisation_create
from komshi.observatory.casework.models import Filing
from komshi.observatory.incidents.models import Incident
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db
GIVEN = {"kind": "foi_request", "country": "MK", "institution": "municipality", "filed_on": "2026-06-01"}


@pytest.fixture(autouse=True)
def _day(settings) -> None:
    settings.KOMSHI_TODAY = date(2026, 7, 2)


def test_a_stranger_sees_no_filing(client) -> None:
    for path in ("", "add/", "1/", "1/answer/", "1/public/"):
        assert client.get(f"/en/desk/filings/{path}").status_code == 302


def test_a_member_writes_down_a_request_and_sees_how_many_days_are_left(client, make_member) -> None:
    client.force_login(make_member(Role.MEMBER))
    assert "Nothing was written down yet" in client.get("/en/desk/filings/").content.decode()
    assert client.get("/en/desk/filings/add/").status_code == 200
    answer = client.post("/en/desk/filings/add/", {**GIVEN, "town": "Bitola"})
    filing = Filing.objects.get()
    assert (answer.status_code, answer["Location"], filing.town) == (302, f"/en/desk/filings/{filing.pk}/", "mk-bitola")
    body = client.get("/en/desk/filings/").content.decode()
    assert "4 days left to object" in body
    assert "Request for information" in body
    body = client.get(answer["Location"]).content.decode()
    assert "What came back" in body
    assert "Show it in public" not in body


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"town": "Nowhereville"}, "type it in full"),
        ({"institution": "rs-mup"}, "Choose an office of the country"),
        ({"filed_on": "2026-07-03"}, "lies in the future"),
        ({"kind": "arrest"}, "could not be saved yet"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_stays(client, make_member, wrong, said) -> None:
    client.force_login(make_member(Role.MEMBER))
    answer = client.post("/en/desk/filings/add/", {**GIVEN, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Filing.objects.exists()


def test_an_editor_records_the_answer_and_shows_it_in_public(client, make_member) -> None:
    client.force_login(make_member(Role.EDITOR))
    client.post("/en/desk/filings/add/", GIVEN)
    path = f"/en/desk/filings/{Filing.objects.get().pk}/"
    assert client.post(f"{path}answer/", {"outcome": "refused"}).status_code == 422
    assert client.post(f"{path}answer/", {"outcome": "refused", "answered_on": "2026-06-25"}).status_code == 302
    assert client.post(f"{path}public/", {"agreed": "yes"}).status_code == 302
    assert (Filing.objects.get().outcome, Filing.objects.get().public) == ("refused", True)
    body = client.get(path).content.decode()
    assert "Refused (25 June 2026). 8 days left to object (last day: 10 July 2026)." in body
    assert "Agreed to show it in public" in body
    client.post(f"{path}public/", {"agreed": "no"})
    assert not Filing.objects.get().public


def test_another_organisation_neither_sees_nor_changes_it(client, make_member) -> None:
    client.force_login(make_member(Role.EDITOR))
    client.post("/en/desk/filings/add/", GIVEN)
    path = f"/en/desk/filings/{Filing.objects.get().pk}/"
    client.force_login(make_member(Role.OPERATOR, where=organisation_create(name="River Keepers")))
    assert client.get(path).status_code == 404
    assert client.post(f"{path}answer/", {"outcome": "silence"}).status_code == 404
    assert client.post(f"{path}public/", {"agreed": "yes"}).status_code == 404
    Filing.objects.update(public=True)
    assert "What came back" not in client.get(path).content.decode()
    assert client.post(f"{path}answer/", {"outcome": "silence"}).status_code == 403
    assert client.post(f"{path}public/", {"agreed": "no"}).status_code == 403


def test_a_filing_can_begin_at_an_incident(client, make_member) -> None:
    report("a")
    flow()
    incident = Incident.objects.get()
    client.force_login(make_member(Role.MEMBER))
    assert incident.key in client.get("/en/desk/filings/add/", {"incident": incident.key}).content.decode()
    client.post("/en/desk/filings/add/", {**GIVEN, "incident": incident.key})
    assert Filing.objects.get().incident == incident
    assert client.post("/en/desk/filings/add/", {**GIVEN, "incident": "absent"}).status_code == 404
