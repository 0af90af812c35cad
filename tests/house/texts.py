"""What must not stand in a file of ours: machines, registries, and words that belong to languages and regions."""

from __future__ import annotations

import re
from pathlib import Path

# Written in pieces or with a letter in brackets, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.~<-])/(?:work/(?:main|shared)|root/|home/\w+/|Users/\w+/|tmp/w/)"),
    "the address of a package registry": re.compile(
        r"(?:p[y]pi|pythonh[o]sted|n[p]mjs|y[a]rnpkg|u[n]pkg|jsd[e]livr|deb\.d[e]bian|archive\.u[b]untu)\.(?:org|com|net)"
    ),
    "the number of a task": re.compile(r"\bissue\s+#?\d", re.IGNORECASE),
}

# Three letters make a word; fewer stand in a table of letters, and more than twenty in a row are an alphabet.
WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,20}(?![^\W\d_])")
LETTERS = re.compile(r"[\u0400-\u04ffčćšžđëĐČĆŠŽË]")
REGIONAL = re.compile(
    r"\b(?:alban|bosni|croat|kosov|macedon|montenegr|serbi|tirana|belgrade|sarajevo|podgorica|pristina|prishtina|skopje)\w*",
    re.IGNORECASE,
)
# Names of languages are what a language switch is made of, and of the code of an alphabet.
LANGUAGE_NAMES = re.compile(r"\b(?:albanian|bosnian|croatian|macedonian|montenegrin|serbian)s?\b", re.IGNORECASE)


def forbidden(text: str) -> list[str]:
    """What of FORBIDDEN stands in a text, with the words found."""
    return [f"{what}: {found.group()}" for what, pattern in FORBIDDEN.items() if (found := pattern.search(text))]


def regional_words(text: str) -> list[str]:
    """Words with letters that only languages of a region have, and names of its countries; languages may be named."""
    words = {found.group() for found in WORD.finditer(text) if LETTERS.search(found.group())}
    words |= {found.group() for found in REGIONAL.finditer(text) if not LANGUAGE_NAMES.fullmatch(found.group())}
    return sorted(words)


def is_regional(path: Path) -> bool:
    """Whether words of languages and names of countries belong there."""
    return (
        path.is_relative_to("src/komshi/languages")
        or path.is_relative_to("src/komshi/regions")
        or "locale" in path.parts
    )
