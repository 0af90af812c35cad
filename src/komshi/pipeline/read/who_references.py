"""Who is meant where a sentence names nobody: a pronoun's person, or the subject of the sentence before.

Careful above all: only one person is meant, unless the pronoun is a plural; and without a pronoun only somebody of whom
the text has already said that they are accused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
# Letters at the beginning of a sentence in which a verb has its subject in the sentence before.
_OPENING = 24
# "His lawyer" tells whom the case is about in so many sentences from the beginning; later it may be a victim's.
_OPENING_SENTENCES = 4
# An item of a list, and the letters from its first name to another of the same ("- Ana and Petar X., owners").
_BULLET = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s")
_ITEM = 24
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
                before[-1].roles.append((cue.role, 1.0))
                continue
            about = [named for named in before if spoken_of(named) and named.title != "relative"]
            if len({named.person for named in about}) == 1 and sentence <= _OPENING_SENTENCES:
                about[-1].roles.append(("client", 1.0))


class References:
    """Gives what sentences without a name say to those whom the sentences before accuse."""

    def __init__(self, prepared: Prepared, words: LinkWords) -> None:
        self._prepared, self._words = prepared, words

    def __call__(self, silent: Mapping[int, SentenceRoles], by_sentence: Mapping[int, Sequence[Named]]) -> None:
        """Adds roles to the persons of earlier sentences."""
        about: list[Named] = []
        since = 0
        known: set[int] = set()
        for sentence in sorted({*silent, *by_sentence}):
            if sentence not in silent:
                about, since = [n for n in by_sentence[sentence] if spoken_of(n)], sentence
                known |= {n.person for n in about if any(role in ACCUSING for role, _ in n.roles)}
                continue
            for cue, role in silent[sentence].unnamed() if self._ends_open(sentence) else ():
                for named in self._listed(sentence, by_sentence):
                    named.roles.append((role, 1.0 + (cue.side == "before")))
            if not about or sentence - since > _CHAIN:
                continue
            accused = [n for n in about if n.person in known]
            for cue, role in silent[sentence].unnamed():
                how = self._refers(sentence, cue, count=len({n.person for n in about}))
                every = how == "together" or not accused
                told = (about if how == "together" or self._all_of(how, cue, about) else []) if every else accused
                for named in told if how else ():
                    named.roles.append((role, 1.0))

    def _ends_open(self, sentence: int) -> bool:
        return self._prepared.text[slice(*self._prepared.sentences.spans[sentence])].rstrip().endswith(":")

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
        numbers = [self._words.together[word] for word in before[:2] if word in self._words.together]
        if cue.start - start <= _NEAR and numbers:
            return "together" if numbers[0] == count else ""  # "Both are in custody" behind two names
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
