"""What the words around a person's names say of the person's role: features for the model of roles.

The names themselves are no feature: every word of a person's name is `@`. All other words count by what they mean
(`komshi.pipeline.text.meanings`), so that what was learnt in one language is known in the others.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned.named import LEFT, RIGHT, SAID, Named
from komshi.pipeline.read.learned.nearby import NAME, Nearby
from komshi.pipeline.read.learned.network import WHOLE, Features

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from komshi.pipeline.read.prepared import Prepared
    from komshi.pipeline.text.meanings import Meanings
    from komshi.pipeline.types import Span

    _Side = tuple[Named, list[Named], Iterator[str]]

_EDGE = "|"
_BESIDES, _NEAR = 9, 3
_NEAR_LEFT, _NEAR_RIGHT = ([Named(f"{side}{step}:") for step in range(_NEAR)] for side in "lr")
# How much a word counts: right beside the name, further away, at a later mention.
_BESIDE, _AWAY, _LATER = 1.3, 0.8, 0.6
_IN_SENTENCE, _IN_TEXT = WHOLE // 2, WHOLE // 4
# Words of these lexicons count by what they stand for, and by how far away they stand.
_TOPICS = ("roles", "status", "events", "counts")
_STEPS = (1, 4, 9)
_MOST_MENTIONS, _MOST_IN_TEXT = 4, 300
_PARTS = 5
_ACCUSED = ("suspect", "charged", "convicted")
_SURE, _LIKELY = 0.97, 0.7
"""How likely it has to be that somebody is accused where the rules do not say so and where they do. Of 7,661 persons in
reports by others that networks had not learnt from 3,444 of 3,488 are so rightly. From 0.95 on 53 of 59 more would be.
"""
_SURELY_CONVICTED, _CONVICTED = 0.98, 0.95
"""The same for who is convicted. Of the same persons 561 of 564 whom the rules convict are so rightly, and all 37
others where a verdict is the news; from 0.95 on 11 of 13 more would be.
"""
_LESS = frozenset(["suspect", "charged", "victim", "official"])
SPARED = "=spared"
"""That a verdict beside a name is not its bearer's: the rules say whose it is, or that there is none."""
_DOUBTED = frozenset(f"=said:{what}" for what in ("convicted", "quashed", "denied", "nothing", "fined"))
_LIFTED = _DOUBTED | {SPARED}
_JUDGED = frozenset(["=news:conviction", "=news:acquittal"])
"""That a verdict is the news: then its words are seldom another's."""
_INDICTED = "=news:indictment"
"""That an indictment is the news: then a verdict is one of another case ("an inmate who serves six years")."""
_UNTRUE = frozenset(["=said:denied", "=said:fined", "=said:served"])
"""What says that there is no verdict, or one that was served long ago: nor is its bearer charged by it."""
_CONVICTING = tuple(
    f"m{beside}:{cue}"
    for beside in ("", "-1", "1")
    for cue in ("roles:cue.convicted", "events:conviction", "status:first_instance", "status:final")
)
_HARDLY = 0.1
"""How likely any other role has to be where accusations are set aside."""
_RULE = 2.0
"""How many times as much the answer of the rules counts."""


