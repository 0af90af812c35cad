"""The members' pages of impact: what stands in each dimension, who stands behind it, and a form to say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from komshi.observatory.accounts.permissions import can_review
from komshi.observatory.base import wording
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.filtering import Filter
from komshi.observatory.base.prose import doubtful_words
from komshi.observatory.base.today import today
from komshi.observatory.base.towns import town as town_of
from komshi.observatory.incidents.choices import State
from komshi.observatory.incidents.selectors import access_incident
from komshi.observatory.reading.guard import for_members
from komshi.observatory.trends import evidence, services
from komshi.observatory.trends.choices import PEOPLE_NEEDED
from komshi.observatory.trends.forms import AssessmentForm
from komshi.observatory.trends.selectors import Row, access_assessment, standing
from komshi.observatory.trends.subjects import Subject, home_of
from komshi.pipeline import vocabulary
from komshi.pipeline.measure import HALF

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from komshi.observatory.incidents.models import Incident
    from komshi.observatory.trends.models import Assessment


@dataclass(frozen=True)
class Line:
    """One dimension on the page: how it stands, and the form; `open` where the form has to be seen."""

    row: Row
    form: AssessmentForm
    people_needed: int
    open: bool


@dataclass(frozen=True)
class ImpactPage:
    """What is assessed, the way back, and the six dimensions. `checked`: whether it can be assessed already."""

    title: str
    back: str
    checked: bool
    lines: list[Line]


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def incident_impact(request: HttpRequest, key: str) -> HttpResponse:
    """What one incident does to people."""
    found = access_incident(request.user, key)
    if found.key != key:
        return redirect("trends:incident", found.key)
    phrases = evidence.phrases_of(request.user, found)
    quantities = [one["value"] for one in found.payload["quantities"]]
    title = wording.headline(found.event_type, markets=found.markets, quantities=quantities)
    back, checked = reverse("incidents:page", args=[found.key]), found.state == State.ACCEPTED
    form = _form(request, phrases)
    if form and form.is_valid() and _said(request, form, Subject(incident=found.key), incident=found):
        return redirect("trends:incident", found.key)
    lines = _lines(Subject(incident=found.key), phrases, form)
    return _page(request, ImpactPage(title, back, checked, lines))


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def trend_impact(request: HttpRequest) -> HttpResponse:
    """What a trend does to people: a market, a country, a town, over months (the last six complete ones by default)."""
    chosen = _chosen(request)
    subject = Subject(
        market=chosen.market, country=chosen.country, town=chosen.town,
        first_month=chosen.since, last_month=chosen.until,
    )  # fmt: skip
    # A member's incident knows no town: it is found by its country, and the person sees where each was.
    phrases = evidence.incidents_of(request.user, chosen.but(town=""))
    form, address = _form(request, phrases), reverse("trends:trend") + chosen.query
    if form and form.is_valid() and _said(request, form, subject, incident=None):
        return redirect(address)
    title = ", ".join(
        filter(None, (
            wording.label("markets", chosen.market), chosen.town_name or wording.country_name(chosen.country),
            f"{wording.date_words(chosen.since)} – {wording.date_words(chosen.until)}",
        ))
    )  # fmt: skip
    checked = bool(chosen.market or chosen.country)
    back = reverse("publishing:trends") + chosen.but(since="", until="").query
    return _page(request, ImpactPage(title, back, checked, _lines(subject, phrases, form)))


@for_members
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Another person stands behind it."""
    found = access_assessment(request.user, pk)
    services.assessment_agree(assessment=found, by=request.user)
    messages.success(request, _("You stand behind it now, too."))
    return redirect(_address(found))


@for_members
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back."""
    found = access_assessment(request.user, pk)
    services.assessment_withdraw(assessment=found, by=request.user)
    messages.success(request, _("Taken back. What was said before stands again, if there was anything."))
    return redirect(_address(found))


def _form(request: HttpRequest, phrases: list[evidence.Phrase]) -> AssessmentForm | None:
    """The one of the six forms that was sent."""
    dimension = request.POST.get("dimension", "") if request.method == "POST" else ""
    if dimension not in vocabulary.ids("impact_dimensions"):
        return None
    return AssessmentForm(request.POST, dimension=dimension, phrases=phrases)


def _said(request: HttpRequest, form: AssessmentForm, subject: Subject, *, incident: Incident | None) -> bool:
    """Take it down, and say what the public will see of it; or put the refusal on the form."""
    given = dict(form.cleaned_data)
    cited = evidence.citations(given.pop("cited"), user=request.user, incident=incident)
    trend = {name: value for name, value in vars(subject).items() if name != "incident"}
    try:
        made = services.assessment_add(
            by=request.user, incident=incident, dimension=form.dimension, citations=cited, **given, **trend
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    if standing(Subject.of(made))[form.dimension].waits:
        messages.success(request, _("Saved. It counts as soon as another person agrees to it."))
    else:
        messages.success(request, _("Saved. It counts from now on."))
    if words := doubtful_words(made.reason, language=made.reason_language):
        told = _(
            "The public sees the level and not the reason, because this may be a name, an age or an address: %(words)s"
        )
        messages.warning(request, told % {"words": ", ".join(words)})
    return True


def _lines(subject: Subject, phrases: list[evidence.Phrase], sent: AssessmentForm | None) -> list[Line]:
    return [
        Line(
            row=row,
            form=sent if sent and sent.dimension == dimension else AssessmentForm(dimension=dimension, phrases=phrases),
            people_needed=PEOPLE_NEEDED.get(dimension, 1),
            open=bool(sent and sent.dimension == dimension),
        )
        for dimension, row in standing(subject).items()
    ]


def _chosen(request: HttpRequest) -> Filter:
    chosen = Filter.of(request.GET).but(type="", point="")
    place, day = town_of(chosen.town), today()
    months = day.year * 12 + day.month - 1
    first, last = (f"{(months - back) // 12:04d}-{(months - back) % 12 + 1:02d}" for back in (HALF, 1))
    return chosen.but(
        country=place.country if place else chosen.country, since=chosen.since or first, until=chosen.until or last
    )


def _address(assessment: Assessment) -> str:
    home = home_of(assessment.incident) if assessment.incident else None
    if home:
        return reverse("trends:incident", args=[home.key])
    chosen = Filter(
        country=assessment.country, market=assessment.market, town=assessment.town,
        since=assessment.first_month, until=assessment.last_month,
    )  # fmt: skip
    return reverse("trends:trend") + chosen.query


def _page(request: HttpRequest, page: ImpactPage) -> HttpResponse:
    context = {"page": page, "may_say": can_review(request.user) and page.checked, "area": "members-incidents"}
    return render(request, "trends/impact.html", context)
