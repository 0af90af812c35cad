from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.utils import timezone

from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import towns
from komshi.observatory.publishing import export
from komshi.observatory.publishing.build.spots import spots_rebuild
from komshi.observatory.publishing.models import PublicCoverage, PublicHelper, PublicIncident
from komshi.observatory.publishing.selectors import atlas as selectors

pytestmark = pytest.mark.django_db
BAR, BUDVA = (42.0931, 19.1003), (42.2864, 18.84)


@pytest.fixture
def incident():
    """Makes one public incident at a point; the newest is made last."""

    def make(at=BAR, *, place: str = "Bar", markets=("cocaine_trade",), **values) -> PublicIncident:
        number = PublicIncident.objects.count() + 1
        given = {
            "key": f"key{number}", "incident": number, "country": "ME", "place": place, "event_type": "seizure",
            "date": f"2026-01-{number:02d}", "date_precision": "day", "month": "2026-01", "precision": "settlement",
            "markets": list(markets), "market_index": f"|{'|'.join(markets)}|", "checked_at": timezone.now(),
            "latitude": at[0] if at else None, "longitude": at[1] if at else None,
            "sources": [{"kind": "outlet", "outlet": "Primorski list", "published": "", "url": "", "words": []}],
        }  # fmt: skip
        made = PublicIncident.objects.create(**given | values)
        spots_rebuild()
        return made

    return make


@pytest.fixture
def helper():
    """Makes one public organisation at the seat of a town."""

    def make(name: str, town) -> PublicHelper:
        number = PublicHelper.objects.count() + 1
        return PublicHelper.objects.create(
            profile=number, slug=f"helper-{number}", name=name, country=town.country, towns=[town.id],
            town_index=f"|{town.id}|", latitude=town.latitude, longitude=town.longitude, focus=["environment"],
        )  # fmt: skip

    return make


