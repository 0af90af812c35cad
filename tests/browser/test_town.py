"""A resident finds their town and takes its sheet home."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Demo

PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")
STORY = "rs-trgoviste"
"""The town of the specimen of which most is known: effects, requests, helpers on both sides of a border."""
CUT = "all => all.filter(one => one.scrollHeight > one.clientHeight + 1).map(one => one.className)"
pytestmark = pytest.mark.browser


def test_a_resident_finds_their_town_without_javascript_and_the_words_behind_a_number(
    chromium: Browser, demo: Demo
) -> None:
    context = chromium.new_context(
        base_url=demo.url, java_script_enabled=False, locale="en-GB", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto("/en/")
    page.get_by_role("link", name="My town", exact=True).first.click()
    page.get_by_label("Your town or village").fill("Bicaj")
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(re.compile("/en/towns/al-kukes/$"))
    expect(page.locator("h1")).to_have_text(re.compile(r"Kukës: \d+ incidents? checked by people"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".confirmed ol a").first.click()
    expect(page.locator("main q").first).to_be_visible()
    context.close()


def test_the_fullest_town_prints_on_one_sheet_in_every_language(chromium: Browser, demo: Demo, tmp_path: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{demo.url}/en/towns/")
    towns = page.locator(".all-towns li:has(.meta)").evaluate_all(
        "all => all.map(one => [Number(one.querySelector('.meta').textContent), one.querySelector('a').pathname])"
    )
    page.emulate_media(media="print")
    languages = page.locator("a[hreflang]").evaluate_all("all => all.map(one => one.hreflang)")
    assert len(languages) == 8
    for path in (max(towns)[1], f"/en/towns/{STORY}/"):
        for language in languages:
            page.goto(demo.url + path.replace("/en/", f"/{language}/"))
            sheet = tmp_path / "sheet.pdf"
            page.pdf(path=sheet, prefer_css_page_size=True)
            assert len(PAGES.findall(sheet.read_bytes())) == 1, (path, language)
            expect(page.locator(".code")).to_be_visible()
            expect(page.locator("nav:visible, form:visible")).to_have_count(0)
            assert page.locator(".split.town, div.sheet").evaluate_all(CUT) == [], (path, language)
    page.close()
