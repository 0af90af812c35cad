"""What strangers and members write into addresses and fields, taken for what it is or for nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

_LONGEST_NUMBER = 18
"""Digits that every database takes as a whole number."""


def whole_number(written: str) -> int | None:
    """The number, or None: `str.isdigit` alone lets `²` through, which `int` refuses, and any length."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _LONGEST_NUMBER else None


def web_address(written: str) -> str:
    """The address when it is one of the web that can be a link (http or https, with a host), otherwise nothing."""
    try:
        parts = urlsplit(written.strip())
        _port = parts.port
    except ValueError:  # a server, a file or a person can write anything
        return ""
    return written.strip() if parts.scheme in ("http", "https") and parts.hostname else ""
