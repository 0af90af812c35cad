"""Those who are caught with somebody: together with him, or told where the sentence begins or in the one before."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from komshi.pipeline.read.counts_near import HELPER, HELPERS
from komshi.pipeline.read.counts_parties import Parties
from komshi.pipeline.read.counts_persons import Persons
from komshi.pipeline.read.counts_sums import begins_place, summed
from komshi.pipeline.read.counts_text import CountedText
from komshi.pipeline.text.lexicon import Hit

# Words from “together with” to a noun or a number, letters to a name.
_NEAR, _WITH = 3, 60
# Words behind a noun in which an “and” may join another person to it.
_BEHIND = 5
# Words between two of a list who are told by nouns, and of an “and his”.
_LISTED, _ARTICLE = 5, 2
# Letters from a list of names to the number that ends it.
_LIST = 60
# Words from a verb to “with his son”, before it; behind it twice as many.
_KIN = 5
# Words from the beginning of a sentence to its verb, those of “A and B”, and the commas around what is said of them.
_PAIR, _TWO, _ASIDE = 14, 3, 2
# Words before the number that a sentence begins with: a place, a date, an agency.
_OPENING = 10
# “*An hour* later” begins a sentence with so many words, and one more.
_LED = 2
# So many of whom a sentence tells may all have been arrested, as the next says without a number.
_MOST_CARRIED = 60


class Company(CountedText):
    """Counts those who stand beside somebody who is caught."""

    persons: dict[int, list[Persons]]
    company: dict[int, list[int]]
    with_kin: dict[int, list[int]]
    everybody: dict[int, list[int]]
    wholes: dict[int, list[Persons]]
    parts: dict[int, list[tuple[int, int, int]]]
    only: dict[int, list[int]]
    verbs: list[Hit]
    parties: Parties

    def company_of(self, verb: Hit, sentence: int) -> int:
        """How many are caught with one who is told: “A. B. was arrested *together with C. D.*”."""
        for at in self.company.get(sentence, ()):
            if at < verb.last or self._acts(verb, at):
                continue
            names = self.named.in_list(self.named.row(self.named.offset(at), sentence, reach=_WITH))
            many = (one.value for one in self.persons.get(sentence, ()) if at < one.first <= at + _NEAR)
            alone = any(at < hit.first <= at + _NEAR for hit in self.single)
            return max(next(many, max(len(names), int(alone))), self.parties.from_word(at, sentence))
        later = self._later(verb, sentence)
        if later:
            return later
        return int(any(-_KIN <= at - verb.last <= 2 * _KIN for at in self.with_kin.get(sentence, ())))

    def echoed(self, verb: Hit, sentence: int) -> int:
        """Those of whom a verb is only echoed: “is in custody, *and so are* a waitress and the guard A. B.”."""
        of, words = self.prepared.sentence_of_word, self.prepared.tokens.words
        for hit in self.by_term.get("with.echo", ()):
            here = of[hit.first]
            begins = hit.first and of[hit.first - 1] == sentence == here - 1
            if hit.first < verb.last or not (here == sentence or begins) or self._acts(verb, hit.first):
                continue
            if hit.last >= len(words) or of[hit.last] != here:
                continue
            names = self.named.in_list(self.named.row(self.named.offset(hit.last), here, reach=_WITH))
            alone = any(0 <= one.first - hit.last <= _NEAR for one in self.single)
            return max(len(names), int(alone), self.parties.from_word(hit.last - 1, here))
        return 0

    def _later(self, verb: Hit, sentence: int) -> int:
        """Those of whom a verb is not said again: “A. B. was arrested here, *an hour later also his wife*”."""
        words, of = self.prepared.tokens.words, self.prepared.sentence_of_word
        joints = self.grammar.joining | self.grammar.listing
        for hit in [*self.by_term.get("apart", ()), *self.by_term.get("with", ())]:
            at = hit.last
            if hit.first < verb.last or of[hit.first] != sentence or self._acts(verb, hit.first):
                continue
            if at >= len(words) or of[at] != sentence or words[at] not in joints:
                continue
            names = self.named.row(self.named.offset(at), sentence, reach=_WITH)
            alone = any(at < one.first <= at + _NEAR for one in self.single)
            if names or alone:
                return max(len(names), 1)
        return 0

    def _goes_on(self, end: int, sentence: int) -> int:
        """The number that ends a list of names: “arrested A. B., director of the mine, *and four* of his clerks”."""
        for one in self.persons.get(sentence, ()):
            if self.named.offset(one.first) < end or one.bare or one.migrants or one.away:
                continue
            return one.value if self.named.is_joined(one.first) and self.comes_after(end, one) else 0
        return 0

    def comes_after(self, end: int, persons: Persons) -> bool:
        """Whether a number stands in the list of names that ends at a letter, behind what is said of the last of them:
        “arrested A. B., *owner of an undertaker's,* and two others”.
        """
        gap = self.prepared.text[end : self.named.offset(persons.first)]
        verb = any(end <= self.named.offset(hit.first) for hit in self.verbs if hit.first < persons.first)
        return len(gap) <= _LIST and not verb and {".", ";"}.isdisjoint(gap)

    def is_apart(self, verb: Hit) -> bool:
        """Whether a verb tells of somebody caught elsewhere, or at another time: “*the same night*, in Old Town …”."""
        return any(self._is_beside_verb(hit, verb) for hit in self.by_term.get("apart", ()))

    def opens_apart(self, verb: Hit) -> bool:
        """Whether the sentence of a verb begins with such words, or with another place and has them as well."""
        sentence, of = self.prepared.sentence_of_word[verb.first], self.prepared.sentence_of_word
        hits = (hit for hit in self.by_term.get("apart", ()) if hit.last <= verb.first and of[hit.first] == sentence)
        return self.is_apart(verb) and (self.opens_with_place(sentence) or any(map(self._begins, hits)))

    def _begins(self, hit: Hit) -> bool:
        """Whether words begin their sentence, or follow its first one: “*An hour* later”."""
        of = self.prepared.sentence_of_word
        return hit.first < _LED or of[hit.first - _LED] != of[hit.first]

    def is_later(self, verb: Hit) -> bool:
        """Whether words in a verb or right behind it say that somebody else was caught, elsewhere or later."""
        return any(verb.first < hit.first <= verb.last + 1 for hit in self.by_term.get("apart", ()))

    def is_placed(self, verb: Hit) -> bool:
        """Whether a place follows a verb at once: “arrested *in Old Town*”."""
        words = self.prepared.tokens.words
        at = verb.last
        return at + 1 < len(words) and words[at] in self.grammar.scenes and begins_place(self.prepared, at + 1)

    def is_another(self, verb: Hit) -> bool:
        """Whether the clause of a verb begins with somebody not told before: “*A veterinarian* … was arrested”."""
        of, words = self.prepared.sentence_of_word, self.prepared.tokens.words
        if any(one.total for one in self.persons.get(of[verb.first], ())):
            return False  # “*A third* man was arrested”: so many in all
        first = bisect_left(of, of[verb.first])
        start = max(
            [first, *(one.last for one in self.verbs if of[one.first] == of[verb.first] and one.last <= verb.first)]
        )
        clauses = self.grammar.joining | {words[at] for at in self.elsewhere.get(of[verb.first], ())}
        begins = (at for at in range(start, verb.first) if at == first or words[at - 1] in clauses)
        told = {at for hit in self.single for at in (hit.first, hit.last - 1, hit.first - 1, hit.first - 2)}
        return any(words[at] in self.grammar.articles and at in told for at in begins)

    def opens_with_place(self, sentence: int) -> bool:
        """Whether a sentence begins with where something was: “*In Old Town* two were arrested”."""
        at = bisect_left(self.prepared.sentence_of_word, sentence)
        words = self.prepared.tokens.words
        return at + 1 < len(words) and words[at] in self.grammar.scenes and begins_place(self.prepared, at + 1)

    def _is_beside_verb(self, hit: Hit, verb: Hit) -> bool:
        """Whether words stand in one clause with a verb, or right before it."""
        if self.prepared.sentence_of_word[hit.first] != self.prepared.sentence_of_word[verb.first]:
            return False
        after = hit.first >= verb.last
        left, right = (verb.last, hit.first) if after else (hit.last, verb.first)
        if any(left <= other.first < right for other in self.verbs):
            return False
        if not after and self._begins(hit):
            return right - left <= _PAIR  # “*At the same time,* the police of Old Town took three into custody”
        return right - left <= 1 or not self.parted(left - 1, right)

    def tells_one_more(self, verb: Hit, sentence: int) -> bool:
        """Whether a verb tells one more without a name: “arrested is *also a mediator*”."""
        if not self.adds(verb) or self.named.is_named_next(verb) or self.prepared.is_capital(verb.last):
            return False
        ends = range(verb.last + 1, verb.last + _NEAR)
        one = any(persons.first in ends and persons.value == 1 for persons in self.persons.get(sentence, ()))
        return one or any(hit.first in ends for hit in self.single)

    def told_together(self, verb: Hit, sentence: int) -> int:
        """How many a verb counts whom several words tell: “A. B. and C. D. were arrested *with six others*”, “of three
        *only A. B.* is in custody”.
        """
        if self._is_only_one(verb, sentence):
            return 1
        return self._with_many(verb, sentence)

    def _is_only_one(self, verb: Hit, sentence: int) -> bool:
        """Whether a verb speaks of one out of a number; “of twelve *only three*” says how many."""
        row = self.wholes.get(sentence, ())
        return (
            bool(row)
            and all(one.whole for one in row)
            and sentence not in self.parts
            and any(abs(at - verb.first) <= _OPENING for at in self.only.get(sentence, ()))
        )

    def is_arrest_of(self, persons: Persons, verb: Hit) -> bool:
        """Whether the news is that foreigners were arrested: “police *arrested 11 foreign nationals*”."""
        if self.focus.type != "arrest" or not 0 <= persons.first - verb.last <= 1:
            return False
        of = self.prepared.sentence_of_word
        # “*17 migrants stopped* in a van, the driver arrested”
        caught = (one for one in self.verbs if one.term.id.startswith("arrested") and one.first > persons.last)
        return not any(of[one.first] == persons.sentence for one in caught)

    def _with_many(self, verb: Hit, sentence: int) -> int:
        """Those named or told by a noun before a verb, with the number whom they were caught together with."""
        for at in self.company.get(sentence, ()):
            if not verb.last <= at <= verb.last + _NEAR or self._acts(verb, at):
                continue
            row = [one for one in self.persons.get(sentence, ()) if at < one.first <= at + _NEAR and not one.migrants]
            start, end = self.prepared.sentences.starts[sentence], self.named.offset(verb.first)
            named = self.named.between(start, end)
            if row:
                return row[0].value + (named or 1) if named or verb.term.id.endswith(".one") else 0
            more = self.company_of(verb, sentence) if named > 1 else 0
            if more:
                return more + named
        return 0

    def pair(self, verb: Hit, sentence: int) -> int:
        """Two whom a sentence begins with, each told by one word, before a verb in the plural."""
        of, words = self.prepared.sentence_of_word, self.prepared.tokens.words
        first = verb.first
        while first and of[first - 1] == sentence and verb.first - first <= _PAIR:
            first -= 1
        begins = first == 0 or of[first - 1] != sentence
        if not begins or verb.first - first < _TWO or words[first + 1] not in self.grammar.joining:
            return 0
        last = first + _TWO - 1
        if self.prepared.is_capital(last) and words[first + 1] in self.grammar.genitive:
            return 0  # “*customs of Old Town*”, where the word for “and” may be that for “of”
        if self.named.is_thing(first) or self.named.is_thing(last):
            return 0  # “*the lorry and the goods* were detained”
        if not words[first][:1].isalpha() or any(one.first <= last for one in self.persons.get(sentence, ())):
            return 0
        tokens = self.prepared.tokens
        at_once = self.prepared.folded[tokens.ends[last] : tokens.starts[last + 1]].startswith(",")
        return 2 if verb.first == last + 1 or (at_once and self.commas(last, verb.first) == _ASIDE) else 0

    def _acts(self, verb: Hit, at: int) -> bool:
        """Whether another verb stands between a verb and a word behind it."""
        return any(verb.last <= other.first < at for other in self.verbs)

    def subject_of(self, verb: Hit, sentence: int) -> Persons | None:
        """The number that a sentence begins with, however far its verb: “*Four sailors* of a ship … were caught”."""
        starts = self.prepared.sentences.starts[sentence]
        row = [one for one in self.persons.get(sentence, ()) if not one.bare and one.first < verb.first]
        if not row or row[0].migrants or row[0].whole:
            return None
        opening = self.prepared.text[starts : self.named.offset(row[0].first)]
        return row[0] if len(opening.split()) <= _OPENING else None

    def carried_to(self, sentence: int) -> Persons | None:
        """The only number of the sentence before, of which a verb in the plural goes on to speak: “*Seven people* are
        heard. They were arrested …”.
        """
        row = [one for one in self.persons.get(sentence - 1, []) if not one.bare or one.whole]
        news = sentence - 1 not in self.focus.background and sentence - 1 not in self.old.sentences
        only = len(row) == 1 and news and not row[0].bare
        few = only and row[0].value <= _MOST_CARRIED
        return row[0] if few and not row[0].migrants and not row[0].others else None

    def chain_of(self, one: Hit) -> int:
        """How many are told by nouns in the list that somebody stands in: “*a director, a clerk and a driver*”."""
        of, words, chain, ended = self.prepared.sentence_of_word, self.prepared.tokens.words, 1, False
        joints = self.grammar.joining | self.grammar.listing
        row: list[Hit] = []
        # Of “the cadastre, *his deputy*” the shorter words say who it is.
        for hit in sorted(self.single, key=lambda hit: (hit.last, -hit.first)):
            if of[hit.first] == of[one.first] and (not row or hit.first >= row[-1].last):
                row.append(hit)
        for left, right in pairwise(row):
            joined = self._is_listed(left, right)
            if left.first >= one.first and not joined:
                break
            chain = chain + (not self._is_aside(left, right)) if joined else 1
            ended |= joined and not joints.isdisjoint(words[left.last : right.first])
        return chain if ended else 1

    def _is_aside(self, left: Hit, right: Hit) -> bool:
        """Whether a noun says who somebody is whom the noun before it tells: “the driver, *a Bulgarian,* and …”."""
        aside = right.term.attributes.get("aside") and not left.term.attributes.get("aside")
        return bool(aside) and self.commas(right.first - 1, right.first) > 0

    def is_other_custody(self, verb: Hit, persons: Persons) -> bool:
        """Whether another measure was set for others before: “custody for three, *house arrest for two*”, “three are in
        custody, *two under house arrest*”.
        """
        of, said = self.prepared.sentence_of_word, verb.term.attributes
        before = [other for other in self.verbs if other.last <= verb.first and of[other.first] == persons.sentence]
        if said.get("custody") and persons.first >= verb.last:
            return any(other.term.attributes.get("custody") for other in before)
        beside = 0 <= verb.first - persons.last <= HELPERS and not persons.away
        caught = any(other.term.id.startswith("arrested") and other.last <= persons.first for other in before)
        return bool(said.get("house")) and beside and caught

    def is_of_next(self, persons: Persons, verb: Hit) -> bool:
        """Whether a comma parts a number from a verb before it, and another verb follows it at once."""
        if persons.first < verb.last or not self.parted(verb.last - 1, persons.first):
            return False
        return any(0 <= other.first - persons.last <= 1 for other in self.verbs if other is not verb)

    def is_attribute(self, verb: Hit) -> bool:
        """Whether a form of a verb that may be a plural stands before one person: “*the arrested* Albanian citizen”."""
        words, joints = self.prepared.tokens.words, self.grammar.joining | self.grammar.listing
        named = self.named.row(self.named.offset(verb.last - 1, end=True), self.prepared.sentence_of_word[verb.first])
        if verb.last - verb.first == 1 and len(named) == 1 and named[0].kind == "initials":
            return named[0].start == self.named.offset(verb.last - 1, end=True) + 1
        beside = [hit for hit in self.single if verb.last <= hit.first <= verb.last + 1 < len(words)]
        if verb.last - verb.first > 1 or not beside or self.commas(verb.last - 1, beside[0].first):
            return False
        behind = words[beside[0].last : beside[0].last + _BEHIND]
        return joints.isdisjoint(behind) and not self.is_title(self.prepared.sentence_of_word[verb.first])

    def _is_listed(self, left: Hit, right: Hit) -> bool:
        """Whether a comma or an “and” joins two who are told by nouns, whatever is said of the first."""
        words = self.prepared.tokens.words[left.last : right.first]
        if len(words) > _LISTED or self._acts(left, right.first):
            return False
        comma = self.commas(left.last - 1, right.first)
        joints = self.grammar.joining | self.grammar.listing
        return comma == 1 or (not comma and not joints.isdisjoint(words[-_ARTICLE:]))

    def everybody_of(self, verb: Hit, sentence: int) -> int:
        """Those told before “all” and a verb: “three women and a man are suspected; *all were arrested*”."""
        if not any(verb.first - HELPER <= at < verb.first for at in self.everybody.get(sentence, ())):
            return 0
        row = [one for one in self.wholes.get(sentence, ()) if one.first < verb.first]
        row = row or [one for one in self.persons.get(sentence - 1, []) if not one.bare]
        if not row:
            of = self.prepared.sentence_of_word
            before = next((hit for hit in self.single if of[hit.first] == sentence - 1), None)
            several = max(self.chain_of(before) if before else 0, self.parties.all_of(sentence - 1))
            return several if several > 1 else 0
        if row[0].migrants:
            return 0
        value, _, last = summed(row, 0, prepared=self.prepared, grammar=self.grammar)
        value += self.named.one_after(last, self.prepared.sentence_of_word[last - 1])
        return max(value, self.parties.all_of(row[0].sentence))
