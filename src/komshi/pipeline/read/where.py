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
from typing import NamedTuple

from komshi.pipeline.read.learned import learned_of
from komshi.pipeline.read.learned.network import Features
from komshi.pipeline.read.places_candidate import Candidate
from komshi.pipeline.read.places_country import Countries
from komshi.pipeline.read.places_court import court_of, prosecuted_at
from komshi.pipeline.read.places_giver import giver_of, sanctioner_of
from komshi.pipeline.read.places_index import Entry, gazetteer_of
from komshi.pipeline.read.places_learned import NO, QUESTION, YES, CountrySigns, SceneView, is_in_passing, settled
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_mentions import Finder, finders_of
from komshi.pipeline.read.places_outlets import OutletNames
from komshi.pipeline.read.places_resolve import Homes, Resolver
from komshi.pipeline.read.places_scene import IN_COURT, is_seat, lies_in, score
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Organization, Place, PlaceMention, PlacePrecision

_FLOW = {"from": "origin", "to": "destination", "via": "transit"}
_WATCHED = 0.5
"""What speaks for a place in the countries that the observatory watches: its articles are chosen for them."""
_AT_HOME = 0.8
"""What speaks for a place in the country that the outlet is of."""
_LEAST = -0.6
"""A place that scores less is not taken for the scene."""
_LEAST_ABROAD = 1.0
"""A place abroad that scores less is only named in passing, where it is known which country the text is of."""
_LOCATED = 0.9
"""A place in a country or region that scores this much by itself is the scene, however often the country is named."""
_LEAST_IN_REGION = 0.3
"""A place that scores less is not taken instead of the region around it."""
_INSTEAD_OF_A_SEAT = 0.25
"""What another place needs to be taken instead of the seat of the office that looks into the case."""
_ALIKE = 0.01
_MOST = 8
"""So many places of a text are looked at again."""
_FROM_THERE = 1.2
"""What speaks against a place that the text calls the origin of what was found, in whatever sentence it is named."""
_WIDE = frozenset({"country", "region"})
_OFFICES = frozenset({"police", "prosecution", "court"})
_OF_TWO_STATES = frozenset({"extradition", "sanction"})
_ACTS_OF_STATE = frozenset({"policy", "resignation"})
_OPENING = 2
"""Sentences that tell who acts."""
_NEAR_WORDS = 14
_MAY_YIELD, _WIDE_MAY_YIELD = 1.1, 1.8
"""How much less a more specific place may score than the wider one that it lies in, and still be preferred."""


class _Told(NamedTuple):
    """What the rules make of a text: the countries it is likely of, its place names, its places, the likeliest first,
    and the scene.
    """

    homes: Homes
    mentions: list[Mention]
    candidates: list[Candidate]
    scene: Place | None
    in_court: bool = False
    """Whether the scene is the town of the court that decides: no other place is asked for then."""


