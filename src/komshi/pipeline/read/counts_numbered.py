"""The number that belongs to a verb: the nearest that nothing parts from it, with those who are listed beside it."""

from __future__ import annotations

from komshi.pipeline.read.counts_aside import Asides
from komshi.pipeline.read.counts_company import Company
from komshi.pipeline.read.counts_found import OTHERS, TOTAL, Count
from komshi.pipeline.read.counts_near import COMMA, REACH, distance_of
from komshi.pipeline.read.counts_persons import Persons
from komshi.pipeline.read.counts_sums import summed
from komshi.pipeline.text.lexicon import Hit

NUMBER = 5.0
"""A number beats names, names beat a bare verb."""
HURT = frozenset({"killed", "injured"})
ACCUSED = frozenset({"arrested", "charged"})
_ONE_REACH = 5
# A title that joins a number to somebody whom it tells by a word unknown (“*Professor and* two brothers arrested”).
_HEADLINE = 2.5
# Words of “and brokers” between a number of clerks and “arrested”.
_JOINED = 2
# Words from “arrested on Monday” to “two” of “today two more”.
_ANOTHER_TIME = 4
# The commas around what is said of one person: “the driver, *a man of 38*, was arrested”.
_APPOSITION = 2
# Words of “including the owner of the business, A. B. (36)”, and how far a number is that stands before them.
_LONGEST_ASIDE, _APART = 20, 2.0


