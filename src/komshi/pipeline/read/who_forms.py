"""Names in their base form: how a language declines them is data (names.toml); what is undone here is only that.

A case has to agree between given name and surname (the same ending may be a man's genitive and a woman's nominative),
so both are analysed and the pair that agrees best is taken. Where nothing agrees the name stays as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from komshi.pipeline.region import Language
from komshi.pipeline.text.cyrillic import to_cyrillic
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.spelling import name_key

_CASES = ("genitive", "dative", "accusative", "instrumental")
# Letters before an offset in which a name stands.
_NAME_REACH = 60
_VOWELS = frozenset(["a", "e", "i", "o", "u", "y"])
_USUAL_ENDS = frozenset(["lj", "nj", "dj", "nk", "rt", "st"])


@dataclass(frozen=True, slots=True)
class _Ending:
    """One case ending: what is written, what the base form has instead."""

    written: str
    base: str
    cases: frozenset[str]
    gender: str
    plain: bool
    own: bool


@dataclass(frozen=True, slots=True)
class _Analysis:
    """One way to understand a written word: its base form in these cases."""

    base: str
    cases: frozenset[str]
    gender: str | None
    known: float = 0.0

    @property
    def oblique(self) -> bool:
        return "nominative" not in self.cases


_NOMINATIVE = frozenset(["nominative"])


class NameForms:
    """The declension of one language. `given` maps keys of known given names to their genders (`m`, `f`, `mf`).

    `own` are those of the language itself: some endings are undone only behind one of them.
    """

    def __init__(self, language: Language, given: Mapping[str, str], own: frozenset[str]) -> None:
        tables = language.files.get("names", {})
        rows: Sequence[Mapping[str, str | bool]] = tables.get("declension", ())
        self._given = given
        self._own = own
        given_endings = _endings(row for row in rows if row["of"] == "given")
        surname_endings = _endings(row for row in rows if row["of"] == "surname")
        self._endings = {"given": _by_letter(given_endings), "surname": _by_letter(surname_endings)}
        surname: Mapping[str, list[str]] = tables.get("surname", {})
        sure = tuple(surname.get("bases", ()))
        self._sure = (*sure, *(to_cyrillic(ending) for ending in sure))
        possessive: Mapping[str, list[str]] = tables.get("possessive", {})
        self._possessive = tuple(e for w in possessive.get("endings", ()) for e in (w, to_cyrillic(w)))
        self._womens = tuple(fold(e) for e in surname.get("womens", ()))
        self._agrees = any("dative" in ending.cases for ending in given_endings)
        self._base = lru_cache(maxsize=20_000)(self._work_out)
        self.forms: dict[str, str] = dict(given)
        endings = dict.fromkeys((name_key(ending.base), name_key(ending.written)) for ending in given_endings)
        for name, gender in given.items():
            for base, written in endings:
                if name.endswith(base):
                    self.forms.setdefault(name.removesuffix(base) + written, gender)

    def base(self, words: Sequence[str], *, plain: bool = False) -> tuple[str, ...]:
        """The words of one full name in the base form. `plain` says that the text is written without diacritics."""
        return self._base(tuple(words), plain=plain)

    def _work_out(self, words: tuple[str, ...], *, plain: bool) -> tuple[str, ...]:
        if not words or not self._endings["surname"]:
            return words
        surnames = self._analyses(words[-1], "surname", plain=plain, own=name_key(words[0]) in self._own)
        if len(words) == 1:
            return (self._single(words[0], surnames),)
        if not self._agrees:
            return (*words[:-1], max(surnames[1:], key=lambda a: -len(a.base), default=surnames[0]).base)
        pairs = [(g, s) for g in self._analyses(words[0], "given", plain=plain) for s in surnames]
        given, surname = max(pairs, key=self._agreement)
        middle = tuple(self._middle(word, surname, plain=plain) for word in words[1:-1])
        return (given.base, *middle, surname.base)

    @property
    def declines(self) -> bool:
        """Whether given name and surname agree in case in this language."""
        return self._agrees

    def inflected(self, words: Sequence[str]) -> bool:
        """Whether the name is surely in another case than the nominative."""
        return self._agrees and self.base(words) != tuple(words)

    def nominative(self, words: Sequence[str]) -> bool:
        """Whether the name stands in the nominative where the language would show another case."""
        return bool(self._endings["surname"]) and self.base(words) == tuple(words)

    def womans(self, before: str) -> bool:
        """Whether the last given name and surname before an offset are a woman's."""
        given = before[-_NAME_REACH:].split()[-2:-1]
        return bool(given) and self._given.get(name_key(given[0])) == "f"

    def possessive(self, words: Sequence[str]) -> bool:
        """Whether a lone word ends as the adjective does that tells whose something is."""
        return len(words) == 1 and words[0].lower().endswith(self._possessive or ("\0",))

    def _middle(self, word: str, surname: _Analysis, *, plain: bool) -> str:
        if not surname.oblique:
            return word
        fitting = [a for a in self._analyses(word, "surname", plain=plain) if a.cases & surname.cases]
        return fitting[0].base if fitting else word

    def _single(self, word: str, analyses: list[_Analysis]) -> str:
        """A surname that stands alone: undone only where its ending leaves no doubt."""
        if self._agrees:
            analyses = [a for a in analyses if a.oblique and a.base.lower().endswith(self._sure)]
            return analyses[0].base if analyses else word
        return max(analyses[1:], key=lambda a: -len(a.base), default=analyses[0]).base

    def _analyses(self, word: str, of: str, *, plain: bool, own: bool = False) -> list[_Analysis]:
        lower = word.lower()
        gender = self._given.get(name_key(word)) if of == "given" else None
        found = [_Analysis(word, _NOMINATIVE, gender, self._known(word, gender))]
        for ending in self._endings[of].get(lower[-1:], ()):
            stem = len(word) - len(ending.written)
            if stem < 2 or not lower.endswith(ending.written) or (ending.plain and not plain):
                continue
            if ending.own and not own:
                continue
            base = word[:stem] + ending.base
            if of == "given":
                fits = ending.gender in self._given.get(name_key(base), "")
                known = self._known(base, ending.gender if fits else None)
                found.append(_Analysis(base, ending.cases, ending.gender, known))
            elif len(base) >= 3:
                found.append(_Analysis(base, ending.cases, ending.gender))
        return found

    def _known(self, given: str, gender: str | None) -> float:
        """How common a given name is here: one of this language counts more than one of a neighbouring one."""
        if gender is None:
            return 0.0
        return 1.0 if name_key(given) in self._own else 0.8

    def _agreement(self, pair: tuple[_Analysis, _Analysis]) -> float:
        """How well a given name and a surname go together; the highest wins, the first of equals."""
        given, surname = pair
        woman = given.gender is not None and "f" in given.gender
        invariant = woman and not surname.oblique and surname.base.lower().endswith(self._sure)
        agrees = bool(given.cases & surname.cases) and (
            not surname.oblique or str(surname.gender) in (given.gender or "mf")
        )
        score: float = 4.0 * given.known + 2.0 * (agrees or invariant)
        if agrees and not given.oblique:
            womens = woman and fold(surname.base).endswith(self._womens or ("\0",))
            score += 1 + 3 * womens
        if agrees and given.oblique and given.known and given.gender == "m":
            score += 2
        if surname.oblique:
            score += 3 * surname.base.lower().endswith(self._sure) - _clumsy(surname.base)
        return score


def _clumsy(word: str) -> float:
    """Surnames seldom end in two consonants; such a base form is the less likely one."""
    tail = fold(word)[-2:]
    return 0.5 if _VOWELS.isdisjoint(tail) and tail not in _USUAL_ENDS else 0.0


def _by_letter(endings: Iterable[_Ending]) -> dict[str, list[_Ending]]:
    """Endings by the letter that a word with them ends in."""
    found: dict[str, list[_Ending]] = {}
    for ending in endings:
        found.setdefault(ending.written[-1], []).append(ending)
    return found


def _endings(rows: Iterable[Mapping[str, str | bool]]) -> list[_Ending]:
    found: list[_Ending] = []
    for row in rows:
        for case in _CASES:
            if case not in row:
                continue
            # A man's accusative is his genitive unless the row says otherwise.
            cases = {case, "accusative"} if case == "genitive" and "accusative" not in row else {case}
            written, base = str(row[case]), str(row["base"])
            plain, own = bool(row.get("plain")), bool(row.get("own"))
            ending = _Ending(written, base, frozenset(cases), str(row["gender"]), plain, own)
            found.append(ending)
            other = to_cyrillic(written)
            if other != written:
                found.append(replace(ending, written=other, base=to_cyrillic(base)))
    return found
