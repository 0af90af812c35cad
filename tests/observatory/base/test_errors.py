"""Refusals become one page with the right status, in one place."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from komshi.observatory.base import views
from komshi.observatory.base.errors import NotAllowed, NotFound, Refused
from komshi.observatory.base.middleware import RefusalMiddleware


def answer(error: Exception) -> HttpResponse | None:
    middleware = RefusalMiddleware(lambda _request: HttpResponse())
    return middleware.process_exception(RequestFactory().get("/"), error)


@pytest.mark.parametrize(("error", "status"), [(NotFound(), 404), (NotAllowed(), 403), (Refused("Too late."), 409)])
@pytest.mark.django_db
def test_each_refusal_has_its_status(error: Exception, status: int) -> None:
    assert answer(error).status_code == status


@pytest.mark.django_db
def test_a_refusal_says_its_sentence() -> None:
    assert b"Too late." in answer(Refused("Too late.")).content


def test_other_exceptions_are_not_swallowed() -> None:
    assert answer(ZeroDivisionError()) is None


def test_the_error_page_stands_even_when_its_template_fails(monkeypatch: pytest.MonkeyPatch, caplog) -> None:
    def fail(*_args: object, **_kwargs: object) -> HttpResponse:
        raise ZeroDivisionError

    monkeypatch.setattr(views, "render", fail)
    response = views.server_error(HttpRequest())
    assert response.status_code == 500
    assert b"Something went wrong on our side" in response.content
    assert "could not be drawn" in caplog.text
