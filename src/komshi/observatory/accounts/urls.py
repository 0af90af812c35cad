"""Addresses of the operator's pages, below the desk."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.accounts import views

app_name = "accounts"
urlpatterns = [path("statement/", views.statement_page, name="statement")]
