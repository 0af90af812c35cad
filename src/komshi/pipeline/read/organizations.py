"""Which institutions and groups a text names; the country that institutions belong to helps where no place is named.

Institutions are the region's data. A word that several countries use (a ministry's initials) is given to a country only
if the rest of the text, or the outlet, leaves one. Clans and firms are read by how languages name them, without an id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from komshi.pipeline.read.organizations_groups import Groups
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.text.cyrillic import to_cyrillic
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit, Lexicon, Term
from komshi.pipeline.types import Organization, Span

_TOPIC = "institutions"


class Organizations:
    """Reads the organisations of a text. Made once for a region."""

    def __init__(self, region: Region) -> None:
        self._tables: Mapping[str, Mapping[str, Any]] = region.files.get(_TOPIC, {})
        self._lexicons = {code: Lexicon(list(_terms(self._tables, code))) for code in region.languages}
        self._groups = {code: Groups(language) for code, language in region.languages.items()}

    def __call__(self, prepared: Prepared) -> tuple[Organization, ...]:
        """The organisations, in the order of their first mention; one entry each, with all its mentions."""
        found: dict[str, list[Hit]] = {}
        for hit in self._hits(prepared):
            found.setdefault(hit.term.id, []).append(hit)
        resolved: dict[str, Organization] = {}
        countries = self._countries(found, prepared)
        for identifier, hits in found.items():
            known = self._resolve(identifier, countries)
            spans = tuple(prepared.evidence(hit) for hit in hits)
            name = self._name(prepared, identifier, hits[0], spans[0])
            if known in resolved:
                first = resolved[known]
                resolved[known] = Organization(first.name, known, tuple(sorted({*first.evidence, *spans})))
            else:
                resolved[known] = Organization(name, known, spans)
        named = [*resolved.values(), *self._groups[prepared.language.code](prepared)]
        return tuple(sorted(named, key=lambda organization: organization.evidence[0]))

    def _hits(self, prepared: Prepared) -> list[Hit]:
        """The longest hits that do not overlap; abbreviations only where the text writes capitals."""
        hits = self._lexicons[prepared.language.code].scan(prepared.tokens)
        taken: list[Hit] = []
        words: set[int] = set()
        for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first)):
            if hit.term.attributes and not _in_capitals(prepared, hit):
                continue
            if words.isdisjoint(range(hit.first, hit.last)):
                words.update(range(hit.first, hit.last))
                taken.append(hit)
        return sorted(taken, key=lambda h: h.first)

    def _countries(self, found: Iterable[str], prepared: Prepared) -> set[str]:
        """The countries of the institutions that are of one country; those of the outlet if there are none."""
        sure = {country for country in (self._tables[i].get("country") for i in found) if country}
        if not sure and prepared.outlet and prepared.outlet.country:
            return {prepared.outlet.country}
        return sure

    def _resolve(self, identifier: str, countries: set[str]) -> str:
        choices = self._tables[identifier].get("one_of", ())
        fitting = [choice for choice in choices if self._tables[choice]["country"] in countries]
        return fitting[0] if len(fitting) == 1 and len(countries) == 1 else identifier

    def _name(self, prepared: Prepared, identifier: str, hit: Hit, span: Span) -> str:
        """An abbreviation as it is written; otherwise the base form in the language and script of the text."""
        written = prepared.text[slice(*span)]
        if hit.term.attributes:
            return written
        base: str | None = self._tables[identifier].get("names", {}).get(prepared.language.code)
        if base is None or prepared.tongue.script != "Cyrl":
            return base or written
        return to_cyrillic(base)


def _terms(tables: Mapping[str, Mapping[str, Any]], code: str) -> Iterable[Term]:
    for identifier, row in tables.items():
        for pattern in row.get("patterns", {}).get(code, ()):
            yield Term(_TOPIC, identifier, pattern, "", {})
        for abbreviation in row.get("abbreviations", ()):
            yield Term(_TOPIC, identifier, fold(abbreviation), "", {"capitals": True})


def _in_capitals(prepared: Prepared, hit: Hit) -> bool:
    """Whether the word is written in capitals while its neighbours are not (a headline is all capitals)."""
    text, (start, end) = prepared.text, prepared.evidence(hit)
    if not text[start:end].isupper():
        return False
    around = f"{text[max(0, start - 14) : start]} {text[end : end + 14]}"
    letters = [c for c in around if c.isalpha()]
    return not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters)
