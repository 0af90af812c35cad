"""How it works, how well it reads, and what it does with data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from komshi.observatory.base.law import Name, country_law, institution_name
from komshi.observatory.base.statement import BASES, Said, statement
from komshi.observatory.publishing.selectors import accuracy
from komshi.pipeline.read.compose import READER

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class MethodPage:
    """The figures of the reader: in words, over all sets, and by language for two of them."""

    reader: str
    sentences: accuracy.Tried
    reports: accuracy.Tried
    real: accuracy.Tried
    agreed: accuracy.Agreed
    sets: accuracy.Table
    sentence_languages: accuracy.Table
    report_languages: accuracy.Table


@dataclass(frozen=True)
class StatementPage:
    """What the operator says; `said` is None while nobody has said anything."""

    said: Said | None
    bases: list[str]
    authority: Name | None


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How a report becomes a point on the map, and what never becomes public."""
    return render(request, "publishing/how.html", {"area": "how"})


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How it reads, how often it is right, how it joins, blurs and counts, and what it cannot do."""
    page = MethodPage(
        reader=READER,
        sentences=accuracy.tried(accuracy.SENTENCES),
        reports=accuracy.tried(accuracy.REPORTS),
        real=accuracy.tried(accuracy.REAL),
        agreed=accuracy.agreed(),
        sets=accuracy.by_set(),
        sentence_languages=accuracy.by_language(accuracy.SENTENCES),
        report_languages=accuracy.by_language(accuracy.REPORTS),
    )
    return render(request, "publishing/method.html", {"page": page, "area": "method"})


@require_safe
def data_protection(request: HttpRequest) -> HttpResponse:
    """Who is responsible for the data, on what basis they are kept and for how long, and which rights people have."""
    said = statement()
    law = country_law(said.country) if said else None
    page = StatementPage(
        said=said,
        bases=[str(BASES[one]) for one in said.bases if one in BASES] if said else [],
        authority=institution_name(law.data_protection) if law and law.data_protection else None,
    )
    return render(request, "publishing/data_protection.html", {"page": page, "area": "data_protection"})
