"""One door: `komshi COMMAND …`. Only the module of the command that is asked for is loaded."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from komshi import __version__
from komshi.errors import KomshiError

# Name of the command -> (module of komshi.commands, what it does), in the order in which a newcomer meets them.
COMMANDS = {
    "demo": ("demo", "a specimen observatory to look at, on this machine"),
    "up": ("up", "the real observatory: database, web, worker and scheduler"),
    "read": ("read", "articles in, readings out (JSON Lines)"),
    "match": ("match", "readings in, incidents out (JSON Lines)"),
    "evaluate": ("evaluate", "score the reader against a labelled set"),
    "bench": ("bench", "measure speed and memory, beside what others offer"),
    "generate": ("generate", "fictional articles or readings for trials"),
    "gather": ("gather", "follow the sources"),
    "import": ("import_", "take in articles, places or boundaries from a file"),
    "export": ("export", "write out checked incidents"),
    "backup": ("backup", "put everything into one file"),
    "restore": ("restore", "bring everything back from that file"),
    "check": ("check", "look whether everything stored is whole"),
    "doctor": ("doctor", "look whether this machine has what Komshi needs"),
    "messages": ("messages", "collect the texts of the pages for translators"),
    "manage": ("manage", "Django's own commands"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code is 0, 1 (done, with something to look at) or 2 (not done)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except KomshiError as error:
        print(f"komshi: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`); Python must not try to flush the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("komshi: stopped.", file=sys.stderr)
        return 130


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_overview())
        return 0
    name, *rest = arguments
    if name == "--version":
        print(f"komshi {__version__}")
        return 0
    if name not in COMMANDS:
        raise KomshiError(f"There is no command “{name}”; `komshi --help` lists them.")
    module = import_module(f"komshi.commands.{COMMANDS[name][0]}")
    parser = argparse.ArgumentParser(
        prog=f"komshi {name}",
        description=module.__doc__,
        epilog=f"Example:\n  {module.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    code: int = module.run(parser.parse_args(rest))
    return code


def _overview() -> str:
    rows = "\n".join(f"  {name:<10}{what}" for name, (_, what) in COMMANDS.items())
    return (
        "usage: komshi COMMAND …\n\n"
        "Komshi reads local news in the region's languages, counts events, and helps people act.\n\n"
        f"Commands:\n{rows}\n\n`komshi COMMAND --help` tells more and gives an example."
    )
