"""Writing the event log, and pulling from it what changed. Nothing is skipped, nothing is seen twice.

One writer at a time: on SQLite a transaction takes the write lock at its start; on PostgreSQL `writing()` takes an
advisory lock that is kept until commit. So the order of primary keys is the order of commits (a bare sequence would let
a stage read event 7 while event 6 is uncommitted, and never come back for 6), and two pulling processes take turns.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Max, Q

from komshi.observatory.base.models import Cursor, Event
from komshi.observatory.base.tables import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from django.db.models import Model

_LOG_LOCK = 0x6B6F6D736869  # "komshi"


@contextmanager
def writing() -> Iterator[None]:
    """The transaction that every service works in: one at a time in the whole observatory, so nothing deadlocks."""
    with transaction.atomic():
        _lock_log()
        yield


def record(
    action: str,
    *,
    subject: Model,
    actor: Model | None = None,
    organisation: Model | None = None,
    data: Mapping[str, object] | None = None,
) -> Event:
    """Appends one event `app:subject:verb` in the transaction of its change. `data` holds no text and no name."""
    return record_each(action, subjects=[(subject, data or {})], actor=actor, organisation=organisation)[0]


def record_each(
    action: str,
    *,
    subjects: Iterable[tuple[Model, Mapping[str, object]]],
    actor: Model | None = None,
    organisation: Model | None = None,
) -> list[Event]:
    """Appends one event for each pair of subject and data, in order, by one statement."""
    if action.count(":") != 2:
        raise ValueError(f"An action reads app:subject:verb, not {action!r}.")
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An event is recorded in the transaction of its change.")
    _lock_log()
    return Event.objects.bulk_create(
        Event(
            action=action,
            actor_id=actor.pk if actor is not None else None,
            organisation_id=organisation.pk if organisation is not None else None,
            subject_type=label_of(subject),
            subject_id=str(subject.pk),
            data=dict(data),
        )
        for subject, data in subjects
    )


@contextmanager
def pull(name: str, prefixes: Sequence[str], *, limit: int) -> Iterator[list[Event]]:
    """Gives up to `limit` events after the cursor `name` whose action begins with one of `prefixes`, oldest first.

    The body works in the same transaction; when it ends well the cursor moves past these events, when it raises nothing
    moved.
    Another process that pulls waits meanwhile: keep `limit` small where the work for one event is long.
    """
    if not _anything_after(name):
        yield []
        return
    with writing():
        cursor, _created = Cursor.objects.select_for_update().get_or_create(name=name)
        matching = Q()
        for prefix in prefixes:
            matching |= Q(action__startswith=prefix)
        end = Event.objects.aggregate(end=Max("pk"))["end"] or 0
        events = list(Event.objects.filter(matching, pk__gt=cursor.position).order_by("pk")[:limit])
        yield events
        cursor.position = events[-1].pk if len(events) == limit else end
        cursor.save(update_fields=["position"])


def pull_waiting(name: str, prefixes: Sequence[str]) -> int:
    """How many events stand between the cursor `name` and the end of the log."""
    matching = Q()
    for prefix in prefixes:
        matching |= Q(action__startswith=prefix)
    return Event.objects.filter(matching, pk__gt=_position(name)).count()


def _position(name: str) -> int:
    return Cursor.objects.filter(name=name).values_list("position", flat=True).first() or 0


def _anything_after(name: str) -> bool:
    """A look without a lock: an idle stage must not stop those who write."""
    return Event.objects.filter(pk__gt=_position(name)).exists()


def _lock_log() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOG_LOCK])
