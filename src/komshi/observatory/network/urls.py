"""Addresses of the members' pages of `network`, below the desk."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.network import views

app_name = "network"
urlpatterns = [
    path("network/", views.registry, name="list"),
    path("network/add/", views.add, name="add"),
    path("network/partners/", views.partners, name="partners"),
    path("network/<int:pk>/", views.profile, name="profile"),
    path("network/<int:pk>/change/", views.change, name="change"),
    path("network/<int:pk>/shown/", views.consent, name="consent"),
]
