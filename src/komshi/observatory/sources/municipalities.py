"""In which municipality is a point, by the boundaries that were imported."""

from __future__ import annotations

from komshi.observatory.sources.geometry import contains
from komshi.observatory.sources.models import Boundary


def boundary_of(latitude: float, longitude: float, *, country: str) -> Boundary | None:
    """The imported boundary that a point of the country lies in; None where none was imported."""
    boundaries = Boundary.objects.filter(
        country=country, south__lte=latitude, north__gte=latitude, west__lte=longitude, east__gte=longitude
    )
    return next((b for b in boundaries.order_by("pk") if contains(b.rings, (latitude, longitude))), None)
