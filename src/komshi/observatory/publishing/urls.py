"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.publishing import views

app_name = "publishing"
urlpatterns = [
    path("", views.home, name="home"),
    path("incidents/", views.incidents, name="incidents"),
    path("incidents/<str:key>/", views.incident, name="incident"),
    path("map/", views.atlas, name="map"),
    path("map/points.json", views.points, name="points"),
    path("how-it-works/", views.how, name="how"),
]
