"""The picture of a town for sharing: its sentence, the map around it, and where to read more."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from komshi.observatory.base.pictures import FONT, png_of
from komshi.observatory.base.today import today
from komshi.observatory.base.wording import country_name, day_words
from komshi.observatory.publishing.selectors import towns as selectors

if TYPE_CHECKING:
    from komshi.observatory.base.drawing import Drawing
    from komshi.observatory.base.towns import Town

_SIZES = ((4, 17, 58), (5, 21, 47), (7, 28, 36))
"""How many lines of how many letters fit at which size of letters, the largest first."""
_FIRST_LINE = 190
_WIDE = 1088
"""Room between the margins."""
_LETTER = 0.52
"""How wide a letter is, in sizes of the letters: Cyrillic ones, which are wider than Latin ones."""


@dataclass(frozen=True)
class Line:
    """One line of the sentence, and where it stands."""

    y: int
    text: str


@dataclass(frozen=True)
class Card:
    """Everything that is on the picture."""

    lines: list[Line]
    size: int
    also: str
    also_y: int
    country: str
    drawing: Drawing
    day: str
    address: str
    assurance: str
    specimen: list[str]
    specimen_size: float


def card_svg(town: Town, *, address: str) -> str:
    """The picture as a drawing; the same facts give the same text."""
    lines, size = _lines(selectors.heading(town))
    invented = _("Everything here is invented for trying Komshi out: no person, firm, outlet or event is real.")
    specimen = [_("Specimen"), invented] if settings.KOMSHI_DEMO else []
    card = Card(
        lines=lines,
        size=size,
        also=town.also,
        also_y=lines[-1].y + 52,
        country=country_name(town.country),
        drawing=selectors.surroundings(town),
        day=day_words(today()),
        address=address.partition("://")[2],
        assurance=_("Reports that people have checked, without names. It accuses nobody."),
        specimen=specimen,
        specimen_size=min(23, round(_WIDE / (_LETTER * max(1, len(" · ".join(specimen)))), 1)),
    )
    return render_to_string("publishing/town_card.svg", {"card": card, "font": FONT})


@lru_cache(maxsize=64)
def card_png(svg: str) -> bytes:
    """The drawing as PNG; kept for a while, because a shared link is opened many times."""
    return png_of(svg)


def _lines(sentence: str) -> tuple[list[Line], int]:
    """The sentence in lines, in the largest size that it fits in."""
    fitting = (one for one in _SIZES if len(textwrap.wrap(sentence, one[1])) <= one[0])
    most, letters, size = next(fitting, _SIZES[-1])
    step = round(size * 1.2)
    lines = textwrap.wrap(sentence, letters, max_lines=most, placeholder="…")
    return [Line(_FIRST_LINE + number * step, line) for number, line in enumerate(lines)], size
