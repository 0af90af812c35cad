"""Reads of what was received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q
from django.utils import timezone

from komshi.observatory.accounts.permissions import Person, active_memberships, can_operate
from komshi.observatory.base.errors import NotFound
from komshi.observatory.sources.choices import Sensitivity, SourceKind
from komshi.observatory.sources.models import Article, FetchRun, ImportJob, Source

# A local outlet that writes less than once a week is rare: silence that long is worth a look.
QUIET_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class SourceRow:
    """A source on the list. `quiet`: a feed that is followed brought nothing new for a week."""

    source: Source
    articles: int
    newest_at: datetime | None
    last_run: FetchRun | None
    quiet: bool


def access_article(user: Person, key: str | int) -> Article:
    """The article of this key (or primary key) if this person may see it; NotFound alike when hidden or absent."""
    found = Article.objects.visible_to(user).select_related("document__source", "document__organisation")
    article = found.filter(pk=key).first() if isinstance(key, int) else found.filter(key=key).first()
    if article is None:
        raise NotFound
    return article


def access_job(user: Person, pk: int) -> ImportJob:
    """An import that this person started; for an operator also every open one and those of the own organisation.

    Its name and its messages may tell of what is in it, so it is seen by nobody who may not see the articles.
    """
    job, memberships = ImportJob.objects.filter(pk=pk).first(), active_memberships(user)
    if job is None or not memberships:
        raise NotFound
    ours = job.organisation_id in {one.organisation_id for one in memberships}
    if job.by_id != user.pk and not (can_operate(user) and (ours or job.sensitivity == Sensitivity.OPEN)):
        raise NotFound
    return job


def jobs_of(user: Person, limit: int = 10) -> list[ImportJob]:
    """The newest imports that this person started."""
    return list(ImportJob.objects.filter(by_id=user.pk)[:limit]) if user and user.pk else []


def article_count(user: Person) -> int:
    """How many articles this person may see."""
    return Article.objects.visible_to(user).count()


def source_rows(user: Person, *, now: datetime | None = None) -> list[SourceRow]:
    """Sources that this person may know of, feeds first: those of members show only what the person may see anyway."""
    if not active_memberships(user):
        return []
    moment = now or timezone.now()
    visible = Article.objects.visible_to(user)
    counts = {
        row["document__source"]: row
        for row in visible.values("document__source").annotate(number=Count("pk"), newest=Max("created_at")).order_by()
    }
    newest_runs = FetchRun.objects.values("source").annotate(newest=Max("pk")).values_list("newest", flat=True)
    runs = {run.source_id: run for run in FetchRun.objects.filter(pk__in=list(newest_runs))}
    shown = Source.objects.filter(~Q(kind=SourceKind.MEMBER) | Q(pk__in=list(counts)))
    rows = [_row(source, counts.get(source.pk), runs.get(source.pk), moment) for source in shown]
    return sorted(rows, key=lambda row: (row.source.kind != SourceKind.FEED, row.source.name.casefold()))


def sources_quiet(*, now: datetime | None = None) -> list[Source]:
    """Feeds that are followed and brought nothing new for a week: silence is data too."""
    limit = (now or timezone.now()) - QUIET_AFTER
    followed = Source.objects.filter(kind=SourceKind.FEED, active=True, created_at__lt=limit)
    return list(followed.annotate(newest=Max("documents__received_at")).filter(Q(newest=None) | Q(newest__lt=limit)))


def _row(source: Source, counted: dict | None, run: FetchRun | None, now: datetime) -> SourceRow:
    newest = counted["newest"] if counted else None
    followed = source.kind == SourceKind.FEED and source.active
    return SourceRow(
        source=source,
        articles=counted["number"] if counted else 0,
        newest_at=newest,
        last_run=run,
        quiet=followed and now - (newest or source.created_at) > QUIET_AFTER,
    )
