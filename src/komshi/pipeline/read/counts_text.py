"""The text whose persons are counted: which of its sentences are news, what parts two words, who is let go."""

from __future__ import annotations

import re
from collections.abc import Callable

from komshi.pipeline.read.counts_names import NamedPersons
from komshi.pipeline.read.numerals import NumberGrammar
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when_old import OldTimes
from komshi.pipeline.text.lexicon import Hit

# A number in the news beats one in the lead.
_AGE = re.compile(r",\s\d{1,2}(?:[- ](?:years?(?: old)?|vjec|god\w*))?(?=,)")
_IN_FOCUS, _IN_LEAD, _PER_SENTENCE = 3.0, 2.0, 0.4
_LEAD = 3
# A participle is longer, and so many letters at its end are those of the others of its clause.
_PARTICIPLE, _ENDING = 5, 2
_BLOODY = frozenset({"killing", "attack"})
# Events in which somebody gets hurt on the way: a van with migrants that hits a fence, a policeman at an arrest.
_ROUGH = _BLOODY | {"interception", "arrest", "raid", "seizure", "escape"}
_HURT = {"killed": _BLOODY, "injured": _ROUGH}
_DECIDED = frozenset({"conviction", "acquittal"})


class CountedText:
    """What the words and the sentences of one text say about one another."""

    def __init__(self, prepared: Prepared, focus: Focus, grammar: NumberGrammar, *, old: OldTimes) -> None:
        self.prepared, self.focus, self.grammar, self.old = prepared, focus, grammar, old
        self.by_term: dict[str, list[Hit]] = {}
        for hit in prepared.hits.get("counts", ()):
            self.by_term.setdefault(hit.term.id, []).append(hit)
        self.single: list[Hit] = []
        self.recalls = False  # arrests of earlier days count as well
        self.freed: dict[int, list[int]] = {}
        self.elsewhere: dict[int, list[int]] = {}
        self.named: NamedPersons
        self.tells_news: Callable[[Hit, int], bool]
        self.is_since: Callable[[Hit, int], bool]
        self.is_dated: Callable[[Hit, int], bool]

    def words(self, term: str) -> dict[int, list[int]]:
        """Where the words of a table stand, by sentence."""
        found: dict[int, list[int]] = {}
        for hit in self.by_term.get(term, ()):
            found.setdefault(self.prepared.sentence_of_word[hit.first], []).append(hit.first)
        return found

    def is_small(self, hit: Hit) -> bool:
        """Whether a word is no name: towns, once folded, may look like a negation."""
        sentence = self.prepared.sentence_of_word[hit.first]
        begins = self.prepared.sentence_of_word[hit.first - 1] != sentence if hit.first else True
        return begins or not self.prepared.is_capital(hit.first)

    def is_news(self, kind: str, sentence: int) -> bool:
        """Whether what a sentence counts belongs to the news: a seizure recalls the dead of other years, a verdict the
        charges.
        """
        if self.recalls or sentence == self.focus.sentence or (kind == "charged" and self.focus.type == "extradition"):
            return True
        if sentence in self.focus.background or sentence in self.old.sentences:
            return False
        if kind in _HURT:
            return self.focus.type in _HURT[kind] or sentence < _LEAD
        return kind != "charged" or self.focus.type not in _DECIDED

    def is_of_animals(self, verb: Hit) -> bool:
        """Whether a killed one is no person: “a *lynx* was found *killed*”."""
        return any(
            hit.term.meaning == "fauna_crimes" and hit.first < verb.last and verb.first < hit.last
            for hit in self.prepared.hits.get("markets", ())
        )

    def is_title(self, sentence: int) -> bool:
        """Whether a sentence belongs to the title, which the lead says again."""
        title = self.prepared.article.title
        ends = len(title) if title and self.prepared.text.startswith(title) else 0
        return sentence >= 0 and self.prepared.sentences.starts[sentence] < ends

    def standing_of(self, sentence: int) -> float:
        """How much a count is worth by where it stands."""
        score = _IN_FOCUS if sentence == self.focus.sentence else _IN_LEAD if sentence < _LEAD else 0.0
        return score - _PER_SENTENCE * min(sentence, 8)

    def is_freed(self, verb: Hit, sentence: int) -> bool:
        """Whether those who were caught are let go in the same sentence: “… was arrested *but later released*”."""
        other = min((at for at in self.elsewhere.get(sentence, ()) if at > verb.first), default=None)
        return any(verb.first < at and (other is None or at < other) for at in self.freed.get(sentence, ()))

    def is_beside(self, negation: Hit, verb: Hit) -> bool:
        """Whether a negation belongs to a verb."""
        if verb.first <= negation.first and negation.last <= verb.last:
            # “*nine arrest warrants* were carried out”; “have *never* been caught”
            return bool(negation.term.attributes.get("inside")) and verb.first < negation.first
        same = self.prepared.sentence_of_word[negation.first] == self.prepared.sentence_of_word[verb.first]
        if not same or not -6 <= negation.first - verb.last <= 2 or self.parted(negation.first, verb.first):
            return False
        between = self.prepared.tokens.words[negation.last : verb.first]  # “looks for three *and* arrested one”
        return self.grammar.joining.isdisjoint(between) and self.grammar.listing.isdisjoint(between)

    def parted(self, a: int, b: int) -> bool:
        """Whether a comma stands between two words."""
        return self.commas(a, b) > 0

    def commas(self, a: int, b: int) -> int:
        """The commas between two words, without those around an age: “his co-driver, *39*, was …”."""
        left, right = min(a, b), max(a, b)
        gap = self.prepared.folded[self.prepared.tokens.ends[left] : self.prepared.tokens.starts[right]]
        return gap.count(",") + gap.count(";") - 2 * len(_AGE.findall(gap))

    def is_person(self, word: int) -> bool:
        """Whether a name or a noun for one person begins at a word."""
        return word < len(self.prepared.tokens) and (
            self.prepared.is_capital(word) or any(hit.first == word for hit in self.single)
        )

    def adds(self, verb: Hit) -> bool:
        """Whether “also” ends a verb or follows it: “besides Markov, charged is *also* the expert”."""
        joints, words = self.grammar.joining | self.grammar.listing, self.prepared.tokens.words
        of = self.prepared.sentence_of_word
        near = range(max(verb.first + 1, verb.last - 1), min(verb.last + 2, len(words)))
        beside = [at for at in near if of[at] == of[verb.first]]
        # The initial of “S. I.” is no “and”.
        at = next((at for at in beside if words[at] in joints and not self.prepared.is_capital(at)), None)
        return at is not None and not self._acts_on(verb, at + 1)

    def _acts_on(self, verb: Hit, word: int) -> bool:
        """Whether an “and” leads to what else was done: “was *caught* and *handed* over”, “and *the Court* …”."""
        words = self.prepared.tokens.words
        if word >= len(words) or any(hit.first == word for hit in self.single):
            return False
        if self.prepared.is_capital(word):
            return not self.named.begins(word)
        # Participles of one clause end alike.
        return len(words[word]) > _PARTICIPLE and words[word][-_ENDING:] == words[verb.last - 1][-_ENDING:]

    def is_with(self, hit: Hit) -> bool:
        """Whether words say that somebody comes on top of one who is spoken of: “besides him”, “besides Markov”."""
        if hit.term.id == "with.name":
            return hit.last < len(self.prepared.tokens) and self.prepared.is_capital(hit.last)
        return hit.term.id == "with"