class Numbered(Company):
    """Counts those whom a number tells."""

    asides: Asides
    with_him: dict[int, int]
    with_them: dict[int, int]

    def numbered(self, verb: Hit, sentence: int, *, kind: str, form: str) -> Count | None:
        """The number that belongs to a verb."""
        for value, first, last in self.parts.get(sentence, ()):
            near = 0 <= verb.first - last <= _ONE_REACH or first == verb.last
            if near and not self.parted(last - 1, verb.first):
                return Count(value, self.standing_of(sentence) + NUMBER, first, verb.last, numbered=True)
        row = self.persons.get(sentence, [])
        nearest = self._nearest(row, verb, kind, form)
        if nearest is None or self._has_its_own(verb, nearest):
            return None
        value, first, last = summed(row, row.index(nearest), prepared=self.prepared, grammar=self.grammar)
        if form == "one" and value == 1 and first == verb.last + 1 and not nearest.others and self.adds(verb):
            return Count(1, self.standing_of(sentence), verb.first, last, added=kind in ACCUSED, beside=True)
        added = False
        if nearest.others:
            besides = max(int(sentence in self.with_him), self.named.besides(first, sentence))
            lead = not besides and self.is_title(sentence) and self._is_on_top(verb, first)
            value, added = value + besides + lead, not besides and not lead
        elif not nearest.total:
            joined = self.named.joined(verb, first) or self._is_with_him(verb, sentence, first)
            if joined == nearest.value and not self.named.is_joined(first):
                joined = 0  # “A. B., and with him C. D., *both arrested*”
            if form == "one" and not joined and first - 1 > verb.last and self.named.is_joined(first):
                joined = 1  # “arrested *is* the director of the hospital and three clerks”
            added = not joined and first == verb.last + 1 and self.adds(verb)
            joined += self.asides.before(nearest, row) if joined and first == nearest.first else 0
            value += joined + (self.named.one_after(last, sentence) or self.asides.behind(nearest, row))
            value = max(value, self.named.listed(last, sentence))
        company = self._with_them(verb, sentence, last) if not nearest.others and not nearest.total else 0
        company = company or self._with_more(verb, sentence, last)
        value += company
        other = self.is_other_custody(verb, nearest)
        added |= other
        bonus = TOTAL if nearest.total else OTHERS if nearest.others else 0.0
        score = self.standing_of(sentence) + NUMBER + bonus
        if self.is_title(sentence) and value == nearest.value and self.named.is_joined(first):
            score -= _HEADLINE
        if self.is_title(sentence) and added:
            score -= 2 * _HEADLINE  # “Mayor and *three others* arrested”: who he is no word tells
        return Count(
            value, score, min(first, verb.first), max(last, verb.last), numbered=True, added=added,
            total=nearest.total or other, part=nearest.value, company=company,
        )  # fmt: skip

    def _with_them(self, verb: Hit, sentence: int, last: int) -> int:
        """How many are caught with those of a number, without a verb of their own: “six policemen were arrested, *and
        with them two owners*”.
        """
        at = self.with_them.get(sentence, -1)
        if at < max(last, verb.last):
            return 0
        end = max(hit.last for hit in self.by_term["with.them"] if hit.first == at)
        if any(end <= other.first <= end + _ONE_REACH for other in self.verbs):
            return 0
        return next((one.value for one in self.persons.get(sentence, ()) if end <= one.first <= end + 1), 0)

    def _with_more(self, verb: Hit, sentence: int, last: int) -> int:
        """How many are told behind a number at another time, without a verb: “three were arrested on Monday, *today two
        more*”.
        """
        end = max(last, verb.last)
        for one in self.persons.get(sentence, ()):
            if not 0 < one.first - end <= _ANOTHER_TIME or not one.others or one.away:
                continue
            after = self.prepared.tokens.ends[one.last - 1]
            ends = self.prepared.folded[after : after + 1] in {".", "\n"}
            return one.value if ends and self.commas(end - 1, one.first) == 1 else 0
        return 0

    def _is_on_top(self, verb: Hit, first: int) -> bool:
        """Whether others come on top of somebody whom a title tells: “mayor *and three others*”, “*arrests mayor, three
        others*”.
        """
        behind = verb.last < first and self.commas(verb.last - 1, first) == 1 and self.parted(first - 1, first)
        return self.named.is_joined_by_and(first) or behind

    def whole_of(self, verb: Hit, sentence: int) -> Count | None:
        """All who were arrested, of whom a sentence goes on to tell some: “custody for three *of the six arrested* on
        Monday”.
        """
        words, helpers = self.prepared.tokens.words, self.grammar.helpers
        if not helpers.isdisjoint((words[verb.first], *words[verb.last : verb.last + 1])):
            return None  # “three of the six suspects *were arrested*”
        for one in self.wholes.get(sentence, ()):
            beside = 0 <= verb.first - one.last <= _JOINED and not self.parted(one.last - 1, verb.first)
            counted = (other for other in self.persons.get(sentence, ()) if other.first >= verb.last and not other.bare)
            if one.whole and not one.bare and beside and all(other.first - verb.last > _JOINED for other in counted):
                score = self.standing_of(sentence) + NUMBER
                return Count(one.value, score, one.first, verb.last, numbered=True, total=True)
        return None

    def _nearest(self, row: list[Persons], verb: Hit, kind: str, form: str) -> Persons | None:
        """The number of a sentence that stands nearest to a verb and may be that of those whom it counts."""
        nearest: Persons | None = None
        least = float(REACH)
        for persons in row:
            if persons.migrants and kind in ACCUSED and not self.is_arrest_of(persons, verb):
                continue  # migrants who are stopped are not arrested
            if kind == "arrested" and (_is_gone(persons, verb) or self._is_freed_before(persons, verb)):
                continue  # “A. B. was arrested, *two others* are sought”
            if persons.others and self.is_of_next(persons, verb):
                continue  # “three were arrested here, *two others* were caught there”
            if self._is_elsewhere(persons, verb):
                continue  # “custody for the chief, *suspended are seven* officers”
            if self.asides.is_of_names(persons, verb) or self.asides.is_told_of(persons, verb):
                continue
            if kind in HURT and self._is_by(persons):
                continue  # “he was beaten *by three men*”
            distance = distance_of(persons, verb, form=form, prepared=self.prepared) + (COMMA if persons.whole else 0)
            if distance > _APART and self._tells_some_between(persons, verb):
                distance = _APART
            if distance > 0 and self._is_of_another(persons, verb, kind, distance):
                continue
            if form == "one" and persons.value > 1 and self._is_of_no_one(persons, verb):
                continue
            if distance < least:
                nearest, least = persons, distance
        return nearest

    def _tells_some_between(self, persons: Persons, verb: Hit) -> bool:
        """Whether two commas between a number and its verb hold some of those whom it counts: “three more, *including
        the owner A. B. (36)*, were caught”.
        """
        if persons.last >= verb.first:
            return False
        words, tokens = self.prepared.tokens.words, self.prepared.tokens
        # “Three *more, including* …”: the comma stands one word later.
        at = persons.last + (persons.others and persons.bare and not self.parted(persons.last - 1, persons.last))
        if not 0 < verb.first - at <= _LONGEST_ASIDE or not (self.parted(at - 1, at) and self._closes(verb)):
            return False
        said = any(words[at : at + len(phrase)] == phrase for phrase in self.grammar.part_of_whole)
        elsewhere = ";" in self.prepared.folded[tokens.ends[at - 1] : tokens.starts[verb.first]]
        other = any(at < one.first < verb.first for one in self.verbs)
        return (said or words[at] in self.grammar.including) and not elsewhere and not other

    def _is_where(self, word: int) -> bool:
        """Whether a word tells where something was, behind its preposition."""
        return self.prepared.tokens.words[word - 1] in self.grammar.scenes

    def _closes(self, verb: Hit) -> bool:
        """Whether a comma stands before a verb, or before the word that helps it."""
        return self.parted(verb.first - 1, verb.first) or self.parted(verb.first - 2, verb.first - 1)

    def _is_elsewhere(self, persons: Persons, verb: Hit) -> bool:
        """Whether words between a verb and a number lead to somebody else, or the verb itself does: “*held after* 41
        migrants were found”.
        """
        where = persons.bare and persons.first > verb.last and self._is_where(persons.first)
        if where or (persons.first >= verb.last and verb.term.attributes.get("reason")):
            return True  # “61 people were arrested *in seven* countries”
        led = [at for at in self.elsewhere.get(persons.sentence, ()) if verb.last <= at < persons.first]
        return bool(led) and not self.parted(led[-1], persons.first)

    def _is_freed_before(self, persons: Persons, verb: Hit) -> bool:
        """Whether those whom a number counts were freed, and others arrested: “*four women freed*, owner arrested”."""
        at = persons.last
        return at < verb.first and at in self.freed.get(persons.sentence, ())

    def _is_of_no_one(self, persons: Persons, verb: Hit) -> bool:
        """Whether a number is none of a verb for one person: “two were shot at, one *died*”, “caught *200 m* on”."""
        after = persons.first >= verb.last
        if after and persons.first - verb.last > _ONE_REACH:
            return True  # “the patrol stopped *it* and when it opened the door found *16 people*”
        commas = self.commas(verb.last - 1, persons.first) if after else self.commas(persons.last - 1, verb.first)
        apposition = commas == _APPOSITION and not persons.bare and not after  # “the couple, *A. and B.*, was …”
        return (commas > 0 and not apposition) or (persons.bare and after)

    def _has_its_own(self, verb: Hit, persons: Persons) -> bool:
        """Whether one person stands right after a verb, the number before an “and”: “… three and arrested *a man*”."""
        between = self.prepared.tokens.words[persons.last : verb.first]
        if self.grammar.joining.isdisjoint(between) and self.grammar.listing.isdisjoint(between):
            return False
        one = self.one_person(verb, reach=1)
        return one is not None and one.first >= verb.last

    def _is_of_another(self, persons: Persons, verb: Hit, kind: str, distance: float) -> bool:
        """Whether a number stands nearer to a verb of another kind: “one was shot dead and *two* were wounded”."""
        sentence = persons.sentence
        return any(
            distance_of(persons, other, form="", prepared=self.prepared) < distance
            and other.term.id.partition(".")[0] != kind
            for other in self.verbs
            if other is not verb
            and abs(other.first - persons.first) <= 2 * REACH
            and self.prepared.sentence_of_word[other.first] == sentence
            and not (other.first < persons.last and other.last > persons.first)
        )

    def _is_by(self, persons: Persons) -> bool:
        """Whether a number tells who did what a verb tells."""
        return persons.first > 0 and self.prepared.tokens.words[persons.first - 1] in self.grammar.by

    def one_person(self, verb: Hit, *, reach: int = _ONE_REACH) -> Hit | None:
        """A noun in the singular beside a verb: “police arrested *a man*”."""
        sentence = self.prepared.sentence_of_word[verb.first]
        near = [
            (max(hit.first - verb.last, verb.first - hit.last), hit)
            for hit in self.single
            if self.prepared.sentence_of_word[hit.first] == sentence
            and self.commas(hit.first, verb.first) in (0, _APPOSITION)
        ]
        distance, hit = min(near, key=lambda one: one[0], default=(REACH, None))
        if hit is not None and self.commas(hit.first, verb.first):
            reach = min(2 * reach, REACH) if reach > 1 else 0
        return hit if distance <= reach else None

    def _is_with_him(self, verb: Hit, sentence: int, first: int) -> bool:
        """Whether a number comes on top of one spoken of before: “*with him* were arrested *two dockers*”."""
        at = self.with_him.get(sentence, verb.first)
        return at < verb.first < first and self.prepared.tokens.words[at] not in self.grammar.joining


def _is_gone(persons: Persons, verb: Hit) -> bool:
    """Whether words behind a number say that those were not caught; a number inside the verb (“served *nine*
    arrest warrants”) is its own.
    """
    return persons.away and (persons.others or (persons.bare and not verb.first <= persons.first < verb.last))
