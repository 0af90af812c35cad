"""What a word for an act means in the sentence and the text that it stands in: one word is not always one act.

Some grades of `events` are no strengths but turn the words beside them. `demand` and `asks` (a prosecutor asks for a
sentence), `quashed` (a court lifts a verdict), `upheld` (an appeal that fails), `measure` (detention prolonged, house
arrest), `convict` (somebody's sentence is final already), `court` (a court takes property), `border` (a crossing),
`guards` (who watches it), `place` (a den or a workshop that is raided), `goods` (what was found, without the act).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from komshi.pipeline.read.cues import STRENGTH, Cue, cues
from komshi.pipeline.read.prepared import Prepared

# Markets of things that can be found in a bag, and the market of people who are found in a lorry.
GOODS = frozenset({"cocaine_trade", "heroin_trade", "cannabis_trade", "synthetic_drug_trade", "arms_trafficking",
                    "counterfeit_goods", "excisable_goods", "cultural_property", "fauna_crimes",
                    "flora_crimes", "waste_crimes", "vehicle_crime", "unnamed"})  # fmt: skip
PEOPLE = "human_smuggling"
_BESIDE_GOODS = 1.2
_FOUND_PLACE = 1.2
# What is left behind other acts in a title: the arrests that they led to, and whoever got away from these.
_COMES_OF = {
    "arrest": frozenset({"raid", "seizure", "interception", "attack", "threat", "escape", "killing"}),
    "escape": frozenset({"raid", "seizure", "interception", "arrest", "killing"}),
}
_TRAILING = 0.5
BORDER = ("border", "guards")
_DEMANDED = 0.2
# What befalls somebody whose sentence is final already.
_BEFALLS = frozenset({"arrest", "escape", "extradition"})
_DIED = 1.5
# So many words after “had been sentenced” belong to it.
_CLAUSE = 6
VERDICTS = frozenset({"conviction", "acquittal"})
_COURT = VERDICTS | {"trial", "indictment"}
# Things named in a sentence on a court or a charge are what the case is about.
_OBJECT = 0.3
# A stage of a case that is named below the opening is mostly that of one person among several.
_STAGES = VERDICTS | {"indictment"}
_ASIDE = 0.6
# What somebody says is rarely the news; quotation marks around fewer characters are a name or irony.
_QUOTED = 0.4
_SHORTEST_QUOTE = 30
_QUOTES = re.compile(r"[„“”«»\"\n]")


def acts(prepared: Prepared) -> list[Cue]:
    """The words for acts in the text, weighed by what stands beside them.

    Weak words of a seizure ("found") are full ones beside goods or migrants; a sentence that is only asked for or
    threatened is hardly a conviction.
    """
    beside: dict[int, set[str]] = {}
    for cue in cues(prepared, "markets"):
        beside.setdefault(cue.sentence, set()).add(cue.meaning)
    demanded = {cue.sentence for cue in cues(prepared, "status") if cue.meaning == "demand"}
    told = []
    for cue in cues(prepared, "events"):
        if cue.meaning == "seizure" and cue.grade == "weak":
            told.append(_beside(cue, beside.get(cue.sentence, set())))
        elif cue.grade in _SPEAKS_AS:
            told.append(cue._replace(weight=cue.weight * STRENGTH[_SPEAKS_AS[cue.grade]]))
        elif cue.meaning == "conviction" and cue.sentence in demanded:
            told.append(cue._replace(weight=cue.weight * _DEMANDED))
        else:
            told.append(cue)
    return told


# How much the words that turn others say by themselves.
_SPEAKS_AS = {
    "border": "weak",
    "guards": "fallback",
    "place": "",
    "asks": "fallback",
    "past": "weak",
    "convict": "weak",
    "demand": "strong",
    "quashed": "strong",
    "goods": "strong",
    "own": "strong",
    "court": "strong",
    "measure": "strong",
    "upheld": "strong",
}


def _beside(cue: Cue, markets: set[str]) -> Cue:
    if markets & GOODS:
        return cue._replace(weight=_BESIDE_GOODS)
    return cue._replace(meaning="interception", weight=_BESIDE_GOODS) if PEOPLE in markets else cue


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the news stands: how many sentences make the title, which is the lead, and all that belong to both."""

    title: int
    lead: int
    sentences: frozenset[int]


def in_context(prepared: Prepared, told: list[Cue], *, opening: Opening) -> list[Cue]:
    """The same words in the light of their sentence, of the opening of the text and of who says them."""
    court = _Court(told)
    turned = _trailing(_raided([court.turn(cue) for cue in told]), opening)
    turned = _died([_later(cue, opening) for cue in _caught(turned)], opening)
    spoken = _spoken(prepared, turned)
    # A lead that quotes is news all the same.
    return [
        cue._replace(weight=cue.weight * _QUOTED) if cue.hit.first in spoken and cue.sentence != opening.lead else cue
        for cue in turned
    ]


