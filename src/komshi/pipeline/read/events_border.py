"""Goods and people stopped on their way across a border: the crossings that a text names, and what was found there."""

from __future__ import annotations

from functools import lru_cache

from komshi.pipeline.read.cues import Cue, cues
from komshi.pipeline.read.events_context import GOODS, Opening
from komshi.pipeline.read.places_index import Gazetteer, Index, gazetteer_of
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region

_ON_ITS_WAY = 1.5
# What a crossing beside goods says by itself: nobody need write that they were stopped there.
_GOODS_AT_BORDER = 1.2
# So many sentences of a text are looked at for the crossing that its first ones, on customs officers, leave out.
_TOLD_WITHIN = 8
# Shorter names are a first name or a common word as often as a crossing.
_SHORTEST_NAME = 6
_FINDS = frozenset({"seizure", "interception"})


class Border:
    """Tells goods that were found at a border from an attempt that was stopped there."""

    def __init__(self, region: Region) -> None:
        self._crossings = _crossings_of(region)

    def __call__(self, prepared: Prepared, told: list[Cue], opening: Opening) -> list[Cue]:
        """The cues of a text whose opening stands at a border.

        What customs officers and border police find there is an interception, and so is an attempt that was stopped,
        where the opening tells of it first. What others find there is a seizure, and so is a crossing beside goods. A
        crossing says so, by its name or as a word. Customs officers and border police work inland too: with them alone
        in the opening, the rest of the text has to name the crossing.
        """
        goods = names_goods(prepared, opening)
        found = goods or any(cue.meaning == "seizure" and cue.sentence in opening.sentences for cue in told)
        if not found or not self._is_at_border(prepared, told, opening):
            return told
        stopped = _is_guarded(prepared, opening) or _is_attempt(told, opening)
        act = "interception" if stopped else "seizure"
        return [_stopped(cue, act, goods=goods) if cue.sentence in opening.sentences else cue for cue in told]

    def _is_at_border(self, prepared: Prepared, told: list[Cue], opening: Opening) -> bool:
        said = [cue for cue in told if cue.meaning == "interception"]
        head = {cue.grade for cue in said if cue.sentence in opening.sentences}
        if "strong" in head:
            return "guards" in head or "border" in head or self._names_crossing(prepared, opening)
        if _is_headed_seizure(told, opening):
            return False
        guarded = bool(head & {"guards", "weak"})
        last = opening.lead + _TOLD_WITHIN
        if "border" in head or (guarded and any(cue.grade == "border" and cue.sentence <= last for cue in said)):
            return True
        return self._names_crossing(prepared, opening)

    def _names_crossing(self, prepared: Prepared, opening: Opening) -> bool:
        """Whether the opening names a crossing that is no town as well."""
        count = sum(prepared.words_in_sentence[: max(opening.sentences) + 1])
        capitals = [prepared.is_capital(word) for word in range(count)]
        return bool(self._crossings[prepared.language.code].find(prepared.tokens.words[:count], capitals))


def names_goods(prepared: Prepared, opening: Opening) -> bool:
    """Whether a text names things that are smuggled, near its beginning."""
    within = opening.lead + _TOLD_WITHIN
    return any(cue.meaning in GOODS and cue.sentence <= within for cue in cues(prepared, "markets"))


def _is_attempt(told: list[Cue], opening: Opening) -> bool:
    """Whether the opening tells first of an attempt that was stopped, and not of what was seized."""
    named = [cue for cue in told if cue.sentence in opening.sentences and cue.grade == "strong"]
    return next((cue.meaning for cue in named if cue.meaning in _FINDS), None) == "interception"


def _is_guarded(prepared: Prepared, opening: Opening) -> bool:
    """Whether those who watch the border tell the opening: customs officers, border police.

    Asked of all words that were found: among cues the longer “customs officers discovered” stands for them.
    """
    guards = (hit for hit in prepared.hits.get("events", ()) if hit.term.id == "interception.guards")
    return any(prepared.sentence_of_word[hit.first] in opening.sentences for hit in guards)


def _is_headed_seizure(told: list[Cue], opening: Opening) -> bool:
    """Whether the title says in so many words that the goods were seized: then that is the news, wherever it was."""
    title = [cue for cue in told if cue.sentence < opening.title]
    return any(cue.meaning == "seizure" and cue.grade == "strong" for cue in title)


def _stopped(cue: Cue, act: str, *, goods: bool) -> Cue:
    if cue.meaning == "seizure":
        least = 0.0 if cue.grade == "goods" else _ON_ITS_WAY
        return cue._replace(meaning=act, weight=max(cue.weight, least))
    if cue.grade == "border" and goods:
        return cue._replace(meaning=act, weight=max(cue.weight, _GOODS_AT_BORDER))
    return cue


@lru_cache(maxsize=2)
def _crossings_of(region: Region) -> dict[str, Index]:
    """For each language what finds crossings, those aside whose name is also a village's or a town's."""
    whole = gazetteer_of(region)
    others = {name.words for name in whole.names if name.entry.kind != "crossing"}
    crossings = Gazetteer()
    crossings.names = [
        name
        for name in whole.names
        if name.entry.kind == "crossing" and name.words not in others and len(name.written) >= _SHORTEST_NAME
    ]
    return {code: Index(crossings, language) for code, language in region.languages.items()}
