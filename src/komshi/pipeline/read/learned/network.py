"""A small network for one question: one hidden layer, whose units can tell what single words cannot tell alone."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

PARTS = 32
"""Weights of features are kept as whole parts of so many, in one byte: -4 to 4."""
UNITS = 36
"""Units of the hidden layer; a multiple of three, so that the bytes of a row make whole characters."""


class Network:
    """What features say for each answer: each hidden unit sums them, and its tangent speaks for and against answers."""

    def __init__(self, answers: list[str], features: Mapping[str, Floats], *, hidden: Floats, out: Floats) -> None:
        self.answers = answers
        self._number = {name: at for at, name in enumerate(features)}
        self._weights = np.array([*features.values()], dtype=np.float32).reshape(len(features), len(hidden))
        self._hidden = hidden
        self._out = out

    def shares(self, features: Mapping[str, float]) -> dict[str, float]:
        """How likely each answer is; they add up to one."""
        number = self._number
        known = [name for name in features if name in number]
        values = np.array([features[name] for name in known], dtype=np.float32)
        sums = values @ self._weights[[number[name] for name in known]] if known else 0.0
        said = np.append(np.tanh(sums + self._hidden), np.float32(1)) @ self._out
        each = np.exp(said - said.max())
        return dict(zip(self.answers, (each / each.sum()).tolist(), strict=True))

    def speaks_for(self, features: Mapping[str, float], answer: str) -> list[str]:
        """The features without which the answer would be less likely, those that it needs most first."""
        number = self._number
        known = [name for name in sorted(features) if name in number]
        if not known:
            return []
        values = np.array([features[name] for name in known], dtype=np.float32)[:, None]
        given = values * self._weights[[number[name] for name in known]]
        units = given.sum(axis=0) + self._hidden
        wanted = self._out[:-1, self.answers.index(answer)]
        lost = (np.tanh(units) - np.tanh(units - given)) @ wanted
        return [known[at] for at in np.argsort(-lost, kind="stable") if lost[at] > 0]

    @property
    def features(self) -> list[str]:
        """The names of all features that are known."""
        return list(self._number)


def network_from(data: Mapping[str, Any]) -> Network:
    """A network from what `network_as_text` writes, parsed."""
    names, rows = list(data["features"]), "".join(data["features"].values())
    whole = np.frombuffer(base64.b64decode(rows), dtype=np.int8).reshape(len(names), -1)
    features = dict(zip(names, whole.astype(np.float32) / PARTS, strict=True))
    hidden, out = (np.array(data[part], dtype=np.float32) for part in ("hidden", "out"))
    return Network(data["answers"], features, hidden=hidden, out=out)


def network_as_text(answers: list[str], features: Mapping[str, Floats], *, hidden: Floats, out: Floats) -> str:
    """A network as text: one line a feature, in their order. The last row of `out` speaks without any feature."""
    lines = []
    for name in sorted(features):
        row = np.clip(np.rint(features[name] * PARTS), -127, 127).astype(np.int8)
        written = base64.b64encode(row.tobytes()).decode("ascii")
        lines.append(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(written)}")
    head = {"answers": answers, "hidden": _rounded(hidden), "out": _rounded(out)}
    return f'{json.dumps(head)[:-1]}, "features": {{\n' + ",\n".join(lines) + "\n}}\n"


def _rounded(numbers: Floats) -> Any:
    return np.round(numbers.astype(float), 4).tolist()
