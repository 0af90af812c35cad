"""The one address of the reader that needs no account."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.reading.tryout import try_reading

app_name = "try"
urlpatterns = [path("", try_reading, name="page")]
