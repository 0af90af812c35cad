"""Where public incidents are: each point once with its number, so that a map is a few thousand rows and not all."""

from __future__ import annotations

from django.db import models


class PublicSpot(models.Model):
    """One public point: how many incidents are on it, and what its place is called. `only` is the key of one."""

    latitude = models.FloatField()
    longitude = models.FloatField()
    country = models.CharField(max_length=2, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    town = models.CharField(max_length=80, blank=True, default="", help_text="id of the municipality")
    precision = models.CharField(max_length=20, blank=True, default="")
    only = models.CharField(max_length=16)
    incidents = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["latitude", "longitude", "country"], name="public_spot_once"),
        ]
        indexes = [models.Index(fields=["-incidents", "latitude", "longitude"], name="public_spot_most")]

    def __str__(self) -> str:
        return f"{self.latitude},{self.longitude}: {self.incidents}"
