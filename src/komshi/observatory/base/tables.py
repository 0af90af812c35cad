"""What Django knows of a model's table: the one place that asks `_meta`, which is public in all but its name."""

from __future__ import annotations

from typing import Any

from django.db.models import Manager, Model


def label_of(model: type[Model] | Model) -> str:
    """`app.model` in lower case."""
    label: str = model._meta.label_lower  # noqa: SLF001 - documented by Django
    return label


def table_of(model: type[Model]) -> str:
    """The name of its table."""
    table: str = model._meta.db_table  # noqa: SLF001 - documented by Django
    return table


def columns_of(model: type[Model]) -> list[Any]:
    """The fields that have a column, in their order."""
    return list(model._meta.concrete_fields)  # noqa: SLF001 - documented by Django


def all_rows(model: type[Model]) -> Manager:
    """A manager that hides nothing."""
    return model._base_manager  # noqa: SLF001 - documented by Django
