"""What is known of one capital word: a common given name, a surname by its ending, a place, or surely no name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from komshi.pipeline.read.places_forms import Forms
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.region import Region
from komshi.pipeline.text.cyrillic import to_cyrillic
from komshi.pipeline.text.fold import fold, fold_all
from komshi.pipeline.text.lexicon import Lexicon
from komshi.pipeline.text.spelling import name_key
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Span

# Letters that are written with two signs; as an initial they stand as one. Letters of alphabets, not words.
_PAIRS = ("Dž", "Lj", "Nj", "Dj", "Dh", "Gj", "Ll", "Rr", "Sh", "Th", "Xh", "Zh")
DIGRAPHS = frozenset(form for pair in _PAIRS for form in (pair, pair.upper()))
_CACHE_SIZE = 60_000
_CREDIT_REACH = 60
_NICKNAME_REACH = 30
# Initials that open a line and are followed by a slash or a date: who wrote the page.
_SIGNED = re.compile(r"(?:\)| ?[/|]| ?\d\d?\. ?\d\d?\. ?\d{4})")
# "M. Petrov" in a line between two paragraphs: who wrote it, or took the photograph.
_BYLINE = re.compile(r"[^\W\d_]{1,2}\. ?[^\W\d_]{3,20}$")
_PARAGRAPH_ENDS, _PARAGRAPH = re.compile(r"[^\n]{40}[.!?“”\"»]\s*\n\s*$"), re.compile(r"\s*\n[^\n]{40}")
_GENITIVE = re.compile(r"[’']s$")
_CREDIT_MARK = re.compile(r"[:/|©]")
# What follows the name of whoever wrote a page on its own line.
_BYLINE_ENDS = re.compile(r"[ .)]{0,3}(?:\n|$)| \(| (\w+) ")
_ENDS_LINE = re.compile(r"[ .)\]]{0,3}(?:\n|$)")
# "M. K." alone in the last line, "M. K. PETROV" at the end of a text: who wrote it.
_LAST_LINE = re.compile(r"[ .]{0,2}([^\W\d_]{3,20})?\s*$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\. ?){2,3}$")
_OPENS = re.compile(r"(?:^|[.!?:\n„“\"»]\s{0,2})$")
_STANDS_APART = re.compile(r"(?:^|[\s.\]])[/(\[|]\s*$")


@dataclass(frozen=True, slots=True)
class Word:
    """`given`: a common given name; `sure`: ends as only surnames do; `flagged`: known not to be part of a name.

    `town`: spelt exactly as a place; `place`: perhaps a place in some case ending.
    """

    given: bool
    sure: bool
    likely: bool
    flagged: bool
    place: bool
    town: bool


_PLACES = ("geonames", "crossings", "regions", "villages", "quarters")
# Many villages and quarters of one word are called as people are.
_NAMED_AS_PEOPLE = frozenset({"villages", "quarters"})


class NameWords:
    """The words of one language's names, with the given names of all the region's languages."""

    def __init__(self, region: Region, code: str) -> None:
        language = region.languages[code]
        tables = language.files.get("names", {})
        self.forms = NameForms(language, given_names(region), frozenset(given_names(region, code)))
        surname: Mapping[str, list[str]] = tables.get("surname", {})
        self._sure = _both_scripts(surname.get("sure", ()))
        self._likely = _both_scripts(surname.get("likely", ()))
        self._adjectives = _both_scripts(surname.get("adjective", ()))
        titles = [term for term in language.terms("roles") if term.id.startswith(("title.", "cue.", "body."))]
        self._titles = Lexicon([term for term in titles if " " not in term.pattern])
        listed = tables.get("not_names", {}).get("words", "").split()
        self._exact = frozenset(fold(w) for w in listed if not w.endswith("*"))
        self._stems = tuple(fold(w[:-1]) for w in listed if w.endswith("*"))
        self._ends = _both_scripts(tables.get("not_names", {}).get("ends", ()))
        self._remembered = remembered(region)
        around: Mapping[str, list[str]] = tables.get("not_after", {})
        self.not_initials = frozenset(
            form for written in around.get("not_initials", ()) for form in (written, to_cyrillic(written))
        )
        self.particles = frozenset(around.get("particles", ())) | {to_cyrillic(p) for p in around.get("particles", ())}
        self.joins = frozenset(fold(w) for w in around.get("joins", ()))
        self._nickname = frozenset(fold(w) for w in around.get("nickname", ()))
        ends = {phrase.split()[-1] for phrase in around.get("nickname", ())}
        self._before_nickname = ends | {fold(end) for end in ends} | {to_cyrillic(end) for end in ends}
        self._before_towns = frozenset(fold(w) for w in tables.get("not_names", {}).get("before_towns", ()))
        self._inside = frozenset(around.get("inside", ()))
        self._near = frozenset(fold(w) for w in around.get("near", ()))
        self._not_after = frozenset(fold(w) for w in around.get("words", ()))
        self._firms = frozenset(fold(w) for w in around.get("firms", ()))
        self._by = frozenset(fold(w) for w in around.get("by", ()))
        self._by_for = frozenset(fold(w) for w in around.get("by_for", ()))
        self._credit = frozenset(fold(w) for w in around.get("credit", ()))
        kin: Mapping[str, list[str]] = tables.get("kin", {})
        self._kin = frozenset(fold(w) for w in kin.get("words", ()))
        self._whose = frozenset(fold(w) for w in kin.get("whose", ()))
        self._places, self._place_pairs = place_words(region)
        self._towns = Forms(language)
        self._cache: dict[str, Word] = {}

    def __call__(self, raw: str) -> Word:
        """What is known of a word as it is written."""
        known = self._cache.get(raw)
        if known is None:
            if len(self._cache) > _CACHE_SIZE:
                self._cache.clear()
            known = self._cache[raw] = self._look_at(raw)
        return known

    def _look_at(self, raw: str) -> Word:
        stem = raw.partition("-")[0]
        # A case ending behind an abbreviation's hyphen is none of its letters.
        head = stem if stem.isupper() and not raw.isupper() else _GENITIVE.sub("", raw)
        folded, key, lower = fold(head), name_key(head), head.lower()
        given = key in self.forms.forms and len(head) > 2
        exact = folded in self._exact or (not given and lower.endswith(self._ends))
        flagged = exact or (not given and self._is_stem(folded))
        # A word of capitals is an abbreviation, unless it is a common given name in a headline.
        flagged = flagged or (head.isupper() and len(head) > 1 and not given and not lower.endswith(self._sure))
        sure = lower.endswith(self._sure) and len(lower) > 4 and not exact
        town = folded in self._places
        place = town or any(folded[: max(4, len(folded) - cut)] in self._places for cut in (1, 2))
        return Word(given, sure, lower.endswith(self._likely), exact or (flagged and not sure), place, town)

    def _is_stem(self, folded: str) -> bool:
        return folded.startswith(self._stems) or bool(self._titles.scan(tokenize(folded)))

    def whole(self, given: str, surname: str) -> bool:
        """Whether the last word ends as surnames of this language do."""
        return self(given).given and (self(surname).sure or self(surname).likely)

    def is_remembered(self, names: tuple[str, ...]) -> bool:
        """Whether a whole name, in any case ending, is that of a street, a school or an airport."""
        return tuple(name_key(word) for word in self.forms.base(names)) in self._remembered

    def is_called(self, given: str, surname: str, *behind: str) -> bool:
        """Whether one word behind a man's whole name is what he is called: men bear one surname."""
        base = self.forms.base((given, surname))
        # A woman's surname of this kind stays as it is.
        man = self.forms.forms.get(name_key(base[0])) == "m" or (self.forms.declines and base[-1] != surname)
        return man and self(surname).sure and len(behind) == 1 and not self(behind[0]).sure

    def capitals_allowed(self, given: str) -> bool:
        """Whether a name may be written in capitals: only behind a given name of some length (a headline)."""
        return len(given) > 3

    def is_adjective(self, text: str, name: Span) -> bool:
        """Whether a surname's ending is that of an adjective here: it opens a sentence, its noun follows."""
        start, end = name
        if not text[start:end].lower().endswith(self._adjectives):
            return False
        follows = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
        return follows and _OPENS.search(text[max(0, start - 3) : start]) is not None

    def is_town(self, raw: str) -> bool:
        """Whether a word is a place of one word, in any case ending, as behind a mayor."""
        return bool(self._towns.bases(fold(raw), self._places))

    def is_place(self, first: str, second: str) -> bool:
        """Whether two words are a place of two words, in any case ending."""
        return (fold(first)[:3], fold(second)[:3]) in self._place_pairs

    def is_nickname(self, text: str, start: int) -> bool:
        """Whether words before a single name say that it is a nickname of whoever was named before."""
        last = text[text.rfind(" ", 0, start - 1) + 1 : start - 1] if start > 1 else ""
        if last not in self._before_nickname:
            return False
        return self._is_nickname(tokenize(fold(text[max(0, start - _NICKNAME_REACH) : start])).words)

    def _is_nickname(self, words: list[str]) -> bool:
        return bool(words) and not self._nickname.isdisjoint((words[-1], " ".join(words[-2:]), " ".join(words[-3:])))

    def is_kin(self, before: str, *, named: bool) -> bool:
        """Whether what stands before a given name is "his wife"; `named` says that it follows another name at once."""
        if not self._kin or any(mark in before for mark in ".;:"):
            return False
        words = tokenize(fold(before)).words
        if not words or words[-1] not in self._kin:
            return False
        return not self._whose.isdisjoint(words[-3:-1]) or (named and len(words) == 1 and "," not in before[:2])

    def is_port(self, first: Word, second: Word, *, raw: str) -> bool:
        """Whether what looks like a given name is a word that towns stand behind."""
        return first.given and second.town and fold(raw) in self._before_towns

    def is_port_word(self, raw: str) -> bool:
        """Whether a word that may be a given name is one that towns stand behind."""
        return fold(raw) in self._before_towns

    def is_inside(self, text: str, start: int) -> bool:
        """Whether the word before says that something happened in what is named: a place, whatever else it may be."""
        return self._before(text, start) in self._inside

    def is_near(self, text: str, start: int) -> bool:
        """Whether the word before says that something lies near what is named."""
        return self._before(text, start) in self._near

    @staticmethod
    def _before(text: str, start: int) -> str:
        return fold(text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start].strip())

    def is_firm(self, text: str, start: int) -> bool:
        """Whether the word before says that a firm is named."""
        return self._before(text, start) in self._firms

    def skipped(self, text: str, name: Span) -> bool:
        """Whether what stands before a name makes it a street, a school, a nickname or the credit of a photograph."""
        start, end = name
        above, _, line = text[max(0, start - _CREDIT_REACH) : start].rpartition("\n")
        if not line.strip() and above.rstrip().endswith(":"):
            line = above.rstrip().rpartition("\n")[2]  # “Author:” and the name on the next line
        words = tokenize(fold(line)).words[-4:]
        # "The director of the hospital X" is a person, a hospital that bears a name is none.
        if words and words[-1] in self._not_after and not self._titles.scan(tokenize(" ".join(words[:-1]))):
            return True
        if self._is_nickname(words):
            return True
        # "In St. Brothers X street": the second word of its name.
        if len(words) > 1 and words[-2] in self._not_after and line.split()[-1][:1].isupper():
            return True
        if not self._credit.isdisjoint(words[-3:-1]) and words[-1:] == ["by"]:
            return True
        if not line.strip(" (") and _SIGNED.match(text, end):
            return True
        if fold(line.strip(" (")) in self._by and self._ends_byline(text, end):
            return True
        if _CREDIT_MARK.search(line) and not self._credit.isdisjoint(tokenize(fold(line)).words[-6:]):
            return True
        if _BYLINE.match(text, start, end) and _PARAGRAPH_ENDS.search(text[max(0, start - _CREDIT_REACH) : start]):
            return _PARAGRAPH.match(text, end) is not None
        if start and not line.strip() and _INITIALS.match(text, start, end) and (last := _LAST_LINE.match(text, end)):
            return last[1] is None or last[1].isupper()
        # "Outlet / B. K." at the end of a line, or "(A. B.)" alone behind the last sentence: who wrote the page.
        return bool(_ENDS_LINE.match(text, end) and _STANDS_APART.search(line))

    def _ends_byline(self, text: str, end: int) -> bool:
        """Whether a line about whoever wrote the page ends with the name, or goes on with the outlet or the town."""
        after = _BYLINE_ENDS.match(text, end)
        return after is not None and (after[1] is None or fold(after[1]) in self._by_for)


