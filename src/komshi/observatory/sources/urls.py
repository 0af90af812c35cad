"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.sources import views

app_name = "sources"
urlpatterns = [
    path("submit/paste/", views.submit_paste, name="paste"),
    path("submit/file/", views.submit_file, name="file"),
    path("submit/file/<int:pk>/", views.job_detail, name="job"),
    path("submit/observation/", views.submit_observation, name="observation"),
    path("sources/", views.source_list, name="list"),
]
