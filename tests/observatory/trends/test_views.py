from __future__ import annotations

import pytest

from komshi.observatory.accounts.choices import Role
from komshi.observatory.incidents.models import Incident
from komshi.observatory.reading.services import review_add
from komshi.observatory.trends.models import Assessment
from komshi.observatory.trends.selectors import standing
from komshi.observatory.trends.subjects import Subject
from tests.observatory.told import TEXT, TITLE, flow, report, spans

pytestmark = pytest.mark.django_db
CANONICAL = f"{TITLE}\n{TEXT}"


@pytest.fixture
def incident(make_member) -> Incident:
    actor = {"name": "Ognjen Prestaj", "kind": "person", "role": "suspect", "evidence": spans(CANONICAL, "dve osobe")}
    reading = report("a/b", actors=[actor])
    review_add(article=reading.article, decision="accept", by=make_member())
    flow()
    return Incident.objects.get()


def sent(dimension: str = "security", **values: object) -> dict[str, object]:
    given = {"level": "high", "direction": "worse", "reason": "People are afraid.", "reason_language": "en", **values}
    return {"dimension": dimension, **{f"{dimension}-{name}": value for name, value in given.items()}}


def words(incident: Incident, word: str = "zaplenila") -> str:
    start = CANONICAL.index(word)
    return f"{incident.members.get().reading.article_id}:{start}:{start + len(word)}"


def test_an_analyst_assesses_with_words_of_the_reports_and_another_agrees(client, make_member, incident) -> None:
    first, second, address = make_member(), make_member(), f"/en/desk/incidents/{incident.key}/impact/"
    client.force_login(first)
    body = client.get(address).content.decode()
    assert "zaplenila (Primorski list)" in body
    assert "dve osobe" not in body, "words that people were read from are no evidence of an effect"
    answer = client.post(address, sent("interethnic_relations", cited=[words(incident)]), follow=True)
    body = answer.content.decode()
    assert "It counts as soon as another person agrees to it." in body
    assert "I agree" not in body
    client.force_login(second)
    body = client.get(address).content.decode()
    assert "Waits for 1 more person before it counts:" in body
    assert "I agree" in body
    made = Assessment.objects.get()
    client.post(f"/en/desk/assessments/{made.pk}/agree/")
    assert standing(Subject(incident=incident.key))["interethnic_relations"].stands.people == (first, second)
    client.force_login(first)
    client.post(f"/en/desk/assessments/{made.pk}/withdraw/")
    assert standing(Subject(incident=incident.key))["interethnic_relations"].stands is None


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, make_member, incident) -> None:
    client.force_login(make_member())
    address = f"/en/desk/incidents/{incident.key}/impact/"
    body = client.post(address, sent(reason="Shops close.")).content.decode()
    assert "Choose at least one piece of the reports" in body
    assert "Shops close." in body
    assert "<details open>" in body
    assert client.post(address, {"dimension": "kites"}).status_code == 200
    assert client.post(address, sent(cited=["1:2:x", "999:0:5"])).status_code == 200
    assert not Assessment.objects.exists()


def test_who_wrote_a_name_is_told_that_the_public_will_not_see_the_reason(client, make_member, incident) -> None:
    client.force_login(make_member())
    address = f"/en/desk/incidents/{incident.key}/impact/"
    answer = client.post(address, sent(reason="Hoxha pays.", cited=[words(incident)]), follow=True)
    assert "The public sees the level and not the reason" in answer.content.decode()
    assert "Hoxha" in answer.content.decode()


def test_members_read_strangers_do_not_and_only_analysts_find_the_form(client, make_member, incident) -> None:
    address = f"/en/desk/incidents/{incident.key}/impact/"
    assert "/login/" in client.get(address)["Location"]
    client.force_login(make_member(Role.MEMBER))
    body = client.get(address).content.decode()
    assert "not assessed yet" in body
    assert "<textarea" not in body
    assert client.post(address, sent(cited=[words(incident)])).status_code == 403
    assert client.get("/en/desk/incidents/test:zzz/impact/").status_code == 404
    assert client.post("/en/desk/assessments/12345/agree/").status_code == 404


def test_a_trend_is_assessed_with_the_incidents_that_show_it(client, make_member, incident) -> None:
    client.force_login(make_member())
    address = "/en/desk/trends/impact/?market=cocaine_trade&country=ME&from=2026-01&to=2026-06"
    assert "Seizure: cocaine" in client.get(address).content.decode()
    client.post(address, sent(cited=[incident.key]))
    made = Assessment.objects.get()
    assert (made.market, made.country, made.first_month, made.last_month) == (
        "cocaine_trade",
        "ME",
        "2026-01",
        "2026-06",
    )
    assert made.citations == [{"incident": incident.key}]
    assert "People are afraid." in client.get(address).content.decode()
    assert client.get("/en/desk/trends/impact/").status_code == 200
