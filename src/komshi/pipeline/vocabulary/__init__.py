"""The ids that the code knows, and what they are called in a language.

Markets, event types, statuses, roles and grades of organisation are data (`vocabulary.toml`); their labels belong to
the languages (`labels.toml`), so a label is asked for with the languages that the region brings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from komshi.pipeline.region import Language


@cache
def entries(kind: str) -> Mapping[str, Mapping[str, Any]]:
    """All entries of one kind by id, in the order in which they are shown.

    The kinds: `markets`, `event_types`, `statuses`, `roles`, `organised`.
    """
    vocabulary = tomllib.loads((files(__package__) / "vocabulary.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Mapping[str, Any]] = vocabulary[kind]
    return found


def ids(kind: str) -> tuple[str, ...]:
    """The ids of one kind, in order."""
    return tuple(entries(kind))


def label(kind: str, identifier: str, *, language: Language, variety: str | None = None) -> str:
    """What a page calls an entry; the id in plain words where the language has no label for it yet."""
    labels: Mapping[str, Any] = language.files.get("labels", {})
    if variety and variety in labels:
        labels = labels[variety]
    found: str = labels.get(kind, {}).get(identifier, identifier.replace("_", " "))
    return found
