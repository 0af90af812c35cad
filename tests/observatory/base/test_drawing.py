from __future__ import annotations

import re

from django.template.loader import render_to_string

from komshi.observatory.base.drawing import WIDTH, Point, drawing
from komshi.observatory.base.labels import _box, _overlap

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


def test_a_helper_where_something_was_reported_stands_beside_it_in_another_form() -> None:
    point, helper = Point(*BAR, "one", "/1"), Point(*BAR, "Luma", "/helper")
    report, helps = drawing([point], several="", helpers=[helper]).dots
    assert (report.helps, helps.helps) == (False, True)
    assert helps.x > report.x
    assert helps.y < report.y
    svg = render_to_string("includes/drawing.html", {"drawing": drawing([], several="", helpers=[helper])})
    assert '<path class="dot helps"' in svg
    assert "<circle" not in svg


def test_a_dot_stands_where_most_happened_and_says_how_many_in_all() -> None:
    few, many = Point(42.2, 19.2, "few", "/few", 2), Point(*BAR, "many", "/many", 30)
    (dot,) = drawing([few, many], several="/all").dots
    assert (dot.number, dot.title, dot.address) == (32, "32 incidents: many; few", "/all")
    assert (dot.x, dot.y) == drawing([], several="").frame.project(BAR[1], BAR[0])


def test_points_of_one_group_lead_to_it_and_a_title_is_said_only_when_it_is_shown() -> None:
    said = []

    def title() -> str:
        said.append(1)
        return "x"

    points = [Point(*BAR, title, f"/{n}", group="/helpers") for n in range(50)]
    (dot,) = drawing([], several="/all", helpers=points).dots
    assert dot.address == "/helpers"
    assert len(said) < 10


def test_countries_of_which_nothing_was_read_are_hatched() -> None:
    svg = render_to_string("includes/drawing.html", {"drawing": drawing([], several="", gaps=["AL"])})
    assert svg.count('fill="url(#hatch)"') == 1
    assert "<pattern" not in render_to_string("includes/drawing.html", {"drawing": drawing([], several="")})


def test_a_window_around_a_town_shows_what_is_near_and_names_the_towns_there() -> None:
    kukes = (42.0769, 20.4219)
    drawn = drawing([Point(*kukes, "here", "/1"), Point(44.8, 20.46, "far", "/2")], several="", around=kukes)
    assert [dot.title for dot in drawn.dots] == ["here"]
    names = {label.name: label.kind for label in drawn.labels}
    assert names["Kukës"] == "here"
    assert "town" in names.values()
    numbers = [float(n) for land in drawn.lands for n in re.findall(r"-?\d+", land.path)]
    assert min(numbers) >= -10
    assert max(numbers) <= WIDTH + 10


def test_names_of_towns_never_cover_each_other() -> None:
    drawn = drawing([], several="", around=(41.33, 19.82), kilometres=80)
    boxes = [_box((label.x, label.y), label.lines) for label in drawn.labels]
    assert len(boxes) > 3
    for number, box in enumerate(boxes):
        assert not _overlap(box, boxes[:number])
