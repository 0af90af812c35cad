"""Match readings (JSON Lines, as `komshi read` writes them): one incident a line, however many outlets told of it.

A line that cannot be used is named on standard error, the others go on, and the exit code is 1. Readings may come in
any order; they are taken in the order of their days, so memory follows the days, not the length of the file.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import IO

from komshi import regions
from komshi.commands.output import add_output, open_output
from komshi.commands.progress import Progress
from komshi.pipeline.jsonl import BadLine, OnError, dump, numbered, open_lines, parsed
from komshi.pipeline.match import match_in_order
from komshi.pipeline.match.telling import Telling, telling_of
from komshi.pipeline.records import incident_to_json, parse_reading
from komshi.pipeline.types import Reading

EXAMPLE = "komshi match readings.jsonl -o incidents.jsonl"
_IN_MEMORY = 64_000_000
"""Bytes of readings that are held in memory before they go to a temporary file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `komshi match`."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="readings, or - for standard input")
    add_output(parser, "the incidents")


def run(args: argparse.Namespace) -> int:
    """Match all the files together; 0 if every line was good, 1 if some were not."""
    progress = Progress("readings")
    written = 0
    with ExitStack() as stack:
        shelf = Shelf(stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)))
        for path in args.files:
            with open_lines(path) as lines:
                shelf.put(numbered(lines), on_error=progress.complaints_of(path))
        out = stack.enter_context(open_output(args.out))
        for incident in match_in_order(shelf.in_order(progress), shelf.numbers, region=regions.load()):
            out.write(dump(incident_to_json(incident)) + "\n")
            written += 1
    return progress.finish(f"{len(shelf.numbers):,} readings make {written:,} incidents.")


@dataclass
class Shelf:
    """Relevant readings kept as lines in one file, to be taken back in the order of their first day."""

    file: IO[bytes]
    numbers: dict[str, int] = field(default_factory=dict)
    _index: list[tuple[int, int, int]] = field(default_factory=list)

    def put(self, lines: Iterable[tuple[int, bytes]], *, on_error: OnError) -> None:
        """Check the lines of one file and keep the relevant ones; bad lines are reported to `on_error`."""
        for _, (line, reading) in parsed(lines, self._checked, on_error=on_error):
            if reading.relevant:
                order = self.numbers[reading.id] = len(self.numbers)
                self._index.append((telling_of(order, reading).first, order, self.file.tell()))
                self.file.write(line.rstrip(b"\r\n") + b"\n")

    def in_order(self, progress: Progress) -> Iterator[Telling]:
        """The readings, prepared, in the order of the first day that they can tell of."""
        self._index.sort()
        for _, order, offset in self._index:
            self.file.seek(offset)
            yield telling_of(order, parse_reading(self.file.readline()))
            progress.step()

    def _checked(self, line: bytes) -> tuple[bytes, Reading]:
        reading = parse_reading(line)
        if reading.id in self.numbers:
            raise BadLine(f"There is a reading with the id “{reading.id}” already; each article is read once.")
        return line, reading
