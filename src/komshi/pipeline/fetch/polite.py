"""A visitor with manners: asks robots.txt, waits between two requests to one host. Safe to share between threads."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Collection
from urllib.parse import urlsplit

from komshi.errors import KomshiError
from komshi.pipeline.fetch.client import Answer, Conditional, Limits, checked_url, get
from komshi.pipeline.fetch.robots import Robots, Store

AGENT = "Komshi"
# A site that asks for a longer pause than this is visited less often instead of slower.
LONGEST_PAUSE = 30.0


class RobotsRefused(KomshiError):
    """The site does not want robots at this address."""


class Visitor:
    """Fetches addresses. `pause`: seconds between two requests to one host; `allowed`: see client.get."""

    def __init__(
        self,
        *,
        version: str,
        contact: str = "",
        limits: Limits | None = None,
        pause: float = 2.0,
        robots: Store | None = None,
        allowed: Collection[str] = (),
    ) -> None:
        who = f"news reader of a civil society observatory{f'; +{contact}' if contact else ''}"
        self.user_agent = f"{AGENT}/{version} ({who})"
        self._limits = limits or Limits()
        self._pause = pause
        self._allowed = frozenset(allowed)
        self._robots = Robots(self._get, AGENT, robots if robots is not None else {})
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._last: dict[str, float] = {}

    def fetch(self, url: str, *, conditional: Conditional | None = None) -> Answer:
        """One address, after its turn. Raises RobotsRefused, FetchRefused or FetchFailed."""
        checked = str(checked_url(url))
        host = urlsplit(checked).netloc
        with self._locks[host]:
            if not self._robots.allows(checked):
                raise RobotsRefused(f"{host} does not want robots at {url}.")
            pause = min(max(self._pause, self._robots.delay(checked)), LONGEST_PAUSE)
            time.sleep(max(0.0, self._last.get(host, 0.0) + pause - time.monotonic()))
            try:
                return self._get(checked, conditional)
            finally:
                self._last[host] = time.monotonic()

    def _get(self, url: str, conditional: Conditional | None = None) -> Answer:
        return get(
            url,
            user_agent=self.user_agent,
            limits=self._limits,
            conditional=conditional,
            allowed=self._allowed,
        )
