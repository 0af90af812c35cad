"""Names of persons compared across scripts, spellings and case endings; initials agree with whole names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.spelling import common_start, name_key

_SAME_START = 3  # letters that two forms of one name have in common at least
_APART = re.compile(r"[\W_]+")
_QUOTED = re.compile(r"[\"„“”«»'(].*?[\"“”«»')]")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in comparable form. `keys` are shared by every two names that can be one person's."""

    words: tuple[str, ...]
    is_initials: bool
    keys: frozenset[str]

    @property
    def initials(self) -> str:
        """First letters of the first and the last word."""
        return self.words[0][0] + self.words[-1][0]


@lru_cache(maxsize=100_000)
def name_of(written: str) -> Name | None:
    """The comparable form of a name as a text writes it; None where it holds no letter."""
    plain = _QUOTED.sub(" ", written) if '"' in written or "“" in written or "„" in written else written
    words = tuple(name_key(word) for word in _APART.split(fold(plain)) if word and not word.isdigit())
    return Name(words, all(len(word) <= 2 for word in words), _keys(words)) if words else None


def agreement(a: Name, b: Name) -> float:
    """How far two names can be one person's, 0..1: 1 for the whole name, half for the same initials, 0 for not."""
    if a.is_initials or b.is_initials:
        if len(a.words) < 2 or len(b.words) < 2 or a.initials != b.initials:
            return 0.0
        return 0.5 if a.is_initials and b.is_initials else 0.3
    first, last = _alike(a.words[0], b.words[0]), _alike(a.words[-1], b.words[-1])
    if len(a.words) == 1 or len(b.words) == 1:
        # A surname (or a nickname) alone, as in the second mention of someone.
        single, whole = (a, b) if len(a.words) == 1 else (b, a)
        return max(0.8 * (_alike(single.words[0], word) == 1.0) for word in whole.words)
    if last == 1.0:
        return 1.0 if first == 1.0 else 0.7 if a.words[0][0] == b.words[0][0] else 0.0
    if last == 0.5 and first == 1.0:
        return 0.8  # "Emin G." and "Emin Gadzanin"
    if a.words[0] == b.words[-1] and a.words[-1] == b.words[0]:
        return 1.0  # family name first
    return 0.0


def _alike(p: str, q: str) -> float:
    """1 for one word up to its case ending, 0.5 for an initial that agrees, 0 for different words."""
    if len(p) <= 2 or len(q) <= 2:
        return 0.5 if p[0] == q[0] else 0.0
    common = common_start(p, q)
    return 1.0 if common >= max(_SAME_START, min(len(p), len(q)) - 2) and abs(len(p) - len(q)) <= 3 else 0.0


def _keys(words: tuple[str, ...]) -> frozenset[str]:
    keys = {word[:_SAME_START] for word in words if len(word) > 2}
    if len(words) > 1:
        keys.add(words[0][0] + words[-1][0])
    return frozenset(keys)
