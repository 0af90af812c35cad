"""Number words that differ from a commoner word in a mark only: a hundred is written like “what” without its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from komshi.pipeline.read.prepared import Prepared

_MEASURES = ("unit.", "money.")
_LEAST = 10
"""What follows such a word as its tens: of “a hundred *two*” either may be meant."""


def is_other_word(
    prepared: Prepared, word: int, *, atoms: Mapping[str, tuple[str, float]], conjunctions: frozenset[str]
) -> bool:
    """Whether a word is, as it is written, the other one; `atoms` are the number words of the language.

    Where a text has no diacritics at all the two cannot be told apart by themselves, and “what” is a hundred times
    commoner: then it is the number before a scale, its tens or a measure, unless a conjunction stands before it.
    """
    tokens, text = prepared.tokens, prepared.text
    start, _ = prepared.folding.span(tokens.starts[word], tokens.ends[word])
    if text[start].lower() in "šш":
        return True
    if not text.isascii():
        return False
    at = word + 1
    if at >= len(tokens) or (word and tokens.words[word - 1] in conjunctions):
        return True
    kind, value = atoms.get(tokens.words[at], ("", 0.0))
    if kind == "scales" or (kind == "values" and value >= _LEAST):
        return False
    return not any(hit.first == at and hit.term.id.startswith(_MEASURES) for hit in prepared.hits.get("items", ()))
