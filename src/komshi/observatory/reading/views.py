"""The review desk: the queue, one report at a time, and the acts of a person on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from komshi.observatory.accounts.permissions import can_review, check
from komshi.observatory.base.given import whole_number
from komshi.observatory.reading import selectors
from komshi.observatory.reading.choices import Decision, State
from komshi.observatory.reading.corrections import base_payload, difference
from komshi.observatory.reading.forms import CorrectionForm
from komshi.observatory.reading.gazetteer import place_find
from komshi.observatory.reading.guard import for_members
from komshi.observatory.reading.highlight import Piece, marks_of, pieces
from komshi.observatory.reading.models import Reading, Review
from komshi.observatory.reading.panel import Row, rows
from komshi.observatory.reading.reader import title_end
from komshi.observatory.reading.services import people_needed, review_add, review_undo, standing_of
from komshi.observatory.sources.models import Article

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from komshi.observatory.accounts.models import User

_PAGE = 30


@dataclass(frozen=True)
class QueuePage:
    """The queue with its counts."""

    queue: selectors.Queue
    counts: selectors.Counts
    progress: selectors.Progress
    readings: list[Reading]
    total: int


@dataclass(frozen=True)
class ReportPage:
    """One report: its text with the words marked, its values, and where it stands."""

    reading: Reading
    queue: selectors.Queue
    progress: selectors.Progress
    neighbours: selectors.Neighbours
    head: list[Piece]
    body: list[Piece]
    rows: list[Row]
    history: list[Review]
    latest: Review | None
    suggestion: selectors.Suggestion | None
    did: Review | None
    people_needed: int

    @property
    def states(self) -> type[State]:
        """The states, for comparing in the template."""
        return State


@for_members
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, the most important first; and what was decided or set aside."""
    chosen = selectors.Queue.of(request.GET)
    found = chosen.readings(request.user).select_related("article")
    progress = selectors.queue_progress(request.user, chosen)
    total = progress.waiting
    page = QueuePage(chosen, selectors.queue_counts(request.user), progress, list(found[:_PAGE]), total)
    return render(request, "reading/desk_queue.html", {"page": page, "area": "desk", "did": _did(request)})


@for_members
@require_safe
def report(request: HttpRequest, article_id: int) -> HttpResponse:
    """One report with the evidence marked in its text. What was handed in a moment ago may still wait to be read."""
    if not selectors.is_read(request.user, article_id):
        return render(request, "reading/desk_unread.html", {"area": "desk"}, status=202)
    page = _report_page(request, selectors.access_reading(request.user, article_id))
    return render(request, "reading/desk_report.html", {"page": page, "area": "desk"})


@for_members
@require_POST
def act(request: HttpRequest, article_id: int) -> HttpResponse:
    """Accept, reject or undo; then the next report, with a line that offers to take the act back."""
    reading = selectors.access_reading(request.user, article_id)
    chosen, decision = selectors.Queue.of(request.GET), request.POST.get("decision", "")
    if decision not in (Decision.ACCEPT, Decision.REJECT, Decision.UNDO):
        raise Http404
    if decision == Decision.UNDO:
        latest = request.POST.get("latest", "")
        review_undo(article=reading.article, by=request.user, latest=whole_number(latest))
        return redirect(_address(article_id, chosen))
    following = selectors.queue_neighbours(request.user, chosen, reading=reading).next
    review = review_add(
        article=reading.article, decision=decision, by=request.user, note=request.POST.get("note", "")[:2000]
    )
    return redirect(_onward(request.user, chosen, following, review))


@for_members
def correct(request: HttpRequest, article_id: int) -> HttpResponse:
    """The form that puts a reading right. Saving without a change accepts it as it stands."""
    check(can_review, request.user)
    reading = selectors.access_reading(request.user, article_id)
    chosen, base = selectors.Queue.of(request.GET), base_payload(reading.payload, standing_of(reading))
    form = CorrectionForm(request.POST or None, payload=reading.effective)
    if request.method == "POST" and form.is_valid():
        following = selectors.queue_neighbours(request.user, chosen, reading=reading).next
        changes = difference(base, form.wanted())
        if not base.get("relevant"):
            changes |= form.wanted()
        decision = Decision.CORRECT if changes else Decision.ACCEPT
        review = review_add(
            article=reading.article,
            decision=decision,
            by=request.user,
            corrections=changes,
            note=form.cleaned_data["note"],
        )
        return redirect(_onward(request.user, chosen, following, review))
    page = _report_page(request, reading)
    context = {"page": page, "form": form, "area": "desk"}
    return render(request, "reading/desk_correct.html", context, status=422 if form.errors else 200)


@for_members
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Places that fit what is being typed, as choices for the correction form."""
    found = place_find(request.GET.get("place", "")[:120], country="")
    return render(request, "reading/desk_correct.html#places", {"candidates": found})


def _report_page(request: HttpRequest, reading: Reading) -> ReportPage:
    user, article, chosen = request.user, reading.article, selectors.Queue.of(request.GET)
    text, payload = article.canonical, reading.effective
    head, body = pieces(text, marks_of(payload), cut=title_end(article))
    stands = standing_of(reading)
    return ReportPage(
        reading=reading,
        queue=chosen,
        progress=selectors.queue_progress(user, chosen),
        neighbours=selectors.queue_neighbours(user, chosen, reading=reading),
        head=head,
        body=body,
        rows=rows(payload, text, changed=_changed(stands.acts)),
        history=selectors.review_history(article),
        latest=stands.acts[-1] if stands.acts else None,
        suggestion=selectors.suggestion_for(user, reading),
        did=_did(request),
        people_needed=people_needed(article),
    )


def _changed(acts: tuple[Review, ...]) -> dict[str, Any]:
    return dict(acts[0].corrections) if acts else {}


def _did(request: HttpRequest) -> Review | None:
    """The act that the person has just done, for the line that offers to undo it."""
    number = whole_number(request.GET.get("did", ""))
    visible = Article.objects.visible_to(request.user)
    return Review.objects.filter(pk=number, by=request.user, article__in=visible).select_related("article").first()


def _address(article_id: int, chosen: selectors.Queue) -> str:
    return reverse("desk:reading", args=[article_id]) + chosen.query


def _onward(user: User, chosen: selectors.Queue, following: int | None, review: Review) -> str:
    """The next report of the queue, its first one after the last, or the queue itself when nothing waits."""
    waiting = chosen.readings(user)
    target = following or waiting.values_list("article_id", flat=True).first()
    address = _address(target, chosen) if target else reverse("desk:queue") + chosen.query
    return f"{address}{'&' if '?' in address else '?'}did={review.pk}"
