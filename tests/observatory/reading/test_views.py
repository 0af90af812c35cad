from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from komshi.observatory.accounts.choices import Role
from komshi.observatory.reading.models import Reading, Review
from tests.observatory.told import report

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def address(name: str, *args, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=args)


def test_a_stranger_is_sent_to_the_sign_in_page(client) -> None:
    report("a")
    answer = client.get(address("desk:queue"))
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


def test_a_person_without_an_organisation_is_refused(db) -> None:
    from komshi.observatory.accounts.services import user_create

    answer = signed_in(user_create(username="nobody", password="korita-balone-dudiga")).get(address("desk:queue"))
    assert answer.status_code == 403


def test_the_desk_works_without_scripts_from_accept_to_undo(make_member) -> None:
    first, second = report("a", title="Prvi"), report("b", title="Drugi")
    desk = signed_in(make_member())
    page = desk.get(address("desk:reading", first.article_id)).content.decode()
    assert '<mark class="what">zaplenila</mark>' in page
    assert "137\u00a0kg" in page
    for key in ("a", "c", "r"):
        assert f'data-key="{key}"' in page
        assert f"<kbd>{key}</kbd>" in page
    answer = desk.post(address("desk:act", first.article_id), {"decision": "accept"})
    assert answer["Location"].startswith(address("desk:reading", second.article_id))
    page = desk.get(answer["Location"]).content.decode()
    assert "Accepted:" in page
    assert "1 of 2" in page
    desk.post(address("desk:act", first.article_id), {"decision": "undo", "latest": Review.objects.get().pk})
    assert Reading.objects.get(pk=first.pk).state == "waiting"


def test_the_last_act_leads_to_the_end_of_the_queue(make_member) -> None:
    reading = report("a")
    desk = signed_in(make_member())
    answer = desk.post(address("desk:act", reading.article_id), {"decision": "reject"}, follow=True)
    assert "Nothing waits" in answer.content.decode()


def test_unknowns_are_said_as_such(make_member) -> None:
    reading = report("a", date=None, date_precision=None)
    page = signed_in(make_member()).get(address("desk:reading", reading.article_id)).content.decode()
    assert "the text does not say" in page


def test_markup_in_a_report_is_shown_and_not_obeyed(make_member) -> None:
    reading = report("a", "<script>alert(1)</script> zaplenila 137 kilograma", title="<b>x</b>")
    desk = signed_in(make_member())
    for page in (desk.get(address("desk:reading", reading.article_id)), desk.get(address("desk:queue"))):
        assert "<script>alert" not in page.content.decode()
        assert "<b>x" not in page.content.decode()


def test_a_hidden_report_looks_like_an_absent_one(make_member, organisation) -> None:
    from komshi.observatory.accounts.services import organisation_create

    owner = make_member()
    hidden = report("a", given={"sensitivity": "restricted", "organisation": organisation, "by": owner})
    stranger = signed_in(make_member(where=organisation_create(name="Hill Watch")))
    for name in ("desk:reading", "desk:correct"):
        assert stranger.get(address(name, hidden.article_id)).status_code == 404
    assert stranger.post(address("desk:act", hidden.article_id), {"decision": "accept"}).status_code == 404
    assert stranger.get(address("desk:reading", 99999)).status_code == 404


def test_a_member_may_look_and_not_decide(make_member) -> None:
    reading = report("a")
    desk = signed_in(make_member(Role.MEMBER))
    page = desk.get(address("desk:reading", reading.article_id))
    assert page.status_code == 200
    assert 'value="accept"' not in page.content.decode()
    assert desk.post(address("desk:act", reading.article_id), {"decision": "accept"}).status_code == 403
    assert desk.get(address("desk:correct", reading.article_id)).status_code == 403


def correction(**changes: str) -> dict[str, str]:
    kept = {
        "type": "seizure", "markets": "cocaine_trade", "place": "Bar", "country": "ME", "place_id": "",
        "date": "2026-03-14", "status": "under_investigation", "count_arrested": "2",
        "q0_item": "cocaine", "q0_amount": "137", "q0_unit": "kg", "q0_role": "subject",
        "q1_role": "subject", "q2_role": "subject",
    }  # fmt: skip
    return kept | changes


def test_a_correction_keeps_only_what_changed(make_member) -> None:
    reading = report("a")
    signed_in(make_member()).post(
        address("desk:correct", reading.article_id), correction(date="2026-03-13", count_killed="1")
    )
    review = Review.objects.get()
    assert review.decision == "correct"
    assert review.corrections == {"date": "2026-03-13", "date_precision": "day", "counts": {"killed": 1}}


def test_saving_the_form_without_a_change_accepts(make_member) -> None:
    reading = report("a")
    signed_in(make_member()).post(address("desk:correct", reading.article_id), correction())
    assert Review.objects.get().decision == "accept"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("date", "yesterday", "Write the date as"),
        ("date", "2026-02-30", "no such day"),
        ("date", "1890-01-01", "between 1990 and today"),
        ("q1_amount", "5", "Choose the unit"),
        ("place", "Nigdezemska", "No place of this name is known"),
    ],
)
def test_a_correction_that_cannot_be_gets_one_clear_sentence(
    make_member, field: str, value: str, sentence: str
) -> None:
    reading = report("a")
    answer = signed_in(make_member()).post(address("desk:correct", reading.article_id), correction(**{field: value}))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Review.objects.count() == 0


def test_a_place_is_found_in_another_script_and_its_point_comes_along(make_member) -> None:
    reading = report("a")
    desk = signed_in(make_member())
    desk.post(address("desk:correct", reading.article_id), correction(place="Приштина", country=""))
    place = Review.objects.get().corrections["place"]
    assert (place["country"], round(place["latitude"])) == ("XK", 43)


def test_places_are_offered_while_one_types(make_member) -> None:
    page = signed_in(make_member()).get(address("desk:places"), {"place": "Tirana"}).content.decode()
    assert 'name="place_id"' in page
    assert "<html" not in page


def test_the_country_alone_is_enough(make_member) -> None:
    reading = report("a")
    signed_in(make_member()).post(address("desk:correct", reading.article_id), correction(place="", country="AL"))
    place = Review.objects.get().corrections["place"]
    assert (place["precision"], place["country"], place["latitude"]) == ("country", "AL", None)


def test_the_queue_asks_as_often_for_thirty_reports_as_for_one(make_member, django_assert_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    report("first")
    desk = signed_in(make_member())
    desk.get(address("desk:queue"))
    with CaptureQueriesContext(connection) as one:
        desk.get(address("desk:queue"))
    for number in range(25):
        report(f"more-{number}")
    with django_assert_num_queries(len(one)):
        desk.get(address("desk:queue"))


@pytest.mark.parametrize("language", ["en", "sr-latn"])
def test_the_desk_speaks_each_language(make_member, language: str) -> None:
    reading = report("a")
    page = signed_in(make_member()).get(address("desk:reading", reading.article_id, language=language)).content.decode()
    assert f'<html lang="{language}">' in page
    assert {"en": "Which market", "sr-latn": "Koje tržište"}[language] in page
