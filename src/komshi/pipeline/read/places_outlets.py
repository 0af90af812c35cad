"""The country of an outlet that is not in the data, where its name tells it: it is called after a place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from komshi.pipeline.read.places_index import Found, Name
from komshi.pipeline.read.places_mentions import Finder
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

_LEAST_PEOPLE = 4000
"""A smaller settlement of that name is rather another word: outlets are called after towns."""
_NAMES_AN_OUTLET = frozenset({"country", "region", "municipality"})
_REMEMBERED = 4096


class OutletNames:
    """Reads the country out of the name of an outlet: the paper of a town, the radio of a valley."""

    def __init__(self, finders: Mapping[str, Finder], watched: frozenset[str]) -> None:
        self._finders = finders
        self._watched = watched
        self._find = lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def __call__(self, prepared: Prepared) -> str | None:
        """The country that the outlet of a text is in; None where its name does not tell, or tells of two."""
        if prepared.outlet is not None:
            return prepared.outlet.country
        name = prepared.article.outlet
        return self._find(name, prepared.language.code) if name else None

    def _look_up(self, outlet: str, language: str) -> str | None:
        finder = self._finders[language]
        words = tokenize(fold(outlet)).words
        countries = {
            name.entry.country
            for hit in finder.mentions.index.find(words, [True] * len(words))
            if tuple(words[hit.first : hit.last]) not in finder.words.common
            for name in hit.names
            if self._names_it(hit, name)
        }
        return countries.pop() if len(countries) == 1 else None

    def _names_it(self, hit: Found, name: Name) -> bool:
        entry = name.entry
        if entry.country not in self._watched or not name.own:
            return False
        return hit.adjective or entry.kind in _NAMES_AN_OUTLET or entry.population >= _LEAST_PEOPLE
