"""Charts of monthly counts, drawn on the server as SVG: bars from a zero baseline, what was read below, gaps hatched.

Each shape has a class, so that a page gives it the colours of light and dark, and its own colour beside it, so that
the same drawing stands by itself as a file. Made by an XML writer: nothing in it has to be escaped by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString, mark_safe

from komshi.observatory.base.pictures import FONT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDE, NARROW, SMALL = 860, 344, 168
"""Pixels across: of a desk's page, of a phone's page, and of one among many."""
_FILE = 800
"""Pixels across of a picture that is shared: most of its cost is in packing them."""
_TOP, _PLOT, _BETWEEN, _STRIP, _FOOT, _LEFT, _RIGHT = 56, 170, 34, 44, 42, 34, 6
_LETTER = 7.2
"""Pixels that a letter of the text takes at most, on average."""
_ROOM = 13
"""Pixels that a column needs for its number above it."""
_COLOURS = {
    "paper": "#ffffff", "ink": "#1c2326", "soft": "#59646a", "line": "#dad9d2", "bar": "#0a5a66", "open": "#0a5a66",
    "read": "#8a918f", "hatch": "#8a918f", "mark": "#e6e5de",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One month: its number (None: nothing was read), what was read, and a short name for the foot of the chart."""

    month: str
    name: str
    value: int | None
    read: int
    complete: bool = True


@dataclass(frozen=True)
class Words:
    """What the chart says in the reader's language. `lead`, `mark` and `notes` are for a file; a page has its own."""

    title: str
    description: str
    above: str
    below: str
    incomplete: str
    lead: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()


def chart(columns: Sequence[Column], words: Words, *, width: int = WIDE, alone: bool = False) -> SafeString:
    """The chart as SVG; `alone` for a file, with ground, heading and notes, in a size of its own."""
    drawing = _Drawing(columns, words, width=width, alone=alone)
    return _text(drawing.draw())


def small_chart(columns: Sequence[Column], *, name: str) -> SafeString:
    """A chart of the size of a word for a list of many, on a scale of its own; its text stands beside it."""
    height, gap = 44, f"{name}-gap"
    svg = _svg(SMALL, height)
    svg.set("aria-hidden", "true")
    step = SMALL / max(len(columns), 1)
    highest = max((c.value or 0 for c in columns), default=0) or 1
    if any(c.value is None for c in columns):
        _hatching(svg, gap)
        _add(svg, "path", d=_boxes(_gaps(columns, 0, step, 2, height - 3)), fill=f"url(#{gap})")
    done, undone = (_bars(columns, 0, step, (height - 1, height - 4), highest, complete=one) for one in (True, False))
    _add(svg, "path", "bar", d=_boxes(done))
    _add(svg, "path", "open", d=_boxes(undone), **{"fill-opacity": ".35"})
    _add(svg, "path", "line", d=f"M0 {height - 0.5}H{SMALL}")
    return _text(svg)


