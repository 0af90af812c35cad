"""When a town was first told of, at all and for each kind of trade: counted once, when its incidents change."""

from __future__ import annotations

from django.db import models


class PublicFirst(models.Model):
    """The earliest public incident of one town (`market` empty) or of one market there. `day` may be partial or empty.

    Kept because asking all incidents of all towns took a third of the time that the first page has.
    """

    town = models.CharField(max_length=80)
    market = models.CharField(max_length=40, blank=True, default="")
    day = models.CharField(max_length=10, blank=True, default="")
    incident = models.BigIntegerField(db_index=True, help_text="bare number of the incident, as in PublicIncident")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "market"], name="public_first_once")]
        indexes = [models.Index(fields=["day", "town"], name="public_first_day")]

    def __str__(self) -> str:
        return f"{self.town} {self.market} {self.day}"
