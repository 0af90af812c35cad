"""How many public incidents each month has: counted once when something changes, not again for every reader."""

from __future__ import annotations

from django.db import models


class PublicMonth(models.Model):
    """Public incidents of one country (empty: not known) in one month, of one market or (`market` empty) of all.

    An incident of two markets counts in each of them, and once where all are counted.
    """

    country = models.CharField(max_length=2, blank=True, default="")
    market = models.CharField(max_length=40, blank=True, default="", help_text="empty: all")
    month = models.CharField(max_length=7, blank=True, default="", help_text="empty: not known")
    incidents = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "month", "market"], name="public_month_once")]
        indexes = [models.Index(fields=["market", "country"], name="public_month_series")]

    def __str__(self) -> str:
        return f"{self.country} {self.market} {self.month}: {self.incidents}"
