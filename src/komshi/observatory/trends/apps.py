"""Registers the app `trends` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class TrendsConfig(AppConfig):
    """The app `trends`."""

    name = "komshi.observatory.trends"
    label = "trends"
    default_auto_field = "django.db.models.BigAutoField"
