"""The words of a sentence that say who a person is: titles, what was done to somebody, and what changes its meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Language
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Span

_QUOTED_NAME = re.compile(r"[„“\"«][^„“”\"«»\n,.]{2,40}[“”\"»]")
# What stands in brackets between two is read over ("X (a citizen of Austria) and Y").
_PARENTHESIS = re.compile(r"\s\([^()\n]{1,60}\)")
_ONE_WORD = " x "
_QUOTES = frozenset('"„“”«»')
_FAR = 300
# Letters of the shortest noun for a trade.
_NOUN = 5
# Letters between a verdict and the word that takes it back.
_CLOSE = 60
# A number of so many digits between these is a calendar year.
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1950, 2049
# Letters between a name and a participle, and behind it, in which a form of "to be" stands.
_PASSIVE = 16
# Letters from the beginning of a sentence to "among them".
_OPENING = 30
_VERDICT = frozenset({"convicted", "acquitted", "final", "term"})
_GUILT = _VERDICT - {"acquitted"}
_HIDING = frozenset({"nothing", "fined"})
_FOCUSES = {
    "court": frozenset({"indictment", "trial", "conviction", "acquittal", "other"}),
    "violent": frozenset({"killing", "attack", "threat"}),
    "taking": frozenset({"arrest", "seizure", "raid", "interception", "extradition", "investigation"}),
}
ACCUSING = frozenset(
    {"suspect", "client", "defendant", "charged", "convicted", "acquitted", "final", "term"} | {"record"}
)
_SHARED = ACCUSING | {"victim", "freed"}
# No sentence of a report has more; the cost of linking stays bounded whatever is read.
_MOST = 60


class Cue(NamedTuple):
    """One such word: `role` is what it makes of a person, `side` where they stand (`after before both previous`).

    A noun (an arrest, a murder) has a `reach` of its own: it takes the name right behind it and no other. A `subject`
    stands in the nominative when it is before the cue.
    """

    start: int
    end: int
    role: str
    side: str = "both"
    reach: float | None = None
    subject: bool = False


@dataclass(slots=True)
class SentenceCues:
    """The cues of one sentence, in order; `firms`, `clubs` and `states` are where words for such bodies stand."""

    titles: list[Cue] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    frames: list[Cue] = field(default_factory=list)
    firms: list[int] = field(default_factory=list)
    clubs: list[int] = field(default_factory=list)
    states: list[int] = field(default_factory=list)


class Gap(NamedTuple):
    """What stands between a cue and a name."""

    words: list[str]
    commas: int
    stopped: bool
    aside: int = 0
    remark: str = ""


class LinkWords:
    """Small words of one language that tell whether a cue can reach a name."""

    def __init__(self, language: Language) -> None:
        table: Mapping[str, list[str]] = language.table("names", "link")
        self.breaks = _folded(table.get("breaks", ()))
        self.relative = _folded(table.get("relative", ()))
        self.whom = _folded(table.get("whom", ()))
        self.whose_clause = self.relative - _folded(table.get("complement", ()))
        self.aside = _folded(table.get("aside", ()))
        self.sources = _folded(table.get("sources", ()))
        self.others = _folded(table.get("others", ()))
        self.stops = _folded(table.get("stops", ()))
        self.of = _folded(table.get("of", ()))
        self.joins = _folded(language.table("names", "not_after").get("joins", ()))
        self.also = next(iter(_folded(language.table("names", "not_after").get("joins", ())[:1])), "")
        self.fillers = self.joins | self.of
        self.whose = _folded(language.table("names", "kin").get("whose", ()))
        self.origin = _folded(table.get("origin", ()))
        self.again = _folded(table.get("again", ()))
        self.contrast = _folded(table.get("contrast", ()))
        self.be = _folded(table.get("be", ()))
        self.beside = _folded(table.get("beside", ()))
        self._too = _folded(table.get("too", ()))
        self.opening = _folded(table.get("opening", ()))
        self.masculine = _folded(table.get("masculine", ()))
        self.away = _folded(table.get("away", ()))
        self.one_of = _folded(table.get("one_of", ()))
        self.to = _folded(table.get("to", ()))
        self.counts = tuple(_folded(table.get("counts", ()))) or ("\0",)
        self.amounts = tuple(_folded(table.get("amounts", ())))
        self.years = tuple(_folded(table.get("years", ())))
        self.prison = tuple(_folded(table.get("prison", ())))
        self.given = tuple(_folded(table.get("given", ())))
        self.each = _folded(table.get("each", ()))
        self.but = _folded(table.get("but", ()))
        self.theirs = _folded(table.get("theirs", ()))
        self.judging = tuple(_folded(table.get("judging", ()))) or ("\0",)
        self.pronouns = _folded(table.get("pronouns", ()))
        self.plural = _folded(table.get("plural", ()))
        together: Mapping[str, int] = language.table("names", "together")
        self.together = {fold(word): number for word, number in together.items()}
        self.copula = _folded(table.get("copula", ()))
        self.post = _folded(table.get("post", ()))
        self._nouns = tuple(_folded(table.get("nouns", ())))
        self._verbs = tuple(_folded(table.get("verbs", ())))
        self._active = tuple(_folded(table.get("active", ()))) or ("\0",)
        self._subjects = tuple(_folded(table.get("subjects", ())))

    def stops_in(self, between: Gap) -> bool:
        """Whether a word that ends a clause for a cue stands between it and a name."""
        return not self.stops.isdisjoint(between.words)

    def is_amount(self, word: str) -> bool:
        """Whether a folded word begins the measure of a punishment."""
        return word[0].isdigit() or word.startswith(self.amounts)

    def is_subject(self, word: str) -> bool:
        """Whether a folded title stands in the nominative."""
        return word.endswith(self._subjects)

    def is_object(self, words: Sequence[str]) -> bool:
        """Whether a verb of doing closes what stands between a name and a participle: that one suffers the deed."""
        return len(words) > 1 and words[-1] in self.be and len(words[-2]) >= _NOUN and words[-2].endswith(self._active)

    def suffers(self, text: str, cue: Cue, *, name_end: int) -> bool:
        """Whether only a form of "to be" stands between a name and a cue behind it, or behind both ("X *was* arrested",
        "X arrested *is*"): the one who is named it was done to, whatever trade he has.
        """
        if not name_end <= cue.start <= name_end + _PASSIVE:
            return False
        between = gap(text, (name_end, cue.start))
        if between.commas or between.stopped or not self.be.issuperset(between.words):
            return False
        behind = gap(text, (cue.end, cue.end + _PASSIVE)).words[:1] if text[cue.end : cue.end + 1] == " " else []
        own = gap(text, (cue.start, cue.end)).words[:1]
        return bool(between.words) or not self.be.isdisjoint((*own, *behind))

    def is_of(self, words: Sequence[str]) -> bool:
        """Whether a word tells whose or from where somebody is."""
        return not (self.of | self.origin).isdisjoint(words)

    def is_too(self, words: Sequence[str]) -> bool:
        """Whether words begin with what says the same of another ("X was arrested, as was Y")."""
        return words[0] in self._too or " ".join(words[:2]) in self._too if words else False

    def is_verb(self, word: str) -> bool:
        """Whether a folded word ends as only verbs do."""
        return len(word) >= _NOUN and word.endswith(self._verbs)

    def is_noun(self, word: str) -> bool:
        """Whether a folded word ends as nouns with an article do, and not as a verb."""
        return len(word) >= _NOUN and word.endswith(self._nouns) and not self.is_verb(word)


def gap(text: str, span: Span) -> Gap:
    """The words between two offsets; `stopped` if something stronger than a comma stands there.

    `aside` counts the words of a parenthesis between two commas: they are read over. `remark` is its first word.
    """
    start, end = span
    if end - start > _FAR:
        return Gap([], 0, stopped=True)
    between = text[start:end]
    if "(" in between:
        between = _PARENTHESIS.sub(" ", between)
    commas = between.count(",")
    # The name of a firm is no distance: it counts as one word.
    words = tokenize(fold(_QUOTED_NAME.sub(_ONE_WORD, between))).words
    stopped = ";" in between or ":" in between
    if commas < 2 or not _QUOTES.isdisjoint(between):
        return Gap(words, commas, stopped)
    aside = tokenize(fold(between[between.index(",") : between.rindex(",")])).words
    return Gap(words, commas, stopped, len(aside), "".join(aside[:1]))


def sentence_cues(
    prepared: Prepared, focus: Focus, *, words: LinkWords, wanted: frozenset[int]
) -> dict[int, SentenceCues]:
    """The cues of the wanted sentences."""
    found: dict[int, SentenceCues] = defaultdict(SentenceCues)
    for hit in prepared.hits.get("roles", ()):
        sentence = prepared.sentence_of_word[hit.first]
        if sentence not in wanted:
            continue
        kind, _, rest = hit.term.id.partition(".")
        if not _in_focus(hit, focus):
            continue
        start, end = prepared.evidence(hit)
        if kind == "group":
            if rest == "quoted":
                found[sentence].firms.append(start)
            continue
        if kind == "body":
            (found[sentence].states if rest == "state" else found[sentence].clubs).append(start)
            continue
        if kind == "title":
            found[sentence].titles.append(Cue(start, end, rest))
        elif kind == "frame":
            if _is_name(prepared, hit):
                continue
            found[sentence].frames.append(Cue(start, end, rest))
        else:
            cue = _cue(hit, (start, end), focus)
            if cue.role in _VERDICT and (sentence in prepared.presumed or _is_dated(prepared, hit, words)):
                continue
            found[sentence].cues.append(cue)
    for cues in found.values():
        # Cut before they are compared with each other: a sentence of titles alone is hostile.
        frames, titles = cues.frames[: 2 * _MOST], cues.titles[: 2 * _MOST]
        cues.frames = [f for f in frames if not any(_wider(other, f) for other in frames)][:_MOST]
        whole = [t for t in titles if "," not in prepared.text[t.start : t.end]]
        cues.titles = [t for t in titles if not any(_wider(other, t) for other in whole)][:_MOST]
        cues.cues, cues.firms, cues.clubs = cues.cues[:_MOST], cues.firms[:_MOST], cues.clubs[:_MOST]
    _among(found, prepared, judged=focus.type == "conviction")
    return found


def _cue(hit: Hit, span: Span, focus: Focus) -> Cue:
    """What a word says of a person. Who serves a sentence and is indicted now was not convicted of this."""
    role, _, side = hit.term.id.partition(".")[2].partition(".")
    attributes = hit.term.attributes
    if focus.type == "indictment" and attributes.get("serving"):
        role = "charged"
    return Cue(*span, role, side, attributes.get("reach"), bool(attributes.get("subject")))


def _is_dated(prepared: Prepared, hit: Hit, words: LinkWords) -> bool:
    """Whether the word for years at either end is that of a date: "in the year 2022 he got" tells of no sentence."""
    found = prepared.tokens.words
    for at in {hit.first, hit.last - 1}:
        before = found[at - 1] if at else ""
        written = len(before) == _YEAR_DIGITS and before.isdecimal() and _FIRST_YEAR <= int(before) <= _LAST_YEAR
        if written and found[at].startswith(words.years):
            return True
    return False


def _wider(frame: Cue, other: Cue) -> bool:
    """Whether a frame holds another: "dismissed the appeal" drops no case."""
    return frame.start <= other.start and other.end <= frame.end and frame.end - frame.start > other.end - other.start


def _among(found: dict[int, SentenceCues], prepared: Prepared, *, judged: bool) -> None:
    """“Among them is X”: what was said last of several, here or in the sentence before, holds for X.

    Inside a sentence they are those of the sentence ("suspended four guards, among them X"). `judged`: a verdict is the
    news.
    """
    for sentence, cues in found.items():
        for i, cue in enumerate(cues.cues):
            if cue.role != "same":
                continue
            here = [c for c in cues.cues if c.end <= cue.start]
            opens = cue.start - prepared.sentences.starts[sentence] <= _OPENING
            before = found[sentence - 1].cues if opens and sentence - 1 in found else []
            # What a noun tells ("for the abduction of") holds for nobody in particular.
            told = [c for c in (*reversed(here), *reversed(before)) if c.role in _SHARED]
            said = next((c.role for c in sorted(told, key=lambda c: c.role == "victim" and c.reach is not None)), None)
            # A demand or a quashed verdict may stand there: then no one of several is called convicted by this alone.
            plain = judged and not cues.frames and not (before and found[sentence - 1].frames)
            role = "charged" if said in {"convicted", "final", "term"} and not plain else said
            cues.cues[i] = cue._replace(role=role or "nothing")


_SMALL = 4
"""Letters that a small word has at most: longer ones are capitals in titles that write every word so."""


def _is_name(prepared: Prepared, hit: Hit) -> bool:
    """Whether one small word is a capital inside a sentence: towns, once folded, may look like a negation."""
    at = hit.first
    inside = at > 0 and prepared.sentence_of_word[at - 1] == prepared.sentence_of_word[at]
    small = hit.last == at + 1 and len(prepared.tokens.words[at]) <= _SMALL
    return small and inside and prepared.is_capital(at)


def _in_focus(hit: Hit, focus: Focus) -> bool:
    """Some words mean something only in a text of one kind: released is acquitted only in news of an acquittal."""
    needed: str | None = hit.term.attributes.get("focus")
    if needed is None:
        return True
    kind = needed.removeprefix("not ")
    return (focus.type in _FOCUSES.get(kind, {kind})) == (kind == needed)


def taken_back(cues: SentenceCues, *, convicts: bool) -> bool:
    """Whether the sentence tells that a verdict was quashed: then it convicts nobody, wherever it is retold.

    Where no conviction is the news (`convicts`), a sentence may name neither verdict nor court: "the case goes back".
    """
    verdicts = [f.start for f in cues.frames if f.role == "verdict"]
    quashed = [f.start for f in cues.frames if f.role == "quash"]
    if not convicts and quashed and any(cue.role == "convicted" for cue in cues.cues):
        return True
    return any(abs(a - b) < _CLOSE for a in verdicts for b in quashed)


def given_up(cues: SentenceCues) -> bool:
    """Whether the sentence tells that a complaint or an investigation came to nothing."""
    cases = [f.start for f in cues.frames if f.role == "case"]
    dropped = [f.start for f in cues.frames if f.role == "dropped"]
    return any(abs(a - b) < _CLOSE for a in cases for b in dropped)


def longest(cues: list[Cue], names: list[Span], *, text: str = "") -> list[Cue]:
    """The cues that count: none that runs over a name, none inside a longer one ("accused" in "is not accused").

    A longer one that a comma parts tells of those behind it only: "X was arrested, and eight others, including Y". So
    does "the accused are", but where it ends its clause ("X and Y accused are").
    """
    cues = [c for c in cues if not any(c.start < end and start < c.end for start, end in names)]
    # "Was *sentenced* by his party to": no verdict, though the words before belong to it.
    hiding = [c for c in cues if c.role in _HIDING]
    cues = [c for c in cues if c.role not in _GUILT or not any(_overlap(c, other) for other in hiding)]
    found: list[Cue] = []
    for cue in cues:
        outer = [other for other in cues if _inside(cue, other)]
        parted = [o for o in outer if o.role == cue.role and o.side == "after" and "," in text[o.start : o.end]]
        if not outer:
            found.append(cue)
        elif cue.side == "both" and cue.start == outer[0].start:
            inside = all(o.role == cue.role and o.side == "after" for o in outer) and not _opens(text, cue.start)
            if inside or len(parted) == len(outer):
                found.append(cue._replace(side="before"))
    return found


def is_hidden(cues: Sequence[Cue]) -> bool:
    """Whether a verdict is told in words that make another's of it, or none."""
    hiding = [cue for cue in cues if cue.role in _HIDING]
    return any(cue.role in _GUILT and any(_overlap(cue, other) for other in hiding) for cue in cues)


def _overlap(cue: Cue, other: Cue) -> bool:
    return cue.start < other.end and other.start < cue.end


def _opens(text: str, start: int) -> bool:
    """Whether a clause begins at an offset: nobody stands before the verb there."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] == ")")


def _inside(cue: Cue, other: Cue) -> bool:
    if cue.role == "never" and other.role in ACCUSING:
        return False  # "killed himself in custody" tells of no custody
    if (cue.side, other.side) == ("after", "before") and cue.role == other.role and cue.end == other.end:
        return False  # "police are looking for X": the longer words speak of "X, whom police are looking for"
    if other.role == "nothing" != cue.role and (cue.start, cue.end) == (other.start, other.end):
        return True
    if other.role == "acquitted" and cue.role in _VERDICT - {"acquitted"}:
        # "Upheld the acquittal": the words say that a verdict stands, and which.
        return other.start < cue.end and cue.start < other.end
    return other.start <= cue.start and cue.end <= other.end and other.end - other.start > cue.end - cue.start


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(tokenize(fold(word)).words) for word in words)
