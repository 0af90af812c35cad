"""Which amounts were read right: unit and amount have to agree, the name of the item does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from komshi.pipeline.types import Event

Amount = tuple[str, float]
_KILOGRAMS = {"t": 1000.0, "g": 0.001, "kg": 1.0}
_NEAR = 0.011


def compare_amounts(
    labels: Iterable[Mapping[str, Any]], events: Iterable[Event]
) -> tuple[int, list[Amount], list[Amount]]:
    """(how many were found, what was read besides, what was missed).

    Only subject amounts can be right. A label with `side` (a value, a fine) and an amount read in another role are
    neither right nor wrong.
    """
    wanted: list[Amount] = []
    side: list[Amount] = []
    for label in labels:
        amount = _amount(label.get("amount"), str(label.get("unit") or "pcs"))
        if amount is not None:
            (side if label.get("side") else wanted).append(amount)
    read: dict[Amount, bool] = {}
    for quantity in (q for event in events for q in event.quantities):
        amount = _amount(quantity.amount, quantity.unit)
        if amount is not None:
            read[amount] = read.get(amount, False) or quantity.role == "subject"
    found, besides = 0, []
    for amount in (a for a, subject in read.items() if subject):
        label_of_it = next((w for w in wanted if _same(amount, w)), None)
        if label_of_it is not None:
            wanted.remove(label_of_it)
            found += 1
        elif not any(_same(amount, s) for s in side):
            besides.append(amount)
    return found, besides, wanted


def _amount(value: Any, unit: str) -> Amount | None:
    if value is None:
        return None
    factor = _KILOGRAMS.get(unit)
    return ("kg", float(value) * factor) if factor else (unit, float(value))


def _same(a: Amount, b: Amount) -> bool:
    return a[0] == b[0] and abs(a[1] - b[1]) <= _NEAR * max(abs(a[1]), abs(b[1]), 1e-9)
