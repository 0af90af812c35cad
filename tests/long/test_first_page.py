"""How soon a stranger on a slow phone sees the first page, and whether it jumps. Prints its figures.

Takes about a minute and 500 MB of memory: the demo and one Chromium, three visits in each of two languages.
"""

from __future__ import annotations

import statistics
import sys

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Demo, chromium, demo, specimen

__all__ = ["chromium", "demo", "specimen"]
CLS, BYTES = 0.05, 100_000
VISITS = 3
SLOWER = 4
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
WATCH = """() => {
  window.seen = { lcp: 0, shift: 0 };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.seen.lcp = one.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.seen.shift += one.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""

# A paint is told of a little later than it happens; the page's own policy forbids to wait for it by a string of code.
SEEN = """() => new Promise((tell) => {
  const look = () => (window.seen.lcp ? tell(window.seen) : setTimeout(look, 50));
  look();
})"""


def visit(browser: Browser, url: str) -> tuple[float, float, int]:
    """Largest paint in milliseconds, shift of the layout, bytes on the wire, with an empty cache."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.add_init_script(f"({WATCH})()")
    page.goto(url, wait_until="networkidle")
    seen = page.evaluate(SEEN)
    context.close()
    return seen["lcp"], seen["shift"], sum(sizes)


@pytest.mark.parametrize("language", ["en", "sr-cyrl"])
def test_the_first_page_is_seen_soon_on_a_slow_phone_and_does_not_jump(chromium, demo: Demo, language: str) -> None:
    visits = [visit(chromium, f"{demo.url}/{language}/") for _time in range(VISITS)]
    paints, shifts, sizes = zip(*visits, strict=True)
    # Printed and not asserted: on a busy machine the same page takes twice as long. The aim is 1,500 ms.
    figures = f"LCP {statistics.median(paints):.0f} ms, CLS {max(shifts):.3f}, {max(sizes)} bytes"
    sys.stdout.write(f"\n{language}: {figures}\n")
    assert max(shifts) <= CLS
    assert 0 < max(sizes) <= BYTES
