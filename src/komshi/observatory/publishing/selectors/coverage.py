"""Where too little is read to say anything: countries that nothing was read of lately, outlets that fell silent."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max

from komshi.observatory.base.region import current_region
from komshi.observatory.base.today import today
from komshi.observatory.base.wording import country_name
from komshi.observatory.publishing.models import PublicCoverage, PublicSource

GAP_DAYS = 60
REMEMBERED_DAYS = 183
"""An outlet that has said nothing for half a year is no longer news; archives that were imported end, too."""


def gaps() -> list[str]:
    """Codes of the watched countries of which nothing was printed in the last sixty days that we read, by name."""
    last = dict(PublicCoverage.objects.values_list("country").annotate(Max("last_on")).order_by())
    since = today() - timedelta(days=GAP_DAYS)
    silent = [code for code in current_region().countries if (last.get(code) or date.min) < since]
    return sorted(silent, key=country_name)


def read_until() -> date | None:
    """The last day of which anything was read, today at the latest; None when nothing was ever read."""
    last: date | None = PublicCoverage.objects.filter(last_on__lte=today()).aggregate(last=Max("last_on"))["last"]
    return last or (today() if PublicCoverage.objects.exists() else None)


def silent_sources() -> list[PublicSource]:
    """Outlets that are silent against their habit, the latest first.

    Days on which nothing was read from anybody are our silence, not theirs: they are not held against an outlet.
    """
    until = read_until()
    if until is None:
        return []
    fell = PublicSource.objects.filter(silent_from__lte=until, last_on__gte=today() - timedelta(days=REMEMBERED_DAYS))
    return list(fell.order_by("-last_on", "outlet"))
