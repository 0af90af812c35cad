"""The doors of the whole house: languages, sign-in, headers, what a request may set in motion."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from komshi.observatory.config import middleware

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgotten_attempts() -> None:
    """The counters against guessing live in the cache of the process."""
    cache.clear()


@pytest.mark.parametrize(
    ("header", "cookie", "language"),
    [
        ("", "", "en"),
        ("sr-Latn,en;q=0.5", "", "sr-latn"),
        ("sr-Latn", "en", "en"),
        ("en", "sr-latn", "sr-latn"),
        ("xx", "", "en"),
    ],
)
def test_the_front_door_answers_in_the_readers_language(
    client: Client, header: str, cookie: str, language: str
) -> None:
    if cookie:
        client.cookies["komshi_language"] = cookie
    response = client.get("/", headers={"accept-language": header})
    assert (response.status_code, response["Content-Language"]) == (200, language)
    assert {"Accept-Language", "Cookie"} <= {one.strip() for one in response["Vary"].split(",")}


def test_the_permanent_addresses_do_not_depend_on_the_reader(client: Client) -> None:
    assert client.get("/en/", headers={"accept-language": "sr-Latn"})["Content-Language"] == "en"


@pytest.mark.parametrize("path", ["/", "/en/", "/en/accounts/login/", "/en/nothing/", "/health/"])
def test_every_answer_carries_the_strict_headers(client: Client, path: str) -> None:
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


def test_nobody_signs_up_alone(client: Client) -> None:
    response = client.post("/en/accounts/signup/", {"username": "eve", "password1": "korita-balone-dudiga"})
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session
    from komshi.observatory.accounts.models import User

    assert not User.objects.exists()


@pytest.mark.parametrize("path", ["password/reset/", "email/"])
def test_where_allauth_would_promise_mail_the_way_to_an_operator_stands(client: Client, path: str) -> None:
    response = client.post(f"/en/accounts/{path}", {"email": "a@example.org"})
    assert response.status_code == 200
    assert "createmember" in response.content.decode() or "operator" in response.content.decode()


def test_a_member_signs_in_and_out(client: Client, make_member) -> None:
    make_member(name="ana")
    given = {"login": "ana", "password": "korita-balone-dudiga"}
    assert client.post("/en/accounts/login/", {**given, "password": "wrong"}).status_code == 200
    response = client.post("/en/accounts/login/", given)
    assert (response.status_code, response["Location"]) == (302, "/en/desk/")
    cookie = response.cookies["komshi_session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    client.post("/en/accounts/logout/")
    assert client.get("/en/desk/").status_code == 302


def test_after_many_wrong_passwords_the_door_stays_shut_for_a_while(client: Client, make_member) -> None:
    make_member(name="ana")
    for _ in range(6):
        client.post("/en/accounts/login/", {"login": "ana", "password": "wrong"})
    client.post("/en/accounts/login/", {"login": "ana", "password": "korita-balone-dudiga"})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", ["2fa/", "2fa/totp/activate/", "2fa/webauthn/add/", "password/change/"])
def test_the_pages_of_a_members_own_account_stand(client: Client, make_member, path: str) -> None:
    make_member(name="ana")
    client.post("/en/accounts/login/", {"login": "ana", "password": "korita-balone-dudiga"})
    # Adding a key or a code asks for the password once more.
    client.post("/en/accounts/reauthenticate/", {"password": "korita-balone-dudiga"})
    assert client.get(f"/en/accounts/{path}").status_code == 200


def test_after_a_members_post_the_flow_goes_on_and_after_a_strangers_it_does_not(
    client: Client, make_member, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    monkeypatch.setattr(middleware, "advance", calls.append)
    paste = {"text": "Police seized 3 kg of cocaine in Struga.", "sensitivity": "open"}
    client.post("/en/submit/paste/", paste)
    assert calls == []
    client.force_login(make_member())
    client.get("/en/sources/")
    client.post("/en/submit/paste/", {})
    assert calls == []
    client.post("/en/submit/paste/", paste)
    assert calls == [middleware.EVENTS_AFTER_A_POST]


def test_a_flow_that_fails_does_not_take_the_answer_away(client: Client, make_member, monkeypatch, caplog) -> None:
    def fail(_limit: int) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(middleware, "advance", fail)
    client.force_login(make_member())
    paste = {"text": "Police seized 3 kg of cocaine in Struga.", "sensitivity": "open"}
    assert client.post("/en/submit/paste/", paste).status_code == 302
    assert "could not go on" in caplog.text


@pytest.mark.parametrize("language", ["cnr", "mk", "sr-cyrl"])
def test_a_members_own_account_speaks_the_language_of_the_page(client: Client, make_member, language: str) -> None:
    client.force_login(make_member(name="ana"))
    client.post(f"/{language}/accounts/reauthenticate/", {"password": "korita-balone-dudiga"})
    for path in ("2fa/", "2fa/webauthn/", "password/change/"):
        page = client.get(f"/{language}/accounts/{path}").content.decode()
        assert f'<html lang="{language}"' in page
        for text in ("Security Key", "Two-Factor", "New Password", "Current Password"):
            assert text not in page
