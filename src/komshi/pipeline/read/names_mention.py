"""One place where a text names a person."""

from __future__ import annotations

from typing import Literal, NamedTuple

from komshi.pipeline.types import Span

Kind = Literal["full", "initials", "mixed", "single"]


class Mention(NamedTuple):
    """One place where a person is named.

    `sure` says that the form alone makes it a person; otherwise something beside it has to. `end` is the end of the
    name, `after` the end of what belongs to it (an age or a year in brackets). `kin`: a relative with
    the surname of whoever was named before.
    """

    start: int
    end: int
    after: int
    words: tuple[str, ...]
    kind: Kind
    sure: bool
    age: int | None = None
    age_evidence: tuple[Span, ...] = ()
    dated: bool = False
    kin: bool = False
