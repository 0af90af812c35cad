"""Who else in the registry works on this: candidates for an organisation, a town, a market or an incident.

The comparison itself, with its weights, is `pipeline/neighbours.py`; here are only the rows that it is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from komshi.observatory.accounts.permissions import active_memberships, can_read
from komshi.observatory.base import partners, wording
from komshi.observatory.base.cards import labels
from komshi.observatory.base.towns import town
from komshi.observatory.network.models import Profile
from komshi.pipeline.neighbours import Facts, Match, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from komshi.observatory.accounts.permissions import Person

MOST_COMPARED = 2000
MOST_SHOWN = 24


@dataclass(frozen=True)
class Candidate:
    """One organisation with the reasons why it is a candidate, the weightiest first; `focus` names what they do not."""

    name: str
    url: str
    country: str
    places: list[str]
    focus: list[str]
    reasons: list[str]
    is_across: bool
    is_own: bool


def who_else(user: Person, profile: Profile) -> list[Candidate]:
    """Candidates for an organisation, itself left out."""
    return candidates(user, facts(profile), without=[profile.pk])


def candidates(user: Person, wanted: Facts, *, without: Iterable[int] = ()) -> list[Candidate]:
    """Organisations that fit what is wanted, by the weight of their reasons and then by name; none for a stranger."""
    if not can_read(user):
        return []
    mine = {one.organisation_id for one in active_memberships(user)}
    compared = ((row, compare(wanted, facts(row))) for row in _rows(wanted, without))
    fitting = [(row, match) for row, match in compared if match is not None]
    fitting.sort(key=lambda pair: (-pair[1].score, pair[0].name_key, pair[0].pk))
    return [_candidate(row, match, is_own=row.account_id in mine) for row, match in fitting[:MOST_SHOWN]]


def facts(profile: Profile) -> Facts:
    """What of a profile is compared."""
    return partners.facts_of(
        towns=profile.towns, country=profile.country, focus=profile.focus, languages=profile.languages
    )


def entry(profile: Profile) -> Candidate:
    """A profile for a list that needs no reason."""
    return _candidate(profile, None, is_own=False)


def _rows(wanted: Facts, without: Iterable[int]) -> list[Profile]:
    """Those that can fit at all: near one of the towns first, since they are few, then those with a focus in common."""
    rows = Profile.objects.exclude(pk__in=list(without)).order_by("pk")
    near = _holding("town_index", partners.around([spot.id for spot in wanted.spots]))
    alike = _holding("focus_index", wanted.focus)
    found = list(rows.filter(near)[:MOST_COMPARED])
    return found + list(rows.filter(alike).exclude(near)[: MOST_COMPARED - len(found)])


def _holding(column: str, identifiers: Sequence[str]) -> Q:
    found = Q(pk__in=[])
    for identifier in identifiers:
        found |= Q(**{f"{column}__contains": f"|{identifier}|"})
    return found


def _candidate(profile: Profile, match: Match | None, *, is_own: bool) -> Candidate:
    return Candidate(
        name=profile.name,
        url=reverse("network:profile", args=[profile.pk]),
        country=wording.country_name(profile.country),
        places=[found.name for identifier in profile.towns if (found := town(identifier))],
        focus=labels("focus_areas", partners.not_shared(profile.focus, match)),
        reasons=[partners.reason_words(reason) for reason in match.reasons] if match else [],
        is_across=match is not None and match.is_across,
        is_own=is_own,
    )
