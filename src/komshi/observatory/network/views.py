"""Members' pages: the registry, one organisation, its forms, and who else works on this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from komshi.observatory.accounts.models import Organisation
from komshi.observatory.accounts.permissions import active_memberships, can_publish
from komshi.observatory.base import wording
from komshi.observatory.base.cards import card
from komshi.observatory.base.errors import NotAllowed, Refused
from komshi.observatory.base.given import whole_number
from komshi.observatory.base.region import current_region
from komshi.observatory.network import neighbours, selectors
from komshi.observatory.network.access import can_change, can_consent, can_withdraw
from komshi.observatory.network.choices import FIELDS, GROUPS
from komshi.observatory.network.forms import ConsentForm, GivenForm, ProfileForm
from komshi.observatory.network.given import spoken
from komshi.observatory.network.services import consent_record, profile_add, profile_change, profile_link
from komshi.observatory.network.shown import fingerprint, public_values
from komshi.observatory.network.wanted import wanted_of
from komshi.observatory.reading.guard import for_members
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.http import HttpRequest, HttpResponse, QueryDict

    from komshi.observatory.network.models import Profile

    Choice = tuple[str, str]

_PER_PAGE = 25
_STATUS_OF_A_BAD_FORM = 422
_AREA = "network"


@dataclass(frozen=True)
class ListPage:
    """One page of the registry, what it was asked for, and the person's own organisations."""

    chosen: selectors.Chosen
    countries: list[Choice]
    focus: list[Choice]
    entries: list[Choice]
    languages: list[Choice]
    page: Page
    total: int
    own: list[Profile]
    lacks_own: bool


