from __future__ import annotations

import hashlib

import pytest
from django.db import DatabaseError, transaction

from komshi.observatory.accounts.choices import Role
from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.reading import selectors
from komshi.observatory.reading.models import Reading, Review
from komshi.observatory.reading.reader import READER
from komshi.observatory.reading.services import readings_pull, review_add, review_undo, reviews_add
from tests.observatory.told import TEXT, TITLE, payload, report, reread

pytestmark = pytest.mark.django_db


def fresh(reading: Reading) -> Reading:
    return Reading.objects.select_related("article__document").get(pk=reading.pk)


def test_accepting_makes_a_reading_stand_and_is_logged_without_words(make_member) -> None:
    reading, analyst = report("a"), make_member()
    review_add(article=reading.article, decision="accept", by=analyst)
    assert fresh(reading).state == "accepted"
    event = Event.objects.filter(action="reading:review:accept").get()
    assert event.actor_id == analyst.pk
    assert event.data == {"article": reading.article_id}


def test_a_review_can_be_neither_changed_nor_removed(make_member) -> None:
    review = review_add(article=report("a").article, decision="accept", by=make_member())
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(decision="reject")
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.filter(pk=review.pk).delete()


def test_a_member_without_the_role_may_not_review(make_member) -> None:
    with pytest.raises(NotAllowed):
        review_add(article=report("a").article, decision="accept", by=make_member(Role.MEMBER))


def test_a_correction_goes_into_the_columns_that_lists_are_made_of(make_member) -> None:
    reading = report("a")
    review_add(
        article=reading.article, decision="correct", by=make_member(), corrections={"date": "2026-03-13", "place": None}
    )
    now = fresh(reading)
    assert (now.state, now.date, now.place_name, now.latitude) == ("corrected", "2026-03-13", "", None)
    assert now.payload["events"][0]["date"] == "2026-03-14"


def test_reading_again_keeps_what_people_decided(make_member) -> None:
    reading = report("a")
    review_add(article=reading.article, decision="accept", by=make_member())
    reread(reading.article, payload(reading.article.canonical, reading.article.key, type="raid"))
    now = fresh(reading)
    assert (now.state, now.event_type) == ("accepted", "seizure")
    assert now.payload["events"][0]["type"] == "raid"


def test_what_an_older_reader_read_is_read_again(make_member) -> None:
    reading = report("a")
    Reading.objects.update(reader="komshi-0")
    assert readings_pull(10) == 1
    assert fresh(reading).reader == READER
    assert readings_pull(10) == 0


def test_a_changed_text_waits_again_and_says_what_was_decided_before(make_member) -> None:
    reading, analyst = report("a"), make_member()
    review_add(article=reading.article, decision="accept", by=analyst)
    article = reading.article
    article.text = TEXT + " Dopunjeno."
    article.text_sha256 = hashlib.sha256(article.canonical.encode()).hexdigest()
    article.save()
    reread(article, payload(article.canonical, article.key))
    now = fresh(reading)
    assert now.state == "waiting"
    suggestion = selectors.suggestion_for(analyst, now)
    assert suggestion is not None
    assert not suggestion.same_text


def test_the_same_text_under_another_key_inherits_a_suggestion_and_says_so(make_member) -> None:
    first, analyst = report("a"), make_member()
    review_add(article=first.article, decision="reject", by=analyst)
    second = report("b")
    suggestion = selectors.suggestion_for(analyst, second)
    assert second.state == "waiting"
    assert suggestion is not None
    assert suggestion.same_text
    assert suggestion.review.article_id == first.article_id


def test_a_suggestion_does_not_betray_a_text_that_the_person_may_not_see(make_member, organisation) -> None:
    owner, stranger = make_member(), make_member(where=other_organisation())
    hidden = report("a", given={"sensitivity": "members", "organisation": organisation, "by": owner})
    review_add(article=hidden.article, decision="accept", by=owner)
    assert selectors.suggestion_for(stranger, report("b")) is None


def test_the_same_act_twice_is_one_act(make_member) -> None:
    reading, analyst = report("a"), make_member()
    one = review_add(article=reading.article, decision="accept", by=analyst)
    assert review_add(article=reading.article, decision="accept", by=analyst).pk == one.pk
    assert Review.objects.count() == 1


def test_undo_takes_back_only_what_the_person_saw(make_member) -> None:
    reading, one, other = report("a"), make_member(), make_member()
    seen = review_add(article=reading.article, decision="accept", by=one)
    review_add(article=reading.article, decision="reject", by=other)
    with pytest.raises(Refused):
        review_undo(article=reading.article, by=one, latest=seen.pk)
    assert fresh(reading).state == "rejected"


def test_an_observation_waits_until_two_different_people_agree(make_member) -> None:
    reading = report("a", given={"kind": "observation"})
    one, other = make_member(), make_member()
    review_add(article=reading.article, decision="accept", by=one)
    assert (fresh(reading).state, fresh(reading).missing) == ("waiting", 1)
    with pytest.raises(Refused):
        review_add(article=reading.article, decision="accept", by=one)
    review_add(article=reading.article, decision="accept", by=other)
    assert fresh(reading).state == "accepted"


def test_the_queue_begins_with_what_hurts_people_and_is_newest(make_member) -> None:
    report("old", markets=["cocaine_trade"], title="old")
    report("none", markets=[], title="none")
    report("people", markets=["human_trafficking"], title="people")
    report("aside", relevant=False, title="aside")
    queue = selectors.Queue().readings(make_member())
    assert [reading.article.title for reading in queue] == ["people", "old", "none"]


def other_organisation():
    from komshi.observatory.accounts.services import organisation_create

    return organisation_create(name="Hill Watch", country="AL")


def test_a_pasted_report_is_read_and_its_evidence_points_into_its_own_words(make_member) -> None:
    from komshi.observatory.sources.services import paste_add

    article = paste_add(by=make_member(Role.MEMBER), text=TEXT, title=TITLE, published="2026-03-15")
    assert readings_pull(10) == 1
    reading = Reading.objects.get(article=article)
    assert reading.relevant
    assert (reading.market, reading.country, reading.state) == ("cocaine_trade", "ME", "waiting")
    event = reading.effective["events"][0]
    ((start, end), *_more) = event["quantities"][0]["evidence"]
    assert "137" in article.canonical[start:end]
    assert readings_pull(10) == 0


def test_the_title_is_the_first_line_of_the_text_that_offsets_point_into() -> None:
    reading = report("a")
    assert reading.article.canonical == f"{TITLE}\n{TEXT}"


def test_many_readings_are_decided_on_at_once_as_one_by_one(make_member) -> None:
    first, second, third = report("a"), report("b"), report("c")
    analyst = make_member()
    review_add(article=third.article, decision="reject", by=analyst)
    made = reviews_add(
        corrections={first.article_id: {}, second.article_id: {"date": "2026-03-13"}, third.article_id: {}}, by=analyst
    )
    assert [(one.article_id, one.decision) for one in made] == [
        (first.article_id, "accept"), (second.article_id, "correct"),
    ]  # fmt: skip
    assert [fresh(one).state for one in (first, second, third)] == ["accepted", "corrected", "rejected"]
    assert fresh(second).date == "2026-03-13"
    assert Event.objects.filter(action="reading:review:correct").get().data == {"article": second.article_id}
    review_undo(article=first.article, by=analyst)
    assert fresh(first).state == "waiting"


def test_many_readings_are_not_decided_on_by_who_may_not_review(make_member) -> None:
    with pytest.raises(NotAllowed):
        reviews_add(corrections={report("a").article_id: {}}, by=make_member(Role.MEMBER))
