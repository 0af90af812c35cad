"""Registers the app `sources` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The app `sources`."""

    name = "komshi.observatory.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
