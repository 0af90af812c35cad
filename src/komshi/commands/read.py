"""Read articles (JSON Lines, plain or gzip): one reading a line, in the order of the articles.

A line that cannot be read is named on standard error, the others go on, and the exit code is 1.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

from komshi import regions
from komshi.commands.output import add_output, open_output
from komshi.commands.progress import Progress
from komshi.errors import KomshiError
from komshi.pipeline.jsonl import dump, numbered, open_lines, read_articles
from komshi.pipeline.records import reading_to_json
from komshi.pipeline.types import Article

if TYPE_CHECKING:
    from komshi.pipeline.fetch.model import LocalModel
    from komshi.pipeline.read.compose import Reader
    from komshi.pipeline.read.second import SecondReader

EXAMPLE = "komshi read articles.jsonl.gz -o readings.jsonl --workers 2"
_BATCH = 32
# Batches under way for each worker: enough to keep it busy, few enough to keep memory flat.
_AHEAD = 4
_reader: Reader | SecondReader | None = None


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
        batches = _batches(_articles(args.files, progress))
        for lines in _read_here(batches, model) if args.workers == 1 else _read_beside(batches, args.workers, model):
            out.write("".join(lines))
            progress.step(len(lines))
    return progress.finish(f"{progress.done:,} articles read.")


def _model(address: str, name: str) -> LocalModel:
    """Asked once before anything is read, so that a wrong address is told at once. Raises KomshiError."""
    from komshi.pipeline.fetch.model import LocalModel

    model = LocalModel(address, name)
    model("Answer with an empty JSON object.", "{}")
    return model


def _articles(files: list[str], progress: Progress) -> Iterator[Article]:
    for path in files:
        with open_lines(path) as stream:
            yield from read_articles(numbered(stream), on_error=progress.complaints_of(path))


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch


def _read_here(batches: Iterator[list[Article]], model: LocalModel | None) -> Iterator[list[str]]:
    _start(model)
    for batch in batches:
        yield _read(batch)


def _read_beside(batches: Iterator[list[Article]], workers: int, model: LocalModel | None) -> Iterator[list[str]]:
    """Read in other processes, with the results in the order of the articles."""
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(model,)) as pool:
        waiting: deque[Future[list[str]]] = deque()
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


def _read(batch: list[Article]) -> list[str]:
    assert _reader is not None
    return [dump(reading_to_json(_reader.read(article))) + "\n" for article in batch]
