"""Every kind of page that a stranger reaches by links, in every language, on a phone and at a desk, light and dark.

Takes about ten minutes: some sixteen pages in eight languages, each twice.
"""

from __future__ import annotations

import pytest

from tests.browser.addresses import in_language, walk
from tests.browser.conftest import Demo, chromium, context, demo, elsewhere, page, specimen
from tests.browser.test_pages import LANGUAGES, PUBLIC, WAYS, faults

__all__ = ["chromium", "context", "demo", "elsewhere", "page", "specimen"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_fault_in_any_language(page, demo: Demo, language: str) -> None:
    addresses = walk(demo.url)
    assert set(addresses) >= PUBLIC
    found = {}
    for kind, address in sorted(addresses.items()):
        for size, scheme in (WAYS[0], WAYS[1]):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            if wrong := faults(page, in_language(address, language)):
                found[f"{kind} {size['width']} {scheme}"] = wrong
    assert found == {}
