"""The map as a person without a mouse uses it, and as one without scripts does: map, list and address say the same."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Demo
from tests.browser.test_pages import violations

_MOST_TABS = 120
_SLOWLY = 30_000


def number(page: Page, selector: str) -> int:
    """The first number in the text of an element."""
    found = re.search(r"[\d,]+", page.locator(selector).inner_text())
    assert found
    return int(found.group().replace(",", ""))


def settled(page: Page, *, whole: bool = True) -> None:
    """Waits until the list tells of the filter in the address, and on the whole map the points of as many incidents.

    In a part of the map a cluster stands where most of it is: it may count what lies just outside.
    """
    query = parse_qs(urlsplit(page.url).query)
    wanted = "&".join(f"{key}={query[key][0]}" for key in query if key != "at") or "all"
    expect(page.locator("#map")).to_have_attribute("data-ready", wanted, timeout=_SLOWLY)
    expect(page.locator("#map")).to_have_attribute("aria-busy", "false", timeout=_SLOWLY)
    in_list = str(number(page, "[data-step=status]")) if whole else re.compile(".")
    expect(page.locator("#map")).to_have_attribute("data-shown", in_list, timeout=_SLOWLY)


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the element has the focus."""
    for _press in range(_MOST_TABS):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {selector}")


def test_the_map_is_used_by_keyboard_and_its_address_is_its_state(page: Page, demo: Demo) -> None:
    page.goto("/en/map/")
    settled(page)
    everything = number(page, "h1")
    expect(page.locator("#drawing")).to_be_hidden()
    status = page.locator("[data-step=status]")
    assert page.locator(".spot.helps").count() > 0
    assert violations(page) == []

    # Into the map, from point to point, out again, closer.
    tab_to(page, "#map canvas")
    page.keyboard.press("Tab")
    first = page.locator(".spot:focus")
    expect(page.locator(".caption")).to_have_text(first.get_attribute("aria-label") or "?")
    page.keyboard.press("Escape")
    expect(page.locator("#map canvas")).to_be_focused()
    tab_to(page, "button.spot")
    whole = status.inner_text()
    inside = int(page.locator(".spot:focus").get_attribute("data-n") or 0)
    page.keyboard.press("Enter")
    expect(status).not_to_have_text(whole, timeout=_SLOWLY)
    settled(page, whole=False)
    expect(page.locator(".spot:focus")).to_be_visible()
    assert inside <= number(page, "[data-step=status]") < everything
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(status).to_have_text(whole, timeout=_SLOWLY)
    settled(page)

    # The time line: list, points and address follow it, and so does the select.
    tab_to(page, "#since")
    for _press in range(6):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=20"), timeout=_SLOWLY)
    settled(page)
    month = page.locator("#from option:checked").inner_text()
    expect(page.locator("#since")).to_have_attribute("aria-valuetext", month)
    fewer = number(page, "h1")
    assert 0 < fewer < everything

    # What was chosen is still there after a reload, and gone again one step back.
    page.reload()
    settled(page)
    assert (number(page, "h1"), page.locator("#from option:checked").inner_text()) == (fewer, month)
    page.go_back()
    expect(page.locator("#from")).to_have_value("")
    settled(page)
    assert number(page, "h1") == everything

    # Organisations can be left out, of the map and of the list.
    tab_to(page, "#helpers")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("helpers=0"))
    expect(page.locator(".spot.helps")).to_have_count(0)
    expect(page.locator(".helping")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.locator(".helping")).to_have_count(1)
    expect(page).not_to_have_url(re.compile("helpers=0"))


def test_without_scripts_the_map_is_a_drawing_and_a_list(chromium: Browser, demo: Demo) -> None:
    context = chromium.new_context(base_url=demo.url, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto("/en/map/?helpers=0")
    expect(page.locator("#map, #period")).to_have_count(2)
    expect(page.locator("#map")).to_be_hidden()
    expect(page.locator("#period")).to_be_hidden()
    assert page.locator("svg.ground circle.dot").count() > 0
    assert page.locator("svg.ground .helps").count() == 0
    everything = number(page, "h1")
    page.get_by_label("Show who helps").check()
    page.locator("#from").select_option(index=4)
    page.get_by_role("button", name="Show", exact=True).click()
    assert 0 < number(page, "h1") < everything
    assert page.locator("svg.ground .helps").count() > 0
    expect(page.locator("#from")).not_to_have_value("")
    page.locator("#map-list a").first.click()
    expect(page).to_have_url(re.compile(r"/en/incidents/\w+/"))
    context.close()