class _Drawing:
    """One chart on its way: where its panels lie, and the shapes that are in it."""

    def __init__(self, columns: Sequence[Column], words: Words, *, width: int, alone: bool) -> None:
        self.columns, self.words, self.width, self.alone = columns, words, width, alone
        self.name = f"chart{width}"
        self.lead = _wrapped(words.lead, width, size=18) if alone else []
        self.notes = [line for note in words.notes for line in _wrapped(note, width, size=13)] if alone else []
        self.step = (width - _LEFT - _RIGHT) / max(len(columns), 1)
        above = (24 * len(self.lead) + 12 if alone else 0) + (30 if alone and words.mark else 0)
        self.base = above + _TOP + _PLOT
        self.strip_base = self.base + _BETWEEN + _STRIP
        self.height = self.strip_base + _FOOT + (18 * len(self.notes) + 10 if self.notes else 0)
        self.highest = nice(max((c.value or 0 for c in columns), default=0))
        self.most_read = nice(max((c.read for c in columns), default=0))

    def draw(self) -> ET.Element:
        svg = _svg(self.width, self.height, alone=self.alone)
        svg.set("role", "img")
        svg.set("aria-labelledby", f"{self.name}-title {self.name}-text")
        _add(svg, "title", id=f"{self.name}-title").text = self.words.title
        _add(svg, "desc", id=f"{self.name}-text").text = self.words.description
        if self.alone:
            self._ground(svg)
        self._gaps(svg)
        self._panel(svg, (self.base, _PLOT), self.highest)
        self._panel(svg, (self.strip_base, _STRIP), self.most_read)
        left = 10 if self.alone else 0
        _write(svg, (left, self.base - _PLOT - 24), self.words.above, weight=600)
        _write(svg, (left, self.strip_base - _STRIP - 12), self.words.below, weight=600)
        bars = [
            _bars(self.columns, _LEFT, self.step, (self.base, _PLOT), self.highest, complete=one)
            for one in (True, False)
        ]
        _add(svg, "path", "bar", d=_boxes(bars[0]))
        _add(svg, "path", "open", d=_boxes(bars[1]), **{"fill-opacity": ".25", "stroke-dasharray": "4 3"})
        read = [(x, self.strip_base, w, c.read * _STRIP / self.most_read) for c, x, w in self._places() if c.read]
        _add(svg, "path", "read", d=_boxes(read))
        self._numbers(svg)
        self._foot(svg)
        return svg

    def _places(self) -> Iterator[tuple[Column, float, float]]:
        """Each column with its left edge and its width."""
        wide = min(self.step * 0.72, 34)
        for number, column in enumerate(self.columns):
            yield column, _LEFT + self.step * number + (self.step - wide) / 2, wide

    def _ground(self, svg: ET.Element) -> None:
        _add(svg, "rect", "paper", width=self.width, height=self.height)
        y = 0
        if self.words.mark:
            _add(svg, "rect", "mark", width=self.width, height=26)
            _write(svg, (10, 18), self.words.mark, size=14, weight=600)
            y = 30
        for line in self.lead:
            y += 24
            _write(svg, (10, y), line, size=18, weight=600)
        for number, line in enumerate(self.notes):
            _write(svg, (10, self.strip_base + _FOOT + 14 + 18 * number), line, tone="soft")

    def _gaps(self, svg: ET.Element) -> None:
        gaps = _gaps(self.columns, _LEFT, self.step, self.base - _PLOT, self.strip_base)
        if gaps:
            _hatching(svg, f"{self.name}-gap")
            _add(svg, "path", d=_boxes(gaps), fill=f"url(#{self.name}-gap)")

    def _panel(self, svg: ET.Element, panel: tuple[float, float], highest: int) -> None:
        """The two lines of an axis with their numbers."""
        (base, height), right = panel, self.width - _RIGHT
        _add(svg, "path", "line", d=f"M{_LEFT} {base - height}H{right}M{_LEFT} {base}H{right}")
        for y, number in ((base - height, highest), (base, 0)):
            _write(svg, (_LEFT - 6, y + 4), f"{number}", tone="soft", anchor="end")

    def _numbers(self, svg: ET.Element) -> None:
        """The number of each month above its bar; on a narrow chart with many months only the highest."""
        most = max((c.value or 0 for c in self.columns), default=0)
        for column, x, wide in self._places():
            if column.value is None or (self.step < _ROOM and column.value != most):
                continue
            y = self.base - column.value * _PLOT / self.highest - 5
            tone = "ink" if column.value else "soft"
            _write(svg, (x + wide / 2, y), f"{column.value}", tone=tone, anchor="middle")
        if self.columns and not self.columns[-1].complete:
            _write(svg, (self.width - _RIGHT, self.base - _PLOT - 42), self.words.incomplete, tone="soft", anchor="end")

    def _foot(self, svg: ET.Element) -> None:
        """Short names of months as room allows, and each year once."""
        apart = next(n for n in (1, 2, 3, 6, 12, 60, 600) if self.step * n >= 30)
        year = ""
        for number, (column, x, wide) in enumerate(self._places()):
            if (int(column.month[5:]) - 1) % apart == 0 if apart <= 12 else number % apart == 0:
                middle = min(x + wide / 2, self.width - 16)
                _write(svg, (middle, self.strip_base + 17), column.name, tone="soft", anchor="middle")
                if column.month[:4] != year:
                    year = column.month[:4]
                    _write(svg, (middle, self.strip_base + 34), year, tone="soft", anchor="middle")


