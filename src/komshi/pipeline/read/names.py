"""Where a text names persons: full names, initials, single surnames, with the ages that stand beside them.

Comes in: a prepared article. Goes out: mentions in the order of the text. Knows no person: it looks at capitals, common
given names, the endings of surnames, and what is known not to be a name (institutions, places, weekdays).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from komshi.pipeline.read.names_ages import Age, Ages
from komshi.pipeline.read.names_beside import beside_others
from komshi.pipeline.read.names_headline import without_headline_words
from komshi.pipeline.read.names_mention import Kind, Mention
from komshi.pipeline.read.names_words import DIGRAPHS, NameWords, Word
from komshi.pipeline.read.prepared import Prepared, remembered
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold

_CAPITALS = "".join(chr(n) for n in range(0x530) if chr(n).isupper())
_LETTER = r"[^\W\d_\u0370-\u03ff]"
_MARKS = "\u0300-\u036f\u00ad"
_TOKEN = re.compile(
    rf"(?<![^\W_])[{_CAPITALS}](?:{_LETTER}|[{_MARKS}])*(?:[’'\-](?:{_LETTER})(?:{_LETTER}|[{_MARKS}])*)*"
)
_SPACE = (" ", "\u00a0", "  ")
_QUOTES = frozenset("\"'„“”«»‘’")
# A year or a number may end the name of a firm.
_CLOSES = re.compile(r"(?: \d{1,4})?[\"'„“”«»‘’]")
_QUOTED_TITLE = re.compile(r"[„“\"«][^\W\d_]{1,4}\.\s$")
# What stands in brackets behind a given name: an age, what somebody did.
_ASIDE = re.compile(r"\s\([^()\n]{1,40}\)")
# What may follow the last of three initials that lacks its stop.
_ENDS = frozenset(",;) \n") | {""}
_LONGEST = 6
# Letters before a given name in which "his wife" stands, and from the person whose wife she is.
_KIN_REACH = 30
_KIN_FAR = 200
# A long feature names some hundred people; a text with more is a list or is hostile, and its beginning is enough.
_MOST = 400


class _Token(NamedTuple):
    """A word with a capital; `initial`: one letter (or a digraph) with a stop; `particle`: what stands before it."""

    start: int
    end: int
    text: str
    initial: bool
    word: Word
    particle: str = ""
    quoted: bool = False


class Names:
    """Finds the mentions of persons in a text of any of the region's languages."""

    def __init__(self, region: Region) -> None:
        self.words: Mapping[str, NameWords] = {code: NameWords(region, code) for code in region.languages}
        self._ages = {code: Ages(language) for code, language in region.languages.items()}

    @remembered
    def __call__(self, prepared: Prepared) -> list[Mention]:
        """The mentions, in the order of the text."""
        words, ages = self.words[prepared.language.code], self._ages[prepared.language.code]
        mentions: list[Mention] = []
        for run in _runs(prepared.text, words):
            if len(mentions) >= _MOST:
                break
            if _is_quoted(prepared.text, run):
                continue
            for mention in _read_run(run, words):
                span = (mention.start, mention.end)
                if mention.kind == "single" and not mention.sure:
                    if not words.is_nickname(prepared.text, mention.start):
                        mentions.append(mention)
                elif mention.kind == "single" and words.is_adjective(prepared.text, span):
                    mentions.append(mention._replace(sure=False))
                elif not words.skipped(prepared.text, span):
                    mentions.append(_with_age(mention, ages(prepared.text, mention.start, mention.after)))
        if not words.forms.declines:
            mentions = without_headline_words(prepared.text, mentions)
        mentions = beside_others(prepared.text, mentions, words=words)
        mentions = _surely_initials(prepared.text, mentions, words)
        return _kin(prepared.text, _shared_surnames(prepared.text, mentions, words), words)


@lru_cache(maxsize=2)
def names_of(region: Region) -> Names:
    """The names of a region, made once for all who ask for them."""
    return Names(region)


def _is_quoted(text: str, run: list[_Token]) -> bool:
    """Whether quotes stand around all the words of a run: a firm, a society, a ship."""
    closed = len(run) > 1 and _CLOSES.match(text, run[-1].end) is not None
    return closed and (run[0].quoted or _QUOTED_TITLE.search(text[max(0, run[0].start - 8) : run[0].start]) is not None)


def _surely_initials(text: str, mentions: list[Mention], words: NameWords) -> list[Mention]:
    """Without the abbreviations that look like initials: those without an age that stand in no list of initials."""
    known = [one.sure or one.age is not None or one.dated or one.kind != "initials" for one in mentions]
    for at in (*range(1, len(mentions)), *range(len(mentions) - 2, -1, -1)):
        one = mentions[at]
        if known[at] or one.kind != "initials":
            continue
        for left, right in ((at - 1, at), (at, at + 1)):
            beside = left if right == at else right
            if 0 <= beside < len(mentions) and known[beside] and mentions[beside].kind == "initials":
                gap = text[mentions[left].after : mentions[right].start].strip()
                known[at] |= gap in {",", ";"} or fold(gap) in words.joins
    return [
        one._replace(sure=True) if one.kind == "initials" else one
        for one, is_one in zip(mentions, known, strict=True)
        if is_one
    ]


