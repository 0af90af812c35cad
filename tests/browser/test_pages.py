"""Every page of a visitor and of a member: in two languages, without JavaScript, accessible, asking nobody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Demo, sign_in

PUBLIC = ("", "incidents/", "map/", "how-it-works/", "accounts/login/")
MEMBERS = ("desk/", "desk/incidents/", "desk/map/", "submit/paste/", "submit/file/", "submit/observation/", "sources/")
LANGUAGES = ("en", "sr-latn")


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page, a line each."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_accessible(page: Page, demo: Demo, language: str, path: str) -> None:
    response = page.goto(f"/{language}/{path}")
    assert response is not None
    assert response.status == 200
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_members_are_accessible(page: Page, demo: Demo, language: str) -> None:
    sign_in(page, demo)
    found = {}
    for path in MEMBERS:
        response = page.goto(f"/{language}/{path}")
        assert response is not None
        assert response.status == 200, path
        found[path] = violations(page)
    page.goto(f"/{language}/desk/")
    page.locator("ol.cards a").first.click()
    found["desk/<report>/"] = violations(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


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


def test_a_page_is_light_and_fits_a_phone(chromium: Browser, demo: Demo) -> None:
    context = chromium.new_context(base_url=demo.url, viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", 0))))
    for path in PUBLIC:
        page.goto(f"/en/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    sizes.clear()
    page.goto("/en/")
    page.wait_for_load_state("networkidle")
    context.close()
    assert sum(sizes) < 100_000


def test_the_language_switch_keeps_the_page(page: Page, demo: Demo) -> None:
    page.goto("/en/incidents/?country=AL")
    page.get_by_role("link", name="Srpski").or_(page.get_by_role("button", name="Srpski")).first.click()
    expect(page).to_have_url(re.compile("/sr-latn/incidents/"))


def test_axe_notices_a_fault(chromium: Browser, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<html lang=en><title>x</title><main><h1>x</h1><img src=x></main></html>", encoding="utf-8")
    page = chromium.new_page()
    page.goto(bad.as_uri())
    assert any("image-alt" in fault for fault in violations(page))
    page.close()
