"""What an assessment can point at: the marked words of an incident's reports, or the checked incidents of a trend."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.selectors import entries, incident_readings, incident_rows
from komshi.observatory.reading.highlight import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from komshi.observatory.accounts.models import User
    from komshi.observatory.base.filtering import Filter
    from komshi.observatory.incidents.models import Incident
    from komshi.observatory.trends.services import Citation

_NO_EVIDENCE = {"who", "when"}
"""People are not to be pointed at, and a date shows no effect."""
_MOST = 30
_LONGEST = 90


@dataclass(frozen=True)
class Phrase:
    """One thing to point at: its value in a form, and its words. `source` is the report that has them."""

    value: str
    words: str
    source: str


def phrases_of(user: User, incident: Incident) -> list[Phrase]:
    """The words that values were read from, each once a report; those that people were read from are no evidence."""
    found = []
    for reading in incident_readings(user, incident):
        article, seen = reading.article, set()
        for mark in sorted(marks_of(reading.effective), key=lambda one: (one.start, -one.end)):
            words = " ".join(article.canonical[mark.start : mark.end].split())
            if (
                mark.tone not in _NO_EVIDENCE
                and words
                and len(words) <= _LONGEST
                and words not in seen
                and len(seen) < _MOST
            ):
                seen.add(words)
                value = f"{article.pk}:{mark.start}:{mark.end}"
                found.append(Phrase(value, words, article.outlet or article.key))
    return found


def incidents_of(user: User, chosen: Filter) -> list[Phrase]:
    """The checked incidents of a series, the newest first."""
    rows = list(incident_rows(user, chosen).filter(state=State.ACCEPTED)[:_MOST])
    return [Phrase(row.key, entry.title, entry.meta) for row, entry in zip(rows, entries(rows), strict=True)]


def citations(values: Iterable[str], *, user: User, incident: Incident | None) -> list[Citation]:
    """The chosen values of a form as a service takes them."""
    if incident is None:
        return [{"incident": value} for value in values]
    keys = {reading.article_id: reading.article.key for reading in incident_readings(user, incident)}
    spans: dict[str, list[list[int]]] = defaultdict(list)
    for value in values:
        article, start, end = (int(part) for part in value.split(":"))
        spans[keys[article]].append([start, end])
    return [{"article": key, "spans": found} for key, found in spans.items()]
