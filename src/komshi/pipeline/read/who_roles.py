"""What a sentence says a person is. A cue reaches the nearest names that grammar lets it reach, and no further.

Precision comes first: whoever speaks for a court or a defence is never the accused because an arrest is told nearby.
"""

from __future__ import annotations

from collections.abc import Sequence

from komshi.pipeline.read.names import Mention
from komshi.pipeline.read.who_cues import ACCUSING, Cue, Gap, LinkWords, SentenceCues, gap, longest
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_frames import Frames
from komshi.pipeline.read.who_lists import HIDDEN, SENTENCED, VERDICTS, Lists, Named
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

_REACH_AFTER = 7.0
_REACH_BEFORE = 9.0
_BREAK = 8.0
# A name so near behind a verb is its object; otherwise one before it may be, with so many words between.
_NEXT = 2.0
_OBJECT_REACH = 2
_PROTECTED_REACH = 2.5
_APPOSITION = frozenset([",", "-", "–", "("])
_TITLE_REACH = 9
# Letters between a director's title and the word for the firm.
_FIRM_REACH = 45
# Letters between "the association of" and "journalists".
_CLUB_REACH = 24
# Letters between "arrested were" and the colon before the names.
_LIST_REACH = 30
_LISTED = 0.6
# Words between "the son of" and the name.
_OWNER_REACH = 5
# Letters between "the son of" and "the accused"; the words there are articles.
_KIN_REACH = 9
_SMALL = 3
_POSSESSIVE = ("'s", "’s")