class Where:
    """Reads the place of the main event and the other places of a text."""

    def __init__(self, region: Region, finders: Mapping[str, Finder] | None = None) -> None:
        self._gazetteer = gazetteer_of(region)
        self._watched = frozenset(region.countries)
        self._finders = finders or finders_of(region)
        self._countries = Countries(region, self._gazetteer, OutletNames(self._finders, self._watched))
        self._resolver = Resolver(self._gazetteer, self._watched)
        self._learned = learned_of(region)
        self._spoken: dict[str, frozenset[str]] = {}
        for code, country in region.files.get("countries", {}).items():
            for tongue in country.get("spoken", ()):
                self._spoken[tongue] = self._spoken.get(tongue, frozenset()) | {code}

    def __call__(
        self, prepared: Prepared, focus: Focus, organizations: Sequence[Organization] = ()
    ) -> tuple[Place | None, tuple[PlaceMention, ...]]:
        """The scene of the main event (None where nothing tells it), and the places named beside it."""
        told = self._told(prepared, focus, organizations)
        model = self._learned.model(QUESTION) if len(told.candidates) > 1 and not told.in_court else None
        scene = told.scene
        if model is not None:
            view = self._view(prepared, focus, organizations, told)
            shares = {one: model.shares(view.features(one, scene))[YES] for one in told.candidates}
            if instead := settled(scene, shares):
                scene = self._scene(prepared, instead)
            elif focus.type not in _OF_TWO_STATES and is_in_passing(scene, shares, home=told.homes.outlet):
                scene = self._home(prepared, told, organizations) or scene
        words = self._finders[prepared.language.code].words
        return scene, self._others(prepared, words, told.mentions, scene)

    def _home(self, prepared: Prepared, told: _Told, organizations: Sequence[Organization]) -> Place | None:
        """The country that the text is likely of, with what speaks for it; None if more speaks for another."""
        words = self._finders[prepared.language.code].words
        country = self._countries(prepared, words, told.mentions, organizations)
        return country if country and country.country == told.homes.outlet else None

    def questions(
        self, prepared: Prepared, focus: Focus, *, organizations: Sequence[Organization]
    ) -> list[tuple[str, Features, str]]:
        """Where each place is that may be the scene, with what the model is asked by, and what the rules answer: for
        its training.
        """
        told = self._told(prepared, focus, organizations)
        view = self._view(prepared, focus, organizations, told)
        return [
            (one.entry.address, view.features(one, told.scene), YES if one.is_at(told.scene) else NO)
            for one in (() if told.in_court else told.candidates)
        ]

    def _view(self, prepared: Prepared, focus: Focus, organizations: Sequence[Organization], told: _Told) -> SceneView:
        code, words = prepared.language.code, self._finders[prepared.language.code].words
        signs = CountrySigns(
            outlet=self._countries.outlet(prepared),
            home=told.homes.outlet,
            spoken=told.homes.spoken,
            watched=self._watched,
            votes=self._countries.votes(prepared, words=words, mentions=told.mentions, organizations=organizations),
        )
        return SceneView(prepared, focus, self._learned.meanings[code], candidates=told.candidates, signs=signs)

    def _told(self, prepared: Prepared, focus: Focus, organizations: Sequence[Organization]) -> _Told:
        """The places of a text, and what the rules take for the scene."""
        finder = self._finders[prepared.language.code]
        homes = self._homes(prepared)
        mentions = self._resolver(finder.mentions(prepared), homes)
        candidates = self._candidates(prepared, focus, mentions)
        state, receivers = self._state(prepared, focus, mentions, organizations)
        candidates = [c for c in candidates if c.entry.country not in receivers] or candidates
        likeliest = sorted(candidates, key=lambda one: -one.score)[:_MOST]
        if state is not None:
            return _Told(homes, mentions, likeliest, self._within(prepared, candidates, focus, state))
        court = court_of(candidates, focus, watched=self._watched)
        if court is not None:
            return _Told(homes, mentions, likeliest, self._scene(prepared, court), in_court=True)
        court = prosecuted_at(candidates, focus, watched=self._watched)
        best = court or self._choose(candidates, focus)
        scene = self._scene(prepared, best) if best else None
        if court is None and (best is None or best.score < self._least(prepared, candidates, best)):
            country = self._countries(prepared, finder.words, mentions, organizations)
            if country is not None and (scene is None or country.country != scene.country):
                own = [c for c in candidates if c.entry.country == country.country and c.entry.kind not in _WIDE]
                other = self._choose(own, focus) if best and best.entry.country not in self._watched else None
                scene = self._seated(prepared, candidates, focus, organizations, country=country)
                scene = scene or (self._scene(prepared, other) if other else country)
        scene = self._at_seat_of_state(prepared, focus, organizations, scene=scene)
        return _Told(homes, mentions, likeliest, scene)

    def _at_seat_of_state(
        self, prepared: Prepared, focus: Focus, organizations: Sequence[Organization], *, scene: Place | None
    ) -> Place | None:
        """The capital, where no more than the country is told and what acts sits there: parliament, government, a court
        that judges for the whole country. Otherwise the scene as it is.
        """
        if scene is None or scene.precision != "country":
            return scene
        seat = None
        if focus.type in IN_COURT:
            seat = self._countries.seat(organizations)
        elif focus.type in _ACTS_OF_STATE:
            words = self._finders[prepared.language.code].words
            opening = prepared.tokens.words[: sum(prepared.words_in_sentence[:_OPENING])]
            if scene.country and any("state" in words.kinds(word) for word in opening):
                seat = self._countries.capital(scene.country)
        return _inferred(seat) if seat and seat.country == scene.country else scene

    def _seated(
        self,
        prepared: Prepared,
        candidates: list[Candidate],
        focus: Focus,
        organizations: Sequence[Organization],
        *,
        country: Place,
    ) -> Place | None:
        """Where no scene is told: the town of the one office that is named, or the seat of the court that judges."""
        own = [c for c in candidates if c.entry.country == country.country and c.entry.kind not in _WIDE]
        if len(own) == 1 and any(m.adjective or (m.role not in _FLOW and m.marks & _OFFICES) for m in own[0].mentions):
            return self._scene(prepared, own[0])
        seat = self._countries.seat(organizations) if not own and focus.type in IN_COURT else None
        if seat is None or seat.country != country.country:
            return None
        return _inferred(seat)

    def _least(self, prepared: Prepared, candidates: list[Candidate], best: Candidate) -> float:
        """What the best place needs to be the scene whatever else speaks for a country: abroad, that it is told of the
        news itself; where a person of the news works, hides or serves is named in passing.
        """
        told = any(c.score >= _LEAST_ABROAD for c in candidates if c.entry.country == best.entry.country)
        if told:
            return 0.0  # its country is
        words = self._finders[prepared.language.code].words
        abroad = best.entry.country not in self._watched and self._countries.home(prepared, words) is not None
        return _LEAST_ABROAD if abroad else 0.0

    def _homes(self, prepared: Prepared) -> Homes:
        spoken = self._spoken.get(prepared.tongue.code, frozenset())
        return Homes(self._countries.home(prepared, self._finders[prepared.language.code].words), spoken)

    def _candidates(self, prepared: Prepared, focus: Focus, mentions: list[Mention]) -> list[Candidate]:
        """Each place named, with the best score of its mentions and a little for being named again."""
        trigger = _trigger_word(prepared, focus)
        home = self._countries.outlet(prepared)
        by_entry: dict[Entry, Candidate] = {}
        before: Mention | None = None
        for mention in mentions:
            if mention.entry is None or not mention.entry.country:
                continue
            if mention.adjective and mention.of_country and "authorities" not in mention.marks:
                continue
            if mention.of_country and mention.marks & {"resident", "plates"}:
                continue  # where somebody is from
            if "neighbour" in mention.marks:
                continue  # who calls a country its neighbour is another one
            mention.score = score(mention, focus, trigger=trigger)
            if mention.entry.country in self._watched:
                mention.score += _WATCHED
            if mention.entry.country == home and (mention.role or "dateline" not in mention.marks):
                mention.score += _AT_HOME
            if "listed" in mention.marks and before is not None and before is mention.previous:
                mention.score = min(mention.score, before.score - _ALIKE)  # of a list, what it begins with
            before = mention
            known = by_entry.setdefault(mention.entry, Candidate(mention.entry, mention.score, []))
            known.mentions.append(mention)
            known.score = max(known.score, mention.score)
        for candidate in by_entry.values():
            named = sum(_is_named_again(m, focus) for m in candidate.mentions)
            candidate.score += 0.35 * math.log2(max(named, 1))
            if any("elsewhere" in mention.marks for mention in candidate.mentions):
                candidate.score -= _FROM_THERE
        return list(by_entry.values())

    def _choose(self, candidates: list[Candidate], focus: Focus) -> Candidate | None:
        """The best candidate, or the most specific one within it that scores nearly as well; the seat of an office
        only where no other place will do.
        """
        best = max(candidates, key=_by_score, default=None)
        if best is None or best.score < _LEAST - _ALIKE:
            return None
        if is_seat(best.best, focus) and not _is_told_besides(best, focus):
            others = [c for c in candidates if c.entry.kind not in _WIDE and self._is_told_before(c, focus)]
            other = max(others, key=lambda c: c.score, default=best)
            best = other if other.score >= _INSTEAD_OF_A_SEAT else best
        for _ in range(3):
            least = best.score - _MAY_YIELD
            if best.entry.kind in _WIDE:
                located = 0.0 if "heading" in best.best.marks else _LOCATED
                least = min(best.score - _WIDE_MAY_YIELD, located)
                least = max(least, _LEAST_IN_REGION) if best.entry.kind == "region" else least
            inside = [
                c
                for c in candidates
                if lies_in(c.entry, best.entry) and c.score >= least - _ALIKE and _is_at(c) and not _is_beside(c, best)
            ]
            if not inside:
                break
            best = max(inside, key=lambda c: c.score)
        return best

    def _is_told_before(self, candidate: Candidate, focus: Focus) -> bool:
        """Whether the text leads from the place to its news: what comes later is where something else happened. Of a
        place abroad, it has to say that it happened in it.
        """
        mention = candidate.best
        if candidate.entry.country not in self._watched and mention.role != "in":
            return False
        away = "elsewhere" in mention.marks or is_seat(mention, focus)
        return mention.sentence <= max(focus.sentence, 1) and not away

    def _state(
        self, prepared: Prepared, focus: Focus, mentions: list[Mention], organizations: Sequence[Organization]
    ) -> tuple[str | None, frozenset[str]]:
        """The state that hands somebody over or imposes a sanction, where that is the news, and those that receive."""
        if focus.type == "extradition":
            declines = self._finders[prepared.language.code].words.declines
            return giver_of(mentions, focus, trigger=_trigger_word(prepared, focus), declines=declines)
        if focus.type == "sanction":
            offices = self._countries.offices(organizations)
            return sanctioner_of(mentions, focus, watched=self._watched, offices=offices), frozenset()
        return None, frozenset()

    def _within(self, prepared: Prepared, candidates: list[Candidate], focus: Focus, state: str) -> Place:
        """The scene within the country that acts, or only the country: for a sanction, always."""
        own = [c for c in candidates if c.entry.country == state]
        best = self._choose(own, focus) if focus.type == "extradition" else None
        if best is not None:
            return self._scene(prepared, best)
        entry = self._gazetteer.countries[state]
        spans = tuple(prepared.span(m.first, m.last) for c in own for m in c.mentions[:1])
        return Place(entry.name, entry.country, precision="country", evidence=spans[:1])

    def _scene(self, prepared: Prepared, candidate: Candidate) -> Place:
        entry = candidate.entry
        mention = candidate.best
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


