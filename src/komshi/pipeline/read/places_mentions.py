"""Place names as they stand in one text: which hits of the index are places at all, and what the words around say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from komshi.pipeline.read.places_index import Entry, Found, Index, Name, gazetteer_of
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region

_LOOK_BACK = 4
# A town of this size is believed beside another capitalised word ("Klub Zora Beograd"); a village is rather a surname.
_WELL_KNOWN = 30_000
_DATELINE = re.compile(r"(?:[,/ ][^\n.!?:;—–]{0,24})?\s?(?:—|–|--|//|/|- )")
_WORD = re.compile(r"[^\W_]+")
_CAPITALS_AT_LEAST = 2
_ABBREVIATION = 3
_SHORT_WORD = 3
_QUOTES = re.compile('[„“”«»"]')
# Letters and words of a name in quotes.
_LONGEST_NAME, _MOST_IN_NAME = 40, 5


@dataclass(slots=True)
class Mention:
    """A place name in its context: `role` is the preposition's (`in`, `from`, `to`, `via`), `marks` what stands by."""

    first: int
    last: int
    names: list[Name]
    sentence: int
    adjective: bool
    exact: bool
    inside_sentence: bool = False
    role: str | None = None
    close: bool = False
    marks: set[str] = field(default_factory=set)
    entry: Entry | None = None
    score: float = 0.0

    @property
    def of_country(self) -> bool:
        """Whether this is the name of a country or its adjective."""
        return self.names[0].entry.kind == "country"


