from __future__ import annotations

import pytest

from komshi.observatory.config.first_steps import first_steps
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


def test_an_empty_observatory_greets_with_three_steps_and_ticks_them_off(make_member, client) -> None:
    assert [step.done for step in first_steps()] == [False, False, False]
    analyst = make_member()
    assert [step.done for step in first_steps()] == [True, False, False]
    client.force_login(analyst, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Three steps to the first incident" in client.get("/en/desk/").content.decode()
    article = report("a").article
    assert [step.done for step in first_steps()] == [True, True, False]
    review_add(article=article, decision="accept", by=analyst)
    flow()
    assert first_steps() == []
    assert "Three steps" not in client.get("/en/desk/").content.decode()


def test_the_command_of_the_first_step_exists() -> None:
    from django.core.management import get_commands

    assert first_steps()[0].command.split()[2] in get_commands()
