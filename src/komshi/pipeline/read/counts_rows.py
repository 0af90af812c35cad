"""The list of names that stands behind a verb or a number: where it begins, who is on it, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from komshi.pipeline.read.counts_lists import goes_elsewhere, is_last_of_list, is_near
from komshi.pipeline.read.counts_nouns import NAMES_REACH, STOPS, NounPersons
from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.numerals import NumberGrammar
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit

NEVER = frozenset({"official", "victim", "journalist"})
"""Who is named on a list of the arrested and is none of them."""
ACCUSED = frozenset({"suspect", "charged"})
"""Who surely is one of them."""
INITIAL = re.compile(r"\b[^\W\d_]\.|(?<=\d)\.(?=\d)")
"""The full stop of an initial, or in a number, ends no sentence."""
_ENDS = frozenset(".;")
# Letters from a name to the words that say that he got away; half as many where a clause ends between.
_GONE = 40
# Words from the end of a list to a name that is none of it.
_FAR = 6
# Words from a noun of a list to the “and” before the last name.
_NEAR = 8


class NameRows(NounPersons):
    """Whom one text names, and the lists that they stand in."""

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

    def run(self, start: int, sentence: int) -> tuple[int, int]:
        """Persons in the list that begins soon after an offset (“M. K. (27) and B. K. (66)”), and where it ends. A
        relative who is told by a noun alone counts too (“A. B. *and his son*”).
        """
        names = self.row(start, sentence)
        if not names:
            return 0, start
        end = max(names[-1].after, names[-1].end)
        between = sum(self._is_noun_between(*pair) for pair in pairwise(names))
        return len(names) + between + (self._is_kin_next(end) or self._is_noun_next(end)), end

    def _is_noun_between(self, left: Mention, right: Mention) -> bool:
        """Whether a list tells somebody by a noun between two names: “the fisherman A. B., *the driver of the van* and
        C. D.”; what stands between two commas says who A. B. is.
        """
        end = max(left.after, left.end)
        start = self.prepared.text.find(",", end, min(end + _GONE, right.start))
        if start < 0:
            return False
        words, joints = self.prepared.tokens.words, self.grammar.joining - self.grammar.genitive
        for hit in self.nouns:
            at = self.offset(hit.first)
            if not start < at < right.start or hit.term.attributes.get("aside"):
                continue
            near = range(hit.last, min(hit.last + _NEAR, len(words)))
            joint = next((word for word in near if words[word] in joints), None)
            if joint is not None and self.offset(joint) < right.start:
                return STOPS.isdisjoint(self.prepared.text[start + 1 : self.offset(joint)])
        return False

    def row(self, start: int, sentence: int, *, reach: int = NAMES_REACH) -> list[Mention]:
        """The names of the list that begins soon after an offset."""
        names: list[Mention] = []
        reach, last, aged, is_object, closed = start + reach, self._end_of(sentence), False, False, False
        for name in self.people():
            if name.start < start or (not names and self._is_no_name(name, last)):
                continue
            gap = INITIAL.sub("", self.prepared.text[start : name.start])
            role = self.roles.get(name.start)
            if names and role in ACCUSED and self._is_long_list(name, last):
                gap = gap.replace(";", ",")
            last_one = aged and bool(name.age) and is_last_of_list(gap, joints=self._joints)
            if (
                name.start > min(reach + NAMES_REACH * last_one, last)
                or not _ENDS.isdisjoint(gap)
                or self.acts(start, name.start)
            ):
                break
            if names and names[-1].kind == "initials" and _begins_sentence(gap):
                break  # “A. B. and C. D. *Sought is* E. F.”
            if self._is_of_kin(start, name) or self._is_scene(name):
                start = max(name.after, name.end)
                continue  # “A. B., the son of *C. D.*, and E. F.”
            is_object = is_near(gap) if not names else is_object and fold(gap).strip() in self._joints
            if role in NEVER and not is_object:
                continue  # “the son of Judge *A. B.*”
            if names and (any(start <= at < name.start for at in self._gone) or (closed and self._is_behind(gap))):
                break  # “arrested is A. B., *and the police are looking for* C. D.”
            far = len(gap) > NAMES_REACH // 2 and not last_one
            if names and role not in ACCUSED and (far or self._is_other(name, gap, aged=aged)):
                break
            closed = bool(names) and fold(gap).strip(" ,") in self._joints
            names.append(name)
            if name.kind == "full" and any(word.endswith(".") for word in name.words[1:-1]):
                break  # “A. B. The car …”: the name took in the first word of the next sentence
            aged = bool(name.age or name.dated)
            start = max(name.after, name.end)
            reach = start + NAMES_REACH // (1 if role in ACCUSED or is_object else 2)
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
        if behind is None or behind.start > end or self.roles.get(behind.start) not in ACCUSED:
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
        return bool(before) and before[-1] in self.grammar.scenes and self.roles.get(name.start) not in ACCUSED

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

    def _is_listed(self, name: Mention, gap: str) -> bool:
        """Whether a name goes on with a list whose names have ages: “M. K. (27), owner of a dump in *Stari Grad*”."""
        return bool(name.age or name.dated) or name.kind == "initials" or not self._joints.isdisjoint(fold(gap).split())

    def _end_of(self, sentence: int) -> int:
        starts, spans = self.prepared.sentences.starts, self.prepared.sentences.spans
        start, end = spans[sentence]
        sentence += self.prepared.text[start:end].rstrip().endswith(":")  # a list on the lines below
        return starts[sentence + 1] - 1 if sentence + 1 < len(starts) else len(self.prepared.text)


def _begins_sentence(gap: str) -> bool:
    """Whether a sentence begins behind initials, whose full stop ended the one before."""
    behind = gap.lstrip(". ")
    return not gap.startswith(",") and behind[:1].isupper() and behind[1:2].islower()
