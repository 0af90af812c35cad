"""What a sentence says a person is. A cue reaches the nearest names that grammar lets it reach, and no further.

Precision comes first: whoever speaks for a court or a defence is never the accused because an arrest is told nearby.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.who_carried import Carried
from komshi.pipeline.read.who_clients import Clients
from komshi.pipeline.read.who_cues import ACCUSING, Cue, Gap, LinkWords, SentenceCues, gap, is_hidden, longest
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_frames import Frames
from komshi.pipeline.read.who_kin import Kin
from komshi.pipeline.read.who_lists import HIDDEN, SENTENCED, VERDICTS, Lists, Named
from komshi.pipeline.read.who_shield import Shield
from komshi.pipeline.read.who_terms import Terms
from komshi.pipeline.read.who_titles import OPENS, Titles
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

_REACH_AFTER = 7.0
_REACH_BEFORE = 9.0
_BREAK = 8.0
# A name so near behind a verb is its object; otherwise one before it may be, with so many words between.
_NEXT = 2.0
# What a link costs where only a form of "to be" stands between a name and what was done to its bearer.
_PLAIN = 0.4
_OBJECT_REACH = 2
# Words between "X, whom" and the verb.
_WHOM_REACH = 6
_PROTECTED_REACH = 2.5
# Letters between "arrested were" and the colon before the names.
_LIST_REACH = 60
_LISTED = 0.6
# What a link may cost to "his brother X" behind a cue: the pronoun and an "also" stand between.
_KIN_REACH = 4.5
# Letters before a name in which "one of" stands.
_ONE_OF_REACH = 40
# Words of a verb form behind the last comma ("X, ..., has been").
_COPULA = 3
# Letters behind a participle in which its auxiliary stands.
_BE_REACH = 8
# What takes an accusation back, which "but" leads to ("was arrested, but went home").
_CLEARING = frozenset(["freed", "cleared", "never"])
# What a link to "was let go" may cost: it leads into no other clause.
_FREED_REACH = 7.5
# Words between a verdict and the unit of its measure ("to five").
_MEASURE_WORDS = 3
# Words between two commas that are read over.
_ASIDE = 5


class SentenceRoles:
    """Links the cues of one sentence to the names in it."""

    def __init__(
        self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms, *, verdict: bool = False
    ) -> None:
        """`verdict`: the news of the text is a verdict, so that a measure beside a name is a punishment."""
        self._text, self._words, self._cues, self._forms = text, words, cues, forms
        self._frames = Frames(text, words, cues.frames)
        self._terms = Terms(text, words, self._frames if verdict else None, forms)
        self._lists = Lists(text, words, cues, forms)
        self._carried = Carried(text, words, cues, forms)
        self._clients = Clients(text, cues, forms, self._lists)
        self._titles = Titles(text, words, cues, self._lists)
        self._shield = Shield(text, words, cues, forms)
        self._kin = Kin(text, words, cues, forms)
        self._lone: list[int] = []

    def __call__(self, mentions: Sequence[Mention], lone: Sequence[bool]) -> list[Named]:
        """The mentions with their roles; each role with the cost of its link (lower is surer)."""
        everything = [Named(mention, mention.start, lone=alone) for mention, alone in zip(mentions, lone, strict=True)]
        names = [named for named in everything if not named.lone]
        for i, named in enumerate(names):
            if named.hidden or named.mention.age is not None:
                named.one_of = self._one_of(named, names[i - 1].mention.after if i else 0)
        self._lists.mentions = [named.mention for named in names]
        if not self._cues.titles and not self._cues.cues:
            self._terms(self._lists.groups(names))
            return everything
        spans = [(named.mention.start, named.mention.end) for named in names]
        enclosing = self._cues.cues
        self._cues.cues = longest(self._cues.cues, spans, text=self._text)
        self._clients(names)
        self._clients.represented(names, self._kin)
        for i, named in enumerate(names):
            self._titles.find(names, i)
            named.owner = self._kin.owns(named, names[i - 1].mention.after if i else 0)
        self._kin.tell(names)
        for named in everything:
            if named.lone:
                self._titles.near(named)
        self._lone = [n.start for n in everything if n.lone and n.title_near and not self._kin.beside(names, n)]
        self._titles.of_state(names)
        self._titles.witnesses(names)
        groups = self._lists.groups(names)
        taken = {named.start for named in everything if named.lone}
        told: list[Cue] = []
        for cue in self._cues.cues:
            if cue.role == "client" or cue.side == "previous":
                continue
            # "The brother of the convicted X": X bears it.
            if self._titles.of_kin(cue, [n.mention.start for n in names]) and not any(
                0 <= named.mention.start - cue.end <= 1 for named in names
            ):
                continue
            # "The murder of X": a word that may be a name takes the cue away from the names behind it.
            if (cue.side != "after" or not taken & {cue.end, cue.end + 1}) and not self._is_measure_of(cue, told):
                told += [cue] * self._link(cue, groups)
        framed = ((cue.end, self._frames(cue)) for cue in self._cues.cues if cue.role in {*VERDICTS, "fined"})
        verdicts = [(end, role) for end, role in framed if role in {"convicted", "record", "fined"}]
        self._enclosed(enclosing, names)
        self._carried.carry_on(groups, verdicts)
        self._terms(groups)
        self._kin.share(names, [n for n in everything if n.lone and n.title == "relative"])
        self._carried.undo(names)
        self._shield.hurt(names)
        return everything

    def _enclosed(self, cues: Sequence[Cue], names: Sequence[Named]) -> None:
        """Of whom a phrase speaks that stands around the name ("found X guilty"), unless asked for."""
        if is_hidden(cues) or any(frame.role == "demand" for frame in self._cues.frames):
            _spare(names)
        for cue in cues:
            for named in names:
                inside = cue.start < named.mention.start and named.mention.end < cue.end
                # "By the agreement that the judge X accepted, he was": the commas part X from it.
                inside &= not (named.protected and "," in self._text[cue.start : cue.end])
                if inside and cue.side == "both" and cue.role in {"convicted", "acquitted"} and not named.owner:
                    role = self._frames(cue)
                    if role is not None:
                        named.roles.append((role, 0.5))

    def unnamed(self) -> list[tuple[Cue, str]]:
        """What the sentence says of somebody whom it does not name, but points to ("he", or no subject at all)."""
        found: list[tuple[Cue, str]] = []
        for cue in longest(self._cues.cues, []):
            # A noun (an arrest, a convict) tells of nobody in particular.
            told = cue.reach is None and cue.side != "previous" and not self._titles.of_kin(cue, ())
            if told and cue.role in {*ACCUSING, "freed"} and cue.role not in {"client", "term"}:
                role = self._frames(cue)
                if role is not None:
                    found.append((cue, role))
        # "They were sentenced, but at the retrial they were acquitted"
        last = max((cue.start for cue, role in found if role == "acquitted"), default=0)
        return [(cue, role) for cue, role in found if role not in {"convicted", "record"} or cue.start > last]

    def _one_of(self, named: Named, floor: int) -> bool:
        """Whether somebody is only an example of several: "one of the drivers, X"."""
        before = gap(self._text, (max(floor, named.mention.start - _ONE_OF_REACH), named.mention.start)).words
        return any(" ".join(pair) in self._words.one_of for pair in pairwise(before))

    def _is_measure_of(self, cue: Cue, told: Sequence[Cue]) -> bool:
        """Whether a term is that of a verdict right before it, which has its name: "X, jailed for five years for"."""
        verdict = next((before for before in reversed(told) if before.role in SENTENCED), None)
        if cue.role != "term" or verdict is None or verdict.end > cue.start:
            return False
        between = gap(self._text, (verdict.end, cue.start))
        return not between.commas and not between.stopped and len(between.words) <= _MEASURE_WORDS

    def _link(self, cue: Cue, groups: list[list[Named]]) -> bool:
        """Give the cue's role to the group that it reaches most easily, if it reaches any; whether it did."""
        role = self._frames(cue)
        if role is None:
            _spare(chain.from_iterable(groups if cue.role in VERDICTS else ()))
            return False
        announced = self._lists.announced(cue, groups) if cue.role in ACCUSING else []
        for named in announced:
            named.roles.append((role, _LISTED))
        if announced:
            return True
        reached: list[tuple[float, int, list[Named]]] = []
        # "X assassinated Y": what is done is done to the name that follows at once.
        at_once = any(0 <= group[0].mention.start - cue.end <= 1 for group in groups)
        if cue.role == "victim" and cue.side == "both" and at_once:
            cue = cue._replace(side="after")
        if cue.side != "before":
            reached += [(cost, 0, group) for cost, group in self._after(cue, groups)]
        if cue.side != "after":
            reached += [(self._plainly(cost, cue, group) + 0.5, 1, group) for cost, group in self._before(cue, groups)]
        if cue.side == "after" and cue.reach is None and not any(r[0] <= _NEXT for r in reached):
            reached += self._object_before(cue, groups)
        for cost, behind, group in sorted(reached, key=lambda r: r[:2]):
            subject = group[0].title == "official" and self._titles.is_subject(cue, group[0].start)
            if role == "freed" and cost > _FREED_REACH:
                continue
            # "His cousin X was in the same case convicted": nobody else is the subject.
            kin = behind and group[0].title == "relative" and cost <= _KIN_REACH + behind
            paid = min(cost, _PROTECTED_REACH) if subject or kin else cost
            if self._give(cue, role, group, cost=paid, far=paid > _PROTECTED_REACH + 0.5 * behind):
                return True
        return False

    def _plainly(self, cost: float, cue: Cue, group: list[Named]) -> float:
        last = group[-1].mention
        plain = self._words.suffers(self._text, cue, name_end=last.after) and not self._forms.inflected(last.words)
        return min(cost, _PLAIN) if plain else cost

    def _give(self, cue: Cue, role: str, group: list[Named], *, cost: float, far: bool) -> bool:
        """Give a role to all of a group whom it can mean; whether it meant anybody."""
        given = False
        if role == "freed":
            group = [n for n in group if ";" not in self._text[n.mention.after : cue.start]]
        if role == "victim" and any(named.title == "victim" for named in group):
            group = [named for named in group if named.title == "victim"]
        for named in group:
            if cue.role in ACCUSING and self._shield(cue, named):
                named.spared = named.spared or cue.role in VERDICTS
                continue
            listed = named is not group[0] and not group[0].protected and named.title in HIDDEN
            # "Arrested were A. B. and his brother C. D."
            listed &= not (named.title == "relative" and named.mention.kind == "initials")
            listed &= named.title != "official" or far or not self._lists.named_besides(named)
            beyond = far and not (cost <= _KIN_REACH and self._named_next(cue, named))
            if not (named.protected and cue.role in ACCUSING and beyond) or listed:
                named.roles.append((role, cost))
                given = True
        return given

    def _named_next(self, cue: Cue, named: Named) -> bool:
        """Whether "his brother X" follows a cue in one breath: "arrested were also his brother X"."""
        kin = named.title == "relative" and named.title_near and named.start > cue.end
        between = gap(self._text, (cue.end, named.start))
        return kin and (not between.commas or self._words.is_too(between.words))

    def _after(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, list[Named]]]:
        for i, group in enumerate(groups):
            # "The widow of X Y": a name that another follows at once only says whose the other is.
            if i + 1 < len(groups) and groups[i + 1][0].mention.start - group[-1].mention.end == 1:
                continue
            start = max(group[0].start, cue.end)
            if group[0].mention.start < cue.end or self._kin.possessive(group[-1]):
                continue
            if self._shield.only_tells_whose(cue, group[0]):
                return []
            colon = self._text.find(":", cue.end, start)
            listed = 0 <= colon - cue.end <= _LIST_REACH and cue.reach is None
            # "X was acquitted: the judge Y found": what follows is the reason.
            listed &= not (group[0].protected and cue.role in VERDICTS)
            between = gap(self._text, (colon + 1 if listed else cue.end, start))
            broken = not (self._words.breaks | self._words.relative).isdisjoint(between.words)
            # "Was arrested, while the ecologist X" begins another clause.
            broken |= between.commas > 0 and not self._words.contrast.isdisjoint(between.words)
            if broken and cue.role in VERDICTS:
                _spare(group)
            cost = len(between.words) - 0.8 * between.aside + 2 * min(between.commas, 1)
            cost = cost * (_LISTED if listed else 1) + _BREAK * (broken or between.stopped)
            if not broken and self._inverted(cue, between):
                cost = min(cost, _NEXT if len(between.words) > 1 else _PLAIN)
            # "Two days after the arrest, X was": a noun reaches into no other clause.
            apart = between.commas > 0 and not between.words
            # "For threats to neighbours, X was"
            apart |= between.commas > 0 and self._forms.nominative(group[0].mention.words)
            if cue.reach is not None and (apart or self._words.stops_in(between)):
                return []
            return [(cost, group)] if cost <= (cue.reach or _REACH_AFTER) else []
        return []

    def _inverted(self, cue: Cue, between: Gap) -> bool:
        """Whether a sentence opens with what is said of those whom a verb names at once: "Accused of theft are X"."""
        if not between.words or between.words[-1] not in self._words.be or between.stopped:
            return False
        return cue.reach is None and OPENS.search(self._text[max(0, cue.start - 3) : cue.start]) is not None

    def _object_before(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, int, list[Named]]]:
        """The name before the verb, if its case makes it the object ("the court has X sentenced")."""
        group = next((g for g in reversed(groups) if g[-1].mention.after <= cue.start), None)
        if group is None:
            return []
        between = gap(self._text, (group[-1].mention.after, cue.start))
        near = not between.stopped and between.commas < 2 and len(between.words) <= _WHOM_REACH
        if near and not self._words.whom.isdisjoint(between.words[:2]) and not group[-1].owner:
            return [(_NEXT, 1, group[-1:])]  # "X, whom the police arrested"
        if not self._forms.inflected(group[-1].mention.words):
            return []
        if between.commas or between.stopped or len(between.words) > _OBJECT_REACH:
            return []
        return [] if self._words.stops_in(between) or group[-1].protected else [(_NEXT, 1, group)]

    def _before(self, cue: Cue, groups: list[list[Named]]) -> list[tuple[float, list[Named]]]:
        for group in reversed(groups):
            last = group[-1].mention
            if last.after > cue.start or self._remarks(group, cue.start):
                continue
            if any(last.after <= start < cue.start for start in self._lone):
                return []
            if cue.role in ACCUSING and self._closes_clause(group, groups):
                continue
            between = gap(self._text, (last.after, cue.start))
            breaks = self._words.breaks | self._words.others
            if cue.role == "freed":
                breaks -= self._words.but
            if between.remark in self._words.aside:
                breaks -= self._words.aside
            resumed = self._resumed(last.after, cue, between)
            broken = not resumed and not breaks.isdisjoint(between.words)
            related = self._relates(last.after, cue.start, between)
            broken |= cue.subject and not related and self._forms.inflected(last.words)
            # "X, the lawyers and the accused": the accused are others.
            also = between.words[-1:] == [self._words.also] and cue.role not in {*SENTENCED, "never", "freed"}
            broken |= also and not self._lists.cued(last.after, cue.start)
            # "The consul X visited the convicted"
            broken |= cue.role in VERDICTS and self._words.is_object(between.words)
            # "X remains in custody, two were let go"
            broken |= cue.role == "freed" and self._counted(last.after, cue.start)
            # "X was suspended after proceedings against him": the pronoun leads over the clause.
            if broken and not cue.subject and not self._words.pronouns.isdisjoint(self._own_words(cue)):
                broken = False
            if cue.role in _CLEARING and not self._words.contrast.isdisjoint(between.words):
                return []  # "X was arrested, while seven others were let go"
            if between.stopped and len(groups) == 1 and self._goes_on(last.after, cue.start):
                return [(_NEXT, group)]
            # The two commas of what is read over are one stop.
            commas = between.commas - (between.commas == 2 and between.aside <= _ASIDE)
            commas = min(commas, 1) if resumed else commas
            cost = 0.7 * (len(between.words) - (1 if resumed else 0.8) * between.aside) + commas + _BREAK * broken
            cost /= 2.5 if related else 1
            if group[-1].owner and cue.role in {*ACCUSING, "freed", "fined"} and not related:
                continue
            # "With the prosecutor Y, and gave him a year": the pronoun means somebody named before.
            kin = group[-1].title == "relative" and group[-1].title_near
            far = cost > (_KIN_REACH if kin else _PROTECTED_REACH) or (
                not related and not self._words.pronouns.isdisjoint(self._own_words(cue))
            )
            far |= not self._words.contrast.isdisjoint(between.words)  # "the judge X, while the accused"
            if group[-1].protected and cue.role in ACCUSING and far:
                continue
            return [(cost, group)] if cost <= _REACH_BEFORE and not between.stopped else []
        return []

    def _closes_clause(self, group: list[Named], groups: list[list[Named]]) -> bool:
        """Whether a comma ends what is told of somebody else: "X, who agreed with the prosecutor Y, will serve"."""
        after = group[-1].mention.after
        before = [g[-1].mention.after for g in groups if g[-1].mention.after < group[0].start]
        if self._text[after : after + 1] != "," or not before:
            return False
        between = gap(self._text, (before[-1], group[0].start))
        opened = not self._words.relative.isdisjoint(between.words[:1])
        return opened and between.commas == 1 and not between.stopped

    def _counted(self, start: int, end: int) -> bool:
        """Whether a number opens the last clause: so many others are meant."""
        comma = self._text.rfind(",", start, end)
        opening = gap(self._text, (comma, end)).words[:3] if comma >= 0 else []
        return any(word in self._words.together or word.startswith(self._words.amounts) for word in opening)

    def _resumed(self, start: int, cue: Cue, between: Gap) -> bool:
        """Whether the clause of the name goes on behind what two commas held: "X, who drove, the cousin of Y, is"."""
        behind = gap(self._text, (self._text.rfind(",", start, cue.start) + 1, cue.start)).words
        if between.commas < 2 or len(behind) > _COPULA or not self._words.breaks.isdisjoint(behind):
            return False
        own = self._own_words(cue)[:1] + tokenize(fold(self._text[cue.end : cue.end + _BE_REACH])).words[:1]
        return not self._words.be.isdisjoint(behind or own)

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a new clause speaks of the only one named before: "X was stopped; he is in custody"."""
        clause = max(self._text.rfind(stop, start, end) for stop in ";:") + 1
        return clause > 0 and not self._words.pronouns.isdisjoint(gap(self._text, (clause, end)).words[:2])

    def _remarks(self, group: Sequence[Named], end: int) -> bool:
        """Whether the name stands in a remark that is read over: ", as the judge X put it,"."""
        start, after = group[0].start, group[-1].mention.after
        comma = self._text.rfind(",", 0, start)
        if self._shield.speaks_of_another(group[0], (after, end)):
            group[0].agent = True
            return True  # "sacked by the minister X over the scandal, he was jailed"
        if comma < 0 or "," not in self._text[after:end]:
            return False
        opening = gap(self._text, (comma, start)).words
        if len(opening) == 1 and opening[0] in self._words.breaks and len(group) == 1:
            return True  # "the fish, says X of the institute, were caught"
        if not group[0].protected:
            return False
        return not self._words.aside.isdisjoint(gap(self._text, (comma, start)).words[:1]) or (
            not self._words.aside.isdisjoint(gap(self._text, (comma, group[0].mention.start)).words[:1])
        )

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


def _spare(names: Iterable[Named]) -> None:
    """Marks those beside whom a verdict stands that is another's, or none."""
    for named in names:
        named.spared = True
