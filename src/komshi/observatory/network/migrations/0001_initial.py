import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from komshi.observatory.base.append_only import AppendOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Profile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("names", models.JSONField(default=list, help_text="other names and spellings")),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("towns", models.JSONField(default=list, help_text="ids of municipalities, the seat first")),
                ("focus", models.JSONField(default=list)),
                ("engagement", models.CharField(blank=True, default="", max_length=40)),
                ("entry_points", models.JSONField(default=list)),
                ("activities", models.JSONField(default=list)),
                ("challenges", models.JSONField(default=list)),
                ("languages", models.JSONField(default=list)),
                ("website", models.CharField(blank=True, default="", max_length=300)),
                ("email", models.CharField(blank=True, default="", max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=60)),
                ("about", models.TextField(blank=True, default="")),
                ("about_language", models.CharField(blank=True, default="", max_length=12)),
                ("source", models.CharField(blank=True, default="", max_length=200)),
                (
                    "own_id",
                    models.CharField(blank=True, default="", help_text="its number in that source", max_length=80),
                ),
                ("imported", models.JSONField(default=dict)),
                ("name_key", models.CharField(blank=True, default="", max_length=400)),
                ("town_index", models.CharField(blank=True, default="", help_text="|id|id|", max_length=900)),
                ("focus_index", models.CharField(blank=True, default="", max_length=900)),
                ("entry_index", models.CharField(blank=True, default="", max_length=300)),
                ("language_index", models.CharField(blank=True, default="", max_length=300)),
                ("search", models.TextField(blank=True, default="")),
                (
                    "account",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profile",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["name_key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("shows", models.JSONField(default=list)),
                ("given_by", models.CharField(blank=True, default="", max_length=200)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="network.profile"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="profile",
            index=models.Index(fields=["name_key", "country"], name="network_name"),
        ),
        migrations.AddIndex(
            model_name="profile",
            index=models.Index(fields=["source", "own_id"], name="network_own_id"),
        ),
        migrations.AddIndex(
            model_name="profile",
            index=models.Index(fields=["country", "name_key"], name="network_country"),
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(fields=["profile", "id"], name="network_consent_newest"),
        ),
        AppendOnly("network_consent"),
    ]