@for_members
@require_safe
def registry(request: HttpRequest) -> HttpResponse:
    """Every organisation of the registry, searched and filtered."""
    chosen = selectors.Chosen.of(request.GET)
    pages = Paginator(selectors.profiles(request.user, chosen), _PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    page.object_list = [neighbours.entry(row) for row in page.object_list]
    own = selectors.own_profiles(request.user)
    context = ListPage(
        chosen=chosen,
        countries=sorted(((one, wording.country_name(one)) for one in current_region().countries), key=lambda c: c[1]),
        focus=_choices("focus_areas"),
        entries=_choices("entry_points"),
        languages=[(code, wording.language_name(code)) for code in spoken()],
        page=page,
        total=pages.count,
        own=own,
        lacks_own=not own,
    )
    return render(request, "network/list.html", {"page": context, "area": _AREA})


@for_members
@require_safe
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation as members see it, and who else works on this."""
    found = selectors.access_profile(request.user, pk)
    others = neighbours.who_else(request.user, found)
    context = {
        "profile": found,
        "card": card({name: getattr(found, name) for name in FIELDS}),
        "shown": selectors.shown_groups(found),
        "consent": selectors.standing_consent(found),
        "across": [one for one in others if one.is_across],
        "others": [one for one in others if not one.is_across],
        "may_change": can_change(request.user, found),
        "may_consent": can_withdraw(request.user, found),
        "is_own": found in selectors.own_profiles(request.user),
        "area": _AREA,
    }
    return render(request, "network/profile.html", context)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add an organisation: an editor any, everybody else their own."""
    own = _own_without_profile(request)
    is_editor = can_publish(request.user)
    if own is None and not is_editor:
        raise NotAllowed(_("Your organisation is here already; an editor can add any other."))
    start = {} if is_editor or own is None else {"name": own.name, "country": own.country}
    form = ProfileForm(_posted(request), initial=start, accounts=is_editor)
    if form.is_bound and form.is_valid():
        account = _account_of(form) if is_editor else own
        try:
            made = profile_add(by=request.user, account=account, **form.values())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Added. Nothing of it is public until the organisation agrees."))
            return redirect("network:profile", made.pk)
    return _form_page(request, form, None)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of an organisation."""
    found = selectors.access_profile(request.user, pk)
    if not can_change(request.user, found):
        raise NotAllowed(_("Only its own people and editors may change this organisation."))
    links = can_publish(request.user) and found.account_id is None
    form = ProfileForm(_posted(request), initial=ProfileForm.values_of(found), accounts=links)
    if form.is_bound and form.is_valid():
        try:
            profile_change(profile=found, by=request.user, **form.values())
            if links and (account := _account_of(form)):
                profile_link(profile=found, account=account, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("network:profile", pk)
    return _form_page(request, form, found)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """What the public sees: choose, look at exactly that, agree; or take everything back."""
    found = selectors.access_profile(request.user, pk)
    if not can_withdraw(request.user, found):
        raise NotAllowed(_("Only its own people can say what this organisation shows."))
    asked = request.POST if request.method == "POST" else request.GET
    chosen = [group for group in GROUPS if group in asked.getlist("shows")]
    standing = selectors.shown_groups(found)
    looks = "look" in asked
    seen = public_values(found, chosen if looks or request.method == "POST" else standing)
    given = GivenForm(_posted(request))
    if request.method == "POST" and given.is_valid():
        if chosen and asked.get("seen") != fingerprint(seen):
            given.add_error(None, _("The profile was changed meanwhile: look at what the public will see once more."))
        elif _agreed(request, found, chosen, given):
            return redirect("network:profile", pk)
    context = {
        "profile": found,
        "form": ConsentForm(initial={"shows": chosen if looks or given.is_bound else list(standing)}),
        "given": given,
        "card": card(seen) if seen else None,
        "chosen": chosen,
        "looks": looks or given.is_bound,
        "lacks_name": bool(chosen) and "name" not in chosen,
        "seen": fingerprint(seen),
        "standing": standing,
        "may_consent": can_consent(request.user, found),
        "speaks_for_another": found.account_id is None,
        "area": _AREA,
    }
    return render(request, "network/consent.html", context, status=_STATUS_OF_A_BAD_FORM if given.is_bound else 200)


@for_members
@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """Who works on this: for a town, a market, or an incident."""
    wanted = wanted_of(request.user, request.GET)
    found = neighbours.candidates(request.user, wanted.facts) if wanted.is_asked else []
    context = {
        "wanted": wanted,
        "markets": _choices("markets"),
        "across": [one for one in found if one.is_across],
        "others": [one for one in found if not one.is_across],
        "area": _AREA,
    }
    return render(request, "network/partners.html", context)


def _agreed(request: HttpRequest, found: Profile, chosen: list[str], given: GivenForm) -> bool:
    try:
        consent_record(profile=found, shows=chosen, by=request.user, given_by=given.cleaned_data["given_by"])
    except Refused as refusal:
        given.add_error(None, str(refusal))
        return False
    words = _("Agreed. The public sees exactly this now.") if chosen else _("Taken back. The public sees nothing now.")
    messages.success(request, words)
    return True


def _form_page(request: HttpRequest, form: ProfileForm, found: Profile | None) -> HttpResponse:
    shown = selectors.shown_groups(found) if found else ()
    context: dict[str, Any] = {"form": form, "profile": found, "shown": shown, "area": _AREA}
    return render(request, "network/form.html", context, status=_STATUS_OF_A_BAD_FORM if form.is_bound else 200)


def _own_without_profile(request: HttpRequest) -> Organisation | None:
    mine = [one.organisation for one in active_memberships(request.user)]
    taken = {one.account_id for one in selectors.own_profiles(request.user)}
    return next((one for one in mine if one.pk not in taken), None)


def _account_of(form: ProfileForm) -> Organisation | None:
    chosen = whole_number(form.cleaned_data.get("account") or "")
    return Organisation.objects.filter(pk=chosen).first() if chosen else None


def _choices(kind: str) -> list[Choice]:
    return [(one, wording.label(kind, one)) for one in vocabulary.ids(kind)]


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
