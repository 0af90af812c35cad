"""Lists of incidents, and whose they are: audiences differ in the rows, in their words and in addresses alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.core.paginator import Paginator
from django.db.models import Count

from komshi.observatory.base.filtering import Choices, Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from django.core.paginator import Page
    from django.db.models import Aggregate, QuerySet

PER_PAGE = 25


class Entry(Protocol):
    """One incident in words."""

    id: int
    url: str
    title: str
    meta: str

    @property
    def at(self) -> str:
        """The `point_id` of its place; empty for none."""


class Spot(NamedTuple):
    """A point of the map with all the incidents on it. `only` is the key of one of them; `more` what its audience adds.

    Incidents of one town are on one point, so a hundred thousand of them are a few thousand spots; a tuple, because
    thousands are made for one page.
    """

    latitude: float
    longitude: float
    number: int
    place: str
    country: str
    only: str
    more: Mapping[str, Any]

    @property
    def at(self) -> str:
        """The point as the filter takes it."""
        return point_id(self.latitude, self.longitude)


@dataclass(frozen=True)
class Audience:
    """Whose lists and maps these are: all the rows that they may see, newest first, and how those are said.

    `place_column` holds a place's name; `more` are numbers that the map counts besides, `columns` what it reads of
    one row of a point; `told` turns both into what a point says of itself (`note`, in words, and other values).
    `place_of` says where a spot is, `page_of` gives the address of an incident's page by its key, `monthly` the
    numbers of the months that a filter lets through.
    """

    rows: QuerySet[Any]
    place_column: str
    more: Mapping[str, Aggregate]
    columns: Sequence[str]
    entries: Callable[[Iterable[Any]], Sequence[Entry]]
    place_of: Callable[[Spot], str]
    told: Callable[[Spot], Mapping[str, Any]]
    monthly: Callable[[Filter], Mapping[str, int]]
    page_of: Callable[[str], str]
    list_url: str
    points_url: str
    knows_towns: bool = True
    spots: Callable[[Filter, int], list[Spot]] | None = None

    def filter_of(self, query: Mapping[str, str]) -> Filter:
        """What the query string asks for, of these rows."""
        chosen = Filter.of(query)
        return chosen if self.knows_towns else chosen.but(town="")


@dataclass(frozen=True)
class ListPage:
    """One page of the list, with its filter. `page` holds entries."""

    filter: Filter
    choices: Choices
    page: Page
    total: int


def point_id(latitude: float | None, longitude: float | None) -> str:
    """A point as addresses hold it: `latitude,longitude`; empty for none."""
    return "" if latitude is None or longitude is None else f"{latitude:.6f},{longitude:.6f}"


def list_page(query: Mapping[str, str], *, audience: Audience) -> ListPage:
    """The list that the query string asks for; a page that does not exist is the nearest that does."""
    chosen = audience.filter_of(query)
    found = chosen.apply(audience.rows)
    pages = Paginator(found.values_list("pk", flat=True), PER_PAGE)
    page = pages.get_page(query.get("page"))
    page.object_list = in_words(page.object_list, audience)
    return ListPage(chosen, Choices.of(audience.rows, chosen=chosen), page, pages.count)


def monthly(rows: QuerySet[Any]) -> dict[str, int]:
    """How many of these rows each month has; those without a month left out."""
    return dict(rows.exclude(month="").order_by().values_list("month").annotate(n=Count("pk")))


def in_words(keys: Iterable[int], audience: Audience) -> Sequence[Entry]:
    """The rows of these keys in words, in this order. The keys alone come from an index; rows are wide."""
    order = list(keys)
    rows = {row.pk: row for row in audience.rows.filter(pk__in=order)}
    return audience.entries(rows[key] for key in order if key in rows)
