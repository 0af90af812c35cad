"""Which names of a sentence stand in one list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.who_cues import Cue, Gap, LinkWords, SentenceCues, gap
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

_PROTECTED = frozenset(["official", "lawyer", "journalist", "other", "relative"])
# Who directs, presides or speaks: an office, or that of a firm.
_HEADS = frozenset(["manager", "chair", "speaker"])
HIDDEN = frozenset(["official", "relative"])
OPEN_TITLES = frozenset(["leader", "agent", "pair"])
"""Trades that are no shield against an accusation."""
# Letters behind a name in which the next word stands.
_NEXT_WORD = 24
SENTENCED = frozenset(["convicted", "charged", "term"])
VERDICTS = frozenset(["convicted", "record", "final", "term", "acquitted"])
# Letters behind a name in which the measure of a punishment begins ("and Y to two years").
MEASURE_REACH = 48
# "X from Bar": what stands before a place behind a name; and the words of a description between two commas.
_ORIGIN = re.compile(r"\s([^\W\d_]{1,6})((?:\s[^\W\d_]{2,30}){1,2})")
_ASIDE = 12
# Words of a title that a comma puts into a list ("X, the deputy head Y").
TITLE_WORDS = 5
SENTENCE_END = re.compile(r"[.!?]\s|\n")
# Words of "and for the nurse", the preposition said again.
_AGAIN = 4
# Letters before a title in which "and" stands.
_AND_REACH = 10
# Letters from a name to the next item behind a semicolon.
_ITEM_REACH = 70
# Letters between two names of one list.
_JOIN_REACH = 90


@dataclass(slots=True)
class Named:
    """A mention inside its sentence: its title, where that begins, and what the cues say of it.

    A `lone` one is a capital word that needs a title to be a person; an `owner` tells whose relative it is; `one_of`
    is "one of the debtors, X"; a `listed` one stands among people without offices; an `agent` did it to another; a
    `spared` one stands beside a verdict that is another's, or none; one that `tells` is an expert.
    """

    mention: Mention
    start: int
    title: str | None = None
    title_near: bool = False
    roles: list[tuple[str, float]] = field(default_factory=list)
    lone: bool = False
    owner: bool = False
    one_of: bool = False
    person: int = -1  # its number in the text
    listed: bool = False
    agent: bool = False
    spared: bool = False
    tells: bool = False

    @property
    def only_tells(self) -> bool:
        """Whether the person is there to tell a court what was found: what is said beside them is said of others."""
        return self.tells and not self.hidden

    @property
    def protected(self) -> bool:
        """Whether the title makes it unlikely that an accusation nearby is meant for this person.

        Whoever speaks for an office is named in full; an official of whom only initials are told is accused.
        """
        return self.title in _PROTECTED and not self.listed and not (self.title in HIDDEN and self.hidden)

    @property
    def hidden(self) -> bool:
        """Whether the text hides the surname: "M. K.", "Marko K."."""
        return self.mention.kind == "initials" or (
            self.mention.kind == "mixed" and len(self.mention.words[-1].rstrip(".")) <= 2 < len(self.mention.words[0])
        )


class Lists:
    """The lists of names in one sentence."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms) -> None:
        self._text, self._words, self._cues, self._forms = text, words, cues, forms
        self.mentions: list[Mention] = []

    def joins(self, left: Mention, right: int, *, pure: bool) -> bool:
        """Whether two names stand in one list. `pure` allows nothing but a comma or an "and" between them."""
        if right - left.after > _JOIN_REACH:
            return False
        between = self._without_asides(left.after, right)
        if not pure and between.stopped and self._in_items(left.after, right):
            return True
        if between.stopped or between.commas > 1:
            return False
        if not between.words:
            return between.commas == 1
        joined = self._words.joins.intersection((between.words[0], " ".join(between.words[:2])))
        if not joined and not between.commas:
            return False
        if joined:
            # "Against X and against the inspector Y": the word said again is no new beginning.
            between = between._replace(words=[w for w in between.words if w not in self._words.again])
        rest = between.words[2:] if " ".join(between.words[:2]) in self._words.joins else between.words
        if len(rest) <= 2 and self._words.fillers.issuperset(rest):
            return True
        if not (self._words.contrast & self._words.breaks).isdisjoint(between.words):
            return False  # "X was arrested, while the doctor Y and the nurse Z"
        if not joined and between.words[0] in self._words.contrast and self._shielded(left.after, right):
            return False  # "X and Y will stand trial, and the judge Z has set a day"
        return not pure and self._goes_with(left, right, between, joined=bool(joined))

    def _shielded(self, start: int, end: int) -> bool:
        """Whether the title of somebody who speaks for an office or for others stands between two offsets."""
        return any(start <= title.start < end and title.role in _PROTECTED | _HEADS for title in self._cues.titles)

    def _in_items(self, start: int, end: int) -> bool:
        """Whether a semicolon parts two names of one list: "X, the organiser; his bookkeeper Y; and Z"."""
        semicolon = self._text.rfind(";", start, end)
        if semicolon < 0 or ":" in self._text[start:end] or end - start > _ITEM_REACH or self.cued(start, end):
            return False
        if self._goes_on(end):
            return False  # "X and Y were caught; the director Z said"
        words = tokenize(fold(self._text[start:end])).words
        behind = gap(self._text, (semicolon + 1, end))
        told = (self._words.stops | self._words.breaks | self._words.pronouns) - self._words.whose
        appended = self._text[start] in ",;"
        return appended and told.isdisjoint(words) and not behind.commas and len(behind.words) <= TITLE_WORDS

    def _goes_on(self, right: int) -> bool:
        """Whether a clause goes on behind a name: no mark, bracket or “and” ends the item of a list."""
        after = next((m.after for m in self.mentions if m.start >= right), len(self._text))
        words = tokenize(fold(self._text[after : after + _NEXT_WORD])).words[:1]
        return self._text[after : after + 1] == " " and bool(words) and self._words.joins.isdisjoint(words)

    def _goes_with(self, left: Mention, right: int, between: Gap, *, joined: bool) -> bool:
        """Whether what stands between two names, an "and" or a comma and more, still makes one list of them."""
        if len(between.words) == 1:
            if joined:
                return False
            return self._by_trade(left, right) or self._is_trade(between, left.after, right) or self._is_hidden(right)
        if self.cued(left.after, right) or self._ends_list(between, joined=joined):
            return False
        if joined and self._counted_or_theirs(between):
            return True
        if len(between.words) <= _AGAIN and self._is_trade(between, left.after, right) and self._same_case(left, right):
            return True  # "X, the crane driver Y and the customs clerk Z"
        again = self._words.again.intersection(gap(self._text, (left.after, right)).words)
        if joined and again and len(between.words) < _AGAIN:
            return True  # "for X and for the nurse Y"
        # "M. K. (35) and the driver D. B. (41)": whoever is named like this is not the one who speaks of the other.
        named = left.kind == "initials" or left.age is not None or self._forms.declines
        named |= self._is_trade(between, left.after, right) or self._told_privately(right)
        short = len(between.words) == 2 or not (
            len(between.words) > _AGAIN or any(self._words.is_verb(word) for word in between.words)
        )
        if short and joined and named and self._same_case(left, right):
            return True
        # "M. K. and their collector D. B."
        if joined and len(between.words) <= _AGAIN and self._alike(left, right) and not self.titled(left.after, right):
            return True
        # "X and two others, Y and Z", or a title of the second name.
        if not joined and len(between.words) > TITLE_WORDS:
            return False
        return (len(between.words) <= 4 and self._text[right - 2 : right] == ", ") or self.titled(left.after, right)

    def _ends_list(self, between: Gap, *, joined: bool) -> bool:
        """Whether words between two names belong to no list."""
        words = between.words
        if not self._words.stops.isdisjoint(words) or words[-1] in self._words.of:
            return True
        if words[0].startswith(self._words.amounts) or not self._words.away.isdisjoint(words):
            return True  # "X got nine, the driver Y", "X, before the judge Y"
        if not joined and words[0] in self._words.again - self._words.origin:
            return True  # "after the conviction of X for bribery, Y"
        # "jailing X for nine years, the judge Y"
        return any(word in self._words.to and self._words.is_amount(behind) for word, behind in pairwise(words))

    def _counted_or_theirs(self, between: Gap) -> bool:
        """Whether an "and" goes on with so many more ("and two men from Bar, Y and Z") or with "his neighbour Y"."""
        words = between.words
        if len(words) <= TITLE_WORDS and any(word in self._words.together for word in words):
            return True
        return len(words) <= _AGAIN and not self._words.whose.isdisjoint(words[1:3])

    def _is_hidden(self, right: int) -> bool:
        """Whether the second name is told by initials: such a one does not speak for an office."""
        other = next((m for m in self.mentions if m.start >= right), None)
        return other is not None and other.kind == "initials"

    def _told_privately(self, right: int) -> bool:
        """Whether the second name comes with an age or without its surname: no office speaks through such a one."""
        other = next((m for m in self.mentions if m.start >= right), None)
        return other is not None and (other.age is not None or other.kind == "mixed")

    def _alike(self, left: Mention, right: int) -> bool:
        """Whether both names are initials."""
        other = next((m for m in self.mentions if m.start >= right), None)
        return other is not None and left.kind == other.kind == "initials"

    def _by_trade(self, left: Mention, right: int) -> bool:
        """Whether one word before the second name only tells a trade ("A. B., the cashier C. D."), not who speaks."""
        if any(left.after <= title.start < right and title.role in OPEN_TITLES for title in self._cues.titles):
            return True
        return self._alike(left, right) and not self.cued(left.after, right)

    def _is_trade(self, between: Gap, start: int, end: int) -> bool:
        """Whether the last word before a name has the ending of a noun and is no office of whoever speaks."""
        if not self._words.is_noun(between.words[-1]):
            return False
        return all(t.role in OPEN_TITLES for t in self._cues.titles if start <= t.start < end)

    def _same_case(self, left: Mention, right: int) -> bool:
        """Whether two names may stand in one case; "X and visited Y" does not join them."""
        other = next((m for m in self.mentions if m.start >= right), None)
        return other is None or self._forms.inflected(left.words) == self._forms.inflected(other.words)

    def _without_asides(self, start: int, end: int) -> Gap:
        """What stands between two names of a list, without a place of origin and what two commas hold behind a name."""
        origin = _ORIGIN.match(self._text, start, end)
        if origin and fold(origin.group(1)) in self._words.origin and origin.group(2)[1].isupper():
            place = [word for word in origin.group(2).split() if word[0].isupper()]
            start = origin.start(2) + 1 + len(" ".join(place))
        between = gap(self._text, (start, end))
        last = self._text.rfind(",", start, end)
        aside = between.commas >= 2 and between.aside <= _ASIDE and self._text[start : start + 1] == ","
        if between.commas > 2:
            behind = gap(self._text, (last, end)).words
            aside &= bool(behind) and (behind[0] in self._words.joins or " ".join(behind[:2]) in self._words.joins)
        if aside and not self.cued(start, last) and not (self._words.stops - self._words.relative) & {*between.words}:
            return gap(self._text, (last, end))
        return between

    def titled(self, start: int, end: int) -> bool:
        """Whether a title stands between two offsets."""
        return any(start <= t.start < end for t in self._cues.titles)

    def cued(self, start: int, end: int) -> bool:
        """Whether a word that says what was done to somebody stands between two offsets."""
        return any(start <= c.start < end for c in self._cues.cues)

    def groups(self, names: list[Named]) -> list[list[Named]]:
        """The names of a sentence, those of one list together."""
        groups: list[list[Named]] = []
        listed = self._enumerated(names)
        for i, named in enumerate(names):
            # "X, the wife of Y": two persons, but no list.
            last = groups[-1][-1] if groups else named
            apart = named.owner or (last.owner and self._text[last.mention.after : named.mention.start] == ", ")
            one = i in listed or (bool(groups) and self.joins(groups[-1][-1].mention, named.mention.start, pure=False))
            if groups and not apart and one:
                groups[-1].append(named)
            else:
                groups.append([named])
        return groups

    def _enumerated(self, names: Sequence[Named]) -> set[int]:
        """Which names go on an enumeration of three or more: "the owner X, the manager Y and the guard Z".

        A title in the midst of one is a trade like the others: its bearer does not speak of them.
        """
        found: set[int] = set()
        run: list[int] = []
        for i in range(1, len(names)):
            words = self._link(names[i - 1], names[i])
            if words is None:
                run = []
                continue
            joined = bool(words) and not self._words.joins.isdisjoint((words[0], " ".join(words[:2])))
            run.append(i)
            if joined:
                members = [names[at] for at in (run[0] - 1, *run)]
                open_ones = [one for one in members if not one.protected]
                if len(run) > 1 and 2 * len(open_ones) > len(members):
                    found.update(run)
                    for one in members:
                        one.listed = True
                run = []
        return found

    def _link(self, left: Named, right: Named) -> list[str] | None:
        """The words between two names if they may be items of an enumeration, None if they cannot."""
        beside = self._text[left.mention.after : right.mention.start]
        if left.owner or right.owner or len(beside) > _ITEM_REACH or "\n" in beside:
            return None
        between = gap(self._text, (left.mention.after, right.mention.start))
        words = between.words
        joined = bool(words) and not self._words.joins.isdisjoint((words[0], " ".join(words[:2])))
        if between.stopped or between.commas != (not joined) or len(words) > TITLE_WORDS:
            return None
        told = self._words.stops | self._words.breaks | self._words.relative | self._words.away | self._words.whose
        if not told.isdisjoint(words) or self.cued(left.mention.after, right.mention.start):
            return None
        return None if any(self._words.is_verb(word) or self._words.is_amount(word) for word in words) else words

    def announced(self, cue: Cue, groups: list[list[Named]]) -> list[Named]:
        """Whom a colon right behind a cue announces, whatever parts them: "Arrested: X; Y and Z"."""
        if cue.reach is not None or self._text[cue.end : cue.end + 1] != ":":
            return []
        listed = [named for group in groups for named in group if named.mention.start > cue.end]
        return [] if any(named.protected for named in listed) else [named for named in listed if not named.owner]

    def named_besides(self, named: Named) -> bool:
        """Whether an "and" right before a title makes its bearer one of the list, who does not speak behind it."""
        words = gap(self._text, (max(0, named.start - _AND_REACH), named.start)).words[-2:]
        behind = words_behind(self._text, named.mention.after)[:1]
        joined = bool(words) and self._words.joins.intersection((words[-1], " ".join(words)))
        return bool(joined) and self._words.breaks.isdisjoint(behind)


def words_behind(text: str, start: int) -> list[str]:
    """The words right behind an offset, no further than the end of the sentence."""
    return tokenize(fold(SENTENCE_END.split(text[start : start + MEASURE_REACH])[0])).words
