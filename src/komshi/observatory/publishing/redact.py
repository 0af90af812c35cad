"""Takes private people out of what may become public: names in any case form and either script, initials, ages.

Pure functions. When in doubt they withhold: a phrase or an address less is a small loss, a name more is a great one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from komshi.pipeline.text.fold import fold

LONGEST_PHRASE = 60
MOST_WORDS = 4
"""Evidence is a term or an amount; a longer run of words is a piece of the text."""
_ENDING = 2
"""Letters that case forms change at the end of a name."""
_WORD = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.")
_TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|ref|source)$")
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
    text: str, spans: Iterable[Sequence[int]] | None, *, private: Private, people: Sequence[tuple[int, int]]
) -> list[str]:
    """The words of evidence that may be shown: short, without capitals inside, without people, initials and ages."""
    kept = []
    for start, end in spans or ():
        if any(start < last and first < end for first, last in people):
            continue
        phrase = " ".join(text[start:end].split())
        if (
            phrase
            and len(phrase) <= LONGEST_PHRASE
            and not _INITIAL.search(phrase)
            and not _capital_inside(text, start, end)
        ):
            words = _WORD.findall(fold(phrase))
            named = any(private.named_by(word) or word in private.ages for word in words)
            if len(words) <= MOST_WORDS and not named:
                kept.append(phrase)
    return list(dict.fromkeys(kept))


def safe_place_phrases(
    text: str, spans: Iterable[Sequence[int]] | None, *, name: str, private: Private, people: Sequence[tuple[int, int]]
) -> list[str]:
    """The words that a place was read from, where they are a form of its public name and nothing else."""
    kept = []
    begin = fold(name)[:3]
    for start, end in spans or ():
        phrase = " ".join(text[start:end].split())
        words = _WORD.findall(fold(phrase))
        known = set(_WORD.findall(fold(name)))
        if (
            begin and words and words[0].startswith(begin) and len(words) <= len(known)
            and not any(start < last and first < end for first, last in people)
            and not any(private.named_by(word) and word not in known for word in words)
        ):  # fmt: skip
            kept.append(phrase)
    return list(dict.fromkeys(kept))


def safe_label(name: str, *, private: Private, is_known: bool) -> str:
    """The name of a place; one that no gazetteer knows only if nothing in it could be a person, a house or an age."""
    if is_known:
        return name
    words = _WORD.findall(fold(name))
    doubtful = _INITIAL.search(name) or any(private.named_by(word) or word.isdigit() for word in words)
    return "" if doubtful or not words else name


def safe_outlet(outlet: str, *, private: Private) -> str:
    """The name of an outlet, unless it is a person's."""
    words = _WORD.findall(fold(outlet))
    named = any(private.named_by(word) for word in words) or _holds_name(fold(outlet), private)
    return "" if named or _INITIAL.search(outlet) else outlet[:100]


def safe_url(url: str, *, private: Private, text: str = "", spared: Sequence[tuple[int, int]] = ()) -> str:
    """The address of the original, or nothing when a person may stand in it.

    People whom the reader missed are looked for as pairs of capital words in the text, outside the `spared` spans
    (places and institutions). Tracking is cut off; an address with any other parameter than a number is withheld.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        return ""
    parameters = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    if any(not re.fullmatch(r"\d{1,12}", value) or not re.fullmatch(r"[a-z_]{1,12}", key) for key, value in parameters):
        return ""
    plain = fold(unquote(f"{parts.hostname}/{parts.path}"))
    hidden = Private(private.names | _pairs(text, spared), private.ages)
    if _has_person(plain, hidden):
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(parameters), ""))


def _has_person(plain: str, private: Private) -> bool:
    words = _WORD.findall(plain)
    if _holds_name(plain, private) or any(private.named_by(word) for word in words):
        return True
    for segment in plain.split("/"):
        parts = _WORD.findall(segment)
        written = any(any(c.isalpha() for c in part) for part in parts)
        if written and any(part in private.ages for part in parts):
            return True
        if any(len(a) == len(b) == 1 and a.isalpha() and b.isalpha() for a, b in pairwise(parts)):
            return True
    return False


def _holds_name(plain: str, private: Private) -> bool:
    """Whether a name is hidden inside longer words, as in an address written without spaces."""
    joined = "".join(_WORD.findall(plain))
    return any(len(name) >= 4 and name in joined for name in private.names)


def _pairs(text: str, spared: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Words of two or more letters that stand two in a row with a capital each, as first and family names do."""
    found: set[str] = set()
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        capital = match.group()[0].isupper() and not any(s < match.end() and match.start() < e for s, e in spared)
        if capital and before is not None and text[before.end() : match.start()] in (" ", "-", "\u00a0"):
            found.update(fold(one.group()) for one in (before, match) if len(one.group()) > 3)
        before = match if capital else None
    return frozenset(found)


def _capital_inside(text: str, start: int, end: int) -> bool:
    """Whether a word of the span begins with a capital that no beginning of a sentence explains.

    Only a term that stands alone is excused: the first of several words at the beginning of a sentence may be a name.
    """
    alone = len(_WORD.findall(text[start:end])) == 1
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if not word[0].isupper() or word in _UNITS:
            continue
        left = text[: match.start()].rstrip(" \t\u00a0\"'„“”«»([–—-")
        if not alone or (left and left[-1] not in ".!?:\n"):
            return True
    return False


def _stem(name: str) -> str:
    return name[: max(3, len(name) - _ENDING)]
