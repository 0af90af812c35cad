"""Which state acts where one state deals with another's people: who hands over, who puts on a list.

An extradition happens in the country that somebody is handed over from, a sanction in the country that imposes it. Both
are told from the words around the names: from A, A has extradited, the authorities of A; to B, to the police of B.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.prepared import Focus

_HANDED_FROM, _ACTS, _AUTHORITIES, _TO, _RECEIVES = 2.0, 1.6, 1.2, -2.0, -1.2
_TOWARDS = -0.6
_FADES = 0.15
_ENOUGH = 0.9
_REACH = 3
"""Sentences after the first within which a text says which state acts."""


def giver_of(
    mentions: Sequence[Mention], focus: Focus, *, trigger: int | None, declines: bool = False
) -> tuple[str | None, frozenset[str]]:
    """The country that hands somebody over, None where the words do not say; and those that somebody is handed over
    to. `trigger` counts words; `declines` tells that names have cases, of which one says “to” without a preposition.
    """
    votes: dict[str, float] = defaultdict(float)
    acted: set[int] = set()
    for mention in mentions:
        if mention.entry is None or not mention.entry.country or not _in_the_news(mention, focus):
            continue
        if (
            declines
            and mention.of_country
            and not (mention.adjective or mention.exact or mention.marks or mention.role)
        ):
            vote = _RECEIVES  # handed over yesterday *to A*: a case form that no preposition and no office governs
        else:
            at = trigger if mention.sentence == focus.sentence else None
            vote = _vote(mention, at, acted, declines=declines)
        if vote > 0 and mention.role == "from":
            vote -= _FADES * abs(mention.sentence - focus.sentence)  # far from the news, rather where goods came from
        if vote:
            votes[mention.entry.country] += vote
    receivers = frozenset(country for country, vote in votes.items() if vote <= _RECEIVES)
    best = max(votes, key=lambda country: votes[country], default=None)
    return best if best is not None and votes[best] >= _ENOUGH else None, receivers


def _vote(mention: Mention, trigger: int | None, acted: set[int], *, declines: bool) -> float:
    if mention.marks & {"resident", "plates"} or _is_on_the_way(mention):
        return 0.0
    if "wanted" in mention.marks and mention.of_country:
        return _RECEIVES  # wanted *by A*
    if mention.role == "from" and "prison" in mention.marks:
        return _ACTS  # out of the A prison
    if mention.adjective:
        return _vote_of_adjective(mention)
    if mention.role == "from":
        return _vote_from(mention)
    if mention.role == "to":
        return _vote_to(mention)
    if "receiving" in mention.marks:
        return _TO
    speaks_for_state = mention.of_country or ("capital" in mention.marks and not mention.inside_sentence)
    if not speaks_for_state or mention.role is not None:
        return 0.0
    if "authorities" in mention.marks and not (mention.exact and declines):
        return _AUTHORITIES
    before = trigger is None or mention.first <= trigger
    subject = mention.exact or not mention.inside_sentence  # what a sentence begins with, with an article or without
    if before and subject and mention.sentence not in acted:
        acted.add(mention.sentence)
        return _ACTS
    return _TO if trigger is not None and not before and not mention.marks & {"authorities"} else 0.0


def _vote_of_adjective(mention: Mention) -> float:
    if not mention.of_country or not mention.marks & {"authorities", "police", "court"}:
        return 0.0
    receives = (mention.role in ("in", "to") and mention.close) or "receiving" in mention.marks
    return _RECEIVES if receives else _AUTHORITIES


def _vote_from(mention: Mention) -> float:
    if "elsewhere" in mention.marks:
        return 0.0
    if not mention.close:
        return _TO if "receiving" in mention.marks else 0.0
    return _HANDED_FROM if mention.of_country else _ACTS


def _vote_to(mention: Mention) -> float:
    return _TO if mention.of_country else _TOWARDS


def _is_on_the_way(mention: Mention) -> bool:
    """The port that goods came from, the airport that people were brought to, to be flown out."""
    if mention.adjective:
        return False
    return (mention.role, "port" in mention.marks) == ("from", True) or (
        mention.role == "to" and "airport" in mention.marks
    )


def sanctioner_of(
    mentions: Iterable[Mention], focus: Focus, *, watched: frozenset[str], offices: Mapping[str, int]
) -> str | None:
    """The country abroad that imposes a sanction; None where none is named. `offices` counts those of each country."""
    votes: dict[str, float] = defaultdict(float)
    for country in offices.keys() - watched:
        votes[country] += _ACTS
    for mention in mentions:
        if mention.entry is None or mention.entry.country in watched or not mention.entry.country:
            continue
        if not _in_the_news(mention, focus) or mention.marks & {"resident", "plates", "elsewhere"}:
            continue
        if mention.adjective:
            votes[mention.entry.country] += 0.5 if mention.of_country else 0.0
        elif mention.role in (None, "from") or "authorities" in mention.marks:
            votes[mention.entry.country] += 1.0 if mention.of_country or mention.role is None else 0.6
        elif mention.role in ("in", "to") and mention.of_country:  # on the list of A, may not enter A
            votes[mention.entry.country] += 0.9
    best = max(votes, key=lambda country: votes[country], default=None)
    return best if best is not None and votes[best] >= _ENOUGH else None


def _in_the_news(mention: Mention, focus: Focus) -> bool:
    if mention.sentence in focus.background and mention.sentence > _REACH:
        return False
    return mention.sentence <= _REACH or abs(mention.sentence - focus.sentence) <= 1
