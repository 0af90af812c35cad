"""Joins readings to incidents when something changed, and takes down what people say about two reports."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import h3
from django.db.models import Q
from django.utils.translation import gettext as _

from komshi.observatory.accounts.permissions import can_review, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import pull, record, record_each, writing
from komshi.observatory.base.region import current_region
from komshi.observatory.incidents.assign import Assignment, Known, assign
from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.models import Incident, IncidentReading, Judgement
from komshi.observatory.incidents.neighbours import live_readings, neighbourhood
from komshi.observatory.reading.choices import STANDING
from komshi.observatory.reading.models import Reading
from komshi.observatory.sources.choices import Sensitivity
from komshi.pipeline.jsonl import clean
from komshi.pipeline.match import Judged, match
from komshi.pipeline.records import incident_to_json, reading_from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from komshi.observatory.accounts.models import User
    from komshi.observatory.sources.models import Article

H3_RESOLUTION = 6
_OF_THE_WORKER, _AT_ONCE = 100, 5
Told = tuple[frozenset[int], dict[str, Any]]
"""One incident as it is matched now: the ids of its readings, and its payload."""


def incidents_pull(limit: int) -> int:
    """Match anew what stands near the readings that changed. Returns how many events were dealt with."""
    # Matching looks at all neighbours however few readings changed, so the worker takes many changes at once.
    many = limit * _AT_ONCE if limit >= _OF_THE_WORKER else limit
    with pull("incidents", ["reading:", "incidents:judgement:"], limit=many) as events:
        judged = {a for event in events if "articles" in event.data for a in event.data["articles"]}
        read = {event.data["article"] for event in events if "article" in event.data}
        same = _restate(read - judged)
        if articles := (read | judged) - same:
            _rematch(articles)
    return len(events)


def incident_split(*, incident: Incident, article: Article, by: User, note: str = "") -> list[Judgement]:
    """A person says that this report tells of another event than every other report of the incident."""
    members = incident.members.select_related("reading__article")
    others = [member.reading.article for member in members if member.reading.article_id != article.pk]
    if not others or len(others) == len(members):
        raise Refused(_("An incident with one report cannot be taken apart."))
    return _judge([(article, other) for other in others], same=False, by=by, note=note)


def incident_merge(*, incident: Incident, other: Incident, by: User, note: str = "") -> list[Judgement]:
    """A person says that two incidents are one: all reports of the one tell of the same as all reports of the other."""
    if incident.pk == other.pk:
        raise Refused(_("These two are one incident already."))
    left, right = (
        [member.reading.article for member in one.members.select_related("reading__article__document")]
        for one in (incident, other)
    )
    if {audience(article) for article in left} != {audience(article) for article in right}:
        raise Refused(_("These reports are for different eyes, so they cannot be joined."))
    return _judge([(a, b) for a in left for b in right], same=True, by=by, note=note)


def audience(article: Article) -> str:
    """Who may see the article, as a name: readings are joined only where the same people may see them."""
    document = article.document
    if document.sensitivity == Sensitivity.OPEN:
        return "open"
    if document.sensitivity == Sensitivity.MEMBERS:
        return f"members:{document.organisation_id}"
    return f"restricted:{document.organisation_id}:{document.received_by_id}"


def _judge(pairs: Sequence[tuple[Article, Article]], *, same: bool, by: User, note: str) -> list[Judgement]:
    membership = check(can_review, by)
    note = clean(note).strip()
    with writing():
        judgements = Judgement.objects.bulk_create(
            Judgement(left=a.key, right=b.key, same=same, by=by, organisation=membership.organisation, note=note)
            for a, b in pairs
        )
        data = {"articles": sorted({article.pk for pair in pairs for article in pair})}
        record(
            f"incidents:judgement:{'same' if same else 'different'}", subject=judgements[0], actor=by,
            organisation=membership.organisation, data=data,
        )  # fmt: skip
    return judgements


def _restate(articles: set[int]) -> set[int]:
    """Where a reading says what it said before, only how people stand to it can have changed: no need to match anew.

    Returns the articles that this was true of.
    """
    members = IncidentReading.objects.filter(reading__in=live_readings().filter(article_id__in=articles))
    members = members.select_related("reading", "incident")
    same = [member for member in members if member.content == _content(member.reading)]
    incidents = {member.incident_id: member.incident for member in same}
    standing = set(
        IncidentReading.objects.filter(incident__in=incidents, reading__state__in=STANDING).values_list(
            "incident_id", flat=True
        )
    )
    for incident in incidents.values():
        incident.state = State.ACCEPTED if incident.pk in standing else State.WAITING
        incident.save(update_fields=["state", "updated_at"])
    _log("change", list(incidents.values()))
    return {member.reading.article_id for member in same}


def _content(reading: Reading) -> str:
    return hashlib.sha256(json.dumps(reading.effective, sort_keys=True).encode()).hexdigest()


def _rematch(articles: set[int]) -> None:
    around = neighbourhood(articles)
    clusters = _match(around.live.values())
    keys = {pk: reading.article.key for pk, reading in around.live.items()}
    told, rows = _closed(clusters, around.core, keys)
    held = {member.reading_id for row in rows.values() for member in row.members.all()}
    outside = live_readings().filter(pk__in=held - around.live.keys()).values_list("article_id", flat=True)
    if further := set(outside) - articles:
        # An incident reaches beyond the window: widen it, or its far readings would be lost.
        _rematch(articles | further)
        return
    known = [Known(row.pk, row.key, frozenset(m.reading_id for m in row.members.all())) for row in rows.values()]
    assignment = assign([cluster for cluster, _payload in told], keys=keys, known=known)
    touched = {reading.pk for reading in around.live.values() if reading.article_id in articles}
    _write(told, assignment, rows, around.live, touched)


def _closed(
    clusters: Sequence[Told], core: frozenset[int], keys: dict[int, str]
) -> tuple[list[Told], dict[int, Incident]]:
    """The clusters to write and the rows that they change: every reading of such a row stands in such a cluster."""
    affected: set[int] = set(core)
    while True:
        told = [one for one in clusters if one[0] & affected]
        reached = affected.union(*(cluster for cluster, _payload in told))
        rows = _stored(reached, {keys[pk] for pk in reached if pk in keys})
        reached |= {member.reading_id for row in rows.values() for member in row.members.all()}
        if reached == affected:
            return told, rows
        affected = reached


def _match(readings: Iterable[Reading]) -> list[Told]:
    """The incidents of these readings; those for different eyes are matched apart."""
    audiences: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.article_id):
        audiences[audience(reading.article)].append(reading)
    told: list[Told] = []
    for members in audiences.values():
        by_key = {reading.article.key: reading.pk for reading in members}
        found = match(
            [reading_from_json(reading.effective) for reading in members],
            region=current_region(),
            judgements=_judgements(by_key.keys()),
        )
        for incident in found:
            payload = json.loads(json.dumps(incident_to_json(incident)))
            told.append((frozenset(by_key[key] for key in incident.readings), payload))
    return told


def _judgements(keys: Iterable[str]) -> list[Judged]:
    wanted = list(keys)
    found = Judgement.objects.filter(left__in=wanted, right__in=wanted).order_by("pk")
    return [Judged(one.left, one.right, one.same) for one in found]


def _stored(readings: set[int], keys: set[str]) -> dict[int, Incident]:
    """Rows that hold one of the readings, or that one of them founded."""
    held = IncidentReading.objects.filter(reading_id__in=readings).values("incident_id")
    rows = Incident.objects.filter(Q(pk__in=held) | Q(key__in=keys)).prefetch_related("members").order_by("pk")
    return {row.pk: row for row in rows}


def _write(
    told: Sequence[Told], assignment: Assignment, rows: dict[int, Incident], live: dict[int, Reading], touched: set[int]
) -> None:
    before = {pk: (row.payload, row.state, {m.reading_id for m in row.members.all()}) for pk, row in rows.items()}
    IncidentReading.objects.filter(Q(incident__in=rows) | Q(reading_id__in={r for c, _p in told for r in c})).delete()
    homes, new, changed, members = [], [], [], []
    for (cluster, payload), row_id in zip(told, assignment.continues, strict=True):
        readings = sorted((live[pk] for pk in cluster), key=lambda reading: reading.article_id)
        # No row claims the cluster, so no row has the key of one of its readings: the first that came in gives its own.
        row = rows[row_id] if row_id else Incident(key=readings[0].article.key)
        _fill(row, payload | {"id": row.key}, readings)
        row.save()
        homes.append(row)
        members += [IncidentReading(incident=row, reading=one, content=_content(one)) for one in readings]
        if row_id is None:
            new.append(row)
        elif before[row.pk] != (row.payload, row.state, set(cluster)) or touched & cluster:
            changed.append(row)
    IncidentReading.objects.bulk_create(members)
    gone = [row for pk, row in rows.items() if pk not in assignment.continues]
    for row in gone:
        _withdraw(row, homes[assignment.absorbed[row.pk]] if row.pk in assignment.absorbed else None)
    _log("add", new)
    _log("change", changed)
    _log("remove", [row for row in gone if before[row.pk][2]])


def _withdraw(row: Incident, target: Incident | None) -> None:
    """A row that no cluster continues keeps its key, which goes on leading to where its readings went."""
    row.state, row.reports, row.absorbed_by = State.WITHDRAWN, 0, target
    row.save(update_fields=["state", "reports", "absorbed_by", "updated_at"])


def _log(verb: str, rows: Sequence[Incident]) -> None:
    if rows:
        record_each(f"incidents:incident:{verb}", subjects=[(row, {}) for row in rows])


def _fill(row: Incident, payload: dict[str, Any], readings: Sequence[Reading]) -> None:
    """Repeat the payload in the columns that lists and maps are made from."""
    place, markets = payload["place"]["value"] or {}, payload["markets"]["value"] or []
    row.payload, row.markets, row.market = payload, markets, markets[0] if markets else ""
    row.market_index = f"|{'|'.join(markets)}|" if markets else ""
    row.event_type, row.status = payload["type"]["value"] or "", payload["status"]["value"] or ""
    row.date = payload["date"]["value"] or ""
    row.month = row.date[:7] if len(row.date) >= 7 else ""
    row.place_name, row.country = (place.get("name") or "")[:200], place.get("country") or ""
    row.latitude, row.longitude = place.get("latitude"), place.get("longitude")
    row.h3 = h3.latlng_to_cell(row.latitude, row.longitude, H3_RESOLUTION) if row.latitude is not None else ""
    row.reports, row.independent_voices, row.absorbed_by = len(readings), payload["independent_voices"], None
    accepted = any(reading.state in STANDING for reading in readings)
    row.state = State.ACCEPTED if accepted else State.WAITING
