"""Which focus areas help against which market, as data with a reason for each (`help.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

_ALWAYS = "always"


@cache
def reasons() -> Mapping[str, Mapping[str, str]]:
    """Market -> focus area -> why that work helps; `always` holds what helps against every market."""
    return tomllib.loads((files(__package__) / "help.toml").read_text(encoding="utf-8"))


def helping_focus(markets: Iterable[str]) -> tuple[str, ...]:
    """Focus areas that help against one of the markets, those of the first market first; empty without a market."""
    known = [reasons()[market] for market in markets if market in reasons() and market != _ALWAYS]
    found = [focus for one in known for focus in one]
    return tuple(dict.fromkeys([*found, *reasons()[_ALWAYS]])) if found else ()
