"""Organisations that work against it or keep people out of its reach, and what each of them agreed to show."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from komshi.observatory.base.models import BaseModel


class Profile(BaseModel):
    """An organisation in the registry, whether it takes part in the observatory or not. Nothing of it is public.

    `account` is the organisation of the observatory that it is, if it takes part. `source` says where the entry comes
    from: the name of an imported file, or `member`. `imported` keeps what the last file said, so that a repeated
    import changes only what no person has changed since. The columns that end in `_index`, `name_key` and `search`
    follow from the others.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=list, help_text="other names and spellings")
    country = models.CharField(max_length=2, blank=True, default="")
    towns = models.JSONField(default=list, help_text="ids of municipalities, the seat first")
    focus = models.JSONField(default=list)
    engagement = models.CharField(max_length=40, blank=True, default="")
    entry_points = models.JSONField(default=list)
    activities = models.JSONField(default=list)
    challenges = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    website = models.CharField(max_length=300, blank=True, default="")
    email = models.CharField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=60, blank=True, default="")
    about = models.TextField(blank=True, default="")
    about_language = models.CharField(max_length=12, blank=True, default="")
    account = models.OneToOneField(
        "accounts.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="profile"
    )
    source = models.CharField(max_length=200, blank=True, default="")
    own_id = models.CharField(max_length=80, blank=True, default="", help_text="its number in that source")
    imported = models.JSONField(default=dict)
    name_key = models.CharField(max_length=400, blank=True, default="")
    town_index = models.CharField(max_length=900, blank=True, default="", help_text="|id|id|")
    focus_index = models.CharField(max_length=900, blank=True, default="")
    entry_index = models.CharField(max_length=300, blank=True, default="")
    language_index = models.CharField(max_length=300, blank=True, default="")
    search = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["name_key", "pk"]
        indexes = [
            models.Index(fields=["name_key", "country"], name="network_name"),
            models.Index(fields=["source", "own_id"], name="network_own_id"),
            models.Index(fields=["country", "name_key"], name="network_country"),
        ]

    def __str__(self) -> str:
        return self.slug


class Consent(models.Model):
    """One word of an organisation on what may be public; the newest row stands, an empty list takes all back.

    `by` took it down; `given_by` says in free words who of the organisation gave it, and is never shown in public.
    """

    append_only = True

    profile = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="consents")
    shows = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    given_by = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["profile", "id"], name="network_consent_newest")]

    def __str__(self) -> str:
        return f"consent {self.pk} of profile {self.profile_id}"
