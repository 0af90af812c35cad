"""Strict reading and writing of JSON Lines: every good record goes on, every bad line is one clear sentence."""

from __future__ import annotations

import dataclasses
import gzip
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any, TypeVar

from komshi.errors import KomshiError
from komshi.pipeline.types import Article

LONGEST_TEXT = 1_000_000
"""Characters of the longest text that is read; a longer one is a mistake of whoever made the file."""
LONGEST_LINE = 16_000_000
"""Bytes of the longest line that is held in memory; the rest of a longer one is passed over."""
EARLIEST_YEAR = 1990
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_OPTIONAL = ("title", "url", "outlet", "language", "published")

T = TypeVar("T")
OnError = Callable[[int, str], None]
"""Called with the number of the line (from 1) and a sentence that says what is wrong with it."""


class BadLine(KomshiError):
    """A line that cannot be used; the message says why."""


@contextmanager
def open_lines(path: str) -> Iterator[IO[bytes]]:
    """Open a file of lines, plain or gzip (told by its first bytes), or `-` for standard input, as bytes."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        raw = Path(path).open("rb")  # noqa: SIM115 - closed below, after the wrapper
    except OSError as error:
        raise KomshiError(f"The file {path} cannot be opened ({error.strerror}); check its name.") from error
    with raw:
        if raw.peek(2)[:2] == b"\x1f\x8b":
            with gzip.open(raw, "rb") as unpacked:
                yield io.BufferedReader(unpacked)
        else:
            yield raw


def numbered(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream with their numbers; a gzip stream that breaks off is one clear error."""
    number = 0
    try:
        while line := stream.readline(LONGEST_LINE):
            number += 1
            yield number, line
            while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
    except (EOFError, gzip.BadGzipFile, OSError) as error:
        raise KomshiError(f"The file breaks off after line {number} ({error}); copy it again.") from error


def parsed(
    lines: Iterable[tuple[int, bytes]], parse: Callable[[bytes], T], *, on_error: OnError
) -> Iterator[tuple[int, T]]:
    """What `parse` makes of each line, with its number. Bad lines are reported and left out, empty ones skipped."""
    for number, line in lines:
        if not line.strip():
            continue
        try:
            record = parse(line)
        except BadLine as error:
            on_error(number, str(error))
            continue
        yield number, record


def read_articles(lines: Iterable[tuple[int, bytes]], *, on_error: OnError) -> Iterator[Article]:
    """Articles of JSON Lines, in order. Bad lines are reported to `on_error` and left out, empty ones skipped."""
    for number, (article, notice) in parsed(lines, parse_article, on_error=on_error):
        if notice:
            on_error(number, notice)
        yield article


def parse_article(line: bytes) -> tuple[Article, str | None]:
    """One article from one line, with a notice of what was put right in it. Raises `BadLine` with a clear sentence."""
    record = parse_object(line)
    identifier = record.get("id")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise BadLine("The record has no id; give each article an “id” of its own.")
    values = {key: _optional(record, key) for key in _OPTIONAL}
    text = record.get("text")
    if not isinstance(text, str):
        raise BadLine("The record has no text; give the article’s words in “text”.")
    controls = len(_CONTROL.findall(text))
    text = clean(text)
    if not text.strip():
        raise BadLine("The text is empty; there is nothing to read.")
    if len(text) > LONGEST_TEXT:
        raise BadLine(f"The text has {len(text):,} characters; one article may have {LONGEST_TEXT:,} at most.")
    check_published(values["published"])
    notice = f"The text holds {controls} control characters; each was read as a space." if controls else None
    return Article(id=identifier, text=text, **values), notice


def parse_object(line: bytes) -> dict[str, Any]:
    """One JSON object from one line of UTF-8. Raises `BadLine`."""
    try:
        written = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadLine(f"The line is not UTF-8 (byte {error.start + 1}); save the file as UTF-8.") from error
    try:
        record = json.loads(written)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        raise BadLine(f"The line is not JSON ({reason}); write one JSON object a line.") from error
    if not isinstance(record, dict):
        raise BadLine("The line is not a JSON object; write one {…} a line.")
    return record


def clean(text: str) -> str:
    """The text without control characters (each becomes a space, so that nothing moves), its line ends all alike."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def check_published(value: str | None) -> None:
    """Raise `BadLine` unless the date of publication is null or an ISO date or time that a news page can have."""
    if value is None:
        return
    try:
        day = parse_published(value)
    except ValueError as error:
        raise BadLine(f"“published” is “{value[:40]}”; write an ISO date like 2024-03-15, or leave it out.") from error
    if day is not None and not EARLIEST_YEAR <= day.year <= datetime.now(UTC).year + 1:
        raise BadLine(f"“published” is {value[:40]}; no article is from that year, so correct it or leave it out.")


def parse_published(value: str | None) -> date | None:
    """The day of publication; the first of the month (or year) where only that is known. Raises `ValueError`."""
    if not value:
        return None
    if re.fullmatch(r"\d{4}(-\d{2})?", value):
        year, _, month = value.partition("-")
        return date(int(year), int(month or 1), 1)
    return datetime.fromisoformat(value).date()


def dump(record: Any) -> str:
    """One record (a dataclass or plain JSON data) as one line of JSON, without the line end."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        record = dataclasses.asdict(record)
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def _optional(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadLine(f"“{key}” must be text or null.")
    return clean(value)
