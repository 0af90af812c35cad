"""Asks a language model that runs on this very machine; an address of any other machine is refused.

Comes in: instructions and a text. Goes out: the words of the answer. The protocol is the chat completion that local
model servers share (llama.cpp, Ollama, vLLM and others speak it), asked for the likeliest answer in JSON. The plain
client of Python knows no proxy and follows no redirect, so a text goes where it was sent and nowhere else.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused

_LARGEST = 200_000
"""Bytes of an answer: a few hundred are enough for what is asked."""


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A model server of this machine. `address` is where its interface begins, such as `http://127.0.0.1:8080/v1`."""

    address: str
    name: str
    seconds: float = 60.0

    def __post_init__(self) -> None:
        """Raises FetchRefused for an address that does not stay on this machine: no text may leave it."""
        _checked(self.address)

    def __call__(self, instructions: str, text: str) -> str:
        """The answer. Raises FetchFailed when there is none in time, or not one in the form of the protocol."""
        asked = {
            "model": self.name,
            "temperature": 0,
            "response_format": {"type": "json_object"},
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": text}],
        }
        try:
            return _content(self._post(json.dumps(asked).encode()))
        except (OSError, http.client.HTTPException) as error:
            raise self._failed(f"did not answer: {str(error) or type(error).__name__}") from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise self._failed("answered in another form than was asked for") from error

    def _post(self, body: bytes) -> bytes:
        parts = _checked(self.address)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=self.seconds)
        try:
            path = f"{parts.path.rstrip('/')}/chat/completions"
            connection.request("POST", path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            if response.status != http.client.OK:
                raise self._failed(f"answered with status {response.status}")
            answer = response.read(_LARGEST + 1)
        finally:
            connection.close()
        if len(answer) > _LARGEST:
            raise self._failed(f"answered more than {_LARGEST:,} bytes")
        return answer

    def _failed(self, what: str) -> FetchFailed:
        return FetchFailed(f"The model at {self.address} {what}.")


def _checked(address: str) -> SplitResult:
    """The parts of an address of this machine; FetchRefused for any other."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchRefused(f"{address[:200]!r} is not an address.") from error
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise FetchRefused(f"A model needs an address such as http://127.0.0.1:8080/v1, not {address[:200]!r}.")
    if not _is_here(host):
        raise FetchRefused(
            f"A model at {host} is on another machine, and no text leaves this one. Run it here, and give an address"
            " such as http://127.0.0.1:8080/v1."
        )
    return parts


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _content(body: bytes) -> str:
    """The words of the first choice."""
    said = json.loads(body)["choices"][0]["message"]["content"]
    if not isinstance(said, str):
        raise TypeError("the content of an answer is text")
    return said
