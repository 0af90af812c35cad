"""Monthly series of events of one market in one place, with the coverage that they were counted under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from komshi.errors import KomshiError
from komshi.pipeline.types import Incident, Point, Series

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def months_between(first: str, last: str) -> Iterator[str]:
    """Every month (`YYYY-MM`) from the first to the last, both included. Raises `KomshiError` for anything else."""
    for written in (first, last):
        if not _MONTH.fullmatch(written):
            raise KomshiError(f"“{written}” is not a month; write it as 2024-03.")
    year, month = int(first[:4]), int(first[5:])
    while (written := f"{year:04d}-{month:02d}") <= last:
        yield written
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def monthly(
    incidents: Iterable[Incident],
    read: Mapping[str, int],
    *,
    market: str | None = None,
    country: str | None = None,
    place: str | None = None,
) -> Series:
    """Events a month. `read` is the number of articles read in each month and sets the span of the series.

    An event counts in the month that it happened in, so reports of an older event do not raise the month they were
    printed in. A month in which no article was read has no count, even if later reports tell of an event in it.
    """
    counts = Counter(m for i in incidents if _about(i, market, country, place) and (m := _month_of(i)))
    covered = sorted(month for month, count in read.items() if count > 0)
    if not covered:
        return Series(market, country, place, ())
    return Series(market, country, place, counted(counts, read, months=months_between(covered[0], covered[-1])))


def counted(counts: Mapping[str, int], read: Mapping[str, int], *, months: Iterable[str]) -> tuple[Point, ...]:
    """The points of a series whose events are counted already: a month in which nothing was read has no count."""
    return tuple(
        Point(month, counts.get(month, 0) if read.get(month, 0) > 0 else None, read.get(month, 0)) for month in months
    )


def monthly_by_market(incidents: Iterable[Incident], read: Mapping[str, int]) -> list[Series]:
    """One series for each market in each country that any incident is about, in alphabetical order."""
    held = list(incidents)
    pairs = {(market, country) for i in held for market in i.markets.value or () if (country := _country_of(i))}
    return [monthly(held, read, market=market, country=country) for market, country in sorted(pairs)]


def undated(incidents: Iterable[Incident]) -> int:
    """How many incidents no series can count, because no reading tells the month; to be said beside every series."""
    return sum(_month_of(incident) is None for incident in incidents)


def _about(incident: Incident, market: str | None, country: str | None, place: str | None) -> bool:
    where = incident.place.value
    return (
        (market is None or market in (incident.markets.value or ()))
        and (country is None or _country_of(incident) == country)
        and (place is None or (where is not None and where.name == place))
    )


def _country_of(incident: Incident) -> str | None:
    where = incident.place.value
    country: str | None = where.country if where is not None else None
    return country


def _month_of(incident: Incident) -> str | None:
    told = incident.date.value
    return told[:7] if told and len(told) >= 7 else None
