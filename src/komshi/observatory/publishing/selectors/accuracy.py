"""How often the reader is right, as tables with numbers and intervals, from the figures that ship with Komshi."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from komshi.observatory.base.wording import language_name, number_words
from komshi.pipeline.evaluate.published import is_enough, read_published
from komshi.pipeline.evaluate.scores import ALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SENTENCES, REPORTS, REAL, SECOND = "sentences", "reports", "real", "second"
# Not the labelled set of our own: the models beside the rules are trained on it. The hardest comes first, as on a phone
# the last column is the first to be overlooked.
SETS = {
    SENTENCES: gettext_lazy("Sentences written after real pages"),
    REPORTS: gettext_lazy("Whole reports written after real pages"),
    REAL: gettext_lazy("Real sentences and articles, 2002–2021"),
}
FIELDS = {
    "relevance": gettext_lazy("Is the report about it at all"),
    "market": gettext_lazy("Market"),
    "type": gettext_lazy("What happened"),
    "country": gettext_lazy("Country"),
    "place_15km": gettext_lazy("Place, within 15 km"),
    "date": gettext_lazy("Day"),
    "quantities": gettext_lazy("Amounts"),
    "arrested": gettext_lazy("People arrested"),
    "status": gettext_lazy("How far the proceedings are"),
    "actors": gettext_lazy("People and firms in the text"),
    "role": gettext_lazy("Their role"),
    "accused_rightly": gettext_lazy("Called suspect, charged or convicted, and rightly so"),
}
_LANGUAGES = ("sq", "mk", "hbs", "en")


@dataclass(frozen=True)
class Cell:
    """A share in percent with its number of answers and its 95 % interval; `few`: too few answers for a share."""

    n: int
    percent: str = ""
    low: str = ""
    high: str = ""
    few: bool = False


@dataclass(frozen=True)
class Table:
    """A table of figures; a cell is None where nothing was asked."""

    heads: list[str]
    rows: list[tuple[str, list[Cell | None]]]


@dataclass(frozen=True)
class Tried:
    """One set in words: how many reports, and how many were right of those asked, in two fields."""

    reports: int
    market_right: int
    market_asked: int
    type_right: int
    type_asked: int


@dataclass(frozen=True)
class Agreed:
    """How often two labels of the same reports, made apart, are the same, of a hundred."""

    reports: int
    market: str
    kind: str
    amounts: str
    role: str


def by_set() -> Table:
    """Every field, all languages together, one column a set."""
    sets = _sets()
    rows: list[tuple[str, list[Cell | None]]] = [
        (str(title), [_cell(sets[name]["fields"].get(field, {}).get(ALL)) for name in SETS])
        for field, title in FIELDS.items()
    ]
    rows.append((_("Reports of one event joined"), [_cell(sets[name]["matching"]) for name in SETS]))
    return Table([str(title) for title in SETS.values()], rows)


def by_language(name: str) -> Table:
    """Every field of one set, one column a language that the set holds."""
    table = _sets()[name]["fields"]
    codes = [code for code in _LANGUAGES if any(code in row for row in table.values())]
    return Table(
        [language_name(code) for code in codes],
        [(str(title), _cells(table.get(field, {}), codes)) for field, title in FIELDS.items()],
    )


def tried(name: str) -> Tried:
    """One set in words."""
    found = _sets()[name]
    market, kind = found["fields"]["market"][ALL], found["fields"]["type"][ALL]
    return Tried(
        found["reports"], round(market["value"] * market["n"]), market["n"], round(kind["value"] * kind["n"]), kind["n"]
    )


def agreed() -> Agreed:
    """Labelled twice: no reader can be expected to agree with one labelling more often than the other does."""
    found = _sets()[SECOND]
    market, kind, amounts, role = (
        _percent(found["fields"][field][ALL]["value"]) for field in ("market", "type", "quantities", "role")
    )
    return Agreed(found["reports"], market, kind, amounts, role)


@cache
def _sets() -> Mapping[str, Any]:
    return read_published()


def _cells(row: Mapping[str, Any], codes: Sequence[str]) -> list[Cell | None]:
    return [_cell(row.get(code)) for code in codes]


def _cell(figure: Mapping[str, Any] | None) -> Cell | None:
    if figure is None or figure["value"] is None:
        return None
    if not is_enough(figure):
        return Cell(figure["n"], few=True)
    low, high = figure.get("low"), figure.get("high")
    return Cell(figure["n"], _percent(figure["value"]), _percent(low), _percent(high))


def _percent(share: float | None) -> str:
    return number_words(round(share * 100)) if share is not None else ""
