"""The first page: what it teaches when it is empty, what it says of gaps and silence, and how little it weighs."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from komshi.observatory.base.towns import towns
from komshi.observatory.publishing.build.spots import spots_rebuild
from komshi.observatory.publishing.models import (
    CountryCount,
    PublicCoverage,
    PublicFiling,
    PublicHelper,
    PublicIncident,
    PublicSource,
)
from komshi.observatory.publishing.selectors import coverage

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
MOST_BYTES = 100_000


@pytest.fixture(autouse=True)
def _day(settings) -> None:
    settings.KOMSHI_TODAY = TODAY


def happened(number: int, **values: object) -> PublicIncident:
    plain = {
        "key": f"key{number}", "incident": number, "markets": ["waste_crimes"], "market_index": "|waste_crimes|",
        "event_type": "seizure", "date": "2026-11-02", "month": "2026-11", "country": "AL", "place": "Kukës",
        "latitude": 42.0769, "longitude": 20.4219, "precision": "settlement", "town": "al-kukes",
        "checked_at": datetime(2026, 11, 3, tzinfo=UTC),
    }  # fmt: skip
    made = PublicIncident.objects.create(**plain | values)
    spots_rebuild()
    return made


def page(client, path: str = "/en/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_empty_observatory_says_what_will_stand_here_and_who_fills_it(client) -> None:
    body = page(client)
    for words in ("What will stand here", "Members of the observatory fill it", "Three steps to the first incident"):
        assert words in body
    assert "<h2>What changed<" not in body
    happened(1)
    body = page(client)
    assert "What will stand here" not in body
    assert "<h2>What changed<" in body


def test_gaps_are_hatched_and_named_and_sources_that_fell_silent_are_named_with_their_last_day(client) -> None:
    happened(1)
    PublicCoverage.objects.create(country="AL", month="2026-11", articles=9, outlets=1, last_on=TODAY)
    last = date(2026, 10, 1)
    PublicSource.objects.create(outlet="Vardarski glas", country="MK", last_on=last, silent_from=date(2026, 10, 23))
    PublicSource.objects.create(outlet="Primorski list", country="ME", last_on=TODAY, silent_from=date(2026, 12, 12))
    body = page(client)
    assert body.count('fill="url(#hatch)"') == 5
    assert "nothing was read in the last 60 days: Bosnia and Herzegovina, Kosovo," in body.replace("</i>", "")
    assert "Vardarski glas (North Macedonia): the last report is of 1 October 2026." in body
    assert "Primorski list" not in body


def test_our_own_pause_is_called_ours(client) -> None:
    happened(1)
    PublicCoverage.objects.create(country="AL", month="2026-10", articles=9, outlets=1, last_on=date(2026, 10, 2))
    assert "Nothing was read since this day: 2 October 2026. The silence may be ours." in page(client)


def test_helpers_are_drawn_in_another_form_and_lead_to_their_page(client) -> None:
    happened(1)
    PublicHelper.objects.create(
        profile=1, slug="luma-clean", name="Luma e Pastër", country="AL", latitude=42.0769, longitude=20.4219
    )
    body = page(client)
    assert '<path class="dot helps"' in body
    assert "<title>Luma e Pastër</title>" in body
    assert 'href="/en/helpers/luma-clean/"' in body
    assert "<strong>1</strong> organisation that helps" in body


def test_what_was_asked_of_an_office_stands_there_while_a_day_still_counts(client) -> None:
    happened(1)
    filing = PublicFiling.objects.create(
        filing=1, kind="information_request", country="AL", town="al-kukes", filed_on=date(2026, 11, 10),
        answer_due=TODAY + timedelta(days=4),
    )  # fmt: skip
    assert "still running" in page(client)
    filing.answer_due = TODAY - timedelta(days=1)
    filing.save()
    assert "still running" not in page(client)


def test_every_number_of_the_page_leads_to_the_incidents_that_it_counts(client) -> None:
    for number in range(3):
        happened(number)
    happened(9, latitude=43.2342, longitude=21.5881, country="RS", place="Prokuplje", town="")
    CountryCount.objects.create(country="AL", checked=3, waiting=2)
    body = page(client)
    dots = dict(re.findall(r'<a href="([^"]+)"><title>([^<]*)</title><circle', body))
    assert dots == {
        "/en/incidents/?town=al-kukes": "3 incidents: Kukës, Albania",
        "/en/incidents/key9/": "Prokuplje, Serbia",
    }
    for address in (*dots, "/en/incidents/?country=AL", "/en/incidents/"):
        assert address in body
        assert client.get(address).status_code == 200


def test_a_gap_of_one_day_more_than_sixty_is_a_gap(client) -> None:
    row = PublicCoverage.objects.create(country="AL", month="2026-09", articles=1, outlets=1)
    PublicCoverage.objects.filter(pk=row.pk).update(last_on=TODAY - timedelta(days=coverage.GAP_DAYS))
    assert "AL" not in coverage.gaps()
    PublicCoverage.objects.filter(pk=row.pk).update(last_on=TODAY - timedelta(days=coverage.GAP_DAYS + 1))
    assert "AL" in coverage.gaps()


@pytest.mark.parametrize("path", ["/en/", "/sr-cyrl/", "/"])
def test_the_first_page_with_all_that_it_needs_weighs_less_than_100_kilobytes(client, path: str) -> None:
    for number, town in enumerate(towns()):
        happened(
            number, latitude=town.latitude, longitude=town.longitude, place=town.name, country=town.country,
            town=town.id, date=f"2026-{number % 11 + 1:02d}-01",
        )  # fmt: skip
        PublicHelper.objects.create(
            profile=number, slug=f"h{number}", name=town.name, latitude=town.latitude, longitude=town.longitude
        )
    answer = client.get(path, headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    body = gzip.decompress(answer.content).decode()
    needed = set(
        re.findall(r'(?:<link rel="(?:stylesheet|icon|preload)" |<script [^>]*src=|<img [^>]*src=)[^>]*>', body)
    )
    files = {name for tag in needed for name in re.findall(r'(?:href|src)="/static/([^"]+)"', tag)}
    assert {"komshi.css", "base/icon.svg"} <= files
    static = sum(len(gzip.compress(Path(str(finders.find(name))).read_bytes())) for name in files)
    assert len(answer.content) + static < MOST_BYTES
    assert body.count("<circle") + body.count('class="dot helps"') < 300


def test_answers_to_strangers_are_packed_and_those_to_members_are_not(client, make_member) -> None:
    asks = {"accept-encoding": "gzip, br"}
    stranger = client.get("/en/", headers=asks)
    assert stranger["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in stranger["Vary"]
    assert not client.get("/en/").has_header("Content-Encoding")
    client.force_login(make_member())
    assert not client.get("/en/", headers=asks).has_header("Content-Encoding")
    assert not client.get("/en/desk/", headers=asks).has_header("Content-Encoding")
