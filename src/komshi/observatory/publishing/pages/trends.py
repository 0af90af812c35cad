"""How often things were reported, month by month: the page, and the same as a picture and as a table to take away."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from komshi.observatory.base import wording
from komshi.observatory.base.chart import NARROW, WIDE, chart, small_chart
from komshi.observatory.base.pictures import can_draw, png_of
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import towns
from komshi.observatory.publishing.selectors import impact, series
from komshi.observatory.publishing.selectors.months import month_name
from komshi.observatory.publishing.selectors.remarks import (
    chart_words,
    columns,
    on_comparison,
    on_what_is_missing,
    small_columns,
)
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from komshi.observatory.base.filtering import Choice, Filter


@dataclass(frozen=True)
class Small:
    """One small chart of a list: what it is of, what it says, and where the whole of it is."""

    name: str
    address: str
    sentence: str
    svg: SafeString


@dataclass(frozen=True)
class TrendsPage:
    """One series with all that is said of it, or (`trend` is None) only the way to each."""

    chosen: Filter
    choices: dict[str, list[Choice]]
    towns: list[Choice]
    countries: list[Small]
    markets: list[Small]
    trend: series.Trend | None = None
    charts: tuple[SafeString, ...] = ()
    caution: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    grid: impact.Grid | None = None
    picture: bool = False


@require_safe
def trends(request: HttpRequest) -> HttpResponse:
    """The series that the address asks for, and small charts of its parts; without a choice only those."""
    chosen = series.chosen_of(request.GET)
    read = series.everything_read()
    countries, markets = series.small_multiples(chosen, read=read)
    parts = {
        "chosen": chosen,
        "choices": _choices(read),
        "towns": sorted(((t.id, t.name) for t in towns() if t.country == chosen.country), key=lambda pair: pair[1]),
        "countries": _small(countries, "country"),
        "markets": _small(markets, "market"),
    }
    page = TrendsPage(**parts) if chosen.is_empty else _one(chosen, parts, read)
    return render(request, "publishing/trends.html", {"page": page, "area": "trends"})


@require_safe
def chart_svg(request: HttpRequest) -> HttpResponse:
    """The chart as a drawing that stands by itself."""
    return _file(_picture(request), "svg", "image/svg+xml")


@require_safe
def chart_png(request: HttpRequest) -> HttpResponse:
    """The chart as a picture. Raises NotFound when the front end, which brings the fonts, has not been built."""
    return _file(png_of(_picture(request)), "png", "image/png")


@require_safe
def data_csv(request: HttpRequest) -> HttpResponse:
    """The table below the chart. A month in which nothing was read has no number of incidents, which is not zero."""
    out = StringIO()
    head = ["month", "incidents", "articles_read", "outlets_read", "complete"]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*head, "specimen"] if settings.KOMSHI_DEMO else head)
    for one in _asked(request).months:
        row = [one.month, "" if one.events is None else one.events, one.articles, one.outlets, int(one.complete)]
        writer.writerow([*row, 1] if settings.KOMSHI_DEMO else row)
    return _file(out.getvalue(), "csv", "text/csv; charset=utf-8")


def _choices(read: series.Reads) -> dict[str, list[Choice]]:
    """Every market, every country that the observatory watches, and the months since something was read."""
    countries = ((code, wording.country_name(code)) for code in current_region().countries)
    return {
        "markets": [(one, wording.label("markets", one)) for one in vocabulary.ids("markets")],
        "countries": sorted(countries, key=lambda pair: pair[1]),
        "months": [(month, month_name(month)) for month in series.months_to_choose(read)],
    }


def _one(chosen: Filter, parts: dict[str, object], read: series.Reads) -> TrendsPage:
    trend = series.trend(chosen, read=read)
    shown, words = columns(trend), chart_words(trend)
    drawn = tuple(chart(shown, words, width=width) for width in (WIDE, NARROW)) if shown else ()
    return TrendsPage(
        **parts,
        trend=trend,
        charts=drawn,
        caution=tuple(on_comparison(trend)),
        missing=tuple(on_what_is_missing(trend)),
        grid=impact.of_trend(chosen),
        picture=can_draw(),
    )


def _small(trends: list[series.Trend], kind: str) -> list[Small]:
    return [
        Small(
            name=one.part_name(kind),
            address=one.chosen.query,
            sentence=one.short,
            svg=small_chart(small_columns(one), name=f"{kind}-{number}"),
        )
        for number, one in enumerate(trends)
    ]


def _asked(request: HttpRequest) -> series.Trend:
    return series.trend(series.chosen_of(request.GET), read=series.everything_read())


def _picture(request: HttpRequest) -> str:
    trend = _asked(request)
    mark = _("Specimen: everything in this picture is invented.") if settings.KOMSHI_DEMO else ""
    return chart(columns(trend), chart_words(trend, mark=mark, alone=True), alone=True)


def _file(content: str | bytes, ending: str, kind: str) -> HttpResponse:
    """A file to keep; a specimen says so in its name too."""
    name = f"komshi-{'specimen-' if settings.KOMSHI_DEMO else ''}trend.{ending}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
