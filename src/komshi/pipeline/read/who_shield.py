"""Whom an accusation beside a name does not mean: whoever acts, judges, speaks, was hurt, or only tells whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from komshi.pipeline.read.who_cues import ACCUSING, Cue, LinkWords, SentenceCues, gap
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_kin import KIN
from komshi.pipeline.read.who_lists import VERDICTS, Named, words_behind
from komshi.pipeline.types import Span

_ACTING = frozenset(["official", "lawyer", "journalist"])
# Letters before a title in which the preposition of whoever acts stands ("before the judge X").
_ACTOR_REACH = 22
# Letters between a lawyer's title and those whom he defends ("the lawyer of the two accused X").
_CLIENT_REACH = 14
# Words before a title in which "to" or "by" stands behind a cue.
_AWAY_REACH = 3
# Words before a cue in which a preposition makes it that of others ("X, who for the first accused").
_OTHERS_REACH = 2
# What the link from "the murder of" to the one who was murdered may cost.
_HURT = 1.0
_DONE_TO = frozenset(["victim", "target"])

# Letters from a spokesman's title to the name behind it; letters and words that stand right beside a name.
_SPEAKER_REACH, _BESIDE = 45, 3

# Letters and words of "according to the words of" before a name.
_SOURCE_REACH, _SOURCE = 24, 3

# Letters and words of "by the former prime minister" before a name.
_AGENT_REACH, _AGENT = 40, 5


def is_hurt(named: Named, roles: frozenset[str]) -> bool:
    """Whether a name stands right behind a deed that was done to its bearer, as one of these roles."""
    return any(role in roles and cost <= _HURT for role, cost in named.roles)


class Shield:
    """The persons of one sentence whom accusations beside them do not mean."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms) -> None:
        self._text, self._words, self._cues, self._forms = text, words, cues, forms

    def __call__(self, cue: Cue, named: Named) -> bool:
        """Whether an accusation beside a name is that of another: of a relative, of those whom a lawyer defends."""
        if named.title == "victim" and named.title_near:
            return True
        if named.owner:
            return self._owned(cue, named)
        if self._is_source(cue, named):
            return True
        if self._their_kin(cue, named) or self._is_who_judged(cue, named) or self._may_be_their_kins(cue, named):
            return True
        if named.title in _ACTING and named.protected and (self._acts(cue, named) or self._only_speaks(cue, named)):
            return True
        if (
            named.title == "lawyer"
            and self._may_be_a_client(cue)
            and not self._words.suffers(self._text, cue, name_end=named.mention.after)
        ):
            return named.mention.start < cue.start or not self._forms.inflected(named.mention.words)
        # "According to the prosecutor X, the accused have": the comma parts two persons.
        beside = self._text[named.mention.after : cue.start] == ", "
        return beside and cue.role == "defendant" and named.title == "official"

    def _may_be_a_client(self, cue: Cue) -> bool:
        """Whether an accusation stands right behind a lawyer's title: "the lawyer of the two accused X"."""
        lawyers = (title for title in self._cues.titles if title.role == "lawyer")
        return any(0 <= cue.start - title.end <= _CLIENT_REACH for title in lawyers)

    def only_tells_whose(self, cue: Cue, named: Named) -> bool:
        """Whether the name only tells whose: "suspected of the murder of X", "arrested the brother of X"."""
        name = named.mention.start
        if named.owner and any(t.role == "relative" and cue.end <= t.start < name for t in self._cues.titles):
            return True
        between = gap(self._text, (cue.end, max(cue.end, name))).words
        if cue.side == "after" and len(between) > 1 and between[-1] in self._words.of and self._judges(cue):
            return True  # "condemned the statement of X"
        return cue.role != "victim" and any(cue.end <= c.start < name for c in self._deeds())

    def _deeds(self) -> list[Cue]:
        """What was done to somebody: the murder of X, bribing X."""
        return [c for c in self._cues.cues if c.role == "victim" or (c.role, c.side) == ("target", "after")]

    def hurt(self, names: Sequence[Named]) -> None:
        """In "for the murder of X, the accused are", and "Y, by whom X was shot, is convicted", nothing accuses X."""
        deeds = self._deeds()
        for named in names:
            if is_hurt(named, _DONE_TO) and any(0 <= named.start - deed.end <= _ACTOR_REACH for deed in deeds):
                named.roles = [said for said in named.roles if said[0] not in ACCUSING]

    def _their_kin(self, cue: Cue, named: Named) -> bool:
        """Whether the accusation is that of a relative in a clause: "X, whose son is among those arrested"."""
        end = named.mention.after
        for kin in (t for t in self._cues.titles if t.role == "relative" and end <= t.start and t.end <= cue.start):
            # "The bank takes him for a namesake who was convicted"
            clause = gap(self._text, (kin.end, cue.start))
            if not clause.commas and not self._words.relative.isdisjoint(clause.words[:1]):
                return True
        first = gap(self._text, (end, max(end, cue.start))).words[:1]
        if not first or first[0] not in self._words.theirs:
            return False
        return any(t.role == "relative" and end <= t.start < cue.start for t in self._cues.titles)

    def _is_who_judged(self, cue: Cue, named: Named) -> bool:
        """Whether a clause tells what the bearer of an office did: "the judge who convicted him, X, has retired"."""
        name = named.mention.start
        if self._text[name - 2 : name] != ", ":
            return False
        holders = [t for t in self._cues.titles if t.role in _ACTING and t.end <= cue.start < name]
        clause = gap(self._text, (holders[-1].end, name)) if holders else None
        if clause is None or clause.commas > 1 or self._words.relative.isdisjoint(clause.words[:2]):
            return False
        pairs = {f"{first} {then}" for first, then in pairwise(clause.words)}
        return any(word.startswith(self._words.judging) for word in (*clause.words, *pairs))

    def _judges(self, cue: Cue) -> bool:
        words = gap(self._text, (cue.start, cue.end)).words
        return any(word.startswith(self._words.judging) for word in words)

    def _may_be_their_kins(self, cue: Cue, named: Named) -> bool:
        """Whether a verdict without a verb of its own may be that of a relative: "X, the father of Y, sentenced to"."""
        after, start = named.mention.after, cue.start
        if cue.role not in VERDICTS or not any(role == KIN for role, _ in named.roles) or start < after:
            return False
        comma = self._text.rfind(",", after, start)
        if not any(t.role == "relative" and after <= t.start < comma for t in self._cues.titles):
            return False
        words = gap(self._text, (comma + 1, cue.end)).words + words_behind(self._text, cue.end)[:1]
        return self._words.be.isdisjoint(words)

    def _is_source(self, cue: Cue, named: Named) -> bool:
        """Whether the sentence only tells who says so: "According to X, the persons arrested are"."""
        name, after = named.mention.start, named.mention.after
        before = gap(self._text, (max(0, name - _SOURCE_REACH), name)).words
        tells = not self._words.sources.isdisjoint(before[-_SOURCE:])
        return tells and cue.start > after and self._text[after : after + 1] == ","

    def _owned(self, cue: Cue, named: Named) -> bool:
        """Whether the accusation is that of the relative and not of whose relative it is."""
        kin = [t for t in self._cues.titles if t.role == "relative" and t.end <= named.mention.start]
        if any(title.end <= cue.start < named.mention.start for title in kin):
            return False  # "the brother of the convicted X"
        between = gap(self._text, (named.mention.after, cue.start)).words if named.mention.after < cue.start else []
        if kin and self._text[max(0, kin[-1].start - 2) : kin[-1].start] == ", ":
            # "Y, the cousin of X, who is suspected" is said of Y, but for a man behind a woman.
            return self._words.masculine.isdisjoint(between[:1]) or not self._forms.womans(
                self._text[: kin[-1].start - 2]
            )
        return self._words.relative.isdisjoint(between)

    def _acts(self, cue: Cue, named: Named) -> bool:
        """Whether the bearer of an office acts: "ordered by the judge X", "handed over to the prosecutor".

        Or before whom the accused stands, or who asks something for those whom the cue means.
        """
        words = self._words
        if named.mention.start >= cue.end:
            between = gap(self._text, (cue.end, max(cue.end, named.start)))
            if not between.commas and not words.away.isdisjoint(between.words[-_AWAY_REACH:]):
                return True
            if cue.role in VERDICTS and not words.beside.isdisjoint(between.words[-_AWAY_REACH:]):
                return True  # "accepted the agreement with the prosecutor X"
            if cue.side != "after" or named.title != "official":
                return False
            if cue.role == "defendant" and named.start < cue.end:
                return True
            noun = cue.reach is not None and self._forms.declines
            return noun and not self._forms.inflected(named.mention.words)
        low = max(0, named.start - _ACTOR_REACH, self._text.rfind(",", 0, named.start) + 1)
        behind = gap(self._text, (named.mention.after, cue.start)).words
        if not words.away.isdisjoint(gap(self._text, (low, named.start)).words[-2:]):
            return words.relative.isdisjoint(behind[:2])
        acts = (f for f in self._cues.frames if f.role in {"demand", "orders"})
        if any(named.mention.after <= frame.start < cue.end for frame in acts):
            return True
        return not words.again.isdisjoint(behind[-_OTHERS_REACH:])

    def _only_speaks(self, cue: Cue, named: Named) -> bool:
        """Whether the bearer of an office is its spokesman, and the accusation does not stand right beside the name."""
        name, after = named.mention.start, named.mention.after
        speakers = [title for title in self._cues.titles if title.role == "speaker"]
        before = any(0 <= name - title.end <= _SPEAKER_REACH for title in speakers)
        if not before and not any(0 <= title.start - after <= _BESIDE for title in speakers):
            return False
        left, right = (cue.end, named.start) if cue.end <= named.start else (after, cue.start)
        between = gap(self._text, (left, max(left, right)))
        # "Arrested is also the spokesman X" speaks of him; behind a name the title comes too late for that.
        beside = len(between.words) <= (_BESIDE if before else 1)
        return between.commas > 0 or between.stopped or not beside or "," in self._text[cue.start : cue.end]

    def speaks_of_another(self, named: Named, behind: Span) -> bool:
        """Whether a pronoun behind a comma means another than whoever did something: "sacked *by* X, *he*"."""
        name = named.mention.start
        before = gap(self._text, (max(0, name - _AGENT_REACH), name)).words
        between = gap(self._text, behind)
        agent = not self._words.away.isdisjoint(before[-_AGENT:])
        return agent and bool(between.commas) and not self._words.pronouns.isdisjoint(between.words)
