"""How often a stranger may ask for something that costs the server work. Kept in memory, for a while, under a hash."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from allauth.account.adapter import get_adapter

if TYPE_CHECKING:
    from django.http import HttpRequest

_MOST_ADDRESSES = 10_000


class Allowance:
    """At most `times` in `seconds` for each address. One server process asks it, so memory is enough.

    An address is kept as a hash with a salt of this process, and forgotten with it.
    """

    def __init__(self, times: int, *, seconds: float) -> None:
        self._times, self._seconds = times, seconds
        self._salt = secrets.token_bytes(16)
        self._asked: OrderedDict[bytes, list[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, request: HttpRequest) -> bool:
        """Whether the sender of the request may ask once more; if so, this counts as asking."""
        address = get_adapter().get_client_ip(request)
        return self.take_for(address, now=time.monotonic())

    def take_for(self, address: str, *, now: float) -> bool:
        """The same for an address and a time in seconds."""
        key = hashlib.blake2b(address.encode(), key=self._salt, digest_size=16).digest()
        with self._lock:
            recent = [at for at in self._asked.pop(key, []) if now - at < self._seconds]
            allowed = len(recent) < self._times
            self._asked[key] = [*recent, now] if allowed else recent
            while len(self._asked) > _MOST_ADDRESSES:
                self._asked.popitem(last=False)
        return allowed
