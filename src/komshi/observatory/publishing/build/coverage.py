"""How much was read, and from when the silence of an outlet is against its own habit.

The rule of silence. An outlet has a habit if it printed in at least four of the eight weeks that end with its last
report; its usual interval is then the median number of days between the days on which it printed in those weeks. It is
silent once it has said nothing for longer than four usual intervals, and for longer than three weeks in any case. If
reports came by chance at this rate, a silence of four intervals would be seen in 1.8 of 100 cases (e to the power of
minus four); three weeks let holidays, and a week in which nobody gathered, pass. What is stored is the day from which
the silence counts, not whether it is silent: days go by without anything happening.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet

from komshi.observatory.base.events import pull
from komshi.observatory.base.models import Event
from komshi.observatory.base.region import current_region
from komshi.observatory.publishing.models import PublicCoverage, PublicSource
from komshi.observatory.publishing.redact import Private, private_of, safe_outlet
from komshi.observatory.reading.models import Reading
from komshi.observatory.sources.choices import DocumentKind, Sensitivity
from komshi.observatory.sources.models import Article, Document
from komshi.pipeline.read.outlets import Outlets
from komshi.pipeline.types import Article as PipelineArticle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WEEKS, WEEKS_NEEDED = 8, 4
INTERVALS, FEWEST_DAYS = 4, 21
COUNT_EVERY = 1000
"""Events: while a large import goes on, everything is counted again this often, and once more at its end."""
MOST_READINGS = 300
"""The newest relevant reports of an outlet are asked for the names in them."""
_BY_HAND = (DocumentKind.PASTE, DocumentKind.FILE, DocumentKind.OBSERVATION)
_ACTIONS = "sources:article:"
Days = Counter[date]


@dataclass
class _Read:
    """What was read of one outlet: articles a day, and how many of them members gave by hand."""

    days: Days = field(default_factory=Counter)
    by_hand: Days = field(default_factory=Counter)


def pull_coverage(limit: int) -> int:
    """Count again what was read, if articles came, changed or were taken back. Returns how many events there were."""
    with pull("publishing_coverage", [_ACTIONS], limit=limit) as events:
        if events and _is_time(events, limit):
            _count()
    return len(events)


def silent_from(days: Iterable[date]) -> date | None:
    """The first day on which the silence of an outlet that printed on these days is against its habit."""
    printed = sorted(set(days))
    if not printed:
        return None
    last = printed[-1]
    recent = [day for day in printed if (last - day).days < 7 * WEEKS]
    if len({(last - day).days // 7 for day in recent}) < WEEKS_NEEDED:
        return None
    usual = median((after - before).days for before, after in pairwise(recent))
    return last + timedelta(days=int(max(FEWEST_DAYS, INTERVALS * usual)) + 1)


def _is_time(events: Sequence[Event], limit: int) -> bool:
    """Counting takes its time however little changed: not after every step of a long import."""
    if len(events) < limit or events[0].pk // COUNT_EVERY != events[-1].pk // COUNT_EVERY:
        return True
    return not Event.objects.filter(pk__gt=events[-1].pk, action__startswith=_ACTIONS).exists()


def _count() -> None:
    read = _read()
    known = {one.outlet: one for one in PublicSource.objects.all()}
    places = {name: _origin(name, known.get(name)) for name in read}
    _write_months(read, places)
    rows = [row for name, one in read.items() if (row := _source(name, one, places[name], known.get(name)))]
    PublicSource.objects.all().delete()
    PublicSource.objects.bulk_create(rows)


def _read() -> dict[str, _Read]:
    """Articles of open documents that still count, by outlet. Nobody prints an observation."""
    hidden = Document.objects.filter(~Q(sensitivity=Sensitivity.OPEN) | Q(kind=DocumentKind.OBSERVATION))
    given = Document.objects.filter(kind__in=_BY_HAND)
    articles = Article.objects.filter(superseded=False, published_on__isnull=False)
    articles = articles.exclude(document__in=hidden.values("pk"))
    found: dict[str, _Read] = defaultdict(_Read)
    for outlet, day, number in _by_day(articles):
        found[outlet].days[day] = number
    for outlet, day, number in _by_day(articles.filter(document__in=given.values("pk"))):
        found[outlet].by_hand[day] = number
    return dict(found)


def _by_day(articles: QuerySet[Article]) -> Iterable[tuple[str, date, int]]:
    rows: Any = articles.values_list("outlet", "published_on").annotate(n=Count("pk")).order_by()
    return rows.iterator()


def _write_months(read: dict[str, _Read], places: dict[str, tuple[str, str]]) -> None:
    months: dict[tuple[str, str], PublicCoverage] = {}
    for name, one in read.items():
        for month, days in _months(one.days).items():
            key = (places[name][0], month)
            row = months.setdefault(key, PublicCoverage(country=key[0], month=month))
            row.articles += sum(one.days[day] for day in days)
            row.outlets += 1
            row.last_on = max(filter(None, (row.last_on, *days)))
    PublicCoverage.objects.all().delete()
    PublicCoverage.objects.bulk_create(months.values())


def _months(days: Iterable[date]) -> dict[str, list[date]]:
    months: dict[str, list[date]] = defaultdict(list)
    for day in days:
        months[f"{day:%Y-%m}"].append(day)
    return months


def _origin(name: str, known: PublicSource | None) -> tuple[str, str]:
    """Country and language of an outlet: of the outlet that the region knows, otherwise of the source it came by."""
    if known is not None and known.country:
        return known.country, known.language
    articles = Article.objects.filter(outlet=name, published_on__isnull=False).order_by()
    columns = articles.values_list("url", "document__source__country", "document__source__language")
    url, country, language = columns[0]
    found = _outlets()(PipelineArticle(id="", text="", outlet=name or None, url=url or None))
    return (found.country if found else "") or country or "", (found.language if found else "") or language or ""


@cache
def _outlets() -> Outlets:
    return Outlets(current_region())


@cache
def _names_of_the_region() -> frozenset[str]:
    sites: Any = current_region().files.get("outlets", {}).get("sites", {})
    return frozenset(name for row in sites.values() for name in (row["name"], *row.get("also", ())))


def _source(name: str, one: _Read, place: tuple[str, str], known: PublicSource | None) -> PublicSource | None:
    """The outlet as the public sees it; None for what members gave by hand, and for a name that may be a person's."""
    days = one.days - one.by_hand
    if not name or not days:
        return None
    row = PublicSource(
        outlet=name[:100], country=place[0], language=place[1], articles=days.total(), first_on=min(days),
        last_on=max(days), silent_from=silent_from(days),
    )  # fmt: skip
    if known is not None and known.articles == row.articles:
        return row
    return row if safe_outlet(name, private=_named_in(name)) == row.outlet else None


def _named_in(name: str) -> Private:
    """Whoever is named in the reports of an outlet must not be named by the outlet either: a member's own page is one.

    An outlet that the region lists is nobody's page.
    """
    if name in _names_of_the_region():
        return private_of(())
    readings = Reading.objects.filter(article__outlet=name, relevant=True).order_by("-article")
    return private_of(readings.values_list("payload", flat=True)[:MOST_READINGS])
