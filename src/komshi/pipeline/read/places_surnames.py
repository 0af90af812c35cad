"""People who bear the name of a place: what a title, a given name or a hyphen beside it says.

Only for languages whose word lists tell the titles that stand right before a person's name, and never before a place.
"""

from __future__ import annotations

from collections.abc import Sequence

from komshi.pipeline.read.places_index import Entry, Found
from komshi.pipeline.read.places_mention import Mention
from komshi.pipeline.read.places_words import PlaceWords
from komshi.pipeline.read.prepared import Prepared

_WELL_KNOWN = 30_000
_SAY_PLACE = frozenset({"quarter", "municipality", "village", "town", "police", "port", "airport", "prison",
                        "crossing", "hospital"})  # fmt: skip


def is_surname(p: Prepared, hit: Found | Mention, *, words: PlaceWords, taken: set[int]) -> bool:
    """Whether the word is a surname here: judge Krasta, the prosecutor Vlora Z., A. B.-Pula."""
    if not words.titled or hit.last - hit.first > 1:
        return False
    if _is_half_of_a_name(p, hit, taken):
        return True
    at = hit.first - 1
    if not _joined(p, at):
        return False
    if p.tokens.words[at] in words.titled:
        return True
    named = p.is_capital(at) and at not in taken and not words.kinds(p.tokens.words[at])
    return named and _joined(p, at - 1) and p.tokens.words[at - 1] in words.titled


def is_nationality(p: Prepared, mention: Mention, *, words: PlaceWords) -> bool:
    """Whether the adjective of a country only says what somebody is: the Montenegrin A. B. is called so elsewhere."""
    if not words.titled or not mention.of_country or "authorities" in mention.marks:
        return False
    return _joined(p, mention.last - 1) and p.is_capital(mention.last)


def after_given_name(p: Prepared, mention: Mention, *, words: PlaceWords, taken: set[int]) -> bool:
    """Whether a given name stands right before, or the word is one itself and no preposition speaks for a place."""
    at = mention.first - 1
    if mention.role is None and not mention.marks and p.tokens.words[mention.first] in words.given_names:
        return True
    return at not in taken and _follows_given_name(p, mention, words)


def is_given_name(p: Prepared, mention: Mention, *, words: PlaceWords, watched: frozenset[str]) -> bool:
    """Whether a country or a small place is rather a person, by the given name alone or with a surname after it."""
    if mention.last - mention.first > 1 or p.tokens.words[mention.first] not in words.given_names:
        return False
    if mention.of_country:
        return mention.role is None and not mention.marks and mention.inside_sentence
    if any(name.entry.population >= _WELL_KNOWN and name.entry.country in watched for name in mention.names):
        return False
    at = mention.last
    return _joined(p, at - 1) and p.is_capital(at) and not words.kinds(p.tokens.words[at])


def without_surnames(
    p: Prepared, found: Sequence[Found], *, mentions: list[Mention], words: PlaceWords, taken: set[int]
) -> list[Mention]:
    """The mentions that are not the bare surname of somebody whom the text names in full elsewhere."""
    if not words.titled:
        return mentions
    people: set[Entry] = set()
    for hit in found:
        if not hit.adjective and (_follows_given_name(p, hit, words) or is_surname(p, hit, words=words, taken=taken)):
            people.update(name.entry for name in hit.names)
    return [mention for mention in mentions if not _is_bare_surname(mention, people)] if people else mentions


def _is_bare_surname(mention: Mention, people: set[Entry]) -> bool:
    if mention.adjective or mention.of_country or mention.marks & _SAY_PLACE:
        return False
    if mention.role is not None and "heading" not in mention.marks:
        return False  # “Krasta: it was not me” begins with who speaks
    entries = {name.entry for name in mention.names}
    return bool(entries & people) and all(entry.population < _WELL_KNOWN for entry in entries)


def _follows_given_name(p: Prepared, hit: Found | Mention, words: PlaceWords) -> bool:
    at = hit.first - 1
    return _joined(p, at) and p.is_capital(at) and p.tokens.words[at] in words.given_names


def _is_half_of_a_name(p: Prepared, hit: Found | Mention, taken: set[int]) -> bool:
    """Whether a hyphen joins the word with another name that is no place, or with any behind a given name."""
    for other in (hit.first - 1, hit.last):
        left = min(other, hit.last - 1)
        if not 0 <= other < len(p.tokens) or _gap(p, left) != "-" or not p.is_capital(other):
            continue
        before = left - 1
        if other not in taken or (_joined(p, before) and p.is_capital(before) and before not in taken):
            return True
    return False


def _joined(p: Prepared, at: int) -> bool:
    """Whether nothing but a space stands between the word and the one after it."""
    return 0 <= at < len(p.tokens) - 1 and _gap(p, at) == " "


def _gap(p: Prepared, at: int) -> str:
    return p.folded[p.tokens.ends[at] : p.tokens.starts[at + 1]]
