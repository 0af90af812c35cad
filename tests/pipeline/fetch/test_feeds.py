"""Feeds of several makes, whole and broken."""

from __future__ import annotations

import pytest

from komshi.pipeline.fetch.feeds import MOST_ENTRIES, NotAFeed, entries
from komshi.pipeline.fetch.plain import plain_text

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Езерски весник</title>{items}</channel></rss>"""
ITEM = """<item><title>Заплена во &lt;b&gt;Струга&lt;/b&gt;</title><link>https://example.org/1</link>
<pubDate>Fri, 15 Mar 2024 00:30:00 +0100</pubDate>
<description>&lt;p&gt;Три кила &amp;amp; пиштол.&lt;/p&gt;</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Lajme</title>
<entry><title>Arrestim në Durrës</title><link href="https://example.org/2"/>
<updated>2024-03-15T08:00:00Z</updated><summary>Policia arrestoi dy persona.</summary>
<content type="html">&lt;p&gt;Policia arrestoi dy persona në Durrës.&lt;/p&gt;
&lt;script&gt;alert(1)&lt;/script&gt;</content></entry></feed>"""


def rss(*items: str, encoding: str = "utf-8") -> bytes:
    return RSS.format(encoding=encoding, items="".join(items)).encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_an_rss_entry_is_read_in_its_encoding_and_without_markup(encoding: str) -> None:
    entry = entries(rss(ITEM, encoding=encoding), url="https://example.org/feed")[0]
    assert (entry.url, entry.title, entry.summary) == (
        "https://example.org/1",
        "Заплена во Струга",
        "Три кила & пиштол.",
    )


def test_the_day_is_the_day_of_the_outlets_own_clock() -> None:
    assert entries(rss(ITEM), url="https://example.org/feed")[0].published == "2024-03-15T00:30:00+01:00"


def test_an_atom_entry_brings_its_longest_words() -> None:
    entry = entries(ATOM.encode(), url="https://example.org/feed", media_type="application/atom+xml")[0]
    assert (entry.published, entry.summary) == ("2024-03-15T08:00:00+00:00", "Policia arrestoi dy persona në Durrës.")


@pytest.mark.parametrize("date", ["", "<pubDate>soon</pubDate>", "<pubDate>Fri, 15 Mar 1890 00:30:00 +0100</pubDate>"])
def test_a_date_that_cannot_be_is_no_date(date: str) -> None:
    item = f"<item><title>x</title><link>https://example.org/1</link>{date}</item>"
    assert entries(rss(item), url="https://example.org/feed")[0].published == ""


@pytest.mark.parametrize("link", ["javascript:alert(1)", "", "file:///etc/passwd"])
def test_an_entry_without_an_address_of_the_web_is_left_out(link: str) -> None:
    assert entries(rss(f"<item><title>x</title><link>{link}</link></item>"), url="https://example.org/feed") == []


@pytest.mark.parametrize("body", [b"", b"<html><body>Hello</body></html>", b"http://127.0.0.1:9/feed", b"\x00\xff"])
def test_what_is_no_feed_is_said_to_be_none_and_nothing_is_fetched(
    body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection was opened"))
    with pytest.raises(NotAFeed):
        entries(body, url="https://example.org/feed")


def test_a_feed_that_breaks_off_gives_what_is_whole() -> None:
    assert len(entries(rss(ITEM, ITEM)[:-200], url="https://example.org/feed")) >= 1


def test_a_feed_without_end_gives_its_newest_entries() -> None:
    items = [f"<item><title>x</title><link>https://example.org/{number}</link></item>" for number in range(200)]
    assert len(entries(rss(*items), url="https://example.org/feed")) == MOST_ENTRIES


def test_plain_text_keeps_paragraphs_and_drops_scripts() -> None:
    assert plain_text("<p>A&nbsp;b<br>c</p><style>x{}</style><div>d</div>") == "A b\nc\nd"
