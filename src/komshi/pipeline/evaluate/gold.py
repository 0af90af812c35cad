"""Labelled reports: the article, and what a reader should say of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from komshi.pipeline.jsonl import BadLine, OnError, parse_article, parse_object, parsed
from komshi.pipeline.types import Article

_LISTS = ("markets", "other_event_types", "quantities", "people")
_OBJECTS = {"people": "a name and a role", "quantities": "an item, an amount and a unit"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One report with its labels. A label that is None, or empty where it is a list, was left open."""

    article: Article
    labels: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.article.id

    @property
    def relevant(self) -> bool:
        """Whether the labeller called it relevant."""
        return bool(self.labels["relevant"])

    @property
    def group(self) -> str | None:
        """The event that it tells of; reports of one event share it."""
        group: str | None = self.labels.get("group")
        return group

    def items(self, key: str) -> list[Any]:
        """A label that is a list."""
        return self.labels.get(key) or []


def read_gold(lines: Iterable[tuple[int, bytes]], *, on_error: OnError) -> list[Labelled]:
    """Labelled reports of a JSON Lines file; bad lines are reported to `on_error` and left out."""
    return [labelled for _, labelled in parsed(lines, _labelled, on_error=on_error)]


def corpus_hash(gold: Iterable[Labelled]) -> str:
    """A hash of texts and labels: floors hold for the reports that they were measured on and for no others."""
    digest = hashlib.sha256()
    for report in gold:
        digest.update(f"{report.id}\n{report.article.canonical}\n{sorted(report.labels.items())}\n".encode())
    return digest.hexdigest()[:16]


def _labelled(line: bytes) -> Labelled:
    article, _ = parse_article(line)
    record = parse_object(line)
    check_labels(record)
    labels = {key: value for key, value in record.items() if key not in ("text", "title", "url", "note")}
    return Labelled(article, labels)


def check_labels(record: Mapping[str, Any]) -> None:
    """Refuse, in a sentence, labels that cannot be asked."""
    if not isinstance(record.get("relevant"), bool):
        raise BadLine("The report has no label “relevant”; give a labelled file, with true or false for each report.")
    for key in _LISTS:
        if not isinstance(record.get(key) or [], list):
            raise BadLine(f"The label “{key}” must be a list.")
    for key, fields in _OBJECTS.items():
        if not all(isinstance(one, dict) for one in record.get(key) or []):
            raise BadLine(f"Each one of the label “{key}” must be an object with {fields}.")
    if not isinstance(record.get("date") or "", str):
        raise BadLine('The label “date” must be a day in quotation marks, like "2026-03-12".')
    for key in ("place", "counts"):
        if not isinstance(record.get(key) or {}, dict):
            raise BadLine(f"The label “{key}” must be an object.")
