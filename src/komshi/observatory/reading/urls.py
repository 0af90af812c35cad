"""Addresses of the review desk."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.reading import views

app_name = "desk"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("places/", views.places, name="places"),
    path("<int:article_id>/", views.report, name="reading"),
    path("<int:article_id>/act/", views.act, name="act"),
    path("<int:article_id>/correct/", views.correct, name="correct"),
]
