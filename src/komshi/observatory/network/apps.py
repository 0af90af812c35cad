"""Registers the app `network` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """The app `network`."""

    name = "komshi.observatory.network"
    label = "network"
    default_auto_field = "django.db.models.BigAutoField"
