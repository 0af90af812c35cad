"""Tables that refuse to forget: triggers against UPDATE, DELETE, REPLACE and TRUNCATE, on SQLite and PostgreSQL.

A model declares `append_only = True` and its migration adds `AppendOnly("app_table")`. SQLite drops triggers when a
later migration rebuilds the table: such a migration must add the operation again (a test and `komshi check` look).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.migrations import RunPython

from komshi.observatory.base.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_REFUSAL = "rows of {table} are never changed or removed: add a new row instead"


class AppendOnly(RunPython):
    """Migration operation: from here on rows of `table` can only be added."""

    def __init__(self, table: str) -> None:
        self.table = table

        def forwards(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
            triggers_add(editor.connection, table)

        def backwards(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
            triggers_remove(editor.connection, table)

        super().__init__(forwards, backwards)

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        """For the migration writer."""
        return self.__class__.__qualname__, [self.table], {}


def triggers_add(connection: BaseDatabaseWrapper, table: str) -> None:
    """Adds the triggers; does nothing where they stand already."""
    message = _REFUSAL.format(table=table)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # INSERT OR REPLACE removes the row that is in its way without asking the trigger against DELETE.
            taken = f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"  # noqa: S608 - our table
            for verb, when in (("update", f"UPDATE ON {table}"), ("delete", f"DELETE ON {table}"), ("replace", taken)):
                cursor.execute(
                    f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {when} "
                    f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
                )
            return
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'; END $$"
        )
        cursor.execute(
            f"CREATE OR REPLACE TRIGGER {table}_no_update BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
        )
        cursor.execute(
            f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()"
        )


def triggers_remove(connection: BaseDatabaseWrapper, table: str) -> None:
    """Takes the triggers away: only for reversing a migration, and for emptying a database that is thrown away."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("update", "delete", "replace"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")
            return
        cursor.execute(f"DROP FUNCTION IF EXISTS {table}_append_only() CASCADE")


def triggers_missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that should stand and do not."""
    ends = ("no_update", "no_delete", "no_replace") if connection.vendor == "sqlite" else ("no_update", "no_truncate")
    wanted = {f"{table}_{end}" for table in append_only_tables() for end in ends}
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND t.tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return sorted(wanted - present)


def append_only_tables() -> list[str]:
    """Tables of all models that declare `append_only = True`."""
    return sorted(table_of(model) for model in apps.get_models() if getattr(model, "append_only", False))


@contextmanager
def forgetting(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Lifts the triggers while a test database is emptied or a restored one is filled, and puts them back."""
    tables = append_only_tables()
    for table in tables:
        triggers_remove(connection, table)
    try:
        yield
    finally:
        for table in tables:
            triggers_add(connection, table)
