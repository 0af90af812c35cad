"""Turns what goes wrong before Komshi runs into one sentence that says what to do."""

from __future__ import annotations

import re
import signal


class LaunchError(Exception):
    """The launcher cannot go on; the message is the whole sentence for the user."""


class Stopped(BaseException):
    """A signal asked the launcher to stop. Not an Exception: nothing on the way may swallow it."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


FULL_DISK = "The disk is full: free about {need} MB, then run the same command again; what was fetched is kept."
READ_ONLY_CHECKOUT = (
    "The folder {folder} cannot be written: copy Komshi to a folder of yours, or give yourself write access to it."
)
READ_ONLY_HOME = (
    "The folder {folder} cannot be written, and Komshi keeps its data there: name another folder, "
    "for example `KOMSHI_DATA=/srv/komshi python3 run.py {command}`."
)
NO_VENV = (
    "Python's venv module is incomplete on this machine: type `apt install python3-venv` (as root), "
    "then run the same command again."
)
WINDOWS = "Komshi runs on Linux and macOS; on Windows, run it inside WSL (Windows Subsystem for Linux)."

# What pip, npm and the build print when something outside Komshi is wrong; the first that matches speaks.
_CAUSES: tuple[tuple[str, str], ...] = (
    (r"No space left on device|ENOSPC|Errno 28\b|disk quota exceeded|EDQUOT", FULL_DISK),
    (
        r"DO NOT MATCH THE HASHES|EINTEGRITY",
        (
            "A downloaded package is not the one that Komshi was tested with, so it was not installed: "
            "use another package index if yours changes packages, otherwise report this. Details: {log}."
        ),
    ),
    (
        (
            r"Failed to establish a new connection|Temporary failure in name resolution|Name or service not known|"
            r"getaddrinfo|Network is unreachable|ConnectTimeout|ReadTimeout|ProxyError|Max retries exceeded|SSLError|"
            r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|HTTP error 5\d\d"
        ),
        (
            "The package index cannot be reached: check the network and your proxy, then run the same command again; "
            "what was fetched is kept. Details: {log}."
        ),
    ),
    (
        r"Failed (?:to build|building wheel for) (?P<package>[\w.-]+)",
        (
            "The package {package} has no ready-made build for this Python and machine, and building it failed: "
            "use Python 3.11, 3.12 or 3.13, or install a compiler (`apt install g++ python3-dev`). Details: {log}."
        ),
    ),
    (
        r"No matching distribution found for (?P<package>[\w.-]+)",
        (
            "Your package index does not have {package} for this Python and machine: check pip's settings with "
            "`pip config list`, or use Python 3.11, 3.12 or 3.13. Details: {log}."
        ),
    ),
    (
        r"Read-only file system|EROFS|Permission denied|EACCES|EPERM",
        "A folder that the set-up needs cannot be written: run it as the user who owns this folder. Details: {log}.",
    ),
    (
        r"npm error code (?P<package>\w+)",
        (
            "npm could not install the front end's packages ({package}): check npm's settings with `npm config list`, "
            "then run the same command again. Details: {log}."
        ),
    ),
)


def diagnose(what: str, output: str, *, log: str, need: int = 1000) -> LaunchError:
    """The error for a failed step: `what` it was, its `output`, the path of the log, the megabytes it needs."""
    for pattern, sentence in _CAUSES:
        if found := re.search(pattern, output, re.IGNORECASE):
            package = found.groupdict().get("package", "")
            return LaunchError(sentence.format(package=package, log=log, need=need))
    last = next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "it said nothing")
    return LaunchError(f"{what}: this step failed ({last[:300].rstrip('.')}). Details: {log}.")
