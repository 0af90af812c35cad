"""Registers the app `reading` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """The app `reading`."""

    name = "komshi.observatory.reading"
    label = "reading"
    default_auto_field = "django.db.models.BigAutoField"
