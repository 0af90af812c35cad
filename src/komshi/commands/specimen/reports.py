"""The reports of the demo: those written by hand and the short ones that a seed makes, outlet by outlet."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from komshi.commands.specimen.people import SOURCE
from komshi.observatory.base.region import current_region
from komshi.observatory.sources.imports import articles_import, import_source, job_from_file
from komshi.observatory.sources.models import Source
from komshi.pipeline.generate.chronicle import chronicle
from komshi.pipeline.generate.happenings import Happening
from komshi.pipeline.records import plain
from komshi.pipeline.text.fold import fold


@dataclass(frozen=True)
class Told:
    """One report as the demo knows it: its key as an article, its day, and for a short one what it truly tells of."""

    key: str
    day: date
    happening: Happening | None = None


def reports_add(specimen: Mapping[str, Any], folder: Path) -> dict[str, Told]:
    """Import every report, each outlet's as a source of its own; returns them by the id that they have in the files."""
    by_outlet: dict[str, list[dict[str, Any]]] = defaultdict(list)
    days: dict[str, tuple[str, str, Happening | None]] = {}
    for report in specimen["reports"]["report"]:
        by_outlet[report["outlet"]].append({**report, "text": report["text"].strip()})
        days[report["id"]] = (report["outlet"], report["published"], None)
    outlets = specimen["outlets"]["outlet"]
    for telling in chronicle(current_region(), plan={**specimen["chronicle"], "outlets": outlets}):
        article = telling.article
        by_outlet[str(article.outlet)].append(plain(article))
        days[article.id] = (str(article.outlet), str(article.published), telling.happening)
    sources = {row["name"]: _source(row) for row in outlets}
    for name, lines in by_outlet.items():
        _import(lines, sources[name], folder / "specimen.jsonl")
    return {
        identifier: Told(f"{sources[outlet].key}:{identifier}", date.fromisoformat(published), happening)
        for identifier, (outlet, published, happening) in days.items()
    }


def _source(row: Mapping[str, Any]) -> Source:
    """The source of one outlet, with the country that its reports count for in the coverage."""
    source = import_source(f"{SOURCE}-{slugify(fold(row['name']))}")
    source.name, source.country, source.language = row["name"], row["country"], row["language"]
    source.save(update_fields=["name", "country", "language"])
    return source


def _import(lines: list[dict[str, Any]], source: Source, file: Path) -> None:
    written = (json.dumps(line, ensure_ascii=False) for line in lines)
    file.write_text("\n".join(written) + "\n", encoding="utf-8")
    articles_import(job_from_file(file, source=source))
    file.unlink()
