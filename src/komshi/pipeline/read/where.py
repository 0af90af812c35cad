"""Where the main event happened, and which other places stand around it.

Every name of the gazetteer in the text is judged in its context; homonyms are told apart by what else is named; the
scene is the place that the words tie to the event. Where no place is named, the country follows from institutions or
from the outlet, and the result says so.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from komshi.pipeline.read.places_country import Countries
from komshi.pipeline.read.places_index import Entry, gazetteer_of
from komshi.pipeline.read.places_mentions import Finder, Mention, finders_of
from komshi.pipeline.read.places_resolve import Resolver
from komshi.pipeline.read.places_scene import is_seat, lies_in, score
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Organization, Place, PlaceMention, PlacePrecision

_FLOW = {"from": "origin", "to": "destination", "via": "transit"}
_WATCHED = 0.5
"""What speaks for a place in the countries that the observatory watches: its articles are chosen for them."""
_LEAST = -0.6
"""A place that scores less is not taken for the scene."""
_LOCATED = 0.9
"""A place in the country that scores this much by itself is the scene, however often the country is named."""
_INSTEAD_OF_A_SEAT = 0.25
"""What another place needs to be taken instead of the seat of the office that looks into the case."""
_WIDE = frozenset({"country", "region"})
_NEAR_WORDS = 14
_MAY_YIELD, _COUNTRY_MAY_YIELD = 1.1, 1.8
"""How much less a more specific place may score than the wider one that it lies in, and still be preferred."""


@dataclass(slots=True)
class _Candidate:
    entry: Entry
    score: float
    mentions: list[Mention]


class Where:
    """Reads the place of the main event and the other places of a text."""

    def __init__(self, region: Region, finders: Mapping[str, Finder] | None = None) -> None:
        self._gazetteer = gazetteer_of(region)
        self._watched = frozenset(region.countries)
        self._countries = Countries(region, self._gazetteer)
        self._finders = finders or finders_of(region)
        self._resolver = Resolver(self._gazetteer, self._watched)

    def __call__(
        self, prepared: Prepared, focus: Focus, organizations: Sequence[Organization] = ()
    ) -> tuple[Place | None, tuple[PlaceMention, ...]]:
        """The scene of the main event (None where nothing tells it), and the places named beside it."""
        finder = self._finders[prepared.language.code]
        words = finder.words
        mentions = self._resolver(finder.mentions(prepared), prepared.outlet.country if prepared.outlet else None)
        candidates = self._candidates(prepared, focus, mentions)
        best = self._choose(candidates, focus)
        scene = self._scene(prepared, best) if best else None
        if best is None or best.score < 0:
            country = self._countries(prepared, words, mentions, organizations)
            if country is not None and (scene is None or country.country != scene.country):
                scene = country
        return scene, self._others(prepared, words, mentions, scene)

    def _candidates(self, prepared: Prepared, focus: Focus, mentions: list[Mention]) -> list[_Candidate]:
        """Each place named, with the best score of its mentions and a little for being named again."""
        trigger = _word_at(prepared, focus.trigger[0]) if focus.trigger else None
        by_entry: dict[Entry, _Candidate] = {}
        for mention in mentions:
            if mention.entry is None or not mention.entry.country:
                continue
            if mention.adjective and mention.of_country and "authorities" not in mention.marks:
                continue
            mention.score = score(mention, focus, trigger=trigger)
            if mention.entry.country in self._watched:
                mention.score += _WATCHED
            known = by_entry.setdefault(mention.entry, _Candidate(mention.entry, mention.score, []))
            known.mentions.append(mention)
            known.score = max(known.score, mention.score)
        for candidate in by_entry.values():
            named = sum(m.sentence not in focus.background and m.role != "to" for m in candidate.mentions)
            candidate.score += 0.35 * math.log2(max(named, 1))
        return list(by_entry.values())

    def _choose(self, candidates: list[_Candidate], focus: Focus) -> _Candidate | None:
        """The best candidate, or the most specific one within it that scores nearly as well; the seat of an office
        only where no other place will do.
        """
        best = max(candidates, key=lambda c: c.score, default=None)
        if best is None or best.score < _LEAST:
            return None
        if is_seat(_best_mention(best), focus):
            others = [c for c in candidates if c.entry.kind not in _WIDE and _is_told_before(c, focus)]
            other = max(others, key=lambda c: c.score, default=best)
            best = other if other.score >= _INSTEAD_OF_A_SEAT else best
        for _ in range(3):
            least = best.score - _MAY_YIELD
            if best.entry.kind == "country":
                least = min(best.score - _COUNTRY_MAY_YIELD, _LOCATED)
            inside = [c for c in candidates if lies_in(c.entry, best.entry) and c.score >= least and _is_at(c)]
            if not inside:
                break
            best = max(inside, key=lambda c: c.score)
        return best

    def _scene(self, prepared: Prepared, candidate: _Candidate) -> Place:
        entry = candidate.entry
        mention = _best_mention(candidate)
        precision: PlacePrecision = entry.kind
        if entry.kind == "settlement" and "municipality" in mention.marks:
            precision = "municipality"
        span = prepared.span(mention.first, mention.last)
        return Place(entry.name, entry.country, entry.latitude, entry.longitude, entry.geonames_id, precision, (span,))

    def _others(
        self, prepared: Prepared, words: PlaceWords, mentions: list[Mention], scene: Place | None
    ) -> tuple[PlaceMention, ...]:
        """Every other place that is named, once, with its part in the flow where a verb of motion stands near."""
        spans: dict[Entry, list[tuple[int, int]]] = defaultdict(list)
        roles: dict[Entry, str | None] = {}
        for mention in mentions:
            if mention.entry is None or mention.adjective or mention.marks & {"dateline", "doubtful"}:
                continue
            spans[mention.entry].append(prepared.span(mention.first, mention.last))
            role = _FLOW.get(mention.role or "") if mention.close else None
            if role and not _moving(prepared, words, mention):
                role = None
            if role is None and mention.role == "in" and "storage" in mention.marks:
                role = "storage"
            roles[mention.entry] = roles.get(mention.entry) or role
        return tuple(
            PlaceMention(entry.name, entry.country or None, roles[entry], tuple(found))
            for entry, found in spans.items()
            if scene is None or (entry.name, entry.country) != (scene.name, scene.country)
        )


def _is_told_before(candidate: _Candidate, focus: Focus) -> bool:
    """Whether the text leads from the place to its news: what comes later is where something else happened."""
    mention = _best_mention(candidate)
    return mention.sentence <= focus.sentence and not is_seat(mention, focus)


def _is_at(candidate: _Candidate) -> bool:
    """Whether the text speaks of the place itself, not of another that lies downstream of it."""
    return "away" not in _best_mention(candidate).marks


def _best_mention(candidate: _Candidate) -> Mention:
    return max(candidate.mentions, key=lambda m: m.score)


def _moving(prepared: Prepared, words: PlaceWords, mention: Mention) -> bool:
    """Whether the sentence speaks, near the place, of goods or people on the move."""
    sentences = prepared.sentence_of_word
    near = range(max(0, mention.first - _NEAR_WORDS), min(len(sentences), mention.last + _NEAR_WORDS))
    return any(sentences[at] == mention.sentence and "motion" in words.kinds(prepared.tokens.words[at]) for at in near)


def _word_at(prepared: Prepared, offset: int) -> int:
    """The index of the first word that ends after an offset of the text."""
    original, ends = prepared.folding.original, prepared.tokens.ends
    return bisect_right(range(len(ends)), offset, key=lambda i: original(ends[i]))