def _inferred(seat: Entry) -> Place:
    """The town of an institution, taken for the scene because it sits there."""
    return Place(
        seat.name, seat.country, seat.latitude, seat.longitude, seat.geonames_id, seat.kind,
        inferred_from="institution",
    )  # fmt: skip


def _is_told_besides(candidate: Candidate, focus: Focus) -> bool:
    """Whether another mention of a place than that of an office in it says that something happened there."""
    return any(
        m.role == "in" and m.close and m.score >= _INSTEAD_OF_A_SEAT and not is_seat(m, focus)
        for m in candidate.mentions
        if m.sentence not in focus.background
    )


def _is_named_again(mention: Mention, focus: Focus) -> bool:
    """Whether another mention of a place speaks for it: not one that leads away from it."""
    if mention.sentence in focus.background or mention.marks & {"plates", "resident"} or mention.role == "to":
        return False
    return mention.role != "from" or bool(mention.marks & {"hospital", "prison", "public", "seated", "crossing"})


def _is_beside(candidate: Candidate, region: Candidate) -> bool:
    """Whether a list names the place behind the region (in A region, B and C): it does not lie in it."""
    mention = candidate.best
    wide = region.entry.kind == "region"
    village = region.entry.kind == candidate.entry.kind == "settlement" and not mention.marks & {"village", "quarter"}
    listed = (wide or village) and "listed" in mention.marks
    return listed and any(m.sentence == mention.sentence and m.first < mention.first for m in region.mentions)


