"""Names to addresses, resolved by us: an address that is not on the public internet is refused."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Collection

from komshi.errors import KomshiError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchRefused(KomshiError):
    """The address must not be fetched, now or later."""


class FetchFailed(KomshiError):
    """The address could not be fetched this time."""


# Beyond what `is_global` knows: forms of IPv6 that carry an IPv4 address inside (compatible, NAT64, 6to4, Teredo),
# the translation prefix for local use, and the site-local addresses of old.
_NEVER = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2002::/16", "fec0::/10",
    )
)  # fmt: skip


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet; an IPv4 address inside an IPv6 one never is."""
    if isinstance(address, ipaddress.IPv6Address) and (address.ipv4_mapped is not None or address.scope_id is not None):
        return False
    if any(address.version == block.version and address in block for block in _NEVER):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int, *, seconds: float, allowed: Collection[str] = ()) -> list[str]:
    """All addresses of a host, the ones to connect to. Refused when any of them is not public and not in `allowed`.

    FetchFailed when the name is unknown or nobody answers in time.
    """
    answers: queue.Queue[list[str] | OSError | UnicodeError] = queue.Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(sockaddr[0]) for _family, _type, _proto, _name, sockaddr in found])
        except (OSError, UnicodeError) as error:
            answers.put(error)

    # A thread of its own, as a daemon: the resolver knows no deadline.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(0.0, seconds))
    except queue.Empty as error:
        raise FetchFailed(f"The name {host} was not resolved in time.") from error
    if isinstance(answer, Exception):
        raise FetchFailed(f"The name {host} is not known.") from answer
    addresses = list(dict.fromkeys(answer))
    for address in addresses:
        if address not in allowed and not is_public(ipaddress.ip_address(address)):
            raise FetchRefused(f"{host} is at {address}, which is not an address of the public internet.")
    return addresses
