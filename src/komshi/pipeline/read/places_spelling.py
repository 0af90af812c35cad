"""How a language writes the names of its neighbours' places: with its own letters for theirs.

The letters are data of the language (`spelt` in `places.toml`); only names of the watched countries are respelt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from komshi.pipeline.region import Language

_SHORTEST = 4


class Spelling:
    """The letters that one language puts for those of its neighbours."""

    def __init__(self, language: Language) -> None:
        tables: Mapping[str, Any] = language.files.get("places", {}).get("spelt", {})
        self._respell = [_rule(rules) for rules in tables.values() if rules]

    def __call__(self, written: str) -> Iterator[str]:
        """The name in each spelling of the language that differs from the given one."""
        for respell in self._respell:
            other = respell(written)
            if other != written and len(other) >= _SHORTEST:
                yield other


def respelt(names: Iterable[str], spellings: Iterable[Spelling]) -> list[str]:
    """Names as the languages spell them."""
    known = list(names)
    return [other for spelling in spellings for name in known for other in spelling(name)]


def _rule(letters: Mapping[str, str]) -> Callable[[str], str]:
    """Replaces all letters of a table at once; a key that ends in `.` stands for the end of the name."""
    table = {key.lower(): value for key, value in letters.items()}
    keys = sorted(table, key=len, reverse=True)
    found_by = (re.escape(key[:-1]) + "$" if key.endswith(".") else re.escape(key) for key in keys)
    pattern = re.compile("|".join(found_by), re.IGNORECASE)

    def put(match: re.Match[str]) -> str:
        found = match.group()
        value = table.get(found.lower() + ".") if match.end() == len(match.string) else None
        value = table.get(found.lower(), found) if value is None else value
        return value.capitalize() if found[0].isupper() else value

    return lambda written: pattern.sub(put, written)
