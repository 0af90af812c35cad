"""An article made ready for the questions: folded, cut, its language known, every lexicon term found once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from komshi.pipeline.region import LEXICON_FILES, Language, Outlet
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import Tongue
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.text.tokens import Sentences, Tokens, sentences
from komshi.pipeline.types import Article, Span

# A denial so near the top also speaks of the headline.
_OPENING = 3

Q = TypeVar("Q")
T = TypeVar("T")


class Hits(Mapping[str, list[Hit]]):
    """The terms found in a text, by topic (the name of their file), each list in the order of the words.

    Nothing is looked for before its topic is asked for: a text that is about something else is never searched for
    roles and amounts.
    """

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._found: dict[str, list[Hit]] = {}

    def __getitem__(self, topic: str) -> list[Hit]:
        if topic not in self._found:
            self._look_for(topic)
        return self._found[topic]

    def __iter__(self) -> Iterator[str]:
        return (topic for topic in LEXICON_FILES if self[topic])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _look_for(self, topic: str) -> None:
        """Find the terms of a topic, and of those that are compiled with it."""
        lexicon = self._language.lexicon(topic)
        if lexicon is None:
            return
        self._found.update({one: [] for one in LEXICON_FILES if self._language.lexicon(one) is lexicon})
        for hit in lexicon.scan(self._tokens):
            self._found[hit.term.topic].append(hit)


@dataclass(frozen=True)
class Prepared:
    """What every question of the reader is asked of. Offsets in results point into `text` (the canonical text)."""

    article: Article
    text: str
    folding: Folded
    tokens: Tokens
    tongue: Tongue
    language: Language
    outlet: Outlet | None

    @property
    def folded(self) -> str:
        """The folded form of the canonical text; `tokens` holds offsets into it."""
        return self.folding.folded

    @cached_property
    def sentences(self) -> Sentences:
        """Sentences of the canonical text (original offsets)."""
        return sentences(self.text, self.language.abbreviations)

    @cached_property
    def hits(self) -> Mapping[str, list[Hit]]:
        """Every lexicon term found, by topic (the name of its file), in the order of the words."""
        return Hits(self._spoken, self.language)

    @property
    def _spoken(self) -> Tokens:
        """The words as the lexicons see them: a name that is spelt like one of theirs inside a sentence is none."""
        alike, words = self.language.names_alike, self.tokens.words
        if alike.isdisjoint(words):
            return self.tokens
        spoken = [f"{word}." if word in alike and self._is_name(at) else word for at, word in enumerate(words)]
        return Tokens(spoken, self.tokens.starts, self.tokens.ends)

    def _is_name(self, word: int) -> bool:
        """Whether a word begins with the one capital that it has, and no sentence begins with it."""
        start = self.word_starts[word]
        inside = word and self.sentence_of_word[word - 1] == self.sentence_of_word[word]
        return bool(inside) and self.text[start].isupper() and self.text[start + 1 : start + 2].islower()

    @cached_property
    def memo(self) -> dict[Hashable, Any]:
        """What was worked out of this text and is asked for again: the terms of a topic, the weights of sentences."""
        return {}

    def span(self, first: int, last: int) -> Span:
        """The span in the canonical text of the words `first` up to but not including `last`."""
        return self.folding.span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def evidence(self, hit: Hit) -> Span:
        """The span in the canonical text of a term that was found."""
        return self.span(hit.first, hit.last)

    @cached_property
    def word_starts(self) -> list[int]:
        """For each word, the offset of its first character in the canonical text."""
        return self.folding.originals(self.tokens.starts)

    @cached_property
    def words_in_sentence(self) -> list[int]:
        """For each sentence, how many words stand in it."""
        return self.tokens.counts([self.folding.folded_offset(start) for start in self.sentences.starts[1:]])

    @cached_property
    def sentence_of_word(self) -> list[int]:
        """For each word, the index of the sentence that it stands in."""
        found: list[int] = []
        for sentence, count in enumerate(self.words_in_sentence):
            found += [sentence] * count
        return found

    @cached_property
    def presumed(self) -> frozenset[int]:
        """The sentences whose words for a verdict tell none: somebody is innocent until a court finds otherwise, or may
        be sentenced, or is so only by rumour, by mistake or by the press. What an office denies stands before.
        """
        hits = self.hits.get("status", ())
        told = {self.sentence_of_word[hit.first] for hit in hits if hit.term.id == "presumed"}
        for hit in hits:
            if hit.term.id == "retracted":
                here = self.sentence_of_word[hit.first]
                told.update(range(0 if here <= _OPENING else here - 1, here + 1))
        return frozenset(told)

    def is_capital(self, word: int) -> bool:
        """Whether the word is written with a capital letter in the text."""
        return self.text[self.word_starts[word]].isupper()


def remembered(ask: Callable[[Q, Prepared], T]) -> Callable[[Q, Prepared], T]:
    """A question that several others ask of one text, answered once; nobody may change the answer."""

    @wraps(ask)
    def answer(question: Q, prepared: Prepared) -> T:
        memo = prepared.memo
        if ask not in memo:
            memo[ask] = ask(question, prepared)
        found: T = memo[ask]
        return found

    return answer


@dataclass(frozen=True, slots=True)
class Focus:
    """Where in a text its news stands: the main event, found first, that the other questions are asked about.

    `trigger` is the span of the words that name the event; `sentence` the index of their sentence; `background` the
    indexes of sentences that tell of earlier events, of the law or of statistics.
    """

    type: str
    trigger: Span | None
    sentence: int
    background: frozenset[int] = field(default_factory=frozenset)
