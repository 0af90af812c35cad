"""What happened in a town for the first time since its country is read: an incident at all, or a kind of trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, Min, OuterRef
from django.utils.translation import gettext as _

from komshi.observatory.base import wording
from komshi.observatory.base.towns import town
from komshi.observatory.publishing.models import PublicCoverage, PublicFirst, PublicIncident

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS_READ = 6
"""A first says something only where reading began at least so many months earlier."""
Sentence = tuple[str, PublicIncident]


def firsts(*, since: str, until: str, most: int) -> Iterator[Sentence]:
    """Sentences on firsts between two days, the latest first, each with its incident: at most `most` of each kind.

    Passed over are a place that was blurred on purpose, as a sentence on one incident in one town would undo that, and
    an incident of which no word can be shown.
    """
    lately = PublicFirst.objects.filter(day__gte=since, day__lte=until).order_by("-day", "town", "market")
    known = PublicFirst.objects.filter(town=OuterRef("town"), market="", day__lt=since)
    began = _began()
    for row, _first in _told(list(lately.filter(market="")[: 3 * most]), began)[:most]:
        words = _("%(town)s – %(what)s. It is the first incident found here (read since: %(month)s).")
        yield words % {**_words(row), "month": wording.date_words(began[row.country])}, row
    kinds = lately.exclude(market="").filter(Exists(known))
    for row, first in _told(list(kinds[: 3 * most]), began)[:most]:
        words = _("%(town)s – %(what)s. This kind of trade had not been found here before: %(market)s.")
        yield words % {**_words(row), "market": wording.label("markets", first.market)}, row


def has_words(row: PublicIncident) -> bool:
    """Whether the page of the incident shows any word of a report."""
    return any(words for source in row.sources for words in (source.get("said") or {}).values())


def _began() -> dict[str, str]:
    """The month in which reading began, of countries that were read in enough months."""
    rows = PublicCoverage.objects.filter(articles__gt=0).values_list("country").order_by()
    return {country: first for country, first, n in rows.annotate(Min("month"), Count("pk")) if n > MONTHS_READ}


def _told(found: list[PublicFirst], began: dict[str, str]) -> list[tuple[PublicIncident, PublicFirst]]:
    """The incidents of these firsts, in their order, as far as they may be told; one incident is told of once."""
    rows = PublicIncident.objects.filter(incident__in=[one.incident for one in found]).exclude(precision="blurred")
    held = {row.incident: row for row in rows}
    told: dict[int, tuple[PublicIncident, PublicFirst]] = {}
    for one in found:
        row, month = held.get(one.incident), one.day[:7]
        if row is not None and has_words(row) and began.get(row.country, month) < month:
            told.setdefault(row.pk, (row, one))
    return list(told.values())


def _words(row: PublicIncident) -> dict[str, str]:
    place = town(row.town)
    what = wording.headline(row.event_type, markets=row.markets, quantities=row.quantities)
    return {"town": place.name if place else row.place, "what": what}
