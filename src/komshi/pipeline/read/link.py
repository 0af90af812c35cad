"""What ties a text to the region: a cheap first look, long before the scene of the event is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from komshi.pipeline.read.cues import STRENGTH
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Lexicon, terms_of
from komshi.pipeline.text.tokens import Tokens

# A settlement's name can be a surname or a common word, so two of them make a tie; one crossing or prison does alone.
_PLACE = 0.5
_SURE_KINDS = frozenset({"crossing", "port", "airport", "prison", "region"})
# Shorter stems are too often something else.
_SHORTEST = 5
_LONGEST_ENDING = 3
_VOWELS = "aeiou"
# A first look needs the first words only; what a report has to do with the region is said there.
_OPENING = 250
# One word of the region outweighs this many of elsewhere: a seizure in a foreign port by a group from here is ours.
_OWN_COUNTS = 3.0
# Keeps a single foreign word (the plates of a lorry) from deciding.
_DOUBT = 1.0


@dataclass(frozen=True, slots=True)
class Tie:
    """The words `first` up to but not including `last` name the region (`own`) or another part of the world."""

    first: int
    last: int
    worth: float
    own: bool


class Link:
    """Weighs the words of the region against those of elsewhere."""

    def __init__(self, region: Region) -> None:
        self._countries = frozenset(region.countries)
        self._words = Lexicon(list(terms_of("link", region.files.get("link", {}))))
        self._places = _place_stems(region)

    def __call__(self, prepared: Prepared) -> tuple[float, float]:
        """How much ties the text to the region, and how much of what it names lies elsewhere; both 0..1."""
        return self.weigh(prepared, self.words(prepared))

    def weigh(self, prepared: Prepared, words: list[Tie]) -> tuple[float, float]:
        """The two figures from the words that were found, and from the outlet."""
        own = sum(tie.worth for tie in words if tie.own)
        elsewhere = sum(tie.worth for tie in words if not tie.own)
        if prepared.outlet and prepared.outlet.country in self._countries:
            own += 1
        return min(own, 1.0), elsewhere / (elsewhere + _OWN_COUNTS * own + _DOUBT)

    def words(self, prepared: Prepared) -> list[Tie]:
        """The words of the opening that name the region or another part of the world."""
        tokens = prepared.tokens
        opening = Tokens(tokens.words[:_OPENING], tokens.starts[:_OPENING], tokens.ends[:_OPENING])
        found = []
        for hit in self._words.scan(opening):
            meaning, _, grade = hit.term.id.partition(".")
            found.append(Tie(hit.first, hit.last, STRENGTH[grade], own=meaning == "own"))
        if sum(tie.worth for tie in found if tie.own) < 1:
            found += self._named_places(prepared)
        return found

    def _named_places(self, prepared: Prepared) -> Iterator[Tie]:
        for index, word in enumerate(prepared.tokens.words[:_OPENING]):
            if len(word) < _SHORTEST:
                continue
            ends = range(len(word), max(_SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1)
            worth = max((self._places.get(word[:end], 0.0) for end in ends), default=0.0)
            if worth and prepared.is_capital(index):
                yield Tie(index, index + 1, worth, own=True)


def _place_stems(region: Region) -> dict[str, float]:
    """Names of one word of the region's places, folded, with and without their last vowel, and what each is worth."""
    stems: dict[str, float] = {}
    countries = frozenset(region.countries)
    for rows in region.tables.values():
        for row in rows:
            if row.get("country") not in countries:
                continue
            worth = 1.0 if row.get("kind") in _SURE_KINDS else _PLACE
            for name in (row.get("name", ""), *row.get("names", "").split("|")):
                word = fold(name)
                if len(word) < _SHORTEST or not word.isalpha():
                    continue
                stems[word] = max(worth, stems.get(word, 0.0))
                if word[-1] in _VOWELS and len(word) > _SHORTEST:
                    stems[word[:-1]] = max(worth, stems.get(word[:-1], 0.0))
    return stems
