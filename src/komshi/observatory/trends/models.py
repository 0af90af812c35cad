"""What people say that an incident, or a trend, does to people. Append-only: only a new row says otherwise."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Assessment(models.Model):
    """One person's word on one dimension of one subject: an incident (its key), or a trend.

    A trend is a market in a country or a town over months; parts that are empty are not meant. `citations` holds
    `{"article": key, "text_sha256": hash, "spans": [[start, end]]}` for an incident, `{"incident": key}` for a trend.
    """

    append_only = True

    incident = models.CharField(max_length=300, blank=True, default="")
    market = models.CharField(max_length=40, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    town = models.CharField(max_length=80, blank=True, default="")
    first_month = models.CharField(max_length=7, blank=True, default="")
    last_month = models.CharField(max_length=7, blank=True, default="")
    dimension = models.CharField(max_length=40)
    level = models.CharField(max_length=20)
    direction = models.CharField(max_length=20)
    reason = models.TextField()
    reason_language = models.CharField(max_length=12)
    citations = models.JSONField(default=list)
    supersedes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessments")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["incident", "dimension"], name="assessment_incident"),
            models.Index(fields=["market", "country", "town"], name="assessment_trend"),
        ]

    def __str__(self) -> str:
        return f"{self.dimension} {self.level}"


class Agreement(models.Model):
    """Another person stands behind an assessment."""

    append_only = True

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="agreements")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "by"], name="agreement_once")]

    def __str__(self) -> str:
        return f"agreement to {self.assessment_id}"


class Withdrawal(models.Model):
    """An assessment is taken back; what stood before it stands again."""

    append_only = True

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="withdrawal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"withdrawal of {self.assessment_id}"
