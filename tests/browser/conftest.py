"""A real demo, served by `komshi demo` in a process of its own, and a real Chromium that looks at it."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

_STARTS_WITHIN = 300
"""Seconds. Making the specimen takes a part of it; a busy machine takes longer."""


@dataclass(frozen=True)
class Demo:
    """The address of the demo and the password of its accounts."""

    url: str
    password: str


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo that was made once and stopped; the workers of one run make it only once."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / "specimen"
    with (shared / "specimen.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "specimen-complete").exists():
            with serving(folder):
                pass
    return folder


@pytest.fixture(scope="session")
def demo(specimen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """`komshi demo` as a newcomer starts it, on a free port, in a folder of its own."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    shutil.copytree(specimen, folder)
    with serving(folder) as demo:
        yield demo


@contextmanager
def serving(folder: Path) -> Iterator[Demo]:
    """The demo on this data folder, in a process of its own, until the block ends."""
    port = _free_port()
    environment = os.environ | {"KOMSHI_DATA": str(folder), "KOMSHI_PORT": str(port), "KOMSHI_HOST": "127.0.0.1"}
    log_path = folder.with_suffix(".log")
    with log_path.open("w+", encoding="utf-8") as log:
        process = subprocess.Popen([sys.executable, "-m", "komshi", "demo"], env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health/", process, log_path)
            found = re.search(r"Password\s+(\S+)", log_path.read_text(encoding="utf-8"))
            assert found, "the demo does not say how to sign in"
            yield Demo(f"http://127.0.0.1:{port}", found.group(1))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Without one: a failure in CI, a visible skip elsewhere.

    One for each module: until it is closed, Playwright's event loop runs in this process, and other tests meet it.
    """
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; .ci/run installs it with `apt-get install chromium`")
        pytest.skip("no Chromium here; `apt install chromium` brings it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


@pytest.fixture
def elsewhere() -> list[str]:
    """Addresses outside the demo that a page asked for; every test of this folder expects it to stay empty."""
    return []


@pytest.fixture
def context(chromium: Browser, demo: Demo, elsewhere: list[str]) -> Iterator[BrowserContext]:
    """A fresh visitor who reads English; whatever they ask of another host is noted."""

    def note(request: Request) -> None:
        if not request.url.startswith((demo.url, "data:", "blob:")):
            elsewhere.append(request.url)

    context = chromium.new_context(base_url=demo.url, locale="en-GB")
    context.on("request", note)
    yield context
    context.close()
    assert not elsewhere, f"asked of a third party: {elsewhere}"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page whose errors fail the test."""
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


def sign_in(page: Page, demo: Demo, username: str = "analyst") -> None:
    """Sign in as one of the people of the demo."""
    page.goto("/en/accounts/login/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(demo.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(re.compile(r"^(?!.*login).*$"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the demo ended: {log.read_text(encoding='utf-8')}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the demo did not answer: {log.read_text(encoding='utf-8')}")
