from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from komshi.observatory.incidents.models import Incident
from komshi.observatory.incidents.services import incident_merge
from komshi.observatory.publishing.models import CountryCount, PublicIncident
from komshi.observatory.reading.services import review_add, review_undo
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(make_member):
    analyst = make_member()

    def make(key: str, *arguments, **values):
        reading = report(key, *arguments, **values)
        review_add(article=reading.article, decision="accept", by=analyst)
        return reading

    make.analyst = analyst
    return make


def page(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_first_page_says_how_many_are_checked_and_how_many_wait(client, accepted) -> None:
    accepted("a")
    report("b", "Drugo.", title="", date="2025-01-01", type="arrest", quantities=[], markets=["corruption"])
    flow()
    body = page(client, "/en/")
    assert "<strong>1</strong> incident checked by people." in body
    assert "1 more was read and waits to be checked" in body
    row = CountryCount.objects.get(country="ME")
    assert (row.checked, row.waiting) == (1, 1)


def test_a_country_without_reports_is_a_gap_and_not_a_zero(client, accepted) -> None:
    accepted("a")
    flow()
    assert "nothing read" in page(client, "/en/")


def test_what_waits_is_counted_only_where_every_member_may_see_it(make_member, organisation) -> None:
    report("a", given={"sensitivity": "restricted", "organisation": organisation, "by": make_member()})
    report("b", place=None, date="2025-01-01", type="arrest", quantities=[])
    flow()
    assert not CountryCount.objects.filter(country="ME", waiting__gt=0).exists()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (None, "Nobody is to be taken as guilty"),
        ("under_investigation", "suspected, not found guilty"),
        ("indicted", "presumed innocent until a final judgment"),
        ("first_instance", "can still be appealed"),
        ("final_conviction", "The conviction is final."),
    ],
)
def test_the_status_decides_what_the_page_says_of_guilt(client, accepted, status: str | None, sentence: str) -> None:
    accepted("a", status=status)
    flow()
    assert sentence in page(client, f"/en/incidents/{PublicIncident.objects.get().key}/")


def test_an_accept_is_public_at_once_and_an_undo_takes_it_back_and_says_so(client, accepted) -> None:
    reading = accepted("a")
    flow()
    address = f"/en/incidents/{PublicIncident.objects.get().key}/"
    assert "137" in page(client, address)
    review_undo(article=reading.article, by=accepted.analyst)
    flow()
    answer = client.get(address)
    assert answer.status_code == 410
    assert "taken back" in answer.content.decode()
    assert client.get("/en/incidents/neverthere/").status_code == 404


def test_the_address_of_an_absorbed_incident_leads_to_where_it_went(client, accepted) -> None:
    accepted("a")
    accepted("b", "Drugo.", title="", date="2025-01-01", type="arrest", quantities=[])
    flow()
    one, two = Incident.objects.order_by("pk")
    old = PublicIncident.objects.get(incident=two.pk).key
    incident_merge(incident=one, other=two, by=accepted.analyst)
    flow()
    answer = client.get(f"/en/incidents/{old}/")
    assert answer.status_code == 302
    assert answer["Location"] == f"/en/incidents/{PublicIncident.objects.get().key}/"


def test_a_place_that_could_lead_to_people_who_were_harmed_is_blurred(client, accepted) -> None:
    accepted("a", markets=["human_trafficking"])
    flow()
    public = PublicIncident.objects.get()
    assert public.precision == "blurred"
    assert 0.001 < abs(public.latitude - 42.093) + abs(public.longitude - 19.1) < 0.3
    assert "blurred on purpose" in page(client, f"/en/incidents/{public.key}/")


def test_the_list_is_filtered_and_paged_by_its_address(client, accepted) -> None:
    for number in range(27):
        accepted(
            f"r{number}", f"Vest {number}", title="", date=f"19{number + 70:02d}-05-05", quantities=[], type="arrest"
        )
    flow()
    assert PublicIncident.objects.count() == 27
    assert "Page 1 of 2" in page(client, "/en/incidents/")
    assert "Page 2 of 2" in page(client, "/en/incidents/?page=2&market=cocaine_trade")
    assert "1 incident checked" in page(client, "/en/incidents/?month=1972-05")
    assert "No checked incident fits" in page(client, "/en/incidents/?country=AL")
    for wrong in ("?page=x", "?page=999", "?country=%27", "?month=9999-99", "?market=nothing"):
        page(client, f"/en/incidents/{wrong}")


def test_the_map_works_without_scripts(client, accepted) -> None:
    accepted("a")
    flow()
    body = page(client, "/en/map/")
    key = PublicIncident.objects.get().key
    assert '<svg class="ground"' in body
    assert body.count(f"/en/incidents/{key}/") == 2
    assert '<circle class="dot"' in body


def test_the_points_speak_the_readers_language(client, accepted) -> None:
    accepted("a")
    flow()
    (feature,) = json.loads(page(client, "/sr-latn/map/points.json?market=cocaine_trade"))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [19.1, 42.093]}
    assert feature["properties"]["title"].startswith("Bar, Crna Gora: 1")
    assert json.loads(page(client, "/en/map/points.json?country=AL"))["features"] == []


@pytest.mark.parametrize("path", ["/en/", "/en/incidents/", "/en/map/", "/en/map/points.json"])
def test_pages_ask_as_often_for_many_incidents_as_for_one(client, accepted, path: str) -> None:
    accepted("a")
    flow()
    page(client, path)
    with CaptureQueriesContext(connection) as one:
        page(client, path)
    for number in range(12):
        accepted(
            f"more-{number}", f"Vest {number}", title="", date=f"20{number + 3:02d}-02-03", type="arrest", quantities=[]
        )
    flow()
    with CaptureQueriesContext(connection) as many:
        page(client, path)
    assert len(many) == len(one)


@pytest.mark.parametrize("language", ["en", "sr-latn"])
@pytest.mark.parametrize("path", ["", "incidents/", "map/", "how-it-works/"])
def test_every_public_page_has_a_skip_link_landmarks_and_the_other_language(client, language: str, path: str) -> None:
    body = page(client, f"/{language}/{path}")
    other = {"en": "sr-latn", "sr-latn": "en"}[language]
    assert f'<html lang="{language}">' in body
    assert f'href="/{other}/{path}"' in body
    for part in ('class="skip" href="#main"', "<header", "<nav", '<main id="main"', "<footer", "<h1"):
        assert part in body
    for outside in ("http://", "https://"):
        assert f'src="{outside}' not in body
        assert f'<link rel="stylesheet" href="{outside}' not in body
    assert "style=" not in body


def test_the_first_page_answers_in_the_readers_language(client) -> None:
    assert 'lang="sr-latn"' in client.get("/", headers={"Accept-Language": "sr-latn"}).content.decode()
    assert 'lang="en"' in client.get("/", headers={"Accept-Language": "en"}).content.decode()


def test_the_demo_says_on_every_page_that_it_is_one(client, settings) -> None:
    assert "Everything here is invented" not in page(client, "/en/")
    settings.KOMSHI_DEMO = True
    for path in ("/en/", "/en/map/", "/en/accounts/login/"):
        assert "Everything here is invented" in page(client, path)
