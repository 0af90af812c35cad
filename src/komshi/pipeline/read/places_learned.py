"""What a text says of each of its places: features for the model that tells the scene from places merely named.

All words count by what they mean (`komshi.pipeline.text.meanings`), so that what was learnt in one language is
known in the others.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, NamedTuple

from komshi.pipeline.read.learned.nearby import Nearby
from komshi.pipeline.read.learned.network import WHOLE, Features
from komshi.pipeline.read.places_scene import lies_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from komshi.pipeline.read.places_candidate import Candidate
    from komshi.pipeline.read.places_mention import Mention
    from komshi.pipeline.read.prepared import Focus, Prepared
    from komshi.pipeline.text.meanings import Meanings
    from komshi.pipeline.types import Place

QUESTION, YES, NO = "place", "yes", "no"
# Words of these lexicons count by what they stand for, and by how far away they stand.
_TOPICS = ("events", "background", "status", "quantity_roles", "counts", "roles")
_STEPS = (2, 5, 10)
_ZONES = (1, 2, 3, 5, 8)
_MOST_MENTIONS = 4
_NEAR = 3
# Words right before a name that count as they are written: most are prepositions, which glosses do not tell apart.
_SPELT = 2
_MOST = 6
_SURE = 0.35
"""How likely a place has to be the scene to be taken for it against the rules."""
_CLEARLY = 0.2
"""How much likelier it has to be than the place that the rules take: the model judges each by itself. Of 1,012 reports
with a scene of six sets 945 are right; from 0.3 to 0.5 and from 0.05 to 0.2 it is 943 to 945.
"""
_WORLDS_APART = 4.0
"""How much less than the place that the rules take another may score by them, and still be asked for."""
_WEAK, _UNLIKELY = 1.5, 0.1
"""What a place scores by the rules, and how likely it is by its words, that is only named in passing."""
_NOTE = 3


class CountrySigns(NamedTuple):
    """Which country a text is of, whatever its places say: of its outlet, of its words; how much speaks for each."""

    outlet: str | None
    home: str | None
    spoken: frozenset[str]
    watched: frozenset[str]
    votes: Mapping[str, float]


class SceneView:
    """One text as the model of scenes sees it. `candidates` are its places, the likeliest by the rules first."""

    def __init__(
        self,
        prepared: Prepared,
        focus: Focus,
        meanings: Meanings,
        *,
        candidates: Sequence[Candidate],
        signs: CountrySigns,
    ) -> None:
        self._focus = focus
        self._nearby = Nearby(prepared, meanings, topics=_TOPICS, steps=_STEPS)
        self._spelt = prepared.tokens.words
        self._candidates = candidates
        self._signs = signs
        self._first: dict[int, int] = {}
        self._here: dict[int, int] = {}
        for mention in sorted((m for c in candidates for m in c.mentions), key=lambda m: m.first):
            self._first.setdefault(mention.sentence, mention.first)
            self._here[mention.sentence] = self._here.get(mention.sentence, 0) + 1

    def features(self, candidate: Candidate, chosen: Place | None) -> Features:
        """What is known of a place: its country, its part by the rules, which chose `chosen`, and the words around."""
        said = self._of_country(candidate)
        self._by_rules(said, candidate, chosen)
        best = candidate.best
        mentions = [best, *(mention for mention in candidate.mentions if mention is not best)]
        for number, mention in enumerate(mentions[:_MOST_MENTIONS]):
            self._of_mention(said, mention, later=number > 0)
            self._around(said, mention, weight=WHOLE // 2 if number else WHOLE)
        return said

    def _of_country(self, candidate: Candidate) -> Features:
        """What kind of place it is, and what else speaks for its country."""
        entry, signs, news = candidate.entry, self._signs, self._focus.type
        watched = entry.country in signs.watched
        said = {
            f"kind:{entry.kind}": WHOLE,
            f"watched:{watched}": WHOLE,
            f"news:{news}": WHOLE,
            f"news:{news} kind:{entry.kind}": WHOLE,
            f"news:{news} watched:{watched}": WHOLE,
            f"home:{signs.home is not None and signs.home == entry.country}": WHOLE,
            f"spoken:{entry.country in signs.spoken}": WHOLE,
            f"people:{int(log10(entry.population + 1))}": WHOLE,
        }
        if signs.outlet:
            said[f"outlet:{signs.outlet == entry.country}"] = WHOLE
        votes = signs.votes.get(entry.country, 0.0)
        most = max(signs.votes.values(), default=0.0)
        said[f"votes:{min(5, int(2 * votes))} {votes >= most}"] = WHOLE
        others = [other.entry for other in self._candidates if other is not candidate]
        same = sum(other.country == entry.country for other in others)
        said[f"places:{min(_MOST, len(others))}"] = WHOLE
        said[f"same:{min(3, same)} of {min(_MOST, len(others))}"] = WHOLE
        if any(lies_in(other, entry) for other in others):
            said["around another"] = WHOLE
        if any(lies_in(entry, other) for other in others):
            said["in another"] = WHOLE
        return said

    def _by_rules(self, said: Features, candidate: Candidate, chosen: Place | None) -> None:
        entry = candidate.entry
        is_chosen = candidate.is_at(chosen)
        said[f"=chosen:{is_chosen}"] = 2 * WHOLE
        said[f"=chosen:{is_chosen} {entry.kind}"] = WHOLE
        said[f"=country:{chosen is not None and chosen.country == entry.country}"] = WHOLE
        said[f"=rank:{min(4, self._candidates.index(candidate))}"] = WHOLE
        said[f"=score:{max(-4, min(8, int(2 * candidate.score)))}"] = WHOLE
        said[f"=gap:{max(-6, int(2 * (candidate.score - self._candidates[0].score)))}"] = WHOLE

    def _of_mention(self, said: Features, mention: Mention, *, later: bool) -> None:
        """The preposition, what stands by, and where in the text: of the best mention, and apart from it of others."""
        side, weight = ("+", WHOLE // 2) if later else ("", WHOLE)
        names = [
            f"{side}role:{mention.role}",
            f"{side}role:{mention.role} {mention.close}",
            f"{side}role:{mention.role} news:{self._focus.type}",
            f"{side}adjective:{mention.adjective}",
            f"{side}zone:{sum(mention.sentence >= edge for edge in _ZONES)}",
            f"{side}focus:{max(-3, min(4, mention.sentence - self._focus.sentence))}",
            f"{side}here:{min(3, self._here[mention.sentence])}",
        ]
        for mark in sorted(mention.marks):
            names += (f"{side}mark:{mark}", f"{side}mark:{mark} {mention.role}", f"mark:{mark} news:{self._focus.type}")
        if mention.sentence in self._focus.background:
            names.append(f"{side}background")
        if mention.sentence > _NOTE and mention.sentence == self._nearby.sentences - 1:
            names.append(f"{side}last")
        if self._first[mention.sentence] == mention.first:
            names.append(f"{side}first here")
        for name in names:
            said.setdefault(name, weight)

    def _around(self, said: Features, mention: Mention, *, weight: int) -> None:
        """The words beside a mention and those of its sentence."""
        at = range(mention.first, mention.last)
        self._nearby.add_around(said, at, weight=weight, near=_NEAR)
        for step in range(1, _SPELT + 1):
            if mention.first - step >= self._nearby.sentence(mention.sentence).start:
                said.setdefault(f"p{step}:{self._spelt[mention.first - step]}", weight)
        self._nearby.add_lexicons(said, at, weight=weight)


def settled(scene: Place | None, shares: Mapping[Candidate, float]) -> Candidate | None:
    """The place that the words are sure of against the rules, which take `scene`; None where that stays."""
    best = max(shares, key=shares.__getitem__)
    chosen = max((share for one, share in shares.items() if one.is_at(scene)), default=0.0)
    if best.is_at(scene) or shares[best] < max(_SURE, chosen + _CLEARLY):
        return None
    by_rules = max((one.score for one in shares if one.is_at(scene)), default=best.score)
    if best.score < by_rules - _WORLDS_APART:
        return None
    within = scene is not None and scene.country == best.entry.country and best.entry.kind == "country"
    if within and not any(one.is_at(scene) for one in shares):
        return None  # the seat of an office says more than its country
    return best


def is_in_passing(scene: Place | None, shares: Mapping[Candidate, float], *, home: str | None) -> bool:
    """Whether hardly anything ties the place that the rules take to the news, and the text is of another country:
    “their cook is said to live *abroad*”.
    """
    chosen = next((one for one in shares if one.is_at(scene)), None)
    if chosen is None or home in (None, chosen.entry.country) or chosen.entry.kind in ("country", "region"):
        return False
    return chosen.score < _WEAK and shares[chosen] < _UNLIKELY
