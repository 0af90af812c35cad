"""Pages about accounts that allauth does not have, and the statement that an operator fills in."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from komshi.observatory.accounts.forms import StatementForm
from komshi.observatory.accounts.permissions import can_operate, check
from komshi.observatory.accounts.statements import statement_set
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.statement import statement

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_STATUS_OF_A_BAD_FORM = 422


def without_mail(request: HttpRequest) -> HttpResponse:
    """Says how to get a new password: Komshi sends no mail, an operator makes one."""
    return render(request, "accounts/without_mail.html")


@cache_control(private=True, no_store=True)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def statement_page(request: HttpRequest) -> HttpResponse:
    """The operator fills in the data-protection statement; what stood before is kept."""
    check(can_operate, request.user)
    stands = statement()
    form = StatementForm(request.POST or None, initial=asdict(stands) if stands else None)
    if form.is_bound and form.is_valid():
        try:
            statement_set(said=form.said(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The statement is public now."))
            return redirect("publishing:data_protection")
    status = _STATUS_OF_A_BAD_FORM if form.is_bound else 200
    context = {"form": form, "stands": stands, "area": "statement"}
    return render(request, "accounts/statement.html", context, status=status)
