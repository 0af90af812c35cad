from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["sensitivity", "kind"], name="sources_document_seen"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["outlet", "published_on", "superseded", "document"], name="sources_article_counted"
            ),
        ),
    ]
