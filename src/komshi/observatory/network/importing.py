"""Imports a list of organisations. Safe to repeat; grants no consent, and leaves alone what a person wrote since."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record_each, writing
from komshi.observatory.network.choices import FIELDS, GROUPS, LISTS
from komshi.observatory.network.models import Consent, Profile
from komshi.observatory.network.services import DERIVED, derive, free_slugs
from komshi.observatory.network.table import OnError, Row, rows
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ROWS_A_BATCH = 300
_EMPTY: dict[str, Any] = {name: [] if name in LISTS else "" for name in FIELDS}
_GROUP_OF = {name: group for group, names in GROUPS.items() for name in names}


@dataclass
class Counts:
    """What an import did. `kept`: organisations of which something stayed as people wrote it or agreed to it."""

    accepted: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    kept: int = 0


@dataclass
class _Import:
    """One run: where the rows come from, what was met, and who is told of what cannot be taken in."""

    source: str
    on_error: OnError
    counts: Counts = field(default_factory=Counts)
    met: set[int] = field(default_factory=set)

    def complain(self, line: int, sentence: str) -> None:
        """Count and name a row that stays out."""
        self.counts.refused += 1
        self.on_error(line, sentence)


def organisations_import(
    path: Path, *, on_error: OnError, report: Callable[[int], None] = lambda _number: None
) -> Counts:
    """Import a CSV file of organisations (columns: `table.COLUMNS`); rows that are here already are brought up to date.

    A row is found again by its `own_id` in a file of the same name, otherwise by name and country. What a person
    changed, and what the organisation has agreed to show, stays. Raises Refused when the file is no such list.
    """
    run = _Import(path.name[:200], on_error)
    found = rows(path, on_error=run.complain)
    while batch := list(islice(found, ROWS_A_BATCH)):
        with writing():
            _store(run, batch)
        report(len(batch))
    return run.counts


def _store(run: _Import, batch: Sequence[Row]) -> None:
    known = _known(run, batch)
    new: list[Profile] = []
    changed: list[Profile] = []
    for row in batch:
        try:
            profile = _the_one(run, row, known)
        except Refused as error:
            run.complain(row.line, str(error))
            continue
        if profile is None:
            new.append(_made(run, row))
        elif _bring_up_to_date(run, profile, row):
            changed.append(profile)
    for profile, slug in zip(new, free_slugs([one.name for one in new]), strict=True):
        profile.slug = slug
    Profile.objects.bulk_create(new, batch_size=200)
    Profile.objects.bulk_update(changed, [*FIELDS, "imported", *DERIVED], batch_size=100)
    run.met |= {one.pk for one in new}
    run.counts.accepted += len(new)
    for action, profiles in (("network:profile:add", new), ("network:profile:change", changed)):
        if profiles:
            record_each(action, subjects=[(one, {}) for one in profiles])


def _known(run: _Import, batch: Sequence[Row]) -> list[Profile]:
    """Every profile that a row of the batch could tell of."""
    numbers = {row.own_id for row in batch if row.own_id}
    names = {fold(row.values["name"])[:400] for row in batch}
    same_number = Profile.objects.filter(source=run.source, own_id__in=numbers)
    return list((same_number | Profile.objects.filter(name_key__in=names)).order_by("pk"))


def _the_one(run: _Import, row: Row, known: Sequence[Profile]) -> Profile | None:
    """The profile that the row tells of; None for a new one. Refused when that cannot be told."""
    here = [one for one in known if one.country in (row.values["country"], "")]
    found = [one for one in here if row.own_id and (one.source, one.own_id) == (run.source, row.own_id)]
    if not found:
        name = fold(row.values["name"])[:400]
        alike = [one for one in here if one.name_key == name and not _is_another(run, row, one)]
        found = [one for one in alike if set(one.towns) & set(row.values["towns"])] if len(alike) > 1 else alike
        if not found and alike:
            found = alike
    if len(found) > 1:
        raise Refused(_("Several organisations of this name are known: give the row its town or its number."))
    if found and found[0].pk in run.met:
        raise Refused(_("Another row of this file tells of this organisation already."))
    if not found:
        return None
    run.met.add(found[0].pk)
    return found[0]


def _is_another(run: _Import, row: Row, profile: Profile) -> bool:
    """Two numbers of one list are two organisations, whatever they are called."""
    return bool(row.own_id and profile.own_id and profile.source == run.source and profile.own_id != row.own_id)


def _made(run: _Import, row: Row) -> Profile:
    profile = Profile(source=run.source, own_id=row.own_id, imported=dict(row.values), **row.values)
    derive(profile)
    return profile


def _bring_up_to_date(run: _Import, profile: Profile, row: Row) -> bool:
    """Take over what the file says anew, but for what people wrote or agreed to. Says whether anything changed."""
    agreed, changed, kept = _agreed(profile), False, False
    for name, value in row.values.items():
        before, now = profile.imported.get(name, _EMPTY[name]), getattr(profile, name)
        if value in (before, now):
            continue
        if now != before or _GROUP_OF.get(name) in agreed:
            kept = True
        else:
            setattr(profile, name, value)
            profile.imported[name] = value
            changed = True
    run.counts.kept += kept
    run.counts.changed += changed
    run.counts.unchanged += not changed
    if changed:
        derive(profile)
    return changed


def _agreed(profile: Profile) -> set[str]:
    """What it agreed to show: a list that somebody else keeps must not change what the public reads in its name."""
    newest = Consent.objects.filter(profile=profile).order_by("-pk").first()
    return set(newest.shows) if newest else set()
