"""The projection goes on: one incident that cannot be shown is withheld, the others come through."""

from __future__ import annotations

import logging

import pytest

from komshi.observatory.accounts.choices import Role
from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.build import incidents as build
from komshi.observatory.publishing.models import PublicIncident
from komshi.observatory.reading.services import review_add
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db


def test_an_incident_that_cannot_be_projected_is_withheld_and_the_others_go_on(
    make_member, monkeypatch, caplog
) -> None:
    analyst = make_member(Role.ANALYST)
    for key, day in (("a", "2026-01-02"), ("b", "2026-07-02")):
        reading = report(key, f"Report {key} of something else.", title="", date=day, published=day)
        review_add(article=reading.article, decision="accept", by=analyst)
    fields = build._fields

    def fails_for_one(incident: Incident, readings: list[object]) -> dict[str, object]:
        if incident.key == "test:a":
            raise ValueError("this one cannot be shown")
        return fields(incident, readings)

    monkeypatch.setattr(build, "_fields", fails_for_one)
    with caplog.at_level(logging.ERROR):
        flow()
    shown = set(PublicIncident.objects.values_list("incident", flat=True))
    hidden = Incident.objects.get(key="test:a").pk
    assert hidden not in shown
    assert shown == set(Incident.objects.exclude(pk=hidden).values_list("pk", flat=True)) != set()
    assert "could not be made public" in caplog.text
