"""The article in a page: its text without menus, advertisements and comments."""

from __future__ import annotations

from dataclasses import dataclass

from komshi.pipeline.jsonl import BadLine, check_published, clean

# Less than this is a caption or a cookie notice, not an article.
SHORTEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says. Empty where it does not say."""

    text: str
    title: str
    url: str
    published: str


def page_text(html: str | bytes, *, url: str = "") -> Page | None:
    """The article in a page; None when there is none. Never raises for a broken page."""
    import trafilatura  # noqa: PLC0415 - half a second that only whoever reads a page should pay

    try:
        found = trafilatura.bare_extraction(
            html, url=url or None, fast=True, with_metadata=True, include_comments=False, include_tables=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        # Broken markup fails in many ways inside the parser; a page that cannot be read has no article.
        return None
    if found is None or isinstance(found, dict):
        return None
    text = clean(found.text or "").strip()
    if len(text) < SHORTEST_TEXT:
        return None
    return Page(
        text=text,
        title=clean(found.title or "").strip(),
        url=url or found.url or "",
        published=_published(found.date),
    )


def _published(written: str | None) -> str:
    try:
        check_published(written)
    except BadLine:
        return ""
    return written or ""
