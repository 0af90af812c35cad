"""What the operator says about data protection."""

from __future__ import annotations

import django.utils.timezone
from django.db import migrations, models

from komshi.observatory.base.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("base", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("values", models.JSONField(default=dict, editable=False)),
            ],
        ),
        AppendOnly("base_statement"),
    ]
