"""What the words of a report say of its news: features for the models of its kind, its stage and its first market."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned.named import MEANT, SAID, Named
from komshi.pipeline.read.learned.network import WHOLE, Features

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from komshi.pipeline.read.events import EventCue
    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.meanings import Meanings
    from komshi.pipeline.types import Market, Span

_LEAD, _TEXT = 45, 300
_BODY, _LEADING, _TITLE = Named("B:"), Named("L:"), Named("T:")
_IN_TITLE, _IN_LEAD, _IN_TEXT = WHOLE, WHOLE, WHOLE // 2
# Words of these lexicons count by what they stand for, and by where they stand.
_TOPICS = ("events", "status", "markets", "counts", "organised")
_ZONES = (1, 2, 3, 6)
_MEANT = WHOLE
_RULE = 2 * WHOLE
_SCORES = 10
_MOST_EVIDENCE = 3
_MOST_CUES = 4


def news_features(prepared: Prepared, meanings: Mapping[str, Meanings]) -> Features:
    """The words of the title and of the lead, one by one and in pairs, those of the rest, and what the lists say."""
    words = [meanings[prepared.language.code][word] for word in prepared.tokens.words[:_TEXT]]
    title = bisect_left(prepared.word_starts, len(prepared.article.title or ""))
    head, lead, rest = (
        [word for word in part if word]
        for part in (words[:title], words[title : title + _LEAD], words[title + _LEAD :])
    )
    found: Features = {_BODY[word]: _IN_TEXT for word in rest}
    found.update({SAID[word]: _IN_TEXT for word in (*head, *lead, *rest)})
    found.update({_LEADING[word]: _IN_LEAD for word in lead})
    found.update({f"L:{one} {two}": _IN_LEAD for one, two in pairwise(lead)})
    found.update({_TITLE[word]: _IN_TITLE for word in head})
    found.update({f"T:{one} {two}": _IN_TITLE for one, two in pairwise(head)})
    sentences = prepared.sentence_of_word
    for topic in _TOPICS:
        for hit in prepared.hits.get(topic, ()):
            names = MEANT[hit.term]
            found[names.zones[bisect_right(_ZONES, sentences[hit.first])]] = _MEANT
            found[names.here] = _MEANT
    return found


def type_features(cues: Sequence[EventCue], *, kind: str) -> Features:
    """What the model of the kind of news is asked by beside the words: the events that the rules found."""
    said = {f"=rule:{kind}": _RULE}
    for at, cue in enumerate(cues[:_MOST_CUES]):
        said[f"={min(at, 2)}:{cue.type}"] = WHOLE // (1 + at)
        said[f"=surely:{cue.type}"] = round(cue.score * WHOLE)
    return said


def status_features(status: str, *, kind: str) -> Features:
    """What the model of the stage is asked by beside the words: what the rules say, and what kind of news it is."""
    return {f"=rule:{status}": _RULE, f"=news:{kind}": WHOLE, f"=rule:{status} news:{kind}": WHOLE}


def market_features(markets: Sequence[Market], *, kind: str) -> Features:
    """What the model of the first market is asked by beside the words: the markets by the rules, and the news."""
    said = {f"={at}:{market.id}": _RULE // (1 + at) for at, market in enumerate(markets)}
    return (said or {"=none": WHOLE}) | {f"=news:{kind}": WHOLE}


def relevance_features(score: float) -> Features:
    """What the model of relevance is asked by beside the words: how sure the rules are."""
    return {f"=score:{round(score * _SCORES)}": _RULE, "=score": round(score * WHOLE)}


def words_behind(prepared: Prepared, meanings: Mapping[str, Meanings], *, names: Iterable[str]) -> tuple[Span, ...]:
    """Where the words of these features stand, the first of each, for the evidence of an answer."""
    found: list[Span] = []
    words = [meanings[prepared.language.code][word] for word in prepared.tokens.words[:_TEXT]]
    for name in names:
        meaning = name.partition(":")[2].partition(" ")[0]
        if name[:2] in ("A:", "B:", "L:", "T:") and meaning in words:
            at = words.index(meaning)
            span = prepared.span(at, at + 1)
            if span not in found:
                found.append(span)
        if len(found) == _MOST_EVIDENCE:
            break
    return tuple(sorted(found))
