"""Every page that links lead to, of a visitor and of a member: in every language, light and dark, phone and desk.

Each page is looked at in one language, the next page in the next one, so that all pages and all languages come up;
`tests/long` looks at every page in every language.
"""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import in_language, walk
from tests.browser.conftest import Demo, sign_in

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
WAYS = [(PHONE, "light"), (DESK, "dark"), (PHONE, "dark"), (DESK, "light")]
PUBLIC = {
    "publishing:home", "publishing:towns", "publishing:town", "publishing:incidents", "publishing:incident",
    "publishing:map", "publishing:trends", "publishing:helpers", "publishing:helper", "publishing:how",
    "publishing:method", "publishing:data_protection", "try:page", "tour", "account_login",
}  # fmt: skip
MEMBERS = {
    "desk:queue", "desk:reading", "desk:correct", "incidents:list", "incidents:map", "incidents:page",
    "sources:paste", "sources:file", "sources:observation", "sources:list",
}  # fmt: skip


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page, a line each."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with a page: its status, its language, its width, and what axe-core finds."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"script: {error}"))
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        return [f"answers {answer and answer.status}"]
    language = page.evaluate("document.documentElement.lang")
    if language.lower() != address.split("/")[1]:
        errors.append(f"is in {language}")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        errors.append(f"is {page.evaluate('document.documentElement.scrollWidth')} pixels wide")
    return errors + violations(page)


def all_faults(page: Page, addresses: dict[str, str]) -> dict[str, list[str]]:
    """Faults of pages, each in the next language and the next of WAYS."""
    found = {}
    ways, languages = cycle(WAYS), cycle(LANGUAGES)
    for _kind, address in sorted(addresses.items()):
        size, scheme = next(ways)
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        where = in_language(address, next(languages))
        if wrong := faults(page, where):
            found[f"{where} {size['width']} {scheme}"] = wrong
    return found


def test_every_public_page_is_reached_by_links_and_is_accessible(page: Page, demo: Demo) -> None:
    addresses = walk(demo.url)
    assert set(addresses) >= PUBLIC
    assert all_faults(page, addresses) == {}


def test_every_page_of_members_is_reached_by_links_and_is_accessible(page: Page, demo: Demo) -> None:
    sign_in(page, demo)
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
    addresses = walk(demo.url, start="/en/desk/", cookies=cookies)
    addresses = {kind: address for kind, address in addresses.items() if kind not in PUBLIC}
    assert set(addresses) >= MEMBERS
    assert all_faults(page, addresses) == {}


def test_a_visitor_without_javascript_reads_map_list_and_incident(chromium: Browser, demo: Demo) -> None:
    context = chromium.new_context(base_url=demo.url, java_script_enabled=False, locale="sr-Latn-RS")
    page = context.new_page()
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^sr-latn$", re.IGNORECASE))
    page.goto("/sr-latn/map/")
    expect(page.locator("main svg").first).to_be_visible()
    page.goto("/sr-latn/incidents/")
    page.locator("ol.cards a, main table a").first.click()
    expect(page.locator("main h1")).to_be_visible()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_switch_keeps_the_page_and_its_question(page: Page, demo: Demo, language: str) -> None:
    other = LANGUAGES[LANGUAGES.index(language) - 1]
    page.goto(f"/{other}/incidents/?country=AL")
    link = page.locator(f"header a[hreflang='{language}']").first
    if not link.is_visible():
        page.locator("header details summary").first.click()
    link.click()
    expect(page).to_have_url(re.compile(rf"/{language}/incidents/\?country=AL"))
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}$", re.IGNORECASE))


def test_axe_notices_a_fault(chromium: Browser, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<html lang=en><title>x</title><main><h1>x</h1><img src=x></main></html>", encoding="utf-8")
    page = chromium.new_page()
    page.goto(bad.as_uri())
    assert any("image-alt" in fault for fault in violations(page))
    page.close()