class _Court:
    """What is asked for or lifted is no verdict, and the goods that a charge names are not found now."""

    def __init__(self, told: list[Cue]) -> None:
        verdicts = _first([cue for cue in told if cue.meaning == "conviction"], "strong")
        asked = _first(told, "asks", "demand")
        # “The court sentenced him to five years, the prosecutor had asked for eight” tells a verdict.
        self._asked = {at: word for at, word in asked.items() if verdicts.get(at, word) >= word}
        self._outdone = asked.keys() - self._asked.keys()
        self._quashed = _first(told, "quashed")
        self._lifted = _words(told, "quashed", beyond=0)
        self._earlier = _words(told, "past", beyond=_CLAUSE)
        named = [cue for cue in told if cue.meaning in _COURT and cue.grade not in ("weak", "past")]
        opened = [cue for cue in told if cue.meaning == "investigation" and cue.grade == "strong"]
        self._named = {cue.sentence for cue in (*named, *opened)}

    def turn(self, cue: Cue) -> Cue:
        """The cue as its sentence means it."""
        if cue.sentence in self._quashed and self._is_lifted(cue):
            return cue._replace(meaning="other", weight=cue.weight * _DEMANDED)
        if cue.grade == "demand" and cue.sentence in self._outdone:
            return cue._replace(weight=cue.weight * _DEMANDED)
        if cue.meaning in VERDICTS and cue.sentence in self._asked:
            return cue._replace(meaning="trial", grade="demand")
        if cue.meaning == "conviction" and cue.hit.first in self._earlier:
            return cue._replace(grade="past", weight=min(cue.weight, STRENGTH["weak"]))
        if cue.meaning in ("seizure", "interception") and (cue.sentence in self._asked or self._is_object(cue)):
            return cue._replace(weight=cue.weight * _OBJECT)
        return cue

    def _is_lifted(self, cue: Cue) -> bool:
        """Whether a word for a verdict is about the one that is lifted; whoever is cleared instead is cleared now."""
        if cue.meaning == "acquittal":
            return cue.hit.first in self._lifted
        return cue.meaning == "conviction" or (cue.meaning == "trial" and cue.grade != "demand")

    def _is_object(self, cue: Cue) -> bool:
        return cue.grade == "goods" and cue.sentence in self._named


def _later(cue: Cue, opening: Opening) -> Cue:
    """Somebody's detention, further down, is what came of the news; a verdict or a charge is mostly another man's."""
    if cue.sentence in opening.sentences:
        return cue
    if cue.grade == "measure":
        return cue._replace(weight=cue.weight * _OBJECT)
    return cue._replace(weight=cue.weight * _ASIDE) if cue.meaning in _STAGES else cue


def _died(told: list[Cue], opening: Opening) -> list[Cue]:
    """Whoever dies in the sentence of an attack died of it; elsewhere “died” is as often an old man's end."""
    attacked = {cue.sentence for cue in told if cue.meaning == "attack"} & opening.sentences
    return [
        cue._replace(grade="", weight=_DIED)
        if cue.meaning == "killing" and cue.grade == "weak" and cue.sentence in attacked
        else cue
        for cue in told
    ]


def _caught(told: list[Cue]) -> list[Cue]:
    """Who is caught “*finally sentenced* to nine years” is not sentenced now."""
    convicts = {cue.sentence for cue in told if cue.grade == "convict"}
    caught = {cue.sentence for cue in told if cue.meaning in _BEFALLS and cue.grade in ("strong", "")} & convicts
    return [
        cue._replace(weight=cue.weight * _DEMANDED) if cue.meaning == "conviction" and cue.sentence in caught else cue
        for cue in told
    ]


def _raided(told: list[Cue]) -> list[Cue]:
    """Whoever finds a den, a workshop or a depot has entered it: the finding is part of the raid."""
    entered = {cue.sentence for cue in told if cue.grade == "place"}
    if not entered:
        return told
    return [
        cue._replace(meaning="raid", weight=max(cue.weight, _FOUND_PLACE))
        if cue.meaning == "seizure" and cue.grade in ("", "weak") and cue.sentence in entered
        else cue
        for cue in told
    ]


def _trailing(told: list[Cue], opening: Opening) -> list[Cue]:
    """A title names its news first; “…, three arrested” or “…, one got away” after it is what came of it."""
    title = [cue for cue in told if cue.sentence < opening.title and cue.grade not in ("weak", "past", *BORDER)]
    first = {
        kind: min((cue.hit.first for cue in title if cue.meaning in acts_first), default=None)
        for kind, acts_first in _COMES_OF.items()
    }
    return [
        cue._replace(weight=cue.weight * _TRAILING)
        if cue.sentence < opening.title and (before := first.get(cue.meaning)) is not None and cue.hit.first > before
        else cue
        for cue in told
    ]


def _first(told: Iterable[Cue], *grades: str) -> dict[int, int]:
    """For each sentence with a word of one of the grades, the first such word."""
    found: dict[int, int] = {}
    for cue in told:
        if cue.grade in grades:
            found.setdefault(cue.sentence, cue.hit.first)
    return found


def _words(told: Iterable[Cue], grade: str, *, beyond: int) -> set[int]:
    """The words of the terms of a grade, and so many after each."""
    return {word for cue in told if cue.grade == grade for word in range(cue.hit.first, cue.hit.last + beyond)}


def _spoken(prepared: Prepared, told: list[Cue]) -> set[int]:
    """The first words of the cues that stand in quoted speech of some length, outside the title."""
    spans = _speech(prepared)
    found: set[int] = set()
    if not spans:
        return found
    at = iter(spans)
    start, end = next(at)
    for cue in sorted(told, key=lambda cue: cue.hit.first):
        place = prepared.evidence(cue.hit)[0]
        while end < place:
            following = next(at, None)
            if following is None:
                return found
            start, end = following
        if start < place:
            found.add(cue.hit.first)
    return found


def _speech(prepared: Prepared) -> list[tuple[int, int]]:
    """Stretches between quotation marks, paired within a line; the title, where marks are names, is left out."""
    title = prepared.article.title
    begin = len(title) if title and prepared.text.startswith(title) else 0
    spans, opened = [], -1
    for mark in _QUOTES.finditer(prepared.text, begin):
        if mark.group() == "\n":
            opened = -1
        elif opened < 0:
            opened = mark.start()
        else:
            if mark.start() - opened >= _SHORTEST_QUOTE:
                spans.append((opened, mark.start()))
            opened = -1
    return spans