def _shared_surnames(text: str, mentions: list[Mention], words: NameWords) -> list[Mention]:
    """A given name that "and" joins to a whole name (Ana and Petar X.) has its surname from there."""
    for i, (left, right) in enumerate(pairwise(mentions)):
        # An age may stand between: "Ana (48) and Petar X.".
        between = _ASIDE.sub("", text[left.end : right.start])
        if left.kind != "single" or right.kind != "full" or len(between) > 6 or left.sure:
            continue
        if fold(between.strip()) in words.joins and words(left.words[0]).given and words(right.words[0]).given:
            mentions[i] = left._replace(words=(left.words[0], *right.words[1:]), kind="full", sure=True)
    return mentions


def _kin(text: str, mentions: list[Mention], words: NameWords) -> list[Mention]:
    """A given name behind "his wife" or "X's son" has the surname of whoever was named before it."""
    for i, mention in enumerate(mentions):
        if not i or mention.kind != "single" or mention.sure or not words(mention.words[0]).given:
            continue
        before = mentions[i - 1]
        low = max(before.end, mention.start - _KIN_REACH)
        if mention.start - before.end < _KIN_FAR and words.is_kin(text[low : mention.start], named=low == before.end):
            surname = words.forms.base(before.words)[-1]
            if len(surname) > 2 and not surname.endswith("."):
                mentions[i] = mention._replace(words=(mention.words[0], surname), kind="full", sure=True, kin=True)
    return mentions


def _with_age(mention: Mention, age: Age | None) -> Mention:
    if age is None:
        return mention
    evidence = (age.span,) if age.years is not None else ()
    after = max(mention.after, age.end)
    return mention._replace(after=after, age=age.years, age_evidence=evidence, dated=True)


