"""Cuts a text into pieces so that every word that a value was read from can be marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Mark:
    """A span of the canonical text (characters, end excluded) and the question that it answers."""

    start: int
    end: int
    tone: str


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks; `tones` are the questions it answers, the narrowest mark first."""

    text: str
    tones: tuple[str, ...] = ()

    @property
    def tone(self) -> str:
        """The question that colours the piece; empty for plain text."""
        return self.tones[0] if self.tones else ""


def marks_of(payload: Mapping[str, Any]) -> list[Mark]:
    """Every piece of evidence of a reading, by the question that it answers (what, where, when, much, who, office)."""
    found: list[Mark] = []

    def add(tone: str, spans: Iterable[Sequence[int]] | None) -> None:
        found.extend(Mark(int(start), int(end), tone) for start, end in spans or ())

    for market in payload.get("markets") or []:
        add("what", market.get("evidence"))
    for event in (payload.get("events") or [])[:1]:
        for key, spans in (event.get("evidence") or {}).items():
            add("when" if key == "date" else "much" if key.startswith("counts.") else "what", spans)
        add("where", (event.get("place") or {}).get("evidence"))
        for quantity in event.get("quantities") or []:
            add("much", quantity.get("evidence"))
        for actor in event.get("actors") or []:
            add("who", actor.get("evidence"))
    for place in payload.get("places") or []:
        add("where", place.get("evidence"))
    for organization in payload.get("organizations") or []:
        add("office", organization.get("evidence"))
    return found


def pieces(text: str, marks: Iterable[Mark], *, cut: int = 0) -> list[list[Piece]]:
    """The text as two lists of pieces, before and after `cut` (the end of the title; the first is empty for 0).

    Marks may nest and overlap; what reaches outside the text is clipped, what is empty is left out.
    """
    size = len(text)
    kept = [Mark(max(m.start, 0), min(m.end, size), m.tone) for m in marks]
    kept = sorted((m for m in kept if m.start < m.end), key=lambda m: (m.end - m.start, m.start))
    edges = sorted({0, size, min(max(cut, 0), size), *(m.start for m in kept), *(m.end for m in kept)})
    parts: list[list[Piece]] = [[], []]
    for start, end in pairwise(edges):
        tones = tuple(dict.fromkeys(m.tone for m in kept if m.start <= start and end <= m.end))
        side = parts[0 if start < cut else 1]
        if side and side[-1].tones == tones:
            side[-1] = Piece(side[-1].text + text[start:end], tones)
        else:
            side.append(Piece(text[start:end], tones))
    return parts


def words(text: str, spans: Iterable[Sequence[int]] | None, *, longest: int = 120) -> list[str]:
    """The words that the spans point at, each once, in the order of the text."""
    found = (" ".join(text[start:end].split()) for start, end in sorted(spans or (), key=tuple))
    cut = (phrase if len(phrase) <= longest else phrase[: longest - 1].rstrip() + "…" for phrase in found)
    return list(dict.fromkeys(phrase for phrase in cut if phrase))
