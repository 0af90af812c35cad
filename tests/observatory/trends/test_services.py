from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from komshi.errors import KomshiError
from komshi.observatory.accounts.choices import Role
from komshi.observatory.base.append_only import triggers_missing
from komshi.observatory.base.errors import NotAllowed, NotFound, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.incidents.models import Incident
from komshi.observatory.incidents.services import incident_merge
from komshi.observatory.reading.services import review_add
from komshi.observatory.trends.models import Agreement, Assessment, Withdrawal
from komshi.observatory.trends.selectors import standing
from komshi.observatory.trends.services import assessment_add, assessment_agree, assessment_withdraw
from komshi.observatory.trends.subjects import Subject
from tests.observatory.told import TEXT, TITLE, flow, report

pytestmark = pytest.mark.django_db
CANONICAL = f"{TITLE}\n{TEXT}"
START = CANONICAL.index("zaplenila")
SPAN = [START, START + len("zaplenila")]


@pytest.fixture
def incident(make_member) -> Incident:
    reading = report("a")
    review_add(article=reading.article, decision="accept", by=make_member())
    flow()
    return Incident.objects.get()


def say(by, incident=None, **values):
    said = {
        "dimension": "security", "level": "medium", "direction": "worse", "reason": "People are afraid.",
        "reason_language": "en", "citations": [{"article": "test:a", "spans": [SPAN]}] if incident else [],
    }  # fmt: skip
    return assessment_add(by=by, incident=incident, **{**said, **values})


def stands(subject: Subject, dimension: str = "security"):
    return standing(subject)[dimension]


def test_one_analyst_is_enough_and_what_was_said_keeps_its_words_and_its_text(make_member, incident) -> None:
    analyst = make_member()
    made = say(analyst, incident)
    row = stands(Subject(incident=incident.key))
    assert row.stands.assessment == made
    assert row.stands.people == (analyst,)
    assert made.citations == [
        {"article": "test:a", "text_sha256": incident.members.get().reading.article.text_sha256, "spans": [SPAN]}
    ]
    assert Event.objects.filter(action="trends:assessment:add", subject_id=str(made.pk)).count() == 1
    assert say(analyst, incident) == made, "the same word twice is one"


def test_a_member_may_not_assess_agree_or_take_back_and_a_stranger_sees_nothing(make_member, incident) -> None:
    member, made = make_member(Role.MEMBER), say(make_member(), incident)
    with pytest.raises(NotAllowed):
        say(member, incident)
    with pytest.raises(NotAllowed):
        assessment_agree(assessment=made, by=member)
    with pytest.raises(NotAllowed):
        assessment_withdraw(assessment=made, by=member)
    with pytest.raises(NotAllowed):
        assessment_withdraw(assessment=made, by=make_member())
    assert assessment_withdraw(assessment=made, by=make_member(Role.EDITOR)).assessment == made


def test_what_others_may_not_see_they_cannot_assess(make_member, organisation) -> None:
    owner = make_member()
    reading = report("s", given={"sensitivity": "restricted", "organisation": organisation, "by": owner})
    review_add(article=reading.article, decision="accept", by=owner)
    flow()
    with pytest.raises(NotFound):
        say(make_member(), Incident.objects.get())


def test_interethnic_relations_need_a_second_person_who_is_another_one(make_member, incident) -> None:
    first, second, subject = make_member(), make_member(), Subject(incident=incident.key)
    made = say(first, incident, dimension="interethnic_relations")
    row = stands(subject, "interethnic_relations")
    assert row.stands is None
    assert row.waits.missing == 1
    with pytest.raises(Refused, match="another person"):
        assessment_agree(assessment=made, by=first)
    assessment_agree(assessment=made, by=second)
    assert assessment_agree(assessment=made, by=second) == Agreement.objects.get(), "agreeing twice is once"
    row = stands(subject, "interethnic_relations")
    assert row.stands.people == (first, second)
    newer = say(second, incident, dimension="interethnic_relations", level="high")
    row = stands(subject, "interethnic_relations")
    assert (row.stands.assessment, row.waits.assessment) == (made, newer), "a word of one replaces nothing of two"
    assert newer.supersedes == made


