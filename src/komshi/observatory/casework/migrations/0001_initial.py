"""Filings, and the steps of people with them."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import komshi.observatory.casework.choices
from komshi.observatory.base.append_only import AppendOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("incidents", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Filing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("profile", models.SlugField(blank=True, default="", max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("institution", models.CharField(max_length=80)),
                ("country", models.CharField(max_length=2)),
                ("town", models.CharField(blank=True, default="", max_length=80)),
                ("filed_on", models.DateField()),
                ("answered_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "No answer yet"),
                            ("answered", "Answered"),
                            ("partly", "Answered in part"),
                            ("refused", "Refused"),
                            ("silence", "No answer in time"),
                        ],
                        default=komshi.observatory.casework.choices.Outcome["WAITING"],
                        max_length=20,
                    ),
                ),
                ("public", models.BooleanField(default=False)),
                (
                    "incident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="filings",
                        to="incidents.incident",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filings",
                        to="accounts.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FilingEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("add", "Filed"),
                            ("answer", "Answer recorded"),
                            ("show", "Agreed to show it in public"),
                            ("hide", "No longer shown in public"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("waiting", "No answer yet"),
                            ("answered", "Answered"),
                            ("partly", "Answered in part"),
                            ("refused", "Refused"),
                            ("silence", "No answer in time"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("day", models.DateField(null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="casework.filing"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddIndex(
            model_name="filing",
            index=models.Index(fields=["organisation", "filed_on"], name="filing_of"),
        ),
        AppendOnly("casework_filingevent"),
    ]
