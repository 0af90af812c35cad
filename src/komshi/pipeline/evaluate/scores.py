"""All the figures of one labelled set: per field and language, what was taken for what, and the worst readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from komshi.pipeline.evaluate.fields import Answer, answers, family_of, language, relevance
from komshi.pipeline.evaluate.gold import Labelled
from komshi.pipeline.evaluate.matching import Agreement
from komshi.pipeline.evaluate.tally import Hits, Share
from komshi.pipeline.types import Reading

ALL = "all"
CONFUSED = ("market", "type")
FIELDS = (
    "language", "relevance", "market", "markets", "type", "type_any", "country", "place_15km", "date", "quantities",
    "status", "actors", "role", "accused_rightly", "convicted_rightly", "arrested", "charged", "killed", "injured",
)  # fmt: skip


@dataclass
class Scores:
    """`table[field][language]` are the tallies; `confusion[field][(want, got)]` counts; `wrong[report]` the errors."""

    reports: int = 0
    relevant: int = 0
    table: dict[str, dict[str, Share | Hits]] = field(default_factory=dict)
    confusion: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    wrong: dict[str, list[Answer]] = field(default_factory=dict)
    matching: Agreement | None = None

    @property
    def languages(self) -> list[str]:
        """The language families that the set holds, in alphabetical order."""
        return sorted({code for row in self.table.values() for code in row} - {ALL})

    def worst(self, most: int) -> list[tuple[str, list[Answer]]]:
        """The reports with the most errors."""
        return sorted(self.wrong.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:most]

    def to_json(self, *, worst: int = 0) -> dict[str, Any]:
        """Everything as JSON data."""
        return {
            "reports": self.reports,
            "relevant": self.relevant,
            "fields": {name: {code: tally.figure() for code, tally in row.items()} for name, row in self.table.items()},
            "confusion": {
                name: [{"want": want, "got": got, "n": n} for (want, got), n in counts.most_common()]
                for name, counts in self.confusion.items()
            },
            "matching": self.matching.figure() if self.matching else None,
            "worst": [
                {"id": report, "wrong": [{"field": a.field, "got": a.got, "want": a.want} for a in found]}
                for report, found in self.worst(worst)
            ],
        }


def score_readings(gold: Iterable[Labelled], readings: Mapping[str, Reading], *, family: Mapping[str, str]) -> Scores:
    """Score readings against the labels. A report without a reading counts as read empty.

    Fields other than language and relevance are asked of the reports that are labelled relevant.
    """
    scores = Scores()
    for report in gold:
        reading = readings.get(report.id) or _empty(report)
        code = family_of(str(report.article.language or ""), family)
        scores.reports += 1
        scores.relevant += report.relevant
        found = [language(report, reading, family=family), relevance(report, reading)]
        if report.relevant:
            found.extend(answers(report, reading))
        for answer in found:
            _count(scores, answer, code)
        wrong = [answer for answer in found if not answer.right]
        if wrong:
            scores.wrong[report.id] = wrong
    scores.table = {name: scores.table[name] for name in FIELDS if name in scores.table}
    return scores


def _count(scores: Scores, answer: Answer, code: str) -> None:
    row = scores.table.setdefault(answer.field, {})
    for key in (ALL, code):
        tally = row.setdefault(key, Share() if answer.hits is None else Hits())
        if isinstance(tally, Hits):
            true, false, missed = answer.hits or (0, 0, 0)
            tally.add(true, false, missed=missed)
        else:
            tally.ask(right=answer.right)
    if answer.field in CONFUSED and not answer.right:
        pair = (str(answer.want), str(answer.got or "nothing"))
        scores.confusion.setdefault(answer.field, Counter())[pair] += 1


def _empty(report: Labelled) -> Reading:
    return Reading(report.id, "", "", "", None, None, relevant=False, relevance=0.0)
