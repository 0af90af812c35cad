"""Place names as they stand in one text: which hits of the index are places at all, and what the words around say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from komshi.pipeline.read import places_surnames as people
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

_LOOK_BACK = 4
# The preposition itself, and perhaps an adjective, may stand before a place that it is close to.
_CLOSE = 2
# A town of this size is believed beside another capitalised word ("Klub Zora Beograd"); a village is rather a surname.
_WELL_KNOWN = 30_000
_SHORT_WORD = 3


class Mentions:
    """Finds the mentions of places in a text of one language."""

    def __init__(self, index: Index, words: PlaceWords, watched: frozenset[str]) -> None:
        self._index = index
        self._words = words
        self._watched = watched

    def __call__(self, prepared: Prepared) -> list[Mention]:
        """All mentions, in the order of the text; their `entry` is not yet decided."""
        found = self._index.find(prepared.tokens.words, capitals(prepared))
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
        if not names:
            return None
        names = [name for name in names if name.own] or names
        sentence = p.sentence_of_word[hit.first]
        inside = hit.first > 0 and p.sentence_of_word[hit.first - 1] == sentence
        mention = Mention(hit.first, hit.last, names, sentence, hit.adjective, hit.exact, inside)
        mention.spelt = tuple(p.tokens.words[hit.first : hit.last])
        self._look_back(p, mention, before[-1] if before else None)
        self._look_ahead(p, mention)
        if hit.adjective:
            if self._words.receiving and p.tokens.words[hit.first].endswith(self._words.receiving):
                mention.marks.add("receiving")
            if not self._adjective_counts(p, mention):
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

    def _look_back(self, p: Prepared, mention: Mention, previous: Mention | None) -> None:
        words, sentences = p.tokens.words, p.sentence_of_word
        floor = mention.after = previous.last if previous else 0
        back, at, foreign = 0, mention.first, False
        while back < _LOOK_BACK:
            at -= 1
            if at < floor or sentences[at] != mention.sentence:
                if previous is not None and previous.adjective and at == floor - 1 and not foreign:
                    mention.role, mention.close = previous.role, previous.close  # near the Gevgelija village of A
                    mention.within = None if previous.of_country else previous
                break
            word = words[at]
            if word in self._words.linkers:
                continue
            back += 1
            if role := self._words.role(word):
                self._take_role(p, mention, role, at, close=back <= _CLOSE, foreign=foreign)
                break
            kinds = self._words.kinds(word)
            if kinds & _SORTS_OF_PLACE and mention.first - at <= _LOOK_BACK_AT_MOST:
                back -= 1  # in the border town of A
            foreign = foreign or not kinds - {"seated"}  # "for the mayor of A" leads to the mayor, not to A
            mention.marks |= kinds - _ONLY_NEXT_TO if back > 1 else kinds
            if "street" in kinds and back > 1:
                mention.marks.discard("street")
            if not kinds - {"seated"} and (p.is_capital(at) or _stops(p, at)):
                break
        if mention.role is None and previous is not None and _continues(words, previous, mention):
            mention.role, mention.close = previous.role, previous.close
            if mention.first - previous.last == 1 and words[previous.last] in self._words.part_of:
                mention.marks.add("beside")  # the Old Bazaar of A
                return
            self._join(p, previous, mention)
            mention.marks |= previous.marks & {"court", "prosecution", "resident", "village", "crossing", "elsewhere"}

    def _join(self, p: Prepared, previous: Mention, mention: Mention) -> None:
        """Mark the second of two places; of a road from one to the other, both: it happened between them."""
        mention.marks.add("listed")
        gap = p.folded[p.tokens.ends[previous.last - 1] : p.tokens.starts[mention.first]].strip()
        words, first = p.tokens.words, previous.first
        if gap in _DASHES and any("road" in self._words.kinds(word) for word in words[max(0, first - 2) : first]):
            previous.marks.add("between")
            mention.marks.add("between")

    def _take_role(self, p: Prepared, mention: Mention, role: str, at: int, *, close: bool, foreign: bool) -> None:
        """What a preposition, the word `at`, makes of the place, and what the words before it add."""
        word, beside = p.tokens.words[at], at == mention.first - 1
        before = p.tokens.words[at - 1] if at > mention.after and p.sentence_of_word[at - 1] == mention.sentence else ""
        if beside and at == mention.after and at and word in self._words.beside:
            mention.marks.add("beside")  # the village of A near B: A is one that lies there
        if role == "from" and before in self._words.near_from:
            mention.role, mention.close = "in", True  # downstream from A, some kilometres from B
            mention.marks.add("away")
        elif role == "in" and beside and mention.of_country and not mention.adjective and word in self._words.of:
            pass  # the ambassador *of* A, handed over *to* A: what the same word says of a town is *in* or *at*
        elif role == "in":
            away = "travel" in self._words.kinds(before)
            mention.role = "to" if away else self._into(p, mention) if beside else "in"
            mention.close = close
        elif not foreign:
            mention.role, mention.close = role, True
            if role == "from" and beside and self._is_seated(p, mention, at):
                mention.marks.add("seated")
        if before and word not in self._words.between:
            mention.marks |= self._before_preposition(p, mention, at)

    def _is_seated(self, p: Prepared, mention: Mention, at: int) -> bool:
        """Whether a firm or an officer is from the place: the furniture factory from A."""
        for before in range(at - 1, max(mention.after, at - _SEATED_WITHIN) - 1, -1):
            if p.sentence_of_word[before] != mention.sentence or _stops(p, before):
                return False
            if "seated" in self._words.kinds(p.tokens.words[before]):
                return True
            if p.is_capital(before):
                return False
        return False

    def _before_preposition(self, p: Prepared, mention: Mention, at: int) -> set[str]:
        """What the words before a preposition say: the High Court in A, the prison in B, stolen in C."""
        marks: set[str] = set()
        office = True
        for before in range(at - 1, max(mention.after, at - _CONFERENCE_WITHIN) - 1, -1):
            kinds = self._words.kinds(p.tokens.words[before])
            seat = before == at - 1 and "office_part" in kinds  # the Supreme Court, in A
            if p.sentence_of_word[before] != mention.sentence or (_stops(p, before) and not seat):
                break
            if before == at - 1:
                marks |= kinds & _BEFORE_PREPOSITION
                marks |= {"resident"} if "citizen" in kinds else set()
            elif office and at - before <= _OFFICE_WITHIN:
                marks |= kinds & _OFFICES
            if before >= at - _ACT_WITHIN:
                marks |= kinds & {"elsewhere"}
            if before == at - 1:
                marks |= kinds & {"property"}
                if "storage" in kinds and before > mention.after and self._is_counted(p, before - 1):
                    marks.add("property")  # two flats in A
            if before >= at - _OFFICE_WITHIN:
                marks |= kinds & {"taken"}
            office = office and ("office_part" in kinds or p.tokens.words[before] in self._words.linkers)
            if "conference" in kinds:
                marks.add("prosecution")
        other = self._is_wanted_for(p, mention, at) or self._is_convicted_there(p, mention, at)
        return marks | ({"elsewhere"} if other else set())

    def _is_counted(self, p: Prepared, at: int) -> bool:
        return "counted" in self._words.kinds(p.tokens.words[at])

    def _is_wanted_for(self, p: Prepared, mention: Mention, at: int) -> bool:
        """Whether it is where somebody is wanted for what he did, not where he was caught: wanted for a murder in A."""
        for before in range(at - 1, max(0, at - _WANTED_WITHIN) - 1, -1):
            kinds = self._words.kinds(p.tokens.words[before])
            if p.sentence_of_word[before] != mention.sentence or _stops(p, before) or kinds & _ENDS_SEARCH:
                return False
            if "wanted" in kinds:
                return True
        return False

    def _is_convicted_there(self, p: Prepared, mention: Mention, at: int) -> bool:
        """Whether the text tells in passing who somebody is, whom a court there has judged: “A. B., convicted in C”,
        “A. B., who in C is convicted”.
        """
        words, sentence = p.tokens.words, mention.sentence
        for before in range(at - 1, max(mention.after, at - _CONVICTED_WITHIN) - 1, -1):
            if p.sentence_of_word[before] != sentence or _stops(p, before):
                break
            kinds = self._words.kinds(words[before])
            if "convicted" in kinds:
                first = before - 1 if words[before - 1] in self._words.linkers else before
                same = first > 0 and p.sentence_of_word[first - 1] == sentence
                return same and p.folded[p.tokens.ends[first - 1]] in ",("
            if "relative" in kinds and sentence > 1:
                after = range(mention.last, min(mention.last + _CLAUSE_BEGINS, len(words)))
                return any("convicted" in self._words.kinds(words[word]) for word in after)
        return False

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
                mention.marks |= kinds & (_BEHIND | {"authorities"} if mention.of_country else _BEHIND)
        if "elsewhere" in mention.marks and self._goes_on_there(p, mention):
            mention.marks.discard("elsewhere")
        if not mention.adjective and not self._words.declines:
            self._look_at_title(p, mention)

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
        written = tuple(p.tokens.words[mention.first : mention.last])
        if written in self._words.common or all(name.words in self._words.common for name in mention.names):
            if is_dateline(p, mention):
                return True
            apart = mention.inside_sentence or "heading" in mention.marks
            return apart and (mention.close or bool(mention.marks & _OF_PLACES))
        if people.is_given_name(p, mention, words=self._words, watched=self._watched):
            return False
        if people.is_surname(p, mention, words=self._words, taken=taken):
            return False
        if any(entry.kind == "country" for entry in entries):
            return True
        if mention.last - mention.first == 1 and people.after_given_name(p, mention, words=self._words, taken=taken):
            return False
        if mention.role is not None and mention.close:
            return True
        if "seated" in mention.marks and self._words.declines and not mention.exact:
            return True  # the mayor of A, B. C.
        if mention.last - mention.first > 1:
            return True
        if self._words.declines and not mention.inside_sentence and not mention.exact and mention.role is None:
            return False  # a sentence begins with a subject, not with a case form
        known = any(e.population >= _WELL_KNOWN and e.country in self._watched for e in entries)
        return (known and mention.exact) or not self._beside_name(p, mention, taken)

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


_DASHES = {"-", "–", "—"}
_FACILITIES = {"port", "airport", "prison", "crossing"}
_OFTEN_QUOTED = _FACILITIES | {"neighbourhood"}
_ONLY_NEXT_TO = {"property", "motion", "authorities", "street_after", "travel", "saying", "seated"}
_BEHIND = _FACILITIES | {"neighbour", "street_after", "plates", "river", "saying", "hospital"}
# What is said of a place after it, in one name with it.
_NAMED_BY_PLACE = {"court", "prosecution", "police", "prison", "airport", "hospital"}
_SORTS_OF_PLACE = {"village", "town", "quarter", "municipality", "port", "crossing", "airport", "prison"}
# Words looked at before a place, however many of them say what sort of place it is.
_LOOK_BACK_AT_MOST = 8
# Words before a preposition: the office in A, a conference held in A, stolen in A.
_OFFICES = {"court", "prosecution", "police"}
_OFFICE_WITHIN, _ACT_WITHIN, _CONFERENCE_WITHIN, _SEATED_WITHIN, _WANTED_WITHIN = 5, 2, 8, 2, 6
_CONVICTED_WITHIN = 8
# He was caught there; a clause begins that tells what he is suspected of, and where.
_ENDS_SEARCH = {"held", "clause"}
# Words of a clause within which it may say that it only goes on about who lived there.
_CLAUSE_BEGINS = 4
# What bears a place's name and is none: a street, a river.
_NAMED_AFTER = {"street", "street_after", "river"}
_BEFORE_PREPOSITION = _FACILITIES | {"court", "prosecution", "storage", "hospital", "police"}
_OF_PLACES = _FACILITIES | {"quarter", "municipality", "village", "town", "court", "police", "prosecution"}


def _is_facility(mention: Mention) -> bool:
    """Whether a crossing, a prison or the like is meant, or the words before say what sort of place it is: their names
    are often put in quotes.
    """
    if mention.marks & _SORTS_OF_PLACE:
        return True
    return mention.close and any(name.entry.kind in _OFTEN_QUOTED for name in mention.names)


def _continues(words: list[str], previous: Mention, mention: Mention) -> bool:
    """Whether the place goes on a list that the one before began: in A, B and C."""
    if previous.adjective or previous.sentence != mention.sentence or mention.first - previous.last > 1:
        return False
    return all(len(word) <= _SHORT_WORD for word in words[previous.last : mention.first])


def _stops(p: Prepared, at: int) -> bool:
    """Whether a comma, a colon or a bracket stands after the word: what is before it says nothing of what follows."""
    return p.folded[p.tokens.ends[at]] in ",;:()"
