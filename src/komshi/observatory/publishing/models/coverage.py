"""How much was read, so that no count is taken for more than it is: articles a month, and sources that fell silent."""

from __future__ import annotations

from django.db import models


class PublicCoverage(models.Model):
    """Articles read from outlets of one country (two letters; empty: unknown) that were printed in one month."""

    country = models.CharField(max_length=2, blank=True, default="")
    month = models.CharField(max_length=7)
    articles = models.PositiveIntegerField(default=0)
    outlets = models.PositiveIntegerField(default=0)
    last_on = models.DateField(null=True, help_text="the last day of the month on which something was printed")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "month"], name="public_coverage_once")]

    def __str__(self) -> str:
        return f"{self.country} {self.month}: {self.articles}"


class PublicSource(models.Model):
    """One outlet that is read: when it last said something, and from when its silence would be against its habit."""

    outlet = models.CharField(max_length=100, unique=True)
    country = models.CharField(max_length=2, blank=True, default="")
    language = models.CharField(max_length=12, blank=True, default="")
    articles = models.PositiveIntegerField(default=0)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    silent_from = models.DateField(null=True, db_index=True, help_text="null: it never printed regularly")

    def __str__(self) -> str:
        return self.outlet
