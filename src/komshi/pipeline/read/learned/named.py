"""The names of features, each made once: nearly all words and terms of a report have stood in reports before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from komshi.pipeline.text.lexicon import Term

_MOST_STEPS = 5


class Named(dict[str, str]):
    """The names of the features that begin alike, by the meaning of a word behind that (there are some thousands)."""

    __slots__ = ("_beginning",)

    def __init__(self, beginning: str) -> None:
        super().__init__()
        self._beginning = beginning

    def __missing__(self, meaning: str) -> str:
        found = self[meaning] = f"{self._beginning}{meaning}"
        return found


class TermNames(NamedTuple):
    """The names of the features that a term of the lexicons is: where it stands in a sentence, before it and behind it,
    and so many steps to the left and to the right; `zones` are the parts of a text.
    """

    here: str
    before: str
    behind: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    zones: tuple[str, ...]


class TermsNamed(dict["Term", TermNames]):
    """The names for each term."""

    __slots__ = ()

    def __missing__(self, term: Term) -> TermNames:
        name = f"{term.topic}:{term.id}"
        found = self[term] = TermNames(
            here=f"m:{name}",
            before=f"m-1:{name}",
            behind=f"m1:{name}",
            left=tuple(f"m:{name} l{step}" for step in range(_MOST_STEPS)),
            right=tuple(f"m:{name} r{step}" for step in range(_MOST_STEPS)),
            zones=tuple(f"m:{name} {zone}" for zone in range(_MOST_STEPS)),
        )
        return found


MEANT = TermsNamed()
SAID = Named("A:")
"""A word anywhere in a text."""
IN_SENTENCE = Named("s:")
LEFT, RIGHT = Named("l:"), Named("r:")
