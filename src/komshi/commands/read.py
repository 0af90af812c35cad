"""Read articles (JSON Lines, plain or gzip): one reading a line, in the order of the articles.

A line that cannot be read is named on standard error, the others go on, and the exit code is 1.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from komshi import regions
from komshi.commands.output import add_output, open_output
from komshi.commands.progress import Progress
from komshi.errors import KomshiError
from komshi.pipeline.collector import leave_what_is_loaded
from komshi.pipeline.jsonl import dump, numbered, open_lines, read_articles
from komshi.pipeline.records import reading_to_json

if TYPE_CHECKING:
    from komshi.pipeline.fetch.model import LocalModel
    from komshi.pipeline.read.compose import Reader
    from komshi.pipeline.read.second import SecondReader

EXAMPLE = "komshi read articles.jsonl.gz -o readings.jsonl --workers 2"
# Lines and bytes that go to a worker at once.
_BATCH, _BATCH_BYTES = 32, 1_000_000
# Batches under way for each worker: enough to keep it busy, few enough to keep memory flat.
_AHEAD = 4
_reader: Reader | SecondReader | None = None


class Batch(NamedTuple):
    """Lines of one file with their numbers, not yet looked at: workers take them apart, so that one feeds many."""

    file: str
    lines: list[tuple[int, bytes]]


class Read(NamedTuple):
    """What came of a batch: the readings as lines, and what is wrong with which line."""

    file: str
    readings: list[str]
    complaints: list[tuple[int, str]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi read`."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="articles, or - for standard input")
    add_output(parser, "the readings")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read (default: 1)")
    parser.add_argument(
        "--model", metavar="ADDRESS", help="a language model of this machine that fills what the rules leave open"
    )
    parser.add_argument("--model-name", metavar="NAME", default="local", help="what its server calls it")


def run(args: argparse.Namespace) -> int:
    """Read every file; 0 if every line was good, 1 if some were not."""
    if args.workers < 1:
        raise KomshiError("--workers must be 1 or more.")
    model = _model(args.model, args.model_name) if args.model else None
    progress = Progress("articles")
    with open_output(args.out) as out:
        batches = (batch for file in args.files for batch in _batches(file))
        for read in _read_here(batches, model) if args.workers == 1 else _read_beside(batches, args.workers, model):
            for number, message in read.complaints:
                progress.complaints_of(read.file)(number, message)
            out.write("".join(read.readings))
            progress.step(len(read.readings))
    return progress.finish(f"{progress.done:,} articles read.")


def _model(address: str, name: str) -> LocalModel:
    """Asked once before anything is read, so that a wrong address is told at once. Raises KomshiError."""
    from komshi.pipeline.fetch.model import LocalModel

    model = LocalModel(address, name)
    model("Answer with an empty JSON object.", "{}")
    return model


def _batches(file: str) -> Iterator[Batch]:
    with open_lines(file) as stream:
        yield from batches_of(file, numbered(stream))


def batches_of(file: str, lines: Iterable[tuple[int, bytes]]) -> Iterator[Batch]:
    """Numbered lines in batches, each small in number and in bytes."""
    batch: list[tuple[int, bytes]] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line[1])
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield Batch(file, batch)
            batch, size = [], 0
    if batch:
        yield Batch(file, batch)


def _read_here(batches: Iterable[Batch], model: LocalModel | None) -> Iterator[Read]:
    _start(model)
    return map(_read, batches)


def _read_beside(batches: Iterable[Batch], workers: int, model: LocalModel | None) -> Iterator[Read]:
    """Read in other processes, with the results in the order of the articles."""
    with pool_of(workers, model) as pool:
        yield from read_in(pool, batches, workers=workers)


def pool_of(workers: int, model: LocalModel | None = None) -> ProcessPoolExecutor:
    """Processes that each make a reader when they start."""
    return ProcessPoolExecutor(workers, initializer=_start, initargs=(model,))


def read_in(pool: ProcessPoolExecutor, batches: Iterable[Batch], *, workers: int) -> Iterator[Read]:
    """Read batches in the processes of a pool, in their order."""
    waiting: deque[Future[Read]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_read, batch))
        if len(waiting) >= workers * _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start(model: LocalModel | None) -> None:
    global _reader  # noqa: PLW0603 - one reader a process, made once because its lexicons take a while
    # Here and not above: neither `--help` nor a process that leaves the reading to others has to load the reader.
    from komshi.pipeline.read.compose import Reader

    _reader = Reader(regions.load())
    if model:
        from komshi.pipeline.read.second import SecondReader

        _reader = SecondReader(_reader, model, name=model.name)
    leave_what_is_loaded()


def _read(batch: Batch) -> Read:
    assert _reader is not None
    complaints: list[tuple[int, str]] = []
    articles = read_articles(batch.lines, on_error=lambda number, message: complaints.append((number, message)))
    readings = [dump(reading_to_json(_reader.read(article))) + "\n" for article in articles]
    return Read(batch.file, readings, complaints)
