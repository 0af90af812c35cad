"""Organisations that work against it, with exactly what each of them agreed to show."""

from __future__ import annotations

from django.db import models


class PublicHelper(models.Model):
    """One organisation. Every column but `profile`, `slug` and `name` is empty unless it agreed to show it."""

    profile = models.BigIntegerField(unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    about = models.TextField(blank=True, default="", help_text="one or two sentences of its own")
    about_language = models.CharField(max_length=12, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="", db_index=True)
    towns = models.JSONField(default=list, help_text="ids of municipalities")
    town_index = models.CharField(max_length=900, blank=True, default="", help_text="|id|id|")
    latitude = models.FloatField(null=True, help_text="of its first town, never of its door")
    longitude = models.FloatField(null=True)
    focus = models.JSONField(default=list)
    focus_index = models.CharField(max_length=900, blank=True, default="")
    engagement = models.CharField(max_length=40, blank=True, default="")
    entry_index = models.CharField(max_length=300, blank=True, default="")
    entry_points = models.JSONField(default=list)
    activities = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    challenges = models.JSONField(default=list)
    website = models.CharField(max_length=300, blank=True, default="")
    email = models.CharField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=60, blank=True, default="")
    search = models.TextField(blank=True, default="", help_text="folded name and sentences")
    agreed_on = models.DateField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
