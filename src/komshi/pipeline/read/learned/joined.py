"""Networks that are asked by the same words, side by side: a word is looked up once for all of them.

Most of a network's time goes to look-ups, each of which waits for memory.
"""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING

from komshi.pipeline.read.learned.network import LANE, Network, blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from komshi.pipeline.read.learned.network import Features, Sums


class Joined:
    """Adds up what features say to the units of all networks at once; `networks` have rows as they are written."""

    def __init__(self, networks: Mapping[str, Network]) -> None:
        widths = [network.width for network in networks.values()]
        written = [(network.rows, blank(network.width)) for network in networks.values()]
        names = dict.fromkeys(chain.from_iterable(rows for rows, _ in written))
        joined: dict[str, str | int] = {
            name: "".join([rows.get(name, nothing) for rows, nothing in written]) for name in names
        }
        self._all = Network(joined, hidden=[0.0] * sum(widths), out={})
        self._parts = dict(zip(networks, zip(accumulate(widths, initial=0), widths, strict=False), strict=True))

    def sums(self, features: Features) -> dict[str, Sums]:
        """What features say, for each network."""
        said = self._all.sums(features)
        strength = said >> LANE * self._all.width
        return {
            question: said >> LANE * at & (1 << LANE * width) - 1 | strength << LANE * width
            for question, (at, width) in self._parts.items()
        }
