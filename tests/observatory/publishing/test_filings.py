"""What of a filing becomes public: only with the agreement of its organisation, and never more than it agreed to."""

from __future__ import annotations

from datetime import date

import pytest

from komshi.observatory.accounts.choices import Role
from komshi.observatory.casework.services import Given, filing_add, filing_agree_public, filing_answer
from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.models import PublicFiling, PublicHelper, PublicIncident
from komshi.observatory.publishing.selectors import filings
from komshi.observatory.reading.services import review_add, review_undo
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings) -> None:
    settings.KOMSHI_TODAY = date(2026, 7, 2)


def given(**values) -> Given:
    plain = {"kind": "foi_request", "country": "MK", "institution": "municipality", "filed_on": date(2026, 6, 1)}
    return Given(**(plain | values))


def test_a_filing_is_public_only_while_its_organisation_agrees(make_member) -> None:
    editor = make_member(Role.EDITOR)
    filing = filing_add(given=given(town="mk-bitola"), by=editor)
    flow()
    assert not PublicFiling.objects.exists()
    filing_agree_public(filing=filing, agreed=True, by=editor)
    flow()
    shown = PublicFiling.objects.get()
    assert (shown.town, shown.answer_due, shown.object_by) == ("mk-bitola", date(2026, 6, 21), date(2026, 7, 6))
    assert (shown.helper, shown.incident) == ("", "")
    filing_answer(filing=filing, outcome="refused", answered_on=date(2026, 6, 25), by=editor)
    flow()
    assert (PublicFiling.objects.get().outcome, PublicFiling.objects.get().object_by) == ("refused", date(2026, 7, 10))
    filing_agree_public(filing=filing, agreed=False, by=editor)
    flow()
    assert not PublicFiling.objects.exists()


def test_an_organisation_is_named_only_while_it_is_a_public_helper(make_member) -> None:
    operator = make_member(Role.OPERATOR)
    filing_add(given=given(profile="river-keepers"), by=operator, public=True)
    flow()
    assert PublicFiling.objects.get().helper == ""
    PublicHelper.objects.create(profile=1, slug="river-keepers", name="River Keepers")
    filing = filing_add(given=given(profile="river-keepers", town="mk-bitola"), by=operator, public=True)
    flow()
    assert PublicFiling.objects.get(filing=filing.pk).helper == "river-keepers"
    assert filings.for_town("mk-bitola")[0].helper == "River Keepers"
    PublicHelper.objects.all().delete()
    (row,) = filings.for_town("mk-bitola")
    assert (row.helper, row.helper_url) == ("", "")


def test_an_incident_is_named_only_while_it_is_public(make_member) -> None:
    editor, reading = make_member(Role.EDITOR), report("a")
    flow()
    incident = Incident.objects.get()
    filing_add(given=given(incident=incident, country="ME"), by=editor, public=True)
    flow()
    assert PublicFiling.objects.get().incident == ""
    review_add(article=reading.article, decision="accept", by=editor)
    flow()
    assert PublicFiling.objects.get().incident == PublicIncident.objects.get().key
    review_undo(article=reading.article, by=editor)
    flow()
    assert not PublicIncident.objects.exists()
    assert PublicFiling.objects.get().incident == ""


def test_what_runs_stands_first_and_says_how_many_days_are_left(make_member) -> None:
    editor = make_member(Role.EDITOR)
    for day in (date(2026, 1, 5), date(2026, 6, 30), date(2026, 6, 1)):
        filing_add(given=given(filed_on=day, town="mk-bitola"), by=editor, public=True)
    done = filing_add(given=given(filed_on=date(2026, 6, 20), town="mk-bitola"), by=editor, public=True)
    filing_answer(filing=done, outcome="answered", answered_on=date(2026, 6, 22), by=editor)
    filing_add(given=given(town="mk-bitola"), by=editor)
    flow()
    rows = filings.for_town("mk-bitola")
    assert [row.filed_on.isoformat() for row in rows] == ["2026-06-01", "2026-06-30", "2026-06-20", "2026-01-05"]
    assert rows[0].days_left == 4
    assert rows[0].standing == "There was no answer in time. 4 days left to object (last day: 6 July 2026)."
    assert rows[0].office.text == "Municipality"
    assert [row.days_left for row in filings.running(5)] == [4, 18]
    assert [row.days_left for row in filings.running(1)] == [4]
    assert filings.for_town("mk-kumanovo") == []


def test_nothing_of_a_filing_that_was_not_agreed_to_stands_on_any_public_page(client, make_member) -> None:
    operator = make_member(Role.OPERATOR)
    hidden = given(profile="zebrovic-and-friends", institution="mk-omb", town="mk-bitola", filed_on=date(2019, 2, 17))
    filing_add(given=hidden, by=operator)
    taken_back = filing_add(given=hidden, by=operator, public=True)
    filing_agree_public(filing=taken_back, agreed=False, by=operator)
    filing_add(given=given(town="mk-bitola"), by=operator, public=True)
    flow()
    assert PublicFiling.objects.count() == 1
    for path in ("", "towns/mk-bitola/", "method/", "data-protection/", "how-it-works/"):
        body = client.get(f"/en/{path}").content.decode()
        assert "17 February 2019" not in body, path
        assert "zebrovic" not in body.lower(), path
    assert "4 days left to object" in client.get("/en/towns/mk-bitola/").content.decode()
