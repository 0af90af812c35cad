"""Organisations that agreed to be shown, in words: near a town, beside an incident, on the map, in the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from komshi.observatory.base import partners, wording
from komshi.observatory.base.cards import labels
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import town as town_of
from komshi.observatory.publishing.models import PublicHelper
from komshi.pipeline import vocabulary
from komshi.pipeline.neighbours import Facts, compare
from komshi.pipeline.text.fold import fold
from komshi.pipeline.vocabulary.help import helping_focus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import QuerySet

    from komshi.observatory.base.towns import Town
    from komshi.pipeline.neighbours import Match

_MOST_COMPARED = 500
MOST_POINTS = 2000


@dataclass(frozen=True)
class HelperPoint:
    """One organisation as a point: the seat of its first town."""

    name: str
    latitude: float
    longitude: float
    url: str
    focus: list[str]


@dataclass(frozen=True)
class HelperEntry:
    """One organisation in a list, in the reader's language.

    `reasons` say why it stands here, the weightiest first; `focus` names what no reason names already.
    """

    name: str
    url: str
    country: str
    places: list[str]
    focus: list[str]
    reasons: list[str]
    is_across: bool = False


@dataclass(frozen=True)
class Chosen:
    """What a reader looks for among the helpers; an empty value asks for nothing."""

    text: str = ""
    country: str = ""
    focus: str = ""
    entry: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Chosen:
        """From a query string; what nobody knows is left out."""
        return cls(
            text=query.get("text", "").strip()[:80],
            country=code if (code := query.get("country", "")) in current_region().countries else "",
            focus=one if (one := query.get("focus", "")) in vocabulary.ids("focus_areas") else "",
            entry=one if (one := query.get("entry", "")) in vocabulary.ids("entry_points") else "",
        )

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not any(vars(self).values())


def helper_list(chosen: Chosen) -> QuerySet[PublicHelper]:
    """Public helpers that the reader asked for, by name."""
    rows = PublicHelper.objects.order_by("search", "pk")
    for word in fold(chosen.text).split():
        rows = rows.filter(search__contains=word)
    if chosen.country:
        rows = rows.filter(country=chosen.country)
    if chosen.focus:
        rows = rows.filter(focus_index__contains=f"|{chosen.focus}|")
    if chosen.entry:
        rows = rows.filter(entry_index__contains=f"|{chosen.entry}|")
    return rows


def near_town(town: Town, *, limit: int = 6, markets: Iterable[str] = ()) -> list[HelperEntry]:
    """Who works in this town, then who works within reach of it, across a border too, each with its reasons.

    With `markets`, those whose work helps against them come first among equals of place, and say so.
    """
    wanted = Facts(town.country, (partners.spot_of(town),), helping_focus(markets))
    here = [pair for pair in _ordered(wanted, PublicHelper.objects.all(), Q(pk__in=[])) if _is_here(pair[1])]
    return [_entry(*pair, here=True) for pair in here[:limit]]


def beside_incident(*, town: str, country: str, markets: Iterable[str], limit: int = 6) -> list[HelperEntry]:
    """Who works where an incident happened or against what it is about; `town` may be empty."""
    focus = helping_focus(markets)
    wanted = partners.facts_of(towns=[town] if town else [], country=country, focus=focus)
    in_country = Q(country=country) & _any_of("focus_index", focus) if country else Q(pk__in=[])
    return [_entry(*pair) for pair in _ordered(wanted, PublicHelper.objects.all(), in_country)[:limit]]


def who_else(helper: PublicHelper, *, limit: int = 8) -> list[HelperEntry]:
    """Who else works on what this organisation works on, or near it; itself left out."""
    wanted = partners.facts_of(
        towns=helper.towns, country=helper.country, focus=helper.focus, languages=helper.languages
    )
    others = PublicHelper.objects.exclude(pk=helper.pk)
    return [_entry(*pair) for pair in _ordered(wanted, others, _any_of("focus_index", helper.focus))[:limit]]


def points() -> list[HelperPoint]:
    """Every public helper that agreed to show where it works, for maps."""
    rows = PublicHelper.objects.exclude(latitude=None).order_by("name")
    columns = rows.values_list("name", "latitude", "longitude", "slug", "focus")[:MOST_POINTS]
    names = {one: wording.label("focus_areas", one) for one in vocabulary.ids("focus_areas")}
    above = reverse("publishing:helpers")  # the page of each stands below the list; asking for each address is slow
    return [
        HelperPoint(name, latitude, longitude, f"{above}{slug}/", [names[one] for one in focus if one in names])
        for name, latitude, longitude, slug, focus in columns
    ]


def challenges_in(town_id: str) -> list[str]:
    """What makes work hard in a town, in words, as the organisations there agreed to say; without who said it."""
    rows = PublicHelper.objects.filter(town_index__contains=f"|{town_id}|").values_list("challenges", flat=True)
    named = {challenge for challenges in rows for challenge in challenges}
    return labels("challenges", [one for one in vocabulary.ids("challenges") if one in named])


def entry_of(helper: PublicHelper) -> HelperEntry:
    """One organisation for a list that needs no reason."""
    return _entry(helper, None)


def _ordered(wanted: Facts, rows: QuerySet[PublicHelper], alike: Q) -> list[tuple[PublicHelper, Match]]:
    """Those near one of the wanted towns, and those that are `alike`, by what speaks for them and then by name."""
    near = _any_of("town_index", partners.around([spot.id for spot in wanted.spots]))
    found = list(rows.filter(near).order_by("pk")[:_MOST_COMPARED])
    if len(found) < _MOST_COMPARED:  # the near ones are few, and must not be crowded out
        found += rows.filter(alike).exclude(near).order_by("pk")[: _MOST_COMPARED - len(found)]
    pairs = [(row, compare(wanted, _facts(row))) for row in found]
    fitting = [(row, match) for row, match in pairs if match is not None]
    return sorted(fitting, key=lambda pair: (not _is_in_town(pair[1]), -pair[1].score, pair[0].name))


def _facts(row: PublicHelper) -> Facts:
    return partners.facts_of(towns=row.towns, country=row.country, focus=row.focus, languages=row.languages)


def _is_in_town(match: Match) -> bool:
    return any(reason.kind == "same_town" for reason in match.reasons)


def _is_here(match: Match) -> bool:
    return any(reason.kind in ("same_town", "near_town", "across_border") for reason in match.reasons)


def _entry(row: PublicHelper, match: Match | None, *, here: bool = False) -> HelperEntry:
    return HelperEntry(
        name=row.name,
        url=_url(row),
        country=wording.country_name(row.country),
        places=[found.name for identifier in row.towns if (found := town_of(identifier))],
        focus=labels("focus_areas", partners.not_shared(row.focus, match)),
        reasons=[partners.reason_words(reason, here=here) for reason in match.reasons] if match else [],
        is_across=match is not None and match.is_across,
    )


def _any_of(column: str, identifiers: Iterable[str]) -> Q:
    """Rows whose index column holds one of the ids; no row when there is none."""
    found = Q(pk__in=[])
    for identifier in identifiers:
        found |= Q(**{f"{column}__contains": f"|{identifier}|"})
    return found


def _url(row: PublicHelper) -> str:
    return reverse("publishing:helper", args=[row.slug])
