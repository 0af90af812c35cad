"""The things and units that the region's languages know, to choose from: free words would carry names into figures."""

from __future__ import annotations

from functools import cache

from komshi.observatory.base.region import current_region

_UNITS = ("kg", "g", "t", "l", "pcs", "plants", "tablets", "packs", "vehicles", "persons", "m2", "m3")
_MONEY, _THINGS = "money", ("mass", "count")


def known_items(also: str | None = None) -> list[str]:
    """What amounts are counted of, as readings name it (`cannabis plants`); `also` is kept where a reading has it."""
    return sorted({*_terms(_THINGS), _MONEY, *([also] if also else [])})


def known_units(also: str | None = None) -> list[str]:
    """Units of measure, then currencies; `also` is kept where a reading has it."""
    return list(dict.fromkeys([*_UNITS, *sorted(_terms((_MONEY,))), *([also] if also else [])]))


@cache
def _terms(kinds: tuple[str, ...]) -> frozenset[str]:
    """Names of the terms of these kinds in every language's file `items`, where tables are called `kind.name`."""
    found: set[str] = set()
    for language in current_region().languages.values():
        for term in language.terms("items"):
            kind, _dot, name = term.id.partition(".")
            if kind in kinds and name:
                found.add(name.replace("_", " "))
    return frozenset(found)
