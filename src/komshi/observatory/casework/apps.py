"""Registers the app `casework` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The app `casework`."""

    name = "komshi.observatory.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
