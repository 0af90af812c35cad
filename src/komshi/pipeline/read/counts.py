"""How many persons were arrested, charged, killed, injured, made victims: by the number beside the verb, by the persons
who are named with it, or by a verb that speaks of one. Silence is None, never zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from komshi.pipeline.read.counts_found import OTHERS, ROLE, TOTAL, Count, Together, longest, on_top
from komshi.pipeline.read.counts_names import NamedPersons
from komshi.pipeline.read.counts_near import COMMA, HELPER, REACH, distance_of
from komshi.pipeline.read.counts_persons import PersonNumbers, Persons, summed
from komshi.pipeline.read.names import Mention, names_of
from komshi.pipeline.read.numerals import NumberGrammar, grammars_of, numerals_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when import Times
from komshi.pipeline.read.when_old import OldTimes
from komshi.pipeline.region import Region
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import COUNT_KINDS, Actor, Span

_ONE_REACH = 5
_NAMES_REACH = 90
# A number in the news beats one in the lead, a number beats names, names beat a bare verb.
_IN_FOCUS, _IN_LEAD, _PER_SENTENCE = 3.0, 2.0, 0.4
_NUMBER, _NAMES, _ONE = 5.0, 3.5, 1.0
_LEAD = 3
# A word that says less than an arrest (“brought in”) counts only where no arrest does.
_WEAK = ".weak"
_LESS = 4.0
# A title that joins a number to somebody whom it tells by a word unknown (“*Professor and* two brothers arrested”).
_HEADLINE = 2.5
# Words from “with him” to those who came with him, letters to their names.
_BESIDES, _WITH = 4, 45
# Words that begin with somebody else: “arrested A. B., *while* C. D. is wanted”.
_ELSEWHERE = "elsewhere"
# Where a noun that says itself what befell those whom it counts is read.
_IN_COURT = frozenset({"conviction", "acquittal", "trial", "indictment", "other"})
# The commas around what is said of one person: “the driver, *a man of 38*, was arrested”.
_APPOSITION = 2
_MOST = 150  # a report has a dozen such verbs; a text with hundreds is a list
_BLOODY = frozenset({"killing", "attack"})
# Events in which somebody gets hurt on the way: a van with migrants that hits a fence, a policeman at an arrest.
_ROUGH = _BLOODY | {"interception", "arrest", "raid", "seizure", "escape"}
_HURT = {"killed": _BLOODY, "injured": _ROUGH}
# Nouns for one person, relatives among them; and a form that only looks like the verb (“kept in hospital”).
_ALONE = frozenset({"people.one", "people.one.kin"})
_LOOK_ALIKE = "not"
_SEVERAL = "many"  # forms in the plural, which speak of two at least
# Forms that say of persons named beside them that they are caught, no less.
_CAUGHT = frozenset({"", "one", "many"})
_ACCUSED = frozenset({"arrested", "charged"})
_DECIDED = frozenset({"conviction", "acquittal"})

Counted = tuple[dict[str, int | None], dict[str, tuple[Span, ...]]]


class Counts:
    """Counts the persons of a text's main event."""

    def __init__(self, region: Region) -> None:
        self._times = Times(region)
        self._names = names_of(region)
        self._grammars = grammars_of(region.languages.values())

    def __call__(self, prepared: Prepared, focus: Focus, actors: tuple[Actor, ...] = ()) -> Counted:
        """The counts of `COUNT_KINDS`, None where the text is silent, and the evidence of those that were read."""
        counts: dict[str, int | None] = dict.fromkeys(COUNT_KINDS)
        evidence: dict[str, tuple[Span, ...]] = {}
        verbs = [hit for hit in prepared.hits.get("counts", ()) if hit.term.id.partition(".")[0] in counts]
        if not verbs:
            return counts, evidence
        grammar = self._grammars[prepared.language.code]
        old = OldTimes(self._times(prepared), self._times.published(prepared))
        numbers = PersonNumbers(prepared, numerals_of(prepared, self._grammars), grammar)
        text = _Text(prepared, focus, grammar, numbers=numbers, old=old, names=lambda: self._names(prepared))
        text.named.roles = {start: actor.role for actor in actors for start, _ in actor.evidence}
        best: dict[str, Count] = {}
        before: dict[str, tuple[int, Count]] = {}
        hurt: dict[str, set[str]] = {"killed": set(), "injured": set(), "arrested": set()}
        together = Together()
        for verb in longest(verbs)[:_MOST]:
            kind, _, form = verb.term.id.partition(".")
            count = text.count(verb, kind, form.removesuffix(_WEAK).removeprefix(_WEAK[1:]))
            if count is None:
                continue
            if form == _SEVERAL and count.value == 1 and not count.numbered:
                count = replace(count, value=2)  # a verb in the plural: somebody's name is not known for one
            if form.endswith(_WEAK[1:]):
                count = replace(count, score=count.score - _LESS)
            sentence = prepared.sentence_of_word[verb.first]
            freed = kind == "arrested" and text.is_freed(verb, sentence)
            told = None if freed or text.is_title(sentence - 1) else before.get(kind)
            count = on_top(count, sentence=sentence, before=told)
            if kind not in before or before[kind][0] != sentence or count.score > before[kind][1].score:
                before[kind] = sentence, count
            if kind not in best or count.score > best[kind].score:
                best[kind] = count
            if count.who and kind in hurt:
                hurt[kind].add(count.who)
            if kind == "arrested" and not count.numbered and form in _CAUGHT and not freed:
                names = text.named.told_by(verb, sentence, value=count.value)
                together.add(names, sentence=sentence, value=count.value if form == _SEVERAL else 0)
        for kind, count in best.items():
            # Two who are hurt may be told one by one, each with a verb in the singular.
            counts[kind] = max(count.value, len(hurt[kind])) if kind in hurt and count.value == 1 else count.value
            if kind == "arrested":
                counts[kind] = max(counts[kind] or 0, together.at_least(count))
            evidence[kind] = (prepared.span(count.first, count.last),)
        return counts, evidence


