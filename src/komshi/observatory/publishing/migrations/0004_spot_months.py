from django.db import migrations, models


def empty(apps, _schema_editor):
    """Points are counted anew by month; the worker fills the table from the public incidents."""
    apps.get_model("publishing", "PublicSpot").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_public_spots"),
    ]

    operations = [
        migrations.RunPython(empty, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="publicspot", name="public_spot_once"),
        migrations.RemoveIndex(model_name="publicspot", name="public_spot_most"),
        migrations.AddField(
            model_name="publicspot",
            name="month",
            field=models.CharField(blank=True, default="", help_text="YYYY-MM, or empty for all time", max_length=7),
        ),
        migrations.AddIndex(
            model_name="publicspot",
            index=models.Index(
                fields=["-incidents", "latitude", "longitude"], name="public_spot_most", condition=models.Q(month="")
            ),
        ),
        migrations.AddIndex(
            model_name="publicspot",
            index=models.Index(
                fields=["latitude", "longitude", "country", "month", "incidents", "only"], name="public_spot_months"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicspot",
            constraint=models.UniqueConstraint(
                fields=("latitude", "longitude", "country", "month"), name="public_spot_once"
            ),
        ),
    ]
