"""Where public incidents are: each point with its numbers, so that a map is a few thousand rows and not all."""

from __future__ import annotations

from django.db import models


class PublicSpot(models.Model):
    """One public point in one month, or (`month` is empty) in all of its time, with what its place is called.

    Incidents without a month are in the row for all time alone. `only` is the key of one of the row's incidents.
    """

    latitude = models.FloatField()
    longitude = models.FloatField()
    country = models.CharField(max_length=2, blank=True, default="")
    month = models.CharField(max_length=7, blank=True, default="", help_text="YYYY-MM, or empty for all time")
    place = models.CharField(max_length=200, blank=True, default="")
    town = models.CharField(max_length=80, blank=True, default="", help_text="id of the municipality")
    precision = models.CharField(max_length=20, blank=True, default="")
    only = models.CharField(max_length=16)
    incidents = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["latitude", "longitude", "country", "month"], name="public_spot_once"),
        ]
        indexes = [
            models.Index(
                fields=["-incidents", "latitude", "longitude"], name="public_spot_most", condition=models.Q(month="")
            ),
            # A period adds up the months of each point in the order of this index, without touching the rows.
            models.Index(
                fields=["latitude", "longitude", "country", "month", "incidents", "only"], name="public_spot_months"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.latitude},{self.longitude} {self.month}: {self.incidents}"
