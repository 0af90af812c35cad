"""Incidents that people have checked, pages that were taken back, and how many wait."""

from __future__ import annotations

from django.db import models

_ORDER = ["-date", "-checked_at", "key"]
_ASKED = ["market_index", "event_type", "month", "town", "latitude", "longitude"]
_SPOTS = [
    "latitude", "longitude", "country", "place", "market_index", "event_type", "month", "town", "precision", "key",
]  # fmt: skip


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
    event_type = models.CharField(max_length=40, blank=True, default="")
    status = models.CharField(max_length=40, blank=True, default="")
    date = models.CharField(max_length=10, blank=True, default="")
    date_precision = models.CharField(max_length=10, blank=True, default="")
    month = models.CharField(max_length=7, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=20, blank=True, default="")
    town = models.CharField(max_length=80, blank=True, default="", help_text="id of the municipality")
    quantities = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    sources = models.JSONField(default=list)
    history = models.JSONField(default=list, help_text="what people did with it, day by day, without who")
    observed = models.BooleanField(default=False)
    independent_voices = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField()

    objects = PublicIncidentQuerySet.as_manager()

    class Meta:
        indexes = [
            # Rows are wide: lists and maps find, count and order by these alone, whatever the filter, and then fetch
            # the few rows that they show. Measured over 100,000 incidents, a page of a list went from 274 ms to 17.
            models.Index(fields=[*_ORDER, "country", *_ASKED], name="public_newest"),
            models.Index(fields=["country", *_ORDER, *_ASKED, "place", "precision"], name="public_country"),
            models.Index(fields=["event_type", *_ORDER, "country", "market_index", "month"], name="public_type"),
            models.Index(fields=["town", "month", "market_index"], name="public_town"),
            models.Index(
                fields=["town", *_ORDER, "latitude", "longitude", "country", "place", "precision"],
                name="public_town_newest",
            ),
            models.Index(fields=_SPOTS, name="public_spots"),
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
