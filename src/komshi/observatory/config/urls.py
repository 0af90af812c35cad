"""All addresses. Everything for people stands under its language; `/` answers in the reader's language itself."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from komshi.observatory.accounts.views import without_mail
from komshi.observatory.config.views import demo_door, front, health, tour

urlpatterns = [
    path("", front, name="front"),
    path("health/", health, name="health"),
    path("i18n/", include("django.conf.urls.i18n")),
    *i18n_patterns(
        # Komshi sends no mail, so the pages of allauth that promise one are replaced.
        path("accounts/password/reset/", without_mail),
        path("accounts/email/", without_mail),
        path("accounts/", include("allauth.urls")),
        path("tour/", tour, name="tour"),
        path("tour/enter/", demo_door, name="demo_door"),
        path("try/", include("komshi.observatory.reading.public_urls")),
        path("", include("komshi.observatory.sources.urls")),
        # Before the incidents, whose keys may hold a slash.
        path("desk/", include("komshi.observatory.trends.urls")),
        path("desk/", include("komshi.observatory.incidents.urls")),
        path("desk/", include("komshi.observatory.reading.urls")),
        path("desk/", include("komshi.observatory.network.urls")),
        path("desk/", include("komshi.observatory.casework.urls")),
        path("desk/", include("komshi.observatory.accounts.urls")),
        path("", include("komshi.observatory.publishing.urls")),
        prefix_default_language=True,
    ),
]
handler400 = "komshi.observatory.base.views.bad_request"
handler403 = "komshi.observatory.base.views.not_allowed"
handler404 = "komshi.observatory.base.views.not_found"
handler500 = "komshi.observatory.base.views.server_error"
