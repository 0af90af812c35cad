"""Writes: a filing, what came back, and whether its organisation shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.permissions import can_submit, check, check_for
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.base.offices import office_is_of
from komshi.observatory.base.region import current_region
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import town
from komshi.observatory.casework.choices import Outcome, Step
from komshi.observatory.casework.models import Filing, FilingEvent
from komshi.observatory.incidents.models import Incident
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from komshi.observatory.accounts.models import Membership, Organisation, User

_SLUG = re.compile(r"[a-z0-9-]{0,80}")


@dataclass(frozen=True)
class Given:
    """What a person says of a filing. With neither `organisation` nor `profile` it is of the person's own one."""

    kind: str
    country: str
    institution: str
    filed_on: date
    town: str = ""
    incident: Incident | None = None
    profile: str = ""
    organisation: Organisation | None = None


def filing_add(*, given: Given, by: User, public: bool = False) -> Filing:
    """Take down what was filed; with `public` its organisation agrees at once to show it, which needs an editor.

    Raises Refused where something does not fit, NotAllowed where the person does not speak for the organisation.
    """
    own = check(can_submit, by)
    organisation = given.organisation or (None if given.profile else own.organisation)
    membership = check_for(organisation, Role.MEMBER, user=by)
    _check_given(given, by)
    with writing():
        filing = Filing.objects.create(
            organisation=organisation,
            profile=given.profile,
            kind=given.kind,
            institution=given.institution,
            country=given.country,
            town=given.town,
            incident=given.incident,
            filed_on=given.filed_on,
        )
        _step(filing, Step.ADD, membership, day=given.filed_on)
        if public:
            filing_agree_public(filing=filing, agreed=True, by=by)
    return filing


def filing_answer(*, filing: Filing, outcome: str, answered_on: date | None, by: User) -> Filing:
    """Take down what came back, and on which day; silence has no day. A later word replaces an earlier one."""
    membership = check_for(filing.organisation, Role.MEMBER, user=by)
    said = Outcome(outcome)
    came_back = said not in {Outcome.WAITING, Outcome.SILENCE}
    if came_back and answered_on is None:
        raise Refused(_("Say on which day the answer came."))
    if answered_on and not filing.filed_on <= answered_on <= today():
        raise Refused(_("The answer came between the day of filing and today: choose a day between these."))
    with writing():
        filing.outcome, filing.answered_on = said.value, answered_on if came_back else None
        filing.save(update_fields=["outcome", "answered_on", "updated_at"])
        _step(filing, Step.ANSWER, membership, day=filing.answered_on, outcome=said)
    return filing


def filing_agree_public(*, filing: Filing, agreed: bool, by: User) -> Filing:
    """The organisation agrees to show the filing in public, or takes that back: an editor of it speaks."""
    membership = check_for(filing.organisation, Role.EDITOR, user=by)
    with writing():
        filing.public = agreed
        filing.save(update_fields=["public", "updated_at"])
        _step(filing, Step.SHOW if agreed else Step.HIDE, membership)
    return filing


def _step(
    filing: Filing, step: Step, membership: Membership, *, day: date | None = None, outcome: Outcome | None = None
) -> None:
    FilingEvent.objects.create(
        filing=filing, step=step, day=day, outcome=outcome or "", by_id=membership.user_id,
        organisation=membership.organisation,
    )  # fmt: skip
    record(
        f"casework:filing:{step}", subject=filing, actor=membership.user, organisation=membership.organisation,
        data={"outcome": filing.outcome, "public": filing.public},
    )  # fmt: skip


def _check_given(given: Given, by: User) -> None:
    if given.kind not in vocabulary.ids("legal_actions"):
        raise Refused(_("Choose what was filed."))
    if given.country not in current_region().countries:
        raise Refused(_("Choose one of the countries of this observatory."))
    if not office_is_of(given.institution, given.country):
        raise Refused(_("Choose an office of the country in which it was filed."))
    chosen = town(given.town) if given.town else None
    if given.town and (chosen is None or chosen.country != given.country):
        raise Refused(_("Choose a town of the country in which it was filed."))
    if given.filed_on > today():
        raise Refused(_("The day of filing lies in the future: choose today or a day before."))
    if not _SLUG.fullmatch(given.profile):
        raise Refused(_("Choose the organisation from the list."))
    if given.incident and not Incident.objects.visible_to(by).filter(pk=given.incident.pk).exists():
        raise Refused(_("Choose an incident that you may see."))
