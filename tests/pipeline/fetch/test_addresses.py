"""Which addresses belong to the public internet."""

from __future__ import annotations

import ipaddress
import threading
import time

import pytest

from komshi.pipeline.fetch import addresses
from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused, is_public, resolve

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0",
    "0.1.2.3", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.51.100.1", "203.0.113.5", "198.18.0.1",
    "192.88.99.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%1", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808",
    "64:ff9b:1::a00:1", "2002:7f00:1::1", "2002:808:808::1", "2001::1", "2001:0:7f00:1::",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_address_in_any_dress_is_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "::1", "0"])
def test_the_loopback_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(FetchRefused, match="not an address of the public internet"):
        resolve(host, 80, seconds=5)


def test_a_name_that_does_not_exist_is_a_failure_and_no_refusal() -> None:
    with pytest.raises(FetchFailed):
        resolve("nowhere.invalid", 80, seconds=10)


def test_an_address_can_be_allowed_by_name_of_the_address_only() -> None:
    assert resolve("localhost", 80, seconds=5, allowed={"127.0.0.1", "::1"})
    with pytest.raises(FetchRefused):
        resolve("127.0.0.2", 80, seconds=5, allowed={"127.0.0.1"})


def test_a_resolver_that_is_slow_is_a_failure_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *_args, **_kwargs: over.wait(10) and [])
    began = time.monotonic()
    with pytest.raises(FetchFailed, match="in time"):
        resolve("slow.example", 80, seconds=0.2)
    over.set()
    assert time.monotonic() - began < 5
