"""The worker child of `komshi up`."""

from __future__ import annotations

import os
import signal
import threading

import django

from komshi.observatory.config.lifeline import die_with_parent


def run() -> None:
    """Works until SIGTERM or SIGINT, then ends after the transaction that it is in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "komshi.observatory.config.settings")
    django.setup()
    from komshi.observatory.config.worker import work  # noqa: PLC0415 - models can be imported only now

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    work(stop)


if __name__ == "__main__":
    if parent := os.environ.get("KOMSHI_PARENT"):
        die_with_parent(int(parent))
    run()
