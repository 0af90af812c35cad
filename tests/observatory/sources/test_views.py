"""Pages by which members give what they have."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import user_create
from komshi.observatory.sources.models import Article, ImportJob, Observation

from .conftest import line

pytestmark = pytest.mark.django_db
PAGES = ["submit/paste/", "submit/file/", "submit/observation/", "sources/"]
PASTE = {"text": "Police seized 3 kg of cocaine in Struga.", "sensitivity": "open"}
OBSERVATION = {"what": "Lorries.", "where": "Bar", "when": "2024-03-15", "certainty": "seen", "sensitivity": "members"}


@pytest.fixture
def member(client: Client, make_member) -> Client:
    client.force_login(make_member(Role.MEMBER))
    return client


@pytest.mark.parametrize("language", ["en", "sr-latn"])
@pytest.mark.parametrize("path", PAGES)
def test_a_member_gets_each_page_in_each_language(member: Client, path: str, language: str) -> None:
    response = member.get(f"/{language}/{path}")
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_is_asked_to_sign_in(client: Client, path: str) -> None:
    response = client.get(f"/en/{path}")
    assert response.status_code == 302
    assert "/accounts/login/" in response["Location"]


@pytest.mark.parametrize("path", PAGES)
def test_an_account_without_a_membership_is_refused(client: Client, path: str) -> None:
    client.force_login(user_create(username="lonely", password="korita-balone-dudiga"))
    assert client.get(f"/en/{path}").status_code == 403


def test_a_paste_leads_to_its_desk_page(member: Client) -> None:
    response = member.post("/en/submit/paste/", PASTE)
    article = Article.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/en/desk/{article.pk}/"
    assert member.get(response["Location"]).status_code == 200


def test_a_bad_paste_is_shown_again_with_its_fault_and_its_words(member: Client) -> None:
    response = member.post("/en/submit/paste/", {**PASTE, "url": "not an address"})
    assert response.status_code == 422
    assert PASTE["text"] in response.content.decode()
    assert not Article.objects.exists()


def test_a_text_of_five_megabytes_is_refused_in_one_sentence(member: Client) -> None:
    response = member.post("/en/submit/paste/", {**PASTE, "text": "word " * 1_000_000})
    assert response.status_code == 422
    assert "at most" in str(response.context["form"].errors["text"])


def test_a_file_with_one_report_leads_to_its_desk_page(member: Client) -> None:
    file = SimpleUploadedFile("a.txt", PASTE["text"].encode())
    response = member.post("/en/submit/file/", {"file": file, "encoding": "utf-8", "sensitivity": "members"})
    assert response["Location"] == f"/en/desk/{Article.objects.get().pk}/"


def test_a_file_with_many_reports_leads_to_the_page_of_its_import(member: Client) -> None:
    file = SimpleUploadedFile("a.jsonl", f"{line(1)}\n{line(2)}\n".encode())
    response = member.post("/en/submit/file/", {"file": file, "encoding": "utf-8", "sensitivity": "members"})
    job = ImportJob.objects.get()
    assert response["Location"] == f"/en/submit/file/{job.pk}/"
    assert member.get(response["Location"]).status_code == 200
    assert "a.jsonl" in member.get("/en/submit/file/").content.decode()


def test_somebody_elses_import_is_not_there(member: Client, make_member, client: Client) -> None:
    file = SimpleUploadedFile("a.jsonl", line(1).encode())
    member.post("/en/submit/file/", {"file": file, "encoding": "utf-8", "sensitivity": "open"})
    client.force_login(make_member(Role.ANALYST))
    assert client.get(f"/en/submit/file/{ImportJob.objects.get().pk}/").status_code == 404


def test_a_file_in_another_encoding_is_refused_by_name(member: Client) -> None:
    file = SimpleUploadedFile("a.txt", "Заплена".encode("windows-1251"))
    response = member.post("/en/submit/file/", {"file": file, "encoding": "utf-8", "sensitivity": "open"})
    assert response.status_code == 422
    assert "is not UTF-8" in str(response.context["form"].errors["file"])


def test_an_observation_leads_to_its_desk_page(member: Client) -> None:
    response = member.post("/en/submit/observation/", OBSERVATION)
    assert response["Location"] == f"/en/desk/{Article.objects.get().pk}/"
    assert Observation.objects.get().certainty == "seen"


@pytest.mark.parametrize("change", [{"when": "1890-01-01"}, {"what": ""}, {"where": ""}, {"certainty": "guessed"}])
def test_an_observation_that_misses_something_is_shown_again(member: Client, change: dict[str, str]) -> None:
    assert member.post("/en/submit/observation/", {**OBSERVATION, **change}).status_code == 422
    assert not Observation.objects.exists()
