"""What every app stands on: the append-only event log, and how far each later stage has read it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class BaseModel(models.Model):
    """Row with its times of birth and last change (UTC)."""

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        abstract = True


class Event(models.Model):
    """One thing that happened, in the order of its primary key. Holds ids and numbers, never a text or a name.

    People and organisations are kept as bare numbers: the log outlives the rows that it speaks of.
    """

    append_only = True

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor_id = models.BigIntegerField(null=True, editable=False)
    organisation_id = models.BigIntegerField(null=True, editable=False)
    action = models.CharField(max_length=80, editable=False)
    subject_type = models.CharField(max_length=80, editable=False)
    subject_id = models.CharField(max_length=80, editable=False)
    data = models.JSONField(default=dict, editable=False)

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="base_event_subject")]

    def __str__(self) -> str:
        return f"{self.pk} {self.action} {self.subject_type}:{self.subject_id}"


class Cursor(models.Model):
    """How far a later stage has read the event log: the primary key of the last event that it has dealt with."""

    name = models.CharField(max_length=80, unique=True)
    position = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} at {self.position}"


class Statement(models.Model):
    """What the operator says about data protection, all of it public; the newest row stands (see `statement.py`)."""

    append_only = True

    at = models.DateTimeField(default=timezone.now, editable=False)
    values = models.JSONField(default=dict, editable=False)

    def __str__(self) -> str:
        return f"statement {self.pk}"
