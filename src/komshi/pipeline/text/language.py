"""Which language a text is in: what its outlet writes, letters that only one language has, then a statistical guess.

Serbian, Croatian, Bosnian and Montenegrin cannot be told apart by their texts alone, so they are one family here;
the variety is taken from the outlet or from the record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pycld2

from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import script_of
from komshi.pipeline.text.tokens import Tokens

# pycld2 refuses control characters and lone surrogates; they say nothing about the language.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SAMPLE = 3000


@dataclass(frozen=True, slots=True)
class Tongue:
    """`family` is the language whose words are used; `code` what to call it; `script` is `Latn` or `Cyrl`."""

    family: str | None
    code: str
    script: str


class LanguageReader:
    """Tells the languages of a region apart; anything else is called by its own code and has no family."""

    def __init__(self, region: Region) -> None:
        self._family = region.family
        self._letters: dict[str, re.Pattern[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._guesses: dict[str, str] = {}
        for code, language in region.languages.items():
            head: Mapping[str, list[str] | str] = language.files.get("language", {})
            if letters := "".join(head.get("own_letters", "")):
                self._letters[code] = re.compile(f"[{re.escape(letters)}]")
            self._words[code] = frozenset(head.get("function_words", ()))
            self._guesses.update(dict.fromkeys(head.get("guessed_as", ()), code))
        shared = Counter(word for own in self._words.values() for word in own)
        self._own_words = {code: frozenset(w for w in own if shared[w] == 1) for code, own in self._words.items()}

    def __call__(self, text: str, tokens: Tokens, *, declared: str | None) -> Tongue:
        """The language of a text. `declared` is what its outlet or its record says; it counts if the text can be it."""
        script = script_of(text)
        told = self._by_letters(text, script) or self._by_words(tokens)
        family = told or self._by_statistics(text)
        if script == "Cyrl" and told is None and family in self._words:
            family = self._by_own_words(tokens) or family
        known = self._family.get(declared) if declared else None
        # Statistics often take short Macedonian for Serbian; between languages in Cyrillic the record is surer.
        unsure = script == "Cyrl" and told is None and family in self._words
        if known and (family in (known, None) or unsure):
            return Tongue(known, str(declared), script)
        if family in self._words:
            return Tongue(family, str(family), script)
        return Tongue(None, family or "und", script)

    def _by_letters(self, text: str, script: str) -> str | None:
        """The language whose own letters stand in the text more than once, if only one language's do."""
        if script != "Cyrl":
            return None
        counts = {code: len(letters.findall(text, 0, _SAMPLE)) for code, letters in self._letters.items()}
        best = max(counts, key=lambda code: counts[code], default=None)
        if best is None or counts[best] < 2:
            return None
        return best if counts[best] > 3 * (sum(counts.values()) - counts[best]) else None

    def _by_words(self, tokens: Tokens) -> str | None:
        """The language whose small words clearly outnumber those of the others."""
        words = tokens.words[:400]
        counts = sorted(((sum(w in own for w in words), code) for code, own in self._words.items()), reverse=True)
        if not counts or counts[0][0] < max(3, len(words) // 12):
            return None
        return counts[0][1] if len(counts) < 2 or counts[0][0] >= 2 * counts[1][0] else None

    def _by_own_words(self, tokens: Tokens) -> str | None:
        """Of languages that statistics mix up: the one with most small words that no other language has."""
        words = tokens.words[:400]
        counts = sorted(((sum(w in own for w in words), code) for code, own in self._own_words.items()), reverse=True)
        return counts[0][1] if len(counts) > 1 and counts[0][0] > counts[1][0] else None

    def _by_statistics(self, text: str) -> str | None:
        sample = _UNREADABLE.sub(" ", text[:_SAMPLE])
        try:
            reliable, _, guesses = pycld2.detect(sample, bestEffort=True)
        except pycld2.error:
            return None
        code = guesses[0][1]
        if code in self._guesses:
            return self._guesses[code]
        return str(code) if reliable and code != "un" else None
