"""Persons told by a name or a noun beside a verb or a number: how many they are, whom “six others” come on top of."""

from __future__ import annotations

from itertools import pairwise

from komshi.pipeline.read.counts_nouns import ALONE, NAMES_REACH, STOPS
from komshi.pipeline.read.counts_rows import ACCUSED, INITIAL, NEVER, NameRows
from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit

# A noun for a person is longer.
_SHORT_WORD = 3
# Words of a noun between a verb and “and two others”.
_HEADED = 4
# Sentences back to those of whom “they” speaks.
_SPOKEN = 5
# Words of “from Old Town and” between a name and the number that goes on with it.
_ORIGIN = 6
_QUOTES = frozenset("\"'”“«»")


class NamedPersons(NameRows):
    """The persons whom one text names, and those whom it tells by a noun (“a customs officer”)."""

    def between(self, start: int, end: int) -> int:
        """How many persons are surely named between two offsets, or in one list with such a person."""
        found = [name for name in self.people() if start <= name.start < end and self._may_count(name)]
        sure = [self._is_counted(name) for name in found]
        for at in [*range(1, len(found)), *range(len(found) - 1, 0, -1)]:
            if sure[at] != sure[at - 1] and self._is_mate(found[at - 1], found[at]):
                sure[at] = sure[at - 1] = True
        return sum(sure)

    def _may_count(self, name: Mention) -> bool:
        return self.roles.get(name.start) not in NEVER

    def _is_mate(self, left: Mention, right: Mention) -> bool:
        """Whether only an “and” stands between two names."""
        return fold(self.prepared.text[max(left.after, left.end) : right.start]).strip() in self._joints

    def _is_counted(self, name: Mention) -> bool:
        """Whether a mention is surely a person, and none who only speaks or suffers."""
        role = self.roles.get(name.start)
        return role in ACCUSED or (name.sure and role not in NEVER)

    def spoken_of(self, sentence: int, *, least: int = 1) -> list[Mention]:
        """The accused whom the last sentence before one names that names `least` of them: “A. B. and C. D. …. *They
        were* …”.
        """
        starts = self.prepared.sentences.starts
        for at in range(sentence - 1, max(sentence - _SPOKEN, -1), -1):
            found = [name for name in self._everyone() if starts[at] <= name.start < starts[at + 1]]
            found = [name for name in found if self.roles.get(name.start) in ACCUSED]
            if len(found) == 1 and any(found[0].start < gone < starts[at + 1] for gone in self._gone):
                continue  # “A. B. was arrested. *His son C. D. is being sought.* He was remanded”
            if len(found) >= least:
                return found
        return []

    def told_by(self, verb: Hit, sentence: int, *, value: int, more: bool = False) -> list[Mention]:
        """Who the persons are whom a verb counts without a number: those named behind it, or last before it. `more`:
        somebody besides the one of whom it speaks is caught with him.
        """
        one, active = value == 1, "." not in verb.term.id
        start, end = self.prepared.sentences.starts[sentence], self.offset(verb.first)
        before = [name for name in self._everyone() if start <= name.start < end and self._is_told(name)]
        before = [name for name in before if not self.acts(name.end, end)]
        behind = not one or more or self.is_named_next(verb) or (active and not before)
        if behind and not verb.term.attributes.get("official"):
            names = self.row(self.offset(verb.last - 1, end=True), sentence)
            if names:
                return [*before[-1:], *self.in_list(names)] if more and not one else names[:1] if one else names
        if one and not before and (also := self._also(verb, sentence)):
            return also
        carried = self.spoken_of(sentence) if one and not before else []
        return before[-value:] or (carried if len(carried) == 1 else [])

    def _also(self, verb: Hit, sentence: int) -> list[Mention]:
        """One more whom a verb names behind a joining word: “arrested at home was *also* his brother, *A. B.*”."""
        start, end = self.offset(verb.last - 1, end=True), self._end_of(sentence)
        name = next((name for name in self.people() if start <= name.start < end), None)
        if name is None or not self._is_told(name) or name.start - start > NAMES_REACH:
            return []
        gap = INITIAL.sub("", self.prepared.text[start : name.start]).rstrip(" ,")
        joined = not self._joints.isdisjoint(fold(gap).split())
        return [name] if joined and STOPS.isdisjoint(gap) and not self.acts(start, name.start) else []

    def _is_told(self, name: Mention) -> bool:
        """Whether a mention is one of those whom a verb may catch."""
        role = self.roles.get(name.start)
        return role in ACCUSED or (role is None and name.sure)

    def are_accused(self, names: list[Mention]) -> bool:
        """Whether all of some persons are suspects of this text."""
        return all(self.roles.get(name.start) == "suspect" for name in names)

    def in_full(self, names: list[Mention]) -> bool:
        """Whether no surname alone, which may be that of a family, is among names."""
        return all(name.kind != "single" for name in names)

    def apart(self, verb: Hit, sentence: int) -> int:
        """How many of the names behind a verb for one person no “and” joins to the first: “A. B., guard of a firm of
        *C. D.*”.
        """
        names = self.row(self.offset(verb.last - 1, end=True), sentence)
        return len(names) - len(self.in_list(names))

    def in_list(self, names: list[Mention]) -> list[Mention]:
        """Of some names those that an “and” joins to the first, or nothing but who they are: “A. B., *but the buyer, a
        citizen of Denmark,* C. D.” begins another clause.
        """
        for at, (left, right) in enumerate(pairwise(names), 1):
            gap = fold(self.prepared.text[max(left.after, left.end) : right.start]).replace(",", " ").split()
            if len(gap) > ALONE and (self._joints - self.grammar.genitive).isdisjoint(gap):
                return names[:at]
        return names

    def begins(self, word: int) -> bool:
        """Whether somebody's name begins at a word."""
        start = self.offset(word)
        return any(name.start == start for name in self._everyone())

    def surnames(self, verb: Hit, sentence: int) -> int:
        """How many accused are named, be it by the surname alone, between the verb before one and itself."""
        end = self.offset(verb.first)
        start = max([self.prepared.sentences.starts[sentence], *(at for at in self._verbs if at < end)])
        return sum(start <= name.start < end and self.roles.get(name.start) in ACCUSED for name in self._everyone())

    def _everyone(self) -> list[Mention]:
        """All mentions, a surname alone among them."""
        self.people()
        return self._all

    def listed(self, word: int, sentence: int) -> int:
        """Persons in the list of names right behind a number: “two brothers, *A. B., C. B. and their driver D. E.*”."""
        start = self.offset(word - 1, end=True)
        first = next((name.start for name in self.people() if name.start >= start), None)
        gap = self.prepared.text[start:first].strip() if first is not None else ""
        return self.run(start, sentence)[0] if gap and not gap.strip(" ,:–-") else 0

    def besides(self, first: int, sentence: int) -> int:
        """Whom “six others” come on top of: those named before, those told by a noun, or one single name."""
        at = self._before_joint(first)
        named = self.between(self.prepared.sentences.starts[sentence], self.offset(first))
        return max(named, self._told(at, sentence, ALONE), self._single_name(at, sentence))

    def joined(self, verb: Hit, first: int) -> int:
        """Persons named in one list with a number: “against the minister A. B. *and* two associates”."""
        words, sentence = self.prepared.tokens.words, self.prepared.sentence_of_word[verb.first]
        joint = words[first - 1] if first else ""
        if (
            first > 1
            and joint not in self._joints
            and words[first - 2] in self._joints
            and not self._gap(first).strip()
        ):
            first, joint = first - 1, words[first - 2]  # “a father and *his* two sons”
        if (joint not in self._joints and not self._follows_comma(first)) or first - 1 == verb.last:
            return 0  # “arrested are *also two* guards”
        start = self.prepared.sentences.starts[sentence]
        if verb.last <= first:
            start = self.offset(verb.last - 1, end=True)
        end = self.offset(first)
        last = max((max(name.end, name.after) for name in self.people() if start <= name.start < end), default=0)
        gap = self.prepared.text[last:end]
        near = joint in self._joints and STOPS.isdisjoint(gap) and len(gap.split()) <= _ORIGIN
        # “A. B. from Old Town *and two* hunters”
        named = self.between(start, end) if last and (near or end - last <= len(joint) + 3) else 0
        if named:
            return named
        if joint not in self._joints or first < 2:
            return 0
        told = max(int(self._is_quoted(first - 2)), self._told(first - 1, sentence, ALONE - 1))
        return (
            told
            or self._described(first - 1, sentence)
            or self._headed(verb, first - 1)
            or self._leads(first - 1, sentence)
        )

    def _leads(self, joint: int, sentence: int) -> int:
        """One, if a title begins, or goes on behind a colon, with a word and an “and”: “Loan: *banker and* three …”."""
        title = self.prepared.article.title or ""
        if not self.prepared.text.startswith(title) or self.prepared.sentences.starts[sentence] >= len(title):
            return 0
        word = joint - 1
        plain = self.prepared.tokens.words[joint] not in self.grammar.genitive
        opens = plain and (word == 0 or ":" in self._gap(word))
        return int(opens and len(self.prepared.tokens.words[word]) > _SHORT_WORD and not self.is_thing(word))

    def _headed(self, verb: Hit, joint: int) -> int:
        """One, if a verb in the plural leads to somebody told by an unknown noun: “Arrested *the clerk and* two
        inspectors”.
        """
        words = self.prepared.tokens.words[verb.last : joint]
        plain = not self.grammar.scenes.intersection(words) and self._joints.isdisjoint(words)
        gap = self.prepared.folded[self.prepared.tokens.ends[verb.last - 1] : self.prepared.tokens.starts[joint]]
        return int(
            verb.term.id == "arrested.many"
            and 0 < len(words) <= _HEADED
            and plain
            and gap.isascii()
            and gap.replace(" ", "").isalpha()
        )

    def joined_noun(self, word: int, sentence: int) -> int:
        """One, if a list of names ends before a verb with somebody told by a noun: “A. B. *and a Bulgarian* were …”."""
        words, of = self.prepared.tokens.words, self.prepared.sentence_of_word
        last = max((max(name.end, name.after) for name in self.people() if name.end <= self.offset(word)), default=0)
        for hit in self.nouns:
            joined = hit.first and not self._joints.isdisjoint(words[max(0, hit.first - 2) : hit.first])
            start = self.offset(hit.first)
            if (
                joined
                and of[hit.first] == sentence
                and last <= start
                and hit.last <= word
                and not self.acts(last, start)
            ):
                return 1
        return 0

    def whose(self, verb: Hit, sentence: int) -> str:
        """The first letter of the name that stands last before a verb in its sentence; empty if there is none."""
        start, end = self.prepared.sentences.starts[sentence], self.offset(verb.first)
        before = [name for name in self.people() if start <= name.start < end and name.sure]
        if not before or self.roles.get(before[-1].start) == "official":
            return ""  # “*the prosecutor A. B.* ordered that he be sent to detention”
        gap = self.prepared.text[max(before[-1].end, before[-1].after) : end]
        if "," in gap and self.acts(start, end):
            return ""  # “killed A. B., *wounded* his cousin”: the name belongs to the other verb
        return fold(before[-1].words[0])[:1]

    def is_named_next(self, verb: Hit) -> bool:
        """Whether a name follows a verb at once, or after who it is: “*accused* A. B. and C. D.”, “*arrested was* the
        owner A. B.”.
        """
        end = self.offset(verb.last - 1, end=True)
        name = next((name for name in self.people() if name.start >= end), None)
        if name is None:
            return False
        between = self.prepared.text[end : name.start]
        if any(hit.first >= verb.last and end <= self.offset(hit.first) < name.start for hit in self.nouns):
            between = between.removesuffix(", ")  # “arrested was the owner of the boat, *A. B.*”
        return len(between) <= NAMES_REACH // 2 and len(between.split()) <= ALONE and STOPS.isdisjoint(between)

    def is_joined_by_and(self, first: int) -> bool:
        """Whether an “and” stands before a number, or before “another” and a number."""
        words = self.prepared.tokens.words
        joints = self.grammar.joining - self.grammar.genitive | self.grammar.listing
        return any(words[at] in joints for at in range(max(1, first - 2), first))

    def is_joined(self, first: int) -> bool:
        """Whether a number goes on with a list: a joining word stands before it."""
        return bool(first) and self.prepared.tokens.words[first - 1] in self._joints

    def _before_joint(self, first: int) -> int:
        """The word after those whom a number comes on top of: before “and”, and before “still” or “another”."""
        words, at = self.prepared.tokens.words, first
        for _ in range(2):
            if at and words[at - 1] in self._joints:
                return at - 1
            at -= bool(at)
        return first

    def _single_name(self, at: int, sentence: int) -> int:
        """One, if a surname alone or a nickname stands right before a word."""
        if not at or at == len(self.prepared.tokens) or self.prepared.tokens.words[at] not in self._joints:
            return 0
        if self.prepared.sentence_of_word[at - 1] != sentence:
            return 0
        return int(self.prepared.is_capital(at - 1))

    def _is_quoted(self, word: int) -> bool:
        """Whether a word ends a nickname in quotes."""
        end = self.offset(word, end=True)
        return self.prepared.is_capital(word) and self.prepared.text[end : end + 1] in _QUOTES

    def _follows_comma(self, word: int) -> bool:
        ends, starts = self.prepared.tokens.ends, self.prepared.tokens.starts
        return bool(word) and self.prepared.folded[ends[word - 1] : starts[word]].strip() == ","
