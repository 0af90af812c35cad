"""A small network for one question: one hidden layer, whose units can tell what single words cannot tell alone.

The weights of a feature for all units are one whole number, a unit every 32 bits: adding such numbers adds all units at
once, several times as fast as arrays do for so few units, and nothing has to be loaded for it.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from math import exp, tanh
from operator import mul
from struct import Struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Features = dict[str, int]
"""How strongly each feature is there, in parts. The names of those that the rules answered begin with `=`."""
WHOLE = 20
"""So many parts are a whole feature."""
PARTS = 32
"""Weights are kept as whole parts of so many, in one byte: -4 to 4."""
_BYTES = 4
LANE = 8 * _BYTES
"""Bits of a unit."""
# A byte holds a weight as one of 0..255, so that no unit borrows from its neighbour.
_MIDDLE = 128
# As signed bytes plus the middle: the highest bit turned.
_TURNED = bytes(byte ^ _MIDDLE for byte in range(256))
Sums = int
"""What features say to all hidden units, a unit every 32 bits, and above them the strength of those that are known."""


class Network:
    """What features say for each answer: each hidden unit sums them, and its tangent speaks for and against answers."""

    def __init__(
        self, weights: dict[str, int | str], *, hidden: Sequence[float], out: Mapping[str, Sequence[float]]
    ) -> None:
        # A row as it is written becomes a number when it is first asked for: a report asks for one in a hundred.
        self._weights = weights
        self._hidden = hidden
        self._out = out
        self._units = Struct(f"<{len(hidden)}I")
        self._sums = Struct(f"<{len(hidden)}IQ")

    def sums(self, features: Features, start: Sums = 0) -> Sums:
        """What features say; `start` is what others have said already."""
        weight_of = self._weights.get
        # Features of one strength mostly follow each other: they are added up before they are multiplied.
        alike = strength = 0
        for name, value in features.items():
            weight = weight_of(name)
            if weight is None:
                continue
            if type(weight) is not int:
                weight = self._number(name)
            if value == strength:
                alike += weight
            else:
                start += alike * strength
                alike, strength = weight, value
        return start + alike * strength

    def shares(self, features: Features, said: Sums = 0) -> dict[str, float]:
        """How likely each answer is; they add up to one. `said` is what other features have said already."""
        units = [tanh(each) for each in self._each(self.sums(features, said))]
        units.append(1.0)
        loud = {answer: sum(map(mul, units, weights)) for answer, weights in self._out.items()}
        most = max(loud.values())
        each = {answer: exp(said - most) for answer, said in loud.items()}
        whole = sum(each.values())
        return {answer: share / whole for answer, share in each.items()}

    def speaks_for(self, features: Features, answer: str) -> list[str]:
        """The features that speak for an answer where its units stand, those that do so most first."""
        units = map(tanh, self._each(self.sums(features)))
        slopes = [(1 - unit * unit) * wanted for unit, wanted in zip(units, self._out[answer], strict=False)]
        middle, size = _MIDDLE * sum(slopes), self._units.size
        said: dict[str, float] = {}
        for name in sorted(features):
            if name in self._weights:
                weights = self._units.unpack(self._number(name).to_bytes(self._sums.size, "little")[:size])
                said[name] = features[name] * (sum(map(mul, weights, slopes)) - middle)
        return sorted((name for name, much in said.items() if much > 0), key=lambda name: -said[name])

    def _number(self, name: str) -> int:
        """The weights of a feature for all units as one number, and a one above them."""
        row = self._weights[name]
        if isinstance(row, str):
            row = self._weights[name] = _spread(row) | 1 << LANE * len(self._hidden)
        return row

    def _each(self, sums: Sums) -> list[float]:
        """What each hidden unit adds up to."""
        *added, strength = self._sums.unpack(sums.to_bytes(self._sums.size, "little"))
        middle, parts = _MIDDLE * strength, 1 / (PARTS * WHOLE)
        return [(one - middle) * parts + own for one, own in zip(added, self._hidden, strict=True)]

    @property
    def features(self) -> list[str]:
        """The names of all features that are known."""
        return list(self._weights)

    @property
    def rows(self) -> Mapping[str, str]:
        """The weights of each feature as they are written."""
        return {name: row for name, row in self._weights.items() if isinstance(row, str)}

    @property
    def width(self) -> int:
        """How many hidden units there are."""
        return len(self._hidden)


def blank(width: int) -> str:
    """The row of a feature that says nothing to so many units (a multiple of three)."""
    return b2a_base64(bytes(width), newline=False).decode("ascii")


def _spread(row: str) -> int:
    """A row as it is written, as a number with a unit every 32 bits."""
    weights = a2b_base64(row).translate(_TURNED)
    wide = bytearray(_BYTES * len(weights))
    wide[::_BYTES] = weights
    return int.from_bytes(wide, "little")


def network_from(data: Mapping[str, Any]) -> Network:
    """A network from what `scripts/train_network.py` writes, parsed: a row of the letters of base 64 for each feature,
    a byte for each unit, and for each answer the weights of the units, the last one said without any feature.
    """
    return Network(data["features"], hidden=data["hidden"], out=data["out"])