def test_a_newer_word_counts_and_taking_it_back_brings_back_the_one_before(make_member, incident) -> None:
    analyst, subject = make_member(), Subject(incident=incident.key)
    first, second = say(analyst, incident), say(analyst, incident, level="high")
    assert stands(subject).stands.assessment == second
    assessment_withdraw(assessment=second, by=analyst)
    assert stands(subject).stands.assessment == first
    with pytest.raises(Refused, match="taken back"):
        assessment_agree(assessment=second, by=make_member())


def test_words_about_incidents_that_were_joined_are_words_about_one(make_member, incident) -> None:
    analyst = make_member()
    other = report("b", "Drugo.", title="", date="2025-01-01")
    review_add(article=other.article, decision="accept", by=analyst)
    flow()
    joined = Incident.objects.exclude(pk=incident.pk).get()
    made = say(analyst, joined, citations=[{"article": "test:b", "spans": [[0, 5]]}])
    incident_merge(incident=incident, other=joined, by=analyst)
    flow()
    assert stands(Subject.of(made)).stands.assessment == made
    assert Subject.of(made) == Subject(incident=incident.key)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"level": "enormous"}, "how strong"),
        ({"reason": "  "}, "why"),
        ({"reason": "x" * 601}, "shorter"),
        ({"reason_language": "tlh"}, "language"),
        ({"citations": []}, "at least one"),
        ({"citations": [{"article": "test:zzz", "spans": [[0, 1]]}]}, "no longer"),
        ({"citations": [{"article": "test:a", "spans": [[0, 9999]]}]}, "no longer"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(make_member, incident, values, sentence) -> None:
    with pytest.raises(Refused, match=sentence):
        say(make_member(), incident, **values)


def test_what_nobody_checked_cannot_be_assessed(make_member) -> None:
    report("w")
    flow()
    with pytest.raises(Refused, match="waits to be checked"):
        say(make_member(), Incident.objects.get(), citations=[])


def test_a_trend_is_a_market_in_a_place_over_months_and_is_shown_by_checked_incidents(make_member, incident) -> None:
    trend = {"market": "cocaine_trade", "country": "ME", "first_month": "2026-01", "last_month": "2026-06"}
    analyst = make_member()
    made = say(analyst, **trend, citations=[{"incident": incident.key}])
    assert stands(Subject.of(made)).stands.assessment == made
    for wrong, sentence in (
        ({"market": "", "country": ""}, "Choose a market"),
        ({"market": "kites"}, "Choose a market"),
        ({"country": "XX"}, "Choose a market"),
        ({"town": "nowhere"}, "Choose a market"),
        ({"first_month": "2026"}, "2026-03"),
        ({"last_month": "2025-06"}, "before its first"),
        ({"citations": [{"incident": "test:zzz"}]}, "people have checked"),
        ({"citations": []}, "at least one"),
    ):
        with pytest.raises(KomshiError, match=sentence):
            say(analyst, **{**trend, "citations": [{"incident": incident.key}], **wrong})


def test_no_effect_needs_no_words_to_show_it(make_member, incident) -> None:
    assert say(make_member(), incident, level="none", citations=[]).citations == []


def test_assessments_agreements_and_withdrawals_are_never_changed_or_removed(make_member, incident) -> None:
    made = say(make_member(), incident)
    assessment_agree(assessment=made, by=make_member())
    assessment_withdraw(assessment=made, by=made.by)
    for model in (Assessment, Agreement, Withdrawal):
        for change in (model.objects.all().delete, lambda model=model: model.objects.update(at="2020-01-01T00:00Z")):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
    assert triggers_missing(connection) == []
