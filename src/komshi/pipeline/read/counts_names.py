"""Persons told by a name or a noun beside a verb or a number: how many they are, whom “six others” come on top of."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from komshi.pipeline.read.counts_lists import goes_elsewhere, is_last_of_list, is_near
from komshi.pipeline.read.counts_nouns import ALONE, NAMES_REACH, STOPS, NounPersons
from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.numerals import NumberGrammar
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit

_ENDS = frozenset(".;")
# Who is named on a list of the arrested and is none of them, and who surely is on it.
_NEVER = frozenset({"official", "victim", "journalist"})
_ACCUSED = frozenset({"suspect", "charged"})
# The full stop of an initial, or in a number, ends no sentence.
_INITIAL = re.compile(r"\b[^\W\d_]\.|(?<=\d)\.(?=\d)")
# Words of a noun between a verb and “and two others”.
_HEADED = 4
# Letters from a name to the words that say that he got away; half as many where a clause ends between.
_GONE = 40
# Words from the end of a list to a name that is none of it.
_FAR = 6
# Sentences back to those of whom “they” speaks.
_SPOKEN = 5
# Words of “from Old Town and” between a name and the number that goes on with it.
_ORIGIN = 6
_QUOTES = frozenset("\"'”“«»")


class NamedPersons(NounPersons):
    """The persons whom one text names, and those whom it tells by a noun (“a customs officer”)."""

    def __init__(
        self, prepared: Prepared, grammar: NumberGrammar, *, names: Callable[[], list[Mention]],
        nouns: list[Hit], verbs: list[Hit], others: dict[str, list[Hit]],
    ) -> None:  # fmt: skip
        super().__init__(prepared, grammar, nouns=nouns, verbs=verbs, others=others)
        self._kin_of = [prepared.span(hit.first, hit.last) for hit in others.get("kin.of", ())]
        self._gone = [self.offset(hit.first) for hit in others.get("gone", ())]
        self._ask, self._names, self._all = names, list[Mention](), list[Mention]()
        self._asked = False
        self.roles: dict[int, str] = {}
        """What the persons are, by where they are named, as far as it is known."""

    def people(self) -> list[Mention]:
        """Persons whom the text names in full, by initials, or by one name with an age; asked for only where a verb
        needs them.
        """
        if not self._asked:
            self._asked = True
            self._all = self._ask()
            self._names = [name for name in self._all if name.kind != "single" or name.dated or name.age]
        return self._names

    def between(self, start: int, end: int) -> int:
        """How many persons are surely named between two offsets, or in one list with such a person."""
        found = [name for name in self.people() if start <= name.start < end and self._may_count(name)]
        sure = [self._is_counted(name) for name in found]
        for at in [*range(1, len(found)), *range(len(found) - 1, 0, -1)]:
            if sure[at] != sure[at - 1] and self._is_mate(found[at - 1], found[at]):
                sure[at] = sure[at - 1] = True
        return sum(sure)

    def _may_count(self, name: Mention) -> bool:
        return self.roles.get(name.start) not in _NEVER

    def _is_mate(self, left: Mention, right: Mention) -> bool:
        """Whether only an “and” stands between two names."""
        return fold(self.prepared.text[max(left.after, left.end) : right.start]).strip() in self._joints

    def _is_counted(self, name: Mention) -> bool:
        """Whether a mention is surely a person, and none who only speaks or suffers."""
        role = self.roles.get(name.start)
        return role in _ACCUSED or (name.sure and role not in _NEVER)

    def run(self, start: int, sentence: int) -> tuple[int, int]:
        """Persons in the list that begins soon after an offset (“M. K. (27) and B. K. (66)”), and where it ends. A
        relative who is told by a noun alone counts too (“A. B. *and his son*”).
        """
        names = self.row(start, sentence)
        if not names:
            return 0, start
        end = max(names[-1].after, names[-1].end)
        return len(names) + (self._is_kin_next(end) or self._is_noun_next(end)), end

    def row(self, start: int, sentence: int, *, reach: int = NAMES_REACH) -> list[Mention]:
        """The names of the list that begins soon after an offset."""
        names: list[Mention] = []
        reach, last, aged, is_object, closed = start + reach, self._end_of(sentence), False, False, False
        for name in self.people():
            if name.start < start:
                continue
            gap = _INITIAL.sub("", self.prepared.text[start : name.start])
            role = self.roles.get(name.start)
            if not names and self._is_no_name(name, last):
                continue
            if names and role in _ACCUSED and self._is_long_list(name, last):
                gap = gap.replace(";", ",")
            last_one = aged and bool(name.age) and is_last_of_list(gap, joints=self._joints)
            if (
                name.start > min(reach + NAMES_REACH * last_one, last)
                or not _ENDS.isdisjoint(gap)
                or self.acts(start, name.start)
            ):
                break
            if self._is_of_kin(start, name) or self._is_scene(name):
                start = max(name.after, name.end)
                continue  # “A. B., the son of *C. D.*, and E. F.”
            is_object = is_near(gap) if not names else is_object and fold(gap).strip() in self._joints
            if role in _NEVER and not is_object:
                continue  # “the son of Judge *A. B.*”
            if names and (any(start <= at < name.start for at in self._gone) or (closed and self._is_behind(gap))):
                break  # “arrested is A. B., *and the police are looking for* C. D.”
            far = len(gap) > NAMES_REACH // 2 and not last_one
            if names and role not in _ACCUSED and (far or self._is_other(name, gap, aged=aged)):
                break
            closed = bool(names) and fold(gap).strip(" ,") in self._joints
            names.append(name)
            if name.kind == "full" and any(word.endswith(".") for word in name.words[1:-1]):
                break  # “A. B. The car …”: the name took in the first word of the next sentence
            aged = bool(name.age or name.dated)
            start = max(name.after, name.end)
            reach = start + NAMES_REACH // (1 if role in _ACCUSED or is_object else 2)
        if len(names) > 1 and self._is_gone(names[-1], end=last):
            names.pop()
        return names

    def _is_behind(self, gap: str) -> bool:
        """Whether a list that an “and” ended is over: “A. B. and C. D., *who did it on the order of* E. F.”."""
        return "," in gap and len(gap.split()) > _FAR and self._joints.isdisjoint(fold(gap).split())

    def _is_other(self, name: Mention, gap: str, *, aged: bool) -> bool:
        """Whether a name behind a list is none of it; `aged`: the list tells ages."""
        return goes_elsewhere(gap, joining=self.grammar.joining) or (aged and not self._is_listed(name, gap))

    def _is_no_name(self, name: Mention, end: int) -> bool:
        """Whether a town only looks like a name, and that of somebody accused follows."""
        if name.sure or self.roles.get(name.start) is not None:
            return False
        behind = next((one for one in self._names if one.start > name.start), None)
        if behind is None or behind.start > end or self.roles.get(behind.start) not in _ACCUSED:
            return False
        gap = self.prepared.text[name.end : behind.start]
        return bool(gap.strip()) and fold(gap).strip() not in self._joints and len(gap) <= NAMES_REACH

    def _is_long_list(self, name: Mention, end: int) -> bool:
        """Whether semicolons part the names of a list: “A. B., the mechanic; C. D., the clerk; *and* E. F.”."""
        _, _, after = self.prepared.text[max(0, name.start - NAMES_REACH) : end].rpartition("; ")
        return fold(after[:_GONE]).partition(" ")[0] in self._joints

    def _is_scene(self, name: Mention) -> bool:
        """Whether what looks like a name is that of a town: “surrendered *in* Bajram Curri”."""
        before = fold(self.prepared.text[max(0, name.start - _GONE) : name.start]).split()
        return bool(before) and before[-1] in self.grammar.scenes and self.roles.get(name.start) not in _ACCUSED

    def _is_of_kin(self, start: int, name: Mention) -> bool:
        """Whether a name behind an offset tells only whose relative somebody is: “the son of *C. D.*”."""
        text = self.prepared.text
        return any(start <= at and end <= name.start and "," not in text[end : name.start] for at, end in self._kin_of)

    def _is_gone(self, name: Mention, *, end: int) -> bool:
        """Whether words behind a name say that he got away: “arrested A. B., and C. D. *is on the run*”."""
        after = max(name.after, name.end)
        text = self.prepared.text
        return any(
            after <= at < min(after + _GONE, end) and (at - after < _GONE // 2 or STOPS.isdisjoint(text[after:at]))
            for at in self._gone
        )

    def spoken_of(self, sentence: int, *, least: int = 1) -> list[Mention]:
        """The accused whom the last sentence before one names that names `least` of them: “A. B. and C. D. …. *They
        were* …”.
        """
        starts = self.prepared.sentences.starts
        for at in range(sentence - 1, max(sentence - _SPOKEN, -1), -1):
            found = [name for name in self._everyone() if starts[at] <= name.start < starts[at + 1]]
            found = [name for name in found if self.roles.get(name.start) in _ACCUSED]
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
                return [*before[-1:], *names] if more and not one else names[:1] if one else names
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
        gap = _INITIAL.sub("", self.prepared.text[start : name.start]).rstrip(" ,")
        joined = not self._joints.isdisjoint(fold(gap).split())
        return [name] if joined and STOPS.isdisjoint(gap) and not self.acts(start, name.start) else []

    def _is_told(self, name: Mention) -> bool:
        """Whether a mention is one of those whom a verb may catch."""
        role = self.roles.get(name.start)
        return role in _ACCUSED or (role is None and name.sure)

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
        for at, (left, right) in enumerate(pairwise(names), 1):
            gap = fold(self.prepared.text[max(left.after, left.end) : right.start]).replace(",", " ").split()
            if len(gap) > ALONE and (self._joints - self.grammar.genitive).isdisjoint(gap):
                return len(names) - at
        return 0

    def begins(self, word: int) -> bool:
        """Whether somebody's name begins at a word."""
        start = self.offset(word)
        return any(name.start == start for name in self._everyone())

    def surnames(self, verb: Hit, sentence: int) -> int:
        """How many accused are named, be it by the surname alone, between the verb before one and itself."""
        end = self.offset(verb.first)
        start = max([self.prepared.sentences.starts[sentence], *(at for at in self._verbs if at < end)])
        return sum(start <= name.start < end and self.roles.get(name.start) in _ACCUSED for name in self._everyone())

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

    def _is_listed(self, name: Mention, gap: str) -> bool:
        """Whether a name goes on with a list whose names have ages: “M. K. (27), owner of a dump in *Stari Grad*”."""
        return bool(name.age or name.dated) or name.kind == "initials" or not self._joints.isdisjoint(fold(gap).split())

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
            and not self._follows_comma(first)
        ):
            first, joint = first - 1, words[first - 2]  # “a father and *his* two sons”
        if joint not in self._joints and not self._follows_comma(first):
            return 0
        start = self.prepared.sentences.starts[sentence]
        if verb.last <= first:
            start = self.offset(verb.last - 1, end=True)
        end = self.offset(first)
        last = max((max(name.end, name.after) for name in self.people() if start <= name.start < end), default=0)
        if last and end - last <= len(joint) + 3:
            return self.between(start, end)
        gap = self.prepared.text[last:end]
        if last and joint in self._joints and STOPS.isdisjoint(gap) and len(gap.split()) <= _ORIGIN:
            return self.between(start, end)  # “A. B. from Old Town *and two* hunters”
        if joint not in self._joints or first < 2:
            return 0
        told = max(int(self._is_quoted(first - 2)), self._told(first - 1, sentence, ALONE - 1))
        return told or self._opens(first - 1, sentence) or self._headed(verb, first - 1)

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
        if not before:
            return ""
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

    def is_joined(self, first: int) -> bool:
        """Whether a number goes on with a list: a joining word stands before it."""
        return bool(first) and self.prepared.tokens.words[first - 1] in self._joints

    def _end_of(self, sentence: int) -> int:
        starts = self.prepared.sentences.starts
        return starts[sentence + 1] - 1 if sentence + 1 < len(starts) else len(self.prepared.text)

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
