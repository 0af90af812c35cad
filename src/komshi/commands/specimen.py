"""Fills the demo: fictional reports, organisations and people go in by the same doors as real ones.

Every step looks whether it was done already, so a demo that was interrupted while it was made goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.accounts.services import membership_grant, organisation_create, user_create
from komshi.observatory.config.flow import advance_all
from komshi.observatory.reading.choices import Decision
from komshi.observatory.reading.services import review_add
from komshi.observatory.sources.choices import Certainty, Sensitivity
from komshi.observatory.sources.imports import articles_import, import_source, job_from_file
from komshi.observatory.sources.models import Article, Observation
from komshi.observatory.sources.services import observation_add

SOURCE = "specimen"


def specimen_add(specimen: Mapping[str, Any], *, password: str, folder: Path) -> None:
    """Put the specimen into the database that Django is set up for. `folder` takes a temporary file."""
    people = _people_add(specimen["people"], password)
    _reports_add(specimen["reports"]["report"], folder)
    _observation_add(specimen["people"]["observation"], people)
    advance_all()
    for name, reports in specimen["people"]["reviews"].items():
        _reviews_add(reports, by=people[name.removeprefix("accepted_by_")])
    advance_all()


def _people_add(specimen: Mapping[str, Any], password: str) -> dict[str, User]:
    organisations = {row["slug"]: _organisation(row) for row in specimen["organisation"]}
    people = {}
    for row in specimen["person"]:
        user = User.objects.filter(username=row["username"]).first()
        if user is None:
            user = user_create(username=row["username"], password=password, name=row["name"])
        membership_grant(user=user, organisation=organisations[row["organisation"]], role=Role(row["role"]))
        people[row["username"]] = user
    return people


def _organisation(row: Mapping[str, str]) -> Organisation:
    known = Organisation.objects.filter(name=row["name"]).first()
    return known or organisation_create(name=row["name"], country=row["country"])


def _reports_add(reports: Iterable[Mapping[str, str]], folder: Path) -> None:
    file = folder / "specimen.jsonl"
    lines = [json.dumps({**report, "text": report["text"].strip()}, ensure_ascii=False) for report in reports]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    articles_import(job_from_file(file, source=import_source(SOURCE)))
    file.unlink()


def _observation_add(row: Mapping[str, str], people: Mapping[str, User]) -> None:
    by = people[row["by"]]
    if not Observation.objects.filter(by=by).exists():
        observation_add(
            by=by,
            what=row["what"],
            where=row["where"],
            when=date.fromisoformat(row["when"]),
            certainty=Certainty(row["certainty"]),
            sensitivity=Sensitivity.OPEN,
        )


def _reviews_add(reports: Iterable[str], *, by: User) -> None:
    for identifier in reports:
        article = Article.objects.get(key=f"{SOURCE}:{identifier}")
        if not article.reviews.exists():
            review_add(article=article, decision=Decision.ACCEPT, by=by)
