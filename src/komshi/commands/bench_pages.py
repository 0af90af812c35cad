"""How long the public pages take, and what they weigh, over a database of fictional incidents of its own.

The pages are asked for inside this process, by Django's own test client with everything that stands before a view: a
server on a socket would add the work of a second process and a second core to the figures, and less than a millisecond
to the answer. Visits differ in language and filter, so that no figure is that of a page just seen; the first visit of
each page, which loads catalogues and data files as any server does once, is not counted.
"""

from __future__ import annotations

import gzip
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from komshi.errors import KomshiError

if TYPE_CHECKING:
    from django.test import Client

    from komshi.commands.bench_rows import Rows

LANGUAGES = ("en", "sr-cyrl")
VISITS = 40
DAY = "2026-11-20"
DOWNLOADS = frozenset({"incidents_csv", "incidents_geojson"})
"""Whole files, measured to their first byte: their length depends on how much is asked for."""
Figures = dict[str, Any]
Ask = Callable[["Rows"], tuple[dict[str, str], dict[str, str]]]


def measure_pages(count: int) -> Figures:
    """Fill a temporary database with `count` incidents, visit every public page, and give the figures of each."""
    with tempfile.TemporaryDirectory(prefix="komshi-bench-") as folder:
        os.environ.update(KOMSHI_DATA=folder, KOMSHI_TODAY=DAY)
        for name in ("DATABASE_URL", "KOMSHI_DEMO", "KOMSHI_ORIGIN"):
            os.environ.pop(name, None)
        _on_one_core()
        from komshi.commands.django_setup import setup

        setup()
        from komshi.commands.bench_rows import Rows
        from komshi.observatory.base.settled import settle

        settle()
        started = time.perf_counter()
        rows = Rows(count)
        rows.fill()
        filled = time.perf_counter() - started
        before = yardstick()
        pages = _visit_all(rows, _visits_for(count))
        return {
            "count": count, "fill_seconds": round(filled, 1), "yardstick_ms": [before, yardstick()], "pages": pages,
        }  # fmt: skip


def yardstick() -> float:
    """Milliseconds of a fixed piece of work: tells slow work from a busy machine."""
    started = time.process_time()
    for _time in range(5):
        sum(range(1_000_000))
    return round((time.process_time() - started) * 200, 1)


def _on_one_core() -> None:
    """Where the system can do it; the database works in this process, so all of the answer is made on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _visits_for(count: int) -> int:
    return max(4, min(VISITS, count // 250))


def _visit_all(rows: Rows, visits: int) -> dict[str, Figures]:
    from django.test import Client

    from komshi.observatory.publishing.urls import urlpatterns

    client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip"})
    return {page.name: _visit(client, page.name, rows, visits) for page in urlpatterns if page.name}


def _visit(client: Client, name: str, rows: Rows, visits: int) -> Figures:
    from django.urls import reverse
    from django.utils import translation

    walls, cores, sizes, statuses = [], [], [], set()
    for number in range(-len(LANGUAGES), visits):
        path, query = rows.address(name)
        with translation.override(LANGUAGES[number % len(LANGUAGES)]):
            address = reverse(f"publishing:{name}", kwargs=path)
        wall, core = time.perf_counter(), time.process_time()
        response = client.get(address, query)
        body = next(iter(response), b"") if response.streaming else response.content
        wall, core = time.perf_counter() - wall, time.process_time() - core
        response.close()
        statuses.add(response.status_code)
        if number >= 0:
            walls.append(wall)
            cores.append(core)
            sizes.append(len(body if response.has_header("Content-Encoding") else gzip.compress(body, 6)))
    return {
        "p50_ms": _share(cores, 0.5), "p95_ms": _share(cores, 0.95), "wall_p95_ms": _share(walls, 0.95),
        "kilobytes": round(statistics.median(sizes) / 1000, 2), "status": sorted(statuses),
    }  # fmt: skip


def _share(seconds: list[float], share: float) -> float:
    ordered = sorted(seconds)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000, 1)


def slow(figures: Mapping[str, Any], limit: float) -> list[str]:
    """The pages that are not within so many milliseconds at the 95th of 100 visits; files to download left out."""
    return [name for name, one in figures["pages"].items() if name not in DOWNLOADS and one["p95_ms"] > limit]


def lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures as a table."""
    yield f"{figures['count']:,} incidents; milliseconds of one core, then on the clock; packed size"
    yield "a million additions took {} ms before and {} ms after".format(*figures["yardstick_ms"])
    yield f"{'page':18} {'p50':>8} {'p95':>8} {'clock p95':>10} {'kB':>8}  status"
    for name, one in figures["pages"].items():
        status = ", ".join(map(str, one["status"]))
        times = f"{one['p50_ms']:8.1f} {one['p95_ms']:8.1f} {one['wall_p95_ms']:10.1f}"
        yield f"{name:18} {times} {one['kilobytes']:8.1f}  {status}"


def check_limit(figures: Mapping[str, Any], limit: float | None) -> int:
    """Exit code: 1 where a limit is given and some page is slower. Raises KomshiError where a page broke."""
    broken = [name for name, one in figures["pages"].items() if max(one["status"]) >= 500]
    if broken:
        raise KomshiError(f"These pages do not answer: {', '.join(broken)}. Their figures mean nothing.")
    return 1 if limit is not None and slow(figures, limit) else 0
