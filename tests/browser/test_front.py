"""From each kind of number on the first page to the words behind it, in three clicks at most, without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Demo

pytestmark = pytest.mark.browser
CLICKS = 3
NUMBERS = {
    "all that is checked": ".counts a",
    "one country": "table.checked a",
    "a dot with a number": "svg.ground a:has(circle):has(.count)",
    "a dot without one": "svg.ground a:has(circle):not(:has(.count))",
    "what changed": ".changes a",
    "the latest": "main h3 > a[href*='/incidents/']",
    "a request that runs": ".filings a[href*='/incidents/']",
    "the door": ".doors a",
}
INCIDENT = re.compile(r"/en/incidents/[a-z0-9]+/$")


def clicks_to_the_words(page: Page, first: str) -> int:
    """How often a reader clicks, from this link of the first page to words of a report; always on the first way on."""
    page.goto("/en/")
    page.locator(first).first.click()
    for clicks in range(1, CLICKS + 1):
        page.wait_for_load_state()
        if page.locator("main q:visible").count():
            return clicks
        links = page.locator("main ol a:visible, main table a:visible, main svg a:visible")
        addresses = links.evaluate_all(
            "all => all.map(one => new URL(one.href.baseVal ?? one.href, location).pathname)"
        )
        way = next((number for number, address in enumerate(addresses) if INCIDENT.search(address)), 0)
        links.nth(way).click()
    return CLICKS + 1


@pytest.mark.parametrize("size", [{"width": 360, "height": 740}, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_the_words_behind_every_kind_of_number_are_three_clicks_away(
    chromium: Browser, demo: Demo, size: dict[str, int]
) -> None:
    context = chromium.new_context(base_url=demo.url, java_script_enabled=False, locale="en-GB", viewport=size)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/en/")
    kinds = {kind: first for kind, first in NUMBERS.items() if page.locator(first).count()}
    assert set(NUMBERS) - set(kinds) <= {"a dot without one"}
    found = {kind: clicks_to_the_words(page, first) for kind, first in kinds.items()}
    assert {kind: clicks for kind, clicks in found.items() if clicks > CLICKS} == {}
    context.close()


def test_the_map_is_walked_and_passed_over_by_keyboard(page: Page, demo: Demo) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="Skip the map").focus()
    page.keyboard.press("Tab")
    dot = page.locator("svg.ground a:focus .dot")
    expect(dot).to_have_count(1)
    assert dot.evaluate("dot => parseFloat(getComputedStyle(dot).strokeWidth)") >= 3
    page.get_by_role("link", name="Skip the map").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('svg')")
