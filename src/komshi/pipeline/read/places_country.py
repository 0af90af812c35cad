"""Which country a text points to where it names no scene: adjectives, institutions, money, the outlet, the language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from komshi.pipeline.read.places_index import Entry, Gazetteer
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_outlets import OutletNames
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.prepared import Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Organization, Place

_NAMED, _PLACE_NAMED, _INSTITUTION, _CURRENCY, _OUTLET, _LANGUAGE = 1.0, 0.5, 0.8, 0.6, 0.5, 0.35
_IN_PASSING = 0.4
"""What is left of a vote for a place that something comes from or goes to, or of a mere adjective."""
_USAGE, _USAGE_AT_MOST = 0.45, 1.2
"""What a word speaks for the country whose outlets use it, and all such words together."""
_OF_PERSONS = 0.3
"""What is left of a vote for the country that somebody is a citizen of."""
_NOT_WATCHED = 0.3
"""What is left of a vote for a country that the observatory does not watch."""

_NO_SIGN = frozenset({"neighbour", "doubtful", "nationality"})
"""What is said of a country in whose name there is no sign of it."""


class _Sign(NamedTuple):
    country: str
    weight: float
    inferred_from: str | None = None
    mention: Mention | None = None


class Countries:
    """Weighs every sign of a country in a text."""

    def __init__(self, region: Region, gazetteer: Gazetteer, outlets: OutletNames) -> None:
        rows = region.files.get("countries", {})
        self._entries = gazetteer.countries
        self.outlet = outlets
        self._watched = frozenset(region.countries)
        self._order = {code: at for at, code in enumerate(rows)}
        self._institutions = region.files.get("institutions", {})
        self._capitals = {entry.country: entry for entry in gazetteer.capitals}
        self._one_government = self._watched - {code for code, row in rows.items() if row.get("several_governments")}
        self._by_mission = {mission: code for code, row in rows.items() for mission in row.get("missions", ())}
        self._by_language = {tongue: code for code, row in rows.items() for tongue in row.get("only_language", ())}
        self._by_currency = {row["currency"]: code for code, row in rows.items() if "currency" in row}

    def __call__(
        self, prepared: Prepared, words: PlaceWords, mentions: Sequence[Mention], organizations: Sequence[Organization]
    ) -> Place | None:
        """The country with the most signs, with its best evidence; None where there is no sign at all."""
        signs = list(self._signs(prepared, words, mentions, organizations))
        if not signs:
            return None
        country = self._most(self._added(signs))
        sign = max((sign for sign in signs if sign.country == country), key=lambda sign: sign.weight)
        evidence = (prepared.span(sign.mention.first, sign.mention.last),) if sign.mention else ()
        entry = self._entries[country]
        return Place(
            entry.name, entry.country, precision="country", evidence=evidence, inferred_from=sign.inferred_from
        )

    def votes(
        self,
        prepared: Prepared,
        *,
        words: PlaceWords,
        mentions: Sequence[Mention],
        organizations: Sequence[Organization],
    ) -> Mapping[str, float]:
        """How much speaks for each country."""
        return self._added(self._signs(prepared, words, mentions, organizations))

    def _signs(
        self, prepared: Prepared, words: PlaceWords, mentions: Sequence[Mention], organizations: Sequence[Organization]
    ) -> Iterator[_Sign]:
        signs = (*_of_names(mentions, self._watched), *self._of_context(prepared, words, organizations))
        return (sign for sign in signs if sign.country in self._entries)

    def _added(self, signs: Iterable[_Sign]) -> dict[str, float]:
        votes: dict[str, float] = {}
        for sign in signs:
            weight = sign.weight * (1.0 if sign.country in self._watched else _NOT_WATCHED)
            votes[sign.country] = votes.get(sign.country, 0.0) + weight
        return votes

    def home(self, prepared: Prepared, words: PlaceWords) -> str | None:
        """The country that a text is likely of, whatever it says: that of its outlet, or the only one that speaks or
        writes so.
        """
        if country := self.outlet(prepared):
            return country
        usage = words.usage(set(prepared.tokens.words))
        return self._by_language.get(prepared.tongue.code) or (self._most(usage) if usage else None)

    def _most(self, votes: Mapping[str, float]) -> str:
        """The country with the most votes; of several, always the same, and one that is watched."""
        return max(votes, key=lambda code: (votes[code], -self._order.get(code, len(self._order)), code))

    def offices(self, organizations: Sequence[Organization]) -> dict[str, int]:
        """How many offices of each country stand among some organisations."""
        named: dict[str, int] = {}
        for organization in organizations:
            if country := self._country_of(organization):
                named[country] = named.get(country, 0) + 1
        return named

    def seat(self, organizations: Sequence[Organization]) -> Entry | None:
        """The capital, where a court is named that sits there and judges for the whole country."""
        for organization in organizations:
            row = self._institutions.get(organization.id or "", {})
            if row.get("in_capital"):
                return self._capitals.get(row["country"])
        return None

    def capital(self, country: str) -> Entry | None:
        """Where parliament and government of a country sit, if it has but one of each."""
        return self._capitals.get(country) if country in self._one_government else None

    def _country_of(self, organization: Organization) -> str | None:
        own = self._institutions.get(organization.id or "", {}).get("country")
        return own or self._by_mission.get(organization.id or "")

    def _of_context(
        self, prepared: Prepared, words: PlaceWords, organizations: Sequence[Organization]
    ) -> Iterator[_Sign]:
        for organization in organizations:
            if country := self._country_of(organization):
                yield _Sign(country, _INSTITUTION, "institution")
        written = set(prepared.tokens.words)
        kinds = frozenset[str]().union(*map(words.kinds, written))
        for currency in kinds & self._by_currency.keys():
            yield _Sign(self._by_currency[currency], _CURRENCY, "currency")
        if country := self.outlet(prepared):
            yield _Sign(country, _OUTLET, "outlet")
        for country, number in words.usage(written).items():
            yield _Sign(country, min(_USAGE * number, _USAGE_AT_MOST), "language")
        if country := self._by_language.get(prepared.tongue.code):
            yield _Sign(country, _LANGUAGE, "language")


def _of_names(mentions: Sequence[Mention], watched: frozenset[str]) -> Iterator[_Sign]:
    for mention in mentions:
        if mention.entry is None or not mention.entry.country or mention.marks & _NO_SIGN:
            continue
        leads_away = mention.role in ("from", "to", "via") or mention.marks & {"resident", "plates", "elsewhere"}
        if leads_away and mention.entry.country not in watched:
            continue  # migrants from A, a driver who is a citizen of A
        weight = _NAMED if mention.of_country else _PLACE_NAMED
        mere_adjective = mention.adjective and "authorities" not in mention.marks
        if mere_adjective or leads_away:
            weight *= _OF_PERSONS if mention.marks & {"resident", "plates"} else _IN_PASSING
        yield _Sign(mention.entry.country, weight, None, mention)
