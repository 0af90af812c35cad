"""How words are also written: as they are spoken in a dialect, and on a keyboard without letters of the language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from komshi.pipeline.text.fold import fold

# A word or a stem of a pattern.
_WORD = re.compile(r"[^\W\d_]+\*?")
# So many letters of a word are left where an ending stands for another.
_BEGINNING = 3


class _Typed(dict[int, str]):
    """What each letter is typed as: what was given for it, otherwise its folded form."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code))
        return folded


class Keyboard:
    """One way of typing a language without some of its letters: what is typed for each of them, in words of `least`
    letters and more. A stem that ends with such a letter is left alone there: shorter ones may be those of other words.
    """

    def __init__(self, letters: Mapping[str, str], *, least: int = 1) -> None:
        self._letters, self._least = frozenset(letters), least
        self._table = _Typed({ord(letter): typed for letter, typed in letters.items()})

    def typed(self, written: str) -> str:
        """Words as they are typed; those that have none of the letters as they are."""
        if self._letters.isdisjoint(written):
            return written
        return written.translate(self._table) if self._least <= 1 else _WORD.sub(self._word, written)

    def _word(self, match: re.Match[str]) -> str:
        word = match.group()
        stem = word.removesuffix("*")
        short = len(stem) < self._least or (stem != word and stem[-1] in self._letters)
        return word if short else word.translate(self._table)


class Spelling(NamedTuple):
    """How the words of a lexicon are also written: whole folded words and folded endings, each with what is written
    instead, and keyboards.
    """

    words: Mapping[str, str] = {}
    endings: Mapping[str, str] = {}
    keyboards: Sequence[Keyboard] = ()

    def also(self, word: str) -> str:
        """A folded word or stem (with its `*`) as it is written otherwise; the same where it is not."""
        if word in self.words:
            return self.words[word]
        stem = word.removesuffix("*")
        for ending, other in self.endings.items():
            if stem.endswith(ending) and len(stem) >= len(ending) + _BEGINNING:
                return stem.removesuffix(ending) + other + word[len(stem) :]
        return word

    def typed(self, pattern: str) -> list[str]:
        """A pattern as it is typed in other ways."""
        return [typed for keyboard in self.keyboards if (typed := keyboard.typed(pattern)) != pattern]


AS_WRITTEN = Spelling()
"""Words are written as they stand in the lexicons, and in no other way."""
