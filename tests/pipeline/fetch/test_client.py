"""Fetching within bounds, against a real server on the loopback."""

from __future__ import annotations

import gzip
import time

import pytest

from komshi.pipeline.fetch import addresses, client
from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused
from komshi.pipeline.fetch.client import Answer, Conditional, Limits, get

from .conftest import Site, dribble

LOOPBACK = {"127.0.0.1", "::1"}


def fetch(url: str, **values: object) -> Answer:
    return get(url, user_agent="Komshi/test", allowed=LOOPBACK, **values)


def test_a_page_comes_back_with_what_the_server_says_of_it(site: Site) -> None:
    site.pages["/a"] = lambda request: request.answer(
        200,
        "Zdravo, комшија".encode("windows-1251", "replace"),
        Content_Type="text/html; charset=windows-1251",
        ETag='"v1"',
    )
    answer = fetch(f"{site.url}/a#part")
    assert (answer.status, answer.media_type, answer.charset, answer.etag) == (200, "text/html", "windows-1251", '"v1"')
    assert answer.body.decode(answer.charset).endswith("комшија")
    headers = site.seen[0].headers
    assert headers["Host"] == site.url.removeprefix("http://")
    assert headers["User-Agent"] == "Komshi/test"


def test_the_loopback_is_refused_unless_it_is_allowed(site: Site) -> None:
    with pytest.raises(FetchRefused):
        get(f"{site.url}/", user_agent="Komshi/test")
    assert site.seen == []


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers with a public address first and a private one later gets no second chance."""
    asked = []
    real = addresses.socket.getaddrinfo

    def rebind(host: str, *args: object, **kwargs: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else "127.0.0.2", *args, **kwargs)

    monkeypatch.setattr(addresses.socket, "getaddrinfo", rebind)
    site.pages["/"] = b"ok"
    port = site.server_address[1]
    answer = get(f"http://rebinding.example:{port}/", user_agent="Komshi/test", allowed={"127.0.0.1"})
    assert answer.body == b"ok"
    assert [one for one in asked if one == "rebinding.example"] == ["rebinding.example"]
    assert site.seen[0].headers["Host"] == f"rebinding.example:{port}"


@pytest.mark.parametrize("target", ["http://127.0.0.2/", "http://169.254.169.254/latest", "http://[::ffff:7f00:1]/"])
def test_a_redirect_to_a_private_address_is_refused(site: Site, target: str) -> None:
    site.pages["/"] = lambda request: request.answer(302, Location=target)
    with pytest.raises(FetchRefused, match="public internet"):
        fetch(f"{site.url}/")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/"])
def test_a_redirect_away_from_the_web_is_refused(site: Site, target: str) -> None:
    site.pages["/"] = lambda request: request.answer(302, Location=target)
    with pytest.raises(FetchRefused, match="is not an address"):
        fetch(f"{site.url}/")


@pytest.mark.parametrize("target", ["javascript:1", "http://[::", "//", "http://\xff\xfe.example/", "http://a:99999/"])
def test_a_redirect_to_nonsense_is_an_error_of_ours_and_no_crash(site: Site, target: str) -> None:
    site.pages["/"] = lambda request: request.answer(302, Location=target)
    with pytest.raises((FetchRefused, FetchFailed)):
        fetch(f"{site.url}/")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "localhost", "", "http://", "http://ana:secret@localhost/", "http://[::"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(FetchRefused):
        fetch(url)


def test_redirects_are_followed_and_counted(site: Site) -> None:
    site.pages["/a"] = lambda request: request.answer(301, Location="/b")
    site.pages["/b"] = b"here"
    site.pages["/round"] = lambda request: request.answer(302, Location="/round")
    answer = fetch(f"{site.url}/a")
    assert (answer.url, answer.body) == (f"{site.url}/b", b"here")
    with pytest.raises(FetchFailed, match="redirects more than 5 times"):
        fetch(f"{site.url}/round")


def test_nothing_new_is_an_answer_too(site: Site) -> None:
    site.pages["/"] = lambda request: request.answer(304)
    answer = fetch(f"{site.url}/", conditional=Conditional(etag='"v1"', last_modified="Fri, 15 Mar 2024 10:00:00 GMT"))
    assert (answer.status, answer.body) == (304, b"")
    assert site.seen[0].headers["If-None-Match"] == '"v1"'
    assert site.seen[0].headers["If-Modified-Since"] == "Fri, 15 Mar 2024 10:00:00 GMT"


def test_a_body_without_end_is_cut_off_by_size(site: Site) -> None:
    site.pages["/"] = dribble(b"x" * 10_000, 0)
    with pytest.raises(FetchFailed, match="larger than"):
        fetch(f"{site.url}/", limits=Limits(received=100_000))


def test_a_body_without_end_is_cut_off_by_time(site: Site) -> None:
    site.pages["/"] = dribble(b"x", 0.05)
    began = time.monotonic()
    with pytest.raises(FetchFailed, match=r"within 0\.5 seconds"):
        fetch(f"{site.url}/", limits=Limits(seconds=0.5))
    assert time.monotonic() - began < 2


def test_headers_without_end_are_cut_off_by_time(site: Site) -> None:
    def respond(request: object) -> None:
        try:
            request.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(1000):
                request.wfile.write(f"X-{number}: x\r\n".encode())
                request.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    site.pages["/"] = respond
    began = time.monotonic()
    with pytest.raises(FetchFailed):
        fetch(f"{site.url}/", limits=Limits(seconds=0.5))
    assert time.monotonic() - began < 2


def test_a_packed_body_is_unpacked(site: Site) -> None:
    site.pages["/"] = lambda request: request.answer(200, gzip.compress(b"words " * 1000), Content_Encoding="gzip")
    assert fetch(f"{site.url}/").body == b"words " * 1000


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused_without_unpacking_it_all(site: Site, monkeypatch) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 60_000
    pieces: list[int] = []
    real = client.zlib.decompressobj

    class Watched:
        def __init__(self, *args: int) -> None:
            self.inner = real(*args)

        def decompress(self, data: bytes, most: int) -> bytes:
            out = self.inner.decompress(data, most)
            pieces.append(len(out))
            return out

    monkeypatch.setattr(client.zlib, "decompressobj", Watched)
    site.pages["/"] = lambda request: request.answer(200, bomb, Content_Encoding="gzip")
    with pytest.raises(FetchFailed, match="unpacks to more than"):
        fetch(f"{site.url}/", limits=Limits(unpacked=1_000_000))
    assert sum(pieces) == 1_000_001


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(gzip.compress(b"words" * 1000, mtime=0)[:-9], "gzip"), (b"not packed at all", "gzip"), (b"x", "br")],
)
def test_a_body_that_cannot_be_unpacked_is_a_failure(site: Site, body: bytes, encoding: str) -> None:
    site.pages["/"] = lambda request: request.answer(200, body, Content_Encoding=encoding)
    with pytest.raises(FetchFailed):
        fetch(f"{site.url}/")


def test_a_server_that_is_not_there_is_a_failure(site: Site) -> None:
    port = site.server_address[1]
    site.shutdown()
    site.server_close()
    with pytest.raises(FetchFailed, match="could not be reached"):
        fetch(f"http://localhost:{port}/")


def test_a_proxy_in_the_environment_is_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.9:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.9:1")
    site.pages["/"] = b"ok"
    assert fetch(f"{site.url}/").body == b"ok"
