"""The pictures of the documentation, taken of the specimen: into docs/images with PICTURES=1, else thrown away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Demo, sign_in

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PICTURES = {
    "front.png": "/en/",
    "town.png": "/sq/towns/rs-trgoviste/",
    "trend.png": "/mk/trends/?market=waste_crimes",
    "map.png": "/bs/map/?market=waste_crimes",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where pictures go."""
    return IMAGES if os.environ.get("PICTURES") else tmp_path


def take(page: Page, path: Path) -> None:
    """One picture of what a person sees first; a blank one is noticed by its size."""
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size > 20_000


def test_the_pictures_of_the_documentation_can_be_taken_anew(page: Page, demo: Demo, folder: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 860})
    for name, address in PICTURES.items():
        page.goto(address)
        if name == "map.png":
            page.wait_for_selector("#map[data-ready]", timeout=30_000)
        take(page, folder / name)
    page.goto("/en/tour/")
    page.get_by_role("link", name="The words behind a number").click()
    page.goto(page.url.partition("?")[0])
    take(page, folder / "incident.png")
    sign_in(page, demo)
    page.goto("/en/desk/")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    take(page, folder / "desk.png")


def test_every_picture_of_the_readme_is_taken_here() -> None:
    readme = (IMAGES.parents[1] / "README.md").read_text(encoding="utf-8")
    shown = {name for name in ("incident.png", "desk.png", *PICTURES) if f"docs/images/{name}" in readme}
    assert {path.name for path in IMAGES.glob("*.png")} >= shown
