from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicCoverage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("month", models.CharField(max_length=7)),
                ("articles", models.PositiveIntegerField(default=0)),
                ("outlets", models.PositiveIntegerField(default=0)),
                (
                    "last_on",
                    models.DateField(help_text="the last day of the month on which something was printed", null=True),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PublicFiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("filing", models.BigIntegerField(unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("institution", models.CharField(blank=True, default="", max_length=80)),
                ("country", models.CharField(max_length=2)),
                ("town", models.CharField(blank=True, db_index=True, default="", max_length=80)),
                (
                    "helper",
                    models.CharField(
                        blank=True, default="", help_text="slug of a public helper, or empty", max_length=80
                    ),
                ),
                (
                    "incident",
                    models.CharField(
                        blank=True, default="", help_text="key of a public incident, or empty", max_length=16
                    ),
                ),
                ("filed_on", models.DateField()),
                ("answer_due", models.DateField(null=True)),
                ("object_by", models.DateField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("outcome", models.CharField(blank=True, default="", max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="PublicHelper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("profile", models.BigIntegerField(unique=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("about", models.TextField(blank=True, default="", help_text="one or two sentences of its own")),
                ("about_language", models.CharField(blank=True, default="", max_length=12)),
                ("country", models.CharField(blank=True, db_index=True, default="", max_length=2)),
                ("towns", models.JSONField(default=list, help_text="ids of municipalities")),
                ("town_index", models.CharField(blank=True, default="", help_text="|id|id|", max_length=900)),
                ("latitude", models.FloatField(help_text="of its first town, never of its door", null=True)),
                ("longitude", models.FloatField(null=True)),
                ("focus", models.JSONField(default=list)),
                ("focus_index", models.CharField(blank=True, default="", max_length=900)),
                ("engagement", models.CharField(blank=True, default="", max_length=40)),
                ("entry_index", models.CharField(blank=True, default="", max_length=300)),
                ("entry_points", models.JSONField(default=list)),
                ("activities", models.JSONField(default=list)),
                ("languages", models.JSONField(default=list)),
                ("challenges", models.JSONField(default=list)),
                ("website", models.CharField(blank=True, default="", max_length=300)),
                ("email", models.CharField(blank=True, default="", max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=60)),
                ("search", models.TextField(blank=True, default="", help_text="folded name and sentences")),
                ("agreed_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="PublicImpact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("assessment", models.BigIntegerField(unique=True)),
                ("incident", models.CharField(blank=True, db_index=True, default="", max_length=16)),
                ("market", models.CharField(blank=True, default="", max_length=40)),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("town", models.CharField(blank=True, db_index=True, default="", max_length=80)),
                ("first_month", models.CharField(blank=True, default="", max_length=7)),
                ("last_month", models.CharField(blank=True, default="", max_length=7)),
                ("dimension", models.CharField(max_length=40)),
                ("level", models.CharField(max_length=20)),
                ("direction", models.CharField(blank=True, default="", max_length=20)),
                ("reason", models.TextField(blank=True, default="")),
                ("reason_language", models.CharField(blank=True, default="", max_length=12)),
                ("citations", models.JSONField(default=list)),
                ("people", models.PositiveIntegerField(default=1, help_text="how many stand behind it")),
                ("decided_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="PublicMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("market", models.CharField(blank=True, default="", help_text="empty: all", max_length=40)),
                ("month", models.CharField(blank=True, default="", help_text="empty: not known", max_length=7)),
                ("incidents", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["market", "country"], name="public_month_series")],
                "constraints": [
                    models.UniqueConstraint(fields=("country", "month", "market"), name="public_month_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("outlet", models.CharField(max_length=100, unique=True)),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("language", models.CharField(blank=True, default="", max_length=12)),
                ("articles", models.PositiveIntegerField(default=0)),
                ("first_on", models.DateField(null=True)),
                ("last_on", models.DateField(null=True)),
                (
                    "silent_from",
                    models.DateField(db_index=True, help_text="null: it never printed regularly", null=True),
                ),
            ],
        ),
        migrations.AddField(
            model_name="publicincident",
            name="history",
            field=models.JSONField(default=list, help_text="what people did with it, day by day, without who"),
        ),
        migrations.AddField(
            model_name="publicincident",
            name="town",
            field=models.CharField(blank=True, default="", help_text="id of the municipality", max_length=80),
        ),
        migrations.AlterField(
            model_name="publicincident",
            name="event_type",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.RemoveIndex(model_name="publicincident", name="public_newest"),
        migrations.RemoveIndex(model_name="publicincident", name="public_country"),
        migrations.AddIndex(
            model_name="publicincident",
            index=models.Index(
                fields=[
                    "-date",
                    "-checked_at",
                    "key",
                    "country",
                    "market_index",
                    "event_type",
                    "month",
                    "town",
                    "latitude",
                    "longitude",
                ],
                name="public_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="publicincident",
            index=models.Index(
                fields=[
                    "country",
                    "-date",
                    "-checked_at",
                    "key",
                    "market_index",
                    "event_type",
                    "month",
                    "town",
                    "latitude",
                    "longitude",
                    "place",
                    "precision",
                ],
                name="public_country",
            ),
        ),
        migrations.AddIndex(
            model_name="publicincident",
            index=models.Index(
                fields=["event_type", "-date", "-checked_at", "key", "country", "market_index", "month"],
                name="public_type",
            ),
        ),
        migrations.AddIndex(
            model_name="publicincident",
            index=models.Index(fields=["town", "month", "market_index"], name="public_town"),
        ),
        migrations.AddIndex(
            model_name="publicincident",
            index=models.Index(
                fields=[
                    "town",
                    "-date",
                    "-checked_at",
                    "key",
                    "latitude",
                    "longitude",
                    "country",
                    "place",
                    "precision",
                ],
                name="public_town_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="publicincident",
            index=models.Index(
                fields=[
                    "latitude",
                    "longitude",
                    "country",
                    "place",
                    "market_index",
                    "event_type",
                    "month",
                    "town",
                    "precision",
                    "key",
                ],
                name="public_spots",
            ),
        ),
        migrations.CreateModel(
            name="PublicFirst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("town", models.CharField(max_length=80)),
                ("market", models.CharField(blank=True, default="", max_length=40)),
                ("day", models.CharField(blank=True, default="", max_length=10)),
                (
                    "incident",
                    models.BigIntegerField(
                        db_index=True, help_text="bare number of the incident, as in PublicIncident"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["day", "town"], name="public_first_day")],
                "constraints": [models.UniqueConstraint(fields=("town", "market"), name="public_first_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="publiccoverage",
            constraint=models.UniqueConstraint(fields=("country", "month"), name="public_coverage_once"),
        ),
    ]
