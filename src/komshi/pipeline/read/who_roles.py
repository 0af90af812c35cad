"""What a sentence says a person is. A cue reaches the nearest names that grammar lets it reach, and no further.

Precision comes first: whoever speaks for a court or a defence is never the accused because an arrest is told nearby,
a demand is no sentence, a quashed verdict is none, and what might happen has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from komshi.pipeline.read.names import Mention
from komshi.pipeline.read.who_cues import Cue, Gap, LinkWords, SentenceCues, gap, longest
from komshi.pipeline.read.who_forms import NameForms

_REACH_AFTER = 7.0
_REACH_BEFORE = 9.0
_BREAK = 8.0
_PROTECTED_REACH = 2.5
_APPOSITION = frozenset([",", "-", "–", "("])
_TITLE_REACH = 9
# Letters between a director's title and the word for the firm.
_FIRM_REACH = 45
_PROTECTED = frozenset(["official", "lawyer", "journalist", "other", "relative"])
ACCUSING = frozenset(["suspect", "client", "defendant", "charged", "convicted", "acquitted"])


@dataclass(slots=True)
class Named:
    """A mention inside its sentence: its title, where that begins, and what the cues say of it.

    A `lone` one is a capital word that may be no name at all: only a title right before it can make it a person.
    An `owner` only tells whose relative somebody is.
    """

    mention: Mention
    start: int
    title: str | None = None
    title_near: bool = False
    roles: list[tuple[str, float]] = field(default_factory=list)
    lone: bool = False
    owner: bool = False

    @property
    def protected(self) -> bool:
        """Whether the title makes it unlikely that an accusation nearby is meant for this person."""
        return self.title in _PROTECTED


class SentenceRoles:
    """Links the cues of one sentence to the names in it."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms) -> None:
        self._text, self._words, self._cues, self._forms = text, words, cues, forms

    def __call__(self, mentions: Sequence[Mention], lone: Sequence[bool]) -> list[Named]:
        """The mentions with their roles; each role with the cost of its link (lower is surer)."""
        everything = [Named(mention, mention.start, lone=alone) for mention, alone in zip(mentions, lone, strict=True)]
        if not self._cues.titles and not self._cues.cues:
            return everything
        names = [named for named in everything if not named.lone]
        spans = [(named.mention.start, named.mention.end) for named in names]
        self._cues.cues = longest(self._cues.cues, spans)
        self._clients(names)
        for i, named in enumerate(names):
            self._title(names, i, named)
            named.owner = self._owns(named, names[i - 1].mention.after if i else 0)
        for named in everything:
            if named.lone:
                self._lone_title(named)
        groups = self._groups(names)
        taken = {named.start for named in everything if named.lone}
        for cue in self._cues.cues:
            if cue.role == "client" or cue.side == "previous":
                continue
            # "The murder of X": a word that may be a name takes the cue away from the names behind it.
            if cue.side != "after" or not taken & {cue.end, cue.end + 1}:
                self._link(cue, groups)
        return everything

    def _clients(self, names: list[Named]) -> None:
        """In "the lawyer of X" the case is about X, and the lawyer's title is not theirs."""
        for cue in self._cues.cues:
            if cue.role != "client":
                continue
            for i, named in enumerate(names):
                if 0 <= named.mention.start - cue.end <= 1:
                    named.roles.append(("client", 0.0))
                    named.title = "client"
                    for follower in self._followers(names, i):
                        follower.roles.append(("client", 0.0))
                        follower.title = "client"

    def _owns(self, named: Named, floor: int) -> bool:
        """Whether the name is that of whose son or sister is meant: "the son of X", or X in another case behind it."""
        for title in self._cues.titles:
            if title.role == "relative" and floor <= title.start and title.end <= named.mention.start:
                following = gap(self._text, (title.end, min(title.end + 16, named.mention.start))).words[:1]
                if self._words.of.issuperset(following) and following:
                    return True
                return self._forms.inflected(named.mention.words)
        return False

    def _followers(self, names: list[Named], i: int) -> list[Named]:
        followers: list[Named] = []
        while i + 1 < len(names) and self._joins(names[i].mention, names[i + 1].mention.start, pure=True):
            i += 1
            followers.append(names[i])
        return followers

    def _title(self, names: list[Named], i: int, named: Named) -> None:
        if named.title is not None:
            return
        floor = names[i - 1].mention.after if i else 0
        titles = [title for title in self._cues.titles if title.role != "former"]
        for title in reversed([t for t in titles if floor <= t.start and t.end <= named.mention.start]):
            between = gap(self._text, (title.end, named.mention.start))
            if self._title_reaches(between, named.mention.start):
                self._give_title(named, title, floor)
                named.start = min(named.start, title.start)
                named.title_near = len(between.words) <= 1
                return
        ceiling = names[i + 1].mention.start if i + 1 < len(names) else len(self._text)
        behind = next((t for t in titles if named.mention.after <= t.start and t.end <= ceiling), None)
        if behind is not None:
            self._apposition(named, behind, ceiling)
        elif i and self._joins(names[i - 1].mention, named.mention.start, pure=True) and names[i - 1].title:
            named.title = names[i - 1].title

    def _apposition(self, named: Named, title: Cue, ceiling: int) -> None:
        """A title behind a comma; one that another name follows at once is that one's."""
        after = named.mention.after
        between = gap(self._text, (after, title.start))
        if self._text[after : after + 1] not in _APPOSITION or between.commas > 1 or len(between.words) > 3:
            return
        if not self._stopped(between) and not (ceiling < len(self._text) and self._text[title.end : ceiling].isspace()):
            self._give_title(named, title, after)
            named.title_near = True

    def _lone_title(self, named: Named) -> None:
        """A capital word alone is a person only right behind a title, and not in quotes."""
        for title in self._cues.titles:
            if self._text[title.end : named.start] == " " and title.role != "former":
                named.title = self._manager(named, title) if title.role == "manager" else title.role
                named.title_near = True

    def _give_title(self, named: Named, title: Cue, floor: int) -> None:
        low, high = max(floor, title.start - 30), title.end + 40
        former = any(f.role == "former" and low <= f.start < high for f in self._cues.titles)
        role = self._manager(named, title) if title.role == "manager" else title.role
        named.title = "former" if former and role == "official" else role

    def _manager(self, named: Named, title: Cue) -> str:
        """A director is an official, but not that of a firm; whoever is named by initials or age is no office."""
        of_firm = any(abs(firm - title.start) < _FIRM_REACH for firm in self._cues.firms)
        private = named.mention.kind == "initials" or named.mention.age is not None
        return "leader" if of_firm or private else "official"

    def _title_reaches(self, between: Gap, name_start: int) -> bool:
        if len(between.words) > _TITLE_REACH or between.stopped or self._stopped(between):
            return False
        if between.words and between.words[-1] in self._words.of:
            return False
        return not between.commas or (between.commas == 1 and self._text[name_start - 2 : name_start] == ", ")

    def _stopped(self, between: Gap) -> bool:
        return not self._words.stops.isdisjoint(between.words)

    def _joins(self, left: Mention, right: int, *, pure: bool) -> bool:
        """Whether two names stand in one list. `pure` allows nothing but a comma or an "and" between them."""
        if right - left.after > 50:
            return False
        between = gap(self._text, (left.after, right))
        if between.stopped or between.commas > 1:
            return False
        lead = " ".join(between.words[:1])
        if not between.words:
            return between.commas == 1
        if lead not in self._words.joins and not between.commas:
            return False
        if len(between.words) <= 2 and self._words.fillers.issuperset(between.words):
            return True
        if pure or len(between.words) == 1:
            return False
        if self._stopped(between) or between.words[-1] in self._words.of:
            return False
        if self._cued(left.after, right):
            return False
        # "M. K. (35) and the driver D. B. (41)": whoever is named like this is not the one who speaks of the other.
        if len(between.words) == 2 and lead in self._words.joins and (left.kind == "initials" or left.age is not None):
            return True
        # "X and two others, Y and Z", or a title of the second name.
        return (len(between.words) <= 4 and self._text[right - 2 : right] == ", ") or self._titled(left.after, right)

    def _titled(self, start: int, end: int) -> bool:
        return any(start <= t.start < end for t in self._cues.titles)

    def _cued(self, start: int, end: int) -> bool:
        return any(start <= c.start < end for c in self._cues.cues)

    def _groups(self, names: list[Named]) -> list[list[Named]]:
        groups: list[list[Named]] = []
        for named in names:
            if groups and self._joins(groups[-1][-1].mention, named.mention.start, pure=False):
                groups[-1].append(named)
            else:
                groups.append([named])
        return groups

    def _link(self, cue: Cue, groups: list[list[Named]]) -> None:
        """Give the cue's role to the group that it reaches most easily, if it reaches any."""
        role = self._framed(cue)
        if role is None:
            return
        reached: list[tuple[float, int, list[Named]]] = []
        if cue.side != "before":
            reached += [(cost, 0, group) for cost, group in self._after(cue, groups)]
        if cue.side != "after":
            reached += [(cost + 0.5, 1, group) for cost, group in self._before(cue, groups)]
        if not reached:
            return
        cost, _, group = min(reached, key=lambda r: r[:2])
        if role == "victim" and any(named.title == "victim" for named in group):
            group = [named for named in group if named.title == "victim"]
        for named in group:
            if cue.role in ACCUSING and (named.owner or (named.title == "victim" and named.title_near)):
                continue
            if not (named.protected and cue.role in ACCUSING and cost > _PROTECTED_REACH):
                named.roles.append((role, cost))

    def _after(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, list[Named]]]:
        for i, group in enumerate(groups):
            # "The widow of X Y": a name that another follows at once only says whose the other is.
            if i + 1 < len(groups) and groups[i + 1][0].mention.start - group[-1].mention.end == 1:
                continue
            start = max(group[0].start, cue.end)
            if group[0].mention.start < cue.end:
                continue
            if self._of_another(cue, group[0].mention.start):
                return []
            between = gap(self._text, (cue.end, start))
            broken = not (self._words.breaks | self._words.relative).isdisjoint(between.words)
            cost = len(between.words) - 0.8 * between.aside + 2 * min(between.commas, 1)
            cost += _BREAK * (broken or between.stopped)
            if cue.reach is not None and self._stopped(between):
                return []
            return [(cost, group)] if cost <= (cue.reach or _REACH_AFTER) else []
        return []

    def _of_another(self, cue: Cue, name: int) -> bool:
        """Whether the name only tells whose: "suspected of the murder of X", "arrested the brother of X"."""
        if any(t.role == "relative" and cue.end <= t.start < name for t in self._cues.titles):
            return True
        return cue.role != "victim" and any(c.role == "victim" and cue.end <= c.start < name for c in self._cues.cues)

    def _before(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, list[Named]]]:
        for group in reversed(groups):
            last = group[-1].mention
            if last.after > cue.start:
                continue
            between = gap(self._text, (last.after, cue.start))
            breaks = self._words.breaks | self._words.others
            if between.remark in self._words.aside:
                breaks -= self._words.aside
            broken = not breaks.isdisjoint(between.words)
            related = bool(between.words) and between.words[0] in self._words.relative
            broken |= cue.subject and not related and self._forms.inflected(last.words)
            # "X, the lawyers and the accused": the accused are others.
            broken |= between.words[-1:] == [self._words.also] and not self._cued(last.after, cue.start)
            cost = 0.7 * (len(between.words) - 0.8 * between.aside) + between.commas + _BREAK * broken
            cost /= 2 if related else 1
            if group[-1].owner and cue.role in ACCUSING:
                continue
            if group[-1].protected and cue.role in ACCUSING and cost > _PROTECTED_REACH:
                continue
            return [(cost, group)] if cost <= _REACH_BEFORE and not between.stopped else []
        return []

    def _framed(self, cue: Cue) -> str | None:
        """What the cue says once demands, conditions, negations and quashed verdicts are heeded; None for nothing."""
        near = [f for f in self._cues.frames if f.end <= cue.start and cue.start - f.end < 60]
        if any(f.role == "negation" and cue.start - f.end < 14 for f in near):
            return None
        if cue.reach is not None and any(f.role == "possessive" and cue.start - f.end < 3 for f in near):
            return None
        if cue.role in {"convicted", "acquitted"}:
            around = [f for f in self._cues.frames if abs(f.start - cue.start) < 140]
            if any(f.role in {"demand", "quash"} for f in around) or any(f.role == "modal" for f in near):
                return "charged"
        elif any(f.role == "modal" and cue.start - f.end < 20 for f in near):
            return None
        return cue.role
