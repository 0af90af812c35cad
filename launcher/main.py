"""The commands of run.py: what each one prepares, and what it starts."""

from __future__ import annotations

import difflib
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from launcher import locks, suite, wheel
from launcher.errors import FULL_DISK, READ_ONLY_CHECKOUT, WINDOWS, LaunchError, Stopped
from launcher.places import Checkout, check_home
from launcher.prepare import prepare
from launcher.processes import Command, stoppable

NOT_DONE = 2
USAGE = """usage: python3 run.py COMMAND [OPTIONS]

  demo            set Komshi up and serve the demo observatory on http://127.0.0.1:8000
  up              set Komshi up and serve your own observatory
  test            set Komshi up and run all its tests, on SQLite and on PostgreSQL (options go to pytest)
  test --long     run the endurance tests of tests/long instead
  setup           set Komshi up and start nothing
  wheel           build a wheel that installs without Node, into dist/
  lock            renew requirements*.lock and package-lock.json (--upgrade: to the newest versions)

Once it is set up, every other command is a command of .venv/bin/komshi, for example:
  .venv/bin/komshi read articles.jsonl -o readings.jsonl
"""


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code. Whatever goes wrong is one sentence on stderr."""
    if os.name != "posix":
        return _say(WINDOWS)
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(USAGE, end="")
        return 0 if arguments else NOT_DONE
    command, options = arguments[0], list(arguments[1:])
    if command not in COMMANDS:
        return _unknown(command)
    checkout = Checkout(Path(__file__).resolve().parent.parent)
    try:
        with stoppable():
            return COMMANDS[command](checkout, options)
    except LaunchError as error:
        return _say(str(error))
    except Stopped as stopped:
        return 128 + stopped.number
    except OSError as error:
        return _say(_plain(error, checkout))


def _serve(command: str) -> Callable[[Checkout, list[str]], int]:
    def serve(checkout: Checkout, options: list[str]) -> int:
        if not {"-h", "--help"} & set(options):
            check_home(command)
        prepare(checkout)
        return _become([checkout.program("komshi"), command, *options])

    return serve


def _setup(checkout: Checkout, options: list[str]) -> int:
    _refuse_options("setup", options)
    prepare(checkout)
    print("Komshi is set up; `python3 run.py demo` starts it.")
    return 0


def _become(command: Command) -> NoReturn:
    """The launcher turns into Komshi: no process is left between the user's Ctrl-C and the server."""
    sys.stdout.flush()
    os.execv(command[0], [str(part) for part in command])  # noqa: S606 - no shell is wanted


def _wheel(checkout: Checkout, options: list[str]) -> int:
    _refuse_options("wheel", options)
    return wheel.build(checkout)


def _refuse_options(command: str, options: list[str]) -> None:
    if options:
        raise LaunchError(f"`run.py {command}` takes no options; type `python3 run.py {command}`.")


def _unknown(command: str) -> int:
    near = difflib.get_close_matches(command, COMMANDS, n=1)
    hint = (
        f"did you mean `python3 run.py {near[0]}`"
        if near
        else f"if it is one of Komshi's, type `.venv/bin/komshi {command}`"
    )
    return _say(f"run.py does not know the command {command!r}: {hint}; `python3 run.py --help` lists what there is.")


def _plain(error: OSError, checkout: Checkout) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FULL_DISK.format(need=1000)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return READ_ONLY_CHECKOUT.format(folder=error.filename or checkout.root)
    return f"The set-up cannot go on: {error.strerror or error} ({error.filename or checkout.root})."


def _say(sentence: str) -> int:
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)
    return NOT_DONE


COMMANDS: dict[str, Callable[[Checkout, list[str]], int]] = {
    "demo": _serve("demo"),
    "up": _serve("up"),
    "test": suite.run,
    "setup": _setup,
    "wheel": _wheel,
    "lock": locks.renew,
}
