"""Members' pages: what was filed, what its days are, what came back, and whether it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.permissions import can_submit, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.today import today
from komshi.observatory.casework import selectors
from komshi.observatory.casework.forms import AnswerForm, FilingForm
from komshi.observatory.casework.services import Given, filing_add, filing_agree_public, filing_answer
from komshi.observatory.incidents.selectors import access_incident
from komshi.observatory.reading.guard import for_members

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from komshi.observatory.casework.models import FilingEvent

_STATUS_OF_A_BAD_FORM = 422


@dataclass(frozen=True)
class FilingPage:
    """One filing with its steps, and what this person may do with it."""

    row: selectors.FilingRow
    steps: list[FilingEvent]
    form: AnswerForm | None
    may_show: bool


@for_members
@require_safe
def filings(request: HttpRequest) -> HttpResponse:
    """What was filed, the one whose day comes next first."""
    rows = selectors.filing_rows(request.user)
    return render(request, "casework/filing_list.html", {"rows": rows, "area": "filings"})


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Write down what was filed."""
    check(can_submit, request.user)
    first = {"incident": request.GET.get("incident", "")}
    form = FilingForm(request.POST) if request.method == "POST" else FilingForm(initial=first)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        key = said.pop("incident")
        incident = access_incident(request.user, key) if key else None
        try:
            filing = filing_add(given=Given(**said, incident=incident), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Written down. Only your organisation sees it until it agrees to show it."))
            return redirect("casework:filing", filing.pk)
    status = _STATUS_OF_A_BAD_FORM if form.is_bound else 200
    return render(request, "casework/filing_add.html", {"form": form, "area": "filings"}, status=status)


@for_members
@require_safe
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """One filing."""
    return _page(request, pk)


@for_members
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what came back."""
    form = AnswerForm(request.POST)
    found = selectors.access_filing(request.user, pk)
    if form.is_valid():
        try:
            filing_answer(filing=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("casework:filing", pk)
    return _page(request, pk, form=form)


@for_members
@require_POST
def public(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to show it, or take that back."""
    found = selectors.access_filing(request.user, pk)
    filing_agree_public(filing=found, agreed=request.POST.get("agreed") == "yes", by=request.user)
    return redirect("casework:filing", pk)


def _page(request: HttpRequest, pk: int, form: AnswerForm | None = None) -> HttpResponse:
    found = selectors.access_filing(request.user, pk)
    writes = selectors.may_write(request.user, found)
    page = FilingPage(
        row=selectors.filing_row(found, day=today()),
        steps=list(found.steps.all()),
        form=(form or AnswerForm()) if writes else None,
        may_show=selectors.may_write(request.user, found, role=Role.EDITOR),
    )
    status = _STATUS_OF_A_BAD_FORM if form else 200
    return render(request, "casework/filing_page.html", {"page": page, "area": "filings"}, status=status)
