"""The article in a page."""

from __future__ import annotations

import pytest

from komshi.pipeline.fetch.page import page_text

WORDS = "Policija je u luci zaplijenila sto kilograma kokaina, saopštilo je tužilaštvo. " * 5
PAGE = f"""<html><head><title>Zapljena u luci</title>
<meta property="article:published_time" content="2024-03-15T10:00:00"></head>
<body><nav><a href="/">Naslovna</a><a href="/s">Sport</a></nav><article><h1>Zapljena u luci</h1><p>{WORDS}</p></article>
<footer>Sva prava zadržana</footer></body></html>"""


def test_the_article_is_found_without_menu_and_footer() -> None:
    page = page_text(PAGE, url="https://example.org/1")
    assert WORDS.strip() in page.text
    assert "Sport" not in page.text
    assert (page.title, page.published, page.url) == ("Zapljena u luci", "2024-03-15", "https://example.org/1")


def test_bytes_are_read_too() -> None:
    assert "tužilaštvo" in page_text(PAGE.encode()).text


@pytest.mark.parametrize("html", ["", "<", "<html></html>", b"\x00\xff\xfe", "<p>Short.</p>", "<div>" * 3000, "{}"])
def test_a_page_without_an_article_is_none_and_no_error(html: str | bytes) -> None:
    assert page_text(html) is None
