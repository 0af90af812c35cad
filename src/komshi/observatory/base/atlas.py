"""Maps of incidents: every place once with its number, as a drawing and as points, with the list beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from komshi.observatory.base import wording
from komshi.observatory.base.drawing import Drawing, Point, drawing
from komshi.observatory.base.filtering import Choices, Filter
from komshi.observatory.base.listing import Spot, in_words
from komshi.observatory.base.place_names import place_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from django.db.models import QuerySet

    from komshi.observatory.base.listing import Audience, Entry

BESIDE_MAP = 20
MOST_SPOTS = 5000
STEP, VIEW = "step", "view"
_AT_ONCE = 900
_BARS_HIGH = 30
_FARTHEST = 720.0
"""Degrees: a map that is moved round the earth counts on."""


@dataclass(frozen=True)
class TimeLine:
    """The incidents of each month as bars side by side, in two outlines: of the months shown, and of the others."""

    width: int
    shown: str
    others: str


@dataclass(frozen=True)
class MapPage:
    """The drawing and the list beside it; scripts turn them into a map and ask for a `part` of it as it moves.

    Without `part` it is whole. What a part does not need is not asked of the database and stays empty.
    """

    filter: Filter
    part: str
    in_view: int
    listed: Sequence[Entry]
    list_url: str
    points_url: str
    total: int = 0
    placeless: int = 0
    choices: Choices | None = None
    time_line: TimeLine | None = None
    drawing: Drawing | None = None

    @property
    def words(self) -> dict[str, str]:
        """What the scripts of the map say."""
        return {
            "Map.Title": _(
                "Map. Arrow keys move it, plus and minus zoom. Tab goes from point to point, Escape goes back."
            ),
            "NavigationControl.ZoomIn": _("Zoom in"),
            "NavigationControl.ZoomOut": _("Zoom out"),
            "incidents": _("Incidents close together: %(n)s. Press to come closer."),
            "helpers": _("Organisations close together: %(n)s. Press to come closer."),
            "failed": _("This could not be brought up to date. Check your connection, then choose Show."),
        }

    @property
    def frame(self) -> str:
        """The template around the page: everything, or nothing."""
        return "includes/part.html" if self.part else "base.html"


def map_page(
    query: Mapping[str, str],
    *,
    audience: Audience,
    helpers: Iterable[Point] = (),
    gaps: Collection[str] = (),
) -> MapPage:
    """The map that the query string asks for, or with `part` what changes when the filter (`step`) or the map (`view`)
    does. A map says what it shows: `within=west,south,east,north`.
    """
    chosen, part = audience.filter_of(query), query.get("part", "")
    part = part if part in (STEP, VIEW) else ""
    found, window = chosen.apply(audience.rows), window_of(query.get("within", ""))
    placed = [] if part else spots_of(chosen, audience=audience)
    seen = _inside(found, window) if window else found.exclude(latitude=None)
    is_counted = not part and not window and len(placed) < MOST_SPOTS
    page = MapPage(
        filter=chosen,
        part=part,
        in_view=sum(spot.number for spot in placed) if is_counted else seen.count(),
        listed=in_words(seen.values_list("pk", flat=True)[:BESIDE_MAP], audience),
        list_url=audience.list_url + chosen.query,
        points_url=audience.points_url + chosen.query,
    )
    if part == VIEW:
        return page
    choices = Choices.of(audience.rows, chosen=chosen)
    # What has no point is soon counted; what has one was just counted by its points.
    total = page.in_view + found.filter(latitude=None).count() if is_counted else found.count()
    page = replace(
        page,
        total=total,
        placeless=total - (found.exclude(latitude=None).count() if window else page.in_view),
        choices=choices,
        time_line=_time_line(chosen, audience, [month for month, _words in choices.months]),
    )
    if part == STEP:
        return page
    leads, place_of = _leads(chosen, audience), audience.place_of
    points = (
        Point(one.latitude, one.longitude, partial(place_of, one), partial(leads, one), one.number) for one in placed
    )
    drawn = drawing(points, several=audience.list_url + chosen.query, helpers=helpers, gaps=gaps)
    return replace(page, drawing=drawn)


def spots_of(chosen: Filter, *, audience: Audience) -> list[Spot]:
    """The points that the filter lets through, from the table of points where the audience has one."""
    if audience.spots:
        return audience.spots(chosen, MOST_SPOTS)
    return spots(chosen.apply(audience.rows), audience=audience)


def spots(found: QuerySet[Any], *, audience: Audience) -> list[Spot]:
    """The points of these rows with their numbers, those with the most first, at most `MOST_SPOTS`.

    Only numbers are grouped; the words of a point are those of its first row, looked up by their keys: the least of a
    text column would be sought among a hundred thousand.
    """
    grouped = found.exclude(latitude=None).order_by().values_list("latitude", "longitude")
    grouped = grouped.annotate(n=Count("pk"), first=Min("pk"), **audience.more).order_by("-n", "latitude", "longitude")
    rows = list(grouped[:MOST_SPOTS])
    columns = (audience.place_column, "country", "key", *audience.columns)
    named = {pk: values for pk, *values in _rows_of([row[3] for row in rows], audience.rows, ("pk", *columns))}
    made = []
    for latitude, longitude, number, first, *aggregates in rows:
        place, country, key, *others = named[first]
        more = dict(zip((*audience.more, *audience.columns), (*aggregates, *others), strict=True))
        made.append(Spot(latitude, longitude, number, place, country, key, more))
    return made


def _rows_of(keys: Sequence[int], rows: QuerySet[Any], columns: Sequence[str]) -> Iterator[Sequence[Any]]:
    """These columns of the rows with these keys, a bounded number of keys a question."""
    for start in range(0, len(keys), _AT_ONCE):
        yield from rows.order_by().filter(pk__in=keys[start : start + _AT_ONCE]).values_list(*columns)


def spot_url(spot: Spot, *, chosen: Filter, audience: Audience) -> str:
    """Where a spot leads: to the page of its only incident, or to the list of all that are on it."""
    return _leads(chosen, audience)(spot)


def _leads(chosen: Filter, audience: Audience) -> Callable[[Spot], str]:
    """The same for thousands of spots: their addresses differ in the end alone."""
    others = chosen.but(point="").query
    before = f"{audience.list_url}{others}{'&' if others else '?'}point="
    return lambda spot: audience.page_of(spot.only) if spot.number == 1 else before + spot.at


def features(query: Mapping[str, str], *, audience: Audience) -> dict[str, Any]:
    """The spots that the query string asks for as GeoJSON: one feature a point, `n` incidents on it, in words."""
    chosen = audience.filter_of(query)
    said, leads = cache(_said), _leads(chosen, audience)
    return collection(
        {
            "at": (spot.longitude, spot.latitude),
            "id": spot.at,
            "n": spot.number,
            "name": place_name(spot.place, spot.country),
            "title": said(spot.number) % audience.place_of(spot),
            "url": leads(spot),
            **audience.told(spot),
        }
        for spot in spots_of(chosen, audience=audience)
    )


def collection(points: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Points with `at` (longitude, latitude) and what else is said of them, as a GeoJSON FeatureCollection."""
    made = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [round(degrees, 6) for degrees in point.pop("at")]},
            "properties": point,
        }
        for point in points
    ]
    return {"type": "FeatureCollection", "features": made}