class Mentions:
    """Finds the mentions of places in a text of one language."""

    def __init__(self, index: Index, words: PlaceWords, watched: frozenset[str]) -> None:
        self._index = index
        self._words = words
        self._watched = watched

    def __call__(self, prepared: Prepared) -> list[Mention]:
        """All mentions, in the order of the text; their `entry` is not yet decided."""
        found = self._index.find(prepared.tokens.words, _capitals(prepared))
        taken = {at for hit in found for at in range(hit.first, hit.last)}
        quotes = [match.start() for match in _QUOTES.finditer(prepared.text)] if found else []
        mentions: list[Mention] = []
        for hit in found:
            mention = self._mention(prepared, hit, mentions, taken=taken, quotes=quotes)
            if mention is not None:
                mentions.append(mention)
        return mentions

    def _mention(
        self, p: Prepared, hit: Found, before: Sequence[Mention], *, taken: set[int], quotes: list[int]
    ) -> Mention | None:
        names = hit.names if hit.adjective else [n for n in hit.names if _written_as_name(p, hit, n)]
        if not names:
            return None
        names = [name for name in names if name.own] or names
        sentence = p.sentence_of_word[hit.first]
        inside = hit.first > 0 and p.sentence_of_word[hit.first - 1] == sentence
        mention = Mention(hit.first, hit.last, names, sentence, hit.adjective, hit.exact, inside)
        self._look_back(p, mention, before[-1] if before else None)
        self._look_ahead(p, mention)
        if hit.adjective:
            return mention if self._adjective_counts(p, mention) else None
        if mention.marks & _NAMED_AFTER or _is_quoted(p, mention, quotes) or not self._believed(p, mention, taken):
            return None
        if _is_dateline(p, mention):
            mention.marks.add("dateline")
        return mention

    def _look_back(self, p: Prepared, mention: Mention, previous: Mention | None) -> None:
        words, sentences = p.tokens.words, p.sentence_of_word
        floor = previous.last if previous else 0
        back, at, foreign = 0, mention.first, False
        while back < _LOOK_BACK:
            at -= 1
            if at < floor or sentences[at] != mention.sentence:
                break
            word = words[at]
            if word in self._words.linkers:
                continue
            back += 1
            role = self._words.role(word)
            if role:
                before = words[at - 1] if at > floor and sentences[at - 1] == mention.sentence else ""
                if role == "from" and before in self._words.near_from:
                    mention.role, mention.close = "in", True  # downstream from A, some kilometres from B
                    mention.marks.add("away")
                elif role == "in":
                    away = "travel" in self._words.kinds(before)
                    mention.role, mention.close = "to" if away else self._into(p, mention), back <= 2
                elif not foreign:
                    mention.role, mention.close = role, True
                if before and word not in self._words.between:  # the court in A, the prison in B
                    mention.marks |= self._words.kinds(before) & _BEFORE_PREPOSITION
                break
            kinds = self._words.kinds(word)
            foreign = foreign or not kinds  # "for the mayor of A" leads to the mayor, not to A
            mention.marks |= kinds - _ONLY_NEXT_TO if back > 1 else kinds
            if "street" in kinds and back > 1:
                mention.marks.discard("street")
            if not kinds and (p.is_capital(at) or _stops(p, at)):
                break
        if mention.role is None and previous is not None and _continues(words, previous, mention):
            mention.role, mention.close = previous.role, previous.close
            mention.marks |= previous.marks & {"court", "prosecution", "resident", "village", "crossing"}

    def _into(self, p: Prepared, mention: Mention) -> str:
        """`to` where the ending shows that the preposition of place means a direction here, otherwise `in`."""
        ending, base = self._words.into
        last = p.tokens.words[mention.last - 1]
        if mention.exact and not mention.adjective and last[-1] in self._words.undeclined:
            return "to"
        if ending and not mention.adjective and last.endswith(ending):
            stem = last[: -len(ending)] + base
            ends = {name.words[-1] for name in mention.names if name.words}
            if stem in ends and not any(end != stem and end.startswith(stem[: -len(base)]) for end in ends):
                return "to"
        return "in"

    def _look_ahead(self, p: Prepared, mention: Mention) -> None:
        words, sentences = p.tokens.words, p.sentence_of_word
        reach = 3 if mention.adjective else 1
        for at in range(mention.last, min(mention.last + reach, len(words))):
            if sentences[at] != mention.sentence or p.folded[p.tokens.ends[at - 1]] in ",;.(":
                break
            kinds = self._words.kinds(words[at])
            if mention.adjective:
                mention.marks |= kinds - {"motion", "storage", "street", "street_after"}
            else:
                mention.marks |= kinds & _BEHIND

    def _adjective_counts(self, p: Prepared, mention: Mention) -> bool:
        """Whether an adjective speaks of the place: not of number plates or origin, and not as a surname."""
        if mention.marks & {"plates", "resident", "street"}:
            return False
        if p.tokens.words[mention.first].startswith(self._words.doubtful_adjectives):
            return bool(mention.marks)
        if (
            mention.of_country
            or mention.marks
            or not mention.inside_sentence
            or (mention.role == "in" and mention.close)
        ):
            return True
        return not p.is_capital(mention.first)

    def _believed(self, p: Prepared, mention: Mention, taken: set[int]) -> bool:
        """Whether the word is a place here, not a surname, the beginning of a sentence or an everyday word."""
        entries = [name.entry for name in mention.names]
        written = tuple(p.tokens.words[mention.first : mention.last])
        if written in self._words.common or all(name.words in self._words.common for name in mention.names):
            return mention.inside_sentence and (mention.close or bool(mention.marks & _OF_PLACES))
        if any(entry.kind == "country" for entry in entries):
            return True
        if mention.last - mention.first == 1 and self._after_given_name(p, mention, taken):
            return False
        if mention.role is not None and mention.close:
            return True
        if mention.last - mention.first > 1:
            return True
        if self._words.declines and not mention.inside_sentence and not mention.exact and mention.role is None:
            return False  # a sentence begins with a subject, not with a case form
        known = any(e.population >= _WELL_KNOWN and e.country in self._watched for e in entries)
        return (known and mention.exact) or not self._beside_name(p, mention, taken)

    def _after_given_name(self, p: Prepared, mention: Mention, taken: set[int]) -> bool:
        """Whether a given name stands right before, or the word is one itself and no preposition speaks for a place."""
        at = mention.first - 1
        if mention.role is None and not mention.marks and p.tokens.words[mention.first] in self._words.given_names:
            return True
        if at < 0 or at in taken or not p.is_capital(at):
            return False
        joined = p.folded[p.tokens.ends[at] : p.tokens.starts[mention.first]] == " "
        return joined and p.tokens.words[at] in self._words.given_names

    def _beside_name(self, p: Prepared, mention: Mention, taken: set[int]) -> bool:
        """Whether another capitalised word stands right before or after, as in a person's name."""
        tokens = p.tokens
        for at, gap in ((mention.first - 1, mention.first - 1), (mention.last, mention.last - 1)):
            if not 0 <= at < len(tokens) or p.sentence_of_word[at] != mention.sentence or at in taken:
                continue
            joined = p.folded[tokens.ends[gap] : tokens.starts[gap + 1]] == " "
            word = tokens.words[at]
            if (
                joined
                and len(word) > 1
                and p.is_capital(at)
                and not self._words.kinds(word)
                and not self._words.role(word)
            ):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Finder:
    """What finds places in the texts of one language: the mentions, and the words that stand by them."""

    mentions: Mentions
    words: PlaceWords