def _runs(text: str, words: NameWords) -> Iterator[list[_Token]]:
    """Capital words that stand together as the parts of one name would."""
    run: list[_Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match.group()
        initial = (len(raw) == 1 or raw in DIGRAPHS) and text[end : end + 1] == "."
        particle = text[run[-1].end : start].strip() if run and start - run[-1].end < 8 else ""
        particle = particle if particle in words.particles else ""
        token = _Token(start, end, raw, initial, words(raw), particle, text[start - 1 : start] in _QUOTES)
        if run and not _together(text, run, token, words):
            # Most capitals are the first words of sentences, known to be no names.
            if len(run) > 1 or not run[0].word.flagged:
                yield run
            run = []
        run.append(token)
        if len(run) > _LONGEST:
            yield run
            run = []
    if run:
        yield run


def _together(text: str, run: list[_Token], token: _Token, words: NameWords) -> bool:
    """Whether the token goes on with the run: a space, an initial's stop, a particle or a nickname's quotes between."""
    last = run[-1]
    if token.start - last.end > 14:
        return False
    gap = text[last.end : token.start]
    if len(token.text) == 1 and not token.initial and len(run) > 1:
        # "A.B.C, D.E." without the last stop of three initials.
        return gap == "." and len(run) == 2 and all(t.initial for t in run) and text[token.end : token.end + 1] in _ENDS
    if gap in _SPACE:
        # "A.K, B" without its last stop, or an abbreviation before a name, does not go on.
        return not (last.text.isupper() and len(last.text) == 1 and not last.initial)
    if last.initial and gap in {".", ". "}:
        # Two initials are a whole name; what follows them with a capital is the next sentence.
        whole = len(run) > 1 and all(t.initial for t in run)
        after_given = len(run) > 1 and not run[-2].initial
        return token.initial if whole else not (after_given and token.word.flagged)
    if gap.strip() in words.particles and gap[0] == " ":
        return True
    return _nickname_between(text, gap, run, token)


def _nickname_between(text: str, gap: str, run: list[_Token], token: _Token) -> bool:
    """Whether the gap opens the quotes of a nickname that a surname follows, or closes them."""
    if len(gap) != 2:
        return False
    if gap[1] == " ":
        # What opens with its quotes is a firm, and ends with them (the owner of "Rudnik Trans" X).
        return gap[0] in _QUOTES and len(run) > 1 and run[-1].quoted
    end = token.end
    return gap[0] == " " and gap[1] in _QUOTES and text[end : end + 1] in _QUOTES and text[end + 1 : end + 3].istitle()


def _read_run(run: list[_Token], words: NameWords) -> Iterator[Mention]:
    """The persons in one run of capital words; usually one or none."""
    if (len(run) >= 2 and run[0].initial and run[1].initial) or _open_initials(run):
        if len(run) <= 3:
            # "J.P." may be a public enterprise: an age has to tell that it is a person.
            yield _mention(run, "initials", sure=not _is_short(run[:2], words))
        return
    at = _first_given(run, words)
    if at is not None:
        if at and run[at - 1].word.sure and not run[at - 1].word.flagged and words.forms.inflected([run[at - 1].text]):
            # "The lawyer of X, Y Z" without its comma: what stands before the given name is another's surname.
            yield _mention(run[at - 1 : at], "single", sure=True)
        yield from _from_given(run[at:], words)
        return
    yield from _without_given(run, words)


def _open_initials(run: list[_Token]) -> bool:
    """Initials whose last stop is missing: "M.K, "."""
    return len(run) == 2 and run[0].initial and len(run[1].text) == 1 and run[1].start - run[0].end <= 2


def _end(token: _Token) -> int:
    return token.end + 1 if token.initial else token.end


def _first_given(run: list[_Token], words: NameWords) -> int | None:
    """The index of the first known given name that something name-like follows."""
    for i, token in enumerate(run[:-1]):
        if not token.word.given or token.word.flagged or (i and token.quoted):
            continue
        if i + 2 < len(run) and run[i + 1].word.given and (words.is_port_word(token.text) or words.is_town(token.text)):
            continue  # "the director of the port X Y", "the mayor of *Town* X Y"
        if run[i + 1].initial or not run[i + 1].word.flagged:
            return i
    return None


def _from_given(run: list[_Token], words: NameWords) -> Iterator[Mention]:
    """A name that begins with a known given name."""
    last = 1
    while last + 1 < len(run) and last < 4:
        token = run[last + 1]
        if token.word.flagged and not token.initial:
            break
        # Two whole names side by side (a list that lost its commas) are two persons.
        if run[last].word.sure and token.word.given and last + 2 < len(run):
            break
        last += 1
    taken = run[: last + 1]
    if words.is_port(taken[0].word, taken[1].word, raw=taken[0].text):
        return
    if all(t.text.isupper() for t in taken) and not words.capitals_allowed(taken[0].text):
        return
    shape: Kind = "mixed" if taken[-1].initial else "full"
    sure = words.whole(taken[0].text, taken[-1].text) or taken[-1].initial or not taken[-1].word.town
    called = words.is_called(*(token.text for token in taken)) and not taken[-1].initial
    whole = _mention(taken[:2] if called else taken, shape, sure=sure or called)
    yield whole._replace(after=_end(taken[-1]))
    if last + 2 < len(run):
        yield from _read_run(run[last + 1 :], words)


def _without_given(run: list[_Token], words: NameWords) -> Iterator[Mention]:
    """A name whose given name is not a common one, or a surname alone."""
    if len(run) > 2 and run[-1].initial and run[-2].initial:
        # What stands before initials is a firm or a town ("the director of Rudnik M. V.").
        yield from _read_run(run[-2:], words)
        return
    if len(run) > 1 and not run[0].word.flagged and words.is_place(run[0].text, run[1].text):
        run = run[2:]
    while run and run[0].word.flagged and not run[0].initial:
        run = run[1:]
    while len(run) > 1 and run[-1].word.sure and (run[0].word.place or (len(run) > 2 and words.is_town(run[0].text))):
        run = run[1:]
    while len(run) > 1 and (run[-1].word.flagged or _is_place(run[-1].word)):
        run = run[:-1]
    if not run or any(t.text.isupper() and not t.initial and len(t.text) > 1 for t in run):
        return
    if len(run) == 1:
        word = run[0].word
        if (
            not run[0].initial
            and len(run[0].text) > 2
            and not word.flagged
            and (word.sure or word.given or not word.town)
        ):
            yield _mention(run, "single", sure=word.sure and not word.place)
        return
    last = next((i for i, t in enumerate(run) if t.word.sure and i), len(run) - 1)
    taken = run[: last + 1][-3:]
    if words.is_place(taken[0].text, taken[-1].text) or any(t.word.flagged for t in taken) or _is_short(taken, words):
        return
    if taken[0].word.place and not taken[-1].word.sure:
        return
    sure = taken[-1].word.sure and not taken[0].word.place
    kind: Kind = "mixed" if taken[0].initial or taken[-1].initial else "full"
    yield _mention(taken, kind, sure=sure)


def _is_short(run: list[_Token], words: NameWords) -> bool:
    """Whether initials are those of something else (U.S.)."""
    return ".".join(t.text for t in run).upper() in words.not_initials


def _is_place(word: Word) -> bool:
    return word.place and not (word.sure or word.likely)


def _mention(tokens: list[_Token], kind: Kind, *, sure: bool) -> Mention:
    end = _end(tokens[-1])
    written = tuple(f"{t.text}." for t in tokens) if kind == "initials" else _written(tokens)
    return Mention(tokens[0].start, end, end, written, kind, sure)


def _written(tokens: list[_Token]) -> tuple[str, ...]:
    """The words of a name; capitals of a headline become those of a name, an initial keeps its stop."""
    written: list[str] = []
    for i, token in enumerate(tokens):
        if token.particle and i:
            written.append(token.particle)
        capitals = token.text.isupper() and not token.initial
        written.append(f"{token.text}." if token.initial else token.text.title() if capitals else token.text)
    return tuple(written)
