"""The way to a town, its page, its card and its code."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime

import pytest

from komshi.observatory.base.pictures import can_draw
from komshi.observatory.base.towns import town, towns
from komshi.observatory.publishing.build.spots import spots_rebuild
from komshi.observatory.publishing.models import PublicCoverage, PublicIncident
from komshi.observatory.reading.services import review_add
from komshi.observatory.sources.models import Boundary
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db
needs_fonts = pytest.mark.skipif(not can_draw(), reason="the front end has not been built")
BAR = {"name": "Bar", "country": "ME", "latitude": 42.0937, "longitude": 19.0984}


def incident(number: int, where: str = "me-bar", **values) -> PublicIncident:
    """A public incident at the seat of a town."""
    at = town(where)
    day = values.pop("date", "2026-03-14")
    made = PublicIncident.objects.create(
        **{
            "key": f"specimen{number:08d}", "incident": number, "markets": ["cocaine_trade"],
            "market_index": "|cocaine_trade|", "event_type": "seizure", "date": day, "month": day[:7],
            "place": at.name, "country": at.country, "latitude": at.latitude, "longitude": at.longitude,
            "precision": "settlement", "town": where, "checked_at": datetime(2026, 4, 1, tzinfo=UTC),
        }
        | values
    )  # fmt: skip
    spots_rebuild()
    return made


def body(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize("typed", ["Vranje", "Врање", "vranjska banja", "VRANJE "])
def test_one_match_leads_to_its_page_at_once(client, typed: str) -> None:
    answer = client.get("/en/towns/", {"q": typed})
    assert (answer.status_code, answer["Location"]) == (302, "/en/towns/rs-vranje/")


def test_several_matches_are_told_apart_by_country_and_none_says_what_to_try(client) -> None:
    several = body(client, "/en/towns/?q=Gracanica")
    assert "Bosnia and Herzegovina" in several.partition("All municipalities")[0]
    assert 'href="/en/towns/xk-gracanice/"' in several.partition("All municipalities")[0]
    none = body(client, "/en/towns/?q=<b>Qwxyz")
    assert "&lt;b&gt;Qwxyz" in none
    assert "Try only the first letters" in none


def test_all_towns_are_listed_by_country_with_numbers_only_where_there_is_something(client) -> None:
    incident(1), incident(2)
    listed = body(client, "/en/towns/")
    assert all(f'href="/en/towns/{one.id}/"' in listed for one in towns())
    assert listed.count("2 incidents") == 1
    assert ">0<" not in listed


def test_a_town_page_shows_only_its_own_incidents(client) -> None:
    incident(1), incident(2, event_type="arrest"), incident(3, "me-ulcinj", event_type="trial")
    page = body(client, "/en/towns/me-bar/")
    assert "<h1>Bar: 2 incidents checked by people since March 2026</h1>" in page
    listed = page.partition('class="confirmed"')[2].partition("</section>")[0]
    assert (listed.count("Seizure"), listed.count("Arrest"), listed.count("Trial")) == (1, 1, 0)
    assert 'href="/en/incidents/specimen00000001/"' in listed


def test_a_town_without_incidents_has_a_page_without_false_comfort(client) -> None:
    page = body(client, "/en/towns/mk-bitola/")
    assert "Bitola: nothing checked yet" in page
    assert "that nobody reported it, or that nobody read it" in page
    assert "Compared with its own past" not in page
    assert client.get("/en/towns/xx-nowhere/").status_code == 404


def test_both_names_of_a_town_stand_on_its_page(client) -> None:
    assert "Tetovë / Тетово · North Macedonia" in body(client, "/en/towns/mk-tetovo/")


def test_a_town_is_compared_with_its_own_past_and_with_what_was_read(client, settings) -> None:
    settings.KOMSHI_TODAY = date(2026, 7, 15)
    months = [f"2025-{m:02d}" for m in range(7, 13)] + [f"2026-{m:02d}" for m in range(1, 8)]
    for number, month in enumerate(months):
        PublicCoverage.objects.create(country="ME", month=month, articles=100 if number < 6 else 900, outlets=2)
    for number in range(4):
        incident(number, date=f"2026-0{1 + number}-10")
    incident(9, date="2025-11-02"), incident(10, date="2019-05-05")
    page = body(client, "/en/towns/me-bar/")
    assert "Bar: 6 incidents checked by people since July 2025" in page
    assert "1 of them happened before that." in page
    past = page.partition('class="past"')[2].partition("</section>")[0]
    assert "Bar: 4 incidents, January – June 2026; 1 in the six months before" in past
    assert "chance" in past
    assert "articles were read in the six months before" in past


def test_a_long_list_is_cut_and_leads_to_all(client) -> None:
    for number in range(12):
        incident(number, date=f"2026-02-{10 + number}")
    page = body(client, "/en/towns/me-bar/")
    listed = page.partition('class="confirmed"')[2].partition("</section>")[0]
    assert listed.count("/en/incidents/specimen") == 10
    assert listed.index("21 February") < listed.index("20 February")
    assert 'href="/en/incidents/?town=me-bar"' in listed
    assert "and 7 more on the page" in listed


def test_a_blurred_incident_is_near_a_town_and_its_point_is_no_house(client, make_member) -> None:
    reading = report("a", markets=["human_trafficking"], place=BAR | {"precision": "settlement", "evidence": []})
    review_add(article=reading.article, decision="accept", by=make_member())
    flow()
    shown = PublicIncident.objects.get()
    assert shown.precision == "blurred"
    assert shown.town
    assert abs(shown.latitude - BAR["latitude"]) + abs(shown.longitude - BAR["longitude"]) > 0.001
    page = body(client, f"/en/towns/{shown.town}/")
    assert "near " in page.partition('class="confirmed"')[2].partition("</section>")[0]
    assert f"{BAR['latitude']}" not in page


def test_an_imported_boundary_decides_before_the_nearest_seat(make_member) -> None:
    outside_bar = BAR | {"latitude": 42.08, "longitude": 19.11, "evidence": [], "precision": "settlement"}
    analyst = make_member()
    for key in ("a", "b"):
        reading = report(key, f"Zaplena {key}.", date=f"2026-0{ord(key) % 9 + 1}-01", place=outside_bar)
        review_add(article=reading.article, decision="accept", by=analyst)
        flow()
        ring = [[19.1, 41.8], [19.3, 41.8], [19.3, 42.09], [19.1, 42.09], [19.1, 41.8]]
        Boundary.objects.get_or_create(
            dataset="test", external_id="1",
            defaults={
                "country": "ME", "name": "Ulcinj", "latitude": 41.93, "longitude": 19.22, "rings": [[ring]],
                "south": 41.8, "north": 42.09, "west": 19.1, "east": 19.3,
            },
        )  # fmt: skip
    assert list(PublicIncident.objects.order_by("incident").values_list("town", flat=True)) == ["me-bar", "me-ulcinj"]


def test_the_page_shows_its_permanent_address_as_a_code(client, settings) -> None:
    page = body(client, "/en/towns/me-bar/")
    assert ">http://testserver/en/towns/me-bar/<" in page
    answer = client.get("/en/towns/me-bar/code.svg")
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert "max-age" in answer["Cache-Control"]
    other = client.get("/sq/towns/me-bar/code.svg")
    assert other.content != answer.content


@needs_fonts
def test_a_card_is_a_png_in_the_language_of_its_address_and_cached(client) -> None:
    incident(1)
    answer = client.get("/en/towns/me-bar/card.png")
    assert answer["Content-Type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (840, 441)
    assert client.get("/mk/towns/me-bar/card.png").content != answer.content
    again = client.get("/en/towns/me-bar/card.png", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "public" in answer["Cache-Control"]
    incident(2)
    assert client.get("/en/towns/me-bar/card.png", headers={"If-None-Match": answer["ETag"]}).status_code == 200
    assert 'property="og:image" content="http://testserver/en/towns/me-bar/card.png"' in body(
        client, "/en/towns/me-bar/"
    )


@needs_fonts
def test_every_card_of_a_specimen_says_so(client, settings) -> None:
    plain = client.get("/en/towns/me-bar/card.png").content
    settings.KOMSHI_DEMO = True
    assert client.get("/en/towns/me-bar/card.png").content != plain
