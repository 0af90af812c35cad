from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from komshi.observatory.incidents.models import Incident
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def address(name: str, *args) -> str:
    with override("en"):
        return reverse(f"incidents:{name}", args=args)


def test_strangers_see_nothing_of_what_waits(client) -> None:
    report("a")
    flow()
    for one in (address("list"), address("map"), address("points"), address("page", "test:a")):
        assert client.get(one).status_code == 302


def test_each_value_names_the_reports_that_say_so_and_those_that_say_otherwise(make_member) -> None:
    report("a", outlet="Primorski list", status="under_investigation")
    report("b", outlet="Gradske novine", status="indicted")
    report("c", outlet="Obalske vesti", status="indicted")
    flow()
    page = signed_in(make_member()).get(address("page", "test:a")).content.decode()
    assert "Charges have been filed" in page
    assert "otherwise:" in page
    assert page.count('class="report"') == 3
    assert '<mark class="what">zaplenila</mark>' in page


def test_an_incident_is_taken_apart_and_joined_by_plain_forms(make_member) -> None:
    report("a")
    second = report("b", outlet="Gradske novine")
    flow()
    member = signed_in(make_member())
    answer = member.post(address("split", "test:a"), {"article": second.article_id}, follow=True)
    assert answer.status_code == 200
    assert "Taken apart" in answer.content.decode()
    flow()
    one, two = Incident.objects.order_by("pk")
    member.post(address("merge", one.key), {"other": two.pk})
    flow()
    assert member.get(address("page", two.key), follow=True).redirect_chain[-1][0] == address("page", one.key)


def test_the_points_say_how_many_are_on_them_and_how_many_of_those_wait(make_member) -> None:
    member = make_member()
    first = report("a")
    flow()
    points = json.loads(signed_in(member).get(address("points")).content)
    (feature,) = points["features"]
    assert feature["geometry"]["coordinates"] == [19.1, 42.093]
    assert feature["properties"]["url"] == address("page", "test:a")
    assert (feature["properties"]["n"], feature["properties"]["waiting"]) == (1, 1)
    report("b", "Drugo.", title="", date="2025-01-01", quantities=[], markets=["corruption"], type="arrest")
    report("c", "Negde u zemlji.", place=None, date="2024-01-01", quantities=[], type="arrest")
    review_add(article=first.article, decision="accept", by=member)
    flow()
    (feature,) = json.loads(signed_in(member).get(address("points")).content)["features"]
    assert (feature["properties"]["n"], feature["properties"]["waiting"]) == (2, 1)
    assert feature["properties"]["note"] == "1 waits to be checked"
    body = signed_in(member).get(feature["properties"]["url"]).content.decode()
    assert "2 incidents, checked or not" in body
    view = signed_in(member).get(address("map"), {"part": "view", "within": "19,42,20,43"}).content.decode()
    assert view.count("waits") == 1


@pytest.mark.parametrize("page", ["list", "map", "points"])
def test_pages_ask_as_often_for_many_incidents_as_for_one(make_member, page: str) -> None:
    report("a")
    flow()
    member = signed_in(make_member())
    member.get(address(page))
    with CaptureQueriesContext(connection) as one:
        member.get(address(page))
    for number in range(20):
        report(
            f"more-{number}", f"Vest {number}", title="", date=f"20{number + 3:02d}-02-03", type="arrest", quantities=[]
        )
    flow()
    assert Incident.objects.count() > 15
    with CaptureQueriesContext(connection) as many:
        member.get(address(page))
    assert len(many) == len(one)


def test_the_list_is_filtered_by_its_address(make_member) -> None:
    report("a")
    flow()
    member = signed_in(make_member())
    for query, seen in (
        ("?market=cocaine_trade", True),
        ("?market=corruption", False),
        ("?country=AL", False),
        ("?month=2026-03", True),
    ):
        assert ("test:a" in member.get(address("list") + query).content.decode()) is seen
