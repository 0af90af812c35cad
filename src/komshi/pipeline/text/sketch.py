"""A small fingerprint of a text, made when it is read, so that two texts can be compared without keeping them.

It holds no word: hashes of word sequences (for copies), of word stems (for texts in one language), of names and of
numbers (for texts in two languages or scripts). Its form is versioned by its first characters.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from komshi.pipeline.text.spelling import name_key
from komshi.pipeline.text.tokens import Tokens

VERSION = "s1."
_SEQUENCES, _NAMES, _NUMBERS, _DIMENSIONS = 20, 24, 12, 256
_LEVELS = 7  # a dimension is stored in four bits: -7..7
_STEM = 6  # endings of the region's languages stand after the sixth letter of most content words
_SHORTEST_STEM = 5  # shorter words are mostly the small words of a language
_CACHE_SIZE = 300_000

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŠŽЀ-Я"
# A capital in the middle of a sentence is the sign of a name that both scripts and all languages share.
# The look behind stands after the capital: a search for one of a set of letters is quicker than one for a place.
_NAME = re.compile(rf"[{_UPPER}](?<=[a-zß-ÿćčđšžа-џ,] .)\w{{2,}}")
_YEAR = re.compile(r"(?:19|20)\d\d")

_words: dict[str, int] = {}
_name_codes: dict[str, int] = {}
Codes = npt.NDArray[Any]


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
    codes = []
    for word in tokens.words:
        try:
            codes.append(known[word])
        except KeyError:
            codes.append(known.setdefault(word, _word_codes(word)))
    table = np.array(codes, dtype=np.uint64)
    sequences = _smallest_sequences((table >> np.uint64(32)).astype(np.uint32))
    names = _first_distinct((_name_code(name) for name in _NAME.findall(text)), _NAMES) if text else []
    numbers = _numbers(folded, tokens)
    packed = bytes((len(sequences) // 3, len(names), len(numbers))) + sequences + _pack16(names) + _pack16(numbers)
    return VERSION + base64.urlsafe_b64encode(packed + _pack_vector(table.astype(np.uint32))).decode("ascii").rstrip(
        "="
    )


def read_sketch(sketch: str | None) -> Sketch | None:
    """Take a sketch apart; None for none, for another version and for one that was damaged."""
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


def _word_codes(word: str) -> int:
    """The hash of a word (upper 32 bits) and of its stem (lower 32, 0 for a word without a meaning of its own)."""
    stem = zlib.crc32(word[:_STEM].encode("utf-8")) if len(word) >= _SHORTEST_STEM and not word.isdigit() else 0
    return zlib.crc32(word.encode("utf-8")) << 32 | stem


def _smallest_sequences(words: Codes) -> bytes:
    """The smallest distinct hashes of runs of three words, 24 bits each: a sample that copies have in common."""
    if len(words) < 3:
        return b""
    mixed = words[:-2] * np.uint32(0x9E3779B1) ^ words[1:-1] * np.uint32(0x85EBCA77) ^ words[2:] * np.uint32(0xC2B2AE3D)
    mixed = (mixed ^ mixed >> np.uint32(15)) * np.uint32(0x2C1B3C6D)
    mixed >>= np.uint32(8)
    mixed.sort()
    smallest = mixed[_starts(mixed)[:_SEQUENCES]]
    return smallest.astype(">u4").view(np.uint8).reshape(-1, 4)[:, 1:].tobytes()


def _starts(ordered: Codes) -> Codes:
    """Where each distinct value of a sorted array begins (`np.unique` costs five times that on small arrays)."""
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.flatnonzero(new)


def _pack_vector(stems: Codes) -> bytes:
    """Word stems thrown into signed dimensions, a repeated one counting little more than once; four bits each."""
    stems.sort()
    edges = _starts(stems)
    counts = np.empty(len(edges), dtype=np.int64)
    if len(edges):
        np.subtract(edges[1:], edges[:-1], out=counts[:-1])
        counts[-1] = len(stems) - edges[-1]
    distinct = stems[edges]
    signs = np.where(distinct >> np.uint32(31), 1.0, -1.0) * (distinct != 0)
    weights = signs * np.sqrt(np.minimum(counts, 4))
    vector = np.bincount(distinct.astype(np.int64) & _DIMENSIONS - 1, weights=weights, minlength=_DIMENSIONS)
    largest = np.abs(vector).max()
    if largest:
        vector *= _LEVELS / largest
    levels = np.rint(vector).astype(np.int8) + 8
    return (levels[0::2] << 4 | levels[1::2]).astype(np.uint8).tobytes()


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
    for word, start, stop in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if word[0] > "9" or not word.isdigit():
            continue
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
    return np.array(codes, dtype=">u2").tobytes()


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
