"""One amount said twice is one quantity: the title rounds, the text is exact, the list repeats the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from komshi.pipeline.read.how_much_units import GENERIC, base_amount
from komshi.pipeline.types import Quantity, QuantityRole

# A rounded amount is this near to the exact one (“a tonne and a half”: 1,600 kg).
_ROUNDED = 0.1
_MOST = 60
_MONEY = {"money", "counterfeit money"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity as one sentence states it."""

    quantity: Quantity
    sentence: int
    about: bool

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
    return tuple(one.quantity for one in kept)


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
        return True
    # Two exact figures are two amounts; one of another sentence that is called rounded, or stands in the title, is not.
    rounded = old.is_rounded or new.is_rounded or old.sentence == 0
    return rounded and old.sentence != new.sentence and abs(x - y) <= _ROUNDED * max(x, y)


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
    return replace(better, quantity=quantity, sentence=old.sentence)


def _digits(stated: Stated) -> int:
    """How many figures of an amount are not just zeros at its end."""
    amount = stated.quantity.amount
    return 0 if amount is None else len(f"{amount:.12g}".replace(".", "").rstrip("0"))
