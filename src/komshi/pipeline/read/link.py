"""What ties a text to the region: a cheap first look, long before the scene of the event is worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from komshi.pipeline.read.cues import STRENGTH
from komshi.pipeline.read.names import names_of
from komshi.pipeline.read.places_index import Entry
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_mentions import Finder, finders_of
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.text.lexicon import Lexicon, terms_of
from komshi.pipeline.text.tokens import Tokens

# A settlement's name can be a surname or a common word, so two of them make a tie; one crossing or prison does alone.
_PLACE = 0.5
_SURE_KINDS = frozenset({"crossing", "port", "airport", "prison", "region"})
# A first look needs the first words only; what a report has to do with the region is said there.
_OPENING = 250
# One word of the region outweighs this many of elsewhere: a seizure in a foreign port by a group from here is ours.
_OWN_COUNTS = 2.0
# ... and still more in the title or the lead: a court abroad that tries a citizen of ours names the place once and its
# own country in every sentence. (At 8 there is one alarm more on 789 texts about something else.)
_LEAD, _LEAD_COUNTS = 25, 4.0
# An outlet of the region ties a text that names nothing of it, but none whose words lie so much elsewhere.
_ABROAD = 1.5
# So many persons who are called as people here are called make a text that names no place one of the region's. Of 18
# texts on other parts of the world that name none known here, five languages in all, none names two.
_PEOPLE = 2
_TWO_WORDS = re.compile(r"\b([^\W\d_]{3,}) (?=([^\W\d_]{4,}))")
# Keeps a single foreign word (the plates of a lorry) from deciding.
_DOUBT = 1.0


class Tie(NamedTuple):
    """The words `first` up to but not including `last` name the region (`own`) or another part of the world."""

    first: int
    last: int
    worth: float
    own: bool


class Link:
    """Weighs the words of the region against those of elsewhere."""

    def __init__(self, region: Region, finders: Mapping[str, Finder] | None = None) -> None:
        self._countries = frozenset(region.countries)
        self._worldwide = frozenset(region.files["region"].get("worldwide", ()))
        self._words = Lexicon(list(terms_of("link", region.files.get("link", {}))))
        self._finders = finders or finders_of(region)
        self._names = names_of(region)

    def __call__(self, prepared: Prepared) -> tuple[float, float]:
        """How much ties the text to the region, and how much of what it names lies elsewhere; both 0..1."""
        return self.weigh(prepared, self.words(prepared))

    def weigh(self, prepared: Prepared, words: list[Tie]) -> tuple[float, float]:
        """The two figures from the words that were found, and from the outlet.

        What is written in a language of the whole world and names nothing of the region is about somewhere else.
        """
        own = sum(tie.worth for tie in words if tie.own)
        elsewhere = sum(tie.worth for tie in words if not tie.own)
        lead = sum(tie.worth for tie in words if tie.own and tie.first < _LEAD)
        if prepared.outlet and prepared.outlet.country in self._countries and (own or elsewhere < _ABROAD):
            own += 1
        if not own and prepared.language.code in self._worldwide:
            return 0.0, 1.0
        return min(own, 1.0), elsewhere / (elsewhere + _OWN_COUNTS * own + _LEAD_COUNTS * lead + _DOUBT)

    def words(self, prepared: Prepared) -> list[Tie]:
        """The words of the opening that name the region or another part of the world."""
        tokens = prepared.tokens
        opening = Tokens(tokens.words[:_OPENING], tokens.starts[:_OPENING], tokens.ends[:_OPENING])
        found = []
        for hit in self._words.scan(opening):
            meaning, _, grade = hit.term.id.partition(".")
            found.append(Tie(hit.first, hit.last, STRENGTH[grade], own=meaning == "own"))
        if sum(tie.worth for tie in found if tie.own) < 1:
            abroad = {tie.first for tie in found if not tie.own}
            found += [tie for tie in self._named_places(prepared) if tie.first not in abroad]
        return found

    def names_people(self, prepared: Prepared) -> bool:
        """Whether a text names several persons with a given name and the ending of a surname of its own language."""
        words = self._names.words[prepared.language.code]
        pairs = {match.groups() for match in _TWO_WORDS.finditer(prepared.text)}
        called = {
            last for first, last in pairs if first[0].isupper() and last[0].isupper() and words.whole(first, last)
        }
        return len(called) >= _PEOPLE

    def _named_places(self, prepared: Prepared) -> Iterator[Tie]:
        """Places of the region that the opening names, in any of their forms."""
        for mention in self._finders[prepared.language.code].mentions(prepared):
            if mention.first >= _OPENING:
                return
            known = [name.entry for name in mention.names]
            entries = [entry for entry in known if entry.country in self._countries]
            if not entries or mention.of_country:
                continue
            # “Solina” is a village of ours and, in the genitive, a town elsewhere: the larger one is more likely.
            if max(known, key=lambda entry: entry.population).country in self._countries:
                yield Tie(mention.first, mention.last, _worth(mention, entries), own=True)


def _worth(mention: Mention, entries: list[Entry]) -> float:
    """One where the words can hardly be anything else: two words, a preposition of place before, or a crossing."""
    sure = mention.last - mention.first > 1 or (mention.role is not None and mention.close)
    return 1.0 if sure or any(entry.kind in _SURE_KINDS for entry in entries) else _PLACE
