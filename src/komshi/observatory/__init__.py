"""The Django project: thin apps, each importing only those before it."""
