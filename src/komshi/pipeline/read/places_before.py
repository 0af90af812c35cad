"""What the words before a place name say of it: a preposition, an office, an act that happened there or elsewhere."""

from __future__ import annotations

from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.prepared import Prepared

FACILITY_MARKS = {"port", "airport", "prison", "crossing"}
SORTS_OF_PLACE = {"village", "town", "quarter", "municipality", "port", "crossing", "airport", "prison"}
OFFICES = {"court", "prosecution", "police"}
_LOOK_BACK = 4
# The preposition itself, and perhaps an adjective, may stand before a place that it is close to.
_CLOSE = 2
_SHORT_WORD = 3
_DASHES = {"-", "–", "—"}
_BREAKS_LIST = frozenset(":;")
_ONLY_NEXT_TO = {"property", "motion", "authorities", "travel", "saying", "seated", "carried", "sold"}
_BEHIND = {"street_after"}
"""What a word says of a name before it only: A Road is a street, the ring road of A is none."""
# Words looked at before a place, however many of them say what sort of place it is.
_LOOK_BACK_AT_MOST = 8
# Words before a preposition: the office in A, a conference held in A, stolen in A.
_OFFICE_WITHIN, _ACT_WITHIN, _CONFERENCE_WITHIN, _SEATED_WITHIN, _WANTED_WITHIN = 5, 2, 8, 2, 6
_CONVICTED_WITHIN, _CARRIED_WITHIN = 8, 3
# He was caught there; a clause begins that tells what he is suspected of, and where.
_ENDS_SEARCH = {"held", "clause"}
# Words of a clause within which it may say that it only goes on about who lived there.
_CLAUSE_BEGINS = 4
_BEFORE_PREPOSITION = FACILITY_MARKS | {"court", "prosecution", "storage", "hospital", "police"}


class Before:
    """Reads, for one language, the words before a mention."""

    def __init__(self, words: PlaceWords) -> None:
        self._words = words

    def __call__(self, p: Prepared, mention: Mention, previous: Mention | None) -> None:
        """Set the role of a mention and the marks that the words before it give; `previous` is the mention before."""
        words, sentences = p.tokens.words, p.sentence_of_word
        mention.previous = previous
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
            kinds, beside = self._kinds(p, at) - _BEHIND, back == 1
            if kinds & SORTS_OF_PLACE and mention.first - at <= _LOOK_BACK_AT_MOST:
                back -= 1  # in the border town of A
            foreign = mention.across = foreign or not kinds - {
                "seated"
            }  # "for the mayor of A" leads to the mayor, not to A
            mention.marks |= kinds if beside else kinds - _ONLY_NEXT_TO
            if "street" in kinds and not beside:
                mention.marks.discard("street")
            if not kinds - {"seated"} and (p.is_capital(at) or _stops(p, at)):
                if not self._is_village_of(p, mention, at):
                    break
                mention.marks.add("village")
        if mention.role is None and previous is not None and _continues(p, previous, mention):
            mention.role, mention.close = previous.role, previous.close
            if mention.first - previous.last == 1 and words[previous.last] in self._words.part_of:
                mention.marks.add("beside")  # the Old Bazaar of A
                return
            self._join(p, previous, mention)
            mention.marks |= previous.marks & {"court", "prosecution", "resident", "village", "crossing", "elsewhere"}

    def _kinds(self, p: Prepared, at: int) -> frozenset[str]:
        """What a word says of a place behind it; before a comma only what sort of place it is: in the village, A."""
        kinds = self._words.kinds(p.tokens.words[at])
        return kinds & SORTS_OF_PLACE if _stops(p, at) else kinds

    def _join(self, p: Prepared, previous: Mention, mention: Mention) -> None:
        """Mark the second of two places; of a road from one to the other, both: it happened between them."""
        mention.marks.add("listed")
        gap = p.folded[p.tokens.ends[previous.last - 1] : p.tokens.starts[mention.first]].strip()
        words, first = p.tokens.words, previous.first
        if gap in _DASHES and any("road" in self._words.kinds(word) for word in words[max(0, first - 2) : first]):
            previous.marks.add("between")
            mention.marks.add("between")

    def _is_village_of(self, p: Prepared, mention: Mention, at: int) -> bool:
        """Whether the word is the name of a village that lies in the place: in the village of X of A."""
        words = p.tokens.words
        if at != mention.first - 2 or words[at + 1] not in self._words.part_of or at <= mention.after:
            return False
        return "village" in self._words.kinds(words[at - 1])

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
            away = "travel" in self._words.kinds(before) or _leads_on(mention.previous, at)
            away = away or (self._words.carries and self._is_carried(p, mention, at))
            mention.role = "to" if away else self._into(p, mention) if beside else "in"
            mention.marks |= {"away"} if word in self._words.near_from else set()  # some miles off A
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
                marks |= kinds & {"also"}
            elif office and at - before <= _OFFICE_WITHIN:
                marks |= kinds & OFFICES
            if before >= at - _ACT_WITHIN:
                marks |= kinds & {"elsewhere"}
                marks |= {"elsewhere"} if "sold" in kinds and mention.of_country else set()
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

    def _is_carried(self, p: Prepared, mention: Mention, at: int) -> bool:
        """Whether a verb shortly before the preposition says that something is taken there: to carry arms into A."""
        for before in range(at - 1, max(mention.after, at - _CARRIED_WITHIN) - 1, -1):
            if p.sentence_of_word[before] != mention.sentence or _stops(p, before):
                return False
            if "carried" in self._words.kinds(p.tokens.words[before]):
                return True
        return False

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
        into = p.tokens.words[mention.first - 1] in self._words.into_after
        if into and mention.exact and not mention.adjective and last[-1] in self._words.undeclined:
            return "to"
        if ending and not mention.adjective and last.endswith(ending):
            stem = last[: -len(ending)] + base
            ends = {name.words[-1] for name in mention.names if name.words}
            if stem in ends and not any(end != stem and end.startswith(stem[: -len(base)]) for end in ends):
                return "to"
        return "in"


def _continues(p: Prepared, previous: Mention, mention: Mention) -> bool:
    """Whether the place goes on a list that the one before began: in A, B and C."""
    if previous.adjective or previous.sentence != mention.sentence or mention.first - previous.last > 1:
        return False
    if not _BREAKS_LIST.isdisjoint(p.folded[p.tokens.ends[previous.last - 1] : p.tokens.starts[mention.first]]):
        return False
    return all(len(word) <= _SHORT_WORD for word in p.tokens.words[previous.last : mention.first])


def _leads_on(previous: Mention | None, at: int) -> bool:
    """Whether the preposition, the word `at`, goes on a way that the place before begins: from A to B."""
    return previous is not None and previous.role == "from" and previous.last == at and not previous.adjective


def _stops(p: Prepared, at: int) -> bool:
    """Whether a comma, a colon or a bracket stands after the word: what is before it says nothing of what follows."""
    return p.folded[p.tokens.ends[at]] in ",;:()"
