"""How many persons were arrested, charged, killed, injured, made victims: by the number beside the verb, by the persons
who are named with it, or by a verb that speaks of one. Silence is None, never zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from komshi.pipeline.read.counts_persons import PersonNumbers, Persons, summed
from komshi.pipeline.read.names import Mention, Names
from komshi.pipeline.read.numerals import NumberGrammar, grammars_of, numerals_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when import Times
from komshi.pipeline.read.when_old import OldTimes
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import COUNT_KINDS, Span

# Words between a verb and its number; a comma, or another verb in between, parts them more than words do.
_REACH, _ONE_REACH, _COMMA = 12, 5, 3
_NAMES_REACH = 90
# A number in the news beats one in the lead, a number beats names, names beat a bare verb.
_IN_FOCUS, _IN_LEAD, _PER_SENTENCE = 3.0, 2.0, 0.4
_TOTAL, _NUMBER, _NAMES, _ONE = 3.0, 3.0, 2.5, 1.0
_LEAD = 3
# As many words and no comma between two names, and the second one is not on the list of the first.
_MOST_IN_LIST = 4
# Words between one person without a name and those who come on top (“a former director and four others”).
_ALONE = 3
# A report has a dozen such verbs; a text with hundreds is a list, and its first ones are as good as all.
_MOST = 150
_BLOODY = frozenset({"killing", "attack"})
_ACCUSED = frozenset({"arrested", "charged"})
_DECIDED = frozenset({"conviction", "acquittal"})

Counted = tuple[dict[str, int | None], dict[str, tuple[Span, ...]]]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of persons that a verb gives, how well it fits the news, and the words that say so."""

    value: int
    score: float
    first: int
    last: int


class Counts:
    """Counts the persons of a text's main event."""

    def __init__(self, region: Region) -> None:
        self._times = Times(region)
        self._names = Names(region)
        self._grammars = grammars_of(region.languages.values())

    def __call__(self, prepared: Prepared, focus: Focus) -> Counted:
        """The counts of `COUNT_KINDS`, None where the text is silent, and the evidence of those that were read."""
        counts: dict[str, int | None] = dict.fromkeys(COUNT_KINDS)
        evidence: dict[str, tuple[Span, ...]] = {}
        verbs = [hit for hit in prepared.hits.get("counts", ()) if hit.term.id.partition(".")[0] in counts]
        if not verbs:
            return counts, evidence
        grammar = self._grammars[prepared.language.code]
        old = OldTimes(self._times(prepared), self._times.published(prepared))
        persons = PersonNumbers(prepared, numerals_of(prepared, self._grammars), grammar).by_sentence()
        text = _Text(prepared, focus, grammar, persons=persons, old=old, names=lambda: self._names(prepared))
        best: dict[str, _Count] = {}
        for verb in _longest(verbs)[:_MOST]:
            kind, _, form = verb.term.id.partition(".")
            count = text.count(verb, kind, form)
            if count is not None and (kind not in best or count.score > best[kind].score):
                best[kind] = count
        for kind, count in best.items():
            counts[kind] = count.value
            evidence[kind] = (prepared.span(count.first, count.last),)
        return counts, evidence


