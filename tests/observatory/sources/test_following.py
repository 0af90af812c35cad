"""Following feeds, against a real site on the loopback."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from komshi.observatory.base.models import Event
from komshi.observatory.sources.choices import Outcome
from komshi.observatory.sources.following import sources_gather
from komshi.observatory.sources.models import Article, Document, FetchRun, Source
from komshi.observatory.sources.selectors import source_rows, sources_quiet
from komshi.observatory.sources.services import source_activate, source_add
from komshi.pipeline.fetch.client import Limits
from komshi.pipeline.fetch.polite import Visitor

pytestmark = pytest.mark.django_db
WORDS = "Police found three kilograms of cocaine in a lorry near Struga on Friday. " * 4


@pytest.fixture
def site() -> Iterator[object]:
    """The same server that the tests of fetching use."""
    path = Path(__file__).parents[2] / "pipeline" / "fetch" / "conftest.py"
    spec = importlib.util.spec_from_file_location("fetch_site", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["fetch_site"] = module
    spec.loader.exec_module(module)
    yield from module.site.__wrapped__()


@pytest.fixture
def feed(site, db: None) -> Source:
    return source_add(key="post", name="Lake Post", feed_url=f"{site.url}/feed", language="en", country="MK")


def visitor(**values: object) -> Visitor:
    return Visitor(**{
        "version": "0", "pause": 0.0, "allowed": {"127.0.0.1", "::1"}, "limits": Limits(seconds=5), **values,
    })  # fmt: skip


def gather(**values: object) -> FetchRun:
    return sources_gather(visitor(**values))[0]


def publish(site, *paths: str, summary: str = "") -> None:
    """A feed with these pages, with an ETag that changes with them."""
    items = "".join(
        f"<item><title>Report {path}</title><link>{site.url}/{path}</link><description>{summary}</description>"
        f"<pubDate>Fri, 15 Mar 2024 08:30:00 +0100</pubDate></item>"
        for path in paths
    )
    body = f'<rss version="2.0"><channel><title>Lake Post</title>{items}</channel></rss>'.encode()
    tag = f'"{len(paths)}{len(summary)}"'

    def respond(request) -> None:
        if request.headers["If-None-Match"] == tag:
            request.answer(304)
        else:
            request.answer(200, body, Content_Type="application/rss+xml", ETag=tag)

    site.pages["/feed"] = respond
    for path in paths:
        site.pages.setdefault(f"/{path}", page(path))


def page(path: str) -> bytes:
    return f"<html><body><nav>Menu</nav><article><h1>Report {path}</h1><p>{WORDS}</p></article></body></html>".encode()


def test_what_is_new_in_a_feed_becomes_an_article_with_the_bytes_of_its_page(site, feed: Source) -> None:
    publish(site, "a", "b")
    run = gather()
    assert (run.outcome, run.new_articles) == (Outcome.OK, 2)
    article = Article.objects.get(url=f"{site.url}/a")
    assert article.key.startswith("post:")
    assert (article.title, article.outlet, article.language) == ("Report a", "Lake Post", "en")
    assert article.published == "2024-03-15T08:30:00+01:00"
    assert WORDS.strip() in article.text
    assert "Menu" not in article.text
    assert (article.document.kind, article.document.content) == ("feed", page("a"))
    assert Event.objects.filter(action="sources:article:add").count() == 2


def test_the_next_visit_asks_whether_anything_changed_and_fetches_no_page_again(site, feed: Source) -> None:
    publish(site, "a")
    gather()
    run = gather()
    assert (run.outcome, run.new_articles) == (Outcome.NOT_MODIFIED, 0)
    publish(site, "a", "b")
    assert gather().new_articles == 1
    assert site.paths().count("/a") == 1
    assert FetchRun.objects.count() == 3


def test_a_page_that_robots_may_not_read_is_told_by_the_feed(site, feed: Source) -> None:
    summary = "Three kilograms of cocaine were found in a lorry near Struga, the police said on Friday morning."
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /a\n"
    publish(site, "a", summary=summary)
    assert gather().new_articles == 1
    article = Article.objects.get()
    assert (article.text, article.document.media_type) == (summary, "application/json")
    assert "/a" not in site.paths()


def test_a_feed_that_robots_may_not_read_is_left_alone(site, feed: Source) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    publish(site, "a")
    assert gather().outcome == Outcome.ROBOTS
    assert site.paths() == ["/robots.txt"]


def test_a_feed_that_carries_whole_articles_is_believed(site, feed: Source) -> None:
    publish(site, "a", summary="A longer text than the page has. " * 60)
    gather()
    assert Article.objects.get().text.startswith("A longer text")


def test_a_page_that_fails_is_tried_again_at_the_next_visit(site, feed: Source) -> None:
    site.pages["/b"] = lambda request: request.answer(503)
    publish(site, "a", "b")
    run = gather()
    assert (run.outcome, run.new_articles) == (Outcome.OK, 1)
    assert "tries again" in run.message
    site.pages["/b"] = page("b")
    assert gather().new_articles == 1


def test_a_feed_on_a_private_address_is_refused_and_said_so(site, feed: Source) -> None:
    publish(site, "a")
    run = gather(allowed=())
    assert run.outcome == Outcome.REFUSED
    assert "public internet" in run.message
    assert site.seen == []


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(b"<html><body>Not a feed</body></html>", Outcome.ERROR), (lambda request: request.answer(500), Outcome.ERROR)],
)
def test_a_feed_that_fails_does_not_stop_the_others(site, feed: Source, answer: object, outcome: Outcome) -> None:
    other = source_add(key="other", name="Other", feed_url=f"{site.url}/other")
    publish(site, "a")
    site.pages["/other"] = answer
    runs = {run.source_id: run for run in sources_gather(visitor())}
    assert runs[feed.pk].outcome == Outcome.OK
    assert runs[other.pk].outcome == outcome
    other.refresh_from_db()
    assert other.last_ok_at is None


def test_a_source_that_is_switched_off_is_not_visited(site, feed: Source) -> None:
    source_activate(source=feed, active=False)
    assert sources_gather(visitor()) == []


def test_a_feed_that_brings_nothing_for_a_week_is_quiet(site, feed: Source, make_member) -> None:
    publish(site, "a")
    gather()
    week = timezone.now() + timedelta(days=8)
    Source.objects.update(created_at=timezone.now() - timedelta(days=30))
    assert sources_quiet() == []
    assert sources_quiet(now=week) == [feed]
    member = make_member()
    assert [row.quiet for row in source_rows(member)] == [False]
    row = source_rows(member, now=week)[0]
    assert (row.quiet, row.articles, row.last_run.outcome) == (True, 1, Outcome.OK)


def test_the_bytes_of_two_pages_that_are_alike_are_kept_once(site, feed: Source) -> None:
    site.pages |= {"/a": page("x"), "/b": page("x")}
    publish(site, "a", "b")
    assert gather().new_articles == 2
    assert (Article.objects.count(), Document.objects.count()) == (2, 1)
