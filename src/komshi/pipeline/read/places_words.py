"""The words around a place name that say what it is there: prepositions, facilities, courts, streets, number plates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from komshi.pipeline.read.places_index import words_of
from komshi.pipeline.region import Language
from komshi.pipeline.text.fold import fold

NO_KINDS: frozenset[str] = frozenset()
_LISTED = ("authorities", "resident", "street", "street_after", "plates", "court", "prosecution", "police", "port",
           "airport", "prison", "crossing", "quarter", "municipality", "village", "town", "region", "motion",
           "storage", "river", "travel", "saying", "public",
           "office_part", "conference", "elsewhere", "hospital", "taken", "gang", "road", "property",
           "neighbour", "seated", "wanted", "held", "counted", "clause", "citizen", "convicted",
           "relative", "carried", "sold", "also", "state", "where")  # fmt: skip
_CACHE_SIZE = 200_000


class PlaceWords:
    """Context words of one language, each looked up once and then remembered."""

    def __init__(self, language: Language) -> None:
        tables: Mapping[str, Any] = language.files.get("places", {})
        words: Mapping[str, list[str]] = tables.get("words", {})
        prepositions: Mapping[str, Any] = tables.get("prepositions", {})
        into: Mapping[str, Any] = prepositions.get("into", {})
        self.linkers = frozenset(map(fold, tables.get("linkers", ())))
        doubtful = tables.get("adjectives", {}).get("doubtful", ())
        self.doubtful_adjectives: tuple[str, ...] = tuple(map(fold, doubtful))
        given: Mapping[str, str] = language.files.get("names", {}).get("given", {})
        self.given_names = frozenset(fold(" ".join(given.values())).split())
        self.declines = bool(tables.get("declines"))
        self.carries = bool(words.get("carried"))
        self.titled = frozenset(map(fold, words.get("titled", ())))
        self.common = frozenset(words_of(fold(name)) for name in words.get("common", ()))
        self.into = (fold(into.get("ending", "")), fold(into.get("base", "")))
        self.undeclined = frozenset(fold(into.get("undeclined", "")))
        self.into_after = frozenset(map(fold, into.get("after", ())))
        self.between = frozenset(map(fold, prepositions.get("between", ())))
        self.of = frozenset(map(fold, prepositions.get("of", ())))
        self.beside = frozenset(map(fold, prepositions.get("beside", ())))
        self.part_of = frozenset(map(fold, prepositions.get("part_of", ())))
        self.near_from = frozenset(map(fold, prepositions.get("near_from", ())))
        self.around = tuple(map(fold, tables.get("adjectives", {}).get("around", ())))
        self.receiving = tuple(map(fold, tables.get("adjectives", {}).get("receiving", ())))
        self._prepositions: dict[str, str] = {}
        for role in ("via", "to", "from", "in"):
            self._prepositions.update(dict.fromkeys(map(fold, prepositions.get(role, ())), role))
        self._exact: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        for kind in _LISTED:
            self._take(kind, words.get(kind, ()))
        for currency, patterns in tables.get("currencies", {}).items():
            self._take(currency, patterns)
        self._longest = max(map(len, self._stems), default=0)
        self._usage_exact: dict[str, tuple[str, ...]] = {}
        self._usage_stems: dict[str, tuple[str, ...]] = {}
        for countries, patterns in tables.get("usage", {}).items():
            self._take_usage(tuple(countries.split()), patterns)
        self._usage_lengths = sorted(set(map(len, self._usage_stems)))
        self._usage_cache: dict[str, tuple[str, ...]] = {}
        self._cache: dict[str, frozenset[str]] = {}

    def role(self, word: str) -> str | None:
        """`in`, `from`, `to` or `via` if the word is such a preposition."""
        return self._prepositions.get(word)

    def kinds(self, word: str) -> frozenset[str]:
        """What the word says of a place beside it (`port`, `court`, `street`, ...); often nothing."""
        known = self._cache.get(word)
        if known is not None:
            return known
        if len(self._cache) > _CACHE_SIZE:
            self._cache.clear()
        kinds = set(self._exact.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            kinds |= self._stems.get(word[:length], set())
        return self._cache.setdefault(word, frozenset(kinds) if kinds else NO_KINDS)

    def usage(self, words: Iterable[str]) -> dict[str, int]:
        """How many of some words are written in one country rather than where else the language is at home."""
        votes: dict[str, int] = {}
        for word in words if self._usage_lengths else ():
            for country in self._used_in(word):
                votes[country] = votes.get(country, 0) + 1
        return votes

    def _used_in(self, word: str) -> tuple[str, ...]:
        known = self._usage_cache.get(word)
        if known is not None:
            return known
        if len(self._usage_cache) > _CACHE_SIZE:
            self._usage_cache.clear()
        stems = (self._usage_stems.get(word[:length], ()) for length in self._usage_lengths if length <= len(word))
        found = self._usage_exact.get(word) or next(filter(None, stems), ())
        return self._usage_cache.setdefault(word, found)

    def _take_usage(self, countries: tuple[str, ...], patterns: Iterable[str]) -> None:
        for pattern in patterns:
            (self._usage_stems if pattern.endswith("*") else self._usage_exact)[fold(pattern.rstrip("*"))] = countries

    def _take(self, kind: str, patterns: Iterable[str]) -> None:
        for pattern in patterns:
            stem = fold(pattern.rstrip("*"))
            (self._stems if pattern.endswith("*") else self._exact).setdefault(stem, set()).add(kind)
