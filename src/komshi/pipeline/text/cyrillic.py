"""Serbian Latin letters as Cyrillic ones: letters, not words, so that one template serves two scripts."""

from __future__ import annotations

import re

_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ", "Lj": "Љ", "Nj": "Њ", "Dž": "Џ", "LJ": "Љ", "NJ": "Њ", "DŽ": "Џ"}
_SINGLE = str.maketrans(
    "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ",
    "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ",
)
_DIGRAPH = re.compile("|".join(_PAIRS))


def to_cyrillic(text: str) -> str:
    """The text in Serbian Cyrillic; letters that the alphabet does not have stay as they are."""
    return _DIGRAPH.sub(lambda match: _PAIRS[match.group()], text).translate(_SINGLE)
