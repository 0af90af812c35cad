"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path

from komshi.observatory.publishing.pages import atlas, helpers, home, incident, incidents, method, towns, trends

app_name = "publishing"
urlpatterns = [
    path("", home.home, name="home"),
    path("towns/", towns.finder, name="towns"),
    path("towns/<slug:town_id>/", towns.town, name="town"),
    path("towns/<slug:town_id>/card.png", towns.card, name="town_card"),
    path("towns/<slug:town_id>/code.svg", towns.code, name="town_code"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/list.csv", incidents.incidents_csv, name="incidents_csv"),
    path("incidents/list.geojson", incidents.incidents_geojson, name="incidents_geojson"),
    path("incidents/<str:key>/", incident.incident, name="incident"),
    path("map/", atlas.atlas, name="map"),
    path("map/points.json", atlas.points, name="points"),
    path("map/helpers.json", atlas.helper_points, name="helper_points"),
    path("trends/", trends.trends, name="trends"),
    path("trends/chart.svg", trends.chart_svg, name="trend_svg"),
    path("trends/chart.png", trends.chart_png, name="trend_png"),
    path("trends/data.csv", trends.data_csv, name="trend_csv"),
    path("helpers/", helpers.helpers, name="helpers"),
    path("helpers/<slug:slug>/", helpers.helper, name="helper"),
    path("how-it-works/", method.how, name="how"),
    path("method/", method.method, name="method"),
    path("data-protection/", method.data_protection, name="data_protection"),
]
