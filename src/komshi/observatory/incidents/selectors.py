"""What members see of incidents: lists, points, and one incident with the words that carry each of its values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.errors import NotFound
from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.listing import Audience, monthly, point_id
from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.models import Incident
from komshi.observatory.reading.highlight import Piece, marks_of, pieces, words
from komshi.observatory.reading.models import Reading
from komshi.observatory.reading.reader import title_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from komshi.observatory.accounts.models import User
    from komshi.observatory.base.listing import Spot
    from komshi.observatory.incidents.models import IncidentQuerySet

_NEARBY_DAYS = 31
_MOST_NEARBY = 30


@dataclass(frozen=True)
class Entry:
    """One incident in a list and on the map, in the reader's language."""

    id: int
    url: str
    title: str
    meta: str
    state: str
    reports: int
    latitude: float | None
    longitude: float | None

    @property
    def at(self) -> str:
        """The point as the map knows it; empty for one that has no place."""
        return point_id(self.latitude, self.longitude)


@dataclass(frozen=True)
class Fact:
    """One value of an incident, with the reports that say so and those that say otherwise."""

    tone: str
    question: str
    value: str
    support: tuple[Reading, ...]
    against: tuple[Reading, ...]


@dataclass(frozen=True)
class Report:
    """One report of an incident with its words marked."""

    reading: Reading
    head: list[Piece]
    body: list[Piece]

    @property
    def language(self) -> str:
        """A tag such as `sr-Cyrl`, for browsers and screen readers."""
        return "-".join(filter(None, (self.reading.language, self.reading.effective.get("script"))))


@dataclass(frozen=True)
class Said:
    """The words of one report that answer one question, in the language of the report."""

    language: str
    words: list[str]


@dataclass(frozen=True)
class Line:
    """One question, and what each report says to it, in the order of the reports."""

    tone: str
    question: str
    said: list[Said]


def audience(user: User) -> Audience:
    """The lists and the map of this person: what is checked and what waits."""
    return Audience(
        rows=incident_rows(user, Filter()),
        place_column="place_name",
        more={"waiting": Count("pk", filter=Q(state=State.WAITING))},
        columns=(),
        entries=entries,
        place_of=lambda spot: wording.place_words({"name": spot.place, "country": spot.country}),
        told=_waiting,
        monthly=lambda chosen: monthly(incident_rows(user, chosen)),
        page_of=lambda key: reverse("incidents:page", args=[key]),
        list_url=reverse("incidents:list"),
        points_url=reverse("incidents:points"),
        knows_towns=False,
    )


def incident_rows(user: User, chosen: Filter) -> IncidentQuerySet:
    """Incidents that the person may see and the filter lets through, newest first, undated ones last."""
    rows: IncidentQuerySet = chosen.apply(visible(user))
    return rows.order_by("-date", "-pk")


def visible(user: User) -> IncidentQuerySet:
    """Every incident that the person may see and that has not been withdrawn."""
    return Incident.objects.visible_to(user).exclude(state=State.WITHDRAWN)


def entries(incidents: Iterable[Incident]) -> list[Entry]:
    """The incidents in words."""
    return [_entry(incident) for incident in incidents]


def access_incident(user: User, key: str) -> Incident:
    """The incident of this key, or the one that it was absorbed by. Raises NotFound for hidden and absent alike."""
    row = Incident.objects.filter(key=key).select_related("absorbed_by").first()
    seen: set[int] = set()
    while row is not None and row.absorbed_by is not None and row.pk not in seen:
        seen.add(row.pk)
        row = row.absorbed_by
    if row is None or not visible(user).filter(pk=row.pk).exists():
        raise NotFound
    return row


def incident_readings(user: User, incident: Incident) -> list[Reading]:
    """The readings of the incident that the person may see, in the order of print."""
    found = Reading.objects.visible_to(user).filter(membership__incident=incident)
    return list(
        found.select_related("article__document").order_by(
            F("article__published_on").asc(nulls_last=True), "article_id"
        )
    )


