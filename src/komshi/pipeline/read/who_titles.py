"""Whose a title is: what "former" belongs to, and which of several titles a name bears."""

from __future__ import annotations

import re
from collections.abc import Sequence

from komshi.pipeline.read.who_cues import Cue, Gap, LinkWords, SentenceCues, gap
from komshi.pipeline.read.who_lists import OPEN_TITLES, Lists, Named
from komshi.pipeline.text.fold import fold

_PLAIN = {"witness": "other", "expert": "other", "pair": "leader"}
_APPOSITION = frozenset([",", "-", "–", "("])
_TITLE_REACH = 9
# Words from a name to the title of the post that its bearer holds or leaves.
_TO_POST = 5
# Letters between a director's title and the word for the firm.
_FIRM_REACH = 45
# Letters between a chair's title and the word for the association.
_BODY_REACH = 60
# Letters between "the association of" and "journalists".
_CLUB_REACH = 24
# Letters between an expert's name and the word for the state body.
_STATE_REACH = 32
# Letters between "the son of" and "the accused"; the words there are articles.
_KIN_REACH = 9
_SMALL = 3
# Letters between "former" and the title behind it.
_FORMER_REACH = 30
OPENS = re.compile(r"(?:^|[.!?\n“\"»]\s?)$")


class Titles:
    """The titles of one sentence."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, lists: Lists) -> None:
        self._text, self._words, self._cues, self._lists = text, words, cues, lists
        self._titles = cues.titles

    def find(self, names: Sequence[Named], i: int) -> None:
        """Give one of the names the title that stands beside it."""
        named = names[i]
        if named.title is not None:
            return
        floor = names[i - 1].mention.after if i else 0
        titles = [title for title in self._cues.titles if title.role != "former"]
        for title in reversed([t for t in titles if floor <= t.start and t.end <= named.mention.start]):
            between = gap(self._text, (title.end, named.mention.start))
            signed = title.role == "journalist" and self._text[title.end : named.mention.start] == ": "
            if signed or self._title_reaches(between, named.mention.start):
                self._give_title(named, self._head(title, named.mention.start), floor)
                named.start = min(named.start, title.start)
                named.title_near = len(between.words) <= 1
                return
        ceiling = names[i + 1].mention.start if i + 1 < len(names) else len(self._text)
        behind = next((t for t in titles if named.mention.after <= t.start and t.end <= ceiling), None)
        if behind is not None:
            self._apposition(named, behind, ceiling)
        elif i and self._lists.joins(names[i - 1].mention, named.mention.start, pure=True) and names[i - 1].title:
            named.title = names[i - 1].title

    def of_state(self, names: Sequence[Named]) -> None:
        """An expert of a state institute holds an office: "the biologist X of the Institute of Hydrobiology"."""
        for named in names:
            after = named.mention.after
            body = next((body for body in self._cues.states if 0 < body - after <= _STATE_REACH), None)
            if named.title != "other" or not named.title_near or body is None:
                continue
            between = gap(self._text, (after, body))
            if not between.commas and not between.stopped and self._words.is_of(between.words[:1]):
                named.title = "official"

    def witnesses(self, names: Sequence[Named]) -> None:
        """Who stands first behind a witness, a trade between: "the first witness, the carrier X"."""
        for title in self._titles:
            named = next((named for named in names if named.mention.start >= title.end), None)
            if title.role != "witness" or named is None or named.title not in {None, *OPEN_TITLES}:
                continue
            if title.end <= named.start and not gap(self._text, (title.end, named.start)).stopped:
                named.title = "other"

    def _apposition(self, named: Named, title: Cue, ceiling: int) -> None:
        """A title behind a comma; one that another name follows at once is that one's."""
        after = named.mention.after
        between = gap(self._text, (after, title.start))
        # "X is no longer head"
        is_one = bool(between.words) and not between.commas and self._words.copula.issuperset(between.words)
        # "dismissed X from the post of director"
        held = not between.commas and len(between.words) <= _TO_POST and not self._words.post.isdisjoint(between.words)
        if (is_one or held) and title.role in {"official", "manager", "chair", "speaker"}:
            self._give_title(named, title, after)
            return
        if self._text[after : after + 1] not in _APPOSITION or between.commas > 1 or len(between.words) > 3:
            return
        if between.words and self._words.joins.intersection((between.words[0], " ".join(between.words[:2]))):
            return  # "X, and the inspector Y"
        if between.words and between.words[0] in self._words.contrast:
            return  # "X, while the neighbour was only asked"
        if not self._words.stops_in(between) and not (
            ceiling < len(self._text) and self._text[title.end : ceiling].isspace()
        ):
            self._give_title(named, title, after)
            named.title_near = True

    def near(self, named: Named) -> None:
        """A capital word alone is a person only right behind a title, and not in quotes."""
        for title in self._cues.titles:
            if self._text[title.end : named.start] == " " and title.role not in {"former", "pair"}:
                named.title = self._office(named, title)
                named.title_near = True

    def _give_title(self, named: Named, title: Cue, floor: int) -> None:
        role = self._office(named, title)
        former = role == "official" and self._former(title, floor, named.mention.start)
        named.title = "former" if former else role
        named.tells = title.role == "expert"

    def _office(self, named: Named, title: Cue) -> str:
        """What a title makes of a person: who directs or presides is an official, but not that of a firm or a club.

        Whoever is named by initials or age holds no office that would shield them.
        """
        if title.role == "journalist" and any(0 < title.start - club < _CLUB_REACH for club in self._cues.clubs):
            return "other"
        if title.role in _PLAIN:
            return _PLAIN[title.role]
        if title.role == "speaker":
            private = any(self._whose(club, title) for club in self._cues.clubs)
            return "other" if private else "official"
        if title.role == "agent" and any(0 < title.start - club < _CLUB_REACH for club in self._cues.clubs):
            return "other"  # "the union of foresters"
        if title.role not in {"manager", "chair"}:
            return title.role
        if self._beside(self._cues.firms, title):
            return "leader"
        if title.role == "chair":
            return "other" if self._beside(self._cues.clubs, title, _BODY_REACH) else "official"
        private = named.mention.kind == "initials" or named.mention.age is not None
        if private:
            return "leader"
        return "other" if self._beside(self._cues.clubs, title) else "official"

    @staticmethod
    def _beside(bodies: Sequence[int], title: Cue, reach: int = _FIRM_REACH) -> bool:
        return any(abs(body - title.start) < reach for body in bodies)

    def _whose(self, body: int, title: Cue) -> bool:
        """Whether a body is that of a speaker: a comma before the title parts it from something else."""
        if abs(body - title.start) >= _FIRM_REACH:
            return False
        return body > title.start or "," not in self._text[body : title.start]

    def _title_reaches(self, between: Gap, name_start: int) -> bool:
        if between.words and not between.commas and self._words.copula.issuperset(between.words):
            return True  # "the new head is X"
        if len(between.words) > _TITLE_REACH or between.stopped:
            return False
        if between.words and between.words[0] in self._words.relative:
            # "The inspector who measured it, X"
            return between.commas == 1 and self._text[name_start - 2 : name_start] == ", "
        if self._words.stops_in(between):
            return False
        last = self._text[:name_start].rstrip().rpartition(" ")[2]
        if between.words and between.words[-1] in self._words.of and "-" not in last:
            return False
        if any(self._words.is_verb(word) for word in between.words):
            return False
        return not between.commas or (between.commas == 1 and self._text[name_start - 2 : name_start] == ", ")

    def of_kin(self, cue: Cue, names: Sequence[int]) -> bool:
        """Whether a cue only tells whose relative or lawyer somebody is: "Y, the brother of the accused"."""
        heads = [t for t in self._titles if t.role in {"relative", "lawyer"} and self._belongs(t, cue)]
        return any(not any(head.end <= name < cue.start for name in names) for head in heads)

    def _head(self, title: Cue, name_start: int) -> Cue:
        """The title that a name behind a comma bears: in "the mother of the victim, X" it is not the nearest one."""
        if title.role != "victim" or self._text[name_start - 2 : name_start] != ", ":
            return title
        heads = [t for t in self._titles if t.role not in {"victim", "former"} and self._belongs(t, title)]
        return heads[-1] if heads else title

    def _former(self, title: Cue, floor: int, name_start: int) -> bool:
        """Whether "former" belongs to a title: "once the driver of the mayor X" says nothing of X."""
        low, high = max(floor, title.start - _FORMER_REACH), max(title.end, name_start)
        for former in self._titles:
            if former.role != "former" or not low <= former.start < high:
                continue
            if former.end < title.start and self._words.stops_in(gap(self._text, (former.end, title.start))):
                continue  # "among them an ex-minister, said the minister X"
            others = [t for t in self._titles if t.role != "former" and former.start <= t.start < title.start]
            if all(self._words.of.isdisjoint(gap(self._text, (t.end, title.start)).words) for t in others):
                return True
        return False

    def is_subject(self, cue: Cue, start: int) -> bool:
        """Whether a title in the nominative is the subject of the verb that opens its sentence."""
        if start < cue.end or OPENS.search(self._text[max(0, cue.start - 3) : cue.start]) is None:
            return False
        between = gap(self._text, (cue.end, start))
        title = next((t for t in self._titles if t.start == start), None)
        if title is None or between.commas or between.stopped or not self._words.breaks.isdisjoint(between.words):
            return False
        return self._words.is_subject(fold(self._text[title.start : title.end]))

    def _belongs(self, title: Cue, other: Cue) -> bool:
        """Whether only an article or a preposition stands between a title and whose it is."""
        if not 0 <= other.start - title.end <= _KIN_REACH:
            return False
        between = gap(self._text, (title.end, other.start))
        return not (between.commas or between.stopped or any(len(word) > _SMALL for word in between.words))