def _time_line(chosen: Filter, audience: Audience, months: Sequence[str]) -> TimeLine:
    """Each of these months, with what the rest of the filter lets through."""
    counts = audience.monthly(chosen.but(since="", until=""))
    most = max(counts.values(), default=1)
    outlines: dict[bool, list[str]] = {True: [], False: []}
    for index, month in enumerate(months):
        height = round(counts.get(month, 0) * _BARS_HIGH / most, 1)
        if height:
            shown = (chosen.since or month) <= month <= (chosen.until or month)
            outlines[shown].append(f"M{index * 10} {_BARS_HIGH}v-{height:g}h9v{height:g}z")
    return TimeLine(10 * len(months), "".join(outlines[True]), "".join(outlines[False]))


def _said(number: int) -> str:
    """With a slot for the place: there are thousands of places, and few different numbers."""
    words = ngettext("%(place)s: %(n)s incident", "%(place)s: %(n)s incidents", number)
    return words % {"place": "%s", "n": wording.number_words(number)}


def window_of(written: str) -> tuple[float, ...] | None:
    """`west,south,east,north` of an address; None for anything else."""
    parts = written.split(",")
    try:
        west, south, east, north = (float(part[:24]) for part in parts)
    except ValueError:  # an address can hold anything
        return None
    return (west, south, east, north) if all(abs(one) <= _FARTHEST for one in (west, south, east, north)) else None


def _inside(rows: QuerySet[Any], window: tuple[float, ...]) -> QuerySet[Any]:
    west, south, east, north = window
    return rows.filter(longitude__gte=west, longitude__lte=east, latitude__gte=south, latitude__lte=north)
