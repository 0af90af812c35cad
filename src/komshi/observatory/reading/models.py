"""What an article says (derived, can be thrown away) and what people decided about it (append-only, never lost)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from komshi.observatory.base.models import BaseModel
from komshi.observatory.reading.choices import Decision, State
from komshi.observatory.sources.models import Article

_STATES = [(state.value, state.value) for state in State]
_DECISIONS = [(decision.value, decision.value) for decision in Decision]


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings that a person may know of."""

    def visible_to(self, user: Any) -> ReadingQuerySet:
        """Readings of the articles that the person may see."""
        return self.filter(article__in=Article.objects.visible_to(user))


class Reading(BaseModel):
    """What the reader reads in one article today. Rebuilt at will; `state` is derived from the reviews.

    The columns beside `payload` repeat, for lists and maps, the first event of the *effective* payload:
    what people stand behind where they decided, otherwise what the reader reads.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="reading")
    reader = models.CharField(max_length=40)
    payload = models.JSONField(default=dict)
    effective = models.JSONField(default=dict)
    text_sha256 = models.CharField(max_length=64)
    relevant = models.BooleanField(default=False)
    relevance = models.FloatField(default=0.0)
    market = models.CharField(max_length=40, blank=True, default="")
    event_type = models.CharField(max_length=40, blank=True, default="")
    date = models.CharField(max_length=10, blank=True, default="")
    place_name = models.CharField(max_length=200, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    day_from = models.IntegerField(null=True)
    day_to = models.IntegerField(null=True)
    language = models.CharField(max_length=12, blank=True, default="")
    state = models.CharField(max_length=10, choices=_STATES, default=State.WAITING)
    missing = models.PositiveSmallIntegerField(default=1)
    rank = models.BigIntegerField(default=0)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["relevant", "state", "rank", "article"], name="reading_queue"),
            models.Index(fields=["reader"], name="reading_reader"),
            models.Index(fields=["text_sha256"], name="reading_text"),
            models.Index(fields=["day_from", "day_to"], name="reading_days"),
        ]

    def __str__(self) -> str:
        return f"reading {self.pk} of article {self.article_id}"


class Review(models.Model):
    """One act of one person. Keeps the payload that the person saw, so that the act stays true whatever comes later."""

    append_only = True

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="reviews")
    text_sha256 = models.CharField(max_length=64)
    reading_payload = models.JSONField(default=dict)
    decision = models.CharField(max_length=10, choices=_DECISIONS)
    corrections = models.JSONField(default=dict)
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["article", "id"], name="review_article"),
            models.Index(fields=["by", "at"], name="review_by"),
        ]

    def __str__(self) -> str:
        return f"{self.decision} of article {self.article_id}"
