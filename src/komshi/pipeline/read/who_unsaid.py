"""What becomes of a person of whom nothing is said: what titles, hidden names and the kind of news make of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from komshi.pipeline.read.cues import cues
from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.who_lists import OPEN_TITLES, Named
from komshi.pipeline.read.who_persons import Person

VIOLENT = frozenset(["killing", "attack", "threat"])
_TAKING = frozenset(["arrest", "seizure", "raid", "interception", "extradition", "investigation"])
# Sentences at the beginning in which the news of a trial names whoever is tried.
_NEWS = 3
# Sentences in which the news of an attack names the official, and the owner or a relative, whom it hit.
_HEAD = 1
_LEAD = 2
_SPEAKER = re.compile(r"[“”\"»],? (?:[^\W\d_]+ ){1,8}$")
_OPENING_QUOTES = '„“"»«'
_SHORTEST_QUOTE = 20
_VERB = 80
# Words between a name and the verb of saying whose subject it is.
_SAYS = 2


class Case(NamedTuple):
    """A person with all that is said of them."""

    person: Person
    own: list[tuple[Mention, Named]]


def is_beset(prepared: Prepared, case: Case, *, focus: Focus, titles: set[str]) -> bool:
    """Whether somebody whom the opening of the news of an attack names is the one attacked, as it tells nothing else.

    So is the official whose house or car it was, the owner of the place, and the relative who was there.
    """
    if focus.type not in VIOLENT or any(named.roles for _, named in case.own):
        return False
    if any(is_quoted(prepared.text, mention, start=named.start) for mention, named in case.own):
        return False
    first = prepared.sentences.at(case.own[0][0].start)
    if "official" in titles:
        return first <= _HEAD and focus.type != "killing"
    there = {"attack": {"leader", "relative"}, "killing": {"leader"}}.get(focus.type, set())
    return first <= _LEAD and bool(titles) and titles <= there


def office(focus: Focus, titles: set[str]) -> str | None:
    """What the titles alone make of a person of whom nothing is said."""
    if focus.type == "threat" and "journalist" in titles:
        return "victim"
    if focus.type == "sanction" and "former" in titles:
        titles = titles - {"official"}
    return next((title for title in ("victim", "journalist", "official") if title in titles), None)


def is_quoted(text: str, mention: Mention, *, start: int | None = None) -> bool:
    """Whether a person is the one who has just been quoted: the end of the quote, a verb, the name."""
    end = mention.start if start is None else start
    low = max(0, end - _VERB)
    match = _SPEAKER.search(text[low:end])
    if match is None:
        return False
    closed = low + match.start()
    # The make of a car or a firm stands in quotes as well, but is short.
    return closed - max(text.rfind(quote, 0, closed) for quote in _OPENING_QUOTES) > _SHORTEST_QUOTE


def unsaid(prepared: Prepared, case: Case, *, focus: Focus, titles: set[str]) -> str:
    """Whoever is named only by initials, or with an age, and holds no office is one of those whom the news is about.

    A full name with an age may be that of a victim or a witness as well: it accuses nobody.
    """
    if _on_trial(prepared, focus, case, titles):
        return "charged"
    private = case.person.initials or any(mention.age is not None for mention, _ in case.own)
    quoted = any(is_quoted(prepared.text, mention) for mention, _ in case.own)
    if not private or quoted or titles - {*OPEN_TITLES, "former"}:
        return "official" if "agent" in titles and _serves(case) else "other"
    if any(named.one_of for _, named in case.own):
        return "other"
    if focus.type in VIOLENT:
        return "victim"
    taken = _hidden(case) and focus.type in _TAKING and not _is_violent(prepared, focus)
    return "suspect" if taken else "other"


def _serves(case: Case) -> bool:
    """Whether somebody is named in full and nothing else is said of them."""
    return not any(named.roles or named.hidden or mention.age is not None for mention, named in case.own)


def _on_trial(prepared: Prepared, focus: Focus, case: Case, titles: set[str]) -> bool:
    """Whether somebody named first, or again and again, in the news of a trial is the one who is tried.

    Whoever holds a title, is quoted or is told of only in the background is not; nor is a name that is read once, far
    down in the text.
    """
    # A policeman whom an indictment names is accused; one who is heard at a trial is a witness.
    tried = OPEN_TITLES if focus.type == "indictment" else {"leader"}
    if focus.type not in {"trial", "indictment"} or titles - tried:
        return False
    at = [prepared.sentences.at(mention.start) for mention, _ in case.own]
    if not at or set(at) <= focus.background or any(is_quoted(prepared.text, mention) for mention, _ in case.own):
        return False
    if speaks(prepared, case) or _denied(prepared, set(at)):
        return False
    return at[0] <= _NEWS or (len(at) > 1 and not titles)


def speaks(prepared: Prepared, case: Case, *, titles: frozenset[str] | None = None) -> bool:
    """Whether a verb of saying follows a name at once: "X *said* that the charges against Y are political".

    With `titles`, only where the name bears one of them, and a verb may also lead to the title: who is named without
    may be the accused who denies it. Behind a comma it is somebody else who says so ("X, says the prosecutor, bought").
    """
    starts = prepared.word_starts
    said = {hit.first for hit in prepared.hits.get("time", ()) if hit.term.id == "said"}
    for mention, named in case.own:
        if titles is not None and named.title not in titles:
            continue
        end = bisect_left(starts, mention.after)
        near = () if prepared.text[mention.after : mention.after + 1] == "," else range(end, end + _SAYS)
        if titles is not None:
            start = bisect_left(starts, named.start)
            near = (*near, *range(start - _SAYS, start))
        if not said.isdisjoint(near):
            return True
    return False


def _denied(prepared: Prepared, sentences: set[int]) -> bool:
    """Whether one of the sentences denies what is told: "denied reports that X had been charged"."""
    denials = (hit for hit in prepared.hits.get("roles", ()) if hit.term.id == "frame.denied")
    return any(prepared.sentence_of_word[hit.first] in sentences for hit in denials)


def _hidden(case: Case) -> bool:
    """Whether the text hides the surname: "M. K.", or "Marko K." with an age."""
    mixed = any(mention.kind == "mixed" and mention.age is not None for mention, _ in case.own)
    return case.person.initials or (mixed and len(case.person.name[-1].rstrip(".")) <= 2)


def _is_violent(prepared: Prepared, focus: Focus) -> bool:
    """Whether the news tells of a threat, an attack or a killing: whoever has no role there may be its victim."""
    if focus.type in VIOLENT:
        return True
    acts = (cue for cue in cues(prepared, "events") if cue.meaning in VIOLENT and cue.grade != "weak")
    return any(cue.sentence not in focus.background for cue in acts)