class _Text:
    """The persons of one text, ready to be counted."""

    def __init__(
        self, prepared: Prepared, focus: Focus, grammar: NumberGrammar, *, persons: dict[int, list[Persons]],
        old: OldTimes, names: Callable[[], list[Mention]],
    ) -> None:  # fmt: skip
        self.prepared, self.focus, self.grammar, self.old = prepared, focus, grammar, old
        self.persons = persons
        hits = prepared.hits.get("counts", ())
        self.verbs = [hit for hit in hits if hit.term.id.partition(".")[0] in COUNT_KINDS][:_MOST]
        self.single = [hit for hit in hits if hit.term.id == "people.one"][:_MOST]
        self.negated = [hit for hit in hits if hit.term.id == "negated" and self._is_small(hit)][:_MOST]
        self.with_him = {prepared.sentence_of_word[hit.first] for hit in hits if hit.term.id == "with"}
        self._ask_names = names
        self._names: list[Mention] | None = None

    def _is_small(self, hit: Hit) -> bool:
        """Whether a word is no name: towns, once folded, may look like a negation."""
        sentence = self.prepared.sentence_of_word[hit.first]
        begins = self.prepared.sentence_of_word[hit.first - 1] != sentence if hit.first else True
        return begins or not self.prepared.is_capital(hit.first)

    def count(self, verb: Hit, kind: str, form: str) -> _Count | None:
        """What one verb counts, or None."""
        sentence = self.prepared.sentence_of_word[verb.first]
        if not self._is_news(kind, sentence) or self.old.beside(self.prepared, (verb.first, verb.last)):
            return None
        if any(self._is_beside(hit, verb) for hit in self.negated):
            return None
        standing = self._standing(sentence)
        numbered = self._numbered(verb, sentence, kind, form)
        if numbered is not None:
            value, first, last, total = numbered
            return _Count(value, standing + _NUMBER + (_TOTAL if total else 0.0), first, last)
        names = self._named(verb, form) if form == "one" and self._is_named_next(verb) else 0
        if names > 1:  # one form may stand for one and for several (“accused A. B. and C. D.”)
            return _Count(names, standing + _NAMES, verb.first, verb.last)
        if form == "one" or (form == "noun" and kind == "killed"):
            return _Count(1, standing + _ONE, verb.first, verb.last)
        if kind == "victims":
            return None  # a noun, not an act: who is named beside it need not be one
        names = self._named(verb, form)
        if names:
            return _Count(names, standing + (_ONE if form == "noun" else _NAMES), verb.first, verb.last)
        one = self._one_person(verb) if form != "noun" else None
        if one is None:
            return None
        value = 1 + any(self._is_joined(one, other) for other in self.single)
        return _Count(value, standing + _ONE, min(one.first, verb.first), max(one.last, verb.last))

    def _one_person(self, verb: Hit) -> Hit | None:
        """A noun in the singular beside a verb: “police arrested *a man*”."""
        sentence = self.prepared.sentence_of_word[verb.first]
        near = [
            (max(hit.first - verb.last, verb.first - hit.last), hit)
            for hit in self.single
            if self.prepared.sentence_of_word[hit.first] == sentence and not self._parted(hit.first, verb.first)
        ]
        distance, hit = min(near, key=lambda one: one[0], default=(_REACH, None))
        return hit if distance <= _ONE_REACH else None

    def _is_joined(self, one: Hit, other: Hit) -> bool:
        """Whether an “and” joins two persons who are told by a noun: “*a director and a driver* were charged”."""
        left, right = sorted((one, other), key=lambda hit: hit.first)
        between = self.prepared.tokens.words[left.last : right.first]
        return 0 < len(between) <= 2 and between[-1] in self.grammar.joining

    def _is_news(self, kind: str, sentence: int) -> bool:
        """Whether what a sentence counts belongs to the news: a seizure recalls the dead of other years, a verdict the
        charges.
        """
        if sentence == self.focus.sentence:
            return True
        if sentence in self.focus.background or sentence in self.old.sentences:
            return False
        if kind in {"killed", "injured"}:
            return self.focus.type in _BLOODY or sentence <= 1
        return kind != "charged" or self.focus.type not in _DECIDED

    def _standing(self, sentence: int) -> float:
        score = _IN_FOCUS if sentence == self.focus.sentence else _IN_LEAD if sentence < _LEAD else 0.0
        return score - _PER_SENTENCE * min(sentence, 8)

    def _is_beside(self, negation: Hit, verb: Hit) -> bool:
        same = self.prepared.sentence_of_word[negation.first] == self.prepared.sentence_of_word[verb.first]
        return same and -6 <= negation.first - verb.last <= 2 and not self._parted(negation.first, verb.first)

    def _parted(self, a: int, b: int) -> bool:
        left, right = min(a, b), max(a, b)
        return "," in self.prepared.folded[self.prepared.tokens.ends[left] : self.prepared.tokens.starts[right]]

    def _numbered(self, verb: Hit, sentence: int, kind: str, form: str) -> tuple[int, int, int, bool] | None:
        """The number that belongs to a verb: value, first and last word, whether it is called a total."""
        row = self.persons.get(sentence, [])
        nearest: Persons | None = None
        least = float(_REACH)
        for persons in row:
            if persons.migrants and kind in _ACCUSED:
                continue  # migrants who are stopped are not arrested
            distance = self._distance(persons, verb, form) + (_COMMA if persons.whole else 0)
            if distance > _ONE_REACH // 2 and self._is_of_another(persons, verb, kind, distance):
                continue
            if distance < least:
                nearest, least = persons, distance
        if nearest is None:
            return None
        value, first, last = summed(row, row.index(nearest), prepared=self.prepared, grammar=self.grammar)
        if nearest.others:
            value += self._besides(first, sentence)
        else:
            value += self._joined_names(verb, first, sentence)
        return value, min(first, verb.first), max(last, verb.last), nearest.total

    def _is_of_another(self, persons: Persons, verb: Hit, kind: str, distance: float) -> bool:
        """Whether a number stands nearer to a verb of another kind: “one was shot dead and *two* were wounded”."""
        sentence = persons.sentence
        return any(
            other.term.id.partition(".")[0] != kind and self._distance(persons, other, "") < distance
            for other in self.verbs
            if other is not verb and self.prepared.sentence_of_word[other.first] == sentence
        )

    def _besides(self, first: int, sentence: int) -> int:
        """Whom “six others” come on top of: those named just before, or the one person spoken of."""
        named = self._names_between(self.prepared.sentences.starts[sentence], self._offset(first))
        if sentence in self.with_him:
            return 1
        one = any(self.prepared.sentence_of_word[hit.first] == sentence and 0 <= first - hit.last <= _ALONE
                  for hit in self.single)  # fmt: skip
        return named or int(one)

    def _joined_names(self, verb: Hit, first: int, sentence: int) -> int:
        """Persons named in one list with a number: “against the minister A. B. *and* two associates”."""
        words = self.prepared.tokens.words
        joint = words[first - 1] if first else ""
        if joint not in self.grammar.joining | self.grammar.listing and not self._follows_comma(first):
            return 0
        start = self.prepared.sentences.starts[sentence]
        if verb.last <= first:
            start = self._offset(verb.last - 1, end=True)
        end = self._offset(first)
        last = max((max(name.end, name.after) for name in self._people() if start <= name.start < end), default=0)
        return self._names_between(start, end) if last and end - last <= len(joint) + 3 else 0

    def _follows_comma(self, word: int) -> bool:
        ends, starts = self.prepared.tokens.ends, self.prepared.tokens.starts
        return bool(word) and self.prepared.folded[ends[word - 1] : starts[word]].strip() == ","

    def _distance(self, persons: Persons, verb: Hit, form: str) -> float:
        if persons.first < verb.last and persons.last > verb.first:
            return 0.0
        after = persons.first >= verb.last
        words = persons.first - verb.last if after else verb.first - persons.last
        if not after and self._ends_between(persons.last, verb.first):
            return float(_REACH)  # “… in block 45. One was shot”: the stop after a number looks like that of an ordinal
        if words > _REACH or (form == "noun" and words > (2 if after else 0)):
            return float(_REACH)
        if persons.bare and words > (1 if after else 0):
            return float(_REACH)
        left, right = (verb.last, persons.first) if after else (persons.last, verb.first)
        ends, starts = self.prepared.tokens.ends, self.prepared.tokens.starts
        commas = self.prepared.folded[ends[left - 1] : starts[right]].count(",") if right > left else 0
        return words + commas * _COMMA

    def _ends_between(self, last: int, first: int) -> bool:
        """Whether a full stop before a capital stands between two words."""
        prepared = self.prepared
        gap = prepared.folded[prepared.tokens.ends[last - 1] : prepared.tokens.starts[first]] if first else ""
        return "." in gap and first == last and prepared.is_capital(first)

    def _named(self, verb: Hit, form: str) -> int:
        """How many persons are named with a verb: after it, with the others added to them, or before it."""
        after = self._offset(verb.last - 1, end=True)
        count, end = self._names_run(after)
        sentence = self.prepared.sentence_of_word[verb.first]
        if count:
            added = [one for one in self.persons.get(sentence, ()) if one.others and self._offset(one.first) >= end]
            near = bool(added) and self._offset(added[0].first) - end <= _NAMES_REACH // 3
            return count + added[0].value if near else count
        if form == "noun":
            return 0
        before = self._offset(verb.first)
        start = max(self.prepared.sentences.starts[sentence], before - 2 * _NAMES_REACH)
        return self._names_between(start, before)

    def _is_named_next(self, verb: Hit) -> bool:
        """Whether a name follows a verb at once: “*accused* A. B. and C. D.”."""
        if verb.last >= len(self.prepared.tokens) or not self.prepared.is_capital(verb.last):
            return False
        end = self._offset(verb.last - 1, end=True)
        return any(0 <= name.start - end <= 1 for name in self._people())

    def _names_run(self, start: int) -> tuple[int, int]:
        """Persons in the list that begins soon after an offset (“M. K. (27) and B. K. (66)”), and where it ends."""
        count, reach = 0, start + _NAMES_REACH
        for name in self._people():
            if name.start < start:
                continue
            if name.start > reach or "." in self.prepared.text[start : name.start]:
                break
            gap = self.prepared.text[start : name.start] if count else ""
            if count and (len(gap) > _NAMES_REACH // 2 or self._goes_elsewhere(gap)):
                break
            count += 1
            start = max(name.after, name.end)
            reach = start + _NAMES_REACH // 2
        return count, start

    def _goes_elsewhere(self, gap: str) -> bool:
        """Whether words that do not go on with a list stand between two names: “… *because he threatened* the …”."""
        words = fold(gap).split()
        joined = "," in gap or not self.grammar.joining.isdisjoint(words)
        return len(words) >= _MOST_IN_LIST and not joined

    def _names_between(self, start: int, end: int) -> int:
        return sum(1 for name in self._people() if start <= name.start < end and name.sure)

    def _people(self) -> list[Mention]:
        """Persons whom the text names in full or by initials; asked for only where a verb needs them."""
        if self._names is None:
            self._names = [name for name in self._ask_names() if name.kind != "single"]
        return self._names

    def _offset(self, word: int, *, end: bool = False) -> int:
        start, last = self.prepared.span(word, word + 1)
        return last if end else start


def _longest(verbs: list[Hit]) -> list[Hit]:
    """The verbs that no longer verb covers; of two readings of the same words the one that speaks of one person."""
    kept: list[Hit] = []
    for verb in sorted(verbs, key=lambda hit: (hit.first, -hit.last, not hit.term.id.endswith(".one"))):
        kind = verb.term.id.partition(".")[0]
        covered = [hit for hit in kept[-3:] if hit.last >= verb.last and hit.term.id.partition(".")[0] == kind]
        if not covered:
            kept.append(verb)
    return kept
