"""Reports as the reader would give them, for the tests of what comes after reading: small, fictional, and exact."""

from __future__ import annotations

import hashlib
import zlib
from datetime import date
from typing import Any

from komshi.observatory.base.events import writing
from komshi.observatory.incidents.services import incidents_pull
from komshi.observatory.publishing.build import projection_pull
from komshi.observatory.reading.models import Reading
from komshi.observatory.reading.reader import READER
from komshi.observatory.reading.services import readings_store
from komshi.observatory.sources.models import Article, Document, Source

TEXT = "Policija je kod Bara zaplenila 137 kilograma kokaina i uhapsila dve osobe."
TITLE = "Zaplena u Luci Bar"


def spans(text: str, phrase: str) -> list[list[int]]:
    """Where the phrase stands in the text."""
    start = text.index(phrase)
    return [[start, start + len(phrase)]]


def payload(text: str, key: str, **values: Any) -> dict[str, Any]:
    """A relevant reading; `values` replace keys of its event, or `markets` and `language`."""
    event: dict[str, Any] = {
        "type": "seizure",
        "score": 0.9,
        "status": "under_investigation",
        "organised": "none_stated",
        "date": "2026-03-14",
        "date_precision": "day",
        "place": {
            "name": "Bar",
            "country": "ME",
            "latitude": 42.093,
            "longitude": 19.1,
            "geonames_id": 3204509,
            "precision": "settlement",
            "evidence": spans(text, "Bara") if "Bara" in text else [],
            "inferred_from": None,
        },
        "quantities": [
            {
                "item": "cocaine",
                "amount": 137.0,
                "low": None,
                "high": None,
                "unit": "kg",
                "role": "subject",
                "evidence": spans(text, "137 kilograma") if "137 kilograma" in text else [],
            }
        ],
        "counts": {"arrested": 2, "charged": None, "killed": None, "injured": None, "victims": None},
        "actors": [],
        "evidence": {"type": spans(text, "zaplenila") if "zaplenila" in text else []},
    }
    markets = values.pop("markets", ["cocaine_trade"])
    head = {name: values.pop(name) for name in ("language", "outlet", "published", "relevant") if name in values}
    return {
        "id": key,
        "reader": READER,
        "language": "sr",
        "script": "Latn",
        "outlet": "Primorski list",
        "published": "2026-03-15",
        "relevant": True,
        "relevance": 0.97,
        "title": TITLE,
        "sketch": None,
        "markets": [{"id": one, "score": 0.9, "evidence": []} for one in markets],
        "events": [event | values],
        "places": [],
        "organizations": [],
    } | head


def report(
    key: str, text: str = TEXT, *, title: str = TITLE, given: dict[str, Any] | None = None, **values: Any
) -> Reading:
    """Store a report and its reading. `given` are fields of document and article; `values` as for `payload`."""
    given = given or {}
    outlet = values.get("outlet", "Primorski list")
    source, _made = Source.objects.get_or_create(
        key=given.get("source", "test"), defaults={"name": "Test", "kind": "import"}
    )
    canonical = f"{title}\n{text}" if title else text
    document = Document.objects.create(
        source=source,
        kind=given.get("kind", "import"),
        sha256=hashlib.sha256(f"{key}{canonical}".encode()).hexdigest(),
        body=zlib.compress(canonical.encode()),
        media_type="text/plain",
        received_by=given.get("by"),
        organisation=given.get("organisation"),
        sensitivity=given.get("sensitivity", "open"),
    )
    article = Article.objects.create(
        document=document,
        key=f"{source.key}:{key}",
        title=title,
        text=text,
        url=given.get("url", ""),
        outlet=outlet,
        language="sr",
        published="2026-03-15",
        published_on=date(2026, 3, 15),
        text_sha256=hashlib.sha256(canonical.encode()).hexdigest(),
    )
    reread(article, payload(canonical, article.key, **values))
    return Reading.objects.select_related("article__document").get(article=article)


def reread(article: Article, read: dict[str, Any]) -> None:
    """Store what a reader reads in the article."""
    with writing():
        readings_store(read=[(article, read)])


def flow() -> None:
    """Let incidents and the public projection catch up."""
    while incidents_pull(200) + projection_pull(200):
        pass
