"""How far what a sentence says of one person goes on to those behind, and what it takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.who_cues import ACCUSING, LinkWords, SentenceCues, gap
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_lists import MEASURE_REACH, SENTENCED, TITLE_WORDS, Named, words_behind
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

_MEASURED = SENTENCED | {"fined", "record"}
_ITEM_WORDS = 12  # of “and with eight months, conditional too, his partner”
_STRONGEST = ("convicted", "term", "charged")
# Words of a title behind a preposition that is said again.
_TITLE = 3
_BENCH = frozenset(["official", "lawyer"])
_ASIDE_TITLES = frozenset(["lawyer", "journalist", "victim", "other"])
_YEAR = re.compile(r"(?:19|20)\d\d")


class Carried:
    """What one sentence says once, and means for several; or says, and takes back."""

    def __init__(self, text: str, words: LinkWords, cues: SentenceCues, forms: NameForms) -> None:
        self._text, self._words, self._cues, self._forms = text, words, cues, forms
        self._parting = words.stops | words.contrast | words.again

    def carry_on(self, groups: list[list[Named]], verdicts: Sequence[tuple[int, str]]) -> None:
        """Y in “X was sentenced to nine years, Y to five”: the verb is said once, the measure of each tells the rest.

        So does the preposition that is said again ("proceedings against X, owner of a firm, and against Y"). `verdicts`
        are those that name nobody, with their ends.
        """
        said: str | None = None
        floor = 0
        for group in groups:
            # "Eight have been convicted; X got 14 years": whose verdict it is, the measures tell.
            general = next((role for end, role in verdicts if floor <= end <= group[0].start), None)
            said = said if said or general is None else general
            told = [role for named in group for role, _ in named.roles if role != "freed"]
            own = [role for role in told if role in ACCUSING]
            if own:
                said = next((role for role in _STRONGEST if role in own), own[0])
            elif said and not told and self._goes_on(said, floor, group):
                for named in group:
                    if not named.owner and (named.hidden or named.title not in _ASIDE_TITLES):
                        named.roles.append((said, 2.0))
            floor = group[-1].mention.after

    def undo(self, names: list[Named]) -> None:
        """What the same sentence takes back ("was jailed, but an appeal court acquitted him") accuses nobody.

        Unless it is one of several deeds: "convicted on four counts and acquitted of the fifth".
        """
        for freed in self._cues.cues:
            if freed.role not in {"acquitted", "cleared"} or freed.side == "after":
                continue
            before = [n for n in names if n.mention.after <= freed.start]
            # The judge who stands between the two frees, and is not freed.
            named = next((n for n in reversed(before) if not n.owner and (_accused(n) or n.title not in _BENCH)), None)
            told = [cost for role, cost in named.roles if role in ACCUSING] if named else []
            accused = [c for c in self._cues.cues if c.role in ACCUSING - {"acquitted"} and c.end <= freed.start]
            if named is None or not accused or not told:
                continue
            if freed.role == "cleared":
                # Those of a list ("X and Y, who are not suspects") have been told so as one.
                said = {cost for role, cost in named.roles if role == "cleared"}
                for one in [named, *(n for n in before if any(("cleared", cost) in n.roles for cost in said))]:
                    one.roles.append(("cleared", min(cost for _, cost in one.roles)))
                continue
            around = self._text[accused[-1].end : freed.end + MEASURE_REACH]
            if not any(word.startswith(self._words.counts) for word in tokenize(fold(around)).words):
                named.roles = [said for said in named.roles if said[0] not in ACCUSING] + [("undone", min(told))]

    def _goes_on(self, said: str, floor: int, group: list[Named]) -> bool:
        start, end = group[0].mention.start, group[-1].mention.after
        led = gap(self._text, (max(floor, start - MEASURE_REACH), start)).words[-1:]
        # "The lawyer of X, who got five years for bribery, *is* Y"
        if not self._words.breaks.isdisjoint(words_behind(self._text, end)[:1]) or not self._words.be.isdisjoint(led):
            return False
        if any(f.role in {"quash", "dropped"} and 0 <= f.start - end < MEASURE_REACH for f in self._cues.frames):
            return False  # "and against Y the verdict was quashed"
        if said in _MEASURED and (self._measured(end) or self._measured_before(floor, start)):
            return True
        goes_on = self._again(floor, group[0].mention) or self._too(floor, group[0])
        return goes_on and said not in {"client", "fined", "record"}

    def _too(self, floor: int, named: Named) -> bool:
        """Whether a sentence says of one more what it has just said: "X was arrested, as was the broker Y"."""
        comma = self._text.rfind(",", floor, named.start)
        words = gap(self._text, (comma + 1, named.mention.start)).words if comma >= 0 else []
        return len(words) <= TITLE_WORDS and self._words.is_too(words)

    def _again(self, floor: int, mention: Mention) -> bool:
        """Whether "and against" or "and to five years" stands shortly before a name, a title at most between."""
        words = gap(self._text, (max(floor, mention.start - MEASURE_REACH), mention.start)).words[-6:]
        subject = self._forms.nominative(mention.words)
        for i, word in enumerate(words):
            behind = words[i + 1 :]
            if len(behind) > _TITLE or not self._parting.isdisjoint(behind):
                continue  # "was sentenced to five years for bribery, while X", "for bribery, worked for X"
            before = words[max(0, i - 2) : i]
            last = before[-1] if before else ""
            joined = self._words.joins.intersection((last, " ".join(before))) or last in self._words.contrast
            measured = bool(last) and self._words.is_amount(last) and not _YEAR.fullmatch(last)
            # "Got five years for theft from X", but not "sentenced to five years for theft gave X"
            if word in self._words.again and (joined or (measured and not (subject and behind))):
                return True
            if i == len(words) - 1 and before and before[0] in self._words.to and self._words.is_amount(last):
                return self._words.is_amount(word)
        return False

    def _measured_before(self, floor: int, start: int) -> bool:
        """Whether the measure opens the item of a name: "and to nine years his friend Y"."""
        comma = max(self._text.rfind(stop, floor, start) for stop in ",;") + 1
        words = gap(self._text, (max(floor, comma), start)).words[:_ITEM_WORDS]
        lead, to = self._words.joins | self._words.contrast, self._words.to
        three = zip(words, words[1:], words[2:], strict=False)
        return any(first in lead and then in to and self._words.is_amount(last) for first, then, last in three)

    def _measured(self, start: int) -> bool:
        """Whether a number follows at once, behind a "to" or "with"."""
        words = words_behind(self._text, start)
        if words and self._words.is_amount(words[0]):
            return True
        at = next((i for i, word in enumerate(words[:3]) if word in self._words.to), None)
        if at is None:
            return False
        return any(self._words.is_amount(word) for word in words[at + 1 : at + 4])


def _accused(named: Named) -> bool:
    return any(role in ACCUSING for role, _ in named.roles)
