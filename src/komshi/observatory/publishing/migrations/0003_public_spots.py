from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_public_house"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicSpot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("latitude", models.FloatField()),
                ("longitude", models.FloatField()),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("town", models.CharField(blank=True, default="", help_text="id of the municipality", max_length=80)),
                ("precision", models.CharField(blank=True, default="", max_length=20)),
                ("only", models.CharField(max_length=16)),
                ("incidents", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["-incidents", "latitude", "longitude"], name="public_spot_most")],
                "constraints": [
                    models.UniqueConstraint(fields=("latitude", "longitude", "country"), name="public_spot_once")
                ],
            },
        ),
    ]
