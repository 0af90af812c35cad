"""The event log: append-only in the database itself, pulled by later stages without a gap and without a repeat."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from komshi.observatory.accounts.models import Organisation
from komshi.observatory.base.append_only import append_only_tables, triggers_missing
from komshi.observatory.base.events import pull, pull_waiting, record, writing
from komshi.observatory.base.models import Cursor, Event

PREFIXES = ["sources:article:"]


def add(organisation: Organisation, *actions: str) -> list[Event]:
    with writing():
        return [record(action, subject=organisation) for action in actions]


@pytest.mark.parametrize("change", ["UPDATE base_event SET action = 'x'", "DELETE FROM base_event"])
def test_the_database_itself_refuses_to_change_or_remove_an_event(organisation: Organisation, change: str) -> None:
    add(organisation, "sources:article:add")
    with (
        pytest.raises(DatabaseError, match="never changed or removed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def test_no_row_of_the_log_is_replaced_by_another_of_its_number(organisation: Organisation) -> None:
    (event,) = add(organisation, "sources:article:add")
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    columns = "(id, at, action, subject_type, subject_id, data)"
    change = f"{verb} INTO base_event {columns} SELECT id, at, 'x:y:z', subject_type, subject_id, data FROM base_event"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.bulk_create(
            [Event(pk=event.pk, action="x:y:z", subject_type="x", subject_id="1")],
            update_conflicts=True, unique_fields=["id"], update_fields=["action"],
        )  # fmt: skip
    assert [one.action for one in Event.objects.filter(pk=event.pk)] == ["sources:article:add"]


@pytest.mark.parametrize("way", ["save", "update", "delete", "bulk"])
def test_the_orm_changes_and_removes_no_event(organisation: Organisation, way: str) -> None:
    (event,) = add(organisation, "sources:article:add")
    event.action = "x:y:z"
    ways = {
        "save": event.save,
        "update": lambda: Event.objects.update(action="x:y:z"),
        "delete": Event.objects.all().delete,
        "bulk": lambda: Event.objects.bulk_update([event], ["action"]),
    }
    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        ways[way]()


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_database_refuses_to_truncate_the_log() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE base_event")


@pytest.mark.django_db
def test_every_append_only_model_has_its_triggers_after_all_migrations() -> None:
    assert "base_event" in append_only_tables()
    assert triggers_missing(connection) == []


@pytest.mark.django_db
def test_a_dropped_trigger_is_noticed() -> None:
    where = "" if connection.vendor == "sqlite" else " ON base_event"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER base_event_no_update{where}")
    assert triggers_missing(connection) == ["base_event_no_update"]


def test_a_stage_gets_each_event_once_and_in_order(organisation: Organisation) -> None:
    ids = [event.pk for event in add(organisation, *["sources:article:add"] * 5)]
    seen = []
    while pull_waiting("stage", PREFIXES):
        with pull("stage", PREFIXES, limit=2) as events:
            seen += [event.pk for event in events]
    assert seen == ids


def test_a_stage_passes_over_what_it_did_not_ask_for(organisation: Organisation) -> None:
    add(organisation, "sources:article:add", "sources:source:add", "reading:review:accept")
    with pull("stage", PREFIXES, limit=10) as events:
        assert [event.action for event in events] == ["sources:article:add"]
    assert Cursor.objects.get(name="stage").position == Event.objects.last().pk


def test_what_a_stage_records_itself_is_not_passed_over_by_the_others(organisation: Organisation) -> None:
    add(organisation, "sources:article:add")
    with pull("reading", PREFIXES, limit=10) as events:
        assert events
        record("reading:reading:add", subject=organisation)
    with pull("incidents", ["reading:"], limit=10) as events:
        assert [event.action for event in events] == ["reading:reading:add"]
    assert pull_waiting("reading", ["reading:"]) == 1


def test_a_stage_that_fails_sees_the_same_events_again(organisation: Organisation) -> None:
    ids = [event.pk for event in add(organisation, "sources:article:add", "sources:article:change")]

    def fail() -> None:
        with pull("stage", PREFIXES, limit=10) as events:
            assert events
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with pull("stage", PREFIXES, limit=10) as events:
        assert [event.pk for event in events] == ids


def test_two_stages_do_not_disturb_each_other(organisation: Organisation) -> None:
    add(organisation, "sources:article:add")
    for name in ("one", "two"):
        with pull(name, PREFIXES, limit=10) as events:
            assert len(events) == 1


def test_an_event_outside_a_transaction_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="app:subject:verb"):
        record("nonsense", subject=Organisation(pk=1))


WRITER = """
import sys, time
from django.db import transaction
from komshi.observatory.base.events import record, writing
from komshi.observatory.accounts.models import Organisation
one = Organisation.objects.get()
for _ in range(40):
    with writing():
        record("sources:article:add", subject=one)
        time.sleep(0.002)
        record("sources:article:add", subject=one)
"""
PULLER = """
import json, time
from komshi.observatory.base.events import pull
seen, idle = [], 0
while idle < 25:
    with pull("stage", ["sources:article:"], limit=7) as events:
        seen += [event.pk for event in events]
    idle = 0 if events else idle + 1
    time.sleep(0.03 if not events else 0.0)
print(json.dumps(seen))
"""


def test_processes_that_write_and_pull_at_once_skip_nothing_and_repeat_nothing(elsewhere) -> None:
    elsewhere.komshi("manage", "createmember", "ana", "--organisation", "Lake Watch")
    with ThreadPoolExecutor(5) as pool:
        writers = [pool.submit(elsewhere.python, WRITER) for _ in range(3)]
        pullers = [pool.submit(elsewhere.python, PULLER) for _ in range(2)]
        for writer in writers:
            writer.result()
        seen = [json.loads(puller.result()) for puller in pullers]
    rest = json.loads(elsewhere.python(PULLER))
    logged = elsewhere.ask("SELECT id FROM base_event WHERE action = 'sources:article:add' ORDER BY id")
    assert len(logged) == 240
    assert sorted(seen[0] + seen[1] + rest) == [number for (number,) in logged]