def _by_score(candidate: Candidate) -> tuple[float, bool, bool]:
    """Of places that score alike, a town rather than its country, and what is called a village rather than both."""
    return round(candidate.score, 2), candidate.entry.kind not in _WIDE, "village" in candidate.best.marks


def _is_at(candidate: Candidate) -> bool:
    """Whether the text speaks of the place itself, not of another that lies downstream of it."""
    return "away" not in candidate.best.marks


def _moving(prepared: Prepared, words: PlaceWords, mention: Mention) -> bool:
    """Whether the sentence speaks, near the place, of goods or people on the move."""
    sentences = prepared.sentence_of_word
    near = range(max(0, mention.first - _NEAR_WORDS), min(len(sentences), mention.last + _NEAR_WORDS))
    return any(sentences[at] == mention.sentence and "motion" in words.kinds(prepared.tokens.words[at]) for at in near)


def _trigger_word(prepared: Prepared, focus: Focus) -> int | None:
    return _word_at(prepared, focus.trigger[0]) if focus.trigger else None


def _word_at(prepared: Prepared, offset: int) -> int:
    """The index of the first word that ends after an offset of the text."""
    original, ends = prepared.folding.original, prepared.tokens.ends
    return bisect_right(range(len(ends)), offset, key=lambda i: original(ends[i]))
