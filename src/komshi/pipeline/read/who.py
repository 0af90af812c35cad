"""Who: the persons whom a text names, what it says each of them is, and how old they are.

Comes in: a prepared article and its focus. Goes out: one actor a person, in the order of the text, the name in its base
form. What promises: nobody is called convicted unless a word of conviction stands by the name, nor charged or suspect
but by words of the text: those at the name, those of the news that leave no other answer, or what the model knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from komshi.pipeline.read.learned import learned_of
from komshi.pipeline.read.learned.network import WHOLE, Features
from komshi.pipeline.read.learned.people import SPARED, PeopleView, settled
from komshi.pipeline.read.names import names_of
from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.names_words import NameWords
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.who_alike import as_the_surest, lists
from komshi.pipeline.read.who_cues import ACCUSING, LinkWords, SentenceCues, given_up, sentence_cues, taken_back
from komshi.pipeline.read.who_frames import all_acquitted
from komshi.pipeline.read.who_kin import KIN
from komshi.pipeline.read.who_lists import VERDICTS, Named
from komshi.pipeline.read.who_persons import Person, persons
from komshi.pipeline.read.who_references import References, take_up
from komshi.pipeline.read.who_roles import SentenceRoles
from komshi.pipeline.read.who_shield import is_hurt
from komshi.pipeline.read.who_unsaid import VIOLENT, Case, is_beset, is_quoted, office, speaks, unsaid
from komshi.pipeline.region import Region
from komshi.pipeline.types import Actor, Span

_IN_COURT = frozenset(["indictment", "trial", "conviction", "acquittal"])
_REACH = {
    "lawyer": 0.9,
    "journalist": 1.0,
    "official": 3.2,
    "other": 3.2,
    "relative": 4.5,
    "former": 6.0,
    "leader": 6.0,
    "agent": 6.0,
}
# News in which whoever has a lawyer need not be accused.
_CASELESS = VIOLENT | {"sanction", "revelation", "policy", "resignation"}
_VERDICTS = frozenset(["conviction", "acquittal"])
_CAUGHT = frozenset(["arrest", "raid", "seizure", "interception"])
# An earlier verdict told in such news is that of a victim, of whoever is fined, or of whoever is caught.
_NO_COURT = _CAUGHT | VIOLENT | {"sanction"}
# Sentences at the beginning that tell what is new: a verdict taken back there is the news.
_NEWS = 3
# In how many sentences a case that came to nothing is the news, by the type of the news.
_GIVEN_UP = {"other": 3, "investigation": 1}
_OPEN = frozenset(["suspect", "charged"])
_UNPROVEN = frozenset(["suspect", "client", "defendant"])
_NOW = ("acquitted", "charged", "suspect")
# What a link beside a name costs at most, and one that may be meant for another.
_BESIDE, _FAR = 2.0, 5.0
_ANOTHER = 7 * WHOLE // 10
_BLAMING = ACCUSING - {"acquitted"}
_ACCUSED = frozenset(["suspect", "charged", "convicted"])
# What the text says of somebody whom it takes an accusation from, and the feature that tells so.
_SHIELDS = frozenset(["freed", "fined", "cleared", "denied", "never", "target", KIN])
_SHIELDED = "=shielded"
_OFFICE, _VICTIM = frozenset(["official"]), frozenset(["victim"])
_NOTE = 4
"""Sentences of a text that is too short for its words to accuse anybody: the model learnt from longer ones, and where
rules and words differ in notes, a third of whom it accuses are not.
"""
_HARDLY = 0.1
"""Where the words say less than this of any other role of a relative, or in a note, the rules are asked."""
_ACCUSED_ORDER = ("convicted", "acquitted", "charged", "suspect")


class Told(NamedTuple):
    """What is asked of a text: what its words say, and of each actor the role that the rules give and what is near.

    `together` says of each who stands in one list with them.
    """

    text: Features
    actors: list[tuple[Actor, Features]]
    together: Sequence[frozenset[int]] = ()


class Who:
    """Reads the persons of a text."""

    def __init__(self, region: Region) -> None:
        self._names = names_of(region)
        self._learned = learned_of(region)
        self._links = {code: LinkWords(language) for code, language in region.languages.items()}

    def __call__(self, prepared: Prepared, focus: Focus) -> tuple[Actor, ...]:
        """The actors, in the order of their first mention."""
        told, model = self.told(prepared, focus), self._learned.model("role")
        if model is None:
            return tuple(actor for actor, _ in told.actors)
        said = model.sums(told.text)
        note = len(prepared.sentences) <= _NOTE
        shares = [model.shares(own, said) for _, own in told.actors]
        beside = as_the_surest(shares, [one.role for one, _ in told.actors], together=told.together)
        return tuple(
            replace(one, role=_settled(one.role, own, each if _SHIELDED in own else beside.get(at, each), note=note))
            for at, ((one, own), each) in enumerate(zip(told.actors, shares, strict=True))
        )

    def told(self, prepared: Prepared, focus: Focus) -> Told:
        """Each actor with the role that the rules give, and all that the model of roles is asked by."""
        mentions = self._names(prepared)
        if not mentions:
            return Told({}, [])
        forms = self._names.words[prepared.language.code].forms
        plain = prepared.tongue.script == "Latn" and prepared.text.isascii()
        people = persons(mentions, forms, plain=plain)
        named = self._roles(prepared, focus, mentions, people)
        meanings = self._learned.meanings[prepared.language.code]
        view = PeopleView(prepared, [(mention.start, mention.end) for mention in mentions], meanings)
        cases = [Case(person, [(mentions[at], named[at]) for at in person.mentions]) for person in people]
        words = self._names.words[prepared.language.code]
        kept = [case for case in cases if _kept(case.own, words)]
        actors = [_actor(prepared, focus, case) for case in kept]
        roles = Counter(actor.role for actor in actors)
        told = []
        for case, actor in zip(kept, actors, strict=True):
            own = view.features([(mention.start, mention.end) for mention, _ in case.own])
            others = {f"=another:{role}": _ANOTHER for role in sorted((roles - Counter([actor.role])).keys())}
            told.append((actor, own | others | _by_rule(prepared, actor, case, focus=focus)))
        mentioned = [[mention for mention, _ in case.own] for case in kept]
        return Told(view.text, told, lists(prepared.text, mentioned, joins=self._links[prepared.language.code].joins))

    def _roles(self, prepared: Prepared, focus: Focus, mentions: list[Mention], people: list[Person]) -> list[Named]:
        lone = _lone(people, mentions)
        whose = {at: number for number, person in enumerate(people) for at in person.mentions}
        by_sentence: dict[int, list[int]] = defaultdict(list)
        for at, mention in enumerate(mentions):
            by_sentence[prepared.sentences.at(mention.start)].append(at)
        wanted = frozenset(sentence + step for sentence in by_sentence for step in (-1, 0, 1, 2))
        links = self._links[prepared.language.code]
        found = sentence_cues(prepared, focus, words=links, wanted=wanted)
        forms = self._names.words[prepared.language.code].forms
        named: list[Named] = [Named(mention, mention.start) for mention in mentions]
        asked: dict[int, SentenceRoles] = {}
        for sentence in sorted({*by_sentence, *found}):
            cues = found.get(sentence, SentenceCues())
            roles = SentenceRoles(prepared.text, links, cues, forms, verdict=focus.type in _VERDICTS)
            indexes = by_sentence.get(sentence, [])
            here = roles([mentions[i] for i in indexes], [i in lone for i in indexes])
            for at, one in zip(indexes, here, strict=True):
                named[at] = one
                one.person = whose.get(at, -1)
                if one.only_tells:  # what is said beside an expert is said of those on trial
                    one.roles = [(role, cost) for role, cost in one.roles if role not in _OPEN | _UNPROVEN]
            asked[sentence] = roles
        told = {sentence: [named[at] for at in indexes] for sentence, indexes in by_sentence.items()}
        take_up(found, told)
        References(prepared, links, tried=focus.type not in _CAUGHT)(asked, told)
        _correct(found, focus, named, told)
        return named


def _correct(
    found: Mapping[int, SentenceCues], focus: Focus, named: list[Named], told: Mapping[int, Sequence[Named]]
) -> None:
    """What a quashed verdict, an indictment to come, a case that was given up and an acquittal of all make of it."""
    convicts = focus.type != "other"
    told_now = [s for s in sorted(found)[:_NEWS] if not convicts or s not in focus.background]
    if any(taken_back(found[s], convicts=convicts) for s in told_now):
        for one in named:
            one.roles = [("quashed" if role == "convicted" else role, cost) for role, cost in one.roles]
            one.spared = True  # nor do the words convict who stands there without a role of their own
    undone = _undone(found, {s: {one.person for one in here} for s, here in told.items()})
    for one in named:
        if one.person in undone:
            one.roles = [("quashed" if role in {"convicted", "record"} else role, cost) for role, cost in one.roles]
    if focus.type == "extradition" and _indicted(found, focus):
        for one in named:
            one.roles = [("charged" if role == "suspect" else role, cost) for role, cost in one.roles]
    news = [s for s in sorted(found) if s not in focus.background][: _GIVEN_UP.get(focus.type, 0)]
    if any(given_up(found[s]) for s in news):
        for one in named:
            one.roles = [("dropped" if role in _UNPROVEN else role, cost) for role, cost in one.roles]
    if any(all_acquitted(found[s].frames) for s in told_now):
        for one in named:
            one.roles = [("acquitted" if role in _OPEN | _UNPROVEN else role, cost) for role, cost in one.roles]


def _settled(role: str, own: Features, shares: dict[str, float], *, note: bool) -> str:
    """What rules and words together make of a person: nobody is accused of whom the text says why they are not, nor in
    a note of whom the rules do not say it.
    """
    if _SHIELDED in own or (note and role not in _ACCUSED):
        shares = {one: 0.0 if one in _ACCUSED else share for one, share in shares.items()}
        if (note or f"=said:{KIN}" in own) and max(shares.values()) < _HARDLY:
            return role
    return settled(role, shares, said=own)


def _by_rule(prepared: Prepared, actor: Actor, case: Case, *, focus: Focus) -> Features:
    """What the rules found out of a person, for the model of roles."""
    own = case.own
    found = {f"=rule:{actor.role}": 2 * WHOLE}
    found |= dict.fromkeys((f"=news:{focus.type}", f"=rule:{actor.role} news:{focus.type}"), WHOLE)
    told = {said for _, named in own for said, _ in _told(named)}
    shielded = told & _SHIELDS or any(named.agent or named.only_tells for _, named in own)
    # Who speaks for an office tells of others; the deed that a name stands right behind was done to its bearer.
    shielded = shielded or (actor.role == "official" and speaks(prepared, case, titles=_OFFICE))
    shielded = shielded or (actor.role == "victim" and any(is_hurt(named, _VICTIM) for _, named in own))
    if actor.role not in _ACCUSED and shielded and not told & _BLAMING:
        found[_SHIELDED] = WHOLE
    for mention, named in own:
        found[f"=form:{mention.kind}"] = WHOLE
        found |= {f"=said:{role}": WHOLE for role, _ in named.roles}
        if named.spared:
            found[SPARED] = WHOLE
        if named.title:
            found[f"=title:{named.title}"] = WHOLE
        if mention.age is not None:
            found["=age"] = WHOLE
    return found


def _undone(found: Mapping[int, SentenceCues], told: Mapping[int, set[int]]) -> set[int]:
    """Of whom a sentence of their own tells that the verdict was quashed: "X spent years in prison before it was"."""
    alone = {sentence: people for sentence, people in told.items() if len(people) == 1 and sentence in found}
    return {
        person
        for sentence, people in alone.items()
        if taken_back(found[sentence], convicts=True)
        and not any(cue.role in VERDICTS - {"acquitted"} for cue in found[sentence].cues)
        for person in people
    }


def _indicted(found: Mapping[int, SentenceCues], focus: Focus) -> bool:
    """Whether the news says that an indictment waits for whoever is handed over."""
    return any(
        cue.role == "charged" or (cue.role == "defendant" and cue.side == "both")
        for sentence, cues in found.items()
        if sentence not in focus.background
        for cue in cues.cues
    )


def _lone(people: list[Person], mentions: list[Mention]) -> set[int]:
    """The mentions that are one capital word which nothing yet makes a person."""
    single = [p.mentions for p in people if len(p.name) == 1]
    return {at for indexes in single if not any(mentions[i].sure for i in indexes) for at in indexes}


def _kept(own: list[tuple[Mention, Named]], words: NameWords) -> bool:
    """Whether what was found is surely a person: by its form, or by a title, an age or a cue beside it."""
    again = [mention for mention, _ in own if mention.kind != "full"]
    if len(own) > len(again) and any(not words.is_town(mention.words[-1]) for mention in again):
        return True  # named in full, and again by the surname
    for mention, named in own:
        if mention.sure or mention.age is not None:
            return True
        if mention.kind == "single":
            if named.title_near and len(mention.words[0]) > 3 and not words.is_town(mention.words[0]):
                return True
        elif named.title or mention.dated or any(cost <= 3 for _, cost in named.roles):
            return True
    return False


def _actor(prepared: Prepared, focus: Focus, case: Case) -> Actor:
    person, own = case.person, case.own
    age = next((mention.age for mention, _ in own if mention.age is not None), None)
    spans: list[Span] = [(mention.start, mention.end) for mention, _ in own]
    spans += [span for mention, _ in own for span in mention.age_evidence]
    name = " ".join(person.name)
    if person.initials:
        first = own[0][0]
        name = (" " if " " in prepared.text[first.start : first.end] else "").join(person.name)
    return Actor(name, _role(prepared, focus, case), "person", age, tuple(dict.fromkeys(spans)))


def _role(prepared: Prepared, focus: Focus, case: Case) -> str:
    """The strongest thing that the main affair says of a person; background counts only where nothing else does."""
    person, own = case.person, case.own
    titles = {named.title for _, named in own if named.title}
    if person.initials and any(named.title != "lawyer" for _, named in own):
        titles.discard("lawyer")  # “defender V. L.” is the defender *of* V. L. where V. L. is named besides
    # Whoever defends, reports or speaks for an office is accused only where the words stand right beside the name.
    shields = titles if any(not named.hidden for _, named in own) else titles - {"lawyer", "journalist"}
    reach = min((_REACH[title] for title in shields if title in _REACH), default=99.0)
    main, behind = _heard(prepared, focus, own, reach=reach)
    said = main or behind
    accused = sum(role in ACCUSING for role in said)
    if "victim" in said and (focus.type in VIOLENT or said.count("victim") >= accused) and _hurt_first(own, focus):
        return "victim"
    if "acquitted" in said and focus.type == "acquittal" and not _nearer(own, "convicted", "acquitted"):
        return "acquitted"
    if "record" in said and not any(role in said for role in _NOW):
        # An earlier verdict told in news of an arrest may be that of whoever is arrested now: no guess.
        return "other" if focus.type in _NO_COURT else "convicted"
    cleared = _cleared(own, accused)
    for role in _ACCUSED_ORDER:
        if role in said and role not in cleared:
            # Where an acquittal is the news, whoever was only accused is one of those who were acquitted.
            return "acquitted" if focus.type == "acquittal" and role in main and role in _OPEN else role
    if "undone" in said:
        return "acquitted"
    if "fined" in said:
        return office(focus, titles) or "other"  # a fine without a trial is no verdict
    if "target" in said or "dropped" in said or cleared:
        return office(focus, titles) or "other"
    if "owing" in said:
        return "victim"
    if is_beset(prepared, case, focus=focus, titles=titles):
        return "victim"
    return office(focus, titles) or unsaid(prepared, case, focus=focus, titles=titles)


def _heard(
    prepared: Prepared, focus: Focus, own: list[tuple[Mention, Named]], *, reach: float
) -> tuple[list[str], list[str]]:
    """What is told of a person in the main affair, and what in the background."""
    main: list[str] = []
    behind: list[str] = []
    for mention, named in own:
        back = prepared.sentences.at(mention.start) in focus.background
        hints = {role for role, _ in named.roles} <= {"client"}
        where = behind if back or hints else main
        heard = _BLAMING if reach > _REACH["journalist"] else ACCUSING
        # Whoever is quoted tells of others.
        speaks = named.protected and is_quoted(prepared.text, mention, start=named.start)
        said_here = [role for role, cost in _told(named) if (cost <= reach and not speaks) or role not in heard]
        where.extend(_settle(role, focus) for role in said_here)
    # Who breaks out was convicted before.
    return (main + behind if focus.type == "escape" else main), behind


def _nearer(own: list[tuple[Mention, Named]], first: str, second: str) -> bool:
    """Whether the first role is told right beside the name, nearer than the second."""
    costs = {role: min((c for _, n in own for r, c in n.roles if r == role), default=99.0) for role in (first, second)}
    return costs[first] <= 1 and costs[first] < costs[second]


def _cleared(own: list[tuple[Mention, Named]], accused: int) -> frozenset[str]:
    """Which accusations what clears a person undoes: a suspicion, and a charge that stands no nearer to the name."""
    told = [said for _, named in own for said in named.roles]
    clearing = [cost for role, cost in told if role in {"cleared", "freed"}]
    if any(role == "never" for role, _ in told):
        return _OPEN
    if not clearing or accused > len(clearing):
        return frozenset()
    nearest = min((cost for role, cost in told if role in ACCUSING), default=99.0)
    return frozenset(["suspect", "charged"] if min(clearing) < nearest else ["suspect"])


def _told(named: Named) -> list[tuple[str, float]]:
    """What one mention says; an earlier verdict told with a new arrest is past, one told with its trial is its end.

    A conviction far from the name is another's where an arrest stands beside it ("arrested for helping the convict").
    """
    roles = {role for role, _ in named.roles}
    # Whoever was taken and let go again is no longer held for anything.
    past: set[str] = {"suspect", "client"} if "freed" in roles else set()
    if not roles.isdisjoint(("record", "served")):
        past |= {"record"} if "suspect" in roles else {"charged", "defendant"}
    beside = any(role in _OPEN and cost <= _BESIDE for role, cost in named.roles)
    far = {"convicted"} if beside else set()
    return [(role, cost) for role, cost in named.roles if role not in past and not (role in far and cost > _FAR)]


def _hurt_first(own: list[tuple[Mention, Named]], focus: Focus) -> bool:
    """Whether what was done to a person stands nearer to the name than what the person is accused of."""
    if focus.type in VIOLENT:
        return True
    roles = [said for _, named in own for said in named.roles]
    hurt = min((cost for role, cost in roles if role == "victim"), default=99.0)
    return hurt <= min((cost for role, cost in roles if role in ACCUSING), default=99.0)


def _settle(role: str, focus: Focus) -> str:
    """A role in the light of the news: a defendant of a trial is charged, one of an investigation is a suspect."""
    if (role == "client" and focus.type in _CASELESS) or (role == "defendant" and focus.type == "sanction"):
        return "nothing"  # "at the head of the group", says who imposes sanctions: no case
    if role == "suspect" and focus.type in {"indictment", "trial"}:
        return "charged"
    if role in {"client", "defendant"}:
        return (
            "charged" if focus.type in _IN_COURT or (role == "defendant" and focus.type == "extradition") else "suspect"
        )
    if role == "served":
        return "nothing" if focus.type in _NO_COURT or focus.type == "extradition" else "record"
    if role == "undone":
        return "acquitted" if focus.type in {"acquittal", "conviction"} else role
    if role == "uncleared":
        return "acquitted" if focus.type == "acquittal" else "charged"
    if role == "term":
        return "convicted" if focus.type == "conviction" else "charged"
    return {"quashed": "charged", "final": "convicted"}.get(role, role)
