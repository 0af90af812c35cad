"""A small fingerprint of a text, made when it is read, so that two texts can be compared without keeping them.

It holds no word: hashes of word sequences (for copies), of word stems (for texts in one language), of names and of
numbers (for texts in two languages or scripts). Its form is versioned by its first characters.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from komshi.pipeline.text.spelling import name_key
from komshi.pipeline.text.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

VERSION = "s1."
_SEQUENCES, _NAMES, _NUMBERS, _DIMENSIONS = 20, 24, 12, 256
_WEIGHTS = tuple(map(sqrt, range(5)))
_NO_WORDS = bytes([0x88]) * (_DIMENSIONS // 2)
_LEVELS = 7  # a dimension is stored in four bits: -7..7
_STEM = 6  # endings of the region's languages stand after the sixth letter of most content words
_SHORTEST_STEM = 5  # shorter words are mostly the small words of a language
_CACHE_SIZE = 100_000
_32_BITS = 0xFFFFFFFF

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŠŽЀ-Я"
# A capital in the middle of a sentence is the sign of a name that both scripts and all languages share.
# The look behind stands after the capital: a search for one of a set of letters is quicker than one for a place.
_NAME = re.compile(rf"[{_UPPER}](?<=[a-zß-ÿćčđšžа-џ,] .)\w{{2,}}")
_YEAR = re.compile(r"(?:19|20)\d\d")

_WordCodes = tuple[int, int, int, int]
_words: dict[str, _WordCodes] = {}
_name_codes: dict[str, int] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A fingerprint taken apart. The sets hold hashes; `vector` the signed weights of word stems, of length 1."""

    sequences: frozenset[int]
    names: frozenset[int]
    numbers: frozenset[int]
    vector: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, each 0..1: shared word sequences, shared words, shared names and numbers."""

    copied: float
    words: float
    names: float
    numbers: float


def sketch_of(folded: str, tokens: Tokens, *, text: str | None = None) -> str:
    """The sketch of a text (at most 400 characters) from its folded form and words.

    `text` is the same text with its capitals: without it no names are noted and texts in two languages compare badly.
    """
    known = _words
    if len(known) > _CACHE_SIZE:
        known.clear()
    codes = [known.get(word) or known.setdefault(word, _word_codes(word)) for word in tokens.words]
    firsts, seconds, thirds, stems = zip(*codes, strict=True) if codes else ((), (), (), ())
    sequences = _smallest_sequences(firsts, seconds[1:], thirds[2:])
    names = _first_distinct((_name_code(name) for name in _NAME.findall(text)), _NAMES) if text else []
    numbers = _numbers(folded, tokens)
    packed = bytes((len(sequences) // 3, len(names), len(numbers))) + sequences + _pack16(names) + _pack16(numbers)
    return VERSION + base64.urlsafe_b64encode(packed + _pack_vector(stems)).decode("ascii").rstrip("=")


def read_sketch(sketch: str | None) -> Sketch | None:
    """Take a sketch apart; None for none, for another version and for one that was damaged."""
    import numpy as np  # noqa: PLC0415 - reading makes sketches without it, and must not wait for it to load

    if not sketch or not sketch.startswith(VERSION):
        return None
    body = sketch[len(VERSION) :]
    try:
        raw = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(raw) < 3:
        return None
    n_sequences, n_names, n_numbers = raw[:3]
    a = 3 + 3 * n_sequences
    b = a + 2 * n_names
    c = b + 2 * n_numbers
    if len(raw) != c + _DIMENSIONS // 2:
        return None
    sequences = frozenset(int.from_bytes(raw[i : i + 3], "big") for i in range(3, a, 3))
    packed = np.frombuffer(raw, dtype=np.uint8, offset=c)
    vector = np.empty(_DIMENSIONS, dtype=np.float32)
    vector[0::2], vector[1::2] = packed >> 4, packed & 15
    vector -= 8
    length = float(np.sqrt(vector.dot(vector)))
    return Sketch(sequences, _unpack16(raw[a:b]), _unpack16(raw[b:c]), vector / length if length else vector)


def likeness(a: Sketch, b: Sketch) -> Likeness:
    """Compare two sketches."""
    words = float(a.vector.dot(b.vector))
    return Likeness(_copied(a, b), max(0.0, words), _shared(a.names, b.names), _shared(a.numbers, b.numbers))


def _word_codes(word: str) -> _WordCodes:
    """What a word adds to a sequence as its first, second and third word, and the hash of its stem (0 if it has none).

    A stem is 0 for a word without a meaning of its own.
    """
    code = zlib.crc32(word.encode("utf-8"))
    stem = zlib.crc32(word[:_STEM].encode("utf-8")) if len(word) >= _SHORTEST_STEM and not word.isdigit() else 0
    return code * 0x9E3779B1 & _32_BITS, code * 0x85EBCA77 & _32_BITS, code * 0xC2B2AE3D & _32_BITS, stem


def _smallest_sequences(firsts: Sequence[int], seconds: Sequence[int], thirds: Sequence[int]) -> bytes:
    """The smallest distinct hashes of runs of three words, 24 bits each: a sample that copies have in common."""
    runs = [a ^ b ^ c for a, b, c in zip(firsts, seconds, thirds, strict=False)]
    mixed = {((run ^ run >> 15) * 0x2C1B3C6D & _32_BITS) >> 8 for run in runs}
    return b"".join([code.to_bytes(3, "big") for code in sorted(mixed)[:_SEQUENCES]])


def _pack_vector(stems: Sequence[int]) -> bytes:
    """Word stems thrown into signed dimensions, a repeated one counting little more than once; four bits each."""
    vector: dict[int, float] = {}
    # In order, so that the same words give the same sums in any order that they stand in.
    for stem, count in sorted(Counter(stems).items()):
        if stem:
            at, weight = stem & _DIMENSIONS - 1, _WEIGHTS[min(count, 4)]
            vector[at] = vector.get(at, 0.0) + (weight if stem >> 31 else -weight)
    largest = max(map(abs, vector.values()), default=0.0)
    scale = _LEVELS / largest if largest else 0.0
    levels = bytearray(_NO_WORDS)
    for at, value in vector.items():
        levels[at >> 1] += round(value * scale) << (0 if at & 1 else 4)
    return bytes(levels)


def _name_code(name: str) -> int:
    code = _name_codes.get(name)
    if code is None:
        if len(_name_codes) > _CACHE_SIZE:
            _name_codes.clear()
        code = _name_codes[name] = zlib.crc32(name_key(name)[:5].encode("utf-8")) & 0xFFFF
    return code


def _numbers(folded: str, tokens: Tokens) -> list[int]:
    """Hashes of the numbers that say something: not years and single digits; the longest first."""
    found = set()
    number, end = "", -1
    for at, word in [(at, word) for at, word in enumerate(tokens.words) if word[0] <= "9" and word.isdigit()]:
        start, stop = tokens.starts[at], tokens.ends[at]
        joined = start == end + 1 and folded[end] in ".,"
        if number and not joined:
            found.add(number)
        number, end = (number + word if joined else word), stop
    found.add(number)
    said = (n for n in found if len(n) > 1 and not _YEAR.fullmatch(n))
    return [zlib.crc32(n.encode("utf-8")) & 0xFFFF for n in sorted(said, key=lambda n: (-len(n), n))[:_NUMBERS]]


def _first_distinct(codes: Iterable[int], most: int) -> list[int]:
    return list(dict.fromkeys(codes))[:most]


def _pack16(codes: list[int]) -> bytes:
    return b"".join([code.to_bytes(2, "big") for code in codes])


def _unpack16(raw: bytes) -> frozenset[int]:
    return frozenset(int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2))


def _copied(a: Sketch, b: Sketch) -> float:
    """The share of word sequences that two texts have in common, estimated from the smallest hashes of both."""
    common = a.sequences & b.sequences
    if not common:
        return 0.0
    sample = sorted(a.sequences | b.sequences)[: max(len(a.sequences), len(b.sequences))]
    return len(common.intersection(sample)) / len(sample)


def _shared(a: frozenset[int], b: frozenset[int]) -> float:
    """How much of the smaller set is in the other one; one common item alone proves little."""
    common = len(a & b)
    return common / (min(len(a), len(b)) + 1) if common else 0.0
