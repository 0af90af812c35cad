"""What words mean, as one plain word for all languages: so what is learnt in one language helps in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST, _SHORTEST = 12, 7
"""How many letters of a word are looked up: the longest stem that is known counts, shorter words stand whole."""
_CACHE_SIZE = 50_000


class Meanings(dict[str, str]):
    """The meaning of each word of one language; empty for a word that is not known."""

    __slots__ = ("_glosses",)

    def __init__(self, glosses: Mapping[str, str]) -> None:
        super().__init__()
        self._glosses = glosses

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_SIZE:
            self.clear()
        lengths = range(min(_LONGEST, max(_SHORTEST, len(word))), _SHORTEST - 1, -1)
        found = self[word] = next((self._glosses[word[:n]] for n in lengths if word[:n] in self._glosses), "")
        return found
