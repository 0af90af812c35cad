"""What the organisations of the demo asked of authorities, and what its people say that things do to a community."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from komshi.commands.specimen.people import Cast, speaker_of
from komshi.commands.specimen.reports import Told
from komshi.errors import KomshiError
from komshi.observatory.casework.models import Filing
from komshi.observatory.casework.services import Given, filing_add, filing_answer
from komshi.observatory.incidents.models import Incident
from komshi.observatory.sources.models import Article
from komshi.observatory.trends.models import Assessment
from komshi.observatory.trends.services import assessment_add, assessment_agree

_ABOUT = ("market", "country", "town", "first_month", "last_month", "dimension", "level", "direction", "reason",
          "reason_language")  # fmt: skip


def filings_add(specimen: Mapping[str, Any], *, told: Mapping[str, Told], cast: Cast) -> None:
    """What was filed, counted back from the day of the specimen, and what came back."""
    today: date = specimen["specimen"]["today"]
    for row in specimen["filings"]["filing"]:
        organisation = cast.organisations[row["organisation"]]
        filed_on = today - timedelta(days=row["days_before"])
        if Filing.objects.filter(organisation=organisation, kind=row["kind"], filed_on=filed_on).exists():
            continue
        by = speaker_of(organisation)
        given = Given(
            kind=row["kind"], country=row["country"], institution=row["institution"], filed_on=filed_on,
            town=row["town"], incident=_incident(told[row["report"]]), organisation=organisation,
        )  # fmt: skip
        filing = filing_add(given=given, by=by, public=row["public"])
        if row["outcome"] != "waiting":
            answered = today - timedelta(days=row["answered_days_before"])
            filing_answer(filing=filing, outcome=row["outcome"], answered_on=answered, by=by)


def assessments_add(rows: Iterable[Mapping[str, Any]], *, told: Mapping[str, Told], cast: Cast) -> None:
    """What incidents and trends do to people, in the words of the reports; some need a second person."""
    for row in rows:
        by = cast.users[row["by"]]
        if Assessment.objects.filter(reason=row["reason"], by=by).exists():
            continue
        about: Any = {name: row[name] for name in _ABOUT if name in row}
        if "report" in row:
            one = told[row["report"]]
            about |= {"incident": _incident(one), "citations": [_words(one, row["words"])]}
        else:
            about["citations"] = [{"incident": _incident(told[name]).key} for name in row["reports"]]
        made = assessment_add(by=by, **about)
        if "agreed_by" in row:
            assessment_agree(assessment=made, by=cast.users[row["agreed_by"]])


def _incident(one: Told) -> Incident:
    found = Incident.objects.filter(members__reading__article__key=one.key).first()
    if found is None:
        raise KomshiError(f"The specimen speaks of the report {one.key}, which belongs to no incident.")
    return found


def _words(one: Told, words: Iterable[str]) -> dict[str, Any]:
    """Where these words stand in the report."""
    text = Article.objects.get(key=one.key).canonical
    starts = {said: text.find(said) for said in words}
    if missing := [said for said, start in starts.items() if start < 0]:
        raise KomshiError(f"The report {one.key} does not say “{missing[0]}”.")
    return {"article": one.key, "spans": [[start, start + len(said)] for said, start in starts.items()]}
