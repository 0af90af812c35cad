"""One report as the public sees it: who printed it, when, where to read it, and the single words it was read from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from komshi.observatory.base.known_words import is_place_form, known_words
from komshi.observatory.publishing.addresses import safe_url
from komshi.observatory.publishing.redact import (
    Private,
    actor_spans,
    safe_outlet,
    safe_phrases,
    safe_place_phrases,
)
from komshi.observatory.reading.gazetteer import place_forms
from komshi.observatory.sources.choices import DocumentKind

if TYPE_CHECKING:
    from komshi.observatory.reading.models import Reading
    from komshi.observatory.sources.models import Article

_BY_HAND = (DocumentKind.PASTE, DocumentKind.FILE, DocumentKind.OBSERVATION)


def report_of(reading: Reading, *, place: dict[str, Any], private: Private) -> dict[str, Any]:
    """What becomes public of a report; `place` is the public place of its incident, `private` are the names in it.

    `said` maps a question (what, where, much) to the words that answer it; `language` is a tag such as `sr-Cyrl`.
    """
    article, payload = reading.article, reading.effective
    blank = {"outlet": "", "published": "", "url": "", "language": "", "said": {}}
    if article.document.kind == DocumentKind.OBSERVATION:
        return {"kind": "observation", **blank}
    by_hand, known = article.document.kind in _BY_HAND, known_words(payload.get("language") or "")
    return {
        "kind": "member" if by_hand else "outlet",
        "outlet": "" if by_hand else safe_outlet(article.outlet, private=private),
        "published": article.published_on.isoformat() if article.published_on else "",
        "url": safe_url(
            article.url, private=private, text=article.canonical, spared=_spared(payload),
            known=known.in_address if known else None,
        ),
        "language": "-".join(filter(None, (payload.get("language"), payload.get("script")))),
        "said": _said(article, payload, place, private),
    }  # fmt: skip


def _said(article: Article, payload: dict[str, Any], place: dict[str, Any], private: Private) -> dict[str, list[str]]:
    event, text = (payload.get("events") or [{}])[0], article.canonical
    people, language = actor_spans(payload), payload.get("language") or ""
    quantities = [one for one in event.get("quantities") or [] if one.get("role") != "background"]
    spans = {
        "what": (event.get("evidence") or {}).get("type") or [],
        "much": [span for quantity in quantities for span in quantity.get("evidence") or []],
    }
    safe = partial(safe_phrases, text, private=private, people=people, known=known_words(language))
    said = {tone: safe(found) for tone, found in spans.items()}
    if place["place"] and place["precision"] != "blurred":
        where = (event.get("place") or {}).get("evidence")
        is_form = partial(is_place_form, names=place_forms(place["place"], place["country"]), language=language)
        said["where"] = safe_place_phrases(text, where, is_form=is_form, private=private, people=people)
    return {tone: phrases for tone, phrases in said.items() if phrases}


def _spared(payload: dict[str, Any]) -> list[tuple[int, int]]:
    """Spans of places and known institutions: capital words there are nobody's name."""
    event = (payload.get("events") or [{}])[0]
    holders = [event.get("place") or {}, *(payload.get("places") or [])]
    holders += [one for one in payload.get("organizations") or [] if one.get("id")]
    return [(int(start), int(end)) for holder in holders for start, end in holder.get("evidence") or []]
