"""Which numbers of a text are years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from komshi.pipeline.read.prepared import Prepared, remembered

if TYPE_CHECKING:
    from komshi.pipeline.read.numerals import NumberGrammar, Numeral

_DIGITS, _FIRST, _LAST = 4, 1950, 2049


def is_year(numeral: Numeral, *, prepared: Prepared, grammar: NumberGrammar) -> bool:
    """Whether four bare digits are a year: behind a small word or a month (“since 2024”), or before a full stop."""
    written = prepared.folded[numeral.start : numeral.end]
    if len(written) != _DIGITS or not written.isdecimal() or not _FIRST <= int(written) <= _LAST:
        return False
    before = prepared.tokens.words[numeral.first - 1] if numeral.first else ""
    if before in grammar.before_year or numeral.first in _after_months(None, prepared):
        return True
    return prepared.folded[numeral.end : numeral.end + 2] == ". "


@remembered
def _after_months(_: None, prepared: Prepared) -> frozenset[int]:
    """The words right behind the name of a month."""
    return frozenset(hit.last for hit in prepared.hits.get("time", ()) if hit.term.id.startswith("month."))
