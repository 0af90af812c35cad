"""Measure speed and memory of reading, matching and the public pages on this machine.

Reading and matching stand beside what a simpler tool does in the same run; a tool that is not installed is named.

Every part runs in a process of its own, on one core. Absolute figures hold for this machine and this moment only: the
ratios are what can be compared, and the yardstick (milliseconds of a million additions) tells how busy the core was.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, TypeVar

from komshi import regions
from komshi.commands.bench_pages import check_limit, measure_pages, yardstick
from komshi.commands.bench_pages import lines as bench_pages_lines
from komshi.commands.read import batches_of, pool_of, read_in
from komshi.errors import KomshiError
from komshi.pipeline.collector import leave_what_is_loaded
from komshi.pipeline.jsonl import dump, numbered, open_lines, parsed, read_articles
from komshi.pipeline.types import Article, Reading

EXAMPLE = "komshi bench read --file articles.jsonl.gz --json"
SEED = 20
DEFAULT_COUNT = {"read": 2000, "match": 10_000, "pages": 100_000}
Figures = dict[str, Any]
Part = Callable[[str | None, int], Figures]
T = TypeVar("T")
_TURNS = 2
_UNTIL_BOTH_ARE_UP = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi bench`."""
    parser.add_argument("name", choices=sorted(DEFAULT_COUNT), metavar="NAME", help="read, match or pages")
    parser.add_argument(
        "--file", metavar="FILE", help="articles (for read) or readings (for match) instead of generated ones"
    )
    parser.add_argument(
        "-n",
        dest="count",
        type=int,
        metavar="N",
        help="how many (default: 2,000 articles, 10,000 readings, 100,000 incidents)",
    )
    parser.add_argument(
        "--limit", type=float, metavar="MS", help="for pages: exit with 1 if one takes longer at the 95th of 100 visits"
    )
    parser.add_argument("--json", action="store_true", help="figures as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Measure and print."""
    count = args.count if args.count is not None else DEFAULT_COUNT[args.name] if args.file is None else sys.maxsize
    if count < 1:
        raise KomshiError("-n must be 1 or more.")
    if args.name == "pages":
        if args.file is not None:
            raise KomshiError("The pages are measured over generated incidents: leave --file out.")
        figures, said = bench_pages(count), bench_pages_lines
    else:
        figures = bench_read(args.file, count) if args.name == "read" else bench_match(args.file, count)
        said = _lines
    print(json.dumps(figures) if args.json else "\n".join(said(figures)))
    return check_limit(figures, args.limit) if args.name == "pages" else 0


def bench_pages(count: int) -> Figures:
    """Milliseconds and kilobytes of every public page over so many incidents."""
    return {"bench": "pages", **_apart(_pages, None, count)}


def bench_read(file: str | None, count: int) -> Figures:
    """Articles a second of the reader, alone and with two workers, and of the simpler tools that are installed."""
    figures: Figures = {"bench": "read", "komshi": _apart(_read, file, count)}
    figures["two_workers"] = _workers(file, count)
    figures["keyword_coder"] = _apart(_keywords, file, count)
    for name, (module, part, most) in _PEERS.items():
        installed = importlib.util.find_spec(module) is not None
        figures[name] = _apart(part, file, min(count, most)) if installed else f"not installed: {module}"
    return _with_ratios(figures)


def bench_match(file: str | None, count: int) -> Figures:
    """Readings a second of the matcher, how that changes with their number, and a peer that compares keys."""
    figures: Figures = {"bench": "match", "komshi": _apart(_match, file, count)}
    whole = figures["komshi"]
    quarter = _apart(_match, file, max(1, whole["count"] // 4))
    # 1 is linear growth, 4 would be quadratic.
    figures["growth"] = round(quarter["per_second"] / whole["per_second"], 2)
    figures["same_key"] = _apart(_same_key, file, count)
    return _with_ratios(figures)


def _with_ratios(figures: Figures) -> Figures:
    own = figures["komshi"]["per_second"]
    figures["ratios"] = {
        name: round(own / peer["per_second"], 4)
        for name, peer in figures.items()
        if name != "komshi" and isinstance(peer, dict) and "per_second" in peer
    }
    return figures


def _apart(part: Part, file: str | None, count: int) -> Figures:
    """Run one part in a fresh process, so that its memory and its start are its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(sender, part, file, count))
    process.start()
    sender.close()
    try:
        figures: Figures | KomshiError = receiver.recv()
    except EOFError as error:
        process.join()
        raise KomshiError(
            f"The measurement broke off (exit code {process.exitcode}); its message stands above."
        ) from error
    process.join()
    if isinstance(figures, KomshiError):
        raise figures
    return figures


def _report(sender: Any, part: Part, file: str | None, count: int) -> None:
    try:
        figures = part(file, count)
        # Linux counts in kilobytes, macOS in bytes.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024)
        figures["megabytes"] = round(peak / 1e6, 1)
        sender.send(figures)
    except KomshiError as error:
        sender.send(error)


def _pages(file: str | None, count: int) -> Figures:  # noqa: ARG001 - every part has this signature
    return measure_pages(count)


def _read(file: str | None, count: int) -> Figures:
    started, worked = time.perf_counter(), time.process_time()
    from komshi.pipeline.read.compose import Reader

    reader = Reader(regions.load())
    leave_what_is_loaded()  # as `komshi read` does
    start_up = {"start_seconds": round(time.perf_counter() - started, 2)}
    # On a busy machine the clock says more about the others.
    start_up["start_cpu_seconds"] = round(time.process_time() - worked, 2)
    before = yardstick()
    relevant: list[float] = []
    times = []
    for article in _articles(file, count):
        start = time.process_time()
        is_relevant = reader.read(article).relevant
        times.append(time.process_time() - start)
        if is_relevant:
            relevant.append(times[-1])
    figures: Figures = {**start_up, **_speed(times), **_last_quarter(times), "relevant": len(relevant)}
    if relevant:
        figures["relevant_per_second"] = _rate(len(relevant), sum(relevant))["per_second"]
    return {**figures, "yardstick_ms": [before, yardstick()]}


def _workers(file: str | None, count: int) -> Figures:
    """How much more two workers read in the same time than one, start-up apart; by the clock, so other work shows."""
    lines = [(number, dump(article).encode("utf-8")) for number, article in enumerate(_articles(file, count), 1)]
    best = {1: float("inf"), 2: float("inf")}
    for _ in range(_TURNS):
        for workers in (1, 2):
            with pool_of(workers) as pool:
                # Each waits long enough that the other has to take its turn: both have a reader then.
                list(pool.map(time.sleep, [_UNTIL_BOTH_ARE_UP] * workers))
                start = time.perf_counter()
                for _ in read_in(pool, batches_of("", lines), workers=workers):
                    pass
                best[workers] = min(best[workers], time.perf_counter() - start)
    return {"times_one": round(best[1] / best[2], 2)}


def _keywords(file: str | None, count: int) -> Figures:
    from komshi.pipeline.evaluate.peers import KeywordCoder

    coder = KeywordCoder(regions.load())
    return _speed(_timed(coder, _articles(file, count)))


def _geotext(file: str | None, count: int) -> Figures:
    geotext: Any = importlib.import_module("geotext")
    return _speed(_timed(lambda article: geotext.GeoText(article.canonical).country_mentions, _articles(file, count)))


def _spacy(file: str | None, count: int) -> Figures:
    model: Any = importlib.import_module("en_core_web_sm").load()
    return _speed(_timed(lambda article: model(article.canonical).ents, _articles(file, count)))


# What a user would take instead: the module that has to be installed, and how many articles are enough to measure it.
_PEERS: dict[str, tuple[str, Part, int]] = {
    "geotext": ("geotext", _geotext, sys.maxsize),
    "spacy_small_english": ("en_core_web_sm", _spacy, 200),
}


def _match(file: str | None, count: int) -> Figures:
    from komshi.pipeline.match import match

    readings = list(_readings(file, count))
    before = time.process_time()
    incidents = match(readings, region=regions.load())
    return {"incidents": len(incidents), **_rate(len(readings), time.process_time() - before)}


def _same_key(file: str | None, count: int) -> Figures:
    from komshi.pipeline.evaluate.peers import same_key_groups

    readings = list(_readings(file, count))
    before = time.process_time()
    groups = same_key_groups(readings)
    return {"incidents": len(groups), **_rate(len(readings), time.process_time() - before)}


def _timed(call: Callable[[Article], object], articles: Iterator[Article]) -> list[float]:
    times = []
    for article in articles:
        before = time.process_time()
        call(article)
        times.append(time.process_time() - before)
    return times


def _speed(times: list[float]) -> Figures:
    ordered = sorted(times)
    p50, p95 = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95))
    return {**_rate(len(times), sum(times)), "p50_ms": round(p50 * 1000, 3), "p95_ms": round(p95 * 1000, 3)}


def _last_quarter(times: list[float]) -> Figures:
    """The speed of a long archive: what is known of words and places by then is looked up, not worked out."""
    late = times[-max(1, len(times) // 4) :]
    return {"last_quarter_per_second": _rate(len(late), sum(late))["per_second"]}


def _rate(count: int, seconds: float) -> Figures:
    return {"count": count, "per_second": round(count / max(seconds, 1e-9), 1)}


def _articles(file: str | None, count: int) -> Iterator[Article]:
    """Articles of a file (bad lines passed over) or generated ones; at least one, or a clear error."""
    if file is None:
        from komshi.pipeline.generate import generate_articles

        yield from (article for article, _ in generate_articles(regions.load(), count=count, seed=SEED))
        return
    with open_lines(file) as lines:
        found = read_articles(numbered(lines), on_error=lambda _line, _message: None)
        yield from _some(islice(found, count), f"The file {file} holds no article that can be read.")


def _readings(file: str | None, count: int) -> Iterator[Reading]:
    """Relevant readings of a file or generated ones."""
    from komshi.pipeline.records import parse_reading

    if file is None:
        from komshi.pipeline.generate import generate_readings

        yield from (reading for reading, _ in generate_readings(regions.load(), count=count, seed=SEED))
        return

    def stop(line: int, message: str) -> None:
        raise KomshiError(f"{file}, line {line}: {message}")

    with open_lines(file) as lines:
        relevant = (r for _, r in parsed(numbered(lines), parse_reading, on_error=stop) if r.relevant)
        yield from _some(islice(relevant, count), f"The file {file} holds no relevant reading.")


def _some(found: Iterator[T], if_none: str) -> Iterator[T]:
    first = next(found, None)
    if first is None:
        raise KomshiError(if_none)
    yield first
    yield from found


def _lines(figures: Figures) -> Iterator[str]:
    for name, part in figures.items():
        if isinstance(part, dict) and "per_second" in part:
            said = ", ".join(f"{key} {value:,}" for key, value in part.items() if key != "yardstick_ms")
            yield f"{name:14} {said}"
        elif isinstance(part, str) and name != "bench":
            yield f"{name:14} {part}"
    if "two_workers" in figures:
        before, after = figures["komshi"]["yardstick_ms"]
        yield f"two workers    {figures['two_workers']['times_one']} times what one reads in the same time"
        yield f"yardstick      a million additions took {before} ms before and {after} ms after"
    if "growth" in figures:
        yield f"growth         {figures['growth']} times the time for each reading when there are four times as many"
    for name, ratio in figures["ratios"].items():
        yield f"ratio          {ratio} of the speed of {name}"
