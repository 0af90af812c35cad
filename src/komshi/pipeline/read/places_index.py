"""The gazetteer of a region: its places and countries, and the index that finds their names in folded words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from komshi.pipeline.distance import kilometres
from komshi.pipeline.read.places_forms import Forms
from komshi.pipeline.read.places_spelling import Spelling, respelt
from komshi.pipeline.region import Language, Region
from komshi.pipeline.text.fold import fold, fold_all
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import PlacePrecision

_COMPILED = "geonames"
_CORRECTIONS = "names"
FACILITIES: tuple[PlacePrecision, ...] = ("crossing", "port", "airport", "prison")
_MARKED = frozenset(("č", "ć", "š", "ž", "ч", "ћ", "ш", "ж"))
# The cache of analysed words is emptied at this size: memory stays flat however many texts are read.
_CACHE_SIZE = 200_000
# A rule makes adjectives of these places only, in the region and abroad; what smaller ones are called is too often
# something else.
_LEAST_PEOPLE_FOR_ADJECTIVE, _LEAST_ABROAD = 4000, 40_000


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One place of the gazetteer. A country has no point, and some regions have none."""

    name: str
    country: str
    kind: PlacePrecision
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    population: int = 0

    @property
    def address(self) -> str:
        """Country, kind, latitude and longitude in one word each."""
        return f"{self.country} {self.kind} {self.latitude} {self.longitude}"

    def kilometres_to(self, other: Entry) -> float:
        """Distance in kilometres; infinite where a point is missing."""
        if self.latitude is None or self.longitude is None or other.latitude is None or other.longitude is None:
            return math.inf
        return kilometres((self.latitude, self.longitude), (other.latitude, other.longitude))


@dataclass(frozen=True, slots=True)
class Name:
    """One written name of a place: its folded words, and whether it is the place's own name or a rarer one."""

    words: tuple[str, ...]
    entry: Entry
    own: bool
    written: str


@dataclass(frozen=True, slots=True)
class Word:
    """What the gazetteer knows of one distinct word in one language."""

    bases: tuple[str, ...]
    names: tuple[Name, ...] = ()
    of_place: tuple[Entry, ...] = ()
    of_country: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Found:
    """A name found in a text: the words `first` up to but not including `last`, and every place it may be."""

    first: int
    last: int
    names: list[Name]
    exact: bool
    adjective: bool = False


class Called(NamedTuple):
    """A place with its own names, the local one first, and its rarer ones."""

    entry: Entry
    own: list[str]
    rare: Sequence[str] = ()


@dataclass
class Gazetteer:
    """All places and countries of a region with their names."""

    entries: list[Entry] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    adjectives: dict[str, list[Entry]] = field(default_factory=dict)
    countries: dict[str, Entry] = field(default_factory=dict)
    demonyms: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)
    watched: frozenset[str] = frozenset()
    spellings: tuple[Spelling, ...] = ()
    seats: set[int] = field(default_factory=set)

    def add(self, called: Sequence[Called]) -> None:
        """Take in places with their names; a name is kept once for each. All at once costs a fraction of one by one."""
        self.entries += [place.entry for place in called]
        # Their local names: others are another language's already.
        local = respelt([place.own[0] if place.own else "" for place in called], self.spellings)
        for place, others in zip(called, local, strict=True):
            if place.entry.country in self.watched and place.entry.kind != "country":
                place.own.extend(others)
        folded = iter(fold_all(name for place in called for name in (*place.own, *place.rare)))
        for place in called:
            self._add_names(place, folded)

    def _add_names(self, place: Called, folded: Iterator[str]) -> None:
        entry, own, rare = place
        seen: dict[str, tuple[bool, str]] = {}
        for is_own, written in [*((True, name) for name in own), *((False, name) for name in rare)]:
            key = next(folded)
            known = seen.setdefault(key, (is_own, written))
            # As it is written in full, though it is listed plain too.
            if known[1] != written and _marks(written) > _marks(known[1]):
                seen[key] = (known[0], written)
        for key, (is_own, written) in seen.items():
            self.names.append(Name(words_of(key), entry, is_own, written))

    @cached_property
    def beginning(self) -> dict[str, list[Name]]:
        """Names by their first word. Another place's own name is not taken for a rare name of this one."""
        own = {name.words for name in self.names if name.own}
        beginning: dict[str, list[Name]] = {}
        for name in self.names:
            if name.own or name.words not in own:
                beginning.setdefault(name.words[0], []).append(name)
        return beginning

    @cached_property
    def words(self) -> set[str]:
        """Every word of every name."""
        return {word for name in self.names for word in name.words}

    @cached_property
    def towns(self) -> dict[str, list[Entry]]:
        """Places large enough for a rule to make an adjective of, by their own one-word names."""
        towns: dict[str, list[Entry]] = {}
        for name in self.names:
            least = _LEAST_PEOPLE_FOR_ADJECTIVE if name.entry.country in self.watched else _LEAST_ABROAD
            seat = name.entry.geonames_id in self.seats  # its adjective says which villages are of its municipality
            if len(name.words) <= (2 if seat else 1) and name.own and (seat or name.entry.population >= least):
                towns.setdefault("".join(name.words), []).append(name.entry)
        return towns

    @cached_property
    def capitals(self) -> set[Entry]:
        """The largest town of each country: agencies sit there, and file their reports from there."""
        largest: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.population > getattr(largest.get(entry.country), "population", 0):
                largest[entry.country] = entry
        return set(largest.values())

    @cached_property
    def facilities(self) -> dict[str, list[Entry]]:
        """Crossings, ports, airports and prisons, by kind."""
        facilities: dict[str, list[Entry]] = {kind: [] for kind in FACILITIES}
        for entry in self.entries:
            if entry.kind in facilities:
                facilities[entry.kind].append(entry)
        return facilities


