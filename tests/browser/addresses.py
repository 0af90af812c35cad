"""Finds the pages by walking: from the first page along the links, one address for each kind of page."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections import deque
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from django.utils import translation

_LINK = re.compile(r"<a\b[^>]*?\bhref=\"([^\"#]+)")
_SAME_KIND = 2
"""Addresses looked into for each kind: the second one may have links that the first has not."""


def walk(base: str, *, start: str = "/en/", cookies: str = "") -> dict[str, str]:
    """Kind of page (`publishing:town`) -> an address of it that answers with HTML, found from `start` by links alone.

    Fails on a link of our own that does not answer.
    """
    found: dict[str, str] = {}
    seen: dict[str, int] = {}
    waiting = deque([start])
    while waiting:
        address = waiting.popleft()
        kind = _kind(address)
        if kind is None or seen.get(kind, 0) >= _SAME_KIND:
            continue
        seen[kind] = seen.get(kind, 0) + 1
        page = _get(urljoin(base, address), cookies)
        if page is None:
            continue
        found.setdefault(kind, address)
        links = (urljoin(address, unescape(link)) for link in _LINK.findall(page))
        waiting.extend(link for link in dict.fromkeys(links) if link.startswith("/en/"))
    return found


def in_language(address: str, language: str) -> str:
    """The same page in another language."""
    return address.replace("/en/", f"/{language}/", 1)


def _kind(address: str) -> str | None:
    try:
        with translation.override("en"):
            return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return None


def _get(url: str, cookies: str) -> str | None:
    request = urllib.request.Request(url, headers={"Cookie": cookies})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            is_page = answer.headers.get_content_type() == "text/html"
            return answer.read().decode() if is_page else None
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{url} is linked and answers {error.code}") from error