def page(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def points(client, query: str = "") -> dict[tuple[float, float], dict]:
    found = json.loads(page(client, f"/en/map/points.json{query}"))["features"]
    return {tuple(one["geometry"]["coordinates"][::-1]): one["properties"] for one in found}


def test_incidents_of_one_place_are_one_point_with_their_number(client, incident) -> None:
    for market in ("cocaine_trade", "cocaine_trade", "corruption"):
        incident(markets=[market])
    only = incident(BUDVA, place="Budva")
    incident(None, place="", precision="country")
    found = points(client)
    assert {at: one["n"] for at, one in found.items()} == {BAR: 3, BUDVA: 1}
    assert found[BAR]["title"] == "Bar, Montenegro: 3 incidents"
    assert found[BUDVA]["title"] == "Budva, Montenegro: 1 incident"
    assert found[BAR]["note"] == "the town or village, not a doorstep"
    assert found[BUDVA]["url"] == f"/en/incidents/{only.key}/"
    assert "3 incidents checked" in page(client, found[BAR]["url"])


def test_a_point_counts_nothing_beyond_the_filter_and_leads_to_what_it_counts(client, incident) -> None:
    for month in ("2026-01", "2026-02", "2026-03"):
        incident(month=month, date=f"{month}-05")
    incident(month="2026-02", markets=["corruption"])
    found = points(client, "?market=cocaine_trade&from=2026-01&to=2026-02")
    assert {at: one["n"] for at, one in found.items()} == {BAR: 2}
    assert "2 incidents checked" in page(client, found[BAR]["url"])
    assert points(client, "?country=AL") == {}


def test_a_blurred_point_is_said_to_be_near(client, incident) -> None:
    incident(precision="blurred")
    (found,) = points(client).values()
    assert found["title"] == "near Bar, Montenegro: 1 incident"
    assert "blurred on purpose" in found["note"]


def test_as_the_map_moves_the_list_holds_what_is_in_view(client, incident) -> None:
    incident(), incident(BUDVA, place="Budva"), incident(None, place="")
    part = page(client, "/en/map/?part=view&within=19,42,20,42.2")
    assert "1 incident on this part of the map" in part
    assert "Bar, Montenegro" in part
    assert "Budva" not in part
    assert "<html" not in part + page(client, "/en/map/?part=step&within=19,42,20,42.2")
    step = page(client, "/en/map/?part=step&within=19,42,20,42.2")
    assert re.findall(r'data-step="(\w+)"', step) == ["title", "bars", "status", "list", "notes"]
    assert "3 checked incidents" in step
    assert "1 more has no point" in step
    whole = page(client, "/en/map/")
    assert all(f'data-step="{name}"' in whole for name in ("title", "bars", "status", "list", "notes"))


@pytest.mark.parametrize(
    "value", ["1,2,3", "nan,nan,nan,nan", "x", "1,2,3,4,5", "9" * 400 + ",1,1,1", "inf,0,0,0", "'"]
)
def test_no_window_and_no_part_breaks_the_map(client, incident, value: str) -> None:
    incident()
    body = page(client, f"/en/map/?within={value}&part={value}&at={value}&helpers={value}&point={value}")
    assert "1 incident on this part of the map" in body


def test_who_helps_is_a_layer_that_can_be_left_out(client, incident, helper) -> None:
    first, second = towns()[:2]
    helper("Breg", first)
    helper("Vala", second), helper("Obala", second)
    found = [one["properties"] for one in json.loads(page(client, "/en/map/helpers.json"))["features"]]
    alone, together = sorted(found, key=lambda one: one["n"])
    assert (alone["title"], alone["url"]) == ("Breg", "/en/helpers/helper-1/")
    assert "Environment" in alone["note"]
    assert together["title"].endswith(": Obala, Vala")
    assert together["url"] == f"/en/towns/{second.id}/"
    shown = page(client, "/en/map/")
    assert 'class="dot helps"' in shown
    assert ">Breg</a>" in shown
    hidden = page(client, "/en/map/?helpers=0")
    assert 'class="dot helps"' not in hidden
    assert "Breg" not in hidden


def test_a_country_that_was_not_read_is_hatched_and_named(client) -> None:
    countries = current_region().countries
    for country in countries[1:]:
        for month in ("2026-01", "2026-02", "2026-03"):
            PublicCoverage.objects.create(country=country, month=month, articles=3, outlets=1)
    PublicCoverage.objects.filter(country=countries[1], month="2026-02").delete()
    found = selectors.gaps(Filter(since="2026-01", until="2026-03"))
    assert {gap.code: gap.is_whole for gap in found} == {countries[0]: True, countries[1]: False}
    body = page(client, "/en/map/?from=2026-01&to=2026-03")
    assert f'id="map-gaps" type="application/json">["{countries[0]}"]' in body
    assert "nothing printed in 1 month of this period was read" in body
    assert [gap.code for gap in selectors.gaps(Filter(country=countries[2], since="2026-01", until="2026-03"))] == []


def test_the_time_line_has_a_bar_for_every_month_and_marks_the_period(client, incident) -> None:
    for month in ("2026-01", "2026-01", "2026-04"):
        incident(month=month, date=f"{month}-03", event_type="arrest")
    body = page(client, "/en/map/?type=arrest&from=2026-03")
    line = body.split('class="bars"')[1].split("</svg>")[0]
    assert 'viewBox="0 0 40 30"' in line
    assert re.findall(r'<path( class="on")? d="([^"]*)"', line) == [
        ("", "M0 30v-30h9v30z"),
        (' class="on"', "M30 30v-15h9v15z"),
    ]


@pytest.mark.parametrize(
    "query", ["", "?market=corruption", "?from=2026-02&country=ME", "?country=AL", "?town=nowhere"]
)
def test_a_file_holds_exactly_what_the_list_holds(client, incident, query: str) -> None:
    for month in ("2026-01", "2026-02", "2026-03"):
        incident(month=month, date=f"{month}-05")
        incident(month=month, date=f"{month}-06", markets=["corruption"], place="=1+1")
    listed = re.findall(r'<h2><a href="/en/incidents/(\w+)/"', page(client, f"/en/incidents/{query}"))
    answer = client.get(f"/en/incidents/list.csv{query}")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="komshi-incidents.csv"'
    table = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [row["key"] for row in table] == listed
    assert all(list(row) == list(export.COLUMNS) for row in table)
    assert all(row["place"] in ("Bar", "'=1+1") for row in table)
    collection = json.loads(b"".join(client.get(f"/en/incidents/list.geojson{query}").streaming_content))
    assert [feature["id"] for feature in collection["features"]] == listed


def test_a_file_of_a_specimen_says_so_in_its_name(client, settings) -> None:
    settings.KOMSHI_DEMO = True
    assert "komshi-specimen-incidents.csv" in client.get("/en/incidents/list.csv")["Content-Disposition"]
    assert "komshi-specimen-incidents.geojson" in client.get("/en/incidents/list.geojson")["Content-Disposition"]


def test_a_list_of_one_town_names_it_and_keeps_it_while_the_rest_of_the_filter_changes(client, incident) -> None:
    town = towns()[0]
    incident(town=town.id)
    body = page(client, f"/en/incidents/?town={town.id}&from=2026-01")
    assert f"Only this town: <strong>{town.name}</strong>" in body
    assert f'<input type="hidden" name="town" value="{town.id}">' in body
    assert 'href="?from=2026-01">Show all towns' in body
    assert f"/en/incidents/list.csv?town={town.id}&amp;from=2026-01" in body
