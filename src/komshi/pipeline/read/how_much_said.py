"""What the sentences say of the amounts in them: taken, carried, an offence that is charged, or another story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komshi.pipeline.read.cues import MASK
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when_calendar import Published
from komshi.pipeline.read.when_mentions import Mention
from komshi.pipeline.read.when_old import OldTimes
from komshi.pipeline.text.lexicon import Hit

# Courts, prosecutors and inquiries speak of what happened long ago: an old year alone is no other story there.
_LATER = frozenset(
    {
        "trial",
        "conviction",
        "acquittal",
        "indictment",
        "investigation",
        "revelation",
        "other",
    }
)
# Words that lead to an earlier case, where the news is none that speaks of what is long over.
_EARLIER = "other.past"
_BULLETS = frozenset("-–—•*·")
_NOTHING: frozenset[str] = frozenset()


class Said:
    """The words of one text that give roles, by the sentence in which they stand."""

    def __init__(self, prepared: Prepared, focus: Focus, times: list[Mention], now: Published) -> None:
        self._prepared, self._focus = prepared, focus
        self._hits: dict[int, list[Hit]] = {}
        self._meanings: dict[int, set[str]] = {}
        self._known: dict[int, frozenset[str]] = {}
        self._others: dict[int, int] = {}
        sentence_of_word = prepared.sentence_of_word
        hits = prepared.hits.get("quantity_roles", ())
        hidden = {at for hit in hits if hit.term.id == MASK for at in range(hit.first, hit.last)}
        for hit in _outermost(hits):
            if hit.first in hidden or (hit.term.id == _EARLIER and focus.type in _LATER):
                continue
            sentence, meaning = sentence_of_word[hit.first], hit.term.id.partition(".")[0]
            self._hits.setdefault(sentence, []).append(hit)
            self._meanings.setdefault(sentence, set()).add(meaning)
            if meaning == "other":
                self._others.setdefault(sentence, hit.first)
        self._retold: dict[int, set[str]] = {}
        for hit in prepared.hits.get("background", ()):
            meaning, _, grade = hit.term.id.partition(".")
            if grade != "weak":
                self._retold.setdefault(sentence_of_word[hit.first], set()).add(meaning)
        self._old = OldTimes(times, now)
        self._first_words = _first_words(sentence_of_word)

    def cues(self, sentence: int) -> list[Hit]:
        """The words of a sentence that give roles, in order."""
        return self._hits.get(sentence, [])

    def of(self, sentence: int) -> frozenset[str]:
        """What a sentence says; one that only goes on with a list (“these are …”) says what the one before it said."""
        known = self._known.get(sentence)
        if known is None:
            first = sentence
            while self.is_item(first) and first - 1 not in self._known:
                first -= 1  # a line that names no amount is asked for by the next one
            for at in range(first, sentence + 1):
                known = self._known[at] = self._look_at(at)
        return known or _NOTHING

    def _look_at(self, sentence: int) -> frozenset[str]:
        said = self._meanings.get(sentence, set())
        if "subject" not in said and ("listed" in said or self.is_item(sentence)):
            before = self._known.get(sentence - 1, self._meanings.get(sentence - 1, _NOTHING))
            said = said | (before & {"subject", "carried"})
        return frozenset(said)

    def is_item(self, sentence: int) -> bool:
        """Whether a sentence is a line of a list: behind a colon, or with a dash or a dot in front."""
        starts, text = self._prepared.sentences.starts, self._prepared.text
        if not sentence or sentence >= len(starts):
            return False
        start = starts[sentence]
        return text[start : start + 2].lstrip()[:1] in _BULLETS or text[max(0, start - 4) : start].rstrip()[-1:] == ":"

    def is_background(self, first: int, last: int) -> bool:
        """Whether the words `first` up to `last` stand where a text tells of another event."""
        sentence = self._prepared.sentence_of_word[first]
        if self._is_of_other(sentence, first):
            return True
        if sentence == self._focus.sentence:
            return self._focus.type not in _LATER and self._old.beside(self._prepared, (first, last))
        if self._goes_on(sentence) and self._is_old(sentence - 1):
            return True
        return self._is_old(sentence)

    def _is_of_other(self, sentence: int, word: int) -> bool:
        """Whether a word stands behind one that leads to another case, or in a sentence about an old conviction."""
        other = self._others.get(sentence)
        if other is not None and other <= word:
            return True
        prior = "prior" in self._meanings.get(sentence, _NOTHING)
        return prior and sentence > self._focus.sentence and sentence in self._old.sentences

    def is_of_arrest(self, sentence: int) -> bool:
        """Whether a report of what came later tells what was found when somebody was arrested."""
        return self._focus.type in _LATER and "arrest" in self._meanings.get(sentence, _NOTHING)

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence begins with a “then” that carries on the one before it."""
        start = self._first_words.get(sentence)
        return any(hit.term.id == "then" and hit.first == start for hit in self.cues(sentence))

    def _is_old(self, sentence: int) -> bool:
        if sentence in self._old.periods or sentence < 0:
            return False
        retold = self._retold.get(sentence, _NOTHING)
        if self._focus.type in _LATER:
            return bool(retold - {"past"})
        if "charged" in self._meanings.get(sentence, _NOTHING):
            return bool(retold)
        return sentence in self._focus.background or sentence in self._old.sentences


def _outermost(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Without words that stand inside a longer phrase: a *bribe worth* 500 euros is no value of goods."""
    longest: dict[int, int] = {}
    for hit in hits:
        length = hit.last - hit.first
        for at in range(hit.first, hit.last):
            longest[at] = max(longest.get(at, 0), length)
    for hit in hits:
        if min(longest[hit.first], longest[hit.last - 1]) <= hit.last - hit.first:
            yield hit


def _first_words(sentence_of_word: list[int]) -> dict[int, int]:
    firsts: dict[int, int] = {}
    for word, sentence in enumerate(sentence_of_word):
        firsts.setdefault(sentence, word)
    return firsts