def finders_of(region: Region) -> dict[str, Finder]:
    """A finder for each language of a region, over one gazetteer; made once and shared, since it learns words."""
    gazetteer = gazetteer_of(region)
    watched = frozenset(region.countries)
    finders = {}
    for code, language in region.languages.items():
        words = PlaceWords(language)
        finders[code] = Finder(Mentions(Index(gazetteer, language), words, watched), words)
    return finders


_FACILITIES = {"port", "airport", "prison", "crossing"}
_ONLY_NEXT_TO = {"motion", "authorities", "street_after", "travel", "saying"}
_BEHIND = _FACILITIES | {"street_after", "plates", "river", "saying"}
# What bears a place's name and is none: a street, a river.
_NAMED_AFTER = {"street", "street_after", "river"}
_BEFORE_PREPOSITION = _FACILITIES | {"court", "prosecution", "storage"}
_OF_PLACES = _FACILITIES | {"quarter", "municipality", "village", "town", "court", "police"}


def _continues(words: list[str], previous: Mention, mention: Mention) -> bool:
    """Whether the place goes on a list that the one before began: in A, B and C."""
    if previous.adjective or previous.sentence != mention.sentence or mention.first - previous.last > 1:
        return False
    return all(len(word) <= _SHORT_WORD for word in words[previous.last : mention.first])


def _capitals(p: Prepared) -> list[bool]:
    """For each word, whether it begins with a capital. Cutting the text anew is quicker than asking word by word."""
    written = _WORD.findall(p.text)
    if len(written) == len(p.tokens):
        return [word[0].isupper() for word in written]
    return [p.is_capital(at) for at in range(len(p.tokens))]


def _written_as_name(p: Prepared, hit: Found, name: Name) -> bool:
    """Whether the text writes the words as a name: with a capital, an abbreviation with all its capitals."""
    if not p.is_capital(hit.first):
        return name.written[:1].islower()
    if len(name.written) <= _ABBREVIATION and sum(c.isupper() for c in name.written) >= _CAPITALS_AT_LEAST:
        start, end = p.span(hit.first, hit.last)
        return sum(c.isupper() for c in p.text[start:end]) >= _CAPITALS_AT_LEAST
    return True


def _stops(p: Prepared, at: int) -> bool:
    """Whether a comma, a colon or a bracket stands after the word: what is before it says nothing of what follows."""
    return p.folded[p.tokens.ends[at]] in ",;:()"


def _is_quoted(p: Prepared, mention: Mention, quotes: list[int]) -> bool:
    """Whether the place is part of a short name in quotes: a society, a paper, an operation, a café. `quotes` is where
    quotation marks stand in the text.
    """
    start, end = p.span(mention.first, mention.last)
    after = bisect_left(quotes, start)
    if not 0 < after < len(quotes) or quotes[after] > end + _LONGEST_NAME or quotes[after - 1] < start - _LONGEST_NAME:
        return False
    line = p.text.rfind("\n", 0, start) + 1
    if not (after - bisect_left(quotes, line)) % 2:
        return False
    name = p.text[quotes[after - 1] + 1 : quotes[after]]
    return len(name.split()) <= _MOST_IN_NAME and name[-1] not in ".,!?…" and "\n" not in name


def _is_dateline(p: Prepared, mention: Mention) -> bool:
    """Whether the place opens a line and a dash or a stroke follows, as where a report was filed."""
    start, end = p.span(mention.first, mention.last)
    if start > 1 and p.text[start - 1] not in "\n(" and p.text[start - 2] != "\n":
        return False
    return _DATELINE.match(p.text, end) is not None
