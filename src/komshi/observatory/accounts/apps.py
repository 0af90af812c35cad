"""Registers the app `accounts` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app `accounts`."""

    name = "komshi.observatory.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
