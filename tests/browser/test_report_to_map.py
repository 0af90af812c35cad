"""The whole way as a person goes it: paste a report, review it by keyboard, find it on the public map without names."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo, sign_in

REPORT = (
    "Policija je u utorak u Prokuplju zaplenila 37 kilograma heroina sakrivenog u rezervoaru automobila. "
    "Uhapšen je vozač Vukosav Trnjaković (44), koji se sumnjiči za neovlašćenu proizvodnju i stavljanje u promet "
    "opojnih droga. Tužilaštvo je odredilo zadržavanje do 48 sati."
)
SECRETS = ("Trnjakov", "Vukosav", "V. T.", "44")


def paste(page: Page) -> None:
    """Give the report to the observatory as a member does."""
    page.goto("/en/submit/paste/")
    page.get_by_label("Text of the report").fill(REPORT)
    page.get_by_label("Day of publication").fill("2026-11-19")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url(re.compile(r"/en/desk/\d+/"))


def test_a_pasted_report_is_reviewed_by_keyboard_and_shows_on_the_public_map_without_names(
    page: Page, demo: Demo, elsewhere: list[str]
) -> None:
    sign_in(page, demo)
    paste(page)
    marked = page.locator("mark")
    expect(marked.filter(has_text="37 kilograma").first).to_be_visible()
    expect(page.locator("dl.facts")).to_contain_text("Prokuplje")
    expect(page.locator("dl.facts")).to_contain_text("the text does not say")

    address = page.url
    page.keyboard.press("a")
    expect(page.get_by_text("Accepted", exact=False).first).to_be_visible()
    page.goto(address)
    page.keyboard.press("u")
    expect(page.locator("button", has_text="Accept")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_text("Accepted", exact=False).first).to_be_visible()

    page.context.clear_cookies()
    points = page.request.get("/en/map/points.json").json()["features"]
    assert [one for one in points if one["properties"]["name"] == "Prokuplje"]
    for address in ("/en/map/", "/en/map/points.json", "/en/incidents/", "/sr-latn/incidents/"):
        page.goto(address)
        shown = page.content()
        assert not [secret for secret in SECRETS[:3] if secret in shown], address
    # The drawing gives way to the map while it loads; the list stands still.
    page.goto("/en/incidents/?country=RS&market=heroin_trade")
    page.locator("ol.cards li", has_text="Prokuplje").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/en/incidents/\w+/"))
    shown = page.locator("main").inner_text()
    assert "37" in shown
    assert not [secret for secret in SECRETS if secret in shown]
    assert not elsewhere


def test_the_map_draws_with_webgl_and_keeps_its_state_in_the_address(page: Page, demo: Demo) -> None:
    page.goto("/en/map/")
    expect(page.locator("canvas")).to_be_visible(timeout=30_000)
    page.goto("/en/map/?country=AL")
    expect(page.locator("canvas")).to_be_visible(timeout=30_000)
    expect(page.get_by_label("Country")).to_have_value("AL")
