"""A real server on the loopback that says what a test tells it to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Respond = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request; `respond` of the server writes the answer by hand."""

    def do_GET(self) -> None:
        self.server.seen.append(self)
        respond = self.server.pages.get(self.path.partition("?")[0])
        if respond is None:
            self.answer(404, b"nothing here")
        elif callable(respond):
            respond(self)
        else:
            self.answer(200, respond)

    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        respond = self.server.posts.get(self.path)
        if respond is None:
            self.answer(404, b"nothing here")
        elif callable(respond):
            respond(self)
        else:
            self.answer(200, respond, Content_Type="application/json")

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), "Content_Type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Quiet."""


class Site(ThreadingHTTPServer):
    """`pages`, `posts`: path -> bytes or a function of the request; `seen`, `bodies`: what came so far."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.pages: dict[str, bytes | Respond] = {}
        self.posts: dict[str, bytes | Respond] = {}
        self.bodies: list[bytes] = []
        self.seen: list[Request] = []
        self.url = f"http://localhost:{self.server_address[1]}"

    def paths(self) -> list[str]:
        return [request.path for request in self.seen]

    def handle_error(self, *args: object) -> None:
        """A client that hangs up is what some tests are about."""


@pytest.fixture
def site() -> Iterator[Site]:
    """The server."""
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def dribble(piece: bytes, pause: float) -> Respond:
    """Answers with a body that never ends."""

    def respond(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        try:
            while True:
                request.wfile.write(piece)
                request.wfile.flush()
                time.sleep(pause)
        except OSError:
            return

    return respond
