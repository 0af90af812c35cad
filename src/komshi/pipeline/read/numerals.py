"""The one number grammar: digits in every format of the region's press, number words, halves, bounds and ranges.

In: the words of an article. Out: every number in it with its bounds and its place, in order and without overlap. One
pass; the work is linear in the words, whatever they are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from komshi.pipeline.read.numerals_digits import SPACES, digit_run, resolve
from komshi.pipeline.read.numerals_plain import is_other_word
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Language, Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import Tokens, tokenize

Kind = Literal["number", "people", "fraction"]
_ATOM_KINDS = ("values", "people", "about", "multipliers", "scales", "fractions")
_HUNDRED, _THOUSAND = 100, 1000
_NO_ATOM = ("", 0.0)
# No amount in a report is larger; number words strung together at random are.
_MOST = 1e16
_JOINTS = SPACES | {"-"}
_DASHES = frozenset({"-", "–", "—", " - ", " – ", " — "})
_IN_BRACKETS = re.compile(r"\s?\((\w{1,20})\)")


class Numeral(NamedTuple):
    """A number in a text: the words `first` up to `last`, folded offsets `start` to `end`.

    `value` is None in a range, which has `low` and `high`; a bounded number (“more than 40”) has its value and one
    bound. `kind` is `people` for words that count persons only, `fraction` for a part that needs a unit. `tail` holds
    letters glued to the digits (`kg`). `other` is the second reading of an ambiguous mark (1.205: 1205 or 1.205).
    """

    value: float | None
    first: int
    last: int
    start: int
    end: int
    kind: Kind = "number"
    low: float | None = None
    high: float | None = None
    about: bool = False
    tail: str = ""
    other: float | None = None


class _Part(NamedTuple):
    """A number under construction: its value so far and the word after it."""

    value: float
    last: int
    kind: Kind = "number"
    tail: str = ""
    other: float | None = None
    comma: bool = False
    about: bool = False
    in_words: bool = True


class NumberGrammar:
    """The number words of one language, compiled from its `numbers.toml`."""

    def __init__(self, language: Language) -> None:
        rows = language.files.get("numbers", {})
        grammar = rows.get("grammar", {})
        self.atoms: dict[str, tuple[str, float]] = {}
        for kind in _ATOM_KINDS:
            for value, forms in rows.get(kind, {}).items():
                written = words_of(" ".join((*language.spelling.typed(forms), forms)))
                self.atoms.update((word, (kind, float(value))) for word in written)
        self.joining = _listed(grammar, "joining")
        # What joins two numbers or two words, but may as well tell whose the first is.
        self.genitive = _listed(grammar, "genitive")
        self.articles, self.possessives = _listed(grammar, "articles"), _listed(grammar, "possessives")
        self.suffixes = _listed(grammar, "people_suffixes")
        self.plain_only, self.before_what = _listed(grammar, "plain_only"), _listed(grammar, "before_what")
        self.before_year = frozenset(words_of(rows.get("dates", {}).get("before_year", "")))
        self.scenes = _listed(grammar, "scenes")
        # Small words that make a participle beside them a verb, and those that lead to a clause of its own.
        self.helpers, self.clauses = _listed(grammar, "helpers"), _listed(grammar, "clauses")
        self.partitive = _listed(grammar, "partitive")
        self.by, self.against = _listed(grammar, "by"), _listed(grammar, "against")
        self.part_of_whole = [words_of(phrase) for phrase in grammar.get("part_of_whole", ())]
        # Before a sum that every one of several pays (“po 500 evra”), and before a figure that corrects a rounded one.
        self.each = _listed(grammar, "each")
        # Behind a sum, before whom each of several pays it for (“2,800 euros per person”).
        self.per = _listed(grammar, "per")
        self.each_thing = {" ".join(words_of(phrase)) for phrase in grammar.get("each_thing", ())}
        self.aged, self.each_behind = (frozenset(map(fold, grammar.get(name, ()))) for name in ("aged", "each_behind"))
        # Between one sum and the same in another currency.
        self.again = _listed(grammar, "again")
        # Before things that others were found in or brought with (“in two houses”, “with three trucks”).
        self.within = _listed(grammar, "within")
        self.exact = _listed(grammar, "exact")
        self.listing = _listed(grammar, "listing")
        self.including = _listed(grammar, "including")
        self.peoples = tuple(words_of(grammar.get("peoples", ""))) or ("\0",)
        # Words that join the things of a list.
        self.between = self.joining | self.listing
        self.thousands: str = grammar.get("thousands", ".")
        self.alone = frozenset(words_of(rows.get("alone", {}).get("words", "")))
        self.vague = frozenset(words_of(rows.get("vague", {}).get("words", "")))
        self.halves = [words_of(phrase) for phrase in grammar.get("half_more", ())]
        self.bounds: dict[str, list[tuple[list[str], str]]] = {}
        self.ranges = {" ".join(words_of(phrase)) for phrase in rows.get("bounds", {}).get("range", ())}
        for kind in ("more", "less", "about", "between"):
            for words in map(words_of, rows.get("bounds", {}).get(kind, ())):
                self.bounds.setdefault(words[-1], []).append((words, kind))
        for phrases in self.bounds.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._add_compounds()
        self.known = frozenset(self.atoms) | self.articles

    def _add_compounds(self) -> None:
        """Add tens and units that are written as one word (“twentyfive”)."""
        values = [(word, kind, value) for word, (kind, value) in self.atoms.items() if kind in {"values", "people"}]
        units = [(word, kind, value) for word, kind, value in values if 0 < value < 10]
        for ten, kind, value in values:
            if kind == "values" and 20 <= value < 100:
                for joint in ("", *self.joining):
                    for unit, unit_kind, more in units:
                        self.atoms.setdefault(f"{ten}{joint}{unit}", (unit_kind, value + more))

    def find(self, folded: str, tokens: Tokens, *, prepared: Prepared | None = None) -> list[Numeral]:
        """Every number, in order. With `prepared`, words that only look like numbers once folded are left out."""
        return _Scan(self, folded, tokens, prepared).numerals()

    def half_after(self, at: int, *, folded: str, tokens: Tokens) -> int:
        """The index of the word after “and a half” where that begins at word `at`, otherwise `at`."""
        for phrase in self.halves:
            if tokens.words[at : at + len(phrase)] == phrase and _touches(folded, tokens, at):
                return at + len(phrase)
        return at


class _Scan:
    """One pass of a grammar over one text."""

    def __init__(self, grammar: NumberGrammar, folded: str, tokens: Tokens, prepared: Prepared | None) -> None:
        self.grammar, self.folded, self.tokens, self.prepared = grammar, folded, tokens, prepared
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends

    def numerals(self) -> list[Numeral]:
        known = self.grammar.known
        found: list[Numeral] = []
        free = 0
        for i, word in enumerate(self.words):
            if not (word in known or "0" <= word[0] <= "9") or i < free:
                continue
            if word in self.grammar.plain_only and self._is_other_word(i):
                continue
            part = self.number(i)
            if part is not None and part.value < _MOST:
                found.append(self._numeral(i, part))
                free = found[-1].last
            elif part is not None:
                free = part.last
            elif "0" <= word[0] <= "9":
                free = digit_run(i, folded=self.folded, tokens=self.tokens)[3]
        return self._with_ranges(found)

    def touches(self, at: int) -> bool:
        return _touches(self.folded, self.tokens, at)

    def atom(self, at: int) -> tuple[str, float]:
        return self.grammar.atoms.get(self.words[at], _NO_ATOM) if at < len(self.words) else _NO_ATOM

    def number(self, i: int, below: float = math.inf) -> _Part | None:
        """The number that begins at word `i`, with its scale; a scale of `below` or more is refused."""
        part = self._base(i)
        if part is None or part.kind != "number":
            return part
        if part.last == i:  # a scale word that stands for one of itself
            return self._scaled(part, self.atom(i)[1])
        half = self.half_after(part.last)
        if half > part.last:
            part = part._replace(value=part.value + 0.5, last=half, other=None)
        scale = self._scale_after(part)
        if scale is None:
            return part
        return None if scale >= below else self._scaled(part, scale)

    def half_after(self, at: int) -> int:
        return self.grammar.half_after(at, folded=self.folded, tokens=self.tokens)

    def _base(self, i: int) -> _Part | None:
        """A number without its scale."""
        word = self.words[i]
        if "0" <= word[0] <= "9":
            return self._digits(i)
        kind, value = self.atom(i)
        if kind == "people":
            return _Part(value, i + 1, "people")
        if kind == "values":  # “one quarter” is a quarter
            return (self._after_article(i) if value == 1 else None) or self._group(value, i + 1)
        if kind == "about":
            return _Part(value, i + 1, about=True)
        if kind == "fractions":
            return self._part_of(i, value)
        if word in self.grammar.articles:
            return self._after_article(i)
        if kind == "scales" and word in self.grammar.alone and not (i and self.words[i - 1] in self.grammar.vague):
            return _Part(1.0, i)
        return None

    def _digits(self, i: int) -> _Part | None:
        groups, marks, tail, last = digit_run(i, folded=self.folded, tokens=self.tokens)
        read = resolve(groups, marks, thousands=self.grammar.thousands) if groups else None
        if read is None:
            return None
        if not tail and self.touches(last) and self.words[last] in self.grammar.suffixes:
            return _Part(read[0], last + 1, "people")
        return _Part(read[0], last, tail=tail, other=read[1], comma=marks == ",", in_words=False)

    def _group(self, total: float, last: int) -> _Part:
        """Words below a thousand that belong together: “two *hundred and twenty-five*”, from the word `last` on."""
        size, kind = _size(total), "number"
        while self.touches(last):
            at = last + 1 if self.words[last] in self.grammar.joining and self.touches(last + 1) else last
            what, more = self.atom(at)
            if what == "multipliers" and at == last and size < 100 and total < 100:
                total, size = total * more, 100
            elif what in {"values", "people"} and 0 < more < size and _size(more) < size:
                total, size, kind = total + more, _size(more), "people" if what == "people" else "number"
            else:
                break
            last = at + 1
        return _Part(total, last, "people" if kind == "people" else "number")

    def _part_of(self, i: int, value: float) -> _Part:
        """A half or a quarter: of a million (a number), or of a unit that follows (a fraction)."""
        at = i + 2 if i + 1 < len(self.words) and self.words[i + 1] in self.grammar.articles else i + 1
        what, times = self.atom(at)
        if self.touches(at) and what == "scales" and len(self.words[at]) > 1:
            return _Part(value, at)
        if self.touches(at) and what == "multipliers":
            return _Part(value * times, at + 1)
        return _Part(value, at, "fraction")

    def _after_article(self, i: int) -> _Part | None:
        """“A million”, “a dozen”, “a quarter”: the article is a one only before such a word."""
        what, times = self.atom(i + 1)
        if not self.touches(i + 1) or len(self.words[i + 1]) == 1:
            return None
        if what == "scales":
            return _Part(1.0, i + 1)
        if what == "multipliers":
            return self._group(times, i + 2) if times == _HUNDRED else _Part(times, i + 2)
        return self._part_of(i + 1, times) if what == "fractions" else None

    def _scale_after(self, part: _Part) -> float | None:
        """The scale that follows a number, glued to its digits or as the next word."""
        if part.tail:
            kind, value = self.grammar.atoms.get(part.tail, _NO_ATOM)
            return value if kind == "scales" else None
        kind, value = self.atom(part.last)
        # One letter is a scale only where it is glued to the digits (“$2m”); alone it is a metre.
        return value if kind == "scales" and self.touches(part.last) and len(self.words[part.last]) > 1 else None

    def _scaled(self, part: _Part, scale: float) -> _Part:
        value = part.value
        # “34,690 million”: nobody writes thousands of millions with a comma.
        if part.comma and part.other is not None and scale >= 1_000_000:
            value = min(value, part.other)
        last = part.last if part.tail else part.last + 1
        half = self.half_after(last)
        if half > last:
            return _Part((value + 0.5) * scale, half)
        whole = _Part(value * scale, last, about=part.about)
        at = last + 1 if last < len(self.words) and self.words[last] in self.grammar.joining else last
        rest = self._rest(at, scale, joined=at > last) if self.touches(last) and self.touches(at) else None
        return whole if rest is None else _Part(whole.value + rest.value, rest.last)

    def _rest(self, at: int, scale: float, *, joined: bool) -> _Part | None:
        """What is added after a scale: “two million *three hundred thousand*”, “two thousand *five hundred*”."""
        if self.atom(at)[0] != "values" and not "0" <= self.words[at][0] <= "9":
            return None
        rest = self.number(at, below=scale)
        if rest is None or rest.kind != "number" or rest.tail or rest.value >= scale:
            return None
        # Digits go on a number only with a scale of their own, or as hundreds: “3 million, 20 …” are two numbers,
        # “17 thousand and 600 …” is one.
        hundreds = joined and scale == _THOUSAND and rest.value >= _HUNDRED
        return rest if rest.in_words or hundreds else None

    def _numeral(self, i: int, part: _Part) -> Numeral:
        last, end = part.last, self.ends[part.last - 1]
        is_scale = self.grammar.atoms.get(part.tail, _NO_ATOM)[0] == "scales"
        tail = "" if is_scale else part.tail
        doubled = _IN_BRACKETS.match(self.folded, end)
        if doubled and self._says(doubled.group(1), part.value):
            last += 1
            end = doubled.end()
        bound, value = self._bound_before(i), part.value
        return Numeral(
            value, i, last, self.starts[i], end - len(tail), part.kind,
            low=value if bound == "more" else None, high=value if bound == "less" else None,
            about=part.about or bound == "about", tail=tail, other=part.other,
        )  # fmt: skip

    def _says(self, word: str, value: float) -> bool:
        """Whether a word in brackets repeats the number: “three (3)”, “3 (three)”."""
        if word.isascii() and word.isdigit():
            return float(word) == value
        return self.grammar.atoms.get(word, ("", -1.0))[1] == value

    def _bound_before(self, i: int) -> str:
        """What the words before a number say of it: `more`, `less`, `about`, `between`, or nothing."""
        if not i or self.starts[i] - self.ends[i - 1] > 2:
            return ""
        for phrase, kind in self.grammar.bounds.get(self.words[i - 1], ()):
            if i >= len(phrase) and self.words[i - len(phrase) : i] == phrase:
                return kind
        return ""

    def _is_other_word(self, i: int) -> bool:
        if self.prepared is None:
            return False
        grammar = self.grammar
        return is_other_word(self.prepared, i, atoms=grammar.atoms, conjunctions=grammar.before_what)

    def _with_ranges(self, found: list[Numeral]) -> list[Numeral]:
        """Join two numbers that are the ends of one range: “10 to 20 thousand”."""
        joined: list[Numeral] = []
        for numeral in found:
            if joined and self._is_range(joined[-1], numeral):
                joined[-1] = _range(joined[-1], numeral)
            else:
                joined.append(numeral)
        return joined

    def _is_range(self, left: Numeral, right: Numeral) -> bool:
        if left.value is None or right.value is None or left.tail or left.kind != right.kind:
            return False
        if right.first - left.last > 2 or left.value >= right.value:
            return False
        gap = self.folded[left.end : right.start]
        if gap in _DASHES:
            return True
        between = " ".join(self.words[left.last : right.first])
        if gap.strip() != between:
            return False
        return between in self.grammar.ranges or (
            between in self.grammar.joining and self._bound_before(left.first) == "between"
        )


def _range(left: Numeral, right: Numeral) -> Numeral:
    low, high = left.value or 0.0, right.value or 0.0
    # “10 to 20 thousand”: the scale is said once, after the second number.
    scaled = [scale for scale in (1e9, 1e6, 1e3) if high >= scale and low < 1000 and low * scale < high]
    if scaled and right.last - right.first > 1:
        low *= scaled[0]
    return Numeral(None, left.first, right.last, left.start, right.end, right.kind, low=low, high=high, tail=right.tail)


def _touches(folded: str, tokens: Tokens, at: int) -> bool:
    """Whether only a space or a hyphen stands before the word `at`."""
    if at >= len(tokens):
        return False
    end = tokens.ends[at - 1]
    return tokens.starts[at] - end == 1 and folded[end] in _JOINTS


def _size(value: float) -> float:
    """What a number word leaves room for: after thousands hundreds, after hundreds tens and units, after tens units."""
    return _THOUSAND if value >= _THOUSAND else _HUNDRED if value >= _HUNDRED else 10 if value >= 20 else 1


def _listed(grammar: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(words_of(grammar.get(key, "")))


def words_of(text: str) -> list[str]:
    """The folded words of a row of data or of a phrase."""
    return tokenize(fold(text)).words


@lru_cache(maxsize=2)
def grammars_of(region: Region) -> Mapping[str, NumberGrammar]:
    """The number grammars of a region's languages, by their codes, for all who read numbers."""
    return {language.code: NumberGrammar(language) for language in region.languages.values()}


def numerals_of(prepared: Prepared, grammars: Mapping[str, NumberGrammar]) -> list[Numeral]:
    """The numbers of an article, found once: they are kept with it, as its own cached properties are."""
    kept = vars(prepared)
    if "numerals" not in kept:
        grammar = grammars.get(prepared.language.code)
        kept["numerals"] = grammar.find(prepared.folded, prepared.tokens, prepared=prepared) if grammar else []
    numerals: list[Numeral] = kept["numerals"]
    return numerals