def incident_facts(incident: Incident, readings: Iterable[Reading]) -> list[Fact]:
    """Each value of the incident that at least one of these readings supports."""
    by_key = {reading.article.key: reading for reading in readings}
    payload = incident.payload
    found: list[Fact] = []

    def add(tone: str, question: str, told: dict[str, Any], words: Callable[[Any], str]) -> None:
        support = tuple(by_key[key] for key in told.get("support") or () if key in by_key)
        against = tuple(by_key[key] for key in told.get("against") or () if key in by_key)
        if told.get("value") not in (None, [], "") and support:
            found.append(Fact(tone, question, words(told["value"]), support, against))

    add("what", _("What happened"), payload["type"], lambda v: wording.label("event_types", v))
    add("what", _("Which market"), payload["markets"], lambda v: ", ".join(wording.label("markets", m) for m in v))
    add("where", _("Where"), payload["place"], wording.place_words)
    add("when", _("When"), payload["date"], wording.date_words)
    for quantity in payload["quantities"]:
        add("much", _("How much"), quantity, wording.quantity_words)
    for kind, told in payload["counts"].items():
        add("who", _("How many people"), told, lambda v, kind=kind: wording.count_words(kind, v))
    add("what", _("How far the proceedings are"), payload["status"], lambda v: wording.label("statuses", v))
    return found


def incident_reports(readings: Iterable[Reading]) -> list[Report]:
    """The reports with every word of evidence marked."""
    return [
        Report(one, *pieces(one.article.canonical, marks_of(one.effective), cut=title_end(one.article)))
        for one in readings
    ]


def incident_lines(reports: Sequence[Report]) -> list[Line]:
    """The reports beside each other: for each question that any of them answers, the words of all."""
    questions = {
        "what": _("What happened"), "where": _("Where"), "when": _("When"), "much": _("How much"), "who": _("Who"),
    }  # fmt: skip
    lines = []
    for tone, question in questions.items():
        said = [Said(one.language, _words(one.reading, tone)) for one in reports]
        if any(one.words for one in said):
            lines.append(Line(tone, question, said))
    return lines


def _words(reading: Reading, tone: str) -> list[str]:
    spans = [(mark.start, mark.end) for mark in marks_of(reading.effective) if mark.tone == tone]
    return words(reading.article.canonical, spans)


def incidents_nearby(user: User, incident: Incident) -> list[Entry]:
    """Incidents near in time in the same country: what a person may want to join with this one."""
    rows = visible(user).exclude(pk=incident.pk)
    if incident.country:
        rows = rows.filter(country__in=[incident.country, ""])
    if len(incident.date) == 10:
        day = date.fromisoformat(incident.date)
        first, last = day - timedelta(_NEARBY_DAYS), day + timedelta(_NEARBY_DAYS)
        rows = rows.filter(date__gte=first.isoformat()[:7], date__lte=last.isoformat())
    elif incident.month:
        rows = rows.filter(month=incident.month)
    return entries(rows.order_by("-date", "-pk")[:_MOST_NEARBY])


def _waiting(spot: Spot) -> dict[str, Any]:
    number = spot.more["waiting"]
    words = ngettext("%(n)s waits to be checked", "%(n)s wait to be checked", number) % {"n": number}
    return {"waiting": number, "note": words if number else ""}


def _entry(incident: Incident) -> Entry:
    quantities = [one["value"] for one in incident.payload.get("quantities") or []]
    name = incident.place_name if incident.latitude is not None else ""
    where = wording.place_words({"name": name, "country": incident.country})
    return Entry(
        id=incident.pk,
        url=reverse("incidents:page", args=[incident.key]),
        title=wording.headline(incident.event_type, markets=incident.markets, quantities=quantities),
        meta=" · ".join(part for part in (where, wording.date_words(incident.date)) if part),
        state=incident.state,
        reports=incident.reports,
        latitude=incident.latitude,
        longitude=incident.longitude,
    )
