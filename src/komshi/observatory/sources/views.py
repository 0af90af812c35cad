"""Pages by which members give what they have, and the list of sources."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from komshi.observatory.accounts.permissions import can_read, can_submit, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.sources.choices import Certainty, Sensitivity
from komshi.observatory.sources.contexts import FilePage, JobPage, ObservationPage, PastePage, SourcesPage, context
from komshi.observatory.sources.forms import FileForm, ObservationForm, PasteForm
from komshi.observatory.sources.models import Article
from komshi.observatory.sources.selectors import access_job, article_count, jobs_of, source_rows
from komshi.observatory.sources.services import file_add, observation_add, paste_add

_STATUS_OF_A_BAD_FORM = 422
_unkept = cache_control(private=True, no_store=True)


@_unkept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def submit_paste(request: HttpRequest) -> HttpResponse:
    """Paste a text, then watch it read on its desk page."""
    check(can_submit, request.user)
    form = PasteForm(request.POST) if request.method == "POST" else PasteForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        published = given["published"].isoformat() if given["published"] else ""
        try:
            article = paste_add(
                by=request.user,
                text=given["text"],
                title=given["title"],
                url=given["url"],
                published=published,
                sensitivity=Sensitivity(given["sensitivity"]),
            )
        except Refused as refusal:
            form.add_error("text", str(refusal))
        else:
            return redirect("desk:reading", article.pk)
    return _form_page(request, "sources/submit_paste.html", PastePage(form))


@_unkept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def submit_file(request: HttpRequest) -> HttpResponse:
    """Give a file: one report goes to its desk page, many to the page of the import."""
    check(can_submit, request.user)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            stored = file_add(
                by=request.user,
                name=given["file"].name,
                content=given["file"].read(),
                encoding=given["encoding"],
                sensitivity=Sensitivity(given["sensitivity"]),
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("desk:reading" if isinstance(stored, Article) else "sources:job", stored.pk)
    return _form_page(request, "sources/submit_file.html", FilePage(form, jobs_of(request.user)))


@_unkept
@login_required
@require_safe
def job_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """How far an import has come."""
    check(can_read, request.user)
    job = access_job(request.user, pk)
    percent = 100 if not job.size else job.offset * 100 // job.size
    page = JobPage(job, percent, [(line, sentence) for line, sentence in job.messages])
    return render(request, "sources/job_detail.html", context(page))


@_unkept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def submit_observation(request: HttpRequest) -> HttpResponse:
    """Record what the member saw or heard."""
    check(can_submit, request.user)
    form = ObservationForm(request.POST) if request.method == "POST" else ObservationForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            article = observation_add(
                by=request.user,
                what=given["what"],
                where=given["where"],
                when=given["when"],
                certainty=Certainty(given["certainty"]),
                sensitivity=Sensitivity(given["sensitivity"]),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("desk:reading", article.pk)
    return _form_page(request, "sources/submit_observation.html", ObservationPage(form))


@_unkept
@login_required
@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """Every source with its last visit and its silence."""
    check(can_read, request.user)
    page = SourcesPage(source_rows(request.user), article_count(request.user))
    return render(request, "sources/source_list.html", context(page))


def _form_page(request: HttpRequest, template: str, page: PastePage | FilePage | ObservationPage) -> HttpResponse:
    status = _STATUS_OF_A_BAD_FORM if page.form.is_bound else 200
    return render(request, template, context(page), status=status)
