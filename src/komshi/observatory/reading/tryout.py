"""Anybody may paste a text and watch it read. Nothing is stored, and nothing of it is written into a log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from komshi.observatory.base.allowance import Allowance
from komshi.observatory.base.given import whole_number
from komshi.observatory.base.region import current_region
from komshi.observatory.base.today import today
from komshi.observatory.reading.highlight import Piece, marks_of, pieces
from komshi.observatory.reading.panel import Row, rows
from komshi.observatory.reading.reader import text_read

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LONGEST = 12_000
"""Characters: several times a long report, and little work for the server."""
ALLOWANCE = Allowance(20, seconds=600)


class TryForm(forms.Form):
    """One text."""

    text = forms.CharField(
        label=gettext_lazy("The text of a report"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 9, "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Paste a text first, or take one of the examples.")},
    )


@dataclass(frozen=True)
class TryPage:
    """The form, the examples, and what was read; `body` is empty before a text was given."""

    form: TryForm
    examples: list[dict[str, Any]]
    rows: list[Row]
    body: list[Piece]
    language: str = ""
    relevant: bool = False


@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def try_reading(request: HttpRequest) -> HttpResponse:
    """The form; after a POST also the text with the words marked, and the values beside it."""
    examples = _examples()
    number = whole_number(request.GET.get("example", "")) or 0
    chosen = {"text": examples[number - 1]["text"]} if 0 < number <= len(examples) else None
    form = TryForm(request.POST) if request.method == "POST" else TryForm(initial=chosen)
    status = 200
    page = TryPage(form, examples, [], [])
    if form.is_bound and form.is_valid():
        if ALLOWANCE.take(request):
            page = _read(form, examples)
        else:
            form.add_error("text", _("That was a lot of texts in a short time. Wait ten minutes and try again."))
            status = 429
    elif form.is_bound:
        status = 422
    return render(request, "reading/try.html", {"page": page, "area": "try"}, status=status)


def _read(form: TryForm, examples: list[dict[str, Any]]) -> TryPage:
    """Who is meant is left out: no machine says of a person what it read, not even to whoever pasted it."""
    text = form.cleaned_data["text"].replace("\r\n", "\n")
    payload = text_read(text, published=today().isoformat())
    shown = [row for row in rows(payload, text) if row.tone != "who"]
    marks = [mark for mark in marks_of(payload) if mark.tone != "who"]
    language = "-".join(filter(None, (payload.get("language"), payload.get("script"))))
    _head, body = pieces(text, marks)
    return TryPage(form, examples, shown if payload["relevant"] else [], body, language, payload["relevant"])


def _examples() -> list[dict[str, Any]]:
    examples: list[dict[str, Any]] = current_region().files.get("examples", {}).get("example", [])
    return examples
