"""What a simple tool would do: baselines that run beside the pipeline, so that figures have a measure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article, Reading


class KeywordCoder:
    """The usual keyword coder: counts the plain words of each market in any language, and takes the most frequent one.

    It knows no endings beyond a common start, no background, no negation, no date, no amount: a text is relevant when
    it holds a word of a market, and happens in the first place whose name stands in it.
    """

    def __init__(self, region: Region) -> None:
        self._markets: dict[str, str] = {}
        for language in region.languages.values():
            for term in language.terms("markets"):
                words = tokenize(fold(term.pattern.replace("*", " "))).words
                if len(words) == 1 and len(words[0]) > 3:
                    self._markets.setdefault(words[0][:6], term.id.split(".")[0])
        self._places: dict[str, str] = {}
        for rows in region.tables.values():
            for row in rows:
                self._places.setdefault(fold(row["name"]), row["country"])

    def __call__(self, article: Article) -> tuple[str | None, str | None]:
        """(market, country), each None where no word was found."""
        words = tokenize(fold(article.canonical)).words
        markets = Counter(market for word in words if (market := self._markets.get(word[:6])))
        country = next((self._places[word] for word in words if word in self._places), None)
        return (markets.most_common(1)[0][0] if markets else None), country


def same_key_groups(readings: Iterable[Reading]) -> list[tuple[str, Sequence[str]]]:
    """The usual de-duplication: readings with one market, one country and one day are one event."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for reading in readings:
        if not reading.relevant or not reading.events:
            continue
        event = reading.events[0]
        market = reading.markets[0].id if reading.markets else ""
        country = (event.place.country if event.place else None) or ""
        groups[market, country, event.date or reading.published or reading.id].append(reading.id)
    return [(ids[0], ids) for ids in groups.values()]
