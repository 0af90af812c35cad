"""An analyst enters the specimen by its door, reviews three reports by keyboard, and sees the public map change."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo


def checked(page: Page) -> int:
    """How many incidents the public list counts."""
    page.goto("/en/incidents/")
    found = re.match(r"\d+", page.locator("main h1").inner_text())
    assert found
    return int(found.group())


def mapped(page: Page) -> int:
    """How many incidents the points of the public map stand for."""
    features = page.request.get("/en/map/points.json").json()["features"]
    return sum(feature["properties"].get("n", 1) for feature in features)


def test_an_analyst_reviews_three_reports_by_keyboard_and_the_public_map_changes(page: Page, demo: Demo) -> None:
    incidents, points = checked(page), mapped(page)
    page.goto("/en/tour/?")
    page.get_by_role("button", name=re.compile("analyst")).click()
    # The page is whole only then: keys that are pressed before its script has come are lost.
    page.wait_for_url(re.compile(r"/en/desk/\?tour=7"))
    page.keyboard.press("Enter")
    for turn in range(3):
        page.wait_for_url(re.compile(r"/en/desk/\d+/"))
        here = page.url
        expect(page.locator("mark").first).to_be_visible()
        page.keyboard.press("a")
        if turn < 2:
            page.wait_for_url(lambda url, here=here: url != here)
    expect(page.get_by_text("Accepted", exact=False).first).to_be_visible()
    page.context.clear_cookies()
    assert checked(page) > incidents
    assert mapped(page) > points
