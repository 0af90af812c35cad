"""An article made ready for the questions: folded, cut, its language known, every lexicon term found once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from komshi.pipeline.region import Language, Outlet
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import Tongue
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.text.tokens import Sentences, Tokens, sentences
from komshi.pipeline.types import Article, Span

# Sentences of fewer words than this on average are not worth looking up.
_SHORT = 8


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
        by_topic: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.language.lexicon.scan(self.tokens):
            by_topic[hit.term.topic].append(hit)
        return by_topic

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
    def sentence_of_word(self) -> list[int]:
        """For each word, the index of the sentence that it stands in."""
        starts, found = self.sentences.starts, list[int]()
        words = self.tokens.starts
        # Few sentences: look up where each begins instead of carrying every word over to the canonical text.
        offsets = words if len(starts) * _SHORT < len(words) else self.word_starts
        key = self.folding.original if offsets is words else None
        for sentence, start in enumerate(starts[1:]):
            first = bisect_left(offsets, start, lo=len(found), key=key)
            found += [sentence] * (first - len(found))
        return found + [len(starts) - 1] * (len(words) - len(found))

    @cached_property
    def presumed(self) -> frozenset[int]:
        """The sentences that say that somebody is innocent until a court finds otherwise: no verdict is told there."""
        hits = self.hits.get("status", ())
        return frozenset(self.sentence_of_word[hit.first] for hit in hits if hit.term.id == "presumed")

    def is_capital(self, word: int) -> bool:
        """Whether the word is written with a capital letter in the text."""
        return self.text[self.word_starts[word]].isupper()


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
