"""What organisations asked of authorities in public, and until when an answer or an objection is due."""

from __future__ import annotations

from django.db import models


class PublicFiling(models.Model):
    """One request or report that its organisation agreed to show. Names an office, never a person."""

    filing = models.BigIntegerField(unique=True)
    kind = models.CharField(max_length=40)
    institution = models.CharField(max_length=80, blank=True, default="")
    country = models.CharField(max_length=2)
    town = models.CharField(max_length=80, blank=True, default="", db_index=True)
    helper = models.CharField(max_length=80, blank=True, default="", help_text="slug of a public helper, or empty")
    incident = models.CharField(max_length=16, blank=True, default="", help_text="key of a public incident, or empty")
    filed_on = models.DateField()
    answer_due = models.DateField(null=True)
    object_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    outcome = models.CharField(max_length=40, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.kind} {self.filed_on}"