class _Text:
    """The persons of one text, ready to be counted."""

    def __init__(
        self, prepared: Prepared, focus: Focus, grammar: NumberGrammar, *, numbers: PersonNumbers,
        old: OldTimes, names: Callable[[], list[Mention]],
    ) -> None:  # fmt: skip
        self.prepared, self.focus, self.grammar, self.old = prepared, focus, grammar, old
        self.persons = numbers.by_sentence()
        self.wholes, self.parts = numbers.wholes, numbers.parts
        hits = prepared.hits.get("counts", ())
        self.verbs = [hit for hit in hits if hit.term.id.partition(".")[0] in COUNT_KINDS][:_MOST]
        self.single = [hit for hit in hits if hit.term.id in _ALONE][:_MOST]
        self.negated = [hit for hit in hits if hit.term.id == "negated" and self._is_small(hit)][:_MOST]
        self.with_him = {prepared.sentence_of_word[hit.first]: hit.first for hit in hits if self._is_with(hit)}
        self.everybody, self.freed = self._words("everybody"), self._words("freed")
        elsewhere = [hit for hit in hits if hit.term.id == _ELSEWHERE]
        self.named = NamedPersons(
            prepared, grammar, names=names, nouns=self.single,
            kin=[hit for hit in self.single if hit.term.id == "people.one.kin"], verbs=[*self.verbs, *elsewhere],
        )  # fmt: skip

    def _words(self, term: str) -> dict[int, list[int]]:
        """Where the words of a table stand, by sentence."""
        found: dict[int, list[int]] = {}
        for hit in self.prepared.hits.get("counts", ()):
            if hit.term.id == term:
                found.setdefault(self.prepared.sentence_of_word[hit.first], []).append(hit.first)
        return found

    def _is_small(self, hit: Hit) -> bool:
        """Whether a word is no name: towns, once folded, may look like a negation."""
        sentence = self.prepared.sentence_of_word[hit.first]
        begins = self.prepared.sentence_of_word[hit.first - 1] != sentence if hit.first else True
        return begins or not self.prepared.is_capital(hit.first)

    def count(self, verb: Hit, kind: str, form: str) -> Count | None:
        """What one verb counts, or None."""
        sentence = self.prepared.sentence_of_word[verb.first]
        if form == ROLE:
            return self._of_role(verb, sentence, kind)
        if (
            form == _LOOK_ALIKE
            or not self._is_news(kind, sentence)
            or self.old.beside(self.prepared, (verb.first, verb.last))
        ):
            return None
        if any(self._is_beside(hit, verb) for hit in self.negated):
            return None
        standing = self._standing(sentence)
        besides = self._besides_him(verb, sentence) if form == "one" else 0
        if besides:
            return Count(1 + besides, standing + _NUMBER, verb.first, verb.last, numbered=True)
        numbered = self._numbered(verb, sentence, kind, form)
        if numbered is not None:
            return numbered
        if form == "one" or (form == "noun" and kind == "killed"):
            return self._of_one(verb, sentence, kind, form)
        if kind == "victims":
            return None  # a noun, not an act: who is named beside it need not be one
        names = self._named(verb, form)
        if names:
            names += form != "noun" and self._comes_on_top(verb, sentence)
            return Count(names, standing + (_ONE if form == "noun" else _NAMES), verb.first, verb.last)
        everybody = self._everybody(verb, sentence) if form != "noun" else 0
        if everybody:
            return Count(everybody, standing + _NUMBER, verb.first, verb.last)
        they = len(self.named.spoken_of(sentence)) if form == _SEVERAL else 0
        if they > 1:
            return Count(they, standing + _NAMES, verb.first, verb.last)
        one = self._one_person(verb) if form != "noun" else None
        if one is None:
            return None
        value = 1 + any(self._is_joined(one, other) for other in self.single)
        return Count(value, standing + _ONE, min(one.first, verb.first), max(one.last, verb.last))

    def _of_one(self, verb: Hit, sentence: int, kind: str, form: str) -> Count:
        """What a form counts that speaks of one person, unless names tell more (“accused A. B. and C. D.”)."""
        standing = self._standing(sentence)
        names = self._named(verb, form) if form == "one" and self.named.is_named_next(verb) else 0
        if form == "one" and sentence in self.with_him and (self._adds(verb) or names > 1):
            names = max(names, 1) + 1
        if names > 1:
            return Count(names, standing + _NAMES, verb.first, verb.last)
        also = form == "one" and self._adds(verb)  # “injured is *also* the neighbour”: there are more
        return Count(
            1, standing + (0.0 if also else _ONE), verb.first, verb.last, self.named.whose(verb, sentence),
            added=also and kind in _ACCUSED, beside=also and self._is_person(verb.last + 1),
        )  # fmt: skip

    def _of_role(self, verb: Hit, sentence: int, kind: str) -> Count | None:
        """Those whom a noun counts that says what befell them, the whole before its part: “two of three *accused*”."""
        if sentence in self.focus.background or (kind == "charged" and self.focus.type not in _IN_COURT):
            return None
        beside = [one for one in self.wholes.get(sentence, ()) if one.first < verb.last and one.last >= verb.first]
        if not beside or beside[-1].others:
            return None
        found = beside[-1]
        return Count(found.value, self._standing(sentence) + _NUMBER + OTHERS, found.first, verb.last)

    def _besides_him(self, verb: Hit, sentence: int) -> int:
        """How many come on top of one who is arrested: “he was arrested, and *with him two brothers*”."""
        at = self.with_him.get(sentence, -1)
        if at < verb.last:
            return 0
        many = (one.value for one in self.persons.get(sentence, ()) if at < one.first <= at + _BESIDES)
        alone = any(at < hit.first <= at + _BESIDES for hit in self.single) and at <= verb.last + 1
        named = len(self.named.row(self.named.offset(at), sentence, reach=_WITH)) if at <= verb.last + 2 else 0
        return next(many, max(named, int(alone)))

    def _everybody(self, verb: Hit, sentence: int) -> int:
        """Those told before “all” and a verb: “three women and a man are suspected; *all were arrested*”."""
        if not any(verb.first - HELPER <= at < verb.first for at in self.everybody.get(sentence, ())):
            return 0
        row = [one for one in self.wholes.get(sentence, ()) if one.first < verb.first]
        row = row or self.persons.get(sentence - 1, [])
        if not row or row[0].migrants:
            return 0
        value, _, last = summed(row, 0, prepared=self.prepared, grammar=self.grammar)
        return value + self.named.one_after(last, self.prepared.sentence_of_word[last - 1])

    def _comes_on_top(self, verb: Hit, sentence: int) -> bool:
        """Whether those who are named with a verb come on top of somebody: “*besides him*, A. B. is tried”."""
        return sentence in self.with_him and (self._adds(verb) or self.with_him[sentence] < verb.first)

    def _one_person(self, verb: Hit, *, reach: int = _ONE_REACH) -> Hit | None:
        """A noun in the singular beside a verb: “police arrested *a man*”."""
        sentence = self.prepared.sentence_of_word[verb.first]
        near = [
            (max(hit.first - verb.last, verb.first - hit.last), hit)
            for hit in self.single
            if self.prepared.sentence_of_word[hit.first] == sentence
            and self._commas(hit.first, verb.first) in (0, _APPOSITION)
        ]
        distance, hit = min(near, key=lambda one: one[0], default=(REACH, None))
        if hit is not None and self._commas(hit.first, verb.first):
            reach = min(2 * reach, REACH) if reach > 1 else 0
        return hit if distance <= reach else None

    def _is_joined(self, one: Hit, other: Hit) -> bool:
        """Whether an “and” joins two persons who are told by a noun: “*a director and a driver* were charged”."""
        left, right = sorted((one, other), key=lambda hit: hit.first)
        between = self.prepared.tokens.words[left.last : right.first]
        return 0 < len(between) <= 2 and between[-1] in self.grammar.joining

    def _is_news(self, kind: str, sentence: int) -> bool:
        """Whether what a sentence counts belongs to the news: a seizure recalls the dead of other years, a verdict the
        charges.
        """
        if sentence == self.focus.sentence or (kind == "charged" and self.focus.type == "extradition"):
            return True
        if sentence in self.focus.background or sentence in self.old.sentences:
            return False
        if kind in _HURT:
            return self.focus.type in _HURT[kind] or sentence < _LEAD
        return kind != "charged" or self.focus.type not in _DECIDED

    def is_title(self, sentence: int) -> bool:
        """Whether a sentence belongs to the title, which the lead says again."""
        title = self.prepared.article.title
        ends = len(title) if title and self.prepared.text.startswith(title) else 0
        return sentence >= 0 and self.prepared.sentences.starts[sentence] < ends

    def _standing(self, sentence: int) -> float:
        score = _IN_FOCUS if sentence == self.focus.sentence else _IN_LEAD if sentence < _LEAD else 0.0
        return score - _PER_SENTENCE * min(sentence, 8)

    def is_freed(self, verb: Hit, sentence: int) -> bool:
        """Whether those who were caught are let go in the same sentence: “… was arrested *but later released*”."""
        return any(verb.first < at for at in self.freed.get(sentence, ()))

    def _is_beside(self, negation: Hit, verb: Hit) -> bool:
        same = self.prepared.sentence_of_word[negation.first] == self.prepared.sentence_of_word[verb.first]
        if not same or not -6 <= negation.first - verb.last <= 2 or self._parted(negation.first, verb.first):
            return False
        between = self.prepared.tokens.words[negation.last : verb.first]  # “looks for three *and* arrested one”
        return self.grammar.joining.isdisjoint(between) and self.grammar.listing.isdisjoint(between)

    def _parted(self, a: int, b: int) -> bool:
        return self._commas(a, b) > 0

    def _commas(self, a: int, b: int) -> int:
        """The commas between two words."""
        left, right = min(a, b), max(a, b)
        gap = self.prepared.folded[self.prepared.tokens.ends[left] : self.prepared.tokens.starts[right]]
        return gap.count(",") + gap.count(";")

    def _numbered(self, verb: Hit, sentence: int, kind: str, form: str) -> Count | None:
        """The number that belongs to a verb."""
        for value, first, last in self.parts.get(sentence, ()):
            if 0 <= verb.first - last <= _ONE_REACH and not self._parted(last - 1, verb.first):
                return Count(value, self._standing(sentence) + _NUMBER, first, verb.last, numbered=True)
        row = self.persons.get(sentence, [])
        nearest: Persons | None = None
        least = float(REACH)
        for persons in row:
            if persons.migrants and kind in _ACCUSED:
                continue  # migrants who are stopped are not arrested
            distance = distance_of(persons, verb, form=form, prepared=self.prepared) + (COMMA if persons.whole else 0)
            if distance > 0 and self._is_of_another(persons, verb, kind, distance):
                continue
            if form == "one" and persons.value > 1 and self._is_of_no_one(persons, verb):
                continue
            if distance < least:
                nearest, least = persons, distance
        if nearest is None or self._has_its_own(verb, nearest):
            return None
        value, first, last = summed(row, row.index(nearest), prepared=self.prepared, grammar=self.grammar)
        added = False
        if nearest.others:
            besides = 1 if sentence in self.with_him else self.named.besides(first, sentence)
            value, added = value + besides, not besides
        else:
            joined = self.named.joined(verb, first)
            if form == "one" and not joined and first > verb.last and self.named.is_joined(first):
                joined = 1  # “arrested *is* the director of the hospital and three clerks”
            value += joined + self.named.one_after(last, sentence)
            value = max(value, self.named.listed(last, sentence))
        bonus = TOTAL if nearest.total else OTHERS if nearest.others else 0.0
        score = self._standing(sentence) + _NUMBER + bonus
        if self.is_title(sentence) and value == nearest.value and self.named.is_joined(first):
            score -= _HEADLINE
        return Count(value, score, min(first, verb.first), max(last, verb.last), numbered=True, added=added)

    def _is_nearer(self, persons: Persons, verb: Hit, distance: float) -> bool:
        return distance_of(persons, verb, form="", prepared=self.prepared) < distance

    def _is_of_no_one(self, persons: Persons, verb: Hit) -> bool:
        """Whether a number above one is not that of a verb that speaks of one person: “two brothers were shot at, one
        *died*”, “was caught *200 metres* further on”.
        """
        return self._parted(persons.first, verb.first) or (persons.bare and persons.first >= verb.last)

    def _has_its_own(self, verb: Hit, persons: Persons) -> bool:
        """Whether one person stands right after a verb, the number before an “and”: “… three and arrested *a man*”."""
        between = self.prepared.tokens.words[persons.last : verb.first]
        if self.grammar.joining.isdisjoint(between) and self.grammar.listing.isdisjoint(between):
            return False
        one = self._one_person(verb, reach=1)
        return one is not None and one.first >= verb.last

    def _is_of_another(self, persons: Persons, verb: Hit, kind: str, distance: float) -> bool:
        """Whether a number stands nearer to a verb of another kind: “one was shot dead and *two* were wounded”."""
        sentence = persons.sentence
        return any(
            self._is_nearer(persons, other, distance) and other.term.id.partition(".")[0] != kind
            for other in self.verbs
            if other is not verb
            and abs(other.first - persons.first) <= 2 * REACH
            and self.prepared.sentence_of_word[other.first] == sentence
            and not (other.first < persons.last and other.last > persons.first)
        )

    def _named(self, verb: Hit, form: str) -> int:
        """How many persons are named with a verb: after it, with the others added to them, or before it."""
        after = self.named.offset(verb.last - 1, end=True)
        sentence = self.prepared.sentence_of_word[verb.first]
        count, end = self.named.run(after, sentence)
        if count:
            added = [
                one for one in self.persons.get(sentence, ()) if one.others and self.named.offset(one.first) >= end
            ]
            near = bool(added) and self.named.offset(added[0].first) - end <= _NAMES_REACH // 3
            return count + added[0].value if near else count
        if form == "noun":
            return 0
        before = self.named.offset(verb.first)
        start = max(self.prepared.sentences.starts[sentence], before - 2 * _NAMES_REACH)
        names = self.named.between(start, before)
        return names + self.named.joined_noun(verb.first, sentence) if names else 0

    def _is_person(self, word: int) -> bool:
        """Whether a name or a noun for one person begins at a word."""
        return word < len(self.prepared.tokens) and (
            self.prepared.is_capital(word) or any(hit.first == word for hit in self.single)
        )

    def _adds(self, verb: Hit) -> bool:
        """Whether “also” follows a verb: “besides Markov, charged is *also* the expert”."""
        joints = self.grammar.joining | self.grammar.listing
        return not joints.isdisjoint(self.prepared.tokens.words[verb.last : verb.last + 2])

    def _is_with(self, hit: Hit) -> bool:
        """Whether words say that somebody comes on top of one who is spoken of: “besides him”, “besides Markov”."""
        if hit.term.id == "with.name":
            return hit.last < len(self.prepared.tokens) and self.prepared.is_capital(hit.last)
        return hit.term.id == "with"
