from __future__ import annotations

import re

from django.template.loader import render_to_string

from komshi.observatory.base.drawing import WIDTH, Point, drawing

BAR, DURRES = (42.093, 19.1), (41.323, 19.441)


def test_points_far_apart_are_dots_of_their_own_and_lead_to_their_pages() -> None:
    drawn = drawing([Point(*BAR, "one", "/1"), Point(44.8, 20.46, "two", "/2")], several="/list")
    assert {(dot.number, dot.address) for dot in drawn.dots} == {(1, "/1"), (1, "/2")}
    assert all(0 < dot.x < WIDTH and 0 < dot.y < drawn.frame.height for dot in drawn.dots)


def test_north_is_up_and_east_is_right() -> None:
    frame = drawing([], several="").frame
    assert frame.project(19.1, 42.0)[1] < frame.project(19.1, 41.0)[1]
    assert frame.project(20.0, 42.0)[0] > frame.project(19.0, 42.0)[0]


def test_points_close_together_become_one_larger_dot_with_their_number() -> None:
    (dot,) = drawing([Point(*BAR, f"n{n}", f"/{n}") for n in range(9)], several="/list").dots
    assert (dot.number, dot.address) == (9, "/list")
    assert dot.radius > drawing([Point(*BAR, "x", "/")], several="").dots[0].radius


def test_a_point_outside_the_window_is_left_out() -> None:
    assert drawing([Point(48.85, 2.35, "far", "/")], several="").dots == []


def test_the_drawing_escapes_what_it_is_given_and_weighs_little() -> None:
    svg = render_to_string(
        "includes/drawing.html", {"drawing": drawing([Point(*DURRES, "<b>&", "/x?a=1&b=2")], several="")}
    )
    assert "<b>" not in svg
    assert re.search(r'cx="[\d.]+"', svg)
    assert len(svg.encode()) < 60_000
