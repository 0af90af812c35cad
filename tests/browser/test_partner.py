"""A CSO worker finds a partner across the border in three clicks, and reads why it is one."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo, sign_in


def test_a_cso_worker_finds_a_partner_across_the_border(page: Page, demo: Demo, elsewhere: list[str]) -> None:
    sign_in(page, demo, "member")
    page.get_by_role("link", name="Organisations", exact=True).click()
    own = page.locator(".note", has_text="your organisation").locator("strong").inner_text()
    page.get_by_role("link", name="Who else works on this", exact=True).first.click()
    page.wait_for_url(re.compile(r"/en/desk/network/\d+/#else"))
    section = page.get_by_role("region", name="Who else works on this")
    expect(section.get_by_role("heading", name="Across the border")).to_be_visible()
    first = section.get_by_role("listitem").first
    expect(first).to_contain_text(re.compile(r"Across the border: .+ km away"))
    expect(first).to_contain_text("Works on")
    expect(section.get_by_role("link", name=own, exact=True)).to_have_count(0)
    partner = first.get_by_role("link").inner_text()
    first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(partner)
    expect(page.get_by_role("region", name="Who else works on this").get_by_role("link", name=own)).to_be_visible()
    expect(page.locator("a[href^='mailto:'], a[href^='tel:'], dd a[rel]").first).to_be_visible()
    assert not elsewhere
