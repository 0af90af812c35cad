"""What changed, in sentences that each lead to the incidents behind them. Where little was read nothing is claimed.

The rule for numbers. The last complete month of a country is compared with the six before it, as far as they were read
(at least three of them). It stands out if it has more incidents than any of them, or fewer, by two at the least: small
numbers move by one for no reason. Nothing is said where the articles read in that month were less than half or more
than twice the usual number, for then we looked differently; and nothing of a fall while incidents of the country wait
to be checked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.filtering import Filter, months_between
from komshi.observatory.base.region import current_region
from komshi.observatory.base.today import today
from komshi.observatory.publishing.models import CountryCount, PublicCoverage, PublicIncident, PublicMonth
from komshi.observatory.publishing.selectors.firsts import firsts, has_words
from komshi.observatory.publishing.selectors.incidents import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MONTHS, MONTHS_NEEDED = 6, 3
LEAST_STEP = 2
RECENT_DAYS = 60
_ALL = ""
_MOST = 2
_VERDICTS = ("conviction", "acquittal")


@dataclass(frozen=True)
class Change:
    """One sentence, and where the incidents behind it stand."""

    sentence: str
    url: str


@dataclass(frozen=True)
class Changes:
    """What changed lately. `note` says why nothing is said of numbers, when nothing is."""

    sentences: list[Change]
    note: str


@dataclass(frozen=True)
class _Month:
    """The last complete month of one country and what it is compared with: counts by market, "" for all."""

    country: str
    month: str
    now: Counter[str]
    before: list[Counter[str]]
    may_fall: bool


def changes() -> Changes:
    """The latest changes: numbers, firsts of a town, judgments. A few of each kind, so that they are read."""
    compared = list(_comparable())
    numbers = list(islice((change for one in compared for change in _stands_out(one)), 2 * _MOST))
    events = [Change(sentence, _page(row)) for sentence, row in firsts(since=_since(), until=str(today()), most=_MOST)]
    note = ""
    if not compared:
        note = _("Too little has been read so far to compare one month with those before it.")
    elif not numbers:
        month = wording.date_words(compared[0].month)
        note = _("%(month)s: in no country clearly more or fewer incidents than in the months before.") % {
            "month": month
        }
    return Changes([*numbers, *events, *_verdicts()], note)


def _since() -> str:
    return str(today() - timedelta(days=RECENT_DAYS))


def _comparable() -> Iterator[_Month]:
    """Countries whose last complete month was read as much as those before it, by name."""
    last = today().replace(day=1) - timedelta(days=1)
    first = last.replace(day=1) - timedelta(days=31 * MONTHS - 5)
    months = months_between(f"{first:%Y-%m}", f"{last:%Y-%m}")[-MONTHS - 1 :]
    read, counts = _read(months), _counts(months)
    waiting = dict(CountryCount.objects.values_list("country", "waiting"))
    for code in sorted(current_region().countries, key=wording.country_name):
        before = [month for month in months[:-1] if read.get((code, month))]
        articles = read.get((code, months[-1]), 0)
        usual = median(read[code, month] for month in before) if before else 0
        if len(before) < MONTHS_NEEDED or not usual / 2 <= articles <= usual * 2:
            continue
        yield _Month(
            code, months[-1], counts[code, months[-1]], [counts[code, month] for month in before],
            may_fall=not waiting.get(code),
        )  # fmt: skip


def _read(months: list[str]) -> dict[tuple[str, str], int]:
    rows = PublicCoverage.objects.filter(month__in=months, articles__gt=0)
    return {(country, month): articles for country, month, articles in rows.values_list("country", "month", "articles")}


def _counts(months: list[str]) -> Mapping[tuple[str, str], Counter[str]]:
    rows = PublicMonth.objects.filter(month__in=months).exclude(country="")
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for country, month, market, number in rows.values_list("country", "month", "market", "incidents"):
        counts[country, month][market] = number
    return counts


def _stands_out(one: _Month) -> Iterator[Change]:
    """One sentence a market; all markets together only where no single one stands out."""
    markets = sorted({market for counts in (one.now, *one.before) for market in counts} - {_ALL})
    found = False
    for market in [*markets, _ALL]:
        change = None if found and market == _ALL else _change(one, market)
        if change:
            found = True
            yield change


def _change(one: _Month, market: str) -> Change | None:
    number, before = one.now[market], [counts[market] for counts in one.before]
    if number >= max(before) + LEAST_STEP:
        words, edge = _more(number), max(before)
    elif number <= min(before) - LEAST_STEP and one.may_fall:
        words, edge = _fewer(number), min(before)
    else:
        return None
    name = wording.label("markets", market) or _("All markets")
    sentence = words % {
        "market": name[:1].upper() + name[1:],
        "country": wording.country_name(one.country),
        "n": wording.number_words(number),
        "month": wording.date_words(one.month),
        "edge": wording.number_words(edge),
    }
    since = one.month if number else ""
    return Change(sentence, _list(Filter(country=one.country, market=market, since=since, until=since)))


def _more(number: int) -> str:
    return ngettext(
        "%(market)s, %(country)s: %(n)s incident in a month (%(month)s). "
        "No month read in the half year before had more than %(edge)s.",
        "%(market)s, %(country)s: %(n)s incidents in a month (%(month)s). "
        "No month read in the half year before had more than %(edge)s.",
        number,
    )


def _fewer(number: int) -> str:
    return ngettext(
        "%(market)s, %(country)s: %(n)s incident in a month (%(month)s). "
        "No month read in the half year before had fewer than %(edge)s.",
        "%(market)s, %(country)s: %(n)s incidents in a month (%(month)s). "
        "No month read in the half year before had fewer than %(edge)s.",
        number,
    )


def _verdicts() -> Iterator[Change]:
    rows = PublicIncident.objects.filter(event_type__in=_VERDICTS, date__gte=_since(), date__lte=str(today()))
    # The keys alone come from an index; rows are wide. Some may have no word to show.
    keys = list(rows.newest_first().values_list("pk", flat=True)[: 3 * _MOST])
    found = PublicIncident.objects.filter(pk__in=keys).newest_first()
    for row in [row for row in found if has_words(row)][:_MOST]:
        yield Change(_verdict(row), _page(row))


def _verdict(row: PublicIncident) -> str:
    words = {
        "final_conviction": _("%(place)s: a conviction became final. %(what)s."),
        "final_acquittal": _("%(place)s: an acquittal became final. %(what)s."),
        "first_instance": _("%(place)s: a court ruled in first instance; the judgment is not final. %(what)s."),
    }.get(row.status, _("%(place)s: a judgment was reported; whether it is final is not said. %(what)s."))
    what = wording.headline(row.event_type, markets=row.markets, quantities=row.quantities)
    return words % {"place": place_of(row), "what": what}


def _list(chosen: Filter) -> str:
    return reverse("publishing:incidents") + chosen.query


def _page(row: PublicIncident) -> str:
    return reverse("publishing:incident", args=[row.key])