class SentenceRoles:
    """Links the cues of one sentence to the names in it."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms) -> None:
        self._text, self._words, self._cues, self._forms = text, words, cues, forms
        self._frames = Frames(text, words, cues.frames)
        self._lists = Lists(text, words, cues, forms)

    def __call__(self, mentions: Sequence[Mention], lone: Sequence[bool]) -> list[Named]:
        """The mentions with their roles; each role with the cost of its link (lower is surer)."""
        everything = [Named(mention, mention.start, lone=alone) for mention, alone in zip(mentions, lone, strict=True)]
        if not self._cues.titles and not self._cues.cues:
            return everything
        names = [named for named in everything if not named.lone]
        self._lists.mentions = [named.mention for named in names]
        spans = [(named.mention.start, named.mention.end) for named in names]
        enclosing = self._cues.cues
        self._cues.cues = longest(self._cues.cues, spans)
        self._clients(names)
        for i, named in enumerate(names):
            self._title(names, i, named)
            named.owner = self._owns(named, names[i - 1].mention.after if i else 0)
        for named in everything:
            if named.lone:
                self._lone_title(named)
        groups = self._lists.groups(names)
        taken = {named.start for named in everything if named.lone}
        for cue in self._cues.cues:
            if cue.role == "client" or cue.side == "previous":
                continue
            if self._of_kin(cue, names):
                continue
            # "The murder of X": a word that may be a name takes the cue away from the names behind it.
            if cue.side != "after" or not taken & {cue.end, cue.end + 1}:
                self._link(cue, groups)
        self._enclosed(enclosing, names)
        self._lists.carry_on(groups)
        self._lists.undo(names)
        return everything

    def _enclosed(self, cues: Sequence[Cue], names: Sequence[Named]) -> None:
        """Of whom a phrase speaks that stands around the name: "found X guilty"."""
        for cue in cues:
            for named in names:
                inside = cue.start < named.mention.start and named.mention.end < cue.end
                if inside and cue.side == "both" and cue.role in {"convicted", "acquitted"} and not named.owner:
                    role = self._frames(cue)
                    if role is not None:
                        named.roles.append((role, 0.5))

    def unnamed(self) -> list[tuple[Cue, str]]:
        """What the sentence says of somebody whom it does not name, but points to ("he", or no subject at all)."""
        found: list[tuple[Cue, str]] = []
        for cue in longest(self._cues.cues, []):
            if cue.role in ACCUSING and cue.role not in {"client", "term"} and cue.side != "previous":
                role = self._frames(cue)
                if role is not None:
                    found.append((cue, role))
        return found

    def _clients(self, names: list[Named]) -> None:
        """In "the lawyer of X" the case is about X, and the lawyer's title is not theirs."""
        for cue in self._cues.cues:
            if cue.role != "client":
                continue
            for i, named in enumerate(names):
                if cue.subject and not self._surname_declined(named.mention):
                    continue  # "the lawyer X", not "the lawyer of X"
                if 0 <= named.mention.start - cue.end <= 1:
                    named.roles.append(("client", 0.0))
                    named.title = "client"
                    followers = self._followers(names, i)
                    if len(followers) == 1 and self._text[named.mention.after : followers[0].start] == ", ":
                        # "The lawyer of X, Y, said": the second name is the lawyer's.
                        followers[0].title, followers[0].title_near = "lawyer", True
                        continue
                    for follower in followers:
                        follower.roles.append(("client", 0.0))
                        follower.title = "client"

    def _surname_declined(self, mention: Mention) -> bool:
        return mention.kind != "initials" and self._forms.base(mention.words)[-1] != mention.words[-1]

    def _possessive(self, named: Named) -> bool:
        """Whether the name is an English genitive: "X's cousin"."""
        start, end = named.mention.start, named.mention.end
        return self._text[start:end].endswith(_POSSESSIVE) or self._text[end : end + 2] in _POSSESSIVE

    def _of_kin(self, cue: Cue, names: Sequence[Named]) -> bool:
        """Whether a cue only tells whose relative somebody is and names nobody: "Y, the brother of the accused"."""
        for title in self._cues.titles:
            if title.role != "relative" or not 0 <= cue.start - title.end <= _KIN_REACH:
                continue
            between = gap(self._text, (title.end, cue.start))
            if between.commas or between.stopped or any(len(word) > _SMALL for word in between.words):
                continue
            # "The brother of the convicted X": X bears it.
            return not any(0 <= named.mention.start - cue.end <= 1 for named in names)
        return False

    def _owns(self, named: Named, floor: int) -> bool:
        """Whether the name is that of whose son or sister is meant: "the son of X", or X in another case behind it."""
        if self._possessive(named):
            return True
        for title in self._cues.titles:
            if title.role == "relative" and floor <= title.start and title.end <= named.mention.start:
                between = gap(self._text, (title.end, named.mention.start))
                if between.commas or between.stopped or len(between.words) > _OWNER_REACH:
                    continue
                following = gap(self._text, (title.end, min(title.end + 16, named.mention.start))).words[:1]
                if self._words.of.issuperset(following) and following:
                    return True
                return self._forms.inflected(named.mention.words)
        return False

    def _followers(self, names: list[Named], i: int) -> list[Named]:
        followers: list[Named] = []
        while i + 1 < len(names) and self._lists.joins(names[i].mention, names[i + 1].mention.start, pure=True):
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
        elif i and self._lists.joins(names[i - 1].mention, named.mention.start, pure=True) and names[i - 1].title:
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
                named.title = self._office(named, title)
                named.title_near = True

    def _give_title(self, named: Named, title: Cue, floor: int) -> None:
        low, high = max(floor, title.start - 30), title.end + 40
        former = any(f.role == "former" and low <= f.start < high for f in self._cues.titles)
        role = self._office(named, title)
        named.title = "former" if former and role == "official" else role

    def _office(self, named: Named, title: Cue) -> str:
        """What a title makes of a person: who directs or presides is an official, but not that of a firm or a club.

        Whoever is named by initials or age holds no office that would shield them.
        """
        if title.role == "journalist" and any(0 < title.start - club < _CLUB_REACH for club in self._cues.clubs):
            return "other"
        if title.role not in {"manager", "chair"}:
            return title.role
        if self._beside(self._cues.firms, title):
            return "leader"
        if title.role == "chair":
            return "other" if self._beside(self._cues.clubs, title) else "official"
        private = named.mention.kind == "initials" or named.mention.age is not None
        if private:
            return "leader"
        return "other" if self._beside(self._cues.clubs, title) else "official"

    @staticmethod
    def _beside(bodies: Sequence[int], title: Cue) -> bool:
        return any(abs(body - title.start) < _FIRM_REACH for body in bodies)

    def _title_reaches(self, between: Gap, name_start: int) -> bool:
        if len(between.words) > _TITLE_REACH or between.stopped or self._stopped(between):
            return False
        if between.words and between.words[-1] in self._words.of:
            return False
        return not between.commas or (between.commas == 1 and self._text[name_start - 2 : name_start] == ", ")

    def _stopped(self, between: Gap) -> bool:
        return not self._words.stops.isdisjoint(between.words)

    def _link(self, cue: Cue, groups: list[list[Named]]) -> None:
        """Give the cue's role to the group that it reaches most easily, if it reaches any."""
        role = self._frames(cue)
        if role is None:
            return
        reached: list[tuple[float, int, list[Named]]] = []
        if cue.side != "before":
            reached += [(cost, 0, group) for cost, group in self._after(cue, groups)]
        if cue.side != "after":
            reached += [(cost + 0.5, 1, group) for cost, group in self._before(cue, groups)]
        if cue.side == "after" and cue.reach is None and not any(r[0] <= _NEXT for r in reached):
            reached += self._object_before(cue, groups)
        if not reached:
            return
        cost, behind, group = min(reached, key=lambda r: r[:2])
        far = cost > _PROTECTED_REACH + 0.5 * behind
        if role == "victim" and any(named.title == "victim" for named in group):
            group = [named for named in group if named.title == "victim"]
        for named in group:
            if cue.role in ACCUSING and self._spared(cue, named):
                continue
            listed = named is not group[0] and not group[0].protected and named.title in HIDDEN
            # "Arrested were A. B. and his brother C. D."
            listed &= not (named.title == "relative" and named.mention.kind == "initials")
            if not (named.protected and cue.role in ACCUSING and far) or listed:
                named.roles.append((role, cost))

    def _spared(self, cue: Cue, named: Named) -> bool:
        """Whether an accusation beside a name is that of another: of a relative, of those whom a lawyer defends."""
        if named.title == "victim" and named.title_near:
            return True
        if named.owner:
            kin = [t for t in self._cues.titles if t.role == "relative" and t.end <= cue.start < named.mention.start]
            if kin:
                return False  # "the brother of the convicted X"
            between = gap(self._text, (named.mention.after, cue.start)).words if named.mention.after < cue.start else []
            return self._words.relative.isdisjoint(between)
        lawyers = [title for title in self._cues.titles if title.role == "lawyer"]
        if named.title == "lawyer" and any(0 <= cue.start - title.end <= 1 for title in lawyers):
            return named.mention.start < cue.start or not self._forms.inflected(named.mention.words)
        # "According to the prosecutor X, the accused have": the comma parts two persons.
        beside = self._text[named.mention.after : cue.start] == ", "
        return beside and cue.role == "defendant" and named.title == "official"

    def _after(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, list[Named]]]:
        for i, group in enumerate(groups):
            # "The widow of X Y": a name that another follows at once only says whose the other is.
            if i + 1 < len(groups) and groups[i + 1][0].mention.start - group[-1].mention.end == 1:
                continue
            start = max(group[0].start, cue.end)
            if group[0].mention.start < cue.end or self._possessive(group[-1]):
                continue
            if self._of_another(cue, group[0]):
                return []
            colon = self._text.find(":", cue.end, start)
            listed = 0 <= colon - cue.end <= _LIST_REACH and cue.reach is None
            # "X was acquitted: the judge Y found": what follows is the reason.
            listed &= not (group[0].protected and cue.role in VERDICTS)
            between = gap(self._text, (colon + 1 if listed else cue.end, start))
            broken = not (self._words.breaks | self._words.relative).isdisjoint(between.words)
            cost = len(between.words) - 0.8 * between.aside + 2 * min(between.commas, 1)
            cost = cost * (_LISTED if listed else 1) + _BREAK * (broken or between.stopped)
            if cue.reach is not None and self._stopped(between):
                return []
            return [(cost, group)] if cost <= (cue.reach or _REACH_AFTER) else []
        return []

    def _object_before(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, int, list[Named]]]:
        """The name before the verb, if its case makes it the object ("the court has X sentenced")."""
        group = next((g for g in reversed(groups) if g[-1].mention.after <= cue.start), None)
        if group is None or not self._forms.inflected(group[-1].mention.words):
            return []
        between = gap(self._text, (group[-1].mention.after, cue.start))
        if between.commas or between.stopped or len(between.words) > _OBJECT_REACH:
            return []
        return [] if self._stopped(between) or group[-1].protected else [(_NEXT, 1, group)]

    def _of_another(self, cue: Cue, named: Named) -> bool:
        """Whether the name only tells whose: "suspected of the murder of X", "arrested the brother of X"."""
        name = named.mention.start
        if named.owner and any(t.role == "relative" and cue.end <= t.start < name for t in self._cues.titles):
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
            related = self._relates(last.after, cue.start, between)
            broken |= cue.subject and not related and self._forms.inflected(last.words)
            # "X, the lawyers and the accused": the accused are others.
            also = between.words[-1:] == [self._words.also] and cue.role not in SENTENCED
            broken |= also and not self._lists.cued(last.after, cue.start)
            # "X was suspended after proceedings against him": the pronoun leads over the clause.
            if broken and not cue.subject and not self._words.pronouns.isdisjoint(self._own_words(cue)):
                broken = False
            cost = 0.7 * (len(between.words) - 0.8 * between.aside) + between.commas + _BREAK * broken
            cost /= 2.5 if related else 1
            if group[-1].owner and cue.role in ACCUSING and not related:
                continue
            if group[-1].protected and cue.role in ACCUSING and cost > _PROTECTED_REACH:
                continue
            return [(cost, group)] if cost <= _REACH_BEFORE and not between.stopped else []
        return []

    def _own_words(self, cue: Cue) -> list[str]:
        return tokenize(fold(self._text[cue.start : cue.end])).words

    def _relates(self, start: int, end: int, between: Gap) -> bool:
        """Whether a relative clause leads from the name to the cue, at once or behind a nickname and a comma."""
        if not self._words.relative.isdisjoint(between.words[:2]):
            return True
        comma = self._text.rfind(",", start, end)
        if comma < 0 or between.commas > 1:
            return False
        return not self._words.relative.isdisjoint(gap(self._text, (comma, end)).words[:2])
