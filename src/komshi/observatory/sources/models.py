"""What was received: sources, the bytes of each document, and the article that stands in it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Organisation
from komshi.observatory.accounts.permissions import active_memberships
from komshi.observatory.base.given import web_address
from komshi.observatory.base.models import BaseModel
from komshi.observatory.sources import choices
from komshi.pipeline.types import Article as PipelineArticle

if TYPE_CHECKING:
    from komshi.observatory.accounts.permissions import Person

LONGEST_ID = 200


class Source(models.Model):
    """Where documents come from: an outlet's feed, a set of imported files, or the members of an organisation."""

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices.SOURCE_KINDS)
    language = models.CharField(max_length=12, null=True, blank=True)
    country = models.CharField(max_length=2, null=True, blank=True)
    homepage = models.URLField(max_length=500, blank=True)
    feed_url = models.URLField(max_length=500, blank=True)
    active = models.BooleanField(default=True)
    etag = models.CharField(max_length=400, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    last_ok_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class FetchRun(models.Model):
    """One visit to a source, whatever came of it."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="runs")
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=choices.OUTCOMES)
    message = models.TextField(blank=True)
    new_articles = models.IntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.source_id} {self.started_at:%Y-%m-%d %H:%M} {self.outcome}"


class Document(models.Model):
    """The bytes as they were received, with their hash. Never changed; a changed text is a new document."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=choices.DOCUMENT_KINDS)
    sha256 = models.CharField(max_length=64)
    body = models.BinaryField(help_text="zlib")
    media_type = models.CharField(max_length=100)
    url = models.CharField(max_length=2000, blank=True)
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="documents"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="documents", help_text="null: an open source"
    )
    sensitivity = models.CharField(max_length=20, choices=choices.SENSITIVITIES, default=choices.Sensitivity.OPEN.value)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "sha256", "kind"], name="sources_document_once")]
        indexes = [models.Index(fields=["sensitivity", "kind"], name="sources_document_seen")]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"

    @property
    def content(self) -> bytes:
        """The bytes as they came."""
        return zlib.decompress(bytes(self.body))


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, and who may see which."""

    def visible_to(self, user: Person) -> ArticleQuerySet:
        """Those that a person may see; none for somebody without a standing membership.

        Open documents: every member. `members`: members of the organisation that holds it (every one when none does).
        `restricted`: who gave it, and the editors and operators of that organisation.
        """
        memberships = active_memberships(user)
        if not memberships:
            return self.none()
        own = [one.organisation_id for one in memberships]
        edited = [one.organisation_id for one in memberships if Role(one.role).rank >= Role.EDITOR.rank]
        restricted = Q(document__sensitivity=choices.Sensitivity.RESTRICTED)
        visible = Q(document__sensitivity=choices.Sensitivity.OPEN)
        visible |= ~restricted & (Q(document__organisation=None) | Q(document__organisation__in=own))
        visible |= restricted & (Q(document__received_by=user) | Q(document__organisation__in=edited))
        return self.filter(visible)


class Article(BaseModel):
    """One text as it stands now, found in its newest document. `key` is its name outside the database too."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="articles")
    key = models.CharField(max_length=300, unique=True)
    title = models.TextField(blank=True)
    text = models.TextField()
    url = models.CharField(max_length=2000, blank=True)
    outlet = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=40, blank=True)
    published = models.CharField(max_length=40, blank=True, help_text="ISO date or time as given")
    published_on = models.DateField(null=True, db_index=True)
    text_sha256 = models.CharField(max_length=64, db_index=True, help_text="of the canonical text")
    superseded = models.BooleanField(default=False, help_text="its source took it back; it no longer counts")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        # Counting what was read must not touch the texts: this index holds all that it asks.
        indexes = [
            models.Index(fields=["outlet", "published_on", "superseded", "document"], name="sources_article_counted")
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def canonical(self) -> str:
        """The text that offsets of evidence point into."""
        return self.for_pipeline().canonical

    @property
    def link(self) -> str:
        """The address where it may be a link; a stored one may be of any kind."""
        return web_address(self.url)

    def for_pipeline(self) -> PipelineArticle:
        """The article as the reader takes it; its id is the key."""
        return PipelineArticle(
            id=self.key,
            text=self.text,
            title=self.title or None,
            url=self.url or None,
            outlet=self.outlet or None,
            language=self.language or None,
            published=self.published or None,
        )


class Observation(models.Model):
    """What a member saw or heard, in the member's own words."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="observation")
    what = models.TextField()
    where = models.CharField(max_length=300)
    when = models.DateField()
    certainty = models.CharField(max_length=20, choices=choices.CERTAINTIES)
    sensitivity = models.CharField(max_length=20, choices=choices.SENSITIVITIES)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="observations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="observations")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"observation {self.pk}"


class ImportJob(BaseModel):
    """A file of articles on its way in. `offset` and `line` move in the transaction that stores what stands before."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="jobs")
    kind = models.CharField(max_length=20, default="articles")
    path = models.CharField(max_length=300, help_text="below the data folder")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, help_text="of the unpacked bytes")
    size = models.BigIntegerField(help_text="unpacked bytes")
    offset = models.BigIntegerField(default=0)
    line = models.BigIntegerField(default=0)
    state = models.CharField(max_length=20, choices=choices.JOB_STATES, default=choices.JobState.WAITING.value)
    accepted = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    messages = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="jobs")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="jobs")
    sensitivity = models.CharField(max_length=20, choices=choices.SENSITIVITIES, default=choices.Sensitivity.OPEN.value)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.state}"


class ImportedPlace(models.Model):
    """One row of an imported gazetteer."""

    dataset = models.CharField(max_length=120)
    external_id = models.CharField(max_length=80)
    country = models.CharField(max_length=2)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=list, help_text="other names")
    kind = models.CharField(max_length=40, blank=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.IntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dataset", "external_id"], name="sources_place_once")]
        indexes = [models.Index(fields=["country", "latitude"], name="sources_place_where")]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})"


class Boundary(models.Model):
    """A municipality. `rings` is a list of polygons, each an outer ring and its holes, of [longitude, latitude]."""

    dataset = models.CharField(max_length=120)
    external_id = models.CharField(max_length=80)
    country = models.CharField(max_length=2)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=list)
    latitude = models.FloatField(help_text="of the seat or of a point inside")
    longitude = models.FloatField()
    south = models.FloatField()
    west = models.FloatField()
    north = models.FloatField()
    east = models.FloatField()
    rings = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dataset", "external_id"], name="sources_boundary_once")]
        indexes = [models.Index(fields=["country", "south", "north"], name="sources_boundary_box")]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})"
