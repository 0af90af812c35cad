"""What is asked of one reading, field by field. What the labels leave open is not asked, amounts excepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from komshi.pipeline.distance import kilometres
from komshi.pipeline.evaluate.amounts import compare_amounts
from komshi.pipeline.evaluate.gold import Labelled
from komshi.pipeline.evaluate.people import ACCUSED, compare_people
from komshi.pipeline.types import Event, Place, Reading

NEAR_KM = 15.0
NOTHING = Event("", 0.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question: `hits` are (found, false, missed) where several things were to be found."""

    field: str
    got: Any
    want: Any
    right: bool
    hits: tuple[int, int, int] | None = None


def answers(report: Labelled, reading: Reading) -> Iterator[Answer]:
    """Every answer that a reading gives to what the labels ask, relevance and language (see `language`) apart."""
    for question in (_markets, _type, _place, _date, _quantities, _status, _people, _counts):
        yield from question(report, reading)


def language(report: Labelled, reading: Reading, *, family: Mapping[str, str]) -> Answer:
    """The languages of one family count as one."""
    want, got = family_of(str(report.article.language or ""), family), family_of(reading.language, family)
    return Answer("language", got, want, got == want)


def family_of(code: str, family: Mapping[str, str]) -> str:
    """The family of a written language code; a code that is in none is its own."""
    return family.get(code) or family.get(code.lower()) or code.lower()


def relevance(report: Labelled, reading: Reading) -> Answer:
    """Relevant or not."""
    want, got = report.relevant, reading.relevant
    return Answer(
        "relevance", got, want, got == want, (int(want and got), int(got and not want), int(want and not got))
    )


def _first(reading: Reading) -> Event:
    return reading.events[0] if reading.events else NOTHING


def _markets(report: Labelled, reading: Reading) -> Iterator[Answer]:
    want = report.items("markets")
    if not want:
        return
    got = [market.id for market in reading.markets]
    yield Answer("market", got[0] if got else None, want[0], got[:1] == want[:1])
    common = len(set(got) & set(want))
    yield Answer("markets", got, want, set(got) == set(want), (common, len(set(got)) - common, len(set(want)) - common))


def _type(report: Labelled, reading: Reading) -> Iterator[Answer]:
    want = report.labels.get("event_type")
    if want:
        got = _first(reading).type or None
        yield Answer("type", got, want, got == want)
        yield Answer("type_any", got, want, got in {want, *report.items("other_event_types")})


def _place(report: Labelled, reading: Reading) -> Iterator[Answer]:
    want: Mapping[str, Any] = report.labels.get("place") or {}
    place = _first(reading).place
    if want.get("country"):
        country = place.country if place else None
        yield Answer("country", country, want["country"], country == want["country"])
    if want.get("latitude") is not None and not want.get("country_only"):
        km = _kilometres(place, want)
        yield Answer("place_15km", place.name if place else None, want.get("name"), km is not None and km <= NEAR_KM)


def _date(report: Labelled, reading: Reading) -> Iterator[Answer]:
    want = report.labels.get("date")
    if want:
        got = _first(reading).date or ""
        yield Answer("date", got or None, want, got[: len(want)] == want)


def _quantities(report: Labelled, reading: Reading) -> Iterator[Answer]:
    found, besides, missed = compare_amounts(report.items("quantities"), reading.events)
    yield Answer("quantities", besides, missed, not besides and not missed, (found, len(besides), len(missed)))


def _status(report: Labelled, reading: Reading) -> Iterator[Answer]:
    want = report.labels.get("status")
    if want:
        got = _first(reading).status
        yield Answer("status", got, want, got == want)


def _people(report: Labelled, reading: Reading) -> Iterator[Answer]:
    pairs, besides, missed = compare_people(report.items("people"), reading.events)
    yield Answer("actors", besides, missed, not besides and not missed, (len(pairs), besides, missed))
    for label, actor in pairs:
        want = label["role"]
        said = f"{label['name']}: {want}"
        yield Answer("role", actor.role, said, actor.role == want)
        if actor.role in ACCUSED:
            yield Answer("accused_rightly", actor.role, said, want in ACCUSED)
        if actor.role == "convicted":
            yield Answer("convicted_rightly", actor.role, said, want == "convicted")


def _counts(report: Labelled, reading: Reading) -> Iterator[Answer]:
    counts: Mapping[str, int | None] = report.labels.get("counts") or {}
    for kind in ("arrested", "charged", "killed", "injured"):
        want = counts.get(kind)
        if want is not None:
            got = [event.counts.get(kind) for event in reading.events]
            yield Answer(kind, got, want, want in got)


def _kilometres(place: Place | None, want: Mapping[str, Any]) -> float | None:
    """None where the reading has no point."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return kilometres((place.latitude, place.longitude), (float(want["latitude"]), float(want["longitude"])))
