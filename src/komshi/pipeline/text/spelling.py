"""One name in many spellings: its key is the same in both scripts and in the alphabets of all the region's languages.

Comes in: a written word. Goes out: what two spellings of it have in common. Case endings stay: whoever undoes them
(`read/who_forms.py`) or allows for them (`match/names.py`) starts from these keys.
"""

from __future__ import annotations

import re
from functools import lru_cache

from komshi.pipeline.text.fold import fold

# One sound, several spellings: digraphs of one orthography for a letter of another one, and doubled letters.
_SPELLINGS = (
    *(("xh", "dz"), ("gj", "dj"), ("kj", "c"), ("sh", "s"), ("zh", "z"), ("dh", "d"), ("th", "t"), ("ch", "c")),
    *(("ck", "k"), ("ph", "f"), ("q", "c"), ("y", "i"), ("w", "v"), ("x", "dz")),
)
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def name_key(word: str) -> str:
    """The key of a word: `Angjushev` and `Andjusev` have one, `Vukaniq` and `Vukanic` too."""
    key = fold(word)
    for written, sound in _SPELLINGS:
        if written in key:
            key = key.replace(written, sound)
    return _DOUBLED.sub(r"\1", key)


def common_start(p: str, q: str) -> int:
    """How many letters two words have in common from their beginning."""
    return next((i for i, (x, y) in enumerate(zip(p, q, strict=False)) if x != y), min(len(p), len(q)))
