"""From a word as it stands in a text back to the base forms of a place name that it may be an inflected form of.

The rules are data of the language (`places.toml`): endings and what they come from. Nothing is listed form by form, and
a base form counts only if it is a word of some name in the gazetteer.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from komshi.pipeline.region import Language
from komshi.pipeline.text.fold import fold

_SHORTEST_STEM = 2
# Before a whole word in the table of what never comes from what; others are endings.
_WHOLE = "^"
_SHORTEST_BASE = 3


class Forms:
    """The inflection of place names in one language."""

    def __init__(self, language: Language) -> None:
        tables = language.files.get("places", {})
        # Small words inside a name that change with its case; one stands for another.
        self.linkers = frozenset(fold(word) for word in tables.get("linkers", ()))
        self._endings = _folded(tables.get("endings", {}))
        never: Mapping[str, str] = tables.get("never", {})
        self._never = [(fold(w), fold(base)) for w, base in never.items() if not w.startswith(_WHOLE)]
        self._never_whole = {fold(w[1:]): fold(base) for w, base in never.items() if w.startswith(_WHOLE)}
        self._longest = max(map(len, self._endings), default=0)
        adjectives: Mapping[str, Any] = tables.get("adjectives", {})
        self.adjective_endings = {fold(ending) for ending in adjectives.get("endings", ())}
        self._longest_adjective = max(map(len, self.adjective_endings), default=0)
        self.suffixes = _folded(adjectives.get("suffixes", {}))
        self._not_places = frozenset(fold(stem) for stem in adjectives.get("not_places", ()))

    def bases(self, word: str, known: Container[str]) -> list[str]:
        """Base forms that are in `known`: the word itself first, then what its endings lead back to."""
        found = [word] if word in known else []
        for length in range(1, min(self._longest, len(word) - _SHORTEST_STEM) + 1):
            for base_ending in self._endings.get(word[-length:], ()):
                base = word[:-length] + base_ending
                if len(base) >= _SHORTEST_BASE and base in known and base not in found:
                    found.append(base)
        if word in self._never_whole:
            return [base for base in found if base != self._never_whole[word]]
        never = [base for written, base in self._never if word.endswith(written)]
        return [base for base in found if not base.endswith(tuple(never)) or base == word] if never else found

    def adjective_stems(self, word: str) -> Iterator[str]:
        """What stays of a word when an ending of an adjective is taken off, in each way that is possible."""
        for length in range(min(self._longest_adjective, len(word) - _SHORTEST_BASE) + 1):
            cut = len(word) - length
            if word[cut:] in self.adjective_endings and word[:cut] not in self._not_places:
                yield word[:cut]

    def adjective_bases(self, stem: str) -> Iterator[str]:
        """Names that the stem of an adjective may be formed from by rule: `beograd` from `beogradsk`."""
        for suffix, replacements in self.suffixes.items():
            if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST_STEM:
                for replacement in replacements:
                    yield stem[: -len(suffix)] + replacement


def _folded(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """A table of endings, folded; endings that fold alike share their base endings."""
    folded: dict[str, tuple[str, ...]] = {}
    for ending, bases in table.items():
        key = fold(ending)
        folded[key] = tuple(dict.fromkeys((*folded.get(key, ()), *(fold(base) for base in bases))))
    return folded
