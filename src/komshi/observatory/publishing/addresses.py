"""Which address of a report may be public: one in which no person can stand. Pure; when in doubt it withholds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from komshi.observatory.base.given import web_address
from komshi.observatory.base.known_words import looks_like_a_name
from komshi.observatory.publishing.redact import Private
from komshi.pipeline.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
_TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|ref|source)$")
_NUMBERED = frozenset(
    {"id", "p", "nid", "aid", "pid", "newsid", "article_id", "page_id", "nav_id", "nav_category", "yyyy", "mm", "dd"}
)
_PAGES = frozenset({"html", "htm", "php", "aspx", "jsp"})
_LOOSE_AGE = re.compile(r"\((\d{1,3})\)|(?<!\d)(\d{1,3})[-\u2010-\u2015][^\W\d_]{3,}")
_SHORTEST_HIDDEN = 4
Known = Callable[[str], bool]
"""Whether a folded word is one of the lexicons'."""
_OLDEST = 120
_OF_A_HASH = set("abcdef")


@dataclass(frozen=True)
class Told:
    """What the text of a report says of the words in its address: written small, a place or institution, or capital."""

    small: frozenset[str]
    spared: frozenset[str]
    capital: Private


def safe_url(
    url: str, *, private: Private, text: str = "", spared: Iterable[Sequence[int]] = (), known: Known | None = None
) -> str:
    """The address of the original, or nothing when a person may stand in it.

    Words in it count as harmless only when the text writes them small, when they are places or institutions (the
    `spared` spans), or when the lexicons list them (`known`). Of parameters only the number of an article is shown.
    """
    link = web_address(url)
    parts = urlsplit(link)
    if not parts.hostname or parts.username or parts.password:
        return ""
    parameters = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    if any(key.lower() not in _NUMBERED or not re.fullmatch(r"[0-9]{1,12}", value) for key, value in parameters):
        return ""
    try:
        path = unquote(parts.path, errors="strict")
        host = parts.hostname.encode("idna").decode("idna")
    except UnicodeError:
        return ""
    told = _told(text, spared, known)
    ages = private.ages | {age for match in _LOOSE_AGE.finditer(text) for age in match.groups() if age}
    if "%" in path or _named_host(fold(host), private, told):
        return ""
    segments = [_words(segment) for segment in fold(path).split("/")]
    segments = [words for words in segments if words]
    for number, words in enumerate(segments):
        is_last = number == len(segments) - 1 and not parameters
        if _holds_person(words, private, ages) or not _harmless(words, told, known, is_last=is_last):
            return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(parameters), ""))


def _words(segment: str) -> list[str]:
    words = _WORD.findall(segment)
    return words[:-1] if len(words) > 1 and words[-1] in _PAGES else words


def _harmless(words: list[str], told: Told, known: Known | None, *, is_last: bool) -> bool:
    """One word before the last segment names a part of the site; everything else must be known word by word."""
    if len(words) == 1 and not is_last and not any(c.isdigit() for c in words[0]):
        return not (looks_like_a_name(words[0]) or _joined_or_named(words, told.capital))
    return all(_is_harmless(word, told, known) for word in words)


def _is_harmless(word: str, told: Told, known: Known | None) -> bool:
    letters = "".join(c for c in word if c.isalpha())
    if word != letters and (len(letters) <= 1 or set(letters) <= _OF_A_HASH):
        return True
    return word in told.spared or (not looks_like_a_name(word) and (word in told.small or bool(known and known(word))))


def _holds_person(words: list[str], private: Private, ages: frozenset[str] | set[str]) -> bool:
    if _joined_or_named(words, private):
        return True
    written = any(any(c.isalpha() for c in word) for word in words)
    if written and any(word in ages and int(word) <= _OLDEST for word in words if word.isdecimal()):
        return True
    return any(len(a) == len(b) == 1 and a.isalpha() and b.isalpha() for a, b in pairwise(words))


def _joined_or_named(words: list[str], private: Private) -> bool:
    """Whether a name stands among the words, or is hidden inside them where they are written without spaces."""
    joined = "".join(words)
    hidden = any(len(name) >= _SHORTEST_HIDDEN and name in joined for name in private.names)
    return hidden or any(private.named_by(word) for word in words)


def _named_host(host: str, private: Private, told: Told) -> bool:
    words = _WORD.findall(host)[:-1]
    long = [word for word in words if len(word) > _SHORTEST_HIDDEN]
    doubtful = any(looks_like_a_name(word) or word in told.capital.names for word in long)
    return doubtful or _joined_or_named(words, private)


def _told(text: str, spared: Iterable[Sequence[int]], known: Known | None) -> Told:
    places = frozenset(word for start, end in spared for word in _WORD.findall(fold(text[start:end])))
    written = [match.group() for match in _WORD.finditer(text)]
    small = frozenset(fold(word) for word in written if not word[0].isupper())
    capital = {fold(word) for word in written if word[0].isupper() and len(word) > 1} - small - places
    names = frozenset(word for word in capital if known is None or not known(word))
    return Told(small, places, Private(names, frozenset()))