def given_names(region: Region, code: str | None = None) -> dict[str, str]:
    """Keys of the common given names of one language, or of all, with their genders (`m`, `f`, `mf`)."""
    found: dict[str, str] = {}
    for language in [region.languages[code]] if code else region.languages.values():
        for gender, listed in language.table("names", "given").items():
            for name in listed.split():
                key = name_key(name)
                found[key] = "".join(sorted({*found.get(key, ""), gender}))
    return found


@lru_cache(maxsize=2)
def remembered(region: Region) -> frozenset[tuple[str, ...]]:
    """The keys of those long dead whom streets, schools and airports of the region are called after."""
    tables = (language.table("names", "not_names") for language in region.languages.values())
    return frozenset(tuple(map(name_key, name.split())) for table in tables for name in table.get("remembered", ()))


@lru_cache(maxsize=2)
def place_words(region: Region) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Folded places of one word, and the beginnings of both words of places of two."""
    single: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for table in _PLACES:
        rows = region.tables.get(table, ())
        for folded in fold_all(name for row in rows for name in (row["name"], *row["names"].split("|"))):
            words = [folded] if folded.isalnum() else tokenize(folded).words
            if len(words) == 1 and table not in _NAMED_AS_PEOPLE:
                single.add(words[0])
            elif len(words) == 2:
                pairs.add((words[0][:3], words[1][:3]))
    return frozenset(single), frozenset(pairs)


def _both_scripts(endings: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple({*endings, *(to_cyrillic(e) for e in endings)})
