"""Groups that a text names without any register knowing them: clans and gangs, and firms in quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Language
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import Organization, Span

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_BEFORE = re.compile(rf"({_WORD})\s$")
_QUOTED = re.compile(r"\s[„“\"«'‘]([^„“”\"«»'’\n]{2,40})[“”\"»'’]")
_REACH = 60


class Groups:
    """Reads the groups of one language by the words that head their names."""

    def __init__(self, language: Language) -> None:
        clans = language.table("names", "clans")
        stems, endings = "|".join(clans.get("stems", ())), "|".join(clans.get("endings", ()))
        self._adjective = re.compile(rf"({_WORD}?(?:{stems}))(?:{endings})\s$") if stems else None
        of = "|".join(language.table("names", "link").get("of", ())) or "$^"
        self._named = re.compile(rf"\s({_WORD}(?:\s(?:{of})\s{_WORD})?)")
        self._base: Mapping[str, str] = clans.get("adjective", {})
        self._head: Mapping[str, str] = clans.get("head", {})

    def __call__(self, prepared: Prepared) -> list[Organization]:
        """The groups, each once with all its mentions; they have no id."""
        found: dict[str, list[Span]] = {}
        for hit in prepared.hits.get("roles", ()):
            kind, _, way = hit.term.id.partition(".")
            if kind != "group":
                continue
            named = self._read(prepared, hit, way)
            if named:
                name, span = named
                found.setdefault(name, []).append(span)
        return [Organization(name, None, tuple(spans)) for name, spans in found.items()]

    def _read(self, prepared: Prepared, hit: Hit, way: str) -> tuple[str, Span] | None:
        text, (start, end) = prepared.text, prepared.evidence(hit)
        if way == "adjective":
            return self._clan(prepared, start, end)
        match = (_QUOTED if way == "quoted" else self._named).match(text, end, end + _REACH)
        if match is None or not match.group(1)[0].isupper():
            return None
        if way == "quoted":
            return match.group(1).strip(), match.span(1)
        return f"{hit.term.attributes['base']} {match.group(1)}", (start, match.end(1))

    def _clan(self, prepared: Prepared, start: int, end: int) -> tuple[str, Span] | None:
        """A clan's adjective and the word behind it, both in the base form."""
        text, script = prepared.text, prepared.tongue.script
        low = max(0, start - _REACH)
        if self._adjective is None:
            match = _BEFORE.search(text[low:start])
            if match is None or not match.group(1)[0].isupper():
                return None
            return text[low + match.start() : end], (low + match.start(), end)
        match = self._adjective.search(text[low:start])
        if match is None:
            return None
        return f"{match.group(1)}{self._base[script]} {self._head[script]}", (low + match.start(), end)