Box = tuple[float, float, float, float]
"""Left edge, foot, width and height."""


def nice(number: int) -> int:
    """The number at the top of an axis: the next of 4, 5, 8, 10, 20 and their tens that is not smaller; at least 4."""
    scale = 1
    while True:
        for step in (4, 5, 8, 10, 20):
            if number <= step * scale:
                return step * scale
        scale *= 10


def _bars(
    columns: Sequence[Column], left: float, step: float, panel: tuple[float, float], highest: int, *, complete: bool
) -> list[Box]:
    base, height = panel
    wide = min(step * 0.72, 34)
    return [
        (left + step * number + (step - wide) / 2, base, wide, column.value * height / highest)
        for number, column in enumerate(columns)
        if column.value and column.complete is complete
    ]


def _gaps(columns: Sequence[Column], left: float, step: float, top: float, foot: float) -> list[Box]:
    return [(left + step * n, foot, step, foot - top) for n, column in enumerate(columns) if column.value is None]


def _boxes(boxes: Sequence[Box]) -> str:
    return "".join(f"M{x:.1f} {y:.1f}v{-high:.1f}h{wide:.1f}v{high:.1f}z" for x, y, wide, high in boxes)


def _svg(width: int, height: int, *, alone: bool = False) -> ET.Element:
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width} {height}"})
    if alone:
        svg.set("width", f"{_FILE}")
        svg.set("height", f"{round(height * _FILE / width)}")
    svg.set("font-family", f"{FONT}, sans-serif")
    svg.set("font-size", "13")
    return svg


def _add(parent: ET.Element, tag: str, tone: str = "", **attributes: str | float) -> ET.Element:
    """A shape in one of the colours, which a page may replace by its own for the class."""
    found = ET.SubElement(parent, tag)
    if tone:
        found.set("class", f"c-{tone}")
        if tone in ("line", "open", "hatch"):
            found.set("stroke", _COLOURS[tone])
        if tone not in ("line", "hatch"):
            found.set("fill", _COLOURS[tone])
    for name, value in attributes.items():
        found.set(name, value if isinstance(value, str) else f"{value:g}")
    return found


def _write(parent: ET.Element, at: tuple[float, float], text: str, *, tone: str = "ink", **style: str | float) -> None:
    """A line of text; `style`: size, weight, anchor."""
    found = _add(parent, "text", tone, x=round(at[0], 1), y=round(at[1], 1))
    names = {"size": "font-size", "weight": "font-weight", "anchor": "text-anchor"}
    for name, value in style.items():
        found.set(names[name], str(value))
    found.text = text


def _hatching(svg: ET.Element, name: str) -> None:
    pattern = _add(
        svg, "pattern", id=name, width=7, height=7, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    _add(pattern, "path", "hatch", d="M0 0V7", **{"stroke-width": 2})


def _wrapped(text: str, width: int, *, size: int) -> list[str]:
    """The text in lines that fit into the width."""
    most, lines = (width - 20) / (_LETTER * size / 13), [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(joined) > most:
            lines.append(word)
        else:
            lines[-1] = joined
    return [line for line in lines if line]


def _text(svg: ET.Element) -> SafeString:
    return mark_safe(ET.tostring(svg, encoding="unicode"))  # noqa: S308 - the XML writer has escaped it
