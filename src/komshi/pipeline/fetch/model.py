"""Asks a language model that runs on this very machine; an address of any other machine is refused.

Comes in: instructions and a text. Goes out: the words of the answer. The protocol is the chat completion that local
model servers share (llama.cpp, Ollama, vLLM and others speak it), asked for the likeliest answer in JSON.
"""

from __future__ import annotations

import ipaddress
import json
from dataclasses import dataclass

import httpx

from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused
from komshi.pipeline.fetch.client import checked_url

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
        host = checked_url(self.address).host
        try:
            is_here = host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
        except ValueError:
            is_here = False
        if not is_here:
            raise FetchRefused(
                f"A model at {host} is on another machine, and no text leaves this one. Run it here, and give an"
                " address such as http://127.0.0.1:8080/v1."
            )

    def __call__(self, instructions: str, text: str) -> str:
        """The answer. Raises FetchFailed when there is none in time, or not one in the form of the protocol."""
        asked = {
            "model": self.name,
            "temperature": 0,
            "response_format": {"type": "json_object"},
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": text}],
        }
        # trust_env off: a proxy of the environment would carry the text away.
        with httpx.Client(trust_env=False, follow_redirects=False, timeout=self.seconds) as client:
            try:
                return _content(self._post(client, asked))
            except httpx.HTTPError as error:
                raise self._failed(f"did not answer: {str(error) or type(error).__name__}") from error
            except (ValueError, KeyError, IndexError, TypeError) as error:
                raise self._failed("answered in another form than was asked for") from error

    def _post(self, client: httpx.Client, asked: dict[str, object]) -> bytes:
        body = bytearray()
        with client.stream("POST", f"{self.address.rstrip('/')}/chat/completions", json=asked) as response:
            if response.status_code != httpx.codes.OK:
                raise self._failed(f"answered with status {response.status_code}")
            for piece in response.iter_bytes():
                body += piece
                if len(body) > _LARGEST:
                    raise self._failed(f"answered more than {_LARGEST:,} bytes")
        return bytes(body)

    def _failed(self, what: str) -> FetchFailed:
        return FetchFailed(f"The model at {self.address} {what}.")


def _content(body: bytes) -> str:
    """The words of the first choice."""
    said = json.loads(body)["choices"][0]["message"]["content"]
    if not isinstance(said, str):
        raise TypeError("the content of an answer is text")
    return said
