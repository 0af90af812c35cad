"""Takes down what people say that an incident or a trend does. Every row is added; none is ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, Unpack

from django.db.models import Q
from django.utils.translation import gettext as _

from komshi.errors import KomshiError
from komshi.observatory.accounts.permissions import can_publish, can_review, check
from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import town as town_of
from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.models import Incident
from komshi.observatory.incidents.selectors import access_incident, incident_readings, visible
from komshi.observatory.trends.choices import LONGEST_REASON
from komshi.observatory.trends.models import Agreement, Assessment, Withdrawal
from komshi.observatory.trends.selectors import standing
from komshi.observatory.trends.subjects import Subject
from komshi.pipeline import vocabulary
from komshi.pipeline.jsonl import clean
from komshi.pipeline.measure import months_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from komshi.observatory.accounts.models import User

Citation = dict[str, Any]


class About(TypedDict):
    """A trend (no incident), and what is said. `citations`: for an incident `{"article": key, "spans": [[0, 5]]}` each,
    for a trend `{"incident": key}` each; needed unless the level is `none`.
    """

    market: NotRequired[str]
    country: NotRequired[str]
    town: NotRequired[str]
    first_month: NotRequired[str]
    last_month: NotRequired[str]
    dimension: str
    level: str
    direction: str
    reason: str
    reason_language: str
    citations: Sequence[Citation]


def assessment_add(*, by: User, incident: Incident | None = None, **about: Unpack[About]) -> Assessment:
    """Append what a person who may review says of one dimension of an accepted incident, or of a trend.

    It replaces an earlier word on the same dimension once enough people stand behind it. The same word of the same
    person twice is one. Raises NotAllowed; NotFound for an incident that the person may not see; Refused with a
    sentence that says what is missing.
    """
    membership = check(can_review, by)
    said = {name: clean(str(about.get(name) or "")).strip() for name in _TEXTS}
    _check_words(said)
    subject = _incident_subject(incident, by=by) if incident is not None else _trend_subject(said)
    with writing():
        row = standing(subject)[said["dimension"]]
        cited = _citations(about["citations"], incident=incident, by=by)
        if not cited and said["level"] != "none":
            raise Refused(_("Choose at least one piece of the reports that shows it."))
        latest = row.waits or row.stands
        verdict = {name: said[name] for name in ("dimension", "level", "direction", "reason", "reason_language")}
        if latest and latest.assessment.by_id == by.pk and _same(latest.assessment, verdict, cited):
            return latest.assessment
        made = Assessment.objects.create(
            **vars(subject), **verdict, citations=cited, by=by, organisation=membership.organisation,
            supersedes=latest.assessment if latest else None,
        )  # fmt: skip
        record("trends:assessment:add", subject=made, actor=by, organisation=membership.organisation)
    return made


def assessment_agree(*, assessment: Assessment, by: User) -> Agreement:
    """Another person who may review stands behind it. Raises NotAllowed; Refused for its own author."""
    membership = check(can_review, by)
    if assessment.incident:
        access_incident(by, assessment.incident)
    with writing():
        if Withdrawal.objects.filter(assessment=assessment).exists():
            raise Refused(_("This assessment has been taken back: make a new one."))
        if assessment.by_id == by.pk:
            raise Refused(_("This is your own assessment: another person has to agree to it."))
        made, created = Agreement.objects.get_or_create(
            assessment=assessment, by=by, defaults={"organisation": membership.organisation}
        )
        if created:
            record("trends:assessment:agree", subject=assessment, actor=by, organisation=membership.organisation)
    return made


def assessment_withdraw(*, assessment: Assessment, by: User) -> Withdrawal:
    """Take an assessment back: its author may, and whoever may publish. Raises NotAllowed."""
    membership = check(can_review, by)
    if assessment.incident:
        access_incident(by, assessment.incident)
    if assessment.by_id != by.pk and not can_publish(by):
        raise NotAllowed(_("Only who made an assessment, or an editor, can take it back."))
    with writing():
        made, created = Withdrawal.objects.get_or_create(
            assessment=assessment, defaults={"by": by, "organisation": membership.organisation}
        )
        if created:
            record("trends:assessment:withdraw", subject=assessment, actor=by, organisation=membership.organisation)
    return made


_TREND = ("market", "country", "town", "first_month", "last_month")
_TEXTS = (*_TREND, "dimension", "level", "direction", "reason", "reason_language")
_KINDS = {"dimension": "impact_dimensions", "level": "impact_levels", "direction": "directions"}


def _check_words(said: dict[str, str]) -> None:
    if any(said[name] not in vocabulary.ids(kind) for name, kind in _KINDS.items()):
        raise Refused(_("Choose how strong the effect is, and where it is going."))
    if not said["reason"]:
        raise Refused(_("Say in one or two sentences why."))
    if len(said["reason"]) > LONGEST_REASON:
        raise Refused(_("Say it shorter: one or two sentences are enough."))
    if said["reason_language"].partition("-")[0] not in current_region().family:
        raise Refused(_("Say in which language the reason is written."))


def _incident_subject(incident: Incident, *, by: User) -> Subject:
    found = access_incident(by, incident.key)
    if found.state != State.ACCEPTED:
        raise Refused(_("This incident waits to be checked: accept one of its reports first."))
    return Subject(incident=found.key)


def _trend_subject(said: dict[str, str]) -> Subject:
    subject = Subject(**{name: said[name] for name in _TREND})
    place = town_of(subject.town) if subject.town else None
    good = (
        (subject.market or subject.country or subject.town)
        and (not subject.market or subject.market in vocabulary.ids("markets"))
        and (not subject.country or subject.country in current_region().countries)
        and (not subject.town or (place is not None and place.country == (subject.country or place.country)))
    )
    if not good:
        raise Refused(_("Choose a market, a country or a town that the observatory knows."))
    try:
        months = list(months_between(subject.first_month, subject.last_month))
    except KomshiError as error:
        raise Refused(_("Write the first and the last month of the trend as 2026-03.")) from error
    if not months:
        raise Refused(_("The last month of a trend cannot lie before its first."))
    return subject


def _citations(given: Sequence[Citation], *, incident: Incident | None, by: User) -> list[Citation]:
    """The citations as they are kept; Refused for what is no part of the reports."""
    if incident is None:
        keys = [str(one.get("incident")) for one in given]
        known = set(visible(by).filter(Q(key__in=keys), state=State.ACCEPTED).values_list("key", flat=True))
        if not known.issuperset(keys):
            raise Refused(_("A trend is shown by incidents that people have checked."))
        return [{"incident": key} for key in dict.fromkeys(keys)]
    found = access_incident(by, incident.key)
    articles = {one.article.key: one.article for one in incident_readings(by, found)}
    kept = []
    for one in given:
        article = articles.get(str(one.get("article")))
        spans = sorted([int(start), int(end)] for start, end in one.get("spans") or ())
        if article is None or any(not 0 <= start < end <= len(article.canonical) for start, end in spans):
            raise Refused(_("These words are no longer in the reports of this incident: reload the page."))
        if spans:
            kept.append({"article": article.key, "text_sha256": article.text_sha256, "spans": spans})
    return kept


def _same(latest: Assessment, verdict: dict[str, str], cited: list[Citation]) -> bool:
    return latest.citations == cited and all(getattr(latest, name) == value for name, value in verdict.items())
