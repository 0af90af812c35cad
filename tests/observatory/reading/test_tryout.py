from __future__ import annotations

import logging

import pytest
from django.test import Client

from komshi.observatory.base.allowance import Allowance
from komshi.observatory.base.models import Event
from komshi.observatory.reading import tryout
from komshi.observatory.reading.models import Reading
from komshi.observatory.sources.models import Article, Document

pytestmark = pytest.mark.django_db

ADDRESS = "/en/try/"
TEXT = "Policija je u utorak kod Vranja zaplenila 64 kilograma heroina. Uhapšen je Bogoljub Trnavčević (51)."


@pytest.fixture(autouse=True)
def _fresh_allowance(monkeypatch) -> None:
    monkeypatch.setattr(tryout, "ALLOWANCE", Allowance(2, seconds=60))


def test_a_stranger_sees_the_words_marked_and_the_values_beside_them(client: Client) -> None:
    page = client.post(ADDRESS, {"text": TEXT}).content.decode()
    assert '<mark class="much">64 kilograma' in page
    assert "Vranje" in page
    assert 'lang="sr-Latn"' in page or 'lang="hbs-Latn"' in page


def test_no_part_is_given_to_a_person(client: Client) -> None:
    page = client.post(ADDRESS, {"text": TEXT}).content.decode()
    assert '<mark class="who">' not in page
    assert "suspect" not in page.replace("suspected", "").lower()


def test_nothing_of_it_is_stored_logged_or_kept_by_a_cache(client: Client, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    answer = client.post(ADDRESS, {"text": TEXT})
    assert "no-store" in answer["Cache-Control"]
    for model in (Article, Document, Reading, Event):
        assert not model.objects.exists()
    assert "Trnav" not in caplog.text


def test_a_text_that_is_not_about_crime_is_said_to_be_set_aside(client: Client) -> None:
    page = client.post(ADDRESS, {"text": "Fudbaleri su u subotu pobedili sa dva prema jedan."}).content.decode()
    assert "would set it aside" in page


@pytest.mark.parametrize(("text", "status"), [("", 422), ("x" * (tryout.LONGEST + 1), 422)])
def test_a_text_that_cannot_be_read_gets_a_sentence(client: Client, text: str, status: int) -> None:
    answer = client.post(ADDRESS, {"text": text})
    assert answer.status_code == status
    assert 'role="alert"' in answer.content.decode()


def test_whoever_asks_too_often_waits_and_loses_nothing(client: Client) -> None:
    for _turn in range(2):
        assert client.post(ADDRESS, {"text": TEXT}).status_code == 200
    answer = client.post(ADDRESS, {"text": TEXT})
    assert answer.status_code == 429
    assert "Trnavčević" in answer.content.decode()
    assert client.post(ADDRESS, {"text": TEXT}, REMOTE_ADDR="192.0.2.7").status_code == 200


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
def test_each_example_is_read_as_relevant(client: Client, number: str) -> None:
    page = client.get(f"{ADDRESS}?example={number}")
    answer = client.post(ADDRESS, {"text": page.context["page"].form.initial["text"]}, REMOTE_ADDR=f"192.0.2.{number}")
    assert answer.context["page"].relevant


@pytest.mark.parametrize("number", ["0", "99", "-1", "x"])
def test_an_example_that_does_not_exist_is_an_empty_form(client: Client, number: str) -> None:
    assert client.get(ADDRESS, {"example": number}).status_code == 200


def test_an_allowance_forgets_after_its_time_and_knows_no_address() -> None:
    allowance = Allowance(1, seconds=10)
    assert allowance.take_for("192.0.2.1", now=0)
    assert not allowance.take_for("192.0.2.1", now=9)
    assert allowance.take_for("192.0.2.2", now=9)
    assert allowance.take_for("192.0.2.1", now=11)
    assert "192.0.2.1" not in repr(vars(allowance))
