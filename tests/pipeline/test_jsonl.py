"""Strict lines: every good record goes on, every bad one is a clear sentence with its number."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from komshi.errors import KomshiError
from komshi.pipeline.jsonl import LONGEST_LINE, LONGEST_TEXT, numbered, open_lines, parse_published, read_articles
from komshi.pipeline.types import Article


def read(*lines: bytes) -> tuple[list[Article], list[tuple[int, str]]]:
    """The good articles of some lines, and the complaints about the others."""
    complaints: list[tuple[int, str]] = []
    articles = list(read_articles(enumerate(lines, 1), on_error=lambda n, message: complaints.append((n, message))))
    return articles, complaints


def line(**record: object) -> bytes:
    return json.dumps({"id": "a", "text": "Policia arrestoi dy persona."} | record, ensure_ascii=False).encode()


def test_unknown_keys_are_left_out_and_a_missing_title_is_normal() -> None:
    articles, complaints = read(line(views=12, title=None, published="2024-03-15T10:00:00Z"))
    assert articles == [Article(id="a", text="Policia arrestoi dy persona.", published="2024-03-15T10:00:00Z")]
    assert not complaints


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b'{"id": "a", "text": "zapl\x8ejeno"}', "not UTF-8"),
        (line(text=""), "empty"),
        (line(text=" \n\t"), "empty"),
        (line(text="x" * (LONGEST_TEXT + 1)), "characters"),
        (b'{"id": "a", "text": "broken', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'"just text"', "not a JSON object"),
        (line(published="1890-05-01"), "1890"),
        (line(published="next week"), "ISO date"),
        (line(published="0000"), "ISO date"),
        (line(id=""), "no id"),
        (line(id=None), "no id"),
        (line(text=None), "no text"),
        (line(title=["a"]), "title"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(bad: bytes, says: str) -> None:
    articles, complaints = read(line(id="before"), bad, b"", line(id="after"))
    assert [article.id for article in articles] == ["before", "after"]
    assert len(complaints) == 1
    assert complaints[0][0] == 2
    assert says in complaints[0][1]
    assert complaints[0][1].endswith(".")


def test_control_characters_are_read_as_spaces_and_said() -> None:
    articles, complaints = read(line(text="Ko\x00caine \x1b[31m seized\r\nin Bar"))
    assert articles[0].text == "Ko caine  [31m seized\nin Bar"
    assert complaints == [(1, "The text holds 2 control characters; each was read as a space.")]


def test_a_number_as_id_and_a_byte_order_mark_are_taken() -> None:
    articles, complaints = read(b"\xef\xbb\xbf" + line(id=7))
    assert articles[0].id == "7"
    assert not complaints


def test_gzip_and_plain_files_are_told_apart_by_their_bytes(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.data"
    plain.write_bytes(line() + b"\n")
    packed.write_bytes(gzip.compress(line() + b"\n"))
    for path in (plain, packed):
        with open_lines(str(path)) as stream:
            assert [number for number, _ in numbered(stream)] == [1]


def test_a_gzip_file_that_breaks_off_gives_what_it_held_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.gz"
    path.write_bytes(gzip.compress(b"".join(line(id=str(n)) + b"\n" for n in range(20_000)))[:-4000])
    seen: list[int] = []
    with open_lines(str(path)) as stream, pytest.raises(KomshiError, match="breaks off after line"):
        seen.extend(number for number, _ in numbered(stream))
    assert len(seen) > 100


def test_a_missing_file_is_a_sentence() -> None:
    with pytest.raises(KomshiError, match="cannot be opened"), open_lines("/nowhere/at/all.jsonl"):
        pass


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    stream = io.BytesIO(b"x" * (LONGEST_LINE * 2 + 5) + b"\n" + line() + b"\n")
    assert [(n, len(text) <= LONGEST_LINE) for n, text in numbered(stream)] == [(1, True), (2, True)]


def test_the_title_is_put_first_unless_the_text_opens_with_it() -> None:
    assert Article(id="a", text="Body", title="Head").canonical == "Head\nBody"
    assert Article(id="a", text="Head\nBody", title="Head").canonical == "Head\nBody"
    assert Article(id="a", text="Body").canonical == "Body"


def test_a_month_and_a_year_are_dates_of_publication() -> None:
    assert [str(parse_published(value)) for value in ("2024", "2024-03", "2024-03-15")] == [
        "2024-01-01",
        "2024-03-01",
        "2024-03-15",
    ]
    assert parse_published(None) is None
