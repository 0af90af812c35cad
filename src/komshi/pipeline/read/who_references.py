"""Who is meant where a sentence names nobody: a pronoun's person, or the subject of the sentence before.

Careful above all: only one person is meant, unless the pronoun is a plural; and without a pronoun only somebody of whom
the text has already said that they are accused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.read.who_cues import ACCUSING, Cue, LinkWords, SentenceCues
from komshi.pipeline.read.who_lists import Named
from komshi.pipeline.read.who_roles import SentenceRoles
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

# How many sentences without a name may stand between a person and what is said of them.
_CHAIN = 2
# Letters before and behind a cue in which the pronoun stands.
_NEAR = 70
# Letters before a cue in which "against him" stands.
_AGAINST = 36
# Letters at the beginning of a sentence in which a verb has its subject in the sentence before.
_OPENING = 24
# "His lawyer" tells whom the case is about in so many sentences from the beginning; later it may be a victim's.
_OPENING_SENTENCES = 4
# An item of a list, and the letters from its first name to another of the same ("- Ana and Petar X., owners").
_BULLET = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s")
_ITEM = 24
# Words of a sentence that says of somebody only that they were let go.
_BRIEF = 8
_ALOOF = frozenset(["official", "lawyer", "journalist", "other", "victim"])
_NEVER = frozenset(["lawyer", "journalist"])


def spoken_of(named: Named) -> bool:
    """Whether a name is one that a sentence may be about: not that of whoever only speaks in it."""
    if named.lone or named.title in _NEVER:
        return False
    return named.title not in _ALOOF or any(role in ACCUSING for role, _ in named.roles)


def take_up(said: Mapping[int, SentenceCues], by_sentence: Mapping[int, Sequence[Named]]) -> None:
    """A sentence that says so in as many words ("he is charged with") speaks of the last person of the one before."""
    for sentence, found in said.items():
        before = [named for named in by_sentence.get(sentence - 1, ()) if not named.lone]
        for cue in found.cues:
            if cue.side != "previous" or not before:
                continue
            if cue.role != "client":
                # "The minister X signed it. He is tried here as well": another than the one who speaks for an office.
                if spoken_of(before[-1]) or not before[-1].protected or cue.role not in ACCUSING:
                    before[-1].roles.append((cue.role, 1.0))
                continue
            about = [named for named in before if spoken_of(named) and named.title != "relative"]
            if len({named.person for named in about}) == 1 and sentence <= _OPENING_SENTENCES:
                about[-1].roles.append(("client", 1.0))


class References:
    """Gives what sentences without a name say to those whom the sentences before accuse."""

    def __init__(self, prepared: Prepared, words: LinkWords, *, tried: bool) -> None:
        """In news of an arrest nobody has been `tried`: the convicted of a sentence without names are others."""
        self._prepared, self._words, self._tried = prepared, words, tried

    def __call__(self, roles: Mapping[int, SentenceRoles], by_sentence: Mapping[int, Sequence[Named]]) -> None:
        """Adds roles to the persons of earlier sentences."""
        about: list[Named] = []
        earlier: list[Named] = []
        since = 0
        known: set[int] = set()
        for sentence in sorted({*roles, *by_sentence}):
            here = by_sentence.get(sentence, ())
            if any(spoken_of(named) for named in here):
                if sentence - since == 1:
                    self._opened(sentence, roles[sentence], before=by_sentence.get(since, ()), here=here)
                earlier, about, since = (
                    about if sentence - since == 1 else [],
                    [n for n in here if spoken_of(n)],
                    sentence,
                )
                known |= {n.person for n in about if any(role in ACCUSING for role, _ in n.roles)}
                continue
            if sentence not in roles:
                continue
            unnamed = [said for said in roles[sentence].unnamed() if self._tried or said[1] != "convicted"]
            for cue, role in unnamed if self._ends_open(sentence) else ():
                for named in self._listed(sentence, by_sentence):
                    named.roles.append((role, 1.0 + (cue.side == "before")))
            if not about or sentence - since > _CHAIN:
                continue
            accused = [n for n in about if n.person in known]
            for cue, role in unnamed:
                how, meant = self._refers(sentence, cue, count=len({n.person for n in about})), about
                if not how and self._together(sentence, cue) == len({n.person for n in (*earlier, *about)}):
                    how, meant = "together", [*earlier, *about]
                if role == "freed" and not self._let_go(sentence, how):
                    continue
                every = how == "together" or not accused
                sure = how == "together" or self._all_of(how, cue, about)
                sure |= how == "pronoun" and self._against(cue) and not any(n.protected for n in about)
                told = (meant if sure else []) if every else accused
                for named in told if how else ():
                    named.roles.append((role, 1.0))

    def _opened(self, sentence: int, roles: SentenceRoles, *, before: Sequence[Named], here: Sequence[Named]) -> None:
        """Whoever a pronoun takes up that opens a sentence with names: "He and his brother X were arrested"."""
        persons = [named for named in before if not named.lone and named.title not in _NEVER]
        if len({named.person for named in persons}) != 1 or persons[-1].person in {named.person for named in here}:
            return
        start, first = self._prepared.sentences.starts[sentence], min(n.start for n in here if not n.lone)
        words = tokenize(fold(self._prepared.text[start:first])).words
        if not words or words[0] not in self._words.opening:
            return
        if words[1:2] and words[1] in self._words.joins:
            told = [role for role, _ in here[0].roles if role in ACCUSING]
        else:
            told = [role for cue, role in roles.unnamed() if cue.end <= first and cue.side != "after"]
        persons[-1].roles += [(role, 1.0) for role in told[:1]]

    def _together(self, sentence: int, cue: Cue) -> int:
        """How many persons the number that opens a sentence takes up; 0 if none does."""
        text, start = self._prepared.text, self._prepared.sentences.starts[sentence]
        if not 0 <= cue.start - start <= _NEAR:
            return 0
        opening = tokenize(fold(text[start : cue.start])).words[:3]
        if not self._words.others.isdisjoint(opening):
            return 0
        return next((self._words.together[word] for word in opening if word in self._words.together), 0)

    def _ends_open(self, sentence: int) -> bool:
        return self._prepared.text[slice(*self._prepared.sentences.spans[sentence])].rstrip().endswith(":")

    def _against(self, cue: Cue) -> bool:
        """Whether a preposition and a pronoun stand before a cue: "against him, a complaint will be filed"."""
        words = tokenize(fold(self._prepared.text[max(0, cue.start - _AGAINST) : cue.end])).words
        return any(a in self._words.again and b in self._words.pronouns for a, b in pairwise(words))

    def _let_go(self, sentence: int, how: str) -> bool:
        """Whether whoever was let go is the one of the sentence before: a pronoun says so, or little else is said."""
        words = tokenize(fold(self._prepared.text[slice(*self._prepared.sentences.spans[sentence])])).words
        brief = how == "verb" and len(words) <= _BRIEF and not self._words.is_noun(words[0])
        return brief or how in {"opening", "pronoun", "together"}

    @staticmethod
    def _all_of(how: str, cue: Cue, about: Sequence[Named]) -> bool:
        """Whether somebody not yet accused is meant: "he was arrested", or "both" behind a sentence that names two."""
        if how == "plural":
            return len({named.person for named in about}) > 1 and not any(named.protected for named in about)
        return how == "opening" and cue.side != "after"

    def _listed(self, sentence: int, by_sentence: Mapping[int, Sequence[Named]]) -> list[Named]:
        """The names of the items of a list that a sentence opens with a colon: the first of each item."""
        text, spans = self._prepared.text, self._prepared.sentences.spans
        found: list[Named] = []
        for item in range(sentence + 1, len(spans)):
            start, end = spans[item]
            if not _BULLET.match(text, start, end):
                break
            named = [n for n in by_sentence.get(item, ()) if not n.lone]
            found += [n for n in named if n.mention.start - named[0].mention.start < _ITEM]
        return found

    def _refers(self, sentence: int, cue: Cue, *, count: int) -> str:
        """How the words around a cue point back to the `count` persons of the sentence before; empty if they do not."""
        text, start = self._prepared.text, self._prepared.sentences.starts[sentence]
        before = tokenize(fold(text[max(start, cue.start - _NEAR) : cue.start])).words
        behind = tokenize(fold(text[cue.end : cue.end + _NEAR].partition("\n")[0])).words
        if not self._words.others.isdisjoint((*before, *behind[:6])):
            return ""
        number = self._together(sentence, cue)
        # "After two hours he was let go": a number behind another word counts hours as well.
        hours = cue.role == "freed" and count == 1 and before[:1] and before[0] not in self._words.together
        if number and not hours:
            return "together" if number == count else ""  # "Both are in custody" behind two names
        if not self._words.plural.isdisjoint((*before, *behind[:4])):
            return "plural"
        if count != 1:
            return ""
        own = tokenize(fold(text[cue.start : cue.end])).words if cue.start - start <= _OPENING else []
        opening = before[:2] if cue.start - start <= _NEAR else []
        if not self._words.pronouns.isdisjoint((*opening, *own)):
            return "opening"
        if not self._words.pronouns.isdisjoint((*before, *behind[:4])):
            return "pronoun"
        return "verb" if cue.start - start <= _OPENING else ""
