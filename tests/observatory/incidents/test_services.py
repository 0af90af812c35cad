from __future__ import annotations

import pytest

from komshi.observatory.base.errors import NotFound, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.incidents import selectors
from komshi.observatory.incidents.models import Incident, IncidentReading
from komshi.observatory.incidents.services import incident_merge, incident_split, incidents_pull
from komshi.observatory.reading.models import Reading
from komshi.observatory.reading.services import review_add, review_undo
from tests.observatory.told import flow, payload, report, reread

pytestmark = pytest.mark.django_db

OTHER = "U Beogradu je počelo suđenje grupi zbog pranja novca."
ELSEWHERE = {
    "type": "trial",
    "date": "2025-01-08",
    "markets": ["money_laundering"],
    "quantities": [],
    "outlet": "Gradske novine",
    "counts": {"arrested": None, "charged": 7, "killed": None, "injured": None, "victims": None},
    "place": {
        "name": "Beograd",
        "country": "RS",
        "latitude": 44.8,
        "longitude": 20.46,
        "geonames_id": 792680,
        "precision": "settlement",
        "evidence": [],
    },
}


def live() -> list[Incident]:
    return list(Incident.objects.exclude(state="withdrawn").order_by("pk"))


def test_two_reports_of_one_seizure_become_one_incident() -> None:
    report("a", outlet="Primorski list")
    report("b", "Kod Bara 137 kilograma kokaina, zaplenila policija.", outlet="Gradske novine", title="Kokain")
    flow()
    (incident,) = live()
    assert (incident.reports, incident.key, incident.state) == (2, "test:a", "waiting")
    assert (incident.country, incident.month, incident.market) == ("ME", "2026-03", "cocaine_trade")
    assert incident.h3


def test_two_different_events_stay_two() -> None:
    report("a")
    report("b", OTHER, title="Suđenje", **ELSEWHERE)
    flow()
    assert len(live()) == 2


def test_a_later_report_joins_and_the_key_stays() -> None:
    report("b")
    flow()
    report("a", outlet="Gradske novine", published="2026-03-14")
    flow()
    (incident,) = live()
    assert (incident.key, incident.reports) == ("test:b", 2)


def test_one_accepted_report_makes_the_incident_accepted_and_undo_takes_it_back(make_member) -> None:
    reading, analyst = report("a"), make_member()
    flow()
    review_add(article=reading.article, decision="accept", by=analyst)
    flow()
    assert live()[0].state == "accepted"
    review_undo(article=reading.article, by=analyst)
    flow()
    assert live()[0].state == "waiting"


def test_a_rejected_report_leaves_and_comes_back_under_the_same_key(make_member) -> None:
    reading, analyst = report("a"), make_member()
    flow()
    review_add(article=reading.article, decision="reject", by=analyst)
    flow()
    assert live() == []
    assert Incident.objects.get().state == "withdrawn"
    review_undo(article=reading.article, by=analyst)
    flow()
    assert [incident.key for incident in live()] == ["test:a"]


def test_what_a_person_took_apart_stays_apart_after_every_rebuild(make_member) -> None:
    first, second, analyst = report("a"), report("b", outlet="Gradske novine"), make_member()
    flow()
    incident_split(incident=live()[0], article=second.article, by=analyst)
    flow()
    assert [incident.reports for incident in live()] == [1, 1]
    reread(first.article, payload(first.article.canonical, first.article.key))
    reread(second.article, payload(second.article.canonical, second.article.key, outlet="Gradske novine"))
    flow()
    assert [incident.reports for incident in live()] == [1, 1]


def test_what_a_person_joined_is_one_and_the_absorbed_key_still_leads_there(make_member) -> None:
    report("a")
    second, analyst = report("b", OTHER, title="Suđenje", **ELSEWHERE), make_member()
    flow()
    one, two = live()
    incident_merge(incident=one, other=two, by=analyst)
    flow()
    (incident,) = live()
    assert (incident.key, incident.reports) == ("test:a", 2)
    assert selectors.access_incident(analyst, "test:b").pk == incident.pk
    incident_split(incident=incident, article=second.article, by=analyst)
    flow()
    assert [found.key for found in live()] == ["test:a", "test:b"]
    assert selectors.access_incident(analyst, "test:b").key == "test:b"


def test_an_incident_with_one_report_cannot_be_taken_apart(make_member) -> None:
    reading = report("a")
    flow()
    with pytest.raises(Refused):
        incident_split(incident=live()[0], article=reading.article, by=make_member())


def test_reports_for_different_eyes_are_never_joined(make_member, organisation) -> None:
    from komshi.observatory.accounts.services import organisation_create

    owner = make_member()
    report("a", given={"sensitivity": "members", "organisation": organisation, "by": owner})
    report("b")
    flow()
    hidden, shared = live()
    assert (hidden.reports, shared.reports) == (1, 1)
    stranger = make_member(where=organisation_create(name="Hill Watch"))
    assert [one.pk for one in selectors.visible(stranger)] == [shared.pk]
    assert selectors.visible(owner).count() == 2
    with pytest.raises(NotFound):
        selectors.access_incident(stranger, hidden.key)
    with pytest.raises(Refused):
        incident_merge(incident=hidden, other=shared, by=owner)


def test_matching_is_the_same_in_small_steps_and_at_once() -> None:
    for number in range(6):
        report(f"r{number}", outlet=f"List {number}", date=f"2026-03-{10 + number * 3:02d}")
    while incidents_pull(1):
        pass
    small = sorted(sorted(m.reading.article.key for m in one.members.all()) for one in live())
    IncidentReading.objects.all().delete()
    Incident.objects.all().delete()
    readings = list(Reading.objects.select_related("article"))
    for reading in readings:
        reread(reading.article, reading.payload)
    flow()
    assert sorted(sorted(m.reading.article.key for m in one.members.all()) for one in live()) == small


def test_every_change_is_logged_and_nothing_is_logged_without_one() -> None:
    report("a")
    flow()
    assert Event.objects.filter(action="incidents:incident:add").count() == 1
    before = Event.objects.count()
    flow()
    assert Event.objects.count() == before
