from __future__ import annotations

import pytest
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.config.tour import stops
from komshi.observatory.config.views import DEMO_ANALYST
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def specimen(settings, make_member) -> None:
    settings.KOMSHI_DEMO = True
    review_add(article=report("a").article, decision="accept", by=make_member(name=DEMO_ANALYST))
    flow()


def test_the_eight_stops_are_pages_that_answer(specimen, client: Client) -> None:
    assert [stop.number for stop in stops()] == list(range(1, 9))
    for stop in stops():
        if not stop.members:
            page = client.get(stop.link)
            assert page.status_code == 200, stop.link
            assert f"Stop {stop.number} of 8" in page.content.decode()


def test_the_specimen_is_entered_by_one_button(specimen, client: Client) -> None:
    desk = next(stop for stop in stops() if stop.members)
    answer = client.post("/en/tour/enter/", {"next": desk.link}, follow=True)
    assert answer.redirect_chain[-1][0] == desk.link
    assert "Stop 7 of 8" in answer.content.decode()


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_the_door_leads_nowhere_else(specimen, client: Client, to: str) -> None:
    assert client.post("/en/tour/enter/", {"next": to})["Location"] == "/en/desk/"


def test_a_real_observatory_has_neither_tour_nor_door(make_member, client: Client) -> None:
    make_member(Role.OPERATOR, name=DEMO_ANALYST)
    assert client.get("/en/tour/").status_code == 404
    assert client.post("/en/tour/enter/").status_code == 404
    assert "Stop 3 of 8" not in client.get("/en/?tour=3").content.decode()


@pytest.mark.parametrize("number", ["0", "9", "x", "-1", "1e3"])
def test_a_stop_that_does_not_exist_is_no_stop(specimen, client: Client, number: str) -> None:
    page = client.get("/en/", {"tour": number})
    assert page.status_code == 200
    assert "of 8" not in page.content.decode()
