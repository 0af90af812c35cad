"""Place names as they stand in one text: which hits of the index are places at all, and what the words around say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from komshi.pipeline.read import places_surnames as people
from komshi.pipeline.read.places_before import FACILITY_MARKS, OFFICES, SORTS_OF_PLACE, Before
from komshi.pipeline.read.places_index import Found, Index, gazetteer_of
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.places_written import (
    QUOTES,
    capitals,
    fills_quotes,
    is_dateline,
    is_heading,
    is_quoted,
    written_as_name,
)
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region

# A town of this size is believed beside another capitalised word ("Klub Zora Beograd"); a village is rather a surname.
_WELL_KNOWN = 30_000


class Mentions:
    """Finds the mentions of places in a text of one language."""

    def __init__(self, index: Index, words: PlaceWords, watched: frozenset[str]) -> None:
        self.index = index
        self._words = words
        self._watched = watched
        self._before = Before(words)

    def __call__(self, prepared: Prepared) -> list[Mention]:
        """All mentions, in the order of the text; their `entry` is not yet decided."""
        found = self.index.find(prepared.tokens.words, capitals(prepared))
        taken = {at for hit in found for at in range(hit.first, hit.last)}
        quotes = [match.start() for match in QUOTES.finditer(prepared.text)] if found else []
        mentions: list[Mention] = []
        for hit in found:
            mention = self._mention(prepared, hit, mentions, taken=taken, quotes=quotes)
            if mention is not None:
                mentions.append(mention)
        return people.without_surnames(prepared, found, mentions=mentions, words=self._words, taken=taken)

    def _mention(
        self, p: Prepared, hit: Found, before: Sequence[Mention], *, taken: set[int], quotes: list[int]
    ) -> Mention | None:
        names = hit.names if hit.adjective else [n for n in hit.names if written_as_name(p, hit, name=n)]
        if not names or self._is_label(p, hit):
            return None
        names = [name for name in names if name.own] or names
        sentence = p.sentence_of_word[hit.first]
        inside = hit.first > 0 and p.sentence_of_word[hit.first - 1] == sentence
        mention = Mention(hit.first, hit.last, names, sentence, hit.adjective, hit.exact, inside)
        mention.spelt = tuple(p.tokens.words[hit.first : hit.last])
        self._before(p, mention, before[-1] if before else None)
        self._look_ahead(p, mention)
        if hit.adjective:
            if self._words.receiving and p.tokens.words[hit.first].endswith(self._words.receiving):
                mention.marks.add("receiving")
            self._look_around(p, mention)
            if fills_quotes(p, mention) or not self._adjective_counts(p, mention):
                return None
            if people.is_nationality(p, mention, words=self._words):
                mention.marks.add("nationality")
            return mention
        if mention.role is None and is_heading(p, mention):
            mention.role, mention.close = "in", True
            mention.marks.add("heading")
        if mention.marks & _NAMED_AFTER or not self._believed(p, mention, taken):
            return None
        if is_quoted(p, mention, quotes=quotes) and not (_is_facility(mention) and fills_quotes(p, mention)):
            return None
        if is_dateline(p, mention):
            mention.marks.add("dateline")
        return mention

    def _is_label(self, p: Prepared, hit: Found) -> bool:
        """Whether a common word before a colon is what the page calls its next words: “*Izvor*: agencije”."""
        end = p.tokens.ends[hit.last - 1]
        return p.folded[end : end + 1] == ":" and tuple(p.tokens.words[hit.first : hit.last]) in self._words.common

    def _look_around(self, p: Prepared, mention: Mention) -> None:
        """Take a form that means the land around a town for a place in it: in the village of A, in B’s land."""
        if mention.of_country or not p.tokens.words[mention.first].endswith(self._words.around or ("-",)):
            return
        at = mention.first
        apart = at > 1 and p.folded[p.tokens.ends[at - 1] : p.tokens.starts[at]] == ", " and p.is_capital(at - 1)
        if apart and not p.is_capital(at):
            mention.role, mention.close = "in", True
        if mention.role == "in" and mention.close and (apart or p.is_capital(at)):
            mention.marks.add("quarter")

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
                mention.marks |= kinds & (_BEHIND | {"authorities"} if mention.of_country else _BEHIND)
                if mention.of_country and not self._words.declines and self._names_people(p, at):
                    mention.marks.add("resident")
        if "elsewhere" in mention.marks and self._goes_on_there(p, mention):
            mention.marks.discard("elsewhere")
        if not mention.adjective and not self._words.declines:
            self._look_at_title(p, mention)

    def _names_people(self, p: Prepared, at: int) -> bool:
        """Whether a word says whose citizen somebody is (“an A *national*”), and is no part of an office's name."""
        if "resident" not in self._words.kinds(p.tokens.words[at]):
            return False
        follows = self._words.kinds(p.tokens.words[at + 1]) if at + 1 < len(p.tokens) else frozenset[str]()
        return follows.isdisjoint(OFFICES | {"authorities"})

    def _goes_on_there(self, p: Prepared, mention: Mention) -> bool:
        """Whether a clause tells what happened in the place where somebody lived: in A, where he was caught."""
        words, at = p.tokens.words, mention.last
        if at >= len(words) or p.sentence_of_word[at] != mention.sentence:
            return False
        if "where" not in self._words.kinds(words[at]):
            return False
        return not any("elsewhere" in self._words.kinds(word) for word in words[at + 1 : at + _CLAUSE_BEGINS])

    def _look_at_title(self, p: Prepared, mention: Mention) -> None:
        """The court, prison or hospital that the place begins the name of: Hull Crown Court."""
        words, sentences = p.tokens.words, p.sentence_of_word
        for at in range(mention.last, min(mention.last + _OFFICE_WITHIN, len(words))):
            gap = p.folded[p.tokens.ends[at - 1] : p.tokens.starts[at]]
            if sentences[at] != mention.sentence or gap != " ":
                break
            kinds = self._words.kinds(words[at])
            if named := kinds & _NAMED_BY_PLACE:
                mention.marks |= named
                break
            if not p.is_capital(at) and "office_part" not in kinds:
                break

    def _adjective_counts(self, p: Prepared, mention: Mention) -> bool:
        """Whether an adjective speaks of the place: not of number plates or origin, and not as a surname."""
        if mention.marks & {"plates", "resident", "street", "gang"}:
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
        common = self._is_common(mention)
        if common and is_dateline(p, mention):
            return True
        if people.is_given_name(p, mention, words=self._words, watched=self._watched):
            return False
        if common:
            apart = mention.inside_sentence or "heading" in mention.marks or self._heads_office(p, mention)
            return apart and (mention.close or bool(mention.marks & _OF_PLACES))
        if people.is_surname(p, mention, words=self._words, taken=taken):
            return False
        if any(entry.kind == "country" for entry in entries):
            return True
        if mention.last - mention.first == 1 and people.after_given_name(p, mention, words=self._words, taken=taken):
            return False
        if mention.role is not None and mention.close:
            known = any(e.population >= _WELL_KNOWN and e.country in self._watched for e in entries)
            return known or not mention.across or self._words.declines or not self._beside_name(p, mention, taken)
        if mention.last - mention.first > 1 or self._names_office(p, mention):
            return True
        if self._words.declines and not mention.inside_sentence and not mention.exact and mention.role is None:
            return False  # a sentence begins with a subject, not with a case form
        known = any(e.population >= _WELL_KNOWN and e.country in self._watched for e in entries)
        return (known and mention.exact) or not self._beside_name(p, mention, taken)

    def _is_common(self, mention: Mention) -> bool:
        """Whether the word, or every name that it may be a form of, is an everyday word too."""
        common = self._words.common
        return mention.spelt in common or all(name.words in common for name in mention.names)

    def _names_office(self, p: Prepared, mention: Mention) -> bool:
        """Whether an office bears the name of the place: the mayor of A, the police station A."""
        if "seated" in mention.marks and self._words.declines and not mention.exact:
            return True
        before = self._words.kinds(p.tokens.words[mention.first - 1]) if mention.first else frozenset()
        return mention.exact and bool(mention.marks & OFFICES) and bool(before & _OFFICE_NAMED)

    def _heads_office(self, p: Prepared, mention: Mention) -> bool:
        """Whether the name of an office begins with the place, and goes on after it: Hull Crown Court."""
        named = not self._words.declines and bool(mention.marks & _NAMED_BY_PLACE)
        return named and mention.last < len(p.tokens) and p.is_capital(mention.last)

    def _beside_name(self, p: Prepared, mention: Mention, taken: set[int]) -> bool:
        """Whether another capitalised word stands right before or after, as in a person's name."""
        tokens = p.tokens
        heads = self._heads_office(p, mention)
        for at, gap in ((mention.first - 1, mention.first - 1), (mention.last, mention.last - 1)):
            if not 0 <= at < len(tokens) or p.sentence_of_word[at] != mention.sentence or at in taken:
                continue
            if heads and at == mention.last:
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


_OFTEN_QUOTED = FACILITY_MARKS | {"neighbourhood"}
_BEHIND = FACILITY_MARKS | {"neighbour", "street_after", "plates", "river", "saying", "hospital"}
# What is said of a place after it, in one name with it.
_NAMED_BY_PLACE = {"court", "prosecution", "police", "prison", "airport", "hospital"}
_OFFICE_NAMED = {"police", "court", "prosecution", "office_part"}
# Words of a clause within which it may say that it only goes on about who lived there.
_CLAUSE_BEGINS = 4
# Words behind a place within which the name of an office goes on.
_OFFICE_WITHIN = 5
# What bears a place's name and is none: a street, a river.
_NAMED_AFTER = {"street", "street_after", "river"}
_OF_PLACES = FACILITY_MARKS | {"quarter", "municipality", "village", "town", "court", "police", "prosecution"}


def _is_facility(mention: Mention) -> bool:
    """Whether a crossing, a prison or the like is meant, or the words before say what sort of place it is: their names
    are often put in quotes.
    """
    if mention.marks & SORTS_OF_PLACE:
        return True
    return mention.close and any(name.entry.kind in _OFTEN_QUOTED for name in mention.names)
