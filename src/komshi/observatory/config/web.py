"""The web child of `komshi up`: granian with one process and a few threads. Knows no Django itself."""

from __future__ import annotations

import os

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from komshi.observatory.config.environment import read_environment
from komshi.observatory.config.lifeline import die_with_parent


def serve() -> None:
    """Serves until it is told to stop."""
    environment = read_environment()
    os.environ["KOMSHI_WEB_PARENT"] = str(os.getpid())
    Server(
        "komshi.observatory.config.wsgi:application",
        address=environment.host.strip("[]"),
        port=environment.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        backlog=256,
        respawn_failed_workers=True,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        workers_kill_timeout=4,
    ).serve()


if __name__ == "__main__":
    if parent := os.environ.get("KOMSHI_PARENT"):
        die_with_parent(int(parent))
    serve()
