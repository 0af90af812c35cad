"""One report through all the stages, from a line of a file to the public page, and back to the bytes received."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.base.models import Event
from komshi.observatory.config.flow import advance_all
from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.models import PublicIncident
from komshi.observatory.reading.models import Reading
from komshi.observatory.sources.imports import articles_import, import_source, job_from_file
from komshi.observatory.sources.models import Article

pytestmark = pytest.mark.django_db

TOLD_IN_SERBIAN = {
    "id": "sr",
    "outlet": "Izmišljena hronika",
    "language": "sr",
    "published": "2026-03-11",
    "title": "Zaplenjeno 64 kilograma heroina kod Kumanova, uhapšen Bogoljub Trnavčević",
    "text": "Policija je u utorak kod Kumanova zaplenila 64 kilograma heroina. Uhapšen je Bogoljub Trnavčević (51), "
    "koji se sumnjiči za krijumčarenje droge.",
}
TOLD_IN_MACEDONIAN = {
    "id": "mk",
    "outlet": "Измислен весник",
    "language": "mk",
    "published": "2026-03-11",
    "title": "Кај Куманово запленети 64 килограми хероин",
    "text": "Во вторникот кај Куманово полицијата заплени 64 килограми хероин. "
    "Уапсен е Б. Т. (51), осомничен за шверц.",
}
TOLD_OF_FOOTBALL = {
    "id": "football",
    "language": "sr",
    "text": "Fudbaleri su u utorak kod Kumanova pobedili sa dva prema jedan i slavili na stadionu.",
}
NAMES = ("Bogoljub", "Trnavčević", "Trnavcevic", "Б. Т.", "51")


@pytest.fixture
def imported(tmp_path: Path) -> None:
    """Three articles that went in as an operator's file does, and through every stage."""
    path = tmp_path / "day.jsonl"
    reports = (TOLD_IN_SERBIAN, TOLD_IN_MACEDONIAN, TOLD_OF_FOOTBALL)
    path.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in reports), encoding="utf-8")
    articles_import(job_from_file(path, source=import_source("day")))
    advance_all()


def accept(client: Client, key: str) -> None:
    """Accept one article's reading at the desk, as a person's browser does."""
    article = Article.objects.get(key=key)
    page = client.get(f"/en/desk/{article.pk}/")
    assert page.status_code == 200
    answer = client.post(f"/en/desk/{article.pk}/act/", {"decision": "accept"})
    assert answer.status_code == 302


def test_a_report_becomes_public_only_by_a_persons_decision_and_leads_back_to_its_bytes(
    imported, make_member, client: Client
) -> None:
    # Two outlets, two languages, two scripts: one incident. The football match is none.
    incident = Incident.objects.get()
    assert set(incident.payload["readings"]) == {"day:sr", "day:mk"}
    assert not Reading.objects.get(article__key="day:football").relevant

    # Nothing that nobody checked is public, only how many wait.
    assert not PublicIncident.objects.exists()
    assert "Kumanovo" not in client.get("/en/incidents/").content.decode()

    analyst = Client()
    analyst.force_login(make_member(Role.ANALYST))
    accept(analyst, "day:sr")
    public = PublicIncident.objects.get()

    listed = client.get("/en/incidents/").content.decode()
    page = client.get(f"/en/incidents/{public.key}/").content.decode()
    for shown in (listed, page):
        assert "64" in shown
        assert "Kumanovo" in shown
        assert not [name for name in NAMES[:4] if name in shown]

    # And back: the public figure, the incident, the reading, the words, the bytes.
    accepted = Reading.objects.get(article__key="day:sr")
    [heroin] = [q for q in accepted.payload["events"][0]["quantities"] if q["item"] == "heroin"]
    start, end = heroin["evidence"][0]
    assert "64 kilograma" in accepted.article.canonical[start:end]
    document = accepted.article.document
    assert hashlib.sha256(document.content).hexdigest() == document.sha256
    assert json.loads(document.content) == TOLD_IN_SERBIAN


def test_an_undone_review_takes_the_incident_back_from_the_public(imported, make_member, client: Client) -> None:
    analyst = Client()
    analyst.force_login(make_member(Role.ANALYST))
    accept(analyst, "day:sr")
    key = PublicIncident.objects.get().key
    article = Article.objects.get(key="day:sr")
    latest = article.reviews.latest("pk").pk
    analyst.post(f"/en/desk/{article.pk}/act/", {"decision": "undo", "latest": latest})
    assert "Kumanovo" not in client.get("/en/incidents/").content.decode()
    assert client.get(f"/en/incidents/{key}/").status_code in (404, 410)


def test_importing_the_same_file_again_changes_nothing_and_asks_nobody_twice(
    imported, make_member, tmp_path: Path
) -> None:
    analyst = Client()
    analyst.force_login(make_member(Role.ANALYST))
    accept(analyst, "day:sr")
    before = list(Reading.objects.order_by("pk").values_list("article__key", "state"))
    job = articles_import(job_from_file(tmp_path / "day.jsonl", source=import_source("day")))
    advance_all()
    assert (job.accepted, job.unchanged) == (0, 3)
    assert list(Reading.objects.order_by("pk").values_list("article__key", "state")) == before
    assert PublicIncident.objects.count() == 1


def test_the_log_tells_every_step_without_words_or_names(imported, make_member) -> None:
    analyst = Client()
    analyst.force_login(make_member(Role.ANALYST))
    accept(analyst, "day:sr")
    actions = set(Event.objects.values_list("action", flat=True))
    assert {"sources:article:add", "reading:reading:add", "reading:review:accept", "incidents:incident:add"} <= actions
    logged = json.dumps(list(Event.objects.values_list("data", flat=True)), ensure_ascii=False)
    assert not [name for name in NAMES[:4] if name in logged]
    assert "kilograma" not in logged