class PeopleView:
    """One text as the model of roles sees it: its words, those that belong to names, and its sentences."""

    def __init__(self, prepared: Prepared, names: Iterable[Span], meanings: Meanings) -> None:
        self._prepared = prepared
        self._nearby = Nearby(prepared, meanings, topics=_TOPICS, steps=_STEPS)
        self._words = self._nearby.words
        for start, end in names:
            for at in self._range((start, end)):
                self._words[at] = NAME
        # Each once, in their order: sums come out the same in every run.
        said = dict.fromkeys(self._words[:_MOST_IN_TEXT])
        self.text: Features = {SAID[word]: _IN_TEXT for word in said if word not in ("", NAME)}

    def features(self, mentions: list[Span]) -> Features:
        """What stands around the mentions of one person, and where they stand; what all have in common is `text`."""
        found: Features = {}
        for number, mention in enumerate(mentions[:_MOST_MENTIONS]):
            at = self._range(mention)
            weight = _LATER if number else 1.0
            whole, beside, away = (round(WHOLE * weight * one) for one in (1.0, _BESIDE, _AWAY))
            # The first mention counts most and comes first, so what it said is kept.
            for side, nearest, words in self._sides(at):
                before = NAME
                for step, word in enumerate(words):
                    near = step < _NEAR
                    found.setdefault(side[word], beside if near else away)
                    if near:
                        name = nearest[step][word]
                        found.setdefault(name, whole)
                        found.setdefault(f"{name} {before}", whole)
                    before = word
            if at.start < len(self._words):
                for name in self._nearby.in_sentence(self._prepared.sentence_of_word[at.start]):
                    found.setdefault(name, _IN_SENTENCE)
                self._nearby.add_lexicons(found, at, weight=whole)
                self._nearby.add_beside(found, at, weight=whole // 2)
        first = mentions[0][0]
        title = len(self._prepared.article.title or "")
        part = "title" if first < title else str(first * _PARTS // max(1, len(self._prepared.text)))
        found[f"part:{part}"] = WHOLE
        found[f"mentions:{min(len(mentions), _NEAR)}"] = WHOLE
        return found

    def _range(self, span: Span) -> range:
        starts = self._prepared.word_starts
        return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))

    def _sides(self, name: range) -> tuple[_Side, _Side]:
        """What stands to the left of a name and to its right."""
        here = self._prepared.sentence_of_word[min(name.start, len(self._words) - 1)]
        left = self._beside(range(name.start - 1, -1, -1), sentence=here)
        right = self._beside(range(name.stop, len(self._words)), sentence=here)
        return (LEFT, _NEAR_LEFT, islice(left, _BESIDES)), (RIGHT, _NEAR_RIGHT, islice(right, _BESIDES))

    def _beside(self, words: range, *, sentence: int) -> Iterator[str]:
        """What the known words beside a name mean, the nearest first, and where a sentence ends; names that follow each
        other are one word.
        """
        before = ""
        for at in words:
            here = self._prepared.sentence_of_word[at]
            if here != sentence:
                sentence = here
                yield _EDGE
            word = self._words[at]
            if word and not word == before == NAME:
                yield word
            before = word or before


def tells_conviction(features: Features) -> bool:
    """Whether a word of conviction stands in the sentences of a person, or beside them."""
    return any(name.startswith(_CONVICTING) for name in features)


def settled(role: str, shares: dict[str, float], *, said: Features) -> str:
    """The role that is likeliest: `role` is what the rules say, `shares` how likely the network finds each, `said`
    what it was asked by.

    Somebody is accused where rules and words agree, or where the words are sure of it against the rules; nobody is
    convicted but where it is told and not lifted, and the network, which knows what the rules say, is sure of it.
    """
    shares = dict(shares)
    if role not in _ACCUSED and (not _UNTRUE.isdisjoint(said) or (role == "official" and SPARED in said)):
        shares.pop("convicted", None)
    accused = sum(shares.get(one, 0.0) for one in _ACCUSED)
    enough = _CONVICTED if role == "convicted" else _SURELY_CONVICTED
    # Where the rules find less than a conviction, or a verdict that was lifted, the words of a verdict are another's.
    against = _LIFTED if _JUDGED.isdisjoint(said) else _DOUBTED
    lifted = role in _LESS or (role != "convicted" and (_INDICTED in said or not against.isdisjoint(said)))
    if shares.get("convicted", 0.0) < enough or lifted or not tells_conviction(said):
        instead = role if role in ("suspect", "charged") else "charged"
        shares[instead] = shares.get(instead, 0.0) + shares.pop("convicted", 0.0)
    if accused < (_LIKELY if role in _ACCUSED else _SURE):
        shares = {one: share for one, share in shares.items() if one not in _ACCUSED}
        if role != "acquitted" and accused > shares.get("acquitted", 0.0):
            shares.pop("acquitted", None)  # who is not surely accused is not cleared by that
        if max(shares.values(), default=0.0) < _HARDLY:
            return role if role not in _ACCUSED else "other"  # the least unlikely of what is left is no answer
    if role in shares:
        shares[role] *= _RULE
    return max(shares, key=shares.__getitem__)
