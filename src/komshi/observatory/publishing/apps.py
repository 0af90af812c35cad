"""Registers the app `publishing` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The app `publishing`."""

    name = "komshi.observatory.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
