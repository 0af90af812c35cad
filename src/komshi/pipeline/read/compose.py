"""The reader: asks every question of an article, in order, and puts the answers together as one reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from komshi.pipeline.collector import collector_paused
from komshi.pipeline.read.background import Background
from komshi.pipeline.read.counts import Counts
from komshi.pipeline.read.events import EventCue, Events
from komshi.pipeline.read.how_much import HowMuch
from komshi.pipeline.read.learned import learned_of
from komshi.pipeline.read.learned.network import Features
from komshi.pipeline.read.learned.news import relevance_features
from komshi.pipeline.read.markets import Markets
from komshi.pipeline.read.organised import Organised
from komshi.pipeline.read.organizations import Organizations
from komshi.pipeline.read.outlets import Outlets
from komshi.pipeline.read.places_mentions import finders_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.relevance import Relevance
from komshi.pipeline.read.second_look import (
    OTHER,
    SURE,
    SecondLook,
    is_rather_sure,
    is_unsure,
    looked_again,
    questions,
    reached,
    words_deny,
)
from komshi.pipeline.read.status import Status
from komshi.pipeline.read.when import When
from komshi.pipeline.read.where import Where
from komshi.pipeline.read.who import Who
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import LanguageReader, Tongue
from komshi.pipeline.text.sketch import sketch_of
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article, Event, Organization, PlaceMention, Reading, Span

READER = "komshi-25"
"""The version that is stored with each reading; a new one means that everything is read again."""
RELEVANT = 0.5
_ARREST = "arrest"
_FOUND = 0.6
"""So surely the rules have to find a single sentence relevant to be believed against the model."""
# Characters that a first sight covers (about seven sentences): nearly all texts that arrive are about something else
# and must cost little.
_OPENING = 1000
# No report is longer; what comes after is a table, a log or an attack.
_LONGEST = 200_000


class Reader:
    """Reads the articles of one region. Made once (a fraction of a second), then called for each article."""

    def __init__(self, region: Region) -> None:
        self.region = region
        with collector_paused():
            self._load(region)

    def _load(self, region: Region) -> None:
        for language in region.languages.values():
            language.compile()
        self._tongue = LanguageReader(region)
        self._learned = learned_of(region)
        self._outlets = Outlets(region)
        finders = finders_of(region)
        self._relevance = Relevance(region, finders)
        self._events = Events(region)
        self._background = Background(region)
        self._markets = Markets(region)
        self._status = Status(region)
        self._organised = Organised(region)
        self._when = When(region)
        self._where = Where(region, finders)
        self._how_much = HowMuch(region)
        self._counts = Counts(region)
        self._who = Who(region)
        self._organizations = Organizations(region)

    def read(self, article: Article) -> Reading:
        """What one article says. Never raises for any text."""
        # A reading leaves nothing behind that points back at itself: the collector would look in vain.
        with collector_paused():
            return self._read(article)

    def _read(self, article: Article) -> Reading:
        canonical = article.canonical
        opening, tongue = self._opening(article, canonical)
        relevance = self._surely(opening) if opening else 0.0
        head = Reading(
            id=article.id,
            reader=READER,
            language=tongue.code,
            script=tongue.script,
            outlet=article.outlet,
            published=article.published,
            relevant=relevance >= RELEVANT,
            relevance=round(relevance, 3),
        )
        if opening is None or not head.relevant:
            return head
        return self._answers(_whole(opening, canonical), head)

    def opening(self, article: Article) -> tuple[Prepared | None, Tongue]:
        """The article's opening, which tells whether the rest is worth reading."""
        return self._opening(article, article.canonical)

    def _surely(self, opening: Prepared) -> float:
        found = self._found(opening)
        if found < RELEVANT or self._relevance.is_of_policy(opening):
            return found
        denied = words_deny(self._learned, opening)
        return found if denied is None else denied

    def _found(self, opening: Prepared) -> float:
        score = self._relevance(opening)
        if score <= SURE and self._relevance.is_fragment(opening):
            again = looked_again(self._learned, opening, score=score, fragment=True)
            # A sentence out of a running report tells too little to set aside what the rules find in it.
            return max(score, again) if score >= _FOUND else again
        # The models know the words of the region's reports, and hardly any of what happens elsewhere.
        ours = (is_unsure(score) or not score) and self._relevance.may_be_ours(opening, score)
        if ours or is_rather_sure(opening, score):
            return looked_again(self._learned, opening, score=score)
        return score

    def questions(self, article: Article) -> Iterator[tuple[str, Features, str, str]]:
        """What the models beside the rules are asked of an article: the question, by what, the rules' answer, and of
        whom. For their training: it is asked whether the article is relevant or not.
        """
        opening, _ = self._opening(article, article.canonical)
        if opening is None:
            return
        score = self._relevance(opening)
        words = SecondLook(self._learned, opening).words
        yield "relevance", words | relevance_features(score), "yes" if score >= RELEVANT else "no", ""
        prepared = _whole(opening, article.canonical)
        cues = self._events(prepared)
        focus = self._focus(prepared, cues)
        status, _ = self._status(prepared, focus)
        look, markets = SecondLook(self._learned, prepared), self._markets(prepared, focus)
        for question, features, said in questions(look, cues, status=status, markets=markets, kind=focus.type):
            yield question, features, said, ""
        told = self._who.told(prepared, focus)
        for actor, own in told.actors:
            yield "role", told.text | own, actor.role, actor.name
        organizations = self._organizations(prepared)
        for where, features, said in self._where.questions(prepared, focus, organizations=organizations):
            yield "place", features, said, where
        for quantity, features, said in self._how_much.questions(prepared, focus):
            yield "amount", features, said, f"{quantity.amount} {quantity.unit}"

    def _opening(self, article: Article, whole: str) -> tuple[Prepared | None, Tongue]:
        text = _head(whole, _OPENING)
        folding = Folded(text)
        tokens = tokenize(folding.folded)
        outlet = self._outlets(article)
        tongue = self._tongue(text, tokens, declared=article.language or (outlet.language if outlet else None))
        if tongue.family is None:
            return None, tongue
        language = self.region.languages[tongue.family]
        return Prepared(article, text, folding, tokens, tongue, language, outlet), tongue

    def _answers(self, prepared: Prepared, head: Reading) -> Reading:
        look = SecondLook(self._learned, prepared)
        found = self._events(prepared)
        # What the rules found first is what the other rules are made for; a second look only names the news.
        focus, cues = self._focus(prepared, found), look.events(found)
        organizations = self._organizations(prepared)
        news = cues[0] if cues else EventCue(OTHER, 0.0, None, 0)
        main, places = self._main_event(look, news, focus, organizations)
        others = tuple(Event(cue.type, cue.score, evidence=_trigger(cue)) for cue in cues[1:])
        return replace(
            head,
            title=prepared.article.title,
            sketch=sketch_of(prepared.folded, prepared.tokens, text=prepared.text),
            markets=look.markets(self._markets(prepared, focus), kind=focus.type),
            events=(main, *others),
            places=places,
            organizations=organizations,
        )

    def _focus(self, prepared: Prepared, cues: list[EventCue]) -> Focus:
        background = self._background(prepared)
        if not cues:
            return Focus(OTHER, None, 0, background)
        return Focus(cues[0].type, cues[0].trigger, cues[0].sentence, background - {cues[0].sentence})

    def _main_event(
        self, look: SecondLook, news: EventCue, focus: Focus, organizations: tuple[Organization, ...]
    ) -> tuple[Event, tuple[PlaceMention, ...]]:
        """The news of the text with every question answered, and the places named beside its scene."""
        prepared = look.prepared
        place, places = self._where(prepared, focus, organizations)
        dated = self._when(prepared, focus)
        status, status_evidence = look.status(*self._status(prepared, focus), kind=focus.type)
        organised, organised_evidence = self._organised(prepared, focus)
        actors = self._who(prepared, focus)
        counts, counts_evidence = self._counts(prepared, focus, actors)
        if news.type == _ARREST and counts["arrested"] is None:
            caught, where = self._counts.of_arrest(prepared, self._focus(prepared, [news]), actors=actors)
            if caught:
                counts["arrested"], counts_evidence["arrested"] = caught, where
        evidence = {"type": _spans(news.trigger), "date": dated.evidence, "status": status_evidence}
        evidence["organised"] = organised_evidence
        evidence.update({f"counts.{kind}": spans for kind, spans in counts_evidence.items()})
        event = Event(
            type=news.type,
            score=news.score,
            status=reached(status, kind=news.type),
            organised=organised,
            date=dated.date,
            date_precision=dated.precision,
            place=place,
            quantities=self._how_much(prepared, focus),
            counts=counts,
            actors=actors,
            evidence={key: spans for key, spans in evidence.items() if spans},
        )
        return event, places


def _head(text: str, length: int) -> str:
    """The opening of a text, cut between two words where it has any."""
    if len(text) <= length:
        return text
    end = max(text.rfind(" ", 0, length), text.rfind("\n", 0, length))
    return text[: end if end > 0 else length]


def _whole(opening: Prepared, canonical: str) -> Prepared:
    """The same article to its end."""
    text = _head(canonical, _LONGEST)
    if text == opening.text:
        return opening
    folding = Folded(text)
    return replace(opening, text=text, folding=folding, tokens=tokenize(folding.folded))


def _trigger(cue: EventCue) -> dict[str, tuple[Span, ...]]:
    return {"type": _spans(cue.trigger)} if cue.trigger else {}


def _spans(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()
