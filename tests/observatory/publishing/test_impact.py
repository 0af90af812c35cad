from __future__ import annotations

import pytest

from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.models import PublicImpact, PublicIncident
from komshi.observatory.publishing.selectors import impact
from komshi.observatory.publishing.selectors.series import chosen_of
from komshi.observatory.reading.services import review_add, review_undo
from komshi.observatory.trends.services import assessment_add, assessment_agree, assessment_withdraw
from tests.observatory.told import TEXT, TITLE, flow, report

pytestmark = pytest.mark.django_db
CANONICAL = f"{TITLE}\n{TEXT}"
REASON = "People near the port are afraid."


def span(word: str) -> list[int]:
    return [CANONICAL.index(word), CANONICAL.index(word) + len(word)]


@pytest.fixture
def house(make_member):
    """An accepted incident, two analysts, and a way to say something of it."""

    class House:
        first, second = make_member(), make_member()

        def say(self, *, trend=None, **values):
            said = {
                "dimension": "security", "level": "medium", "direction": "worse", "reason": REASON,
                "reason_language": "en", "citations": [{"article": "test:a", "spans": [span("zaplenila")]}],
            }  # fmt: skip
            about = trend if trend is not None else {"incident": self.incident}
            made = assessment_add(by=self.first, **about, **{**said, **values})
            flow()
            return made

    house = House()
    reading = report("a", actors=[{"name": "Ognjen Prestaj", "kind": "person", "role": "suspect", "evidence": []}])
    review_add(article=reading.article, decision="accept", by=house.first)
    flow()
    house.article, house.incident = reading.article, Incident.objects.get()
    house.key = PublicIncident.objects.get().key
    return house


def grid(found: impact.Grid) -> dict[str, impact.Row]:
    return {row.dimension: row for row in found.rows}


def test_a_grid_has_six_rows_always_and_says_what_nobody_has_assessed(house) -> None:
    assert impact.of_incident(house.key).is_empty
    house.say()
    rows = grid(impact.of_incident(house.key))
    assert list(rows) == [
        "illicit_flows", "governance", "development", "interethnic_relations", "security", "rule_of_law",
    ]  # fmt: skip
    (said,) = rows["security"].said
    assert (said.level, said.direction, said.reason, said.people) == ("medium", "getting worse", REASON, 1)
    assert [(one.url, one.words) for one in said.cited] == [("", ["zaplenila"])], "the page is its own source"
    assert rows["governance"].said == []


def test_only_words_that_the_page_of_the_incident_shows_are_shown_of_a_citation(house) -> None:
    house.say(citations=[{"article": "test:a", "spans": [span("zaplenila"), span("uhapsila dve osobe")]}])
    assert PublicImpact.objects.get().citations == [{"incident": house.key, "words": ["zaplenila"]}]


def test_interethnic_relations_are_public_only_when_two_people_stand_behind_them(house) -> None:
    made = house.say(dimension="interethnic_relations")
    assert not PublicImpact.objects.exists()
    assessment_agree(assessment=made, by=house.second)
    flow()
    assert PublicImpact.objects.get().people == 2
    assessment_withdraw(assessment=made, by=house.first)
    flow()
    assert not PublicImpact.objects.exists()


def test_a_newer_word_replaces_the_older_one_in_public(house) -> None:
    house.say()
    newer = house.say(level="high")
    assert list(PublicImpact.objects.values_list("level", flat=True)) == ["high"]
    assessment_withdraw(assessment=newer, by=house.first)
    flow()
    assert list(PublicImpact.objects.values_list("level", flat=True)) == ["medium"]


def test_impact_goes_when_its_incident_is_withdrawn_and_comes_back_with_it(house) -> None:
    house.say()
    house.say(
        trend={"market": "cocaine_trade", "country": "ME", "first_month": "2026-01", "last_month": "2026-06"},
        citations=[{"incident": house.incident.key}],
    )
    assert PublicImpact.objects.count() == 2
    review_undo(article=house.article, by=house.first)
    flow()
    assert not PublicImpact.objects.exists()
    review_add(article=house.article, decision="accept", by=house.first)
    flow()
    assert PublicImpact.objects.count() == 2


def test_a_trend_is_shown_with_its_series_and_nowhere_else(house) -> None:
    trend = {"market": "cocaine_trade", "country": "ME", "first_month": "2026-01", "last_month": "2026-06"}
    house.say(trend=trend, citations=[{"incident": house.incident.key}])
    (said,) = grid(impact.of_trend(chosen_of({"market": "cocaine_trade", "country": "ME"})))["security"].said
    assert said.about == "Cocaine trade, January – June 2026"
    assert impact.of_trend(chosen_of({"market": "cocaine_trade"})).is_empty
    assert impact.of_trend(chosen_of({"country": "ME"})).is_empty
    assert impact.of_incident(house.key).is_empty


def test_a_town_shows_what_is_said_of_its_incidents_and_says_how_many_more_there_are(house) -> None:
    house.say()
    PublicImpact.objects.update(town="me-bar")
    row = PublicImpact.objects.get()
    for number in range(4):
        row.pk, row.assessment = None, 1000 + number
        row.save()
    security = grid(impact.of_town("me-bar"))["security"]
    assert (len(security.said), security.more) == (impact.MOST, 2)
    (cited,) = security.said[0].cited
    assert cited.url.endswith(f"/{house.key}/")
    assert cited.title.startswith("Seizure")
    assert impact.of_town("me-budva").is_empty


@pytest.mark.parametrize(
    "reason",
    [
        "People say that Hoxha pays.",
        "Zebrović pays.",
        "Somebody called prestaj pays them.",
        "A. K. pays them.",
        "A man of 35 pays them.",
    ],
)
def test_a_reason_that_may_name_a_person_never_becomes_public(house, client, reason) -> None:
    house.say(reason=reason)
    assert PublicImpact.objects.get().reason == ""
    assert PublicImpact.objects.get().level == "medium"
    house.say(
        trend={"market": "cocaine_trade", "first_month": "2026-01", "last_month": "2026-06"},
        citations=[{"incident": house.incident.key}], reason=reason,
    )  # fmt: skip
    body = client.get("/en/trends/?market=cocaine_trade").content.decode()
    assert "getting worse" in body
    assert reason not in body


def test_the_names_of_those_who_assessed_are_not_public(house, client) -> None:
    house.say(
        trend={"market": "cocaine_trade", "first_month": "2026-01", "last_month": "2026-06"},
        citations=[{"incident": house.incident.key}],
    )
    body = client.get("/en/trends/?market=cocaine_trade").content.decode()
    assert "1 person stands behind it" in body
    assert house.first.username not in body