class Index:
    """Finds names of the gazetteer in words of one language; what it learns of a word is kept."""

    def __init__(self, gazetteer: Gazetteer, language: Language) -> None:
        self._gazetteer = gazetteer
        self._forms = Forms(language)
        self._of_country = gazetteer.demonyms.get(language.code, {})
        # How adjectives end, from the last two letters of their stems on: it rules most words out.
        tails = {stem[-2:] for stem in (*self._of_country, *gazetteer.adjectives, *self._forms.suffixes)}
        self._tails = {tail + ending for tail in tails for ending in self._forms.adjective_endings}
        self._sizes = sorted({len(tail) for tail in self._tails})
        self._capital: dict[str, Word | None] = {}
        self._plain: dict[str, Word | None] = {}

    def find(self, words: list[str], capitals: list[bool]) -> list[Found]:
        """Every name in the text, the longest at each word; names do not overlap. Adjectives are found too.

        `capitals` tells of each word whether it is written with a capital: few names begin without one.
        """
        if len(self._capital) + len(self._plain) > _CACHE_SIZE:
            self._capital.clear()
            self._plain.clear()
        plain = self._plain
        found: list[Found] = []
        free = 0
        for i, (word, capital) in enumerate(zip(words, capitals, strict=True)):
            if capital:
                known = self._of(word)
            elif word in plain:
                known = plain[word]
            else:
                known = plain.setdefault(word, self._analyse_plain(word))
            if known is None or i < free:
                continue
            here = self._longest(words, i, known) or self._adjective(i, known)
            if here is not None:
                found.append(here)
                free = here.last
        return found

    def _of(self, word: str) -> Word | None:
        try:
            return self._capital[word]
        except KeyError:
            return self._capital.setdefault(word, self._analyse(word))

    def _longest(self, words: list[str], i: int, known: Word) -> Found | None:
        best: list[Name] = []
        length = 0
        for name in known.names:
            size = len(name.words)
            if size >= length and self._continues(words, i, name):
                best = [*best, name] if size == length else [name]
                length = size
        if not best:
            return None
        spelt = tuple(words[i : i + length])
        return Found(i, i + length, best, exact=any(name.words == spelt for name in best))

    def _continues(self, words: list[str], i: int, name: Name) -> bool:
        linkers = self._forms.linkers
        for at, wanted in enumerate(name.words[1:], i + 1):
            if at >= len(words):
                return False
            if words[at] == wanted or (wanted in linkers and words[at] in linkers):
                continue
            known = self._of(words[at])
            if known is None or wanted not in known.bases:
                return False
        return True

    def _adjective(self, i: int, known: Word) -> Found | None:
        entries = known.of_country or known.of_place
        if not entries:
            return None
        names = [Name((), entry, own=True, written=entry.name) for entry in entries]
        return Found(i, i + 1, names, exact=False, adjective=True)

    def _analyse(self, word: str) -> Word | None:
        bases = self._forms.bases(word, self._gazetteer.words)
        names = [name for base in bases for name in self._gazetteer.beginning.get(base, ())]
        of_place, of_country = self._adjectives(word)
        if not bases and not of_place and not of_country:
            return None
        return Word(tuple(bases), tuple(names), of_place, of_country)

    def _analyse_plain(self, word: str) -> Word | None:
        """A word without a capital: the beginning of the few names that are written so, or an adjective."""
        names = [name for name in self._gazetteer.beginning.get(word, ()) if name.written[:1].islower()]
        of_place, of_country = self._adjectives(word)
        if not names and not of_place and not of_country:
            return None
        return Word((word,), tuple(names), of_place, of_country)

    def _adjectives(self, word: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        for size in self._sizes:
            if word[-size:] in self._tails:
                break
        else:
            return (), ()
        gazetteer = self._gazetteer
        of_place: list[Entry] = []
        of_country: list[Entry] = []
        for stem in self._forms.adjective_stems(word):
            of_country.extend(self._of_country.get(stem, ()))
            of_place.extend(gazetteer.adjectives.get(stem, ()))
            if not of_place and not of_country:
                of_place.extend(e for base in self._forms.adjective_bases(stem) for e in gazetteer.towns.get(base, ()))
        return tuple(dict.fromkeys(of_place)), tuple(dict.fromkeys(of_country))


@lru_cache(maxsize=2)
def gazetteer_of(region: Region) -> Gazetteer:
    """The gazetteer of a region: the compiled table with its corrections, the supplements, and the countries."""
    spellings = tuple(Spelling(language) for language in region.languages.values())
    gazetteer = Gazetteer(watched=frozenset(region.countries), spellings=spellings)
    corrections = {row["geonames_id"]: row for row in region.tables.get(_CORRECTIONS, ())}
    called = _municipal_names(region)
    gazetteer.seats.update(int(row["geonames_id"]) for row in region.municipalities if row["geonames_id"])
    places = [
        _compiled(gazetteer, row, corrections.get(row["geonames_id"], {}), called.get(row["geonames_id"], ()))
        for row in region.tables.get(_COMPILED, ())
    ]
    for table, rows in region.tables.items():
        if table not in (_COMPILED, _CORRECTIONS):
            for row in rows:
                kind: PlacePrecision = row["kind"]  # type: ignore[assignment]  # checked by a test
                entry = Entry(row["name"], row["country"], kind, *_point(row))
                places.append(Called(entry, [row["name"], *_listed(row["names"])]))
    gazetteer.add(places)
    gazetteer.add(_municipalities(gazetteer, region))
    countries = []
    for code, country in region.files.get("countries", {}).items():
        entry = gazetteer.countries[code] = Entry(country["name"], code, "country")
        countries.append(Called(entry, [country["name"], *country["names"]]))
        for language, stems in country.get("adjectives", {}).items():
            for stem in stems:
                gazetteer.demonyms.setdefault(language, {}).setdefault(fold(stem), []).append(entry)
    gazetteer.add(countries)
    _ = gazetteer.beginning, gazetteer.words, gazetteer.towns  # now, not when the first text waits for them
    return gazetteer


def _municipalities(gazetteer: Gazetteer, region: Region) -> list[Called]:
    """Those that bear another name than the town where their town hall is, unless a region of that name is there."""
    known = {(name.written, name.entry.country) for name in gazetteer.names if name.entry.kind != "neighbourhood"}
    found: list[Called] = []
    for row in region.municipalities:
        name = row["own"].partition(" / ")[0]
        if not row["seat"] or not row["latitude"] or (name, row["country"]) in known:
            continue
        entry = Entry(name, row["country"], "municipality", *_point(row))
        found.append(
            Called(entry, [name, *(called for code in region.languages for called in _listed(row.get(code, "")))])
        )
    return found


def _municipal_names(region: Region) -> dict[str, list[str]]:
    """What each language calls the municipalities whose seat bears their name, by the seat's GeoNames id."""
    return {
        row["geonames_id"]: [name for column in ("own", *region.languages) for name in _listed(row.get(column, ""))]
        for row in region.municipalities
        if row["geonames_id"] and not row["seat"]
    }


def _compiled(
    gazetteer: Gazetteer, row: Mapping[str, str], correction: Mapping[str, str], called: Iterable[str]
) -> Called:
    name = correction.get("name") or row["name"]
    kind: PlacePrecision = correction.get("kind") or row["kind"]  # type: ignore[assignment]  # checked by a test
    latitude, longitude = _point(row)
    entry = Entry(name, row["country"], kind, latitude, longitude, int(row["geonames_id"]), int(row["population"]))
    without = {*_listed(correction.get("without", "")), ""}
    own = [name, row["name"], *_listed(correction.get("names", "")), *called]
    rare = [other for other in _listed(row["names"]) if other not in without]
    for stem in _listed(correction.get("adjectives", "")):
        gazetteer.adjectives.setdefault(fold(stem), []).append(entry)
    return Called(entry, [written for written in own if written not in without], rare)


def words_of(folded: str) -> tuple[str, ...]:
    """The words of a folded name, cut as texts are cut."""
    return (folded,) if folded.isalnum() else tuple(tokenize(folded).words)


def _marks(written: str) -> int:
    """How many of its letters are of those whose marks an article may leave out."""
    return sum(letter in _MARKED for letter in written.lower())


def _listed(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _point(row: Mapping[str, str]) -> tuple[float | None, float | None]:
    if not row["latitude"]:
        return None, None
    return float(row["latitude"]), float(row["longitude"])
