"""One amount said twice is one quantity: the title rounds, the text is exact, the list repeats the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from komshi.pipeline.read.how_much_units import CONTAINERS, DRUGS, GENERIC, base_amount
from komshi.pipeline.types import Quantity, QuantityRole

# A rounded amount is this near to the exact one (“a tonne and a half”: 1,600 kg).
_ROUNDED, _OVER = 0.1, 0.2
"""How far apart two figures of one amount may be; and where the title says “over 2,000” and the text 2,340."""
# A rounded sum is this near to the parts that another sentence lists.
_OFF = 0.03
_MOST = 60
# Things of one sort: their parts may be added up.
_ALIKE = frozenset({"migrants", "vehicles", "weapons", "cannabis plants", "slot machines"})
_MONEY = {"money", "counterfeit money"}
# Goods that are weighed, in packets that are counted besides.
_WEIGHED = frozenset({"tobacco", "precursors", "fish", "meat"}) | {item.replace("_", " ") for item in DRUGS}


class Stated(NamedTuple):
    """A quantity as one sentence states it; `words` name the thing."""

    quantity: Quantity
    sentence: int
    about: bool
    words: tuple[str, ...] = ()

    @property
    def is_rounded(self) -> bool:
        """Whether the words say that the figure is not exact."""
        return self.about or self.quantity.low is not None or self.quantity.high is not None


def merged(stated: Sequence[Stated]) -> tuple[Quantity, ...]:
    """The quantities, each once, in the order in which they are first stated."""
    kept: list[Stated] = []
    for new in stated:
        for index, old in enumerate(kept):
            if _is_same(old, new):
                kept[index] = _joined(old, new)
                break
        else:
            if len(kept) < _MOST:
                kept.append(new)
    kept = _weighed(kept)
    sums = _sums(kept)
    parts = _parts(kept)
    return tuple(one.quantity for i, one in enumerate(kept) if i not in parts and not _is_sum(one, sums))


def _weighed(kept: list[Stated]) -> list[Stated]:
    """The quantities, packets of what is weighed besides no goods of their own: “*18 packets* of cannabis, 19.4 kg”."""
    weighed = {
        one.quantity.item
        for one in kept
        if one.quantity.role == "subject" and base_amount(1, one.quantity.unit)[0] == "mass"
    }
    return [
        one._replace(quantity=replace(one.quantity, role="background"))
        if one.quantity.item in weighed & _WEIGHED
        and one.quantity.unit in CONTAINERS - {"tablets"}
        and one.quantity.role == "subject"
        else one
        for one in kept
    ]


def _parts(kept: Sequence[Stated]) -> set[int]:
    """Things that are counted in parts behind their exact total: “22 migrants: 16 in a van and six in a car”."""
    by_thing: dict[tuple[str | None, str], list[int]] = {}
    for at, one in enumerate(kept):
        if one.quantity.role == "subject" and one.quantity.amount and one.quantity.item in _ALIKE:
            by_thing.setdefault((one.quantity.item, one.quantity.unit), []).append(at)
    parts: set[int] = set()
    for found in by_thing.values():
        first, *rest = found
        total = sum(kept[at].quantity.amount or 0.0 for at in rest)
        if len(rest) > 1 and total == kept[first].quantity.amount:
            parts.update(rest)
    return parts


def _sums(kept: Sequence[Stated]) -> dict[tuple[int, str], list[float]]:
    """The subject amounts of each sentence and unit."""
    sums: dict[tuple[int, str], list[float]] = {}
    for one in kept:
        if one.quantity.amount is not None and one.quantity.role == "subject" and not one.is_rounded:
            sums.setdefault((one.sentence, one.quantity.unit), []).append(one.quantity.amount)
    return sums


def _is_sum(one: Stated, sums: dict[tuple[int, str], list[float]]) -> bool:
    """Whether a rounded amount is only the sum of what another sentence lists (“over 4,500 items”: 1,240 and 3,315)."""
    amount, unit = one.quantity.amount, one.quantity.unit
    if amount is None or not one.is_rounded or one.quantity.role != "subject":
        return False
    return any(
        sentence != one.sentence and of == unit and len(parts) > 1 and 0 < abs(sum(parts) - amount) <= _OFF * amount
        for (sentence, of), parts in sums.items()
    )


def _is_same(old: Stated, new: Stated) -> bool:
    a, b = old.quantity, new.quantity
    if a.amount is None or b.amount is None:
        return (a.amount, a.low, a.high, a.unit, a.role) == (b.amount, b.low, b.high, b.unit, b.role)
    if not _same_item(a.item, b.item) or not (a.role == b.role or _repeats(old, new)):
        return False
    (dimension, x), (other, y) = base_amount(a.amount, a.unit), base_amount(b.amount, b.unit)
    if dimension != other:
        return False
    if x == y:
        # One sentence lists “one pistol, one rifle”: two things of one kind, unless the words are the same.
        apart = old.sentence == new.sentence and old.words and new.words and old.words != new.words
        return not (apart and a.unit == "pcs")
    # Two exact figures are two amounts; one of another sentence that is called rounded, or stands in the title, is not.
    rounded = old.is_rounded or new.is_rounded or old.sentence == 0
    near = _OVER if old.sentence == 0 and a.low == a.amount and x < y else _ROUNDED
    return rounded and old.sentence != new.sentence and abs(x - y) <= near * max(x, y)


def _repeats(old: Stated, new: Stated) -> bool:
    """Whether one amount is told twice, once where little says what part it plays: in the title, or as background."""
    return (old.quantity.amount, old.quantity.unit) == (new.quantity.amount, new.quantity.unit) and (
        (old.sentence == 0) != (new.sentence == 0) or "background" in {old.quantity.role, new.quantity.role}
    )


def _role(a: Quantity, b: Quantity) -> QuantityRole:
    """The part that one amount plays which two sentences tell: what words name comes before what is only assumed."""
    if a.role == b.role:
        return a.role
    return next((role for role in (b.role, a.role) if role not in {"subject", "background"}), "subject")


def _same_item(a: str | None, b: str | None) -> bool:
    return a == b or a is None or b is None or a in GENERIC or b in GENERIC or {a, b} == _MONEY


def _joined(old: Stated, new: Stated) -> Stated:
    """The more exact one of two, with the words of both as evidence; of two alike the one outside the title."""
    better = new if _digits(new) > _digits(old) or (_digits(new) == _digits(old) and old.sentence == 0) else old
    a, b = old.quantity, new.quantity
    item = better.quantity.item or a.item or b.item
    if item in GENERIC:
        item = next((one for one in (a.item, b.item) if one and one not in GENERIC), item)
    evidence = tuple(sorted({*a.evidence, *b.evidence}))
    quantity = replace(better.quantity, item=item, role=_role(a, b), evidence=evidence)
    return better._replace(quantity=quantity, sentence=old.sentence)


def _digits(stated: Stated) -> int:
    """How many figures of an amount are not just zeros at its end."""
    amount = stated.quantity.amount
    return 0 if amount is None else len(f"{amount:.12g}".replace(".", "").rstrip("0"))
