"""Which events a text tells, the news first: terms weighed by how plainly they name the act and where they stand."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from komshi.pipeline.read.background import Background
from komshi.pipeline.read.cues import Cue, cues, places
from komshi.pipeline.read.events_border import Border, names_goods
from komshi.pipeline.read.events_context import BORDER, PEOPLE, VERDICTS, Opening, acts, in_context
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Span

# A second word for the same act says less than the first. On our gold (170), written.dev (51) and dev (109) the type
# is right in 162, 49 and 92; at 0 in 154, 47 and 87, at 0.25 in 162, 48 and 90, at 1 in 160, 49 and 90.
_REPEATED = 0.5
# Other events are told when they weigh at least this share of the news.
_ALSO = 0.4
_MOST = 5
# One strong word in the lead (1.8 * 1.8) gives a score of about 0.8.
_SCALE = 2.0
# A later stage retells the earlier ones in the same breath: the news of a text that names both is the later one.
# Whoever is stopped at a border with goods is arrested and loses them; whoever dies of an attack was wounded first.
_RETELLS = {
    "conviction": ("arrest", "seizure", "interception", "indictment", "trial", "killing", "investigation", "raid",
                   "attack"),
    "acquittal": ("arrest", "seizure", "indictment", "trial", "killing", "investigation", "conviction", "attack"),
    "trial": ("arrest", "seizure", "interception", "indictment", "killing", "investigation", "attack", "conviction"),
    "indictment": ("arrest", "seizure", "interception", "killing", "investigation", "attack"),
    "extradition": ("arrest", "seizure", "indictment", "killing", "investigation", "conviction", "raid", "attack",
                    "trial", "escape"),
    "sanction": ("investigation", "revelation", "policy", "seizure"),
    "resignation": ("investigation", "indictment"),
    "escape": ("arrest", "trial", "conviction", "investigation", "indictment"),
    "interception": ("arrest", "seizure", "investigation"),
    "killing": ("attack", "threat", "investigation"),
    "threat": ("investigation",),
    "arrest": ("investigation", "threat"),
    "raid": ("investigation",),
    "seizure": ("investigation", "raid"),
}  # fmt: skip
# A verdict that is lifted: the words for it count as `other`, and nobody is convicted or on trial for now.
_LIFTS = ("conviction", "acquittal", "trial", "arrest", "indictment", "seizure", "killing", "attack")
# Share of the earlier stage's weight that is left, if the later one weighs at least half as much (at 0.8 two reports of
# our gold fewer are right, at 1 five).
_LEFT = 0.6
# The weight of the first sentence below the title, and that of a line that is hardly one.
_LEAD, _LINE = 1.8, 0.5
_OWN = 0.8
_AHEAD = 0.01
_FINDS = frozenset({"seizure", "interception", "raid"})
# So many sentences below the title make the opening.
_BELOW = 2
# ... among so many, names of photographers and of sections aside, which are shorter than this.
_LOOKED_AT, _SHORTEST = 6, 30


@dataclass(frozen=True, slots=True)
class EventCue:
    """An event that the text tells: its type, how sure (0..1), the words that name it and their sentence.

    `begins`: the news begins with it, so that no find beside it comes before it.
    """

    type: str
    score: float
    trigger: Span | None
    sentence: int
    begins: bool = False


class Events:
    """Finds the events of a text."""

    def __init__(self, region: Region) -> None:
        self._background = Background(region)
        self._border = Border(region)

    def __call__(self, prepared: Prepared) -> list[EventCue]:
        """The events of the text, its news first; empty where no act is named."""
        background = self._background(prepared) - {self._background.lead(prepared)}
        opening = _opening(prepared, background)
        standing = _standing(prepared, background, opening)
        told = self._border(prepared, acts(prepared), opening)
        found = in_context(prepared, told, opening=opening)
        weights, best = _weigh(found, standing)
        if not weights:
            return []
        headline = _Headline(prepared, found, opening)
        _settle(weights, headline)
        order = sorted(weights, key=lambda kind: (-weights[kind], best[kind].hit.first, kind))
        enough = _ALSO * weights[order[0]]
        first, *others = [_told(prepared, kind, weights[kind], best[kind]) for kind in order if weights[kind] >= enough]
        return [replace(first, begins=headline.begins == first.type == "arrest"), *others[: _MOST - 1]]


def _opening(prepared: Prepared, background: frozenset[int]) -> Opening:
    """The sentences of the title, and the first ones of news below it that are more than a line."""
    title = prepared.article.title
    ends = len(title) if title and prepared.text.startswith(title) else 0
    count = bisect_left(prepared.sentences.starts, ends)
    below = range(count, min(len(prepared.sentences), count + _LOOKED_AT))
    told = [at for at in below if at not in background]
    news = [at for at in told if _length(prepared, at) >= _SHORTEST][:_BELOW] or told[:_BELOW]
    return Opening(count, news[0] if news else count, frozenset([*range(count), *news]))


def _length(prepared: Prepared, sentence: int) -> int:
    start, end = prepared.sentences.spans[sentence]
    return len(prepared.text[start:end].strip())


def _standing(prepared: Prepared, background: frozenset[int], opening: Opening) -> list[float]:
    """The weight of each sentence; where the first one below the title is no news, the next one is the lead."""
    weights = places(prepared, background)
    for sentence in range(opening.title, len(weights)):
        told = sentence not in background and weights[sentence] > _LINE
        if told and _length(prepared, sentence) >= _SHORTEST:
            weights[sentence] = max(weights[sentence], _LEAD)
            break
    return weights


def _carries(prepared: Prepared, opening: Opening, *, arrests: bool) -> bool:
    """Whether people and no goods were carried, and the title names the arrests (`arrests`) or does not name these."""
    named = any(cue.meaning == PEOPLE and cue.sentence < opening.title for cue in cues(prepared, "markets"))
    return (arrests or not named) and not names_goods(prepared, opening)


class _Headline:
    """What the title and the opening name."""

    def __init__(self, prepared: Prepared, found: list[Cue], opening: Opening) -> None:
        said = [cue for cue in found if cue.grade not in ("weak", "past")]
        title = [cue for cue in said if cue.sentence < opening.title]
        strong = {cue.meaning for cue in title if cue.grade == "strong"}
        first = {cue.meaning for cue in said if cue.sentence <= opening.lead}
        raided = {cue.sentence for cue in said if cue.meaning == "raid" and cue.grade == "strong"}
        self.title = {cue.meaning for cue in title}
        self.opening = {cue.meaning for cue in said if cue.sentence in opening.sentences}
        self.raids = "raid" in strong
        self.raids_first = "arrest" not in first and opening.lead in raided
        # A title that names no act leaves it to the lead, where what is told first is the news.
        start = title or [cue for cue in said if cue.sentence == opening.lead][:1]
        self.opened = any(cue.meaning == "investigation" and cue.grade == "strong" for cue in start)
        self.decided = any(cue.meaning == "other" and cue.grade == "strong" for cue in start)
        top = [cue for cue in said if cue.sentence <= opening.lead]
        self.measure = any(cue.grade == "measure" for cue in top)
        self.forfeited = any(cue.grade == "court" for cue in top)
        self.upheld = any(cue.grade == "upheld" for cue in top)
        self.at_border = any(cue.meaning == "seizure" and cue.grade in BORDER for cue in top)
        self.begins = _begins(title, said, opening)
        # Whoever carries people is held: that comes before who was found, unless the title only tells of these.
        if {"arrest", "interception"} <= self.opening and _carries(prepared, opening, arrests="arrest" in self.title):
            self.begins = "arrest"
        self.entered = _is_entered(said, title, opening)
        self.own = any(cue.meaning == "revelation" and cue.grade == "own" for cue in said)
        self.cleared = "acquittal" in first
        self.verdict = _verdict(said, opening)
        stages = cues(prepared, "status")
        self.returned = any(cue.meaning == "returned" and cue.sentence in opening.sentences for cue in stages)
        self.quashed = any(cue.grade == "quashed" and cue.sentence in opening.sentences for cue in found)


def _begins(title: list[Cue], said: list[Cue], opening: Opening) -> str | None:
    """What the news begins with, of arrests and finds, where title and lead agree: “arrested, since”."""
    lead = [cue for cue in said if cue.sentence == opening.lead]
    first = [next((cue.meaning for cue in part if cue.meaning in ("arrest", *_FINDS)), None) for part in (title, lead)]
    return first[1] if first[0] in (first[1], None) else None


def _is_entered(said: list[Cue], title: list[Cue], opening: Opening) -> bool:
    """Whether the opening names a den or a workshop that was entered, and its title does not begin with an arrest."""
    if not any(cue.grade == "place" and cue.sentence in opening.sentences for cue in said):
        return False
    return not title or title[0].meaning != "arrest"


def _verdict(said: list[Cue], opening: Opening) -> str | None:
    """The verdict that the title names first, or else the lead."""
    for sentences in (range(opening.title), (opening.lead,)):
        named = [cue for cue in said if cue.meaning in VERDICTS and cue.sentence in sentences]
        if named:
            return min(named, key=lambda cue: cue.hit.first).meaning
    return None


def _weigh(found: list[Cue], standing: list[float]) -> tuple[dict[str, float], dict[str, Cue]]:
    """For each type its weight, and the cue that says most for it."""
    best: dict[str, Cue] = {}
    most: dict[str, float] = {}
    total: dict[str, float] = {}
    said: dict[str, tuple[int, float]] = {}
    for cue in found:
        # Reporters name the years of what they found out: no sentence of theirs is background for that.
        standing_here = max(standing[cue.sentence], _OWN) if cue.grade == "own" else standing[cue.sentence]
        weight = cue.weight * standing_here
        # Two terms that share a word say one thing: the heavier counts.
        end, counted = said.get(cue.meaning, (0, 0.0))
        again = min(weight, counted) if cue.hit.first < end else 0.0
        said[cue.meaning] = (max(end, cue.hit.last), max(weight, counted) if cue.hit.first < end else weight)
        total[cue.meaning] = total.get(cue.meaning, 0.0) + weight - again
        if weight > most.get(cue.meaning, 0.0):
            most[cue.meaning], best[cue.meaning] = weight, cue
    return {kind: most[kind] + _REPEATED * (total[kind] - most[kind]) for kind in most}, best


def _settle(weights: dict[str, float], headline: _Headline) -> None:
    """Take from the stages that a later stage only retells."""
    full = dict(weights)
    for later, earlier in _retold(headline):
        for kind in earlier if later in full else ():
            if full[later] * 2 >= full.get(kind, math.inf):
                weights[kind] = min(weights[kind], full[kind] * _LEFT)
    if headline.begins == "arrest" and max(weights, key=weights.__getitem__) in _FINDS:
        weights["arrest"] = max(weights.values()) + _AHEAD
    # A reporter's own story tells its finding late: it counts as if in the lead where the opening tells no act.
    # Their “investigation” is none of the state's.
    if headline.own and not headline.opened and headline.opening <= {"revelation", "other", "investigation"}:
        weights["revelation"] *= _LEAD


def _retold(headline: _Headline) -> list[tuple[str, tuple[str, ...]]]:
    """What retells what: always, and where title and lead name what turns it."""
    retells = [*_RETELLS.items(), *_retold_by_police(headline), *_retold_by_court(headline)]
    if headline.entered:
        retells.remove(("seizure", _RETELLS["seizure"]))
    if headline.forfeited:
        retells = [(later, tuple(kind for kind in earlier if kind != "seizure")) for later, earlier in retells]
    if _is_mixed(headline):
        retells = [("conviction", ("acquittal",)), *((k, e) for k, e in retells if k != "acquittal")]
    return retells


def _retold_by_police(headline: _Headline) -> Iterator[tuple[str, tuple[str, ...]]]:
    if headline.entered or (headline.raids and headline.begins != "arrest") or headline.raids_first:
        yield "raid", ("seizure", "arrest") if headline.raids or headline.entered else ("arrest",)
    if headline.begins == "arrest":
        yield "arrest", ("seizure", "interception")
    elif headline.at_border:
        yield "seizure", ("arrest",)
    if headline.opened:
        yield "investigation", ("attack",) if headline.title else ("attack", "seizure", "raid")


def _retold_by_court(headline: _Headline) -> Iterator[tuple[str, tuple[str, ...]]]:
    # A verdict that cleared somebody may itself be quashed: then the case goes back to be tried again.
    if headline.quashed and headline.cleared and not headline.returned:
        yield "acquittal", ("other", "conviction")
    elif headline.quashed:
        yield "other", _LIFTS
    if headline.decided or headline.measure:
        yield "other", ("arrest", "investigation", "trial", "indictment")
    if headline.forfeited:
        yield "seizure", ("conviction", "indictment", "other", "policy", "trial", "arrest")
    if headline.upheld and headline.verdict:
        yield headline.verdict, ("other",)


def _is_mixed(headline: _Headline) -> bool:
    """Whether a verdict convicts some and clears others, the convicted first: it is told as a conviction."""
    return headline.verdict == "conviction" and not headline.quashed


def _told(prepared: Prepared, kind: str, weight: float, cue: Cue) -> EventCue:
    return EventCue(kind, round(1 - math.exp(-weight / _SCALE), 3), prepared.evidence(cue.hit), cue.sentence)
