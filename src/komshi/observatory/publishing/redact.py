"""Takes private people out of what may become public: names in any case form and either script, initials, ages.

Pure functions. When in doubt they withhold: a phrase or an address less is a small loss, a name more is a great one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from komshi.observatory.base.known_words import KnownWords, ends_like_a_name, given_names, parts_of
from komshi.pipeline.text.fold import fold

LONGEST_PHRASE = 60
MOST_WORDS = 4
"""Evidence is a term or an amount; a longer run of words is a piece of the text."""
_ENDING = 2
"""Letters that case forms change at the end of a name."""
_WORD = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.")
_UNITS = frozenset({"KM", "EUR", "USD", "CHF", "GBP"})


@dataclass(frozen=True)
class Private:
    """What must not be seen: name parts (folded), name parts short enough to stand in other words, and ages."""

    names: frozenset[str]
    ages: frozenset[str]

    def named_by(self, word: str) -> bool:
        """Whether a folded word is a part of a name, in whatever case form."""
        return any(word == name or (len(name) > _ENDING and word.startswith(_stem(name))) for name in self.names)


def private_of(payloads: Iterable[Mapping[str, Any]]) -> Private:
    """Everybody that the readings name, whatever the role, and firms and groups that are no known institution."""
    names: set[str] = set()
    ages: set[str] = set()
    for payload in payloads:
        for event in payload.get("events") or []:
            for actor in event.get("actors") or []:
                names.update(_WORD.findall(fold(actor.get("name") or "")))
                if actor.get("age") is not None:
                    ages.add(str(actor["age"]))
        for organization in payload.get("organizations") or []:
            if not organization.get("id"):
                names.update(_WORD.findall(fold(organization.get("name") or "")))
    return Private(frozenset(names), frozenset(ages))


def actor_spans(payload: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Where in the text people stand."""
    actors = [actor for event in payload.get("events") or [] for actor in event.get("actors") or []]
    return [(int(start), int(end)) for actor in actors for start, end in actor.get("evidence") or []]


def safe_phrases(
    text: str,
    spans: Iterable[Sequence[int]] | None,
    *,
    private: Private,
    people: Sequence[tuple[int, int]],
    known: KnownWords | None,
) -> list[str]:
    """The words of evidence that may be shown: each one a number, a unit, a thing or an act that the lexicons list.

    A number without a thing or a unit may be an age; a capital is allowed only in an act that begins its sentence and
    in the sign of a currency after a number.
    """
    kept = []
    for start, end in spans or ():
        phrase = " ".join(text[start:end].split())
        if known is None or not phrase or len(phrase) > LONGEST_PHRASE or _INITIAL.search(phrase):
            continue
        if any(start < last and first < end for first, last in people):
            continue
        if not _cuts_a_word(text, start, end) and _all_known(text, start, end, private=private, known=known):
            kept.append(phrase)
    return list(dict.fromkeys(kept))


def _all_known(text: str, start: int, end: int, *, private: Private, known: KnownWords) -> bool:
    found = list(_WORD.finditer(text, start, end))
    parts = [part for match in found for part in parts_of(fold(match.group()))]
    if not parts or len(found) > MOST_WORDS:
        return False
    if any(private.named_by(part) or part in private.ages for part in parts):
        return False
    if not all(part.isdecimal() or known.in_evidence(part) for part in parts):
        return False
    has_number = any(part.isdecimal() for part in parts)
    if has_number and not any(known.is_thing(part) for part in parts):
        return False
    return all(
        not match.group()[0].isupper()
        or (has_number and match.group() in _UNITS)
        or (match is found[0] and known.is_act(fold(match.group())) and _begins_sentence(text, match.start()))
        for match in found
    )


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether the span begins or ends inside a word, which then is no word of a lexicon."""
    return any(_WORD.fullmatch(text[max(0, at - 1) : at + 1]) is not None and 0 < at < len(text) for at in (start, end))


def _begins_sentence(text: str, at: int) -> bool:
    left = text[:at].rstrip(" \t\u00a0\"'„“”«»([–—-")
    return not left or left[-1] in ".!?:\n"


def safe_place_phrases(
    text: str,
    spans: Iterable[Sequence[int]] | None,
    *,
    is_form: Callable[[str], bool],
    private: Private,
    people: Sequence[tuple[int, int]],
) -> list[str]:
    """The words that a place was read from, where `is_form` says that they are a form of its public name."""
    kept = []
    for start, end in spans or ():
        phrase = " ".join(text[start:end].split())
        if (
            phrase and is_form(phrase) and not _cuts_a_word(text, start, end)
            and not any(start < last and first < end for first, last in people)
            and not any(word in private.names for word in _WORD.findall(fold(phrase)))
        ):  # fmt: skip
            kept.append(phrase)
    return list(dict.fromkeys(kept))


def safe_label(name: str, *, is_known: bool) -> str:
    """The name of a place that a gazetteer knows; any other may be a person, a house or a piece of the text."""
    return name if is_known else ""


def safe_outlet(outlet: str, *, private: Private) -> str:
    """The name of an outlet, unless it is or may be a person's."""
    words = _WORD.findall(fold(outlet))
    joined = "".join(words)
    hidden = any(len(name) >= 4 and name in joined for name in private.names)
    # A small letter that stands alone is a particle, not somebody's initial.
    particles = {fold(word) for word in _WORD.findall(outlet) if len(word) == 1 and word.islower()}
    named = hidden or any(private.named_by(word) for word in words if word not in particles)
    given = len(words) > 1 and words[0] in given_names()
    return "" if named or given or any(map(ends_like_a_name, words)) or _INITIAL.search(outlet) else outlet[:100]


def _stem(name: str) -> str:
    return name[: max(3, len(name) - _ENDING)]
