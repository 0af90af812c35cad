"""Addresses of the members' pages of `casework`."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.casework import views

app_name = "casework"
urlpatterns = [
    path("filings/", views.filings, name="filings"),
    path("filings/add/", views.add, name="add"),
    path("filings/<int:pk>/", views.filing, name="filing"),
    path("filings/<int:pk>/answer/", views.answer, name="answer"),
    path("filings/<int:pk>/public/", views.public, name="public"),
]
