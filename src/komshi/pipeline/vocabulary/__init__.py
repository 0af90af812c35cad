"""The ids that the code knows, and what they are called in a language.

Markets, event types, statuses, kinds of help and harm are data (`vocabulary.toml`); their labels belong to the
languages (`labels.toml`), so a label is asked for with the languages that the region brings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from komshi.pipeline.region import Language
from komshi.pipeline.text.cyrillic import to_cyrillic


@cache
def _vocabulary() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return tomllib.loads((files(__package__) / "vocabulary.toml").read_text(encoding="utf-8"))


def kinds() -> tuple[str, ...]:
    """The kinds of entries: `markets`, `event_types`, `statuses`, `roles`, `impact_dimensions`, `focus_areas`, ..."""
    return tuple(_vocabulary())


def entries(kind: str) -> Mapping[str, Mapping[str, Any]]:
    """All entries of one kind by id, in the order in which they are shown; `kinds()` names the kinds."""
    return _vocabulary()[kind]


def ids(kind: str) -> tuple[str, ...]:
    """The ids of one kind, in order."""
    return tuple(entries(kind))


def label(kind: str, identifier: str, *, language: Language, variety: str | None = None) -> str:
    """What a page calls an entry; the id in plain words where the language has no label for it yet.

    A language of several varieties writes its base once: a variety says only where it differs from it, and one that
    is the base in another alphabet says nothing.
    """
    labels: Mapping[str, Any] = language.files.get("labels", {})
    own: Mapping[str, Any] = labels.get(variety or "", {}).get(kind, {})
    if identifier in own:
        word: str = own[identifier]
        return word
    base = labels.get(labels["base"], {}) if "base" in labels else labels
    found: str | None = base.get(kind, {}).get(identifier)
    if found is None:
        return identifier.replace("_", " ")
    return to_cyrillic(found) if variety in labels.get("cyrillic", ()) else found
