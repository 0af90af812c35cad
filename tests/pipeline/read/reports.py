"""Short invented reports with what a reader should make of them. Every person, firm and outlet in them is fictional."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from komshi.pipeline.read.background import Background
from komshi.pipeline.read.events import Events
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import LanguageReader
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article


@dataclass(frozen=True)
class Report:
    """One report. A field that is None is not asked about; `market` "" means that none can be told."""

    id: str
    language: str
    text: str
    title: str | None = None
    published: str | None = None
    relevant: bool = True
    market: str | None = None
    type: str | None = None
    status: str | None = field(default="not asked")
    organised: str | None = None


def prepare(region: Region, report: Report) -> Prepared:
    """The report made ready for the questions, without its outlet."""
    article = Article(report.id, report.text, report.title, language=report.language, published=report.published)
    folding = Folded(article.canonical)
    tokens = tokenize(folding.folded)
    tongue = LanguageReader(region)(article.canonical, tokens, declared=report.language)
    language = region.languages[tongue.family or region.family[report.language]]
    return Prepared(article, article.canonical, folding, tokens, tongue, language, None)


def focus_of(region: Region, prepared: Prepared) -> Focus:
    """The focus as the whole reader makes it."""
    cues, background = Events(region)(prepared), Background(region)(prepared)
    if not cues:
        return Focus("other", None, 0, background)
    return Focus(cues[0].type, cues[0].trigger, cues[0].sentence, background - {cues[0].sentence})


def _report(row: dict[str, Any]) -> Report:
    return Report(**row | ({"status": None} if row.get("status") == "none" else {}))


REPORTS = [
    _report(row) for row in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["report"]
]
