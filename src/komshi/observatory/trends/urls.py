"""Addresses of the members' pages of impact, below the desk."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.trends import views

app_name = "trends"
urlpatterns = [
    path("incidents/<path:key>/impact/", views.incident_impact, name="incident"),
    path("trends/impact/", views.trend_impact, name="trend"),
    path("assessments/<int:pk>/agree/", views.agree, name="agree"),
    path("assessments/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
