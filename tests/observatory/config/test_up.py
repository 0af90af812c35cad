"""`komshi up` for real: it serves, it stops whole, and what was killed goes on at the next start."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.observatory.conftest import Elsewhere

ARTICLES = 3000


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def up(elsewhere: Elsewhere, port: int) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts it; whatever is left at the end is killed."""
    elsewhere.environment["KOMSHI_PORT"] = str(port)
    started: list[subprocess.Popen[bytes]] = []
    children: set[int] = set()

    def start() -> subprocess.Popen[bytes]:
        process = elsewhere.start("up", "--gather-minutes", "0")
        started.append(process)
        wait_for(lambda: process.poll() is None and status(port, "/health/") == 200)
        children.update(family(process.pid))
        return process

    yield start
    for process in started:
        if process.poll() is None:
            children.update(family(process.pid))
            process.kill()
            process.wait()
    for pid in filter(alive, children):
        os.kill(pid, signal.SIGKILL)


def status(port: int, path: str, **headers: str) -> int | None:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def page(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    response.body = response.read().decode()
    connection.close()
    return response


def wait_for(condition: Callable[[], object], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def family(pid: int) -> set[int]:
    """Children and their children."""
    found: set[int] = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            found |= {int(path.parent.name)} | family(int(path.parent.name))
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_it_serves_in_the_readers_language_and_stops_whole(up, elsewhere, make_elsewhere, port: int) -> None:
    process = up()
    front = page(port, "/", Accept_Language="sr-Latn")
    assert (front.status, front.headers["Content-Language"]) == (200, "sr-latn")
    assert page(port, "/", Accept_Language="sr-Latn", Cookie="komshi_language=en").headers["Content-Language"] == "en"
    assert "default-src 'self'" in front.headers["Content-Security-Policy"]
    assert "unsafe" not in front.headers["Content-Security-Policy"]
    style = front.body.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "immutable" in page(port, style).headers["Cache-Control"]
    assert page(port, "/", Host="evil.example").status == 400

    assert "runs already on the data folder" in elsewhere.komshi("up", code=2).stderr
    other = make_elsewhere("other", bare=True)
    other.environment["KOMSHI_PORT"] = str(port)
    said = other.komshi("up", code=2).stderr
    assert f"Port {port} on 127.0.0.1 cannot be used" in said
    assert f"KOMSHI_PORT={port + 1} komshi up" in said

    children = family(process.pid)
    assert len(children) >= 3
    process.terminate()
    assert process.wait(20) == 0
    assert not any(alive(pid) for pid in children)


def test_killed_in_the_middle_of_an_import_it_resumes_at_the_next_start(
    up, elsewhere, port: int, tmp_path: Path
) -> None:
    path = tmp_path / "articles.jsonl"
    lines = (
        json.dumps({"id": f"n{number}", "text": f"The market was open on day {number}."}) for number in range(ARTICLES)
    )
    path.write_text("\n".join(lines))
    elsewhere.python(
        "setup(migrate=True)\nfrom pathlib import Path\nfrom komshi.observatory.sources.imports import *\n"
        f"job_from_file(Path({str(path)!r}), source=import_source('import'))"
    )
    seen = []
    for _ in range(2):
        before = imported(elsewhere)
        process = up()
        wait_for(lambda before=before: imported(elsewhere) > before)
        children = family(process.pid)
        process.kill()
        process.wait()
        wait_for(lambda children=children: not any(alive(pid) for pid in children), 10)
        seen.append(imported(elsewhere))
    assert 0 < seen[0] < seen[1] < ARTICLES, "the import was over before it was killed: make it longer"
    up()
    wait_for(lambda: elsewhere.ask("SELECT state FROM sources_importjob") == [("done",)])
    keys = [key for (key,) in elsewhere.ask("SELECT key FROM sources_article ORDER BY id")]
    assert keys == [f"import:n{number}" for number in range(ARTICLES)]
    assert elsewhere.ask("SELECT COUNT(*) FROM base_event WHERE action = 'sources:article:add'") == [(ARTICLES,)]


def imported(elsewhere: Elsewhere) -> int:
    return elsewhere.ask("SELECT COUNT(*) FROM sources_article")[0][0]
