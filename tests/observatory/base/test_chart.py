from __future__ import annotations

import os
import re
from xml.etree import ElementTree as ET

import pytest

from komshi.observatory.base.chart import NARROW, WIDE, Column, Words, chart, nice, small_chart
from komshi.observatory.base.pictures import can_draw, png_of

WORDS = Words(
    title="Kukës & Bar: 9 <incidents>", description="January: 1.", above="Incidents a month", below="Articles read",
    incomplete="November 2026: not complete", lead="A heading that is said once more above the file " * 3,
    mark="Specimen", notes=("A note.",),
)  # fmt: skip
VALUES = [0, 1, 2, None, None, 4, 3, 0, 1, 2, 9, 1]
COLUMNS = [
    Column(f"2026-{n:02d}", f"M{n}", value, 0 if value is None else 30 * n, complete=n < 12)
    for n, value in enumerate(VALUES, 1)
]
SVG = "{http://www.w3.org/2000/svg}"


def test_a_chart_is_well_formed_and_says_what_it_shows() -> None:
    root = ET.fromstring(chart(COLUMNS, WORDS))
    assert root.get("role") == "img"
    assert [one.text for one in root[:2]] == [WORDS.title, WORDS.description]
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"


def test_bars_begin_at_zero_and_are_as_high_as_their_number() -> None:
    root = ET.fromstring(chart(COLUMNS, WORDS))
    (bars,) = [one.get("d") for one in root.iter(f"{SVG}path") if one.get("class") == "c-bar"]
    feet, heights = set(re.findall(r"M\S+ (\S+?)v", bars)), [-float(h) for h in re.findall(r"v(-\S+?)h", bars)]
    assert len(feet) == 1
    assert [round(h / max(heights) * 9) for h in heights] == [1, 2, 4, 3, 1, 2, 9]


def test_gaps_are_hatched_and_the_month_that_is_not_complete_is_drawn_apart() -> None:
    root = ET.fromstring(chart(COLUMNS, WORDS))
    (gaps,) = [one.get("d") for one in root.iter(f"{SVG}path") if (one.get("fill") or "").startswith("url(#")]
    (undone,) = [one.get("d") for one in root.iter(f"{SVG}path") if one.get("class") == "c-open"]
    assert gaps.count("M") == 2
    assert undone.count("M") == 1
    assert WORDS.incomplete in [one.text for one in root.iter(f"{SVG}text")]


def test_a_zero_is_written_and_a_gap_is_not() -> None:
    written = [one.text for one in ET.fromstring(chart(COLUMNS, WORDS)).iter(f"{SVG}text")]
    assert written.count("0") == 2 + 2  # two months, two axes
    assert "None" not in written


def test_a_chart_on_a_page_stays_small_and_holds_no_style_of_its_own() -> None:
    many = [Column(f"{2025 + n // 12}-{n % 12 + 1:02d}", "Jan", n, 100) for n in range(24)]
    for width in (WIDE, NARROW):
        drawn = chart(many, WORDS, width=width)
        assert len(drawn.encode()) < 10_000
        assert "style" not in drawn.replace("font-style", "")
    assert len(small_chart(many, name="a").encode()) < 2_500


def test_two_charts_of_one_page_share_no_id() -> None:
    ids = re.findall(r' id="([^"]+)"', "".join(chart(COLUMNS, WORDS, width=w) for w in (WIDE, NARROW)))
    assert len(ids) == len(set(ids)) == 6


def test_a_file_carries_its_mark_its_heading_and_its_notes() -> None:
    root = ET.fromstring(chart(COLUMNS, WORDS, alone=True))
    written = [one.text or "" for one in root.iter(f"{SVG}text")]
    assert "Specimen" in written
    assert "A note." in written
    assert sum("heading" in line for line in written) >= 2, "a long heading is broken into lines"


def test_a_file_becomes_a_picture_of_its_size() -> None:
    if not can_draw() and not os.environ.get("CI"):
        pytest.skip("the front end is not built here")
    drawn = chart(COLUMNS, WORDS, alone=True)
    picture = png_of(drawn)
    size = [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)]
    root = ET.fromstring(drawn)
    assert size == [int(root.get("width")), int(root.get("height"))]
    assert size[0] == 800


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (4, 4), (5, 5), (6, 8), (9, 10), (11, 20), (21, 40), (41, 50), (999, 1000), (1001, 2000)]
)
def test_an_axis_ends_at_a_round_number(most: int, top: int) -> None:
    assert nice(most) == top


def test_nothing_to_draw_is_no_error() -> None:
    assert ET.fromstring(chart([], WORDS)).tag == f"{SVG}svg"
    assert ET.fromstring(small_chart([], name="a")).tag == f"{SVG}svg"
