"""Registers the app `base` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """The app `base`."""

    name = "komshi.observatory.base"
    label = "base"
    default_auto_field = "django.db.models.BigAutoField"
