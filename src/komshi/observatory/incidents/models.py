"""What happened, once, however many outlets told it (derived); and which reports people say tell of the same (kept)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from komshi.observatory.base.models import BaseModel
from komshi.observatory.incidents.choices import State
from komshi.observatory.reading.models import Reading

_STATES = [(state.value, state.value) for state in State]


class IncidentQuerySet(models.QuerySet["_Incident"]):
    """Incidents, and who may see which."""

    def visible_to(self, user: Any) -> IncidentQuerySet:
        """Those with a reading that the person may see. Readings of different audiences are never joined."""
        members = IncidentReading.objects.filter(incident=OuterRef("pk"), reading__in=Reading.objects.visible_to(user))
        return self.filter(Exists(members))

    def in_market(self, market: str) -> IncidentQuerySet:
        """Those that have the market among theirs."""
        return self.filter(market_index__contains=f"|{market}|")


class Incident(BaseModel):
    """One thing that happened. `key` is the article key of the reading that founded it and never changes.

    An incident that lost its readings stays as a row: its key still resolves, to `absorbed_by` if it went there.
    """

    key = models.CharField(max_length=300, unique=True)
    payload = models.JSONField(default=dict)
    market = models.CharField(max_length=40, blank=True, default="")
    markets = models.JSONField(default=list)
    market_index = models.CharField(max_length=700, blank=True, default="")
    event_type = models.CharField(max_length=40, blank=True, default="")
    status = models.CharField(max_length=40, blank=True, default="")
    date = models.CharField(max_length=10, blank=True, default="")
    month = models.CharField(max_length=7, blank=True, default="")
    place_name = models.CharField(max_length=200, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    h3 = models.CharField(max_length=15, blank=True, default="")
    reports = models.PositiveIntegerField(default=0)
    independent_voices = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=_STATES, default=State.WAITING)
    absorbed_by = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="absorbed")

    objects = IncidentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "date", "id"], name="incident_list"),
            models.Index(fields=["country", "month"], name="incident_country"),
            models.Index(fields=["h3"], name="incident_h3"),
        ]

    def __str__(self) -> str:
        return f"incident {self.pk}"


class IncidentReading(models.Model):
    """Which incident a reading tells of; a reading tells of one. `content` is the hash of what was matched."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="members")
    reading = models.OneToOneField(Reading, on_delete=models.CASCADE, related_name="membership")
    content = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"reading {self.reading_id} of incident {self.incident_id}"


class Judgement(models.Model):
    """A person says that two reports tell, or do not tell, of the same event. The latest word on a pair counts."""

    append_only = True

    left = models.CharField(max_length=300)
    right = models.CharField(max_length=300)
    same = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="judgements")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["left"], name="judgement_left"),
            models.Index(fields=["right"], name="judgement_right"),
        ]

    def __str__(self) -> str:
        return f"{self.left} {'is' if self.same else 'is not'} {self.right}"
