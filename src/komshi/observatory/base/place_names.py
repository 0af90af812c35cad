"""What the reader's language calls a place that a report names: a municipality by its own table, others by spelling."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from komshi.observatory.base.region import current_region
from komshi.observatory.base.towns import Town, towns
from komshi.pipeline.text.cyrillic import to_cyrillic

if TYPE_CHECKING:
    from collections.abc import Mapping

_LATIN = frozenset("abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ")
# Two letters that neighbouring alphabets write differently, and one that only the second has.
_SECOND = str.maketrans({"ђ": "ѓ", "ћ": "ќ", "Ђ": "Ѓ", "Ћ": "Ќ"})
_ALPHABETS = {"sr-cyrl": frozenset(to_cyrillic("".join(_LATIN)) + to_cyrillic("lj nj dž Lj Nj Dž").replace(" ", ""))}
_ALPHABETS["mk"] = frozenset("".join(_ALPHABETS["sr-cyrl"]).translate(_SECOND) + "ѕЅ")


def place_name(name: str, country: str | None) -> str:
    """The name in the reader's language and alphabet, as far as the data know it; otherwise as it is."""
    return _name_in(name, country or "", get_language() or "en") if name else ""


@lru_cache(maxsize=20_000)
def _name_in(name: str, country: str, code: str) -> str:
    town = _called().get((country, name))
    if town:
        return town.name
    if code not in _ALPHABETS or not _letters(name) <= _LATIN | _foreign():
        return name
    known = [other for other in _spellings().get((country, name), ()) if _letters(other) <= _ALPHABETS[code]]
    if known:
        return known[0]
    if not _letters(name) <= _LATIN:
        return name
    written = to_cyrillic(name)
    return written.translate(_SECOND) if code == "mk" else written


def _letters(text: str) -> frozenset[str]:
    return frozenset(letter for letter in text if letter.isalpha())


@cache
def _foreign() -> frozenset[str]:
    """Latin letters of other languages: a name with them is only written otherwise where the data say how."""
    return frozenset(chr(code) for code in range(ord("A"), 0x250) if chr(code).isalpha())


@cache
def _called() -> Mapping[tuple[str, str], Town]:
    called: dict[tuple[str, str], Town] = {}
    for one in towns():
        for name in one.names.values():
            for part in name.split(" / "):
                called.setdefault((one.country, part), one)
    return called


@cache
def _spellings() -> Mapping[tuple[str, str], list[str]]:
    spellings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rows in current_region().tables.values():
        for row in rows:
            if row.get("names") and row.get("name"):
                spellings[row.get("country", ""), row["name"]] += [name for name in row["names"].split("|") if name]
    return spellings
