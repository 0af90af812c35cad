"""What nobody stands behind any longer is forgotten everywhere; what two people must agree on waits for the second."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.base.errors import Refused
from komshi.observatory.incidents.models import Incident
from komshi.observatory.incidents.services import incident_merge, incident_split
from komshi.observatory.publishing import export
from komshi.observatory.publishing.models import CountryCount, PublicIncident
from komshi.observatory.reading.models import Reading
from komshi.observatory.reading.selectors import Queue, queue_counts
from komshi.observatory.reading.services import readings_pull, review_add, review_undo
from komshi.observatory.sources.services import article_withdraw, observation_add, paste_add
from tests.observatory.told import flow, payload, report, reread

pytestmark = pytest.mark.django_db


def public_traces() -> str:
    """Everything public that could still speak of an incident."""
    client = Client()
    pages = [client.get(f"/en/{path}").content.decode() for path in ("", "incidents/", "map/", "incidents/?country=ME")]
    points = json.loads(client.get("/en/map/points.json").content)["features"]
    rows = list(export.rows(export.public_incidents()))
    files = "".join(export.as_csv(rows)) + "".join(export.as_geojson(rows))
    checked = [row.checked for row in CountryCount.objects.filter(country="ME")]
    return "".join(pages) + json.dumps(points) + files + f"checked {checked}"


def assert_forgotten(key: str) -> None:
    assert Client().get(f"/en/incidents/{key}/").status_code == 410
    traces = public_traces()
    assert key not in traces
    assert "137\u00a0kg" not in traces
    assert "137.0" not in traces
    assert "checked [0]" in traces


@pytest.fixture
def accepted(make_member):
    reading = report("a")
    editor = make_member(Role.EDITOR)
    review_add(article=reading.article, decision="accept", by=editor)
    flow()
    reading.editor, reading.key = editor, PublicIncident.objects.get().key
    traces = public_traces()
    assert all(trace in traces for trace in (reading.key, "137\u00a0kg", "137.0", "checked [1]"))
    return reading


@pytest.mark.parametrize("way", ["undo", "reject", "withdraw", "changed text"])
def test_after_it_is_taken_back_no_page_map_file_or_count_remembers(accepted, way: str) -> None:
    article = accepted.article
    if way == "undo":
        review_undo(article=article, by=accepted.editor)
    elif way == "reject":
        review_add(article=article, decision="reject", by=accepted.editor)
    elif way == "withdraw":
        article_withdraw(key=article.key, by=accepted.editor)
        readings_pull(10)
        reread(article, payload(article.canonical, article.key))
    else:
        article.text, article.text_sha256 = "Nešto drugo.", "0" * 64
        article.save()
        reread(article, payload(article.canonical, article.key, quantities=[]))
    flow()
    assert_forgotten(accepted.key)


def test_a_report_that_its_source_took_back_waits_for_nobody_and_joins_no_incident(make_member) -> None:
    reading, editor = report("a"), make_member(Role.EDITOR)
    flow()
    article_withdraw(key=reading.article.key, by=editor)
    readings_pull(10)
    reread(reading.article, payload(reading.article.canonical, reading.article.key))
    flow()
    assert Incident.objects.get().state == "withdrawn"
    assert not Queue().readings(editor).exists()
    assert queue_counts(editor).waiting == 0
    assert not CountryCount.objects.filter(waiting__gt=0).exists()


# --- observations -----------------------------------------------------------------------------------------------------


@pytest.fixture
def observed():
    return report("seen", given={"kind": "observation"})


def test_one_person_alone_makes_no_observation_public_however_often(observed, make_member) -> None:
    one = make_member()
    article = observed.article
    review_add(article=article, decision="accept", by=one)
    with pytest.raises(Refused):
        review_add(article=article, decision="accept", by=one)
    review_add(article=article, decision="correct", by=one, corrections={"type": "arrest"})
    with pytest.raises(Refused):
        review_add(article=article, decision="accept", by=one)
    review_add(article=article, decision="correct", by=one, corrections={"type": "raid"})
    review_undo(article=article, by=one)
    review_add(article=article, decision="reject", by=one)
    review_undo(article=article, by=one)
    flow()
    assert not PublicIncident.objects.exists()
    assert Reading.objects.get().missing == 1


def test_what_one_agreed_to_and_another_corrected_needs_a_second_for_the_correction(observed, make_member) -> None:
    one, two = make_member(), make_member()
    review_add(article=observed.article, decision="accept", by=one)
    review_add(article=observed.article, decision="correct", by=two, corrections={"type": "arrest"})
    flow()
    assert not PublicIncident.objects.exists()
    review_add(article=observed.article, decision="accept", by=one)
    flow()
    assert PublicIncident.objects.get().event_type == "arrest"
    review_undo(article=observed.article, by=two)
    flow()
    assert not PublicIncident.objects.exists()


def test_an_observation_that_one_accepted_adds_nothing_to_a_public_incident(observed, make_member) -> None:
    one, two = make_member(), make_member()
    told = report("told", title="", date="2026-03-15", place=None, counts=dict.fromkeys(("arrested", "charged")))
    review_add(article=observed.article, decision="accept", by=one)
    review_add(article=told.article, decision="accept", by=one)
    flow()
    rows = list(Incident.objects.exclude(state="withdrawn").order_by("pk"))
    if len(rows) == 2:
        incident_merge(incident=rows[0], other=rows[1], by=two)
        flow()
    public = PublicIncident.objects.get()
    assert not public.observed
    assert (public.place, public.latitude, public.counts, len(public.sources)) == ("", None, {}, 1)
    incident_split(incident=Incident.objects.exclude(state="withdrawn").get(), article=observed.article, by=two)
    flow()
    reread(observed.article, payload(observed.article.canonical, observed.article.key))
    flow()
    assert [one.observed for one in PublicIncident.objects.all()] == [False]


def test_the_same_observation_again_and_a_changed_reading_give_no_second_agreement(make_member) -> None:
    from django.utils import timezone

    seen = {
        "what": "Videla sam kamion.",
        "where": "Bar",
        "when": timezone.now().date(),
        "certainty": "seen",
        "sensitivity": "open",
    }
    observer = make_member()
    article = observation_add(by=observer, **seen)
    assert observation_add(by=observer, **seen) == article
    readings_pull(50)
    reread(article, payload(article.canonical, article.key, quantities=[]))
    review_add(article=article, decision="accept", by=observer)
    assert observation_add(by=observer, **seen) == article
    readings_pull(50)
    reread(article, payload(article.canonical, article.key, type="arrest", quantities=[]))
    flow()
    assert not PublicIncident.objects.exists()
    assert Reading.objects.get(article=article).missing == 1


def test_a_text_pasted_for_members_only_does_not_open_by_being_pasted_again(make_member) -> None:
    one, two = make_member(), make_member()
    text = "Policija je u Baru zaplenila 137 kilograma kokaina."
    closed = paste_add(by=one, text=text, sensitivity="members")
    again = paste_add(by=two, text=text, sensitivity="open")
    assert again == closed
    assert again.document.sensitivity == "members"
