"""Which outlet published an article: by its name, by the address, or at least the country that the address ends in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from komshi.pipeline.region import Outlet, Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.types import Article

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#\s@]*@)?([^/?#\s:]+)", re.IGNORECASE)
# An outlet may be called by its own address ("Glasnik.me"); anything longer than a label or with spaces is not one.
_NAMED_BY_ADDRESS = re.compile(r"[^\s/]+\.([^\W\d_]{2,6})$")
_NOT_IN_A_NAME = re.compile(r"[\W_]+")


class Outlets:
    """Knows the region's outlets. An outlet that is not in the data still has the country that its address ends in."""

    def __init__(self, region: Region) -> None:
        tables = region.files.get("outlets", {})
        self._by_domain: dict[str, Outlet] = {}
        self._by_name: dict[str, Outlet] = {}
        for domain, row in tables.get("sites", {}).items():
            outlet = _outlet(row["name"], row)
            self._by_domain[domain] = outlet
            for name in (row["name"], domain, *row.get("also", ())):
                self._by_name.setdefault(_key(name), outlet)
        self._top_level: dict[str, Mapping[str, Any]] = dict(tables.get("top_level", {}))
        self._find = lru_cache(maxsize=2048)(self._look_up)

    def __call__(self, article: Article) -> Outlet | None:
        """The outlet of an article, or None where neither its name nor its address says anything."""
        host = _host_of(article.url)
        return self._find(article.outlet, host) if article.outlet or host else None

    def _look_up(self, name: str | None, host: str | None) -> Outlet | None:
        if name and (known := self._by_name.get(_key(name))):
            return known
        labels = host.split(".") if host else []
        for i in range(len(labels) - 1):
            if known := self._by_domain.get(".".join(labels[i:])):
                return known
        ending = labels[-1] if len(labels) > 1 else None
        if ending not in self._top_level and name and (match := _NAMED_BY_ADDRESS.search(name)):
            ending = match.group(1).lower()
        row = self._top_level.get(ending or "")
        return _outlet(name or str(host), row) if row else None


def _outlet(name: str, row: Mapping[str, Any]) -> Outlet:
    return Outlet(name, row.get("country"), row.get("language"))


def _key(name: str) -> str:
    """Names are compared without case, script, diacritics, spaces and stops."""
    return _NOT_IN_A_NAME.sub("", fold(name.removeprefix("www.")))


def _host_of(url: str | None) -> str | None:
    match = _HOST.match(url) if url else None
    if match is None:
        return None
    return match.group(1).lower().removeprefix("www.")
