"""Feeds (RSS, Atom): bytes in, entries out."""

from __future__ import annotations

import io
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from komshi.errors import KomshiError
from komshi.pipeline.fetch.plain import plain_text
from komshi.pipeline.jsonl import BadLine, check_published, clean

MOST_ENTRIES = 60


class NotAFeed(KomshiError):
    """The bytes are not a feed that can be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news in a feed. `published` is an ISO time as the outlet's clock shows it; empty when not said."""

    url: str
    title: str
    published: str
    summary: str


def entries(body: bytes, *, url: str, media_type: str = "", charset: str = "") -> list[Entry]:
    """The newest entries of a feed, in its order, each with an address of the web. Raises NotAFeed."""
    kind = f"{media_type or 'application/xml'}{'; charset=' + charset if charset else ''}"
    # As a stream: feedparser would go and fetch bytes that look like an address.
    feed = feedparser.parse(
        io.BytesIO(body), response_headers={"content-type": kind, "content-location": url}, sanitize_html=False
    )
    if not feed.get("version") and not feed.entries:
        raise NotAFeed(f"{url} is not an RSS or Atom feed.")
    found = [_entry(one) for one in feed.entries[:MOST_ENTRIES]]
    return [one for one in found if one.url]


def _entry(raw: Any) -> Entry:
    link = str(raw.get("link", "")).strip()
    bodies = [str(content.get("value", "")) for content in raw.get("content", [])]
    texts = [clean(plain_text(html)) for html in (*bodies, str(raw.get("summary", "")))]
    return Entry(
        url=link if link.startswith(("http://", "https://")) and len(link) <= 2000 else "",
        title=clean(plain_text(str(raw.get("title", "")))).replace("\n", " "),
        published=_published(raw),
        summary=max(texts, key=len),
    )


def _published(raw: Any) -> str:
    """The outlet's own clock where it can be read: midnight in the Balkans is still yesterday in UTC."""
    for name in ("published", "updated"):
        if not dict.__contains__(raw, name):  # asked in its own way, feedparser answers for `updated` with `published`
            continue
        written, parsed = str(raw.get(name, "")).strip(), raw.get(f"{name}_parsed")
        for read in (parsedate_to_datetime, datetime.fromisoformat):
            try:
                return _checked(read(written))
            except (ValueError, TypeError, IndexError, BadLine):
                continue
        if parsed:
            try:
                return _checked(datetime.fromtimestamp(timegm(parsed), tz=UTC))
            except (ValueError, OverflowError, OSError, BadLine):
                continue
    return ""


def _checked(moment: datetime) -> str:
    written = moment.replace(microsecond=0).isoformat()
    check_published(written)
    return written
