"""The pages on the method and on data, and the steps that people can take."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from komshi.commands.specimen.statement import statement_add
from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.statements import statement_set
from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.models import Event, Statement
from komshi.observatory.base.statement import Said, statement
from komshi.observatory.publishing.selectors import accuracy
from komshi.observatory.publishing.selectors.steps import for_country
from komshi.regions import specimen

SAID = Said(
    controller="River Keepers", email="data@keepers.example", country="MK", bases=("expression", "consent"),
    years_reports=5, years_observations=0, since=date(2026, 1, 1),
)  # fmt: skip


def page(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.django_db
def test_the_method_page_says_how_often_the_reader_is_right_with_numbers(client) -> None:
    body = page(client, "/en/method/")
    for name in (accuracy.SENTENCES, accuracy.REPORTS, accuracy.REAL):
        tried = accuracy.tried(name)
        assert f"the right market {tried.market_right} of {tried.market_asked} times" in body
    assert "A label can be wrong too" in body
    assert len(re.findall(r"<table", body)) == 3
    # The models are trained on it.
    assert "Fictional reports of our own" not in body
    assert body.count("n = ") > 60


def test_a_figure_on_few_answers_is_no_share() -> None:
    table = accuracy.by_language(accuracy.REAL)
    cells = [cell for _title, row in table.rows for cell in row if cell]
    assert any(cell.few for cell in cells)
    assert all(cell.n < 5 for cell in cells if cell.few)
    assert all(cell.percent and cell.n >= 5 for cell in cells if not cell.few)


@pytest.mark.django_db
def test_until_the_operator_says_something_the_page_says_that_nobody_did(client, make_member) -> None:
    body = page(client, "/en/data-protection/")
    assert "has not filled in this statement yet" in body
    assert "/en/desk/statement/" not in body
    client.force_login(make_member(Role.OPERATOR))
    assert "/en/desk/statement/" in page(client, "/en/data-protection/")


@pytest.mark.django_db
def test_an_operator_fills_in_the_statement_without_programming(client, make_member) -> None:
    client.force_login(make_member(Role.EDITOR))
    assert client.get("/en/desk/statement/").status_code == 403
    client.force_login(make_member(Role.OPERATOR))
    assert "Say who is responsible" in page(client, "/en/desk/statement/")
    given = {"controller": "River Keepers", "email": "data@keepers.example", "country": "MK", "bases": ["consent"]}
    given |= {"years_reports": "5", "years_observations": "0", "since": "2026-01-01"}
    assert client.post("/en/desk/statement/", {**given, "bases": []}).status_code == 422
    assert client.post("/en/desk/statement/", {**given, "email": ""}).status_code == 422
    assert client.post("/en/desk/statement/", given).status_code == 302
    client.logout()
    body = page(client, "/en/data-protection/")
    for words in (
        "River Keepers", "data@keepers.example", "Kept for 5 years at most.",
        "Kept as long as this observatory is run.",
        "How long: the operator has not said.", "Consent of the people concerned", "Personal Data Protection Agency",
        "1 January 2026",
    ):  # fmt: skip
        assert words in body
    assert "has not filled in" not in body


@pytest.mark.django_db
def test_earlier_statements_are_kept_and_the_newest_stands(make_member) -> None:
    operator = make_member(Role.OPERATOR)
    statement_set(said=SAID, by=operator)
    statement_set(said=Said(controller="Lake Watch", phone="1", bases=("consent",)), by=None)
    assert (Statement.objects.count(), statement().controller) == (2, "Lake Watch")
    assert Event.objects.filter(action="accounts:statement:set").count() == 2
    with pytest.raises(NotAllowed):
        statement_set(said=SAID, by=make_member(Role.EDITOR))
    for wrong in (
        Said(controller="", email="a@b.example", bases=("consent",)),
        Said(controller="A", bases=("consent",)),
        Said(controller="A", phone="1"),
        Said(controller="A", phone="1", bases=("because",)),
        Said(controller="A", phone="1", bases=("consent",), country="FR"),
        Said(controller="A", email="no address", bases=("consent",)),
    ):
        with pytest.raises(Refused):
            statement_set(said=wrong, by=operator)
    assert Statement.objects.count() == 2


@pytest.mark.parametrize("code", ["AL", "BA", "ME", "MK", "RS", "XK"])
def test_the_steps_of_a_country_say_whom_to_call_and_what_to_do_in_every_language(code: str, settings) -> None:
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            steps = for_country(code)
            body = render_to_string("publishing/parts/steps.html", {"steps": steps})
        assert 'href="tel:1' in body
        assert [path.id for path in steps.paths] == ["criminal_report", "foi_request", "foi_complaint", "objection"]
        assert all(path.sentences and path.law and path.origin for path in steps.paths)
        assert "%(" not in body
        assert "None" not in body


def test_the_steps_say_that_a_lawyer_must_check_and_what_is_not_certain() -> None:
    body = render_to_string("publishing/parts/steps.html", {"steps": for_country("RS")})
    assert "needs a lawyer’s check" in body
    assert "(last looked at: 26 November 2026)" in body
    assert "You need not give your name." in body
    assert "Not certain: whether all days count or only working days." in body
    assert "If nobody told you: 3 months from the decision." in body
    assert "The office has 15 days to answer." in body
    assert "The office has 10 working days to answer." in render_to_string(
        "publishing/parts/steps.html", {"steps": for_country("AL")}
    )


def test_a_place_outside_the_region_has_no_steps() -> None:
    assert for_country("FR") is None
    assert render_to_string("publishing/parts/steps.html", {"steps": None}).strip() == ""


@pytest.mark.django_db
def test_the_demo_shows_the_statement_of_its_fictional_operators(client) -> None:
    row = specimen()["statement"]
    statement_add(row)
    statement_add(row)
    assert Statement.objects.count() == 1
    body = page(client, "/en/data-protection/")
    assert row["controller"] in body
    assert ".example" in row["email"]
