"""Addresses of the members' incidents and map, below the desk."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.incidents import views

app_name = "incidents"
urlpatterns = [
    path("incidents/", views.incident_list, name="list"),
    path("incidents/<path:key>/split/", views.split, name="split"),
    path("incidents/<path:key>/merge/", views.merge, name="merge"),
    path("incidents/<path:key>/", views.incident, name="page"),
    path("map/", views.atlas, name="map"),
    path("map/points.json", views.points, name="points"),
]
