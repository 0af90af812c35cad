"""Who: the persons whom a text names, what it says each of them is, and how old they are.

Comes in: a prepared article and its focus. Goes out: one actor a person, in the order of the text, the name in its base
form. What promises: nobody is called convicted, charged or suspect unless words of the text say it of that person.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from komshi.pipeline.read.cues import cues
from komshi.pipeline.read.names import Mention, Names
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.who_cues import LinkWords, SentenceCues, sentence_cues
from komshi.pipeline.read.who_persons import Person, persons
from komshi.pipeline.read.who_roles import ACCUSING, Named, SentenceRoles
from komshi.pipeline.region import Region
from komshi.pipeline.types import Actor, Span

_IN_COURT = frozenset(["indictment", "trial", "conviction", "acquittal"])
_VIOLENT = frozenset(["killing", "attack", "threat"])
_TAKING = frozenset(["arrest", "seizure", "raid", "interception", "extradition", "investigation"])
_REACH = {
    "lawyer": 1.0,
    "journalist": 1.0,
    "official": 3.2,
    "other": 3.2,
    "relative": 3.2,
    "former": 6.0,
    "leader": 6.0,
}
_ACCUSED_ORDER = ("convicted", "acquitted", "charged", "suspect")


class Who:
    """Reads the persons of a text."""

    def __init__(self, region: Region) -> None:
        self._names = Names(region)
        self._links = {code: LinkWords(language) for code, language in region.languages.items()}

    def __call__(self, prepared: Prepared, focus: Focus) -> tuple[Actor, ...]:
        """The actors, in the order of their first mention."""
        mentions = self._names(prepared)
        if not mentions:
            return ()
        forms = self._names.words[prepared.language.code].forms
        plain = prepared.tongue.script == "Latn" and prepared.text.isascii()
        people = persons(mentions, forms, plain=plain)
        named = self._roles(prepared, focus, mentions, _lone(people, mentions))
        actors: list[Actor] = []
        for person in people:
            own = [(mentions[at], named[at]) for at in person.mentions]
            if not _kept(own):
                continue
            actors.append(_actor(prepared, focus, _Case(person, own)))
        return tuple(actors)

    def _roles(self, prepared: Prepared, focus: Focus, mentions: list[Mention], lone: set[int]) -> list[Named]:
        by_sentence: dict[int, list[int]] = defaultdict(list)
        for at, mention in enumerate(mentions):
            by_sentence[prepared.sentences.at(mention.start)].append(at)
        wanted = frozenset(by_sentence) | {sentence + 1 for sentence in by_sentence}
        found = sentence_cues(prepared, focus, wanted=wanted)
        links = self._links[prepared.language.code]
        forms = self._names.words[prepared.language.code].forms
        named: list[Named] = [Named(mention, mention.start) for mention in mentions]
        for sentence, indexes in by_sentence.items():
            roles = SentenceRoles(prepared.text, links, found.get(sentence, SentenceCues()), forms)
            here = roles([mentions[i] for i in indexes], [i in lone for i in indexes])
            for at, one in zip(indexes, here, strict=True):
                named[at] = one
        self._take_up(found, by_sentence, named)
        return named

    @staticmethod
    def _take_up(said: dict[int, SentenceCues], by_sentence: dict[int, list[int]], named: list[Named]) -> None:
        """A pronoun's sentence ("he is charged with") speaks of the last person of the sentence before."""
        for sentence, found in said.items():
            before = [at for at in by_sentence.get(sentence - 1, ()) if not named[at].lone]
            for cue in found.cues:
                if cue.side == "previous" and before:
                    named[before[-1]].roles.append((cue.role, 1.0))


@dataclass(frozen=True, slots=True)
class _Case:
    """A person with all that is said of them."""

    person: Person
    own: list[tuple[Mention, Named]]


def _lone(people: list[Person], mentions: list[Mention]) -> set[int]:
    """The mentions that are one capital word which nothing yet makes a person."""
    single = [p.mentions for p in people if len(p.name) == 1]
    return {at for indexes in single if not any(mentions[i].sure for i in indexes) for at in indexes}


def _kept(own: list[tuple[Mention, Named]]) -> bool:
    """Whether what was found is surely a person: by its form, or by a title, an age or a cue beside it."""
    for mention, named in own:
        if mention.sure or mention.age is not None:
            return True
        if mention.kind == "single":
            if named.title_near and len(mention.words[0]) > 3:
                return True
        elif named.title or mention.dated or any(cost <= 3 for _, cost in named.roles):
            return True
    return False


def _is_violent(prepared: Prepared, focus: Focus) -> bool:
    """Whether the news tells of a threat, an attack or a killing: whoever has no role there may be its victim."""
    if focus.type in _VIOLENT:
        return True
    acts = (cue for cue in cues(prepared, "events") if cue.meaning in _VIOLENT and cue.grade != "weak")
    return any(cue.sentence not in focus.background for cue in acts)


def _actor(prepared: Prepared, focus: Focus, case: _Case) -> Actor:
    person, own = case.person, case.own
    age = next((mention.age for mention, _ in own if mention.age is not None), None)
    spans: list[Span] = [(mention.start, mention.end) for mention, _ in own]
    spans += [span for mention, _ in own for span in mention.age_evidence]
    name = " ".join(person.name)
    if person.initials:
        first = own[0][0]
        name = (" " if " " in prepared.text[first.start : first.end] else "").join(person.name)
    return Actor(name, _role(prepared, focus, case), "person", age, tuple(dict.fromkeys(spans)))


def _role(prepared: Prepared, focus: Focus, case: _Case) -> str:
    """The strongest thing that the main affair says of a person; background counts only where nothing else does."""
    person, own = case.person, case.own
    titles = {named.title for _, named in own if named.title}
    if person.initials and any(named.title is None for _, named in own):
        titles.discard("lawyer")  # “defender V. L.” is the defender *of* V. L. where V. L. is named besides
    # Whoever defends, reports or speaks for an office is accused only where the words stand right beside the name.
    reach = min((_REACH[title] for title in titles if title in _REACH), default=99.0)
    main: list[str] = []
    behind: list[str] = []
    for mention, named in own:
        where = behind if prepared.sentences.at(mention.start) in focus.background else main
        where.extend(_settle(role, focus) for role, cost in named.roles if cost <= reach or role not in ACCUSING)
    said = main or behind
    accused = sum(role in ACCUSING for role in said)
    if "victim" in said and (focus.type in _VIOLENT or said.count("victim") >= accused):
        return "victim"
    if "acquitted" in main and focus.type == "acquittal":
        return "acquitted"
    for role in _ACCUSED_ORDER:
        if role in said:
            return role
    if "target" in said:
        return "other"
    if focus.type == "threat" and "journalist" in titles:
        return "victim"
    for title in ("victim", "journalist", "official"):
        if title in titles:
            return title
    if person.initials and focus.type in _TAKING and not titles and not _is_violent(prepared, focus):
        return "suspect"
    return "other"


def _settle(role: str, focus: Focus) -> str:
    """A role in the light of the news: a defendant of a trial is charged, one of an investigation is a suspect."""
    if role in {"client", "defendant"}:
        return "charged" if focus.type in _IN_COURT else "suspect"
    return role
