"""What the public may see, and nothing else: no key leads to a private table, no column holds a name or a text."""

from __future__ import annotations

from django.db import models


class PublicIncidentQuerySet(models.QuerySet["PublicIncident"]):
    """Public incidents."""

    def newest_first(self) -> PublicIncidentQuerySet:
        """The order of every public list: by the day of the event, undated ones last."""
        return self.order_by("-date", "-checked_at", "key")


class PublicIncident(models.Model):
    """One incident that people have checked. `key` is drawn from the private key and cannot be turned back into it.

    `incident` is a bare number that the projection finds its row by; pages never show it.
    """

    key = models.CharField(max_length=16, unique=True)
    incident = models.BigIntegerField(unique=True)
    markets = models.JSONField(default=list)
    market_index = models.CharField(max_length=700, blank=True, default="")
    event_type = models.CharField(max_length=40, blank=True, default="", db_index=True)
    status = models.CharField(max_length=40, blank=True, default="")
    date = models.CharField(max_length=10, blank=True, default="")
    date_precision = models.CharField(max_length=10, blank=True, default="")
    month = models.CharField(max_length=7, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=20, blank=True, default="")
    quantities = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    sources = models.JSONField(default=list)
    observed = models.BooleanField(default=False)
    independent_voices = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField()

    objects = PublicIncidentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["date", "checked_at"], name="public_newest"),
            models.Index(fields=["country", "month"], name="public_country"),
        ]

    def __str__(self) -> str:
        return self.key


class Withdrawn(models.Model):
    """A public page that is gone: taken back, or told with another one (`into`, its key)."""

    key = models.CharField(max_length=16, unique=True)
    incident = models.BigIntegerField(unique=True)
    into = models.CharField(max_length=16, blank=True, default="")

    def __str__(self) -> str:
        return self.key


class CountryCount(models.Model):
    """How many incidents of one country people have checked, and how many still wait; says nothing of what waits."""

    country = models.CharField(max_length=2, unique=True)
    checked = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.country}: {self.checked} checked, {self.waiting} waiting"
