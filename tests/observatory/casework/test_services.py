"""Who may write down, answer and show a filing; what is refused; what is kept of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import organisation_create
from komshi.observatory.base.errors import NotAllowed, NotFound, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.casework.models import Filing, FilingEvent
from komshi.observatory.casework.selectors import access_filing, filing_rows
from komshi.observatory.casework.services import Given, filing_add, filing_agree_public, filing_answer
from komshi.observatory.incidents.models import Incident
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings) -> None:
    settings.KOMSHI_TODAY = date(2026, 6, 30)


def given(**values) -> Given:
    plain = {"kind": "foi_request", "country": "MK", "institution": "municipality", "filed_on": date(2026, 6, 1)}
    return Given(**(plain | values))


def test_a_member_writes_down_what_the_own_organisation_filed(make_member, organisation) -> None:
    member = make_member(Role.MEMBER)
    filing = filing_add(given=given(institution="mk-ojo", kind="criminal_report", town="mk-bitola"), by=member)
    assert (filing.organisation, filing.public, filing.outcome) == (organisation, False, "waiting")
    assert [step.step for step in filing.steps.all()] == ["add"]
    event = Event.objects.get(action="casework:filing:add")
    assert (event.subject_id, event.organisation_id) == (str(filing.pk), organisation.pk)
    assert event.data == {"outcome": "waiting", "public": False}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "arrest"},
        {"country": "FR"},
        {"institution": "rs-mup"},
        {"institution": "a neighbour"},
        {"town": "al-kukes"},
        {"town": "nowhere"},
        {"filed_on": date(2026, 7, 1)},
        {"profile": "Not A Slug"},
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(make_member, wrong) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        filing_add(given=given(**wrong), by=make_member(Role.OPERATOR))
    assert not Filing.objects.exists()


def test_nobody_files_in_the_name_of_an_organisation_that_is_not_theirs(make_member) -> None:
    other = organisation_create(name="River Keepers", country="RS")
    with pytest.raises(NotAllowed):
        filing_add(given=given(organisation=other), by=make_member(Role.OPERATOR))
    with pytest.raises(NotAllowed):
        filing_add(given=given(profile="river-keepers"), by=make_member(Role.EDITOR))
    with pytest.raises(NotAllowed):
        filing_add(given=given(), by=None)


def test_an_operator_files_for_an_organisation_that_takes_no_part(make_member) -> None:
    operator = make_member(Role.OPERATOR)
    filing = filing_add(given=given(profile="river-keepers"), by=operator, public=True)
    assert (filing.organisation, filing.profile, filing.public) == (None, "river-keepers", True)


def test_only_an_editor_of_the_organisation_agrees_to_show_it(make_member) -> None:
    filing = filing_add(given=given(), by=make_member(Role.MEMBER))
    other = organisation_create(name="River Keepers", country="RS")
    for stranger in (make_member(Role.MEMBER), make_member(Role.OPERATOR, where=other), None):
        with pytest.raises(NotAllowed):
            filing_agree_public(filing=filing, agreed=True, by=stranger)
    with pytest.raises(NotAllowed):
        filing_add(given=given(), by=make_member(Role.MEMBER), public=True)
    assert not Filing.objects.filter(public=True).exists()
    editor = make_member(Role.EDITOR)
    filing_agree_public(filing=filing, agreed=True, by=editor)
    filing_agree_public(filing=filing, agreed=False, by=editor)
    assert [step.step for step in filing.steps.all()] == ["add", "show", "hide"]
    assert list(Event.objects.filter(action__startswith="casework:").values_list("action", flat=True)) == [
        "casework:filing:add",
        "casework:filing:show",
        "casework:filing:hide",
    ]


def test_a_filing_that_was_refused_public_leaves_nothing_behind(make_member) -> None:
    with pytest.raises(NotAllowed):
        filing_add(given=given(), by=make_member(Role.MEMBER), public=True)
    assert not Filing.objects.exists()
    assert not Event.objects.filter(action__startswith="casework:").exists()


def test_an_answer_has_a_day_between_filing_and_today_and_silence_has_none(make_member) -> None:
    member = make_member(Role.MEMBER)
    filing = filing_add(given=given(), by=member)
    for day in (None, date(2026, 5, 31), date(2026, 7, 1)):
        with pytest.raises(Refused):
            filing_answer(filing=filing, outcome="refused", answered_on=day, by=member)
    filing_answer(filing=filing, outcome="refused", answered_on=date(2026, 6, 20), by=member)
    assert filing.window.object_by == date(2026, 7, 5)
    filing_answer(filing=filing, outcome="silence", answered_on=None, by=member)
    assert (filing.outcome, filing.answered_on) == ("silence", None)
    assert [step.outcome for step in filing.steps.all()] == ["", "refused", "silence"]
    with pytest.raises(NotAllowed):
        filing_answer(
            filing=filing, outcome="silence", answered_on=None,
            by=make_member(where=organisation_create(name="River Keepers")),
        )  # fmt: skip


def test_steps_are_never_changed_or_removed(make_member) -> None:
    filing_add(given=given(), by=make_member())
    for statement in ("UPDATE casework_filingevent SET step = 'x'", "DELETE FROM casework_filingevent"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert FilingEvent.objects.get().step == "add"


def test_a_filing_is_seen_by_its_organisation_and_by_members_once_it_is_public(make_member) -> None:
    own, editor = make_member(Role.MEMBER), make_member(Role.EDITOR)
    stranger = make_member(Role.OPERATOR, where=organisation_create(name="River Keepers"))
    filing = filing_add(given=given(), by=own)
    assert access_filing(own, filing.pk) == filing
    for person in (stranger, None):
        with pytest.raises(NotFound):
            access_filing(person, filing.pk)
    filing_agree_public(filing=filing, agreed=True, by=editor)
    assert access_filing(stranger, filing.pk) == filing
    with pytest.raises(NotFound):
        access_filing(None, filing.pk)


def test_the_list_begins_with_the_day_that_comes_next(make_member) -> None:
    member = make_member()
    over = filing_add(given=given(filed_on=date(2026, 1, 5)), by=member)
    waits = filing_add(given=given(filed_on=date(2026, 6, 25)), by=member)
    soon = filing_add(given=given(filed_on=date(2026, 5, 30)), by=member)
    rows = filing_rows(member)
    assert [row.filing for row in rows] == [soon, waits, over]
    assert rows[0].days_left == 4
    assert rows[0].standing == "There was no answer in time. 4 days left to object (last day: 4 July 2026)."


def test_an_incident_that_the_person_may_not_see_cannot_be_named(make_member, organisation) -> None:
    secret = organisation_create(name="River Keepers")
    report("a", given={"sensitivity": "members", "organisation": secret, "by": make_member(where=secret)})
    flow()
    with pytest.raises(Refused):
        filing_add(given=given(incident=Incident.objects.get()), by=make_member())
