"""Registers the app `incidents` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """The app `incidents`."""

    name = "komshi.observatory.incidents"
    label = "incidents"
    default_auto_field = "django.db.models.BigAutoField"
