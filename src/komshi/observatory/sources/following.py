"""Following the sources: one visit to every active feed, and to the pages of what is new in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from komshi.errors import KomshiError
from komshi.observatory.base.events import writing
from komshi.observatory.sources.choices import DocumentKind, Outcome, SourceKind
from komshi.observatory.sources.models import Article, FetchRun, Source
from komshi.observatory.sources.storing import Holder, Received, articles_store
from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused
from komshi.pipeline.fetch.client import Answer, Conditional
from komshi.pipeline.fetch.feeds import Entry, NotAFeed, entries
from komshi.pipeline.fetch.page import Page, page_text
from komshi.pipeline.fetch.polite import RobotsRefused, Visitor
from komshi.pipeline.types import Article as PipelineArticle

# Different hosts are visited side by side; one host never is.
HOSTS_AT_ONCE = 4
# Shorter than this a summary is a headline again, and nothing to read.
SHORTEST_SUMMARY = 80

_OUTCOMES = {RobotsRefused: Outcome.ROBOTS, FetchRefused: Outcome.REFUSED, FetchFailed: Outcome.ERROR}


@dataclass
class _Visit:
    """One visit to one source, from the feed to the last page."""

    source: Source
    started_at: datetime
    feed: Answer | None = None
    received: list[Received] = field(default_factory=list)
    left: int = 0
    failure: KomshiError | None = None


def sources_gather(visitor: Visitor, *, report: Callable[[FetchRun], None] | None = None) -> list[FetchRun]:
    """Visits every active feed once; returns one run for each, stored, whatever came of it."""
    followed = list(Source.objects.filter(kind=SourceKind.FEED, active=True).exclude(feed_url=""))
    runs = []
    # Threads only fetch; this one alone speaks to the database.
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        visits = [_Visit(source, timezone.now()) for source in followed]
        fetched = pool.map(lambda visit: _visit_feed(visit, visitor), visits)
        paged = [pool.submit(_visit_pages, visit, _fresh(visit), visitor) for visit in fetched]
        for visit in (one.result() for one in paged):
            run = _close(visit)
            runs.append(run)
            if report is not None:
                report(run)
    return runs


def _visit_feed(visit: _Visit, visitor: Visitor) -> _Visit:
    source = visit.source
    try:
        answer = visitor.fetch(source.feed_url, conditional=Conditional(source.etag, source.last_modified))
        if answer.status not in (200, 304):
            raise FetchFailed(f"{source.feed_url} answered with status {answer.status}.")
        visit.feed = answer
    except KomshiError as error:
        visit.failure = error
    return visit


def _fresh(visit: _Visit) -> list[Entry]:
    """Entries whose article is not here yet."""
    if visit.feed is None or visit.feed.status == 304:
        return []
    try:
        found = entries(
            visit.feed.body, url=visit.feed.url, media_type=visit.feed.media_type, charset=visit.feed.charset
        )
    except NotAFeed as error:
        visit.failure = error
        return []
    keys = {f"{visit.source.key}:{entry_id(entry)}": entry for entry in found}
    known = set(Article.objects.filter(key__in=list(keys)).values_list("key", flat=True))
    return [entry for key, entry in keys.items() if key not in known]


def _visit_pages(visit: _Visit, fresh: list[Entry], visitor: Visitor) -> _Visit:
    for entry in fresh:
        page, raw, temporary = _page(entry, visitor)
        received = _received(visit.source, entry, page, raw)
        if received is not None:
            visit.received.append(received)
        elif temporary:
            visit.left += 1
    return visit


def _page(entry: Entry, visitor: Visitor) -> tuple[Page | None, bytes, bool]:
    """The page of an entry with its bytes; whether it is worth coming back when there is none."""
    try:
        answer = visitor.fetch(entry.url)
    except FetchFailed:
        return None, b"", True
    except KomshiError:
        return None, b"", False
    if answer.status != 200 or answer.media_type not in ("text/html", "application/xhtml+xml"):
        return None, b"", answer.status >= 500 or answer.status == 429
    return page_text(_decoded(answer), url=entry.url), answer.body, False


def _decoded(answer: Answer) -> str | bytes:
    """The server's word on the encoding counts first; without it the page's own is found by the parser."""
    try:
        return answer.body.decode(answer.charset) if answer.charset else answer.body
    except (LookupError, UnicodeDecodeError):
        return answer.body


def _received(source: Source, entry: Entry, page: Page | None, raw: bytes) -> Received | None:
    """The article of an entry: from its page, else from the feed's own words, else nothing."""
    words = page.text if page else ""
    if len(entry.summary) > max(len(words), SHORTEST_SUMMARY):  # a feed that carries the whole article
        words, page = entry.summary, None
    if not words:
        return None
    if page is None:
        values = {"url": entry.url, "title": entry.title, "published": entry.published, "summary": entry.summary}
        raw = json.dumps(values, ensure_ascii=False).encode()
    article = PipelineArticle(
        id=entry_id(entry),
        text=words,
        title=entry.title or (page.title if page else "") or None,
        url=entry.url,
        outlet=source.name,
        language=source.language,
        published=entry.published or (page.published if page else "") or None,
    )
    return Received(article=article, raw=raw, media_type="text/html" if page else "application/json")


def entry_id(entry: Entry) -> str:
    """The id of an article in a feed: a hash of its address."""
    return hashlib.sha256(entry.url.encode()).hexdigest()[:16]


def _close(visit: _Visit) -> FetchRun:
    """Stores what came, and the visit itself, in one transaction."""
    source, run = visit.source, FetchRun(source=visit.source, started_at=visit.started_at)
    with writing():
        if visit.received:
            stored = articles_store(visit.received, holder=Holder(source=source, kind=DocumentKind.FEED))
            run.new_articles = len(stored.added)
        run.outcome, run.message = _outcome(visit)
        if visit.failure is None and visit.feed is not None:
            source.last_ok_at = timezone.now()
            if not visit.left:  # otherwise the next visit must see these entries again
                source.etag, source.last_modified = visit.feed.etag, visit.feed.last_modified
            source.save(update_fields=["last_ok_at", "etag", "last_modified"])
        run.ended_at = timezone.now()
        run.save()
    return run


def _outcome(visit: _Visit) -> tuple[str, str]:
    if visit.failure is not None:
        return _OUTCOMES.get(type(visit.failure), Outcome.ERROR).value, str(visit.failure)
    if visit.feed is not None and visit.feed.status == 304:
        return Outcome.NOT_MODIFIED.value, ""
    return Outcome.OK.value, f"{visit.left} pages did not answer; the next visit tries again." if visit.left else ""


def followed_count() -> int:
    """How many feeds are followed."""
    return Source.objects.filter(kind=SourceKind.FEED, active=True).exclude(feed_url="").count()
