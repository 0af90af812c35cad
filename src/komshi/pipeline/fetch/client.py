"""One address in, its bytes out: checked, pinned to the checked address, bounded in size and time."""

from __future__ import annotations

import asyncio
import time
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin

import httpx

from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused, resolve

_REDIRECTS = {301, 302, 303, 307, 308}
_BLOCK = 1 << 16
# A host with several addresses is tried at the next one after this long.
_CONNECT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch: bytes as received and as unpacked, seconds in all (redirects included), redirects."""

    received: int = 5_000_000
    unpacked: int = 10_000_000
    seconds: float = 20.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Conditional:
    """What the last visit brought, so that the server may say that nothing is new."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `status` is 304 with an empty body when nothing changed; `url` is where the redirects ended."""

    url: str
    status: int
    body: bytes
    media_type: str
    charset: str
    etag: str
    last_modified: str


def get(
    url: str,
    *,
    user_agent: str,
    limits: Limits | None = None,
    conditional: Conditional | None = None,
    allowed: Collection[str] = (),
) -> Answer:
    """Fetches one address. `allowed` lists addresses that are fetched although they are not public (for tests).

    Raises FetchRefused for what must not be fetched, FetchFailed for what could not be fetched this time.
    """
    bounds = limits or Limits()
    visit = _Visit(user_agent, bounds, conditional or Conditional(), allowed)
    try:
        return asyncio.run(asyncio.wait_for(visit.follow(url), bounds.seconds))
    except TimeoutError as error:
        raise FetchFailed(f"{url} did not answer within {bounds.seconds:g} seconds.") from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        # InvalidURL and UnicodeError: a server can write anything into the address that it redirects to.
        raise FetchFailed(f"{url} could not be fetched: {str(error) or type(error).__name__}.") from error


class _Visit:
    """One fetch with its redirects, under one deadline."""

    def __init__(self, user_agent: str, limits: Limits, conditional: Conditional, allowed: Collection[str]) -> None:
        self.limits = limits
        self.allowed = allowed
        self.deadline = time.monotonic() + limits.seconds
        self.headers = {"User-Agent": user_agent, "Accept-Encoding": "gzip", "Accept": "*/*"}
        if conditional.etag:
            self.headers["If-None-Match"] = conditional.etag
        if conditional.last_modified:
            self.headers["If-Modified-Since"] = conditional.last_modified

    async def follow(self, url: str) -> Answer:
        timeout = httpx.Timeout(self.limits.seconds, connect=min(_CONNECT_SECONDS, self.limits.seconds))
        # trust_env off: a proxy from the environment would resolve the name again, behind our check.
        async with httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=timeout) as client:
            for _step in range(self.limits.redirects + 1):
                answer = await self._one(client, checked_url(url))
                if isinstance(answer, Answer):
                    return answer
                url = answer
        raise FetchFailed(f"{url} redirects more than {self.limits.redirects} times.")

    async def _one(self, client: httpx.AsyncClient, url: httpx.URL) -> Answer | str:
        """One request: the answer, or the address to which it redirects."""
        port = url.port or (443 if url.scheme == "https" else 80)
        host = url.raw_host.decode("ascii")
        left = self.deadline - time.monotonic()
        addresses = await asyncio.to_thread(resolve, host, port, seconds=left, allowed=self.allowed)
        failure: httpx.TransportError | None = None
        for address in addresses[:3]:
            request = client.build_request(
                "GET",
                url.copy_with(host=address),
                headers={**self.headers, "Host": url.netloc.decode("ascii")},
                # The certificate is checked against the name, although the connection goes to the address.
                extensions={"sni_hostname": host},
            )
            try:
                response = await client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
                continue
            try:
                return await self._read(response, url)
            finally:
                await response.aclose()
        raise FetchFailed(f"{url.host} could not be reached: {failure or 'it has no address'}.")

    async def _read(self, response: httpx.Response, url: httpx.URL) -> Answer | str:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return urljoin(str(url), response.headers["location"])
        body = b"" if response.status_code == 304 else await self._body(response, url)
        kind = Message()
        kind["Content-Type"] = response.headers.get("content-type", "application/octet-stream")
        return Answer(
            url=str(url),
            status=response.status_code,
            body=body,
            media_type=kind.get_content_type(),
            charset=kind.get_content_charset("") or "",
            etag=response.headers.get("etag", "")[:400],
            last_modified=response.headers.get("last-modified", "")[:100],
        )

    async def _body(self, response: httpx.Response, url: httpx.URL) -> bytes:
        """The body, unpacked piece by piece: a small gzip can hold a thousand times its size."""
        encoding = response.headers.get("content-encoding", "identity").lower()
        if encoding not in ("identity", "gzip", "x-gzip", ""):
            raise FetchFailed(f"{url} came packed as {encoding[:20]}, which was not asked for.")
        unpack = zlib.decompressobj(31) if "gzip" in encoding else None
        received, body = 0, bytearray()
        try:
            async for piece in response.aiter_raw(_BLOCK):
                received += len(piece)
                if received > self.limits.received:
                    raise FetchFailed(f"{url} is larger than {self.limits.received:,} bytes.")
                room = self.limits.unpacked - len(body) + 1
                body += unpack.decompress(piece, room) if unpack else piece
                if len(body) > self.limits.unpacked:
                    raise FetchFailed(f"{url} unpacks to more than {self.limits.unpacked:,} bytes.")
        except zlib.error as error:
            raise FetchFailed(f"{url} is packed in a way that cannot be read.") from error
        if unpack is not None and not unpack.eof:
            raise FetchFailed(f"{url} broke off before its end.")
        return bytes(body)


def checked_url(url: str) -> httpx.URL:
    """An address of the web without a password in it; FetchRefused for everything else."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchRefused(f"{url[:200]!r} is not an address.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchRefused(f"{url[:200]!r} is not an address of the web (http or https).")
    if parsed.userinfo:
        raise FetchRefused("An address with a name and a password in it is not fetched.")
    return parsed.copy_with(fragment=None)
