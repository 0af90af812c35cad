"""What a site asks of robots: its robots.txt, fetched by us and kept for a day."""

from __future__ import annotations

import time
from collections.abc import Callable, MutableMapping
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from komshi.pipeline.fetch.addresses import FetchFailed
from komshi.pipeline.fetch.client import Answer

KEPT_SECONDS = 24 * 3600
# What a failing server asks for is not known: stay away, and ask again sooner than after a day (RFC 9309, 2.3.1.4).
KEPT_SECONDS_WHEN_FAILING = 3600
_LONGEST = 500_000
_ALLOW_ALL, _DENY_ALL = "", "User-agent: *\nDisallow: /\n"

Store = MutableMapping[str, tuple[str, float]]
"""From `scheme://host:port` to the text of its robots.txt and the time (Unix seconds) until which it is good."""


class Robots:
    """Asks each site once a day. `fetch` gets one address; `store` keeps the answers between runs."""

    def __init__(self, fetch: Callable[[str], Answer], agent: str, store: Store) -> None:
        self._fetch = fetch
        self._agent = agent
        self._store = store

    def allows(self, url: str) -> bool:
        """Whether the site lets us fetch this address. FetchRefused when the site itself must not be fetched."""
        return self._rules(url).can_fetch(self._agent, url)

    def delay(self, url: str) -> float:
        """Seconds that the site wants between two requests; 0 when it does not say."""
        wanted = self._rules(url).crawl_delay(self._agent)
        return float(wanted) if wanted else 0.0

    def _rules(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        kept = self._store.get(origin)
        if kept is None or kept[1] < time.time():
            kept = self._ask(origin)
            self._store[origin] = kept
        rules = RobotFileParser()
        rules.parse(kept[0].splitlines())
        return rules

    def _ask(self, origin: str) -> tuple[str, float]:
        try:
            answer = self._fetch(f"{origin}/robots.txt")
        except FetchFailed:
            return _DENY_ALL, time.time() + KEPT_SECONDS_WHEN_FAILING
        if answer.status >= 500:
            return _DENY_ALL, time.time() + KEPT_SECONDS_WHEN_FAILING
        text = answer.body[:_LONGEST].decode("utf-8", "replace") if answer.status == 200 else _ALLOW_ALL
        return text, time.time() + KEPT_SECONDS
