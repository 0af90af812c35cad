"""Who is meant where a sentence names nobody: a pronoun's person, or the subject of the sentence before.

Careful above all: only one person is meant, unless the pronoun is a plural; and without a pronoun only somebody of whom
the text has already said that they are accused.
"""

from __future__ import annotations

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
            if cue.side == "previous" and before:
                before[-1].roles.append((cue.role, 1.0))


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
            if not about or sentence - since > _CHAIN:
                continue
            accused = [n for n in about if n.person in known]
            for cue, role in silent[sentence].unnamed():
                how = self._refers(sentence, cue, one=len({n.person for n in about}) == 1)
                told = accused or (about if how == "opening" and cue.side != "after" else [])
                for named in told if how else ():
                    named.roles.append((role, 1.0))

    def _refers(self, sentence: int, cue: Cue, *, one: bool) -> str:
        """How the words around a cue point back, to `one` person or to several; empty if they do not."""
        text, start = self._prepared.text, self._prepared.sentences.starts[sentence]
        before = tokenize(fold(text[max(start, cue.start - _NEAR) : cue.start])).words
        behind = tokenize(fold(text[cue.end : cue.end + _NEAR].partition("\n")[0])).words
        if not self._words.others.isdisjoint((*before, *behind[:6])):
            return ""
        if not self._words.plural.isdisjoint((*before, *behind[:4])):
            return "plural"
        if not one:
            return ""
        if cue.start - start <= _NEAR and not self._words.pronouns.isdisjoint(before[:1]):
            return "opening"
        if not self._words.pronouns.isdisjoint((*before, *behind[:4])):
            return "pronoun"
        return "verb" if cue.start - start <= _OPENING else ""
