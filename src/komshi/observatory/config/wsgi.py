"""The WSGI application that granian serves."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from komshi.observatory.base.settled import settle
from komshi.observatory.config.lifeline import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "komshi.observatory.config.settings")
# Granian serves in a child of its own: were it killed, that child would hold the port for ever.
if parent := os.environ.get("KOMSHI_WEB_PARENT"):
    die_with_parent(int(parent))

application = get_wsgi_application()
settle()
