"""What people who looked at it say that it does: one row for each standing assessment of one dimension."""

from __future__ import annotations

from django.db import models


class PublicImpact(models.Model):
    """An assessment of a public incident, or of a trend (market in a country or town over months).

    `reason` is empty when its words could not be shown without risk; `citations` are keys of public incidents, each
    with the single words that it may show.
    """

    assessment = models.BigIntegerField(unique=True)
    incident = models.CharField(max_length=16, blank=True, default="", db_index=True)
    market = models.CharField(max_length=40, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    town = models.CharField(max_length=80, blank=True, default="", db_index=True)
    first_month = models.CharField(max_length=7, blank=True, default="")
    last_month = models.CharField(max_length=7, blank=True, default="")
    dimension = models.CharField(max_length=40)
    level = models.CharField(max_length=20)
    direction = models.CharField(max_length=20, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    reason_language = models.CharField(max_length=12, blank=True, default="")
    citations = models.JSONField(default=list)
    people = models.PositiveIntegerField(default=1, help_text="how many stand behind it")
    decided_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.dimension} {self.level}"
